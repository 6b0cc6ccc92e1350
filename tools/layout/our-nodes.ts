import { mark } from './marks.js';

export const ourTag = 'wayline-journey';

/** The script in the layouts of the package. The administrator replaces it with the real address. */
export const placeholderScript = 'https://wayline.example.com/wayline.js';

/** The values from the desktop for the widget: the same names as for Cisco's widget, and a few more. */
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

/** How to add the widget. */
export interface Wishes {
  /** The URL of the script. */
  readonly script: string;
  /** The ID of the journey project; the widget finds it if it is not set and the agents' token may list projects. */
  readonly project?: string | undefined;
}

const widget = ({ script, project }: Wishes, attributes: Readonly<Record<string, string>>) => ({
  comp: ourTag,
  script,
  attributes: { ...(project === undefined ? {} : { 'project-id': project }), ...attributes },
  properties: bindings,
  wrapper: { title, maximizeAreaName: 'app-maximize-area' },
});

/** A tab of the panel and its content. */
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

/** A panel with tabs, for a layout without a panel. */
export const panelWith = (wishes: Wishes, markText: string): object => ({
  comp: 'md-tabs',
  attributes: { class: 'widget-tabs' },
  children: tabWith(wishes, markText),
});

/** Names of an added page that no other page has. */
export interface PageNames {
  readonly navigateTo: string;
  readonly id: string;
}

/** A page of the navigation bar; agents can also look up other customers there. */
export const pageWith = (wishes: Wishes, markText: string, { navigateTo, id }: PageNames): object => ({
  nav: { label: title, icon: 'recents', iconType: 'momentum', navigateTo, align: 'top' },
  page: {
    id,
    widgets: { main: widget(wishes, { 'enable-user-search': 'true', [mark]: markText }) },
    layout: { areas: [['main']], size: { cols: [1], rows: [1] } },
  },
});
