import type { Page } from '@playwright/test';

/** The settings of the system. */
export const themes = {
  light: { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' },
  dark: { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none' },
  'more contrast': { colorScheme: 'light', contrast: 'more', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'active' },
} as const satisfies Record<string, Parameters<Page['emulateMedia']>[0]>;

export type Theme = keyof typeof themes;

/** Width and height of the pane in CSS pixels. 320 has the height that is left at a zoom of 400 %. */
export const panes = { 240: 700, 320: 256, 380: 700, 640: 700, 980: 700, 1600: 900 } as const;

export const setPane = (page: Page, width: keyof typeof panes): Promise<void> =>
  page.setViewportSize({ width, height: panes[width] });

/** The text spacing of WCAG 1.4.12, set in every shadow tree, because style sheets of readers do not reach it. */
export const spaceText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
    );
    const spread = (root: ShadowRoot | Document): void => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) spread(shadowRoot);
    };
    spread(document);
  });

/** The rules for every text in the widget, for any words and any width of the pane. */
export const layoutProblems = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const host = document.querySelector('wayline-journey')!;
    const within = (root: ParentNode): readonly Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? within(element.shadowRoot) : []),
      ]);
    const named = (element: Element) =>
      `${(element.getRootNode() as ShadowRoot).host.localName} ${element.localName}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40)}"`;
    // Longer texts get an ellipsis or scroll in these elements.
    const mayBeCut = 'pre, option, select, .visually-hidden, .visually-hidden *, [aria-hidden=true] *';
    const edge = host.getBoundingClientRect();
    return within(host.shadowRoot!).flatMap((element) => {
      const style = getComputedStyle(element);
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(mayBeCut)) return [];
      const problems: string[] = [];
      const scrolls = /auto|scroll/.test(style.overflowX);
      const { clientWidth, scrollWidth } = element;
      if (scrolls && scrollWidth > clientWidth) problems.push(`scrolls sideways: ${scrollWidth} > ${clientWidth}`);
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== '');
      if (!hasText) return problems.map((problem) => `${named(element)} ${problem}`);
      if (parseFloat(style.fontSize) < 12) problems.push(`has ${style.fontSize}`);
      const cut = clientWidth > 0 && scrollWidth > clientWidth + 1;
      if (cut && style.textOverflow !== 'ellipsis') problems.push(`is cut: ${scrollWidth} > ${clientWidth}`);
      const { clientHeight, scrollHeight } = element;
      const clips = /hidden|clip/.test(style.overflowY) && style.webkitLineClamp === 'none';
      if (clips && scrollHeight > clientHeight + 3) problems.push(`is cut below: ${scrollHeight} > ${clientHeight}`);
      const { left, right } = element.getBoundingClientRect();
      if (left < edge.left - 1 || right > edge.right + 1) problems.push(`stands out: ${left} to ${right}`);
      return problems.map((problem) => `${named(element)} ${problem}`);
    });
  });
