/** Holds a function or value of the deferred part. The code that reads it works without it, too. */
export interface Slot<T> {
  /** `undefined` until the deferred part is loaded. */
  get(): T | undefined;
  /** Does not update elements: they update when their `DeferredController` or their properties change. */
  fill(content: T): void;
}

/** Creates an empty slot. */
export function slot<T>(): Slot<T> {
  let filled: T | undefined;
  return { get: () => filled, fill: (content) => void (filled = content) };
}
