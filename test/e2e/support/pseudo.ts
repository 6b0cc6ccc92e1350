import type { Page } from '@playwright/test';
import { demoCustomers } from '../../../demo/scenarios/customers.js';
import { english } from '../../support/english.js';

type Part = string | { readonly [key: string]: Part };

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aáeéiíoóuúcçnñsšzžyýgğdđtţrřlłhĥjĵkķwŵ'].map((letter, index, all) => [letter, all[index + 1] ?? letter]),
);
const accented = (text: string) => text.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter);

/** What stands around gaps goes between brackets: what a gap is filled with has to be translated by itself. */
const wrapped = (text: string): string =>
  text.replace(/(\{\w+\})|([^{}]+)/g, (piece, gap: string | undefined) =>
    gap === undefined && /\p{L}/u.test(piece) ? `⟦${accented(piece)}⟧` : piece,
  );

const through = (part: Part): Part =>
  typeof part === 'string'
    ? wrapped(part)
    : Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, through(inner)]));

/** A catalogue in which every word can be told from one that is in none. */
export const pseudo = through(english);

/** Its dates have no Latin letter, so that whatever is written in these comes from us or from the service. */
export const pseudoLanguage = 'th';

export const servePseudo = (page: Page, language: string = pseudoLanguage): Promise<unknown> =>
  page.route(`**/languages/${language}.json`, (route) => route.fulfill({ json: pseudo }));

/** Another language while everything is shown; resolves when the words are there. */
export async function speak(page: Page, language: string): Promise<void> {
  await page.locator('wayline-journey').evaluate((journey: HTMLElement, lang) => {
    journey.lang = lang;
  }, language);
  await page.waitForFunction(
    (lang) => document.querySelector('wayline-journey')!.shadowRoot!.querySelector(`.widget[lang|="${lang}"]`),
    language,
  );
}

/** All that a reader or a screen reader gets of the widget, however deep, each with the place where it stands. */
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

/** All texts in a value, and each name with what it names. */
function* stringsIn(value: unknown): Generator<string, void, undefined> {
  if (typeof value !== 'object' || value === null) yield String(value);
  else
    for (const [name, inner] of Object.entries(value)) {
      yield name;
      for (const text of stringsIn(inner)) yield* [text, `${name} ${text}`];
    }
}

const initialsOf = (name: string) => name.replace(/(\S)\S*\s*/g, '$1');

/** Of people, as they are shown; the last one is in a state that a page makes up. */
const names = [...demoCustomers.map(({ firstName, lastName }) => `${firstName} ${lastName}`), 'Tomasz Nowak'];

/**
 * What the service and the host have said, to be told from words of our own.
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

/** Our words; what phrases put between values and around them; times, zones, and words of the language that dates are in. */
const between = /⟦[^⟦⟧]*⟧|[“”"()·,;…›\u2068\u2069]|\d+(?::\d\d)+|GMT(?=[+-])|\p{Script=Thai}+/u;

/** What stands outside the brackets, has Latin letters, and is no data: words that no catalogue has. */
export function untranslated(
  texts: readonly (readonly [string, string])[],
  isData: (text: string) => boolean,
): readonly string[] {
  /** Each piece of text once, with a place where it stands: most are drawn again and again. */
  const pieces = new Map<string, string>();
  for (const [text, where] of new Map(texts.map(([where, text]) => [text, where]))) {
    for (const piece of text.split(between)) if (/\p{Script=Latin}/u.test(piece)) pieces.set(piece, where);
  }
  return [...pieces].filter(([piece]) => !isData(piece)).map(([piece, where]) => `${where}: ${piece}`);
}
