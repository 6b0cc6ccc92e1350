import { expect } from '@open-wc/testing';
import { JourneyError } from '../../src/domain/base/journey-error.js';
import { LanguageLoader } from '../../src/elements/journey/language-loader.js';
import { hubspotWords } from '../../src/embed/adapter-kit/hubspot-words.js';
import { finesseWords } from '../../src/embed/finesse/finesse-words.js';
import { locales, wordsFor as guestWords } from '../../src/embed/guest/guest-words.js';
import { chooseLanguage } from '../../src/i18n/choose-language.js';
import { wordsFor as loaderWords } from '../../src/loader/loader-words.js';
import { waitUntil } from '../support/wait-until.js';

/** What is asked for, what the browser prefers, and the words that are shown. */
const choices: readonly [string, readonly string[], string][] = [
  ['de-AT', ['fr'], 'de'],
  ['de_CH', [], 'de'],
  ['', ['sv', 'fr-CA', 'de'], 'fr'],
  ['', ['en-GB', 'de'], 'en'],
  ['sv', ['fr'], 'en'],
  ['Deutsch', ['nl'], 'nl'],
  ['pt', [], 'pt-BR'],
  ['pt-PT', [], 'pt-BR'],
  ['zh', [], 'zh-CN'],
  ['zh-SG', [], 'zh-CN'],
  ['zh-Hans-TW', [], 'zh-CN'],
  ['zh-TW', [], 'en'],
  ['zh_HK', [], 'en'],
  ['', ['zh-Hant', 'ja'], 'ja'],
  ['', ['constructor', 'ko'], 'ko'],
  ['../../secret', [], 'en'],
  ['', [], 'en'],
];

let widgets = 0;

/** The file whose words the widget shows, where only those of the ten languages are there. */
async function shownByWidget(wanted: string, preferred: readonly string[]): Promise<string> {
  let words = 'en';
  let drawn = false;
  const load = (url: string) => {
    const [name] = /[\w-]+(?=\.json$)/.exec(url) ?? [''];
    if (!locales.includes(name)) return Promise.reject(new JourneyError('not-found'));
    words = name;
    return Promise.resolve({});
  };
  const base = `https://widget-${++widgets}.example/`;
  Object.defineProperty(navigator, 'languages', { value: preferred, configurable: true });
  try {
    new LanguageLoader({ requestUpdate: () => (drawn = true) }, load, () => base).follow(wanted);
    await waitUntil(() => drawn);
  } finally {
    Reflect.deleteProperty(navigator, 'languages');
  }
  return words;
}

describe('the language of words', () => {
  for (const [wanted, preferred, words] of choices) {
    it(`is ${words} for "${wanted}" in a browser that prefers [${preferred.join()}], whoever asks`, async () => {
      expect(chooseLanguage(wanted, preferred, locales).words, 'chooser').to.equal(words);
      expect(await shownByWidget(wanted, preferred), 'widget').to.equal(words);
      expect(guestWords(wanted, preferred).language, 'page in the frame').to.equal(words);
      expect(loaderWords(wanted, preferred).language, 'loader').to.equal(words);
      expect(finesseWords(wanted, preferred), 'Finesse').to.equal(finesseWords(words, []));
      // HubSpot's page knows the browser's languages only.
      const known = /^[a-z]{2}\b|_/.test(wanted) ? [wanted] : preferred;
      expect(hubspotWords('used', known), 'HubSpot').to.equal(hubspotWords('used', [words]));
    });
  }
});
