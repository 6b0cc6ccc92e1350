import type { Page } from '@playwright/test';
import { demoCustomers } from '../../../demo/scenarios/customers.js';
import { english } from '../../support/english.js';

type Part = string | { readonly [key: string]: Part };

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aáeéiíoóuúcçnñsšzžyýgğdđtţrřlłhĥjĵkķwŵ'].map((letter, index, all) => [letter, all[index + 1] ?? letter]),
);
const accented = (text: string) => text.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter);

/** Puts the text around placeholders between brackets. The value of a placeholder must be translated on its own. */
const wrapped = (text: string): string =>
  text.replace(/(\{\w+\})|([^{}]+)/g, (piece, gap: string | undefined) =>
    gap === undefined && /\p{L}/u.test(piece) ? `⟦${accented(piece)}⟧` : piece,
  );

const through = (part: Part): Part =>
  typeof part === 'string'
    ? wrapped(part)
    : Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, through(inner)]));

/** A catalogue that marks every word, so that a word from outside the catalogue is visible. */
export const pseudo = through(english);

/** Its dates have no Latin letters, so that all Latin text comes from the widget or from the service. */
export const pseudoLanguage = 'th';

export const servePseudo = (page: Page, language: string = pseudoLanguage): Promise<unknown> =>
  page.route(`**/languages/${language}.json`, (route) => route.fulfill({ json: pseudo }));

/** Changes the language of the shown widget. Resolves when the words are loaded. */
export async function speak(page: Page, language: string): Promise<void> {
  await page.locator('wayline-journey').evaluate((journey: HTMLElement, lang) => {
    journey.lang = lang;
  }, language);
  await page.waitForFunction(
    (lang) => document.querySelector('wayline-journey')!.shadowRoot!.querySelector(`.widget[lang|="${lang}"]`),
    language,
  );
}

/** All texts of the widget for readers and screen readers, at any depth, each with its place. */
export const textsShown = (page: Page): Promise<readonly (readonly [string, string])[]> =>
  page.evaluate(() => {
    const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription'];
    const attributes = [...spoken, 'title', 'placeholder', 'alt'];
    const found: [string, string][] = [];
    const visit = (root: ShadowRoot): void => {
      const nodes = document.createNodeIterator(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
        if (node instanceof Text) {
          const { parentElement } = node;
          const isData = parentElement?.closest('style, pre') ?? null;
          if (isData === null) found.push([`${root.host.localName} ${parentElement?.className ?? ''}`, node.data]);
        } else if (node instanceof Element) {
          for (const name of attributes) {
            const value = node.getAttribute(name);
            if (value !== null) found.push([`${root.host.localName} [${name}]`, value]);
          }
          if (node.shadowRoot !== null) visit(node.shadowRoot);
        }
      }
    };
    visit(document.querySelector('wayline-journey')!.shadowRoot!);
    return found;
  });

/** Technical names are shown as words: `order:shipped` as "Order shipped", `orderId` as "order ID". */
const plain = (text: string): string =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s:._/+-]+/g, ' ')
    .trim();

/** All texts in a value, and each name with its value. */
function* stringsIn(value: unknown): Generator<string, void, undefined> {
  if (typeof value !== 'object' || value === null) yield String(value);
  else
    for (const [name, inner] of Object.entries(value)) {
      yield name;
      for (const text of stringsIn(inner)) yield* [text, `${name} ${text}`];
    }
}

const initialsOf = (name: string) => name.replace(/(\S)\S*\s*/g, '$1');

/** The names of people, as shown. The last one belongs to the mock data of a state. */
const names = [...demoCustomers.map(({ firstName, lastName }) => `${firstName} ${lastName}`), 'Tomasz Nowak'];

/**
 * The texts of the service and the host, to separate them from the widget's own words.
 *
 * @param service address of the service
 */
export function recordData(page: Page, service: string, task: unknown) {
  const data = [...names, ...names.map(initialsOf), ...stringsIn(task)].map(plain);
  const answers: Promise<unknown>[] = [];
  page.on('response', (response) => {
    const isJson = response.headers()['content-type']?.includes('json');
    if (!response.url().startsWith(service) || !isJson) return;
    const note = (answer: unknown) => {
      for (const text of stringsIn(answer)) data.push(plain(text));
    };
    answers.push(response.json().then(note, () => undefined));
  });
  return async (): Promise<(text: string) => boolean> => {
    await Promise.all(answers);
    const all = data.join('\n');
    return (text) => all.includes(plain(text));
  };
}

/** The widget's words, the text of phrases around values, times, time zones, and words of the dates' language. */
const between = /⟦[^⟦⟧]*⟧|[“”"()·,;…›\u2068\u2069]|\d+(?::\d\d)+|GMT(?=[+-])|\p{Script=Thai}+/u;

/** Text outside the brackets with Latin letters that is not data: words that are in no catalogue. */
export function untranslated(
  texts: readonly (readonly [string, string])[],
  isData: (text: string) => boolean,
): readonly string[] {
  /** Each text once, with one of its places: most texts are drawn many times. */
  const pieces = new Map<string, string>();
  for (const [text, where] of new Map(texts.map(([where, text]) => [text, where]))) {
    for (const piece of text.split(between)) if (/\p{Script=Latin}/u.test(piece)) pieces.set(piece, where);
  }
  return [...pieces].filter(([piece]) => !isData(piece)).map(([piece, where]) => `${where}: ${piece}`);
}
