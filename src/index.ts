import { importDeferred } from './elements/journey/load-deferred.js';
import { deferredImport } from './elements/shared/loading/deferred.js';
import { define } from './elements/shared/loading/define.js';
import { WaylineConnection } from './elements/timeline/wayline-connection.js';
import { WaylineEntry } from './elements/entry/wayline-entry.js';
import { WaylineHeader } from './elements/header/wayline-header.js';
import { WaylineJourney } from './elements/journey/wayline-journey.js';
import { WaylineNote } from './elements/shared/notes/wayline-note.js';
import { WaylineNow } from './elements/header/wayline-now.js';
import { WaylineEmptyState } from './elements/shared/notes/wayline-empty-state.js';
import { WaylineTimeline } from './elements/timeline/wayline-timeline.js';

deferredImport.fill(importDeferred);

// The deferred part defines the other elements. The root is last: when it is upgraded, it can draw all of these.
define('wayline-connection', WaylineConnection);
define('wayline-entry', WaylineEntry);
define('wayline-header', WaylineHeader);
define('wayline-note', WaylineNote);
define('wayline-now', WaylineNow);
define('wayline-state', WaylineEmptyState);
define('wayline-timeline', WaylineTimeline);
define('wayline-journey', WaylineJourney);
