import { define } from './define.js';
import { WaylineActivity } from './wayline-activity.js';
import { WaylineDetails } from './wayline-details.js';
import { WaylineEvent } from './wayline-event.js';
import { WaylineHelp } from './wayline-help.js';
import { WaylineTranscript } from './wayline-transcript.js';

define('wayline-activity', WaylineActivity);
define('wayline-transcript', WaylineTranscript);
define('wayline-details', WaylineDetails);
define('wayline-event', WaylineEvent);
define('wayline-help', WaylineHelp);
