import { connectWayline } from './connect-wayline.js';

// For pages that take a script and no module.
Object.assign(globalThis, { Wayline: { connect: connectWayline } });
