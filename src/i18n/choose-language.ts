/** A language to show: the name of its texts (`en` for the built-in ones), and the BCP 47 tag for dates and numbers. */
export interface Language {
  readonly words: string;
  readonly locale: string;
}

const rightToLeft = /^(Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/;

/** Reads a tag. Desktops write `de-AT`, `de_AT` or `German`; `undefined` for text that is not a valid tag. */
function read(text: string): Intl.Locale | undefined {
  const tag = text.trim().replaceAll('_', '-');
  try {
    return /^[a-z]{2,3}(-|$)/i.test(tag) ? new Intl.Locale(tag) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The name of a language's texts. Portuguese has one file, Chinese one per script, other languages one for all regions.
 */
function wordsOf(locale: Intl.Locale): string {
  const { language, script } = locale.maximize();
  if (language === 'zh') return script === 'Hant' ? 'zh-TW' : 'zh-CN';
  return language === 'pt' ? 'pt-BR' : language;
}

/**
 * The languages to try, best first; the last one is English, which is built in. A language without a region gets the
 * agent's own region, which decides how dates and numbers are written.
 *
 * @param wanted the host's language; if it is not a valid tag, the browser's languages are used
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

/** The first of the languages that has texts. The parameters are those of {@link languagesFor}; `available`: languages with texts. */
export const chooseLanguage = (
  wanted: string,
  preferred: readonly string[],
  available: readonly string[],
): Language => {
  const languages = languagesFor(wanted, preferred);
  return languages.find(({ words }) => available.includes(words)) ?? languages.at(-1)!;
};

/** The text direction of a language, given as BCP 47 tag. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.test(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
