import type { CDPSession, Page } from '@playwright/test';
import { drawnIn } from '../../support/drawn.js';
import { plainIn } from '../../support/dresses.js';

interface Watched {
  readonly drawn: Set<string>;
  readonly told: Set<string>;
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/** Records all that shadow trees draw, even briefly, and all composed events. Call it before the page opens. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const drawn = new Set<string>();
    const told = new Set<string>();
    window.watched = { drawn, told };
    const textsOf = (node: Node): string =>
      node instanceof Element && node.localName !== 'style'
        ? [
            ...[...node.attributes].map(({ name, value }) => `\n${name}=${value}\n`),
            ...[...node.childNodes].map(textsOf),
          ].join('')
        : node instanceof Text || node instanceof DocumentFragment
          ? (node.textContent ?? '')
          : '';
    const observer = new MutationObserver((records) => {
      for (const { addedNodes, attributeName, target, type } of records) {
        if (type === 'characterData') drawn.add((target as Text).data);
        else if (type === 'childList') for (const node of addedNodes) drawn.add(textsOf(node));
        else drawn.add(`${attributeName}=${(target as Element).getAttribute(attributeName ?? '')}`);
      }
    });
    const attachShadow = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
      return root;
    };
    const dispatchEvent = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (event.composed && event.type.startsWith('wayline-')) {
        const said = (_: string, value: unknown) =>
          typeof value === 'function' ? (value as (n: number) => unknown)(1) : value;
        told.add(`${event.type} ${JSON.stringify(Object.values(event), said)}`);
      }
      return dispatchEvent.call(this, event);
    };
  });
}

/** Everything that was in a shadow tree since the page opened. */
export const drawnBy = (page: Page): Promise<string> => page.evaluate(() => [...window.watched.drawn].join('\n'));

/** The data of all composed events so far, each once. */
export const toldBy = (page: Page): Promise<string[]> => page.evaluate(() => [...window.watched.told]);

/** The data that assistive technology gets. */
async function accessibleIn(session: CDPSession): Promise<string> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.map((node) => JSON.stringify([node.name, node.description, node.value, node.properties])).join('\n');
}

/** The places where values are visible now, with the values; empty if there are none. `typed`: also in fields. */
export async function findPlain(
  page: Page,
  values: readonly string[],
  typed = true,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const session = await page.context().newCDPSession(page);
  const places = {
    drawn: await page.locator(':root').evaluate(drawnIn, typed),
    accessible: await accessibleIn(session),
    title: await page.title(),
  };
  await session.detach();
  return found(places, values);
}

/** The places where a value was visible, or part of an event, since the page opened. */
export async function findPlainEver(
  page: Page,
  values: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  return found({ drawn: await drawnBy(page), told: (await toldBy(page)).join('\n') }, values);
}

const found = (places: Readonly<Record<string, string>>, values: readonly string[]) =>
  Object.fromEntries(
    Object.entries(places)
      .map(([place, text]) => [place, plainIn(text, values)] as const)
      .filter(([, plain]) => plain.length > 0),
  );
