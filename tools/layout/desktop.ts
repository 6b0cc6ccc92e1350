/** What the desktop is known to provide. Unknown names are a warning, never an error: the lists may be incomplete. */

/** The first names of `$STORE.` paths. `envVaribles` is the desktop's own spelling. */
export const storeModules: ReadonlySet<string> = new Set([
  ...['agent', 'agentContact', 'app', 'auth', 'generalNotifications', 'dynamic', 'layout', 'routing', 'session'],
  ...['envVaribles', 'browserNotifications', 'shortcutKeys', 'common', 'alertBanner', 'page', 'navigation'],
  ...['interactionControl', 'feedback', 'interactions', 'agentPerformance', 'coachingInsights', 'evaluationManager'],
  ...['selectedInteraction', 'tasks', 'aiSummary', 'agentStore', 'queueStatsStore', 'scheduledCallback', 'public'],
  'topicAnalytics',
]);

/** The keys of `$I18N.` texts. */
export const desktopWords: ReadonlySet<string> = new Set([
  'common.homePageLabel',
  'tpw.widgetTitle',
  'qmw.recordings',
  'pageSubHeader.queueName',
  'pageSubHeader.channelType',
  'pageSubHeader.managedTeams',
  'panelTwo.screenPopTitle',
]);

/** The values of `visibility`. */
export const visibilityFlags: ReadonlySet<string> = new Set([
  ...['IVR_TRANSCRIPT', 'WXM_JOURNEY', 'SCREEN_POP', 'WXM_METRICS', 'CALL_GUIDE', 'CUSTOMER_JOURNEY_WIDGET'],
  'NOT_RESPONSIVE',
]);

/** Cisco's journey widget. The desktop has it, so it may be in a layout without a script. */
export const ciscoJourney = 'customer-journey-widget';

const builtIns: ReadonlySet<string> = new Set([
  ...[ciscoJourney, 'dynamic-area', 'page-title', 'router-view', 'analyzer-widget'],
]);
const ownPrefix = /^(agentx|md|mdc|uuip|analyzer)-/;

/** Whether the desktop defines the tag itself, so that it needs no script. */
export const isOfDesktop = (tag: string): boolean => builtIns.has(tag) || ownPrefix.test(tag);

/** Words in tags that do not name a vendor: two vendors may choose the same tag. */
export const wordsOfAll: ReadonlySet<string> = new Set([
  ...['customer', 'contact', 'agent', 'supervisor', 'task', 'call', 'chat', 'email', 'queue', 'team', 'journey'],
  ...[
    'widget',
    'custom',
    'my',
    'app',
    'web',
    'desktop',
    'main',
    'test',
    'sample',
    'example',
    'demo',
    'header',
    'panel',
  ],
]);
