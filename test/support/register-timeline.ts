import { define } from '../../src/elements/define.js';
import { WaylineConnection } from '../../src/elements/wayline-connection.js';
import { WaylineEntry } from '../../src/elements/wayline-entry.js';
import { WaylineEvent } from '../../src/elements/wayline-event.js';
import { WaylineFilters } from '../../src/elements/wayline-filters.js';
import { WaylineGap } from '../../src/elements/wayline-gap.js';
import { WaylineNote } from '../../src/elements/wayline-note.js';
import { WaylineTimeline } from '../../src/elements/wayline-timeline.js';

/** Registers the timeline and what it is made of. */
export function registerTimeline(): void {
  define('wayline-connection', WaylineConnection);
  define('wayline-entry', WaylineEntry);
  define('wayline-event', WaylineEvent);
  define('wayline-filters', WaylineFilters);
  define('wayline-gap', WaylineGap);
  define('wayline-note', WaylineNote);
  define('wayline-timeline', WaylineTimeline);
}
