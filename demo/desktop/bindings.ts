import type { LayoutNode } from './layout.js';
import type { StoreReader } from './store.js';

const prefix = '$STORE.';
const embedded = /\{\$STORE\.([\w.]+)\}/g;

/** The desktop's own translations that a layout may name; it knows no others. */
const desktopWords: Readonly<Record<string, string>> = {
  'common.homePageLabel': 'Home',
  'tpw.widgetTitle': 'Team performance',
  'qmw.recordings': 'Recordings',
  'pageSubHeader.queueName': 'Queue',
  'pageSubHeader.channelType': 'Channel',
  'pageSubHeader.managedTeams': 'Teams',
  'panelTwo.screenPopTitle': 'Screen pop',
};

/** A label of a layout, which may be a `$I18N.` key of the desktop. */
export const labelOf = (text: string): string =>
  text.startsWith('$I18N.') ? (desktopWords[text.slice('$I18N.'.length)] ?? text) : text;

/** As the DOM would write it into an attribute; nothing for `null` and `undefined`. */
export function textFor(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null || value === undefined ? '' : Object.prototype.toString.call(value);
}

/** What a bound value is now. Text may also hold bindings in braces: `Hi {$STORE.agent.agentName}`. */
export function resolve(value: unknown, store: StoreReader): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith(prefix)) return store.read(value.slice(prefix.length));
  return labelOf(value).replace(embedded, (_, path: string) => textFor(store.read(path)));
}

/** Names through which a layout could run code or reach behind the element. */
const refusedProperty = /^(innerHTML|outerHTML|srcdoc|on.+|__proto__|constructor|prototype)$/i;
/** `style` too: layouts have a key of their own for it, and a strict page refuses the attribute. */
const refusedAttribute = /^(on.+|srcdoc|style)$/i;

const kept = (refused: RegExp, values: LayoutNode['properties']): [string, unknown][] =>
  Object.entries(values).filter(([name]) => !refused.test(name));

/** The properties and attributes of a node as they are now; in `attributes`, `null` means none. */
export function valuesOf(node: LayoutNode, store: StoreReader): BoundValues {
  return {
    properties: kept(refusedProperty, node.properties).map(([name, value]) => [name, resolve(value, store)]),
    attributes: kept(refusedAttribute, node.attributes).map(([name, value]) => {
      const now = resolve(value, store);
      return [name, now === undefined || now === null ? null : textFor(now)];
    }),
  };
}

export interface BoundValues {
  readonly properties: readonly (readonly [name: string, value: unknown])[];
  readonly attributes: readonly (readonly [name: string, text: string | null])[];
}

/** Makes a function that brings an element up to date and touches only what differs from last time. */
export function applier(element: HTMLElement): (values: BoundValues) => void {
  const last = new Map<string, unknown>();
  return ({ properties, attributes }) => {
    for (const [name, value] of properties) {
      if (last.has(name) && Object.is(last.get(name), value)) continue;
      last.set(name, value);
      Object.assign(element, { [name]: value });
    }
    for (const [name, text] of attributes) {
      if (text === null) element.removeAttribute(name);
      else if (element.getAttribute(name) !== text) element.setAttribute(name, text);
    }
  };
}
