/** Resolves with the time when the next frame has been painted. */
export const painted = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(performance.now());
      };
      port2.postMessage(undefined);
    });
  });

/** Resolves with the time of the first painted frame in which `holds`. */
export async function until(holds: () => boolean): Promise<number> {
  for (;;) {
    const now = await painted();
    if (holds()) return now;
  }
}

/** Runs frames until `isOver`: the longest gap between two, in milliseconds, and the result of `sample` in each. */
export async function watchFrames<T>(isOver: () => boolean, sample: () => T): Promise<{ longest: number; seen: T[] }> {
  const seen: T[] = [];
  let longest = 0;
  for (let last = await painted(); !isOver();) {
    const now = await painted();
    longest = Math.max(longest, now - last);
    last = now;
    seen.push(sample());
  }
  return { longest, seen };
}
