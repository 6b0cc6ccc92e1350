import { addEnglish, wholeEnglish as en } from '../../src/i18n/messages-in.js';
import { laterEnglish } from '../../src/i18n/english-deferred.js';
import { firstEnglish } from '../../src/i18n/english.js';

addEnglish(laterEnglish);

/** All words there are, as a catalogue. */
export const english = { ...firstEnglish, ...laterEnglish };

/** All words there are, ready for use. */
export { en };
