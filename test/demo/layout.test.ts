import { expect } from '@open-wc/testing';
import { readLayout, roles } from '../../demo/desktop/layout.js';
import { LayoutError } from '../../demo/desktop/layout-reader.js';
import { layouts } from '../../demo/desktop/layouts.js';
import { checkLayout } from '../../tools/layout/check.js';
import { readDocument } from '../../tools/layout/document.js';
import { placeholderScript } from '../../tools/layout/our-nodes.js';

const grid = { areas: [['main']], size: { cols: [1], rows: [1] } };
const page = (id: string, layout: object = grid) => ({ id, widgets: { main: { comp: 'div' } }, layout });
const route = (navigateTo: string) => ({
  nav: { label: navigateTo, icon: 'home', navigateTo },
  page: page(navigateTo),
});

/** A flat layout with this area. */
const flat = (area: object): object => ({ appTitle: 'Flat', area });

const messageOf = (layout: unknown): string => {
  try {
    readLayout(layout, 'agent');
  } catch (error) {
    if (error instanceof LayoutError) return error.message;
    throw error;
  }
  return 'read without complaint';
};

describe('reading a desktop layout', () => {
  it('returns the same part of a flat layout for every role', () => {
    for (const role of roles) expect(readLayout(flat({}), role).appTitle).to.equal('Flat');
  });

  it('returns the part of the role', () => {
    const layout = { agent: { appTitle: 'A', area: {} }, supervisor: { appTitle: 'S', area: {} } };
    expect(readLayout(layout, 'supervisor').appTitle).to.equal('S');
    expect(() => readLayout(layout, 'supervisorAgent')).to.throw(LayoutError, 'supervisorAgent');
  });

  it('accepts spaces around a script and missing members', () => {
    const { panel } = readLayout(flat({ panel: { comp: 'x-y', script: ' https://cdn.example.com/x.js' } }), 'agent');
    expect(panel?.script).to.equal('https://cdn.example.com/x.js');
    expect(panel?.children).to.deep.equal([]);
  });

  it('reads a page of named grids and one of flex layout', () => {
    const named = page('p', { ROOT: { ...grid, areas: [['inner']] }, inner: grid });
    const flex = { id: 'f', useFlexLayout: true, widgets: { main: { comp: 'div', width: 12, height: 4 } } };
    const { headless, header } = readLayout(flat({ headless: named, header: flex }), 'agent');
    expect(Object.keys(headless?.grids ?? {})).to.deep.equal(['ROOT', 'inner']);
    expect(header?.grids).to.equal(undefined);
    expect(header?.widgets.main?.width).to.equal(12);
  });

  const broken: readonly [what: string, layout: unknown, complaint: string][] = [
    ['no object', null, 'layout is null, not an object'],
    ['no role and no area', {}, 'layout has neither "area" nor a part for the role "agent"'],
    ['a node without comp', flat({ panel: {} }), 'layout.area.panel.comp is missing; a text is needed'],
    [
      'a broken child',
      { agent: flat({ panel: { comp: 'md-tabs', children: [{ comp: 'a' }, { comp: 7 }] } }) },
      'agent.area.panel.children[1].comp is a number, not a text',
    ],
    ['a list for an object', flat({ panel: [] }), 'layout.area.panel is a list, not an object'],
    [
      'a cell that is no widget',
      flat({ headless: page('p', { ...grid, areas: [['toString']] }) }),
      'layout.area.headless.layout names "toString", which is not a widget of the page',
    ],
    [
      'named grids without ROOT',
      flat({ headless: page('p', { inner: grid }) }),
      'layout.area.headless.layout has no grid "ROOT"',
    ],
    [
      'a grid within itself',
      flat({ headless: page('p', { ROOT: { ...grid, areas: [['a']] }, a: { ...grid, areas: [['main', 'a']] } }) }),
      'layout.area.headless.layout contains itself: the grid "a"',
    ],
    [
      'one address for two pages',
      flat({ homepage: route('home'), navigation: [route('home')] }),
      'layout.area.navigation uses navigateTo "home" twice',
    ],
    [
      'both kinds of header',
      flat({ header: page('h'), advancedHeader: [] }),
      'layout.area has both "header" and "advancedHeader"; keep one',
    ],
  ];
  for (const [what, layout, complaint] of broken) {
    it(`reports the place of ${what}`, () => {
      expect(messageOf(layout)).to.equal(complaint);
    });
  }
});

const waylineNodes = (value: unknown): Record<string, unknown>[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(waylineNodes);
  return 'comp' in value && value.comp === 'wayline-journey' ? [{ ...value }, ...inner] : inner;
};

for (const [name, file] of Object.entries(layouts)) {
  describe(`layout/${name}.json`, () => {
    const places = { panel: name !== 'page-only', navigation: name !== 'panel-only' };
    for (const role of roles) {
      it(`has the journey at the documented place, for the role ${role}`, () => {
        const { panel, navigation } = readLayout(file, role);
        expect(waylineNodes(panel)).to.have.length(places.panel ? 1 : 0);
        expect(waylineNodes(navigation)).to.have.length(places.navigation ? 1 : 0);
      });
    }

    it('has no findings in our own check', () => {
      expect(checkLayout(readDocument(JSON.stringify(file)))).to.deep.equal([]);
    });

    it('has one clear placeholder for the script, and the token only as a binding', () => {
      for (const { script, properties } of waylineNodes(file)) {
        expect(script).to.equal(placeholderScript);
        expect(properties).to.include({ bearerToken: '$STORE.auth.accessToken' });
      }
    });

    it('masks if the desktop does', () => {
      for (const { properties } of waylineNodes(file))
        expect(properties).to.include({ mask: '$STORE.agent.getIsMaskSensitiveDataEnabled' });
    });

    it('has a panel for every tab', () => {
      for (const role of roles) {
        const slots = readLayout(file, role).panel?.children.map(({ attributes }) => attributes.slot);
        expect(slots).to.deep.equal(slots?.map((_, index) => (index % 2 === 0 ? 'tab' : 'panel')));
      }
    });

    it('has attributes as text', () => {
      const attributes = (value: unknown): unknown[] =>
        typeof value !== 'object' || value === null
          ? []
          : Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
              key === 'attributes' && typeof member === 'object' && member !== null
                ? Object.values<unknown>({ ...member })
                : attributes(member),
            );
      expect(attributes(file).every((value) => typeof value === 'string')).to.equal(true);
    });
  });
}
