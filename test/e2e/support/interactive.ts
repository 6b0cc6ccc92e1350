import type { Page } from '@playwright/test';

/** The focused element, at any depth of shadow trees. */
export interface Focused {
  /** Its name. */
  readonly words: string;
  /** The kind of control, without its text: `wayline-filters button.chip`. Empty outside of the widget. */
  readonly kind: string;
  /** Whether the sticky parts cover it. */
  readonly hidden: boolean;
  /** Whether a ring shows that it has the focus. */
  readonly marked: boolean;
  /** Whether it is large enough to press: 24 by 24 pixels. Links in a text are as high as the text. */
  readonly large: boolean;
}

interface Tools {
  readonly waylineKeys: { kinds(): readonly string[]; focused(): Focused };
}

/** Runs in the page. */
function defineTools(): void {
  const controls = 'button, a[href], input, select, textarea, summary, [tabindex="0"], [role=slider]';
  const within = (root: ParentNode): readonly Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
  const kindOf = (element: Element) => {
    const { host } = element.getRootNode() as ShadowRoot;
    // The first class names the control. The others, or a tone, describe its state.
    const first = [...element.classList].find((name) => !/^(ok|warn|bad|plain)$/.test(name));
    return `${host.localName} ${element.localName}${first === undefined ? '' : `.${first}`}`;
  };
  const rings = (element: Element, pseudo?: string) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element, pseudo);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  };
  const isMarked = (element: Element) =>
    // A slider's thumb is drawn while it has the focus; a field's ring is around its label, an article's around its card.
    getComputedStyle(element, '::after').borderInlineStartWidth === '2px' ||
    [element, element.parentElement ?? element, ...element.querySelectorAll('*')].some((one) => rings(one)) ||
    rings(element, '::after');
  const isHit = (element: Element, x: number, y: number) => {
    const hit = (element.getRootNode() as ShadowRoot).elementFromPoint(x, y);
    return hit !== null && (element.contains(hit) || hit.contains(element));
  };
  const focused = (): Focused => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element.getRootNode() === document) {
      return { words: '', kind: '', hidden: false, marked: true, large: true };
    }
    const { left, right, top, bottom, height, width } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const reach = [-11.5, 11.5];
    const label = element.closest('label');
    const isThumb = element.role === 'slider';
    return {
      words: (element.ariaLabel ?? (label?.textContent || element.textContent)).replace(/\s+/g, ' ').trim(),
      kind: kindOf(element),
      // The pointer reaches the track through a slider's thumb, or the area next to the track.
      hidden: !isThumb && ![top + 1, bottom - 1].every((edge) => isHit(element, x, edge)),
      marked: isMarked(element),
      large:
        element.matches('a') ||
        (isThumb && element.parentElement!.clientHeight >= 24) ||
        (width >= 24 && height >= 24) ||
        reach.every((off) => isHit(element, x + off, y) && isHit(element, x, y + off)),
    };
  };
  const kinds = () => {
    const all = within(document.querySelector('wayline-journey')!.shadowRoot!);
    const seen = all.filter((one) => one.matches(controls) && one.checkVisibility({ visibilityProperty: true }));
    return [...new Set(seen.map(kindOf))];
  };
  Object.assign(globalThis, { waylineKeys: { focused, kinds } });
}

/** Call it once for a page, before the other functions. */
export const watchKeys = (page: Page): Promise<void> => page.evaluate(defineTools);

/** Waits until the page has drawn the effect of the key, as a user does before the next key. */
export const focused = (page: Page): Promise<Focused> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    return (globalThis as unknown as Tools).waylineKeys.focused();
  });

/** Every kind of control that is visible now. */
export const kindsOfControls = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as Tools).waylineKeys.kinds());
