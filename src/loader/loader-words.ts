import { chooseLanguage } from '../i18n/choose-language.js';

/** The words of the loader's notice. */
export interface LoaderWords {
  readonly failed: string;
  readonly tryAgain: string;
}

const english: LoaderWords = { failed: 'The customer’s journey could not be loaded', tryAgain: 'Try again' };

/** By language. Part of the script, because other files cannot be loaded when these are needed. */
const words: Readonly<Record<string, LoaderWords>> = {
  de: { failed: 'Die Journey des Kunden konnte nicht geladen werden', tryAgain: 'Erneut versuchen' },
  en: english,
  es: { failed: 'No se ha podido cargar el recorrido del cliente', tryAgain: 'Reintentar' },
  fr: { failed: 'Le parcours du client n’a pas pu être chargé', tryAgain: 'Réessayer' },
  it: { failed: 'Impossibile caricare il percorso del cliente', tryAgain: 'Riprova' },
  ja: { failed: 'カスタマージャーニーを読み込めませんでした', tryAgain: '再試行' },
  ko: { failed: '고객 여정을 불러오지 못했습니다', tryAgain: '다시 시도' },
  nl: { failed: 'De klantreis kon niet worden geladen', tryAgain: 'Opnieuw proberen' },
  'pt-BR': { failed: 'Não foi possível carregar a jornada do cliente', tryAgain: 'Tentar novamente' },
  'zh-CN': { failed: '无法加载客户旅程', tryAgain: '重试' },
};

/** The texts in the language of the element, else in one that the browser prefers, else in English. */
export function wordsFor(wanted: string, preferred: readonly string[]): LoaderWords & { readonly language: string } {
  const { words: language } = chooseLanguage(wanted, preferred, Object.keys(words));
  return { language, ...(words[language] ?? english) };
}
