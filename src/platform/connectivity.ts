/** Resolves when the world says so; says nothing more once `signal` has aborted. */
export type Wake = (signal: AbortSignal) => Promise<void>;

export interface WakeTargets {
  readonly window: EventTarget;
  readonly document: EventTarget & { readonly visibilityState: DocumentVisibilityState };
}

/** When the network returns or the page becomes visible: time to try again at once. */
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

/** When the network returns: connections from before may be dead without either end having said so. */
export const onOnline =
  (window: EventTarget): Wake =>
  (signal) =>
    new Promise((resolve) => window.addEventListener('online', () => resolve(), { signal, once: true }));
