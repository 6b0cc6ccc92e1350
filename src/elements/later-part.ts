import { define } from './define.js';
import { WaylineActivity } from './wayline-activity.js';
import { WaylineEvent } from './wayline-event.js';
import { WaylineHelp } from './wayline-help.js';

define('wayline-activity', WaylineActivity);
define('wayline-event', WaylineEvent);
define('wayline-help', WaylineHelp);
