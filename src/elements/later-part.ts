import { createCjdsLive } from '../sources/cjds/cjds-live.js';
import { createCjdsProfiles } from '../sources/cjds/cjds-profiles.js';
import { personEdits, type MergeRights } from '../sources/cjds/person-edits.js';
import { networkReturns, wakeOn } from '../sources/wake.js';
import { contactRecords } from '../sources/wxcc-search/contact-records.js';
import { createAliasTally } from '../domain/alias-counts.js';
import { foundBeside, marksIn } from '../domain/finds.js';
import { zoneOf } from '../domain/profile.js';
import { createSearch, narrows, termsOf } from '../domain/search.js';
import { addEnglish } from '../i18n/en.js';
import { laterEnglish } from '../i18n/english-later.js';
import { contactDetails } from './contact-details.js';
import { define } from './define.js';
import { IconsController } from './icons-controller.js';
import { exactTime, thereText } from './exact-time.js';
import { addIcons } from './icon.js';
import { InsightWatch } from './insight-watch.js';
import { laterIcons } from './later-icons.js';
import type { LaterSourceOptions } from './later-source.js';
import { LookUpController } from './look-up-controller.js';
import { createMasking } from '../store/masking.js';
import { mergeDesk } from './merge-desk.js';
import { shortcutOf } from './shortcuts.js';
import { WaylineAddAlias } from './wayline-add-alias.js';
import { WaylineActivity } from './wayline-activity.js';
import { WaylineDetails } from './wayline-details.js';
import { WaylineEvent } from './wayline-event.js';
import { WaylineFilters } from './wayline-filters.js';
import { WaylineHelp } from './wayline-help.js';
import { WaylineIdentity } from './wayline-identity.js';
import { WaylineLookUp } from './wayline-look-up.js';
import { WaylineMerge } from './wayline-merge.js';
import { WaylineNotices } from './wayline-notices.js';
import { WaylinePersons } from './wayline-persons.js';
import { WaylineProfile } from './wayline-profile.js';
import { WaylineRename } from './wayline-rename.js';
import { WaylineTranscript } from './wayline-transcript.js';

addEnglish(laterEnglish);
addIcons(laterIcons);

define('wayline-activity', WaylineActivity);
define('wayline-add-alias', WaylineAddAlias);
define('wayline-details', WaylineDetails);
define('wayline-event', WaylineEvent);
define('wayline-filters', WaylineFilters);
define('wayline-help', WaylineHelp);
define('wayline-identity', WaylineIdentity);
define('wayline-look-up', WaylineLookUp);
define('wayline-merge', WaylineMerge);
define('wayline-notices', WaylineNotices);
define('wayline-persons', WaylinePersons);
define('wayline-profile', WaylineProfile);
define('wayline-rename', WaylineRename);
define('wayline-transcript', WaylineTranscript);

/** Whether a token may merge persons is asked once, whatever customers and elements come. */
const rights: MergeRights = new Map();

/** What tells a broken or sleeping line that the world is back. */
const lines = { wake: wakeOn({ window, document }), networkReturns: networkReturns(window) };

const sourceParts = (options: LaterSourceOptions) => ({
  ...createCjdsLive({ ...options, ...lines }),
  ...createCjdsProfiles({ ...options, ...lines }),
  ...personEdits({ ...options, rights }),
  records: contactRecords({ ...options, host: options.recordsHost ?? '' }),
});

/** What others than elements need of it. */
export const part = {
  contactDetails,
  createAliasTally,
  createMasking,
  createSearch,
  exactTime,
  foundBeside,
  IconsController,
  InsightWatch,
  LookUpController,
  marksIn,
  mergeDesk,
  narrows,
  shortcutOf,
  sourceParts,
  termsOf,
  thereText,
  zoneOf,
} as const;
