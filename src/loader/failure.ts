import { elementsOfPage } from './elements-of-page.js';
import { createNotice, type Notice } from './notice.js';

/** A failed load, in every element of the page, and in those that come while it lasts. */
export interface Failure {
  /** @param reason for an administrator, in English */
  show(reason: string): void;
  /** Another attempt is under way. */
  busy(): void;
  /** It is over: the elements are as they were. */
  clear(): void;
}

/** Nothing tells of an element that comes in a shadow tree nobody knows yet, so the page is looked through. Milliseconds. */
const lookEvery = 1_000;

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
      clear(); // somebody else has brought it
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
