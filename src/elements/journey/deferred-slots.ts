import type { DeferredAbilities, DeferredSourceOptions } from '../../sources/deferred-source-options.js';
import type { createJourneyMasker } from '../../store/masked-journey.js';
import type { shortcutOf } from '../help/shortcuts.js';
import { slot } from '../shared/loading/slot.js';

/** While it is empty and `mask` is set, no customer is shown. */
export const masking = slot<typeof createJourneyMasker>();

/** While it is empty, no key is a shortcut. */
export const shortcuts = slot<typeof shortcutOf>();

export const sourceAbilities = slot<(options: DeferredSourceOptions) => Required<DeferredAbilities>>();
