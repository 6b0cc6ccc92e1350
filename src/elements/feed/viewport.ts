/** The visible part of an element and its scroll container; client coordinates in CSS pixels. */
export interface Viewport {
  readonly top: number;
  readonly bottom: number;
  /** The scroll container. */
  readonly scroller: Element;
  /** The edges of the scroll container, visible or not: the host page might have scrolled them out of view. */
  readonly start: number;
  readonly end: number;
}

/** The parent in the flat tree: crosses slots and shadow roots. */
const drawnParent = (node: Element): Element | null => {
  if (node.assignedSlot) return node.assignedSlot;
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/** The viewport of an element. The scroll container can be a part of the widget, the desktop's panel, or the page. */
export function viewportOf(element: Element): Viewport {
  let top = 0;
  let bottom = innerHeight;
  let scroller: Element | undefined;
  for (let node = drawnParent(element); node !== null; node = drawnParent(node)) {
    const { overflowY } = getComputedStyle(node);
    if (overflowY === 'visible' || node === document.body || node === document.documentElement) continue;
    const rect = node.getBoundingClientRect();
    top = Math.max(top, rect.top);
    bottom = Math.min(bottom, rect.bottom);
    const scrolls = overflowY === 'auto' || overflowY === 'scroll';
    if (scrolls && node.scrollHeight > node.clientHeight) scroller ??= node;
  }
  const { top: start, bottom: end } = scroller?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
  scroller ??= document.scrollingElement ?? document.body;
  return { top, bottom: Math.max(top, bottom), scroller, start, end };
}

/** Every root that can contain a scroll container of `element`: scroll events do not leave a shadow tree. */
export function* rootsAround(element: Element): Generator<Node, void, undefined> {
  for (let node: Node | undefined = element; node !== undefined;) {
    const root: Node = node.getRootNode();
    yield root;
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
}
