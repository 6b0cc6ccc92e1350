/** A language to show: the name of its words, `en` for those inside, and the BCP 47 tag of who reads them. */
export interface Language {
  readonly words: string;
  readonly locale: string;
}

const rightToLeft = /^(Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/;

/** Desktops write `de-AT`, `de_AT` or `German`; what is no tag says nothing. */
function read(text: string): Intl.Locale | undefined {
  const tag = text.trim().replaceAll('_', '-');
  try {
    return /^[a-z]{2,3}(-|$)/i.test(tag) ? new Intl.Locale(tag) : undefined;
  } catch {
    return undefined;
  }
}

/** Portuguese and both ways of writing Chinese have one file each, every other language one for all its regions. */
function wordsOf(locale: Intl.Locale): string {
  const { language, script } = locale.maximize();
  if (language === 'zh') return script === 'Hant' ? 'zh-TW' : 'zh-CN';
  return language === 'pt' ? 'pt-BR' : language;
}

/**
 * The languages to try, best first; the last is English, which is always there. The region, which decides how dates and
 * numbers are written, is the agent's own where nobody names one.
 *
 * @param wanted what the host asks for; when it cannot be read, what the browser prefers counts
 * @param preferred the browser's tags, best first
 */
export function languagesFor(wanted: string, preferred: readonly string[]): readonly Language[] {
  const own = preferred.map(read).filter((locale) => locale !== undefined);
  const asked = read(wanted);
  const locales = [...(asked === undefined ? own : [asked]), new Intl.Locale('en')];
  const languages = locales.map((locale) => {
    const words = wordsOf(locale);
    const regional = locale.region ? undefined : own.find((other) => other.region && wordsOf(other) === words);
    return { words, locale: String(regional ?? locale) };
  });
  const names = languages.map(({ words }) => words);
  return languages.filter(({ words }, index) => index <= names.indexOf('en') && names.indexOf(words) === index);
}

/** The first of these languages that there are words for. The parameters are those of {@link languagesFor}. */
export const chooseLanguage = (
  wanted: string,
  preferred: readonly string[],
  available: readonly string[],
): Language => {
  const languages = languagesFor(wanted, preferred);
  return languages.find(({ words }) => available.includes(words)) ?? languages.at(-1)!;
};

/** Which way a language, a BCP 47 tag, is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.test(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
