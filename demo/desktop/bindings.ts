import type { LayoutNode } from './layout.js';
import type { StoreReader } from './store.js';

const prefix = '$STORE.';
const embedded = /\{\$STORE\.([\w.]+)\}/g;

/** The desktop's own translations that a layout can name. It has no others. */
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

/** The text as an attribute's value; empty for `null` and `undefined`. */
export function textFor(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null || value === undefined ? '' : Object.prototype.toString.call(value);
}

/** The current value of a binding. A text can also contain bindings in braces: `Hi {$STORE.agent.agentName}`. */
export function resolve(value: unknown, store: StoreReader): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith(prefix)) return store.read(value.slice(prefix.length));
  return labelOf(value).replace(embedded, (_, path: string) => textFor(store.read(path)));
}

/** Names that a layout could use to run code or to change the element's prototype. */
const refusedProperty = /^(innerHTML|outerHTML|srcdoc|on.+|__proto__|constructor|prototype)$/i;
/** Also `style`: layouts have their own key for it, and a strict content security policy blocks the attribute. */
const refusedAttribute = /^(on.+|srcdoc|style)$/i;

const kept = (refused: RegExp, values: LayoutNode['properties']): [string, unknown][] =>
  Object.entries(values).filter(([name]) => !refused.test(name));

/** The current properties and attributes of a node. In `attributes`, `null` means no attribute. */
export function valuesOf(node: LayoutNode, store: StoreReader): BoundValues {
  return {
    properties: kept(refusedProperty, node.properties).map(([name, value]) => [name, resolve(value, store)]),
    attributes: kept(refusedAttribute, node.attributes).map(([name, value]) => {
      const now = resolve(value, store);
      return [name, now === undefined || now === null ? null : textFor(now)];
    }),
  };
}

/** The current values of a node's bindings. */
export interface BoundValues {
  readonly properties: readonly (readonly [name: string, value: unknown])[];
  readonly attributes: readonly (readonly [name: string, text: string | null])[];
}

/** Returns a function that updates an element and only sets values that have changed. */
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
