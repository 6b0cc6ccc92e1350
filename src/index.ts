import { define } from './elements/define.js';
import { WaylineConnection } from './elements/wayline-connection.js';
import { WaylineEntry } from './elements/wayline-entry.js';
import { WaylineFilters } from './elements/wayline-filters.js';
import { WaylineGap } from './elements/wayline-gap.js';
import { WaylineHeader } from './elements/wayline-header.js';
import { WaylineIdentity } from './elements/wayline-identity.js';
import { WaylineJourney } from './elements/wayline-journey.js';
import { WaylineNote } from './elements/wayline-note.js';
import { WaylineNotices } from './elements/wayline-notices.js';
import { WaylineNow } from './elements/wayline-now.js';
import { WaylineProfile } from './elements/wayline-profile.js';
import { WaylineState } from './elements/wayline-state.js';
import { WaylineTimeline } from './elements/wayline-timeline.js';

// What is not needed at first sight comes with `later-part`. The root comes last: when it is upgraded, everything it draws is there.
define('wayline-connection', WaylineConnection);
define('wayline-entry', WaylineEntry);
define('wayline-filters', WaylineFilters);
define('wayline-gap', WaylineGap);
define('wayline-header', WaylineHeader);
define('wayline-identity', WaylineIdentity);
define('wayline-note', WaylineNote);
define('wayline-notices', WaylineNotices);
define('wayline-now', WaylineNow);
define('wayline-profile', WaylineProfile);
define('wayline-state', WaylineState);
define('wayline-timeline', WaylineTimeline);
define('wayline-journey', WaylineJourney);
