/** Says yes at first, and then after pauses: the first is `pause` milliseconds long, each one after it twice as long. */
export function createPacer(pause: number, now: () => number): () => boolean {
  let next = 0;
  let length = pause;
  return () => {
    if (now() < next) return false;
    next = now() + length;
    length *= 2;
    return true;
  };
}
