/** Layouts with one error, for each rule, and one without errors. */

const grid = (...cells: readonly string[]): object => ({
  areas: [cells],
  size: { cols: cells.map(() => 1), rows: [1] },
});

const notes = (): Record<string, unknown> => ({
  comp: 'acme-notes',
  script: 'https://cdn.example.com/acme-notes.js',
  attributes: { dark: '$STORE.app.darkMode' },
  properties: { token: '$STORE.auth.accessToken' },
  wrapper: { title: 'Notes', maximizeAreaName: 'app-maximize-area' },
});

const route = (name: string): Record<string, unknown> => ({
  nav: { label: name, icon: 'notes', iconType: 'momentum', navigateTo: name, align: 'top' },
  page: { id: `${name}-page`, widgets: { main: notes() }, layout: grid('main') },
});

const tab = (): Record<string, unknown> => ({
  comp: 'md-tab',
  attributes: { slot: 'tab', class: 'widget-pane-tab' },
  children: [{ comp: 'span', textContent: 'Notes' }],
});

const tabPanel = (widget: object = notes()): Record<string, unknown> => ({
  comp: 'md-tab-panel',
  attributes: { slot: 'panel', class: 'widget-pane' },
  children: [widget],
});

const panelOf = (...children: readonly object[]): Record<string, unknown> => ({
  comp: 'md-tabs',
  attributes: { class: 'widget-tabs' },
  children,
});

interface Parts {
  readonly area?: object;
  readonly config?: object;
}

/** A layout whose only errors are in the given part. */
const layoutWith = ({ area = {}, config = {} }: Parts = {}): object => ({
  agent: {
    version: '0.1.0',
    appTitle: 'Contact Center',
    ...config,
    area: { panel: panelOf(tab(), tabPanel()), navigation: [route('notes')], ...area },
  },
});

const written = (layout: object): string => `${JSON.stringify(layout, null, 2)}\n`;

export const soundLayout = written(layoutWith());

const withWidget = (change: object, key = 'panel'): object =>
  layoutWith({ area: { [key]: panelOf(tab(), tabPanel({ ...notes(), ...change })) } });

const withPage = (change: object): object => {
  const { nav, page } = route('other');
  return layoutWith({ area: { navigation: [{ nav, page: { ...(page as object), ...change } }] } });
};

export interface BrokenLayout {
  readonly rule: string;
  /** The error, for the title of a test. */
  readonly with: string;
  readonly text: string;
  /** Path of the finding. */
  readonly at: string;
}

const widgetPath = 'agent.area.panel.children[1].children[0]';

export const brokenLayouts: readonly BrokenLayout[] = [
  { rule: 'structure', with: 'no comp', text: written(layoutWith({ area: { panel: {} } })), at: 'agent.area.panel' },
  {
    rule: 'structure',
    with: 'an attribute that is a list',
    text: written(withWidget({ attributes: { limit: [20] } })),
    at: `${widgetPath}.attributes.limit`,
  },
  {
    rule: 'structure',
    with: 'an address that the desktop needs itself',
    text: written(layoutWith({ area: { navigation: [route('help')] } })),
    at: 'agent.area.navigation[0].nav.navigateTo',
  },
  {
    rule: 'structure',
    with: 'a page of flex layout without sizes',
    text: written(withPage({ useFlexLayout: true, layout: undefined })),
    at: 'agent.area.navigation[0].page.widgets.main',
  },
  { rule: 'structure', with: 'no role and no area', text: '{ "version": "0.1.0" }', at: 'the layout' },
  { rule: 'structure', with: 'a list for a layout', text: '[]', at: 'the layout' },
  {
    rule: 'double-key',
    with: 'a key that is there twice',
    text: soundLayout.replace('"version": "0.1.0",', '"version": "0.0.9", "version": "0.1.0",'),
    at: 'agent.version',
  },
  {
    rule: 'grid-cells',
    with: 'a cell that is no widget',
    text: written(withPage({ layout: grid('main', 'side') })),
    at: 'agent.area.navigation[0].page.layout.areas[0][1]',
  },
  {
    rule: 'grid-cells',
    with: 'a widget without a cell',
    text: written(withPage({ widgets: { main: notes(), side: notes() } })),
    at: 'agent.area.navigation[0].page.widgets.side',
  },
  {
    rule: 'grid-cycle',
    with: 'a grid within itself',
    text: written(withPage({ layout: { ROOT: grid('inner'), inner: grid('main', 'inner') } })),
    at: 'agent.area.navigation[0].page.layout.inner.areas[0][1]',
  },
  {
    rule: 'unique-route',
    with: 'one address for two pages',
    text: written(
      layoutWith({
        area: { homepage: { ...route('home'), page: route('landing').page as object }, navigation: [route('home')] },
      }),
    ),
    at: 'agent.area.navigation[0].nav.navigateTo',
  },
  {
    rule: 'unique-page',
    with: 'one id for two pages',
    text: written(
      layoutWith({ area: { navigation: [route('one'), { ...route('two'), page: route('one').page as object }] } }),
    ),
    at: 'agent.area.navigation[1].page.id',
  },
  {
    rule: 'one-header',
    with: 'header actions beside an advanced header',
    text: written(layoutWith({ area: { advancedHeader: [] }, config: { headerActions: ['webex'] } })),
    at: 'agent.headerActions',
  },
  {
    rule: 'one-header',
    with: 'both kinds of header',
    text: written(layoutWith({ area: { advancedHeader: [], header: route('header').page as object } })),
    at: 'agent.area.header',
  },
  {
    rule: 'one-script',
    with: 'two scripts for one tag',
    text: written(withPage({ widgets: { main: { ...notes(), script: 'https://cdn.example.com/v2.js' } } })),
    at: 'agent.area.navigation[0].page.widgets.main.script',
  },
  {
    rule: 'https-script',
    with: 'a script over http',
    text: written(
      layoutWith({
        area: {
          navigation: [],
          panel: panelOf(tab(), tabPanel({ ...notes(), script: 'http://cdn.example.com/n.js' })),
        },
      }),
    ),
    at: `${widgetPath}.script`,
  },
  {
    rule: 'tab-pairs',
    with: 'a tab without a panel',
    text: written(layoutWith({ area: { panel: panelOf(tab(), tabPanel(), tab()) } })),
    at: 'agent.area.panel.children[2]',
  },
  {
    rule: 'tab-pairs',
    with: 'two panels for one tab',
    text: written(layoutWith({ area: { panel: panelOf(tab(), tabPanel(), tabPanel(), tab()) } })),
    at: 'agent.area.panel.children[2]',
  },
  {
    rule: 'known-tag',
    with: 'a tag that nothing defines',
    text: written(withWidget({ comp: 'acme-ghost', script: undefined })),
    at: `${widgetPath}.comp`,
  },
  {
    rule: 'known-store',
    with: 'a binding to no part of the store',
    text: written(withWidget({ properties: { who: '$STORE.agents.agentId' } })),
    at: `${widgetPath}.properties.who`,
  },
  {
    rule: 'known-store',
    with: 'such a binding within a text',
    text: written(withWidget({ textContent: 'Hi {$STORE.agents.agentName}!' })),
    at: `${widgetPath}.textContent`,
  },
  {
    rule: 'known-words',
    with: 'words that the desktop does not have',
    text: written(layoutWith({ config: { appTitle: '$I18N.acme.title' } })),
    at: 'agent.appTitle',
  },
  {
    rule: 'known-flag',
    with: 'a flag of its own',
    text: written(withWidget({ visibility: 'ACME_NOTES' })),
    at: `${widgetPath}.visibility`,
  },
  {
    rule: 'script-not-source',
    with: 'source for script',
    text: written(withWidget({ source: 'https://cdn.example.com/acme-notes.js' })),
    at: `${widgetPath}.source`,
  },
  {
    rule: 'homepage',
    with: 'another spelling of the home page',
    text: written(layoutWith({ area: { homePage: route('home') } })),
    at: 'agent.area.homePage',
  },
  {
    rule: 'key-case',
    with: 'a key in other letters',
    text: written(withWidget({ textcontent: 'Notes' })),
    at: `${widgetPath}.textcontent`,
  },
  {
    rule: 'no-secret',
    with: 'a token in the file',
    text: written(withWidget({ properties: { bearerToken: 'eyJhbGciOi' } })),
    at: `${widgetPath}.properties.bearerToken`,
  },
  {
    rule: 'no-secret',
    with: 'a token of an old widget',
    text: written(withWidget({ attributes: { 'tape-read-token': 'so=demoassure&sr=tape&sig=eyJ' } })),
    at: `${widgetPath}.attributes.tape-read-token`,
  },
  {
    rule: 'vendor-tag',
    with: "a script for the desktop's own tag",
    text: written(withWidget({ comp: 'customer-journey-widget', script: 'https://journey-widget.webex.com' })),
    at: `${widgetPath}.comp`,
  },
  {
    rule: 'vendor-tag',
    with: 'a tag of no vendor',
    text: written(withWidget({ comp: 'my-notes', script: 'https://cdn.example.com/my-notes.js' })),
    at: `${widgetPath}.comp`,
  },
];

export interface HostileFile {
  readonly name: string;
  /** Words of the message. */
  readonly says: RegExp;
  make(): string;
}

const half = soundLayout.slice(0, soundLayout.length / 2);

/** Files that are not layouts. */
export const hostileFiles: readonly HostileFile[] = [
  { name: 'an empty file', says: /empty/, make: () => '' },
  { name: 'a file of spaces', says: /empty/, make: () => ' \r\n\t' },
  { name: 'a mark and nothing else', says: /empty/, make: () => '\uFEFF' },
  { name: 'half a layout', says: /ends in the middle/, make: () => half },
  {
    name: 'a page of the web',
    says: /not valid JSON|not valid in JSON/,
    make: () => '<!doctype html><title>Sign in</title>',
  },
  { name: 'a comment', says: /comment/, make: () => `// mine\n${soundLayout}` },
  { name: 'a comma too much', says: /comma/, make: () => soundLayout.replace('"0.1.0",', '"0.1.0",,') },
  { name: 'a comma at the end', says: /comma/, make: () => '{"agent": {"area": {},}}' },
  { name: 'two layouts in one', says: /after the end/, make: () => soundLayout + soundLayout },
  { name: 'a line break within a text', says: /control character|closing quote/, make: () => '{"area": "a\nb"}' },
  { name: 'half an escape', says: /hexadecimal/, make: () => '{"area": "\\u00"}' },
  { name: '100,000 lists in each other', says: /more than \d+ levels/, make: () => '['.repeat(100_000) },
  {
    name: 'as many objects, closed again',
    says: /more than \d+ levels/,
    make: () => `${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`,
  },
  { name: '50 MB of zeros', says: /larger|MB/, make: () => `[${'0,'.repeat(25_000_000)}0]` },
];
