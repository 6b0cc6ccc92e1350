import { connectWayline } from './connect-wayline.js';

// For pages that load a classic script instead of a module.
Object.assign(globalThis, { Wayline: { connect: connectWayline } });
