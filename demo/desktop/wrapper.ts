import { labelOf } from './bindings.js';
import type { Mounted } from './mount.js';

const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host { display: flex; flex-direction: column; block-size: 100%; min-block-size: 0; background: var(--desk-surface); }
  header { display: flex; align-items: center; gap: 8px; padding: 4px 4px 4px 12px; border-block-end: 1px solid var(--desk-line); }
  h2 { flex: 1; margin: 0; font-size: 13px; font-weight: 600; color: var(--desk-quiet); }
  button { min-block-size: 28px; padding-inline: 10px; border: 0; border-radius: 6px; background: none; color: var(--desk-accent);
    font: inherit; font-size: 13px; cursor: pointer; }
  button:hover { background: var(--desk-hover); }
  button:focus-visible { outline: 2px solid var(--desk-accent); }
  div { flex: 1; min-block-size: 0; overflow: hidden; }
  ::slotted(*) { display: block; block-size: 100%; inline-size: 100%; border: 0; }
`);

/** Moves an element; if the browser supports `moveBefore`, a frame in it is not loaded again. */
function move(element: Element, target: Element & { moveBefore?: (node: Node, child: Node | null) => void }): void {
  if (target.moveBefore) target.moveBefore(element, null);
  else target.append(element);
}

/**
 * A title bar with a button that moves the whole widget to the area for maximized widgets and back, as in the desktop.
 *
 * The content is slotted into the bar's shadow root: it stays a child of the returned element.
 */
export function wrapped(content: Mounted, rawTitle: string, maximiseArea: () => HTMLElement | null): Mounted {
  const title = labelOf(rawTitle);
  const element = document.createElement('div');
  element.className = 'wrapper';
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styles];
  const header = document.createElement('header');
  const heading = document.createElement('h2');
  heading.textContent = title;
  const button = document.createElement('button');
  button.type = 'button';
  header.append(heading, button);
  const body = document.createElement('div');
  body.append(document.createElement('slot'));
  root.append(header, body);
  element.append(content.element);

  let home: Element | null = null;
  const label = (): void => {
    button.textContent = home === null ? 'Maximise' : 'Restore';
    button.setAttribute('aria-label', `${button.textContent} ${title}`);
  };
  const toggle = (): void => {
    const area = maximiseArea();
    if (area === null) return;
    if (home === null) {
      home = element.parentElement;
      move(element, area);
    } else {
      move(element, home);
      home = null;
    }
    area.hidden = home === null;
    label();
    button.focus();
  };
  button.addEventListener('click', toggle);
  label();
  return {
    element,
    stop() {
      if (home !== null) toggle();
      content.stop();
    },
  };
}
