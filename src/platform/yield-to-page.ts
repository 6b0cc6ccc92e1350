/** Resolves when the page has had its turn; `undefined`, at once, while there is time left in this one. */
export type Breath = () => Promise<void> | undefined;

declare global {
  /** Not in every browser yet. */
  interface Scheduler {
    yield(): Promise<void>;
  }
}

/** In a hidden page a timer may take a minute; a yield does not. */
const nextTurn = (): Promise<void> =>
  'scheduler' in globalThis && 'yield' in scheduler
    ? scheduler.yield()
    : new Promise((resolve) => setTimeout(resolve, 0));

/** Who has not asked for so long was not at work meanwhile. Milliseconds. */
const idle = 100;

/** For long work in pieces: asked after each of them, it lets the page draw and answer after `slice` milliseconds. */
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
