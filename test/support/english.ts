import { addDeferredEnglish, fullEnglish as en } from '../../src/i18n/messages-in.js';
import { deferredEnglish } from '../../src/i18n/english-deferred.js';
import { coreEnglish } from '../../src/i18n/english.js';

addDeferredEnglish(deferredEnglish);

/** All words there are, as a catalogue. */
export const english = { ...coreEnglish, ...deferredEnglish };

/** All words there are, ready for use. */
export { en };
