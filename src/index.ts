import { define } from './elements/define.js';
import { WaylineConnection } from './elements/wayline-connection.js';
import { WaylineEntry } from './elements/wayline-entry.js';
import { WaylineGap } from './elements/wayline-gap.js';
import { WaylineHeader } from './elements/wayline-header.js';
import { WaylineJourney } from './elements/wayline-journey.js';
import { WaylineNote } from './elements/wayline-note.js';
import { WaylineNow } from './elements/wayline-now.js';
import { WaylineState } from './elements/wayline-state.js';
import { WaylineTimeline } from './elements/wayline-timeline.js';

// What is not needed at first sight comes with `later-part`. The root comes last: when it is upgraded, everything it draws is there.
define('wayline-connection', WaylineConnection);
define('wayline-entry', WaylineEntry);
define('wayline-gap', WaylineGap);
define('wayline-header', WaylineHeader);
define('wayline-note', WaylineNote);
define('wayline-now', WaylineNow);
define('wayline-state', WaylineState);
define('wayline-timeline', WaylineTimeline);
define('wayline-journey', WaylineJourney);
