import { lateReader, type StoreReader } from './store.js';
import type { Layout } from './layout.js';
import { localBuild } from '../local-build.js';
import { mount, mountDirect, type MountContext, type Mounted } from './mount.js';
import { mountPage, view } from './place.js';
import { placeholder } from './placeholder.js';
import type { Mode } from '../settings.js';
import { mountInShell } from './shell-frame.js';
import { wrapped } from './wrapper.js';

/** The desktop's own parts that are switched on in this demo. */
const visibleFlags = new Set(['IVR_TRANSCRIPT', 'SCREEN_POP', 'CUSTOMER_JOURNEY_WIDGET']);
export const isVisible = (flag: string): boolean => visibleFlags.has(flag);

/** How the demo mounts widgets. */
export interface StageOptions {
  readonly store: StoreReader;
  readonly mode: Mode;
  /** The store's values arrive this many milliseconds after the widgets. */
  readonly late: number;
  readonly shellUrl: string;
  readonly maximiseArea: () => HTMLElement | null;
}

const after = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** A layout is untrusted: the demo does not load scripts of other hosts. */
const isFromElsewhere = (script: string): boolean =>
  !URL.canParse(script, document.baseURI) || new URL(script, document.baseURI).origin !== location.origin;

function contextOf({ store, mode, late, shellUrl, maximiseArea }: StageOptions): MountContext {
  return {
    store: late > 0 ? lateReader(store, after(late)) : store,
    isVisible,
    widget(node, context) {
      const local = localBuild(node);
      if (isFromElsewhere(local.script ?? '')) return { element: placeholder(local), stop: () => {} };
      const widget = mode === 'shell' ? mountInShell(local, context, shellUrl) : mountDirect(local, context);
      return node.wrapper === undefined ? widget : wrapped(widget, node.wrapper.title, maximiseArea);
    },
  };
}

/** Shows one part of a layout at a time in an element of the page. */
export interface Stage {
  /** Mounts the part, unless the part with this `key` is already shown. */
  show(key: string | undefined, make: () => Mounted): void;
}

export function createStage(place: HTMLElement): Stage {
  let shown: { readonly key: string; readonly mounted: Mounted } | undefined;
  return {
    show(key, make) {
      if (shown?.key === key) return;
      shown?.mounted.stop();
      shown?.mounted.element.remove();
      shown = undefined;
      if (key === undefined) return;
      const mounted = make();
      place.append(mounted.element);
      shown = { key, mounted };
    },
  };
}

const nothing = (): Mounted => ({ element: document.createElement('div'), stop: () => {} });

/** The pane beside a task: the layout's panel with its persistent tabs. */
export function mountPane({ panel, persistent }: Layout, options: StageOptions): Mounted {
  if (panel === undefined) return nothing();
  return view(mount({ ...panel, children: [...panel.children, ...persistent] }, contextOf(options)));
}

/** A page of the navigation bar; empty if the role has none with that name. */
export function mountRoute(
  { homepage, navigation }: Layout,
  navigateTo: string | undefined,
  options: StageOptions,
): Mounted {
  const route = [homepage, ...navigation].find((each) => each?.navigateTo === navigateTo);
  return route === undefined ? nothing() : mountPage(route.page, contextOf(options));
}

/** Widgets that are never visible, mounted as long as the desktop is open. */
export const mountHeadless = ({ headless }: Layout, options: StageOptions): Mounted =>
  headless === undefined ? nothing() : mountPage(headless, contextOf(options));
