import { slot } from '../loading/slot.js';
import type { exactTime, thereText } from './exact-time.js';

/** Apart from the functions, so that only the deferred part contains them. */
export const exactTimes = slot<{ readonly exactTime: typeof exactTime; readonly thereText: typeof thereText }>();
