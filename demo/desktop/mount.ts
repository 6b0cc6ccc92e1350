import { applier, resolve, textFor, valuesOf } from './bindings.js';
import type { LayoutNode } from './layout.js';
import { loadScript } from './load-script.js';
import { placeholder } from './placeholder.js';
import type { StoreReader } from './store.js';

/** An element with its bindings. */
export interface Mounted {
  readonly element: HTMLElement;
  /** Ends all bindings. The element stays in the document. */
  stop(): void;
}

/** What a node needs to be mounted. */
export interface MountContext {
  readonly store: StoreReader;
  /** Whether one of the desktop's own flags is on. Nodes with other flags are not mounted. */
  readonly isVisible: (flag: string) => boolean;
  /** Mounts a node with a script of its own. */
  readonly widget: (node: LayoutNode, context: MountContext) => Mounted;
}

const plainTags = new Set(['div', 'span', 'p', 'section', 'header', 'h1', 'h2', 'h3', 'img']);

/** Parts that the desktop itself provides. The demo only shows their names. */
const isBuiltIn = (comp: string): boolean =>
  comp.startsWith('#') || comp === 'slot' || /^(agentx-|analyzer-widget$|dynamic-area$|uuip-)/.test(comp);

const plainForms: Readonly<Record<string, string>> = { 'md-label': 'span', 'page-title': 'h1' };

/** `undefined` for elements that only the desktop has, and for tags that load or run something. */
function tagOf(comp: string): string | undefined {
  if (isBuiltIn(comp)) return undefined;
  const tag = plainForms[comp] ?? comp;
  return tag.includes('-') || plainTags.has(tag) ? tag : undefined;
}

const shown = (nodes: readonly LayoutNode[], { isVisible }: MountContext): readonly LayoutNode[] =>
  nodes.filter(({ visibility }) => visibility === undefined || isVisible(visibility));

/** Keeps an element's properties and attributes up to date. Returns a function that stops it. */
export function bind(element: HTMLElement, node: LayoutNode, store: StoreReader): () => void {
  const apply = applier(element);
  const push = (): void => apply(valuesOf(node, store));
  push();
  return store.subscribe(push);
}

function bindText(element: HTMLElement, text: string, store: StoreReader): () => void {
  const push = (): void => {
    element.textContent = textFor(resolve(text, store));
  };
  push();
  return store.subscribe(push);
}

function styled(element: HTMLElement, style: LayoutNode['style']): void {
  for (const [name, value] of Object.entries(style)) {
    element.style.setProperty(
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      String(value),
    );
  }
}

/** Creates the elements of a node and of all its children, bound to the store. */
export function mount(node: LayoutNode, context: MountContext): Mounted {
  if (node.script !== undefined) return context.widget(node, context);
  const tag = tagOf(node.comp);
  if (tag === undefined) return { element: placeholder(node), stop: () => {} };
  const element = document.createElement(tag);
  styled(element, node.style);
  const title = node.comp === 'page-title' ? node.attributes.pageTitle : node.textContent;
  const stops = [
    typeof title === 'string' ? bindText(element, title, context.store) : () => {},
    bind(element, node, context.store),
  ];
  for (const child of shown(node.children, context)) {
    const mounted = mount(child, context);
    element.append(mounted.element);
    stops.push(mounted.stop);
  }
  return { element, stop: () => stops.forEach((stop) => stop()) };
}

const widgetSheet = new CSSStyleSheet();
widgetSheet.replaceSync(':host { display: block; block-size: 100%; } :host > * { display: block; block-size: 100%; }');

/** The widget in nested shadow roots of the page itself, as in the current desktop. */
export function mountDirect(node: LayoutNode, { store }: MountContext): Mounted {
  const element = document.createElement('div');
  element.className = 'widget';
  const widget = document.createElement(node.comp);
  const stop = bind(widget, node, store);
  styled(widget, node.style);
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [widgetSheet];
  root.append(widget);
  loadScript(node.script ?? '').catch((error: unknown) => {
    root.replaceChildren(problem(error));
  });
  return { element, stop };
}

/** Shown instead of a widget that cannot be loaded. */
export function problem(error: unknown): HTMLElement {
  const text = document.createElement('p');
  text.setAttribute('role', 'alert');
  text.textContent = error instanceof Error ? error.message : String(error);
  return text;
}
