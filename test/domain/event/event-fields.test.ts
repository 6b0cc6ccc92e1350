import { expect } from '@open-wc/testing';
import { payloadFields, type EventField } from '../../../src/domain/event/event-fields.js';
import { envelopeOf } from '../../../src/domain/event/envelope-fields.js';
import { linksIn } from '../../../src/domain/event/links.js';
import { uiDataOf } from '../../../src/domain/event/ui-data.js';

import { sortAliases } from '../../../src/domain/person/sort-aliases.js';
import { initialsOf, nameOf, ownAddress, type Alias } from '../../../src/domain/person/person.js';

type Fields = Readonly<Record<string, unknown>>;
const parse = (text: string): Fields => JSON.parse(text) as Fields;
const say = (details: readonly EventField[]): string =>
  details.map(({ label, value }) => `${label}=${value}`).join('; ');

/** `{"a":{"a":…}}`, built without recursion. */
function nested(levels: number): Fields {
  let value: Fields = { a: 'bottom' };
  for (let level = 1; level < levels; level++) value = { a: value, b: level };
  return value;
}

describe('the fields of an event', () => {
  const cases: readonly (readonly [title: string, data: string, details: string])[] = [
    [
      'keep what is false, zero, null or empty',
      '{"a":0,"b":false,"c":null,"d":"","e":-0.5}',
      'a=0; b=false; c=null; d=; e=-0.5',
    ],
    ['keep the order', '{"z":1,"a":{"y":2,"b":3},"m":4}', 'z=1; a › y=2; a › b=3; m=4'],
    [
      'say the way to nested fields',
      '{"Order":{"Items":[{"Price":5},{"Price":6}]}}',
      'Order › Items › 1 › Price=5; Order › Items › 2 › Price=6',
    ],
    ['keep what is empty', '{"a":{},"b":[],"c":[[]]}', 'a={}; b=[]; c › 1=[]'],
    [
      'leave out uiData, but only at the top',
      '{"uiData":{"title":"x"},"a":{"uiData":1},"uidata":2}',
      'a › uiData=1; uidata=2',
    ],
    [
      'can have names with a special meaning',
      '{"__proto__":{"a":1},"constructor":2,"toString":3,"":4}',
      '__proto__ › a=1; constructor=2; toString=3; =4',
    ],
    ['are none for an empty payload', '{}', ''],
  ];
  for (const [title, data, details] of cases) {
    it(title, () => expect(say(payloadFields({ data: parse(data) }))).to.equal(details));
  }

  it('do not change prototypes', () => {
    payloadFields({ data: parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') });
    expect('polluted' in {}).to.equal(false);
  });

  it('can have any depth, with readable labels', () => {
    const details = payloadFields({ data: nested(10_000) });
    expect(details).to.have.length(10_000);
    const [bottom] = details;
    expect(bottom).to.deep.equal({ label: 'a › a › a › a › a › a › a › … › a', value: 'bottom' });
    expect(Math.max(...details.map(({ label }) => label.length))).to.be.below(60);
  });

  it('can have any length', () => {
    const long = 'x'.repeat(1_000_000);
    expect(payloadFields({ data: { long, [long]: 1 } })[0]?.value).to.equal(long);
    expect(payloadFields({ data: { list: Array.from({ length: 100_000 }, (_, index) => index) } })).to.have.length(
      100_000,
    );
  });

  const envelopes: readonly (readonly [string, unknown, boolean, string])[] = [
    [
      'all but the payload',
      parse('{"id":"1","data":{"a":1},"previousidentity":null,"specversion":"1.0"}'),
      true,
      'id=1; previousidentity=null; specversion=1.0',
    ],
    ['everything of what is no event', parse('{"data":{"a":1},"x":[2]}'), false, 'data › a=1; x › 1=2'],
    ['a text as it is', '{"broken', false, 'raw={"broken'],
    ['a list', [1, 2], false, 'raw › 1=1; raw › 2=2'],
    ['nothing', undefined, false, 'raw=undefined'],
  ];
  for (const [title, raw, readable, details] of envelopes) {
    it(`include the envelope: ${title}`, () => expect(say(envelopeOf({ raw, readable }))).to.equal(details));
  }
});

describe('the uiData of an event', () => {
  const none = {
    title: undefined,
    subTitle: undefined,
    iconType: undefined,
    filterTags: [],
    channelTypeTag: undefined,
    eventSource: undefined,
    division: undefined,
    hidden: false,
  };

  it('is read', () => {
    const uiData = {
      title: ' Claim filed ',
      subTitle: 'Household',
      iconType: 'Quote',
      filterTags: ['claims', ' web '],
      channelTypeTag: 'Kiosk ',
      eventSource: 'Portal',
      division: 'Retail',
      hidden: true,
    };
    expect(uiDataOf({ data: { uiData } })).to.deep.equal({
      ...uiData,
      title: 'Claim filed',
      filterTags: ['claims', 'web', 'Kiosk'],
      channelTypeTag: 'Kiosk',
    });
  });

  const odd: readonly unknown[] = [
    undefined,
    null,
    'text',
    7,
    [],
    {},
    { title: 7, subTitle: {}, iconType: '', filterTags: null, eventSource: [], division: ' ', hidden: 'off' },
    { filterTags: [7, null, '', {}], channelTypeTag: [] },
  ];
  for (const uiData of odd) {
    it(`is undefined for ${JSON.stringify(uiData)}`, () => expect(uiDataOf({ data: { uiData } })).to.deep.equal(none));
  }

  it('can have one tag as text', () => {
    expect(uiDataOf({ data: { uiData: { filterTags: 'claims' } } }).filterTags).to.deep.equal(['claims']);
  });
});

describe('the links in a text', () => {
  const say = (text: string): string =>
    linksIn(text)
      .map((piece) => (piece.href === undefined ? piece.text : `<${piece.text}|${piece.href}>`))
      .join('~');
  const cases: readonly (readonly [text: string, pieces: string])[] = [
    ['plain words', 'plain words'],
    ['', ''],
    ['https://example.org/a?b=c', '<https://example.org/a?b=c|https://example.org/a?b=c>'],
    ['HTTP://example.org', '<HTTP://example.org|HTTP://example.org>'],
    ['www.example.org/a', '<www.example.org/a|https://www.example.org/a>'],
    ['mailto:ann@example.org', '<mailto:ann@example.org|mailto:ann@example.org>'],
    ['tel:+14155550132', '<tel:+14155550132|tel:+14155550132>'],
    ['see https://example.org', 'see https://example.org'],
    ['[CL-77](https://example.org/77)', '<CL-77|https://example.org/77>'],
    [
      'a [b](https://b.example) c [d](mailto:d@example.org) e',
      'a ~<b|https://b.example>~ c ~<d|mailto:d@example.org>~ e',
    ],
    ['[wiki](https://example.org/A_(b))', '<wiki|https://example.org/A_(b)>'],
    ['[[a](https://b.example)]', '[~<a|https://b.example>~]'],
    ['[a](www.example.org)', '<a|https://www.example.org>'],
    ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
    ['[a](JaVaScRiPt:alert(1))', '[a](JaVaScRiPt:alert(1))'],
    ['[a](\u0001javascript:alert(1))', '[a](\u0001javascript:alert(1))'],
    ['[a](java\tscript:alert(1))', '[a](java\tscript:alert(1))'],
    ['[a](data:text/html,x)', '[a](data:text/html,x)'],
    ['[a](vbscript:x)', '[a](vbscript:x)'],
    ['[a](blob:https://example.org/1)', '[a](blob:https://example.org/1)'],
    ['[a](file:///etc/passwd)', '[a](file:///etc/passwd)'],
    ['[a](//example.org)', '[a](//example.org)'],
    ['[a](/path)', '[a](/path)'],
    ['[a](https://)', '[a](https://)'],
    ['[x](data:,) and [y](https://y.example)', '[x](data:,) and ~<y|https://y.example>'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['https://', 'https://'],
    ['[a](https://b.example', '[a](https://b.example'],
    ['[a]', '[a]'],
    ['](', ']('],
    ['[](https://b.example)', '[](https://b.example)'],
  ];
  for (const [text, pieces] of cases) {
    it(`${JSON.stringify(text)} are found`, () => {
      expect(say(text)).to.equal(pieces);
    });
  }

  it('are found in linear time', () => {
    for (const part of [
      '[',
      '](',
      '[a](',
      '[a](b',
      '[a]((',
      '(',
      'x',
      '[a](x)',
      '[a](https://b.example)',
      '((x)',
      ' ',
      'www.',
    ]) {
      const text = `[a](${part.repeat(50_000)}`;
      const pieces = linksIn(text);
      expect(pieces.some(({ text: words }) => words.includes(part.slice(0, 1)) || words === 'a')).to.equal(true);
    }
  });

  it('lose no text', () => {
    const text = 'a [b](https://b.example) [c](data:,) (d) [e';
    expect(
      linksIn(text)
        .map((piece) => piece.text)
        .join(''),
    ).to.equal('a b [c](data:,) (d) [e');
  });
});

describe('a person', () => {
  const cases: readonly (readonly [first: string, last: string, name: string, initials: string])[] = [
    ['Anaïs', 'Moreau-O’Neill', 'Anaïs Moreau-O’Neill', 'AM'],
    ['', '', '', ''],
    [' ', '\n', '', ''],
    ['Ann', '', 'Ann', 'A'],
    ['', 'Berg', 'Berg', 'B'],
    [' Ann  Marie ', 'van der Berg', 'Ann Marie van der Berg', 'AB'],
    ['太郎', '山田', '太郎 山田', '太山'],
    ['山田太郎', '', '山田太郎', '山'],
    ['नमस्ते', 'क्षत्रिय', 'नमस्ते क्षत्रिय', 'नक्ष'],
    ['محمد', 'علي', 'محمد علي', 'م\u200cع'],
    ['e\u0301ric', 'z', 'e\u0301ric z', 'E\u0301Z'],
    ['ßeta', '', 'ßeta', 'ß'],
    ['(Ann)', '"Berg"', '(Ann) "Berg"', 'AB'],
    ['👩‍👩‍👧', '', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['𝒜nn', '', '𝒜nn', '𝒜'],
    ['<b>', '', '<b>', 'B'],
  ];
  for (const [firstName, lastName, name, initials] of cases) {
    it(`of "${firstName}" and "${lastName}" is "${name}", in short "${initials}"`, () => {
      expect(nameOf({ firstName, lastName })).to.equal(name);
      expect(
        [...new Intl.Segmenter('hi').segment(initialsOf({ firstName, lastName }))]
          .map(({ segment }) => segment)
          .join(''),
      ).to.equal(initials);
    });
  }

  const aliases: readonly Alias[] = [
    { kind: 'temporaryId', value: 't' },
    { kind: 'email', value: 'b@example.org' },
    { kind: 'customerId', value: 'C-7' },
    { kind: 'phone', value: '+14155550132' },
    { kind: 'unknown', value: 'u' },
    { kind: 'email', value: 'Ann@example.org' },
    { kind: 'socialId', value: 's' },
  ];
  const orders: readonly (readonly [string | undefined, string])[] = [
    [undefined, '+14155550132 b@example.org Ann@example.org C-7 s t u'],
    ['ann@example.org', 'Ann@example.org +14155550132 b@example.org C-7 s t u'],
    ['C-7', 'C-7 +14155550132 b@example.org Ann@example.org s t u'],
    ['14155550132', '+14155550132 b@example.org Ann@example.org C-7 s t u'],
    ['nobody', '+14155550132 b@example.org Ann@example.org C-7 s t u'],
  ];
  for (const [matched, order] of orders) {
    it(`matched by ${matched} has the aliases ${order}`, () => {
      expect(
        sortAliases(aliases, matched)
          .map(({ value }) => value)
          .join(' '),
      ).to.equal(order);
    });
  }

  it('has an address of their own, if one of theirs is not shared', () => {
    const person = (id: string, ...values: string[]) => ({
      id,
      firstName: '',
      lastName: '',
      aliases: values.map((value) => ({ kind: 'email' as const, value })),
    });
    const [ann, bo] = [person('ann', 'both', 'ann'), person('bo', 'both')];
    expect(ownAddress(ann, [ann, bo])).to.equal('ann');
    expect(ownAddress(bo, [ann, bo])).to.equal(undefined);
  });
});
