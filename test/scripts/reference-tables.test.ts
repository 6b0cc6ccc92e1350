import { expect } from '@open-wc/testing';
import { linkPages, withTables } from '../../scripts/docs/reference-tables.js';

const page = (name: string) => `Before\n\n<!-- generated: ${name} -->\nold\n<!-- end -->\n\nAfter`;

const element = {
  name: 'Widget',
  members: [
    { kind: 'field', name: 'zone', type: { text: 'string | undefined' }, attribute: 'zone', description: 'A\nzone.' },
    { kind: 'field', name: 'way', type: { text: "'a' | 'b'" }, default: "'a'", description: 'See docs/crm/tokens.md.' },
    { kind: 'field', name: 'small', type: { text: 'boolean' }, default: 'false', description: 'Small | tiny.' },
    { kind: 'method', name: 'open' },
  ],
  attributes: [{ name: 'lang', description: "The language. Default: the browser's. See docs/languages.md." }],
  events: [{ name: 'shown', type: { text: 'ShownEvent' }, description: 'It is shown.' }],
};
const shown = { name: 'ShownEvent', members: [{ kind: 'field', name: 'at', description: 'Milliseconds.' }] };
const manifest = { modules: [{ declarations: [element, shown] }, {}] };

describe('the tables of the reference', () => {
  it('list properties with attribute, type, default and meaning', () => {
    const rows = withTables(page('properties'), manifest, 'Widget').split('\n').slice(2, -2);
    expect(rows).to.deep.equal([
      '<!-- generated: properties -->',
      '',
      '| Property | Attribute | Type | Default | Meaning |',
      '| - | - | - | - | - |',
      '| `zone` | `zone` | text | default: none | A zone. |',
      '| `way` |  | `a` or `b` | default: `a` | See [Tokens](crm/tokens.md). |',
      '| `small` |  | boolean | default: off | Small \\| tiny. |',
      "| `lang` | `lang` | text | default: the browser's | The language. See [Languages](languages.md). |",
      '',
      '<!-- end -->',
    ]);
  });

  it('list events with the fields of their class', () => {
    expect(withTables(page('events'), manifest, 'Widget')).to.include(
      '| `shown` | It is shown. | `at`: Milliseconds. |',
    );
  });

  it('fail without a description', () => {
    const silent = { modules: [{ declarations: [{ name: 'Widget', cssParts: [{ name: 'head' }] }] }] };
    expect(() => withTables(page('parts'), silent, 'Widget')).to.throw('head has no description.');
  });

  it('fail if the class or the table is not known', () => {
    expect(() => withTables(page('parts'), manifest, 'Other')).to.throw('The class Other is not in the manifest.');
    expect(() => withTables(page('slots'), manifest, 'Widget')).to.throw('There is no table "slots".');
  });
});

describe('the links to pages of the manual', () => {
  it('lead from the page that is generated to a page or a heading', () => {
    expect(linkPages('See docs/phone-numbers.md.', '../')).to.equal('See [Phone numbers](../phone-numbers.md).');
    expect(linkPages('docs/reference.md#icon-map', '')).to.equal('[Icon map](reference.md#icon-map)');
  });
});
