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

/** The page's own words, inside the script: they are needed most when nothing can be loaded. */
export type GuestWords = typeof en;

const catalogues = new Map<string, GuestWords>(
  Object.entries({ de, en, es, fr, it, ja, ko, nl, 'pt-BR': ptBR, 'zh-CN': zhCN }),
);

/** The languages there are words for, the widget's as well. */
export const locales: readonly string[] = [...catalogues.keys()];

export interface PageLanguage {
  readonly words: GuestWords;
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** As the host wants it, else as the browser prefers it, else in English. */
export function wordsFor(wanted: string | undefined, preferred: readonly string[] = navigator.languages): PageLanguage {
  const { words: language } = chooseLanguage(wanted ?? '', preferred, locales);
  return { words: catalogues.get(language) ?? en, language, direction: directionOf(language) };
}
