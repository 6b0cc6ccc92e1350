/** Resolves when the page had time for other work; `undefined` while this slice has time left. */
export type Breath = () => Promise<void> | undefined;

declare global {
  /** Not in all browsers yet. */
  interface Scheduler {
    yield(): Promise<void>;
  }
}

/** In a hidden page, a timer may take a minute. A yield does not. */
const nextTurn = (): Promise<void> =>
  'scheduler' in globalThis && 'yield' in scheduler
    ? scheduler.yield()
    : new Promise((resolve) => setTimeout(resolve, 0));

/** After a longer pause, a new slice starts. Milliseconds. */
const idle = 100;

/**
 * For long work in small pieces: call it after each piece. After `slice` milliseconds it gives the page time to draw
 * and respond.
 */
export function createYieldToPage(slice = 8): Breath {
  let since = -Infinity;
  let asked = -Infinity;
  return () => {
    const now = performance.now();
    if (now - asked > idle) since = now;
    asked = now;
    if (now - since < slice) return undefined;
    return nextTurn().then(() => {
      since = asked = performance.now();
    });
  };
}
