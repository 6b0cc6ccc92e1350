import { elementsOfPage } from './elements-of-page.js';
import { createNotice, type Notice } from './notice.js';

/** Shows a failed load in every element of the page, also in elements added later. */
export interface Failure {
  /**
   * Shows the failure.
   *
   * @param reason in English, for the administrator
   */
  show(reason: string): void;
  /** Shows that another attempt is running. */
  busy(): void;
  /** Removes the notices, because the load succeeded. */
  clear(): void;
}

/**
 * Interval for finding new elements, in milliseconds: no event reports an element that is added inside a shadow tree.
 */
const lookEvery = 1_000;

/**
 * Creates the failure.
 *
 * @param tryAgain called when the agent presses "Try again"
 */
export function createFailure(tag: string, tryAgain: () => void): Failure {
  const notices = new Map<HTMLElement, Notice>();
  let reason = '';
  let isBusy = false;
  let timer: ReturnType<typeof setInterval> | undefined;

  const clear = (): void => {
    clearInterval(timer);
    timer = undefined;
    notices.forEach(({ element }) => element.remove());
    notices.clear();
  };

  const look = (): void => {
    if (customElements.get(tag) !== undefined) {
      clear(); // another copy of the script defined the element
      return;
    }
    for (const host of elementsOfPage(tag)) {
      if (notices.has(host)) continue;
      const notice = createNotice(host.lang, tryAgain);
      notice.say(reason, isBusy);
      notices.set(host, notice);
      host.append(notice.element);
    }
    for (const host of notices.keys()) if (!host.isConnected) notices.delete(host);
  };

  const sayAll = (): void => notices.forEach((notice) => notice.say(reason, isBusy));

  return {
    show(text) {
      reason = text;
      isBusy = false;
      sayAll();
      look();
      timer ??= setInterval(look, lookEvery);
    },
    busy() {
      isBusy = true;
      sayAll();
    },
    clear,
  };
}
