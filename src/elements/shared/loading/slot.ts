/** A place for something that the deferred part brings. It belongs to the code that uses it, which works without it. */
export interface Slot<T> {
  /** `undefined` until the deferred part is there. */
  get(): T | undefined;
  /** Updates nothing: an element that uses the slot updates when its `DeferredController` or its properties change. */
  fill(content: T): void;
}

export function slot<T>(): Slot<T> {
  let filled: T | undefined;
  return { get: () => filled, fill: (content) => void (filled = content) };
}
