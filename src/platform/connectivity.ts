/** Resolves at the event; never after `signal` has aborted. */
export type Wake = (signal: AbortSignal) => Promise<void>;

/** The objects that report a network or a page that is back. Default: those of the browser. */
export interface WakeTargets {
  readonly window: EventTarget;
  readonly document: EventTarget & { readonly visibilityState: DocumentVisibilityState };
}

/** Resolves when the browser is online again or the page becomes visible: time to try again. */
export const onOnlineOrVisible =
  ({ window, document }: WakeTargets): Wake =>
  (signal) =>
    new Promise((resolve) => {
      const heard = new AbortController();
      const until = { signal: AbortSignal.any([signal, heard.signal]) };
      const wake = () => {
        heard.abort();
        resolve();
      };
      window.addEventListener('online', wake, until);
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake(), until);
    });

/** Resolves when the browser is online again: older connections may be dead without an error. */
export const onOnline =
  (window: EventTarget): Wake =>
  (signal) =>
    new Promise((resolve) => window.addEventListener('online', () => resolve(), { signal, once: true }));
