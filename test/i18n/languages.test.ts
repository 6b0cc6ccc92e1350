import { expect } from '@open-wc/testing';
import { english } from '../support/english.js';
import { directionOf, languagesFor } from '../../src/i18n/choose-language.js';

const tags = ['de', 'fr', 'es', 'it', 'pt-BR', 'nl', 'ja', 'ko', 'zh-CN'] as const;

const cases = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
type Part = string | { readonly [key: string]: Part };

/** All texts of a catalogue by path, as `now.ended`; the forms of a plural as `timeline.newEvents#one`. */
function* textsIn(part: Part, path = ''): Generator<readonly [string, string], void, undefined> {
  if (typeof part === 'string') yield [path, part];
  else {
    const names = Object.keys(part);
    const isPlural = names.every((name) => cases.has(name));
    for (const name of names) {
      const separator = isPlural ? '#' : path === '' ? '' : '.';
      yield* textsIn(part[name]!, path + separator + name);
    }
  }
}

const pathOf = (key: string) => key.split('#')[0]!;
const gapsIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ');

describe('the catalogues', () => {
  const ours = [...textsIn(english)];
  const gaps = new Map(ours.map(([key, text]) => [pathOf(key), gapsIn(text)]));
  const plurals = new Set(ours.filter(([key]) => key.includes('#')).map(([key]) => pathOf(key)));

  for (const tag of tags) {
    describe(tag, () => {
      let texts: readonly (readonly [string, string])[] = [];

      before(async () => {
        const response = await fetch(new URL(`../../src/i18n/languages/${tag}.json`, import.meta.url));
        texts = [...textsIn((await response.json()) as Part)];
      });

      it('has every phrase of English and no other, with the plural forms that its numbers need', () => {
        const wanted = [...gaps.keys()].flatMap((path) => {
          if (!plurals.has(path)) return [path];
          const type = path.endsWith('.ordinal') ? 'ordinal' : 'cardinal';
          const { pluralCategories } = new Intl.PluralRules(tag, { type }).resolvedOptions();
          return pluralCategories.map((name) => `${path}#${name}`);
        });
        const keys = texts.map(([key]) => key);
        const missing = wanted.filter((key) => !keys.includes(key));
        const unknown = keys.filter((key) => !wanted.includes(key));
        expect({ missing, unknown }).to.deep.equal({ missing: [], unknown: [] });
      });

      it('has the placeholders of English in each phrase; only a singular may be without its number', () => {
        const wrong = texts.filter(([key, text]) => {
          const wanted = gaps.get(pathOf(key));
          return gapsIn(text) !== wanted && !(/#(one|two|zero)$/.test(key) && gapsIn(`${text}{count}`) === wanted);
        });
        expect(wrong).to.deep.equal([]);
      });

      it('has no empty phrase that is not empty in English, and no markup or extra space', () => {
        const empty = new Set(ours.filter(([, text]) => text === '').map(([key]) => key));
        const wrong = texts.filter(
          ([key, text]) =>
            (text === '') !== empty.has(key) ||
            /[<>&\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]| {2}/u.test(text) ||
            (key !== 'separator' && text !== text.trim()),
        );
        expect(wrong).to.deep.equal([]);
      });
    });
  }
});

describe('languagesFor', () => {
  const choices: readonly [string, string, readonly string[], readonly string[]][] = [
    ['what the host asks for', 'de-AT', ['fr'], ['de de-AT', 'en en']],
    ['a tag with an underscore', 'de_CH', [], ['de de-CH', 'en en']],
    ['what the browser prefers, when the host asks for nothing', '', ['fr-CA', 'en'], ['fr fr-CA', 'en en']],
    ['no word for a language', 'German (Germany)', ['it'], ['it it', 'en en']],
    ['no name of one', 'Deutsch', ['nl'], ['nl nl', 'en en']],
    ['no binding that was left unset', '$STORE.app.language', ['ja'], ['ja ja', 'en en']],
    ['no tag that is broken', 'de--x', ['ko'], ['ko ko', 'en en']],
    ['no broken tag of the browser', '', ['*', 'C', 'es-MX'], ['es es-MX', 'en en']],
    ['English, if no language is set', '', [], ['en en']],
    ['English inside at once', 'en-IN', ['de'], ['en en-IN']],
    ['nothing after English', '', ['en-GB', 'de'], ['en en-GB']],
    ['all languages before English', '', ['ca', 'es', 'en', 'fr'], ['ca ca', 'es es', 'en en']],
    ['each file once', '', ['de-DE', 'de', 'en-US'], ['de de-DE', 'en en-US']],
    ['the agent’s own region of a language without one', 'de', ['en-US', 'de-AT'], ['de de-AT', 'en en-US']],
    ['the agent’s own region of English, when there are no other words', 'pl', ['en-GB'], ['pl pl', 'en en-GB']],
    ['Brazilian words for Portugal', 'pt-PT', [], ['pt-BR pt-PT', 'en en']],
    ['Brazilian words for Portuguese', 'pt', [], ['pt-BR pt', 'en en']],
    ['simplified Chinese for Chinese', 'zh', [], ['zh-CN zh', 'en en']],
    ['simplified Chinese for Singapore', 'zh-SG', [], ['zh-CN zh-SG', 'en en']],
    ['traditional Chinese as a language of its own', 'zh-TW', [], ['zh-TW zh-TW', 'en en']],
    ['traditional Chinese for Hong Kong', 'zh-HK', [], ['zh-TW zh-HK', 'en en']],
    ['a file for any other language', 'tr-TR', [], ['tr tr-TR', 'en en']],
    ['no path in a tag', '../../secret', [], ['en en']],
  ];
  for (const [what, wanted, preferred, expected] of choices) {
    it(`tries ${what}`, () => {
      const languages = languagesFor(wanted, preferred);
      expect(languages.map(({ words, locale }) => `${words} ${locale}`)).to.deep.equal(expected);
    });
  }
});

describe('directionOf', () => {
  it('returns rtl for languages that are written from right to left', () => {
    const all = ['ar', 'he', 'iw', 'fa', 'ur', 'ps', 'dv', 'ckb', 'yi', 'ug', 'ar-EG', 'pa-PK', 'az-Arab'];
    expect(all.filter((tag) => directionOf(tag) === 'ltr')).to.deep.equal([]);
    expect(['en', ...tags, 'tr', 'pa', 'az', 'ar-Latn'].filter((tag) => directionOf(tag) === 'rtl')).to.deep.equal([]);
  });
});
