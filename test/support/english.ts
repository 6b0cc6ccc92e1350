import { addDeferredEnglish, fullEnglish as en } from '../../src/i18n/messages-in.js';
import { deferredEnglish } from '../../src/i18n/english-deferred.js';
import { coreEnglish } from '../../src/i18n/english.js';

addDeferredEnglish(deferredEnglish);

/** All English words, as a catalogue. */
export const english = { ...coreEnglish, ...deferredEnglish };

/** All English words, ready for use. */
export { en };
