import { startGuest } from './guest.js';

/** Set by the build. */
declare const waylineVersion: string;

void startGuest(waylineVersion);
