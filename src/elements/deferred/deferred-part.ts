import type { CjdsOptions } from '../../sources/cjds/cjds-source.js';
import { createCjdsLive } from '../../sources/cjds/cjds-live.js';
import { createCjdsProfiles } from '../../sources/cjds/cjds-profiles.js';
import { createPersonEdits } from '../../sources/cjds/edits/person-edits.js';
import { onOnline, onOnlineOrVisible } from '../../platform/connectivity.js';
import { createInteractionRecords } from '../../sources/wxcc-search/interaction-records.js';
import { createAliasCounter } from '../../domain/person/alias-counts.js';
import { matchesInHiddenFields, highlight } from '../../domain/search/highlight.js';
import { zoneOf } from '../../domain/profile/profile.js';
import { createSearch, isNarrower, termsOf } from '../../domain/search/search.js';
import { addDeferredEnglish } from '../../i18n/messages-in.js';
import { deferredEnglish } from '../../i18n/english-deferred.js';
import { contactDetails } from '../entry/interaction-details.js';
import { interactionDetails } from '../entry/wayline-entry.js';
import { define } from '../shared/loading/define.js';
import { iconForKeyword } from '../shared/icons/icon-keywords.js';
import { keywordIcons } from '../shared/icons/icon-set.js';
import { IconLoader } from '../shared/icons/icon-loader.js';
import { highlighter } from '../shared/text/highlighted-text.js';
import { exactTime, thereText } from '../shared/text/exact-time.js';
import { exactTimes } from '../shared/text/exact-time-slot.js';
import { addIcons } from '../shared/icons/icon.js';
import { masking, rootParts, shortcuts, sourceAbilities } from '../journey/deferred-slots.js';
import { InsightsModel } from '../journey/insights-model.js';
import { searchFunctions } from '../journey/timeline-model.js';
import { deferredIcons } from '../shared/icons/deferred-icons.js';
import { LookUpModel } from '../look-up/look-up-model.js';
import { createJourneyMasker } from '../../store/masked-journey.js';
import { mergeService } from '../merge/merge-service.js';
import { shortcutOf } from '../help/shortcuts.js';
import { WaylineAddAlias } from '../identity/wayline-add-alias.js';
import { WaylineActivity } from '../activity/wayline-activity.js';
import { WaylineFields } from '../entry/wayline-fields.js';
import { WaylineEvent } from '../entry/wayline-event.js';
import { WaylineFilters } from '../filters/wayline-filters.js';
import { WaylineGap } from '../timeline/wayline-gap.js';
import { WaylineHelp } from '../help/wayline-help.js';
import { WaylineIdentity } from '../identity/wayline-identity.js';
import { WaylineLookUp } from '../look-up/wayline-look-up.js';
import { WaylineMerge } from '../merge/wayline-merge.js';
import { WaylineNotices } from '../header/wayline-notices.js';
import { WaylinePersons } from '../identity/wayline-persons.js';
import { WaylineProfile } from '../profile/wayline-profile.js';
import { WaylineRename } from '../identity/wayline-rename.js';
import { WaylineTranscript } from '../entry/wayline-transcript.js';

/** Signals to retry a broken connection: online, visible. */
const lines = {
  wake: onOnlineOrVisible({ window, document }),
  onOnline: onOnline(window),
} satisfies Partial<CjdsOptions>;

addDeferredEnglish(deferredEnglish);
addIcons(deferredIcons);
exactTimes.fill({ exactTime, thereText });
highlighter.fill({ highlight, matchesInHiddenFields });
interactionDetails.fill(contactDetails);
keywordIcons.fill(iconForKeyword);
masking.fill(createJourneyMasker);
rootParts.fill({ createAliasCounter, IconLoader, InsightsModel, LookUpModel, mergeService, zoneOf });
searchFunctions.fill({ createSearch, isNarrower, termsOf });
shortcuts.fill(shortcutOf);
sourceAbilities.fill((options) => ({
  ...createCjdsLive({ ...options, ...lines }),
  ...createCjdsProfiles({ ...options, ...lines }),
  ...createPersonEdits(options),
  records: createInteractionRecords({ ...options, host: options.recordsHost ?? '' }),
}));

define('wayline-activity', WaylineActivity);
define('wayline-add-alias', WaylineAddAlias);
define('wayline-details', WaylineFields);
define('wayline-event', WaylineEvent);
define('wayline-filters', WaylineFilters);
define('wayline-gap', WaylineGap);
define('wayline-help', WaylineHelp);
define('wayline-identity', WaylineIdentity);
define('wayline-look-up', WaylineLookUp);
define('wayline-merge', WaylineMerge);
define('wayline-notices', WaylineNotices);
define('wayline-persons', WaylinePersons);
define('wayline-profile', WaylineProfile);
define('wayline-rename', WaylineRename);
define('wayline-transcript', WaylineTranscript);
