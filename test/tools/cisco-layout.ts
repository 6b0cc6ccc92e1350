/** A layout with Cisco's journey widget in all three roles, in each of the possible ways. */

/** Every attribute of Cisco's widget, each with a value that is not its default. */
export const ciscoAttributes = {
  'project-id': '65f0c0ffee0123456789abcd',
  'template-id': 'journey-default-template',
  customer: '+14155550132',
  'show-alias-icon': 'false',
  'hide-profile-name': 'true',
  'use-new-momentum-icons': 'true',
  limit: '50',
  'time-frame': '30-Days',
  'disable-event-stream': 'true',
  'enable-user-search': 'true',
  'icon-data-url': '/icon-map.json',
  'condensed-view': 'true',
  'is-visual-rebrand-enabled': 'true',
  'is-momentum-v2-enabled': 'true',
  'cad-variable-lookup': 'customerId',
} as const;

const properties = {
  interactionData: '$STORE.agentContact.taskSelected',
  bearerToken: '$STORE.auth.accessToken',
  organizationId: '$STORE.agent.orgId',
  dataCenter: '$STORE.app.datacenter',
};

const wrapper = { title: 'Customer Journey Widget', maximizeAreaName: 'app-maximize-area' };

const scripted = {
  comp: 'customer-journey-widget',
  script: 'https://journey-widget.webex.com',
  attributes: ciscoAttributes,
  properties,
  wrapper,
};

const builtIn = { comp: 'customer-journey-widget', properties, wrapper, attributes: ciscoAttributes };

const slot = { comp: 'slot', attributes: { name: 'CUSTOMER_JOURNEY_WIDGET', ...ciscoAttributes } };

const pair = (label: object, widget: object, extra: object = {}): object[] => [
  { comp: 'md-tab', attributes: { slot: 'tab', class: 'widget-pane-tab' }, children: [label], ...extra },
  { comp: 'md-tab-panel', attributes: { slot: 'panel', class: 'widget-pane' }, children: [widget], ...extra },
];

const transcript = pair(
  { comp: 'slot', attributes: { name: 'IVR_TRANSCRIPT_TAB' } },
  { comp: 'slot', attributes: { name: 'IVR_TRANSCRIPT' } },
  { visibility: 'IVR_TRANSCRIPT' },
);

const label = { comp: 'span', textContent: 'Customer Journey' };

const config = (journey: readonly object[], page: object): object => ({
  version: '0.1.0',
  appTitle: 'Contact Center',
  area: {
    advancedHeader: [{ comp: 'agentx-state-selector' }],
    panel: { comp: 'md-tabs', attributes: { class: 'widget-tabs' }, children: [...journey, ...transcript] },
    navigation: [
      {
        nav: { label: 'Journey search', icon: 'recents', iconType: 'momentum', navigateTo: 'journey', align: 'top' },
        page: {
          id: 'journey-page',
          widgets: { main: page },
          layout: { areas: [['main']], size: { cols: [1], rows: [1] } },
        },
      },
    ],
  },
});

const flag = { visibility: 'CUSTOMER_JOURNEY_WIDGET' };
const slotLabel = { comp: 'slot', attributes: { name: 'CUSTOMER_JOURNEY_WIDGET_TAB' } };

export const ciscoLayout = JSON.stringify(
  {
    agent: config(pair(label, scripted), scripted),
    supervisor: config(pair(label, builtIn), builtIn),
    supervisorAgent: config(pair(slotLabel, slot, flag), builtIn),
  },
  null,
  '\t',
);
