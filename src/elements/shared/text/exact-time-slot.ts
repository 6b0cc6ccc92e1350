import { slot } from '../loading/slot.js';
import type { exactTime, thereText } from './exact-time.js';

/** In a file of its own, so that only the deferred part contains the functions. */
export const exactTimes = slot<{ readonly exactTime: typeof exactTime; readonly thereText: typeof thereText }>();
