/** Runs before the next paint. Hidden pages get no animation frames, so a timer is used there. */
export const beforeNextPaint = (work: () => void): void => {
  if (document.visibilityState === 'visible') requestAnimationFrame(work);
  else setTimeout(work, 250);
};
