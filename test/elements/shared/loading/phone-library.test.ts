import { expect } from '@open-wc/testing';
import { readAddress } from '../../../../src/domain/address/address.js';
import * as phone from '../../../../src/domain/address/regional-phone.js';
import { createPhoneLibrary } from '../../../../src/elements/shared/loading/phone-library.js';
import { waitUntil } from '../../../support/wait-until.js';

const national = readAddress('(415) 555-0132')!;
const other = readAddress('(506) 234-5678')!;
const found = ['+14155550132', '14155550132', '(415) 555-0132', '4155550132'];
const asWritten = ['(415) 555-0132', '4155550132'];

type Load = () => Promise<typeof phone>;

/** A reader whose loads the test answers; `drawn` counts how often its host would be drawn. */
function setUp(mostWait?: number) {
  const loads: PromiseWithResolvers<typeof phone>[] = [];
  const stage = { loads, drawn: 0 };
  const load: Load = () => {
    loads.push(Promise.withResolvers());
    return loads.at(-1)!.promise;
  };
  const reader = createPhoneLibrary(() => (stage.drawn += 1), load, mostWait);
  return { ...reader, stage };
}

describe('the reader of phone numbers', () => {
  const warn = console.warn;
  let warnings: string[];

  beforeEach(() => {
    warnings = [];
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  });

  afterEach(() => {
    console.warn = warn;
  });

  it('loads nothing for an address that can be read without it', () => {
    const { forms, stage } = setUp();
    const whole = ['+1 415 555 0132', '0044 20 7946 0000', '011 44 20 7946 0000', 'ann@example.org', 'C-77', '2001'];
    for (const address of whole.map((given) => readAddress(given)!)) {
      expect(forms(address, '', 'US')).to.equal(address.candidates);
    }
    expect(forms(national, ' ', undefined)).to.equal(national.candidates);
    expect(stage.loads).to.have.length(0);
  });

  it('returns the forms of the region once it is loaded, and reports that it is', async () => {
    const { forms, stage } = setUp();
    expect(forms(national, '', 'US')).to.equal(undefined);
    expect(forms(national, '', 'US')).to.equal(undefined);
    stage.loads[0]!.resolve(phone);
    await waitUntil(() => stage.drawn === 1);
    expect(forms(national, '', 'US')).to.deep.equal(found);
    expect(forms(national, '', 'GB')).to.deep.equal(asWritten);
    expect(forms(other, '', 'US')).to.include('+15062345678');
    expect(forms(national, '', 'US')).to.equal(forms(national, '', 'US'));
    expect(stage.loads).to.have.length(1);
    expect(warnings).to.deep.equal([]);
  });

  it('uses the given region in upper or lower case, else the default region with a warning', async () => {
    const { forms, stage } = setUp();
    forms(national, 'us', undefined);
    stage.loads[0]!.resolve(phone);
    await waitUntil(() => stage.drawn === 1);
    expect(forms(national, ' us ', 'GB')).to.deep.equal(found);
    expect(forms(readAddress('020 7946 0000')!, 'Uk', 'US')).to.include('+442079460000');
    expect(warnings).to.deep.equal([]);
    for (const named of ['Atlantis', 'xx', 'aq', 'U S']) {
      expect(forms(national, named, 'US')).to.deep.equal(found);
      expect(forms(national, named, undefined)).to.equal(national.candidates);
      expect(warnings.pop()).to.equal(`wayline: default-region="${named}" is not a known country code and is ignored.`);
      expect(warnings).to.deep.equal([]);
    }
  });

  it('uses the number as written when loading fails, warns once without the number, and tries again for the next', async () => {
    const { forms, stage } = setUp();
    forms(national, '', 'US');
    stage.loads[0]!.reject(new TypeError('(415) 555-0132'));
    await waitUntil(() => stage.drawn === 1);
    expect(forms(national, '', 'US')).to.deep.equal(asWritten);
    expect(forms({ ...national }, '', 'US')).to.deep.equal(asWritten);
    expect(forms(other, '', 'US')).to.equal(undefined);
    stage.loads[1]!.reject(new TypeError('again'));
    await waitUntil(() => stage.drawn === 2);
    expect(forms(other, '', 'US')).to.deep.equal(other.candidates);
    expect(stage.loads).to.have.length(2);
    expect(warnings).to.have.length(1);
    expect(warnings[0])
      .to.match(/^wayline: Phone numbers without a country code/)
      .and.not.match(/\d/);
  });

  it('stops waiting after a timeout, and a late file changes nothing for the shown customer', async () => {
    const { forms, stage } = setUp(1);
    expect(forms(national, '', 'US')).to.equal(undefined);
    await waitUntil(() => stage.drawn === 1);
    expect(forms(national, '', 'US')).to.deep.equal(asWritten);
    stage.loads[0]!.resolve(phone);
    await stage.loads[0]!.promise;
    expect(forms(national, '', 'US')).to.deep.equal(asWritten);
  });

  it('waits for the current number when the load for the previous one fails', async () => {
    const { forms, stage } = setUp();
    forms(national, '', 'US');
    forms(other, '', 'US');
    stage.loads[0]!.reject(new TypeError('offline'));
    await waitUntil(() => stage.drawn === 1);
    expect(forms(other, '', 'US')).to.equal(undefined);
    stage.loads[1]!.resolve(phone);
    await waitUntil(() => stage.drawn === 2);
    expect(forms(other, '', 'US')).to.include('+15062345678');
  });
});
