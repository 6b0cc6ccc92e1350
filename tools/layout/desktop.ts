/** What the desktop brings along, as far as it is known. Unknown names are a warning, never an error. */

/** The first words of `$STORE.` paths. `envVaribles` is spelled so. */
export const storeModules: ReadonlySet<string> = new Set([
  ...['agent', 'agentContact', 'app', 'auth', 'generalNotifications', 'dynamic', 'layout', 'routing', 'session'],
  ...['envVaribles', 'browserNotifications', 'shortcutKeys', 'common', 'alertBanner', 'page', 'navigation'],
  ...['interactionControl', 'feedback', 'interactions', 'agentPerformance', 'coachingInsights', 'evaluationManager'],
  ...['selectedInteraction', 'tasks', 'aiSummary', 'agentStore', 'queueStatsStore', 'scheduledCallback', 'public'],
  'topicAnalytics',
]);

export const desktopWords: ReadonlySet<string> = new Set([
  'common.homePageLabel',
  'tpw.widgetTitle',
  'qmw.recordings',
  'pageSubHeader.queueName',
  'pageSubHeader.channelType',
  'pageSubHeader.managedTeams',
  'panelTwo.screenPopTitle',
]);

export const visibilityFlags: ReadonlySet<string> = new Set([
  ...['IVR_TRANSCRIPT', 'WXM_JOURNEY', 'SCREEN_POP', 'WXM_METRICS', 'CALL_GUIDE', 'CUSTOMER_JOURNEY_WIDGET'],
  'NOT_RESPONSIVE',
]);

/** Cisco's journey widget, which the desktop has with and without a script. */
export const ciscoJourney = 'customer-journey-widget';

const builtIns: ReadonlySet<string> = new Set([
  ...[ciscoJourney, 'dynamic-area', 'page-title', 'router-view', 'analyzer-widget'],
]);
const ownPrefix = /^(agentx|md|mdc|uuip|analyzer)-/;

/** Whether the desktop defines the tag itself, so that it needs no script. */
export const isOfDesktop = (tag: string): boolean => builtIns.has(tag) || ownPrefix.test(tag);

/** Words that say nothing about who makes a widget: two vendors may choose the same tag. */
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
