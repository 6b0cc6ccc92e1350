import { mark } from './marks.js';

export const ourTag = 'wayline-journey';

/** What stands in the layouts that we give away, until an administrator puts the address of the real script. */
export const placeholderScript = 'https://wayline.example.com/wayline.js';

/** What the desktop gives the widget: the same names as Cisco's widget has, and a few more. */
export const bindings = {
  interactionData: '$STORE.agentContact.taskSelected',
  bearerToken: '$STORE.auth.accessToken',
  organizationId: '$STORE.agent.orgId',
  agentId: '$STORE.agent.agentId',
  dataCenter: '$STORE.app.datacenter',
  darkMode: '$STORE.app.darkMode',
  theme: '$STORE.app.theme',
  mask: '$STORE.agent.getIsMaskSensitiveDataEnabled',
} as const;

const title = 'Customer journey';

/** How the widget is added. */
export interface Wishes {
  /** Address of the script. */
  readonly script: string;
  /** Journey project; looked up where the agents' sign-in may. */
  readonly project?: string | undefined;
}

const widget = ({ script, project }: Wishes, attributes: Readonly<Record<string, string>>) => ({
  comp: ourTag,
  script,
  attributes: { ...(project === undefined ? {} : { 'project-id': project }), ...attributes },
  properties: bindings,
  wrapper: { title, maximizeAreaName: 'app-maximize-area' },
});

/** A tab of the panel and what it shows. */
export const tabWith = (wishes: Wishes, markText: string): readonly object[] => [
  {
    comp: 'md-tab',
    attributes: { slot: 'tab', class: 'widget-pane-tab' },
    children: [
      { comp: 'md-icon', attributes: { name: 'icon-recents_16' } },
      { comp: 'span', textContent: 'Journey' },
    ],
  },
  {
    comp: 'md-tab-panel',
    attributes: { slot: 'panel', class: 'widget-pane' },
    children: [widget(wishes, { [mark]: markText })],
  },
];

export const panelWith = (wishes: Wishes, markText: string): object => ({
  comp: 'md-tabs',
  attributes: { class: 'widget-tabs' },
  children: tabWith(wishes, markText),
});

export interface PageNames {
  readonly navigateTo: string;
  readonly id: string;
}

/** A page of the navigation bar, where agents may also look for other customers. */
export const pageWith = (wishes: Wishes, markText: string, { navigateTo, id }: PageNames): object => ({
  nav: { label: title, icon: 'recents', iconType: 'momentum', navigateTo, align: 'top' },
  page: {
    id,
    widgets: { main: widget(wishes, { 'enable-user-search': 'true', [mark]: markText }) },
    layout: { areas: [['main']], size: { cols: [1], rows: [1] } },
  },
});
