import { startGuest } from './guest.js';

/** Put in by the build. */
declare const waylineVersion: string;

void startGuest(waylineVersion);
