/** Before the next paint. A hidden page gets no frames, and live events must not pile up there. */
export const beforeNextPaint = (work: () => void): void => {
  if (document.visibilityState === 'visible') requestAnimationFrame(work);
  else setTimeout(work, 250);
};
