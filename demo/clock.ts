/**
 * Shifts this document's clock by `offset` milliseconds, so that screenshots of a journey look the same every day. Only
 * for the demo: it replaces the global `Date`.
 */
export function shiftClock(offset: number): void {
  if (offset === 0 || !Number.isFinite(offset)) return;
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [RealDate.now() + offset] : args, newTarget) as object,
    get: (target, key, receiver) =>
      key === 'now' ? () => RealDate.now() + offset : (Reflect.get(target, key, receiver) as unknown),
  });
}
