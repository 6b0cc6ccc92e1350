import type { Entry } from '../../src/domain/timeline/entry.js';
import type { ReadingPlace, WidgetAdapter } from './adapter.js';
import { createInPageService } from './in-page-service.js';

type EntryElement = Element & { readonly entry: Entry | undefined };

interface Edges {
  readonly top: number;
  readonly bottom: number;
}

const service = createInPageService();
const widget = document.createElement('wayline-journey');

/** Every element below `root`, through all shadow roots. */
function* below(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* below(element.shadowRoot);
  }
}

function find(selector: string): Element | undefined {
  for (const element of widget.shadowRoot ? below(widget.shadowRoot) : [])
    if (element.matches(selector)) return element;
  return undefined;
}

/** A search through the whole widget costs more than a live event: elements are kept while they are in the document. */
function kept(selector: string): () => Element | undefined {
  let known: Element | undefined;
  return () => (known?.isConnected ? known : (known = find(selector)));
}

const feed = kept('[role="feed"]');
const anyEntry = kept('wayline-entry');
const searchField = kept('input[type="search"]');
const voiceChip = kept('button[data-dimension="channel"][data-value="voice"]');

function timeline(): ParentNode | undefined {
  const root = (feed() ?? anyEntry())?.getRootNode();
  return root instanceof ShadowRoot ? root : undefined;
}

const entryElements = (): readonly EntryElement[] => [
  ...(timeline()?.querySelectorAll<EntryElement>('wayline-entry') ?? []),
];

const isBusy = (): boolean => timeline()?.querySelector('[aria-busy="true"]') != null;

const isDrawn = (element: Element): boolean => element.checkVisibility();

function scroller(): Element | undefined {
  let element: Element | null = feed() ?? anyEntry() ?? null;
  while (element !== null) {
    const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowY);
    if (scrolls && element.scrollHeight > element.clientHeight) return element;
    const root: Node = element.getRootNode();
    element = element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return document.scrollingElement ?? undefined;
}

function readingPlace(): ReadingPlace | undefined {
  const [nearest] = entryElements()
    .map((element) => ({ key: element.entry?.key ?? '', ...edgesOf(element) }))
    .filter(({ top, bottom }) => bottom > 0 && top < innerHeight)
    .sort((a, b) => fromMiddle(a) - fromMiddle(b));
  return nearest;
}

function edgesOf(element: Element): Edges {
  const { top, bottom } = element.getBoundingClientRect();
  return { top, bottom };
}

const fromMiddle = ({ top, bottom }: Edges): number => Math.abs(top + bottom - innerHeight);

/** `<wayline-journey>` of `dist/`, with its journey service inside the page. */
const adapter: WidgetAdapter = {
  name: 'wayline-journey',

  prepare() {
    globalThis.fetch = service.fetch;
    widget.setAttribute('base-url', `${location.origin}/journey-service`);
    widget.setAttribute('project-id', 'bench');
    Object.assign(widget, { bearerToken: 'bench' });
    document.body.append(widget);
  },

  show(journey) {
    service.serve(journey);
    Object.assign(widget, { customer: journey.address });
  },

  rows: () =>
    entryElements()
      .filter(isDrawn)
      .map(({ entry }) => {
        if (entry === undefined) return [];
        return (entry.kind === 'interaction' ? entry.interaction.events : [entry.event]).map(({ id }) => id);
      }),

  isComplete: () => service.isRead() && !isBusy(),
  publish: service.publish,
  scroller,
  readingPlace,
  topOf: (key) =>
    entryElements()
      .find(({ entry }) => entry?.key === key)
      ?.getBoundingClientRect().top,

  // Searched when the bench asks: if a field or chip is missing, the widget does not have that ability.
  get search() {
    const field = searchField();
    if (!(field instanceof HTMLInputElement)) return undefined;
    return (text: string) => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    };
  },

  get toggleVoice() {
    return voiceChip() && (() => (voiceChip() as HTMLElement).click());
  },

  isSettled: () => feed()?.getAttribute('aria-busy') !== 'true',
};

export default adapter;
