import { wordsFor } from './loader-words.js';

/** A notice inside an element that could not be defined, in a shadow tree so that the page's styles do not apply. */
export interface Notice {
  /** The element to append. */
  readonly element: HTMLElement;
  /**
   * Shows the reason.
   *
   * @param reason in English, for the administrator
   * @param busy whether another attempt is running
   */
  say(reason: string, busy: boolean): void;
}

const styles = `
  :host {
    display: block;
    padding: 16px;
    font: 14px/20px var(--wayline-font, system-ui), sans-serif;
    color: var(--wayline-text, var(--mds-color-theme-text-primary-normal, inherit));
  }
  p {
    margin: 0 0 8px;
    overflow-wrap: anywhere;
  }
  .reason {
    font-size: 12px;
    line-height: 16px;
  }
  .failed {
    font-weight: 600;
  }
  button {
    min-block-size: 28px;
    padding-inline: 12px;
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid;
    border-radius: 14px;
    cursor: pointer;
  }
  button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
`;

let sheet: CSSStyleSheet | undefined;

/** A constructed style sheet is allowed by every content security policy. */
function styleSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  return sheet;
}

function part<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

/**
 * Creates a notice.
 *
 * @param language the language of the element; empty if it has none
 */
export function createNotice(language: string, tryAgain: () => void): Notice {
  const words = wordsFor(language, navigator.languages);
  const element = document.createElement('div');
  element.lang = words.language;
  const why = part('p', 'reason', '');
  why.lang = 'en';
  const button = part('button', 'again', words.tryAgain);
  button.type = 'button';
  button.onclick = () => {
    if (button.ariaDisabled !== 'true') tryAgain();
  };
  const alert = document.createElement('div');
  alert.role = 'alert';
  alert.append(part('p', 'failed', words.failed), why);
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styleSheet()];
  root.append(alert, button);
  return {
    element,
    say(reason, busy) {
      if (why.textContent !== reason) why.textContent = reason;
      button.ariaDisabled = String(busy);
    },
  };
}
