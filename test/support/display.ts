import { defaultDisplay, type Display } from '../../src/elements/shared/text/display.js';

/** The display of an agent who reads British English in UTC, with `parts` of it changed. */
export const displayOf = (parts: Partial<Display> = {}): Display =>
  Object.freeze({ ...defaultDisplay, zone: 'UTC', locale: 'en-GB', ...parts });
