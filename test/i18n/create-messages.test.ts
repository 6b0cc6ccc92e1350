import { expect } from '@open-wc/testing';
import { createMessages } from '../../src/i18n/create-messages.js';
import { en, english } from '../support/english.js';

/** The English catalogue with another text for new events, which most of these tests use. */
const withNewEvents = (newEvents: unknown) => ({ timeline: { newEvents } });

describe('createMessages', () => {
  const plurals: readonly [string, Record<string, string>, Record<number, string>][] = [
    ['en', { one: '{count} new', other: '{count} news' }, { 0: '0 news', 1: '1 new', 2: '2 news', 4000: '4,000 news' }],
    [
      'pl',
      { one: '{count} nowe', few: '{count} nowe!', many: '{count} nowych', other: '{count} nowego' },
      { 1: '1 nowe', 3: '3 nowe!', 5: '5 nowych', 22: '22 nowe!', 1.5: '1,5 nowego' },
    ],
    ['ja', { other: '{count} 件' }, { 0: '0 件', 1: '1 件', 12: '12 件' }],
    ['fr', { one: '{count} un', many: '{count} de', other: '{count} des' }, { 0: '0 un', 2: '2 des' }],
    [
      'pt-BR',
      { one: '{count} um', many: '{count} de', other: '{count} uns' },
      { 0: '0 um', 1_000_000: '1.000.000 de' },
    ],
    ['pt-PT', { one: '{count} um', many: '{count} de', other: '{count} uns' }, { 0: '0 uns', 1: '1 um' }],
    [
      'ar-EG',
      { zero: 'لا', one: 'واحد', two: 'اثنان', few: '{count} ق', many: '{count} ك', other: '{count} غ' },
      { 0: 'لا', 1: 'واحد', 2: 'اثنان', 3: '٣ ق', 11: '١١ ك', 100: '١٠٠ غ' },
    ],
  ];
  for (const [language, forms, expected] of plurals) {
    it(`uses the plural form for a number, and writes it as in ${language}`, () => {
      const { timeline } = createMessages(english, withNewEvents(forms), language);
      for (const [count, text] of Object.entries(expected)) {
        expect(timeline.newEvents({ count: Number(count) }), count).to.equal(text);
      }
    });
  }

  it('uses the ordinal forms of the language', () => {
    const said = (language: string, ordinal: object) =>
      [1, 2, 3, 4, 11, 22].map((count) =>
        createMessages(english, { insights: { repeat: { ordinal } } }, language).insights.repeat({ count, days: 7 }),
      );
    const inEnglish = { one: '{count}st', two: '{count}nd', few: '{count}rd', other: '{count}th' };
    expect(said('en', inEnglish)).to.deep.equal(['1st', '2nd', '3rd', '4th', '11th', '22nd']);
    expect(said('fr', { one: '{count}er', other: '{count}e' })).to.deep.equal(['1er', '2e', '3e', '4e', '11e', '22e']);
    expect(said('de', { other: '{count}.' })).to.deep.equal(['1.', '2.', '3.', '4.', '11.', '22.']);
  });

  it('accepts a plain text if the language needs no plural forms', () => {
    const { timeline } = createMessages(english, withNewEvents('nouveau : {count}'), 'fr');
    expect(timeline.newEvents({ count: 2 })).to.equal('nouveau : 2');
  });

  it('fills placeholders in any order, and not those in an inserted value', () => {
    const { range } = createMessages(english, { range: '{to} ← {from}' }, 'de');
    expect(range({ from: '{to}', to: '$& {from}' })).to.equal('$& {from} ← {to}');
  });

  it('keeps a placeholder without a value', () => {
    const { asOf } = createMessages(english, { asOf: '{tmie} {constructor} {toString} {time}' }, 'de');
    expect(asOf({ time: '10:42' })).to.equal('{tmie} {constructor} {toString} 10:42');
  });

  const wrong: readonly [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a number', 4],
    ['a list', ['{count} new']],
    ['a plural without its last case', { one: '{count} neu' }],
    ['a plural with a case that is no text', { one: 1, other: '{count} neue' }],
    ['a plural with a case that no language has', { other: '{count} neue', some: 'x' }],
    ['an ordinal that is none', { ordinal: 'x' }],
  ];
  for (const [what, value] of wrong) {
    it(`uses the English phrase for one that is ${what}`, () => {
      const { timeline, refresh } = createMessages(english, { ...withNewEvents(value), refresh: 'Neu' }, 'ja');
      expect(timeline.newEvents({ count: 1 }), 'with the cases of English').to.equal('1 new event');
      expect(timeline.newEvents({ count: 2 })).to.equal('2 new events');
      expect(timeline.load).to.equal('Load');
      expect(refresh).to.equal('Neu');
    });
  }

  for (const words of [undefined, null, 'words', 7, [], { timeline: 'x', errors: null, header: [] }]) {
    it(`is completely in English for ${JSON.stringify(words) ?? 'nothing'}`, () => {
      const flat = (messages: object) =>
        JSON.stringify(messages, (key, value: unknown) => (key === 'language' ? undefined : value));
      expect(flat(createMessages(english, words, 'de'))).to.equal(flat(en));
    });
  }

  it('only has the phrases of English, for any keys in a file', () => {
    const hostile: unknown = JSON.parse(
      '{"__proto__": {"refresh": "polluted"}, "constructor": {"prototype": {"x": 1}}, "more": "x", "header": {"__proto__": {"unnamed": "y"}}, "language": "xx"}',
    );
    const messages = createMessages(english, hostile, 'de');
    expect(Object.keys(messages).sort()).to.deep.equal(Object.keys(en).sort());
    expect(({} as { refresh?: string }).refresh).to.equal(undefined);
    expect(messages.language).to.equal('de');
    expect(messages.header.anonymous).to.equal('Anonymous caller');
  });
});
