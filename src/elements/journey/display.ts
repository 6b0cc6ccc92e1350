import type { Display } from '../shared/text/display.js';

const keys = ['messages', 'locale', 'zone', 'customerZone', 'masked'] as const satisfies readonly (keyof Display)[];

/** Returns a function that makes a new frozen display only when one of its parts has changed. */
export function createDisplays(): (parts: Display) => Display {
  let last: Display | undefined;
  return (parts) => {
    if (last === undefined || keys.some((key) => last?.[key] !== parts[key])) last = Object.freeze(parts);
    return last;
  };
}
