import { expect } from '@open-wc/testing';
import { JourneyError, type JourneyErrorKind } from '../../../src/domain/base/journey-error.js';
import { LanguageLoader } from '../../../src/elements/journey/language-loader.js';
import { waitUntil } from '../../support/wait-until.js';

describe('the file of a language', () => {
  const ask = async (base: string, answers: readonly (object | JourneyErrorKind)[]) => {
    const left = [...answers];
    let asked = 0;
    const load = () => {
      asked++;
      const answer = left.shift() ?? {};
      return typeof answer === 'string' ? Promise.reject(new JourneyError(answer)) : Promise.resolve(answer);
    };
    const languages: string[] = [];
    for (let widget = 0; widget < 2; widget++) {
      let drawn = false;
      const controller = new LanguageLoader({ requestUpdate: () => (drawn = true) }, load, () => base);
      controller.follow('de-DE');
      await waitUntil(() => drawn);
      languages.push(controller.messages.language.slice(0, 2));
    }
    return [asked, ...languages];
  };

  it('is requested once by all widgets of a page', async () => {
    expect(await ask('https://one.example/', [{}])).to.deep.equal([1, 'de', 'de']);
  });

  it('is requested again by the next widget after a network error, not after a missing file', async () => {
    expect(await ask('https://two.example/', ['network'])).to.deep.equal([2, 'en', 'de']);
    expect(await ask('https://three.example/', ['rejected'])).to.deep.equal([1, 'en', 'en']);
  });
});
