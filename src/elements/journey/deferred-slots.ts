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

/** Until it is filled, no customer is shown if `mask` is set. */
export const masking = slot<typeof createJourneyMasker>();

/** Until it is filled, there are no shortcuts. */
export const shortcuts = slot<typeof shortcutOf>();

/** Creates the abilities of a source that are not needed for the first view. */
export const sourceAbilities = slot<(options: DeferredSourceOptions) => Required<DeferredAbilities>>();

/** Other parts of the root that are not needed for the first view. */
export const rootParts = slot<{
  readonly createAliasCounter: typeof createAliasCounter;
  readonly IconLoader: typeof IconLoader;
  readonly InsightsModel: typeof InsightsModel;
  readonly LookUpModel: typeof LookUpModel;
  readonly mergeService: typeof mergeService;
  readonly zoneOf: typeof zoneOf;
}>();
