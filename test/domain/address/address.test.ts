import { expect } from '@open-wc/testing';
import { opaqueAddress, readAddress, sameAddress, type AddressKind } from '../../../src/domain/address/address.js';

describe('an address', () => {
  const withheld = [
    ...['', '   ', 'anonymous', 'Anonymous', 'RESTRICTED', 'private', 'Private Number', 'unknown', 'Unknown caller'],
    ...['unavailable', 'not available', 'withheld', 'Number withheld', 'blocked', 'No Caller ID', 'out-of-area'],
    ...['anonymous@anonymous.invalid', 'sip:anonymous@anonymous.invalid', 'sip:Restricted@10.1.2.3', 'tel:anonymous'],
    ...['"Anonymous" <sip:anonymous@anonymous.invalid>', '266696687', '+266696687', 'null', 'undefined'],
  ];
  for (const value of withheld) {
    it(`does not exist for the withheld "${value}"`, () => expect(readAddress(value)).to.equal(undefined));
  }

  const cases: readonly (readonly [given: string, kind: AddressKind, candidates: readonly string[]])[] = [
    ['+14155550132', 'phone', ['+14155550132', '14155550132']],
    ['  +1 (415) 555-0132 ', 'phone', ['+14155550132', '14155550132', '+1 (415) 555-0132']],
    ['+49/30.1234\u00a0567', 'phone', ['+49301234567', '49301234567', '+49/30.1234\u00a0567']],
    ['+1\u2011415\u20135550132', 'phone', ['+14155550132', '14155550132', '+1\u2011415\u20135550132']],
    ['+44 (0)20 7946 0000', 'phone', ['+442079460000', '442079460000', '+44 (0)20 7946 0000']],
    ['tel:+14155550132', 'phone', ['+14155550132', '14155550132']],
    ['tel:+14155550132;phone-context=+1', 'phone', ['+14155550132', '14155550132']],
    ['sip:+14155550132@carrier.example;user=phone', 'phone', ['+14155550132', '14155550132']],
    ['sips:%2B14155550132@carrier.example', 'phone', ['+14155550132', '14155550132']],
    ['"Ann" <sip:+14155550132@carrier.example>', 'phone', ['+14155550132', '14155550132']],
    ['sip:ann.berg@example.org', 'opaque', ['sip:ann.berg@example.org']],
    ['+14155550132;ext=12', 'phone', ['+14155550132', '14155550132']],
    ['+14155550132x12', 'phone', ['+14155550132', '14155550132']],
    ['+14155550132 ext. 12', 'phone', ['+14155550132', '14155550132']],
    ['004915155550132', 'phone', ['+4915155550132', '4915155550132', '004915155550132']],
    ['14155550132', 'phone', ['+14155550132', '14155550132']],
    ['123456789012345', 'phone', ['+123456789012345', '123456789012345']],
    ['4155550132', 'phone', ['4155550132']],
    ['(415) 555-0132', 'phone', ['(415) 555-0132', '4155550132']],
    ['03012345678', 'phone', ['03012345678']],
    ['030 1234-5678', 'phone', ['030 1234-5678', '03012345678']],
    ['2001', 'phone', ['2001']],
    ['1234567890123456', 'opaque', ['1234567890123456']],
    ['+1234567890123456', 'opaque', ['+1234567890123456']],
    ['12', 'opaque', ['12']],
    ['ann@example.org', 'email', ['ann@example.org']],
    [' Ann.Berg@Example.org ', 'email', ['Ann.Berg@Example.org', 'ann.berg@example.org']],
    ['mailto:ann@example.org', 'email', ['ann@example.org']],
    ['Ann Berg <ann@example.org>', 'email', ['ann@example.org']],
    ['private@example.org', 'email', ['private@example.org']],
    ['maxxx.power@example.org', 'email', ['maxxx.power@example.org']],
    ['C-884120', 'opaque', ['C-884120']],
    ['Xxavier', 'opaque', ['Xxavier']],
    ['1-800-FLOWERS', 'opaque', ['1-800-FLOWERS']],
    ['客戶一號', 'opaque', ['客戶一號']],
    ['__proto__', 'opaque', ['__proto__']],
  ];
  for (const [given, kind, candidates] of cases) {
    it(`"${given}" is searched as ${candidates.join(', ')}`, () => {
      const address = readAddress(given);
      expect(address?.kind).to.equal(kind);
      expect(address?.candidates).to.deep.equal(candidates);
      expect(address?.masked).to.equal(false);
      expect(address?.value).to.equal(given.trim());
    });
  }

  it('never has a guessed country: a number that could be of another country gets no plus sign', () => {
    for (const given of ['4155550132', '415 555 0132', '03012345678', '5550132']) {
      expect(readAddress(given)?.candidates.filter((form) => form.startsWith('+'))).to.deep.equal([]);
    }
  });

  const masked: readonly (readonly [given: string, kind: AddressKind])[] = [
    ['1+9****8095', 'phone'],
    ['••• ••• 0132', 'phone'],
    ['+1 ●●● ●●● 0132', 'phone'],
    ['XXXXXX1234', 'phone'],
    ['xxx-xxx-1234', 'phone'],
    ['+1 XXX XXX 0132', 'phone'],
    ['######0132', 'phone'],
    ['tel:+1******0132', 'phone'],
    ['sip:+1******0132@carrier.example', 'phone'],
    ['a***@example.com', 'email'],
    ['jxxxxx@example.com', 'email'],
    ['********', 'opaque'],
  ];
  for (const [given, kind] of masked) {
    it(`"${given}" is masked and cannot be searched`, () => {
      const address = readAddress(given);
      expect(address?.masked).to.equal(true);
      expect(address?.kind).to.equal(kind);
      expect(address?.candidates).to.deep.equal([]);
    });
  }

  it('is shown as it was given, without its scheme', () => {
    expect(readAddress('tel:+1 415 555 0132')?.shown).to.equal('+1 415 555 0132');
    expect(readAddress('Ann <Ann@example.org>')?.shown).to.equal('Ann@example.org');
  });

  it('of a platform stays as it is, even if it looks like a number', () => {
    expect(opaqueAddress(' 14155550132 ')).to.deep.include({ kind: 'opaque', candidates: ['14155550132'] });
  });

  it('is not read from a text as long as a book, and the check is fast', () => {
    for (const part of [' ', '1', 'x', '*', '<', '(', '@', '+1 ']) {
      expect(readAddress(`a${part.repeat(1_000_000)}b`), part).to.equal(undefined);
    }
  });
});

describe('two addresses', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['+14155550132', '+1 (415) 555-0132', true],
    ['+14155550132', 'tel:+14155550132', true],
    ['+14155550132', '14155550132', true],
    ['Ann@Example.org', 'ann@example.org', true],
    ['+14155550132', '+14155550133', false],
    ['+14155550132', '4155550132', false],
    ['C-77', 'c-77', false],
    ['1+9****8095', '1+9****8095', true],
    ['1+9****8095', '1+9****8096', false],
    ['', 'anonymous', true],
    ['', '+14155550132', false],
  ];
  for (const [a, b, same] of cases) {
    it(`"${a}" and "${b}" are ${same ? 'the same' : 'two customers'}`, () => {
      expect(sameAddress(readAddress(a), readAddress(b))).to.equal(same);
      expect(sameAddress(readAddress(b), readAddress(a))).to.equal(same);
    });
  }
});
