import type { createJourneyMasker } from '../../store/masked-journey.js';
import { slot } from '../shared/loading/slot.js';

/** While it is empty and `mask` is set, no customer is shown. */
export const masking = slot<typeof createJourneyMasker>();
