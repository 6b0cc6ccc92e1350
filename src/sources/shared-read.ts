/**
 * Reads once for all callers. A failure is not kept: the next caller reads again. If the first caller aborts, the read
 * stops, and the other callers start a new one.
 */
export function sharedRead<T>(read: (signal: AbortSignal) => Promise<T>): (signal: AbortSignal) => Promise<T> {
  let current: { readonly signal: AbortSignal; readonly value: Promise<T> } | undefined;
  return async (signal) => {
    for (;;) {
      signal.throwIfAborted();
      const reading = (current ??= { signal, value: read(signal) });
      try {
        return await reading.value;
      } catch (error) {
        if (current === reading) current = undefined;
        if (reading.signal === signal || !reading.signal.aborted) throw error;
      }
    }
  };
}
