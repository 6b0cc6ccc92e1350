import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { eventKey, type JourneyEvent } from '../../src/domain/event/event.js';
import { entryOfEvent } from '../../src/domain/timeline/entry.js';
import { facetsOfEvent } from '../../src/domain/timeline/facets.js';
import { createSearch, termsOf } from '../../src/domain/search/search.js';
import type { WaylineEntry } from '../../src/elements/entry/wayline-entry.js';
import '../support/whole-widget.js';
import { event } from '../support/events.js';
import { button, deepAll, textIn } from '../support/shadow-text.js';

const megabyte = 1_000_000;
const repeated = (part: string) => part.repeat(Math.ceil(megabyte / part.length));
const parse = (text: string) => JSON.parse(text) as JourneyEvent['data'];

function deep(levels: number, open: string, close: string): JourneyEvent['data'] {
  return parse(`{"a":${open.repeat(levels)}1${close.repeat(levels)}}`);
}

const uiDataOf = (text: string) => ({
  title: text,
  subTitle: text,
  iconType: text,
  filterTags: [text, text],
  channelTypeTag: text,
  eventSource: text,
  division: text,
});

const markup = [
  '<img src=x onerror="globalThis.hacked=1">',
  '<script>globalThis.hacked=1</script>',
  '<style>*{display:none}</style>',
  '"><svg onload=globalThis.hacked=1>',
  '${globalThis.hacked=1}',
  '<!--?lit$1$-->',
  '<a href="javascript:globalThis.hacked=1">x</a>',
];
const links = [
  'javascript:globalThis.hacked=1',
  'JaVaScRiPt:globalThis.hacked=1',
  'data:text/html,<script>globalThis.hacked=1</script>',
  '//evil.example/x',
  'vbscript:msgbox(1)',
  'java\nscript:globalThis.hacked=1',
  'blob:https://evil.example/1',
  'https:evil',
  'file:///etc/passwd',
];
const odd: readonly unknown[] = [
  0,
  -1,
  1e308,
  true,
  false,
  null,
  [],
  {},
  [[[]]],
  { title: 'x' },
  ['x', 1, null, {}],
  '',
];

const cases: readonly (readonly [title: string, data: JourneyEvent['data']])[] = [
  ...markup.map((text) => [`markup ${text}`, { note: text, uiData: uiDataOf(text), transcript: text }] as const),
  ...links.map(
    (link) =>
      [
        `a link to ${link}`,
        { page: link, note: `[click](${link})`, uiData: uiDataOf(`[click](${link})`), transcript: `Bot: [x](${link})` },
      ] as const,
  ),
  ...[
    '](',
    '[a](',
    '[',
    'x',
    ' ',
    '\n',
    '\u202E',
    '\uD800',
    '((',
    'a:b\n',
    '[a](https://b.example)',
    '-',
    '\u0300',
  ].map((part) => {
    const text = repeated(part);
    return [`a megabyte of ${JSON.stringify(part)}`, { note: text, uiData: uiDataOf(text), transcript: text }] as const;
  }),
  ...odd.map(
    (value) =>
      [
        `${JSON.stringify(value)} everywhere`,
        {
          note: value,
          uiData: Object.fromEntries(Object.keys(uiDataOf('')).map((name) => [name, value])),
          transcript: value,
        },
      ] as const,
  ),
  ...odd.map((uiData) => [`uiData that is ${JSON.stringify(uiData)}`, { uiData }] as const),
  ['objects ten thousand deep', deep(10_000, '{"a":', '}')],
  ['lists ten thousand deep', deep(10_000, '[', ']')],
  ['uiData ten thousand deep', { uiData: deep(10_000, '{"title":', '}') }],
  ['a list of two hundred thousand', { list: Array.from({ length: 200_000 }, (_, index) => index) }],
  [
    'a transcript of two hundred thousand turns',
    { transcript: Array.from({ length: 200_000 }, () => ({ text: 'x' })) },
  ],
  [
    'a hundred thousand tags',
    { uiData: { filterTags: Array.from({ length: 100_000 }, (_, index) => `tag ${index}`) } },
  ],
  ['a field named by a megabyte', { [repeated('x')]: 1 }],
  [
    'names with a meaning of their own',
    parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,"then":1,"uiData":{"__proto__":{"title":"x"},"constructor":1,"hasOwnProperty":1}}',
    ),
  ],
  ['direction marks', { note: '\u202Efdp.exe\u2066', uiData: uiDataOf('\u202E\u2067evil') }],
  ['lone surrogates', { note: '\uDC00', uiData: uiDataOf('\uD83D') }],
];

const neighbour = event('neighbour', 1, {
  source: 'shop',
  type: 'order:shipped',
  data: { uiData: { title: 'Neighbour' } },
});

/** From the received bytes to the views of the agent: entry, details, raw data, transcript, search. */
async function laidOpen(data: JourneyEvent['data']): Promise<HTMLElement> {
  const parts = { source: 'shop', type: 'thing:done', data, raw: { id: 'h', data } };
  const hostile = event('h', 0, parts);
  eventKey(hostile);
  facetsOfEvent(hostile);
  const list = await fixture<HTMLElement>(
    html`<div>
      ${[hostile, neighbour].map(
        (one) => html`<wayline-entry .entry=${entryOfEvent(one)} .terms=${termsOf('zz')} open></wayline-entry>`,
      )}
    </div>`,
  );
  createSearch(() => '').matches(entryOfEvent(hostile), termsOf('zz top'));
  const settle = async () => {
    for (const name of ['wayline-entry', 'wayline-event', 'wayline-details', 'wayline-transcript']) {
      await Promise.all(deepAll<LitElement>(list, name).map(({ updateComplete }) => updateComplete));
    }
  };
  await settle();
  const [entry] = deepAll<WaylineEntry>(list, 'wayline-entry');
  button(entry!, 'Raw data')!.click();
  deepAll<HTMLButtonElement>(entry!, 'button.transcript')[0]?.click();
  await settle();
  return list;
}

describe('a hostile event', () => {
  for (const [title, data] of cases) {
    it(`with ${title} is harmless text`, async () => {
      const list = await laidOpen(data);
      const strange = deepAll(list, 'img, script, style, iframe, object, embed, form, base, meta, link');
      expect(strange.map(({ localName }) => localName)).to.deep.equal([]);
      const schemes = deepAll<HTMLAnchorElement>(list, 'a').map(({ protocol }) => protocol);
      expect(schemes.filter((scheme) => !/^(https?|mailto|tel):$/.test(scheme))).to.deep.equal([]);
      const inline = deepAll(list, '*').flatMap(({ attributes }) => [...attributes].map(({ name }) => name));
      expect(inline.filter((name) => /^on|^style$/.test(name))).to.deep.equal([]);
      expect(deepAll(list, '*').length).to.be.below(12_000);
      const [entry, other] = deepAll<WaylineEntry>(list, 'wayline-entry');
      expect(textIn(other!)).to.contain('Neighbour');
      expect(entry!.shadowRoot!.querySelector('.title')!.textContent.trim().length).to.be.below(300);
      expect(entry!.getBoundingClientRect().width).to.be.at.most(list.getBoundingClientRect().width);
      expect('hacked' in globalThis || 'polluted' in {}).to.equal(false);
    });
  }

  it('cannot change the direction of the text next to its title', async () => {
    const list = await laidOpen({ uiData: uiDataOf('\u202E\u2067evil') });
    const title = list.querySelector('wayline-entry')!.shadowRoot!.querySelector('.title bdi')!;
    expect(getComputedStyle(title).unicodeBidi).to.equal('isolate');
  });
});
