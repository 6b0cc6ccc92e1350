import { expect } from '@open-wc/testing';
import { locales, wordsFor } from '../../../src/embed/guest/guest-words.js';

const { words: english } = wordsFor('en');

describe('the texts of the page in the frame', () => {
  it("exist in the widget's ten languages", () => {
    expect([...locales].sort()).to.deep.equal(['de', 'en', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pt-BR', 'zh-CN']);
  });

  for (const locale of locales) {
    it(`are complete in ${locale}, and name the setting`, () => {
      const { language, words } = wordsFor(locale);
      expect(language).to.equal(locale);
      expect(Object.keys(words.states)).to.deep.equal(Object.keys(english.states));
      for (const [name, state] of Object.entries(words.states)) {
        const model = english.states[name as keyof typeof english.states];
        expect(state.title.trim(), name).not.to.equal('');
        // If a CRM's adapter shows the message, we have no text.
        for (const part of ['text', 'next'] as const) expect(state[part] === '', name).to.equal(model[part] === '');
        expect(state.text.includes('{detail}'), name).to.equal(model.text.includes('{detail}'));
        if (locale !== 'en' && model.text !== '') expect(state.text, name).not.to.equal(model.text);
      }
      expect(words.tryAgain).not.to.equal('');
    });
  }

  it("are in the host's language, else in the browser's, else in English", () => {
    expect(wordsFor('de_AT', ['fr']).language).to.equal('de');
    expect(wordsFor(undefined, ['xx', 'fr-CA', 'de']).language).to.equal('fr');
    expect(wordsFor('xx', ['fr']).language).to.equal('en');
    expect(wordsFor('<img>', []).language).to.equal('en');
  });
});
