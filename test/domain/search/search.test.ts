import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { entryOfEvent, entryOfInteraction, type Entry } from '../../../src/domain/timeline/entry.js';
import type { JourneyEvent } from '../../../src/domain/event/event.js';
import { matchesIn, highlight } from '../../../src/domain/search/highlight.js';
import { foldText } from '../../../src/domain/search/fold-text.js';
import { interactionFrom } from '../../../src/domain/interaction/interaction.js';
import { createSearch, termsOf } from '../../../src/domain/search/search.js';
import { noTerms } from '../../../src/domain/search/no-terms.js';
import { event } from '../../support/events.js';

type Fields = JourneyEvent['data'];

const ofData = (data: Fields): Entry => entryOfEvent(event('e', 0, { data, raw: { id: 'e-7', data } }));
const finds = (entry: Entry, query: string, words = ''): boolean =>
  createSearch(() => words).matches(entry, termsOf(query));
const marked = (text: string, query: string): string =>
  highlight(text, termsOf(query))
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('the terms of a query', () => {
  const cases: readonly (readonly [query: string, terms: readonly string[]])[] = [
    ['', []],
    ['  \t\n ', []],
    ['\u0301', []],
    ['\u200e\u00ad', []],
    [' order  A-1009 ', ['ORDER', 'A-1009']],
    ['a A á', ['A']],
    ['a\u00a0b\u3000c\u202fd', ['A', 'B', 'C', 'D']],
    ['x´y', ['X', 'Y']],
  ];
  for (const [query, terms] of cases) {
    it(`of ${JSON.stringify(query)} are ${JSON.stringify(terms)}`, () => expect(termsOf(query)).to.deep.equal(terms));
  }

  it('are always the same list if there are none', () => {
    expect([termsOf('') === noTerms, termsOf(' ') === noTerms]).to.deep.equal([true, true]);
  });
});

describe('a text with highlights', () => {
  const cases: readonly (readonly [script: string, text: string, query: string, marked: string])[] = [
    ['any case', 'Order A-1009, ORDER', 'order', '[Order] A-1009, [ORDER]'],
    ['all terms', 'the order A-1009', 'a-1009 THE', '[the] order [A-1009]'],
    ['overlaps as one', 'banana', 'ana nan', 'b[anana]'],
    ['neighbours as one', 'abab ab', 'ab', '[abab] [ab]'],
    ['punctuation as it is', 'a.*b (c) [d]', '.* [d]', 'a[.*]b (c) [[d]]'],
    ['French', 'Anaïs Moreau', 'anais', '[Anaïs] Moreau'],
    ['French, plain', 'Anais', 'ANAÏS', '[Anais]'],
    ['French, written apart', 'Anai\u0308s x', 'naïs', 'A[nai\u0308s] x'],
    ['German', 'Goethestraße 5, STRASSE', 'strasse', 'Goethe[straße] 5, [STRASSE]'],
    ['German, the other way', 'Gasse', 'gaße', '[Gasse]'],
    ['half of a letter', 'Maß', 's', 'Ma[ß]'],
    ['a ligature', 'the oﬃce', 'fi', 'the o[ﬃ]ce'],
    ['Turkish', 'İstanbul ışık', 'istanbul isik', '[İstanbul] [ışık]'],
    ['Vietnamese', 'Nguyễn Thị Hường', 'nguyen huong', '[Nguyễn] Thị [Hường]'],
    ['Polish', 'Zażółć', 'zazo', '[Zażó]łć'],
    ['Greek', 'Όδος ΟΔΟΣ οδοσήμανση', 'οδος', '[Όδος] [ΟΔΟΣ] [οδοσ]ήμανση'],
    ['Cyrillic', 'Ёлка, Йод', 'елка йод', '[Ёлка], [Йод]'],
    ['Armenian', 'Եվա և', 'եւ', 'Եվա [և]'],
    ['Georgian', 'თბილისი', 'თბილ', '[თბილ]ისი'],
    ['Arabic', 'أحمد مُحَمَّد', 'احمد محمد', '[أحمد] [مُحَمَّد]'],
    ['Persian, joined or not', 'می‌خواهم', 'میخواهم', '[می‌خواهم]'],
    ['Hebrew', 'שָׁלוֹם', 'שלום', '[שָׁלוֹם]'],
    ['Hindi', 'नमस्ते दुनिया', 'दुनिया', 'नमस्ते [दुनिया]'],
    ['Hindi, vowels are letters', 'की', 'कि', 'की'],
    ['Thai', 'กึ่ง น้ำ', 'กึง', '[กึ่ง] น้ำ'],
    ['Chinese', '我的订单在哪里', '订单', '我的[订单]在哪里'],
    ['Japanese', 'ガイド ｶﾞｲﾄﾞ', 'ガイド', '[ガイド] [ｶﾞｲﾄﾞ]'],
    ['Korean', '대한민국', '한민', '대[한민]국'],
    ['full-width', 'Ｏｒｄｅｒ １００９', 'order 1009', '[Ｏｒｄｅｒ] [１００９]'],
    ['a whole emoji', 'x 👩‍👩‍👧 y', '👩', 'x [👩‍👩‍👧] y'],
    ['an emoji with a tone', '👍🏽👍', '👍', '[👍🏽👍]'],
    ['flags', '🇩🇪🇫🇷', '🇫🇷', '🇩🇪[🇫🇷]'],
    ['an emoji beside an umlaut', '👍ä', 'a', '👍[ä]'],
    ['letters beyond the first plane', '𝒜nn 𐐨', 'ann 𐐀', '[𝒜nn] [𐐨]'],
    ['half a surrogate', 'a\ud83d b', 'b', 'a\ud83d [b]'],
    ['marks without a letter', '\u0301a', 'a', '\u0301[a]'],
    ['soft hyphens', 'Ver\u00adsiche\u00adrung', 'sicherung', 'Ver\u00ad[siche\u00adrung]'],
    ['direction marks', '\u202a+1415\u202c', '+1415', '\u202a[+1415\u202c]'],
  ];
  for (const [script, text, query, pieces] of cases) {
    it(`has highlights in ${script}`, () => {
      expect(marked(text, query)).to.equal(pieces);
      expect(finds(ofData({ text }), query)).to.equal(pieces.replace(/\[d\]/, '').includes('['));
    });
  }

  const numbers: readonly (readonly [text: string, query: string, marked: string])[] = [
    ['+14155550132', '415 555 0132', '+1[4155550132]'],
    ['+14155550132', '(415) 555-0132', '+1[4155550132]'],
    ['+14155550132', '+1 415-555-0132', '[+14155550132]'],
    ['+1 (415) 555-0132', '+14155550132', '+[1 (415) 555-0132]'],
    ['+1 (415) 555-0132', '4155550132', '+1 ([415) 555-0132]'],
    ['415.555.0132', '415-555', '[415.555].0132'],
    ['415–555–0132', '4155550132', '[415–555–0132]'],
    ['030/5550100 privat', '0305550100', '[030/5550100] privat'],
    ['2026-11-20T10:00:00Z', '2026-11-20', '[2026-11-20]T10:00:00Z'],
    ['4990', '49.90', '4990'],
    ['49.90', '49.90', '[49.90]'],
    ['49.90', '4990', '49.90'],
    ['A-1009', 'a1009', 'A-1009'],
    ['A-1009', '1009', 'A-[1009]'],
    ['12 and 34', '1234', '12 and 34'],
    ['1\n2345678', '12345678', '1\n2345678'],
    ['+', '+', '[+]'],
    ['(', '(', '[(]'],
  ];
  for (const [text, query, pieces] of numbers) {
    it(`${pieces.includes('[') ? 'finds' : 'does not find'} ${query} in ${JSON.stringify(text)}`, () => {
      expect(marked(text, query)).to.equal(pieces);
      expect(finds(ofData({ text }), query)).to.equal(pieces.includes('['));
    });
  }

  it('is one piece without a highlight if nothing is found or searched', () => {
    for (const [text, query] of [
      ['', 'a'],
      ['', ''],
      ['Anaïs', ''],
      ['Anaïs', 'bo'],
    ] as const) {
      expect(highlight(text, termsOf(query))).to.deep.equal([{ text, marked: false }]);
    }
    expect(highlight('a', [''])).to.deep.equal([{ text: 'a', marked: false }]);
  });

  const stranger = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...'aAáßﬁ👩\u200d👧🏽\u0301\u0e39\u0e49한각ς１12(-.) +\n\ud83d'), maxLength: 12 }),
  );

  it('keeps all characters', () => {
    fc.assert(
      fc.property(stranger, stranger, (text, query) => {
        const pieces = highlight(text, termsOf(query));
        expect(pieces.map((piece) => piece.text).join('')).to.equal(text);
        expect(pieces.every(({ marked: one }, index) => one !== pieces[index + 1]?.marked)).to.equal(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is highlighted exactly when it is found', () => {
    fc.assert(
      fc.property(stranger, stranger, (text, query) => {
        const terms = termsOf(query);
        const isMarked = (term: string) => highlight(text, [term]).some((piece) => piece.marked);
        const search = createSearch(() => text);
        const nothing = entryOfEvent(event('', 0, { raw: '' }));
        for (const term of terms) expect(search.matches(nothing, [term]), term).to.equal(isMarked(term));
      }),
      { numRuns: 2000 },
    );
  });

  it('is folded once, with every letter of every script', () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const folded = foldText(String.fromCodePoint(code));
      if (foldText(folded) !== folded) expect(foldText(folded), code.toString(16)).to.equal(folded);
    }
  });
});

describe('an entry', () => {
  const broken = { readable: false, type: '', source: '', data: {} };
  const call = entryOfInteraction(
    interactionFrom(
      [
        event('c1', 0, { data: { taskId: 't-1', queueName: 'Billing' }, raw: { id: 'c1', type: 'task:new' } }),
        event('c2', 1, { data: { taskId: 't-1', agent: { name: 'Zoë' } }, raw: { id: 'c2', person: 'p-9' } }),
      ],
      0,
    ),
  );
  const cases: readonly (readonly [what: string, entry: Entry, query: string, found: boolean])[] = [
    ['a nested value', ofData({ order: { items: [{ sku: 'X-77' }] } }), 'x-77', true],
    ['a number', ofData({ amount: 49.9 }), '49.9', true],
    ['zero', ofData({ parcels: 0 }), '0', true],
    ['a negative number', ofData({ score: -0.5 }), '-0.5', true],
    ['a truth value', ofData({ insured: false }), 'false', true],
    ['no field’s name', ofData({ insured: false }), 'insured', false],
    ['the title its publisher chose', ofData({ uiData: { title: 'Out for delivery' } }), 'delivery', true],
    ['a tag', ofData({ uiData: { filterTags: ['claims'] } }), 'claims', true],
    ['what its publisher got wrong', ofData({ uiData: 'oops' }), 'oops', true],
    ['its id', ofData({}), 'E-7', true],
    ['the source', entryOfEvent(event('a', 0, { raw: { source: 'https://shop.example' } })), 'shop.example', true],
    ['what cannot be read', entryOfEvent(event('a', 0, { ...broken, raw: '{"half": "nobody' })), 'nobody', true],
    ['no event but a list', entryOfEvent(event('a', 0, { ...broken, raw: [1, ['deep']] })), 'deep', true],
    ['terms in several fields', ofData({ a: 'order', b: ['A-1009'] }), 'a-1009 order', true],
    ['not half of the terms', ofData({ a: 'order' }), 'order A-1009', false],
    ['no term over two values', ofData({ a: 'or', b: 'der' }), 'order', false],
    ['no number over two values', ofData({ a: '415', b: '5550132' }), '4155550132', false],
    ['everything when nothing is asked', ofData({}), ' ', true],
    ['the terms in several events of a contact', call, 'billing zoe', true],
    ['the envelope of any event', call, 'p-9', true],
    ['the contact', call, 't-1', true],
    ['a name every object has', ofData({}), 'constructor', false],
  ];
  for (const [what, entry, query, found] of cases) {
    it(`is found by ${what}`, () => expect(finds(entry, query)).to.equal(found));
  }

  it('is found by its visible words', () => {
    expect(finds(call, 'missed billing', 'Missed call')).to.equal(true);
    expect(finds(call, 'missed', 'Answered')).to.equal(false);
  });

  it('is read once for any number of searches', () => {
    let reads = 0;
    const search = createSearch(() => String(++reads));
    for (const query of ['a', 'b', 'a']) search.matches(call, termsOf(query));
    expect(reads).to.equal(1);
  });

  it('can have a payload of any depth', () => {
    let deep: Fields = { end: 'bottom' };
    for (let level = 0; level < 20_000; level++) deep = { deep };
    const entry = ofData(deep);
    expect([finds(entry, 'bottom'), finds(entry, 'top')]).to.deep.equal([true, false]);
    expect(matchesIn([event('e', 0, { data: deep, raw: {} })], termsOf('bottom'), 3)).to.have.lengthOf(1);
  });

  it('is found by the last word of a long transcript', () => {
    const transcript = `${'Straße und 東京. '.repeat(7000).slice(0, 99_990)} farewell`;
    expect(finds(ofData({ transcript }), 'farewell')).to.equal(true);
    expect(marked(transcript, 'farewell').endsWith(' [farewell]')).to.equal(true);
  });

  it('is searched fast with megabytes in one value', () => {
    for (const part of ['x', 'ß', '東京 ', '1 ', '1-', '(1', 'e\u0301', '\u0301', '👩‍', '🇩🇪', '1          ']) {
      const value = part.repeat(Math.ceil(2_000_000 / part.length));
      finds(ofData({ value }), 'xx 11 京 (1');
      expect(
        highlight(value, termsOf('x 1 京'))
          .map(({ text }) => text)
          .join('') === value,
      ).to.equal(true);
    }
  });

  it('is found as a naive search would find it', () => {
    const valuesIn = (value: unknown): string[] =>
      typeof value !== 'object' || value === null
        ? [String(value)]
        : Object.keys(value).length === 0
          ? [Array.isArray(value) ? '[]' : '{}']
          : Object.values(value).flatMap(valuesIn);
    const plain = (text: string) =>
      text
        .normalize('NFKD')
        .replace(/\p{DI}|[\u0300-\u036f]/gu, '')
        .toUpperCase();
    const leaf = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', 'ä', 'ß', 'S', 'ﬁ', '1', '東', ' ') }),
      fc.integer({ min: 0, max: 99 }),
      fc.boolean(),
      fc.constant(null),
    );
    const tree = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie('node'), { maxKeys: 3 }),
      ),
    })).node;
    const query = fc.string({ unit: fc.constantFrom('a', 'B', 'á', 's', 'f', '1', '東', ' '), maxLength: 5 });
    const payload = fc.dictionary(fc.string(), tree, { minKeys: 1, maxKeys: 4 });
    fc.assert(
      fc.property(payload, fc.anything(), query, (data, id, asked) => {
        const known = typeof id === 'string' || typeof id === 'number' ? id : 0;
        const entry = entryOfEvent(event('e', 0, { data, raw: { id: known, data } }));
        const values = [...valuesIn(data), String(known)].map(plain);
        const wanted = plain(asked).split(/\s+/).filter(Boolean);
        const found = wanted.every((term) => values.some((value) => value.includes(term)));
        expect(finds(entry, asked)).to.equal(found);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the reason why an entry was found', () => {
  const said = (data: Fields, query: string, limit = 3): string =>
    matchesIn([event('e', 0, { data, raw: {} })], termsOf(query), limit)
      .map(({ label, value }) => `${label}=${value}`)
      .join('; ');

  const cases: readonly (readonly [what: string, data: Fields, query: string, fields: string])[] = [
    ['names the field', { parcels: 0, orderNumber: 'A-1009' }, 'a-1009', 'orderNumber=A-1009'],
    ['names the way to it', { order: { items: [{ sku: 7 }] } }, '7', 'order › items › 1 › sku=7'],
    ['names nothing where nothing is asked', { a: 'x' }, '', ''],
    ['names nothing where nothing is found', { a: 'x' }, 'y', ''],
    ['names a few', { a: 'x', b: 'x', c: 'x', d: 'x' }, 'x', 'a=x; b=x; c=x'],
    ['leaves no term out', { a: 'x', b: 'x', c: 'x', d: 'x y' }, 'x y', 'a=x; d=x y; b=x'],
    ['knows numbers by their digits', { to: '+1 (415) 555-0132' }, '4155550132', 'to=+1 (415) 555-0132'],
    [
      'cuts a long value around the find, between words',
      { text: `${'before '.repeat(40)}order A-1009 was ${'after '.repeat(40)}` },
      'a-1009',
      'text=… before before before before before order A-1009 was after after after after after after after …',
    ],
    [
      'cuts no character in two',
      { text: `${'👍'.repeat(99)}x${'👍'.repeat(99)}` },
      'x',
      `text=…${'👍'.repeat(24)}x${'👍'.repeat(24)}…`,
    ],
    [
      'cuts no character in two, at any place',
      { text: `${'👍'.repeat(99)}yx${'👍'.repeat(99)}` },
      'x',
      `text=…${'👍'.repeat(23)}yx${'👍'.repeat(24)}…`,
    ],
  ];
  for (const [what, data, query, fields] of cases) it(what, () => expect(said(data, query)).to.equal(fields));

  it('is shown once if several events have it', () => {
    const events = ['a', 'b'].map((id) => event(id, 0, { data: { taskId: 't-1' }, raw: { id } }));
    expect(matchesIn(events, termsOf('t-1'), 3)).to.deep.equal([{ label: 'taskId', value: 't-1' }]);
  });
});

describe('a search for too much', () => {
  it('only uses the first 300 characters of the query', () => {
    expect(termsOf('a '.repeat(50_000))).to.deep.equal(['A']);
    expect(termsOf('x'.repeat(100_000))[0]).to.have.lengthOf(300);
  });

  it('only reads the first 300,000 characters of an entry', () => {
    const notes = Array.from({ length: 10 }, (_, index) => `${'-'.repeat(49_000)} note${index}`);
    const entry = ofData({ notes });
    expect(['note0', 'note5', 'note9'].map((query) => finds(entry, query))).to.deep.equal([true, true, false]);
  });
});
