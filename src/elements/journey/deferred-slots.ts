import type { createAliasCounter } from '../../domain/person/alias-counts.js';
import type { zoneOf } from '../../domain/profile/profile.js';
import type { DeferredAbilities, DeferredSourceOptions } from '../../sources/deferred-source-options.js';
import type { createJourneyMasker } from '../../store/masked-journey.js';
import type { shortcutOf } from '../help/shortcuts.js';
import type { LookUpModel } from '../look-up/look-up-model.js';
import type { mergeService } from '../merge/merge-service.js';
import type { IconLoader } from '../shared/icons/icon-loader.js';
import { slot } from '../shared/loading/slot.js';
import type { InsightsModel } from './insights-model.js';

/** While it is empty and `mask` is set, no customer is shown. */
export const masking = slot<typeof createJourneyMasker>();

/** While it is empty, no key is a shortcut. */
export const shortcuts = slot<typeof shortcutOf>();

export const sourceAbilities = slot<(options: DeferredSourceOptions) => Required<DeferredAbilities>>();

/** What else the root uses. */
export const rootParts = slot<{
  readonly createAliasCounter: typeof createAliasCounter;
  readonly IconLoader: typeof IconLoader;
  readonly InsightsModel: typeof InsightsModel;
  readonly LookUpModel: typeof LookUpModel;
  readonly mergeService: typeof mergeService;
  readonly zoneOf: typeof zoneOf;
}>();
