import { chooseLanguage, directionOf } from '../../i18n/choose-language.js';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import it from './words/it.json' with { type: 'json' };
import ja from './words/ja.json' with { type: 'json' };
import ko from './words/ko.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };
import ptBR from './words/pt-BR.json' with { type: 'json' };
import zhCN from './words/zh-CN.json' with { type: 'json' };

/** Why no journey is shown. */
export type GuestState = keyof typeof en.states;

/** The page's own texts. Part of the script, because they are needed when other files cannot be loaded. */
export type GuestWords = typeof en;

const catalogues = new Map<string, GuestWords>(
  Object.entries({ de, en, es, fr, it, ja, ko, nl, 'pt-BR': ptBR, 'zh-CN': zhCN }),
);

/** Languages that have texts, also in the widget; BCP 47 tags. */
export const locales: readonly string[] = [...catalogues.keys()];

/** Texts, language and direction of the page. */
export interface PageLanguage {
  readonly words: GuestWords;
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The texts in the host's language, else in the browser's, else in English. */
export function wordsFor(wanted: string | undefined, preferred: readonly string[] = navigator.languages): PageLanguage {
  const { words: language } = chooseLanguage(wanted ?? '', preferred, locales);
  return { words: catalogues.get(language) ?? en, language, direction: directionOf(language) };
}
