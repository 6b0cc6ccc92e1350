/**
 * Reads once for everybody who asks; a failure is forgotten, and the next caller reads again. When the caller whose
 * signal the reading follows gives up, the others go on with a reading of their own.
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
