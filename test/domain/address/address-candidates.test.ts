import { expect } from '@open-wc/testing';
import { readAddress, type AddressKind } from '../../../src/domain/address/address.js';
import { regionalCandidates } from '../../../src/domain/address/regional-phone.js';

/** A region as the widget knows it; `-` if it knows none. */
const candidatesOf = (given: string, region: string): readonly string[] => {
  const address = readAddress(given);
  if (address === undefined) return [];
  return region === '-' ? address.candidates : regionalCandidates(address, region);
};

const unique = (forms: readonly string[]): readonly string[] => [...new Set(forms)];

/**
 * Numbers by the plans of their countries: as people write and dial them there, and in E.164. Mobile numbers are the
 * examples of libphonenumber for each country; others are reserved for fiction or belong to an authority.
 */
const numbers: readonly (readonly [region: string, written: string, dialled: string, e164: string])[] = [
  ['US', '(415) 555-0132', '4155550132', '+14155550132'],
  ['CA', '506-234-5678', '5062345678', '+15062345678'],
  ['GB', '020 7946 0000', '02079460000', '+442079460000'],
  ['IE', '085 012 3456', '0850123456', '+353850123456'],
  ['FR', '01.99.00.12.34', '0199001234', '+33199001234'],
  ['DE', '030/23125 012', '03023125012', '+493023125012'],
  ['AT', '0664 1234567', '06641234567', '+436641234567'],
  ['CH', '044 668 18 00', '0446681800', '+41446681800'],
  ['IT', '06 1234 5678', '0612345678', '+390612345678'],
  ['ES', '612 34 56 78', '612345678', '+34612345678'],
  ['PT', '912 345 678', '912345678', '+351912345678'],
  ['NL', '06-12345678', '0612345678', '+31612345678'],
  ['BE', '0450/00.12.34', '0450001234', '+32450001234'],
  ['DK', '34 41 23 45', '34412345', '+4534412345'],
  ['NO', '40 61 23 45', '40612345', '+4740612345'],
  ['SE', '070-123 45 67', '0701234567', '+46701234567'],
  ['PL', '512 345 678', '512345678', '+48512345678'],
  ['TR', '(0501) 234 56 78', '05012345678', '+905012345678'],
  ['RU', '8 (912) 345-67-89', '89123456789', '+79123456789'],
  ['AU', '0491 570 156', '0491570156', '+61491570156'],
  ['NZ', '021 123 4567', '0211234567', '+64211234567'],
  ['JP', '090-1234-5678', '09012345678', '+819012345678'],
  ['KR', '010-2000-0000', '01020000000', '+821020000000'],
  ['CN', '139 1234 5678', '13912345678', '+8613912345678'], // the example would be a number of Chicago as well
  ['HK', '5123 4567', '51234567', '+85251234567'],
  ['SG', '8123 4567', '81234567', '+6581234567'],
  ['IN', '081234 56789', '08123456789', '+918123456789'],
  ['AE', '050 123 4567', '0501234567', '+971501234567'],
  ['ZA', '071 123 4567', '0711234567', '+27711234567'],
  ['BR', '(11) 96123-4567', '11961234567', '+5511961234567'],
  ['MX', '222 123 4567', '2221234567', '+522221234567'],
];

/** Each number in formats that have the same forms: E.164 first, its digits, as written, as dialled in the country. */
const dressed = numbers.flatMap(([region, written, dialled, e164]) => {
  const digits = e164.slice(1);
  const spaced = e164.replace(/^(\+\d{2})(\d{3})(\d+)$/, '$1 ($2) $3');
  const known = [e164, digits];
  return [
    [region, written, [...known, written, dialled]],
    [region, `sip:${dialled}@pbx.example;user=phone`, [...known, dialled]],
    [region, digits, [...known, dialled]],
    ['-', spaced, [...known, spaced]],
    [region, `00 ${digits}`, [...known, `00 ${digits}`]],
  ] as const;
});

type Row = readonly [region: string, given: string, candidates: readonly string[], kind?: AddressKind];

const sanFrancisco = ['+14155550132', '14155550132'];
const london = ['+442079460000', '442079460000'];

const phones: readonly Row[] = [
  // Schemes, names, parameters and extensions
  ['-', 'tel:+1-415-555-0132', [...sanFrancisco, '+1-415-555-0132']],
  ['-', 'TEL:%2B14155550132', sanFrancisco],
  ['US', 'tel:(415)%20555-0132', [...sanFrancisco, '(415) 555-0132', '4155550132']],
  ['-', 'tel:+14155550132;ext=123', sanFrancisco],
  ['-', 'tel:+14155550132;phone-context=example.com', sanFrancisco],
  ['-', 'sip:+14155550132@carrier.example:5060;transport=tls', sanFrancisco],
  ['-', 'sip:+14155550132;npdi@carrier.example', sanFrancisco],
  ['-', 'sips:%2B14155550132@carrier.example', sanFrancisco],
  ['-', '"Ann Berg" <sip:+14155550132@carrier.example>', sanFrancisco],
  ['-', '<tel:+14155550132>', sanFrancisco],
  ['-', '+14155550132 x123', sanFrancisco],
  ['-', '+14155550132 ext. 123', sanFrancisco],
  ['-', '+14155550132 EXT:123', sanFrancisco],
  ['-', '+14155550132,,123#', sanFrancisco],
  ['US', '(415) 555-0132 x123', [...sanFrancisco, '(415) 555-0132', '4155550132']],
  ['US', '415.555.0132 extension 9', [...sanFrancisco, '415.555.0132', '4155550132']],
  // Signs of other keyboards
  ['-', '+1\u00a0415\u2009555\u20110132', [...sanFrancisco, '+1\u00a0415\u2009555\u20110132']],
  ['-', '+1 [415] 555\u22120132', [...sanFrancisco, '+1 [415] 555\u22120132']],
  ['-', '＋４４（２０）７９４６－００００', [...london, '＋４４（２０）７９４６－００００']],
  ['JP', '０９０－１２３４ー５６７８', ['+819012345678', '819012345678', '０９０－１２３４ー５６７８', '09012345678']],
  ['AE', '٠٥٠ ١٢٣ ٤٥٦٧', ['+971501234567', '971501234567', '٠٥٠ ١٢٣ ٤٥٦٧', '0501234567']],
  ['-', '+۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹', ['+989123456789', '989123456789', '+۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹']],
  ['-', '\u202d+1 415 555 0132\u202c', [...sanFrancisco, '+1 415 555 0132']],
  ['-', '\ufeff\u200e+14155550132\u200e', sanFrancisco],
  // The zero for callers within the country
  ['-', '+44 (0)20 7946 0000', [...london, '+44 (0)20 7946 0000']],
  ['-', '+44(0)2079460000', [...london, '+44(0)2079460000']],
  ['-', '0044 (0)20 7946 0000', [...london, '0044 (0)20 7946 0000']],
  ['-', '(+44) 20 7946 0000', [...london, '(+44) 20 7946 0000']],
  ['GB', '(0)20 7946 0000', [...london, '(0)20 7946 0000', '02079460000']],
  ['-', '+39 (0)6 1234 5678', ['+390612345678', '390612345678', '+39 (0)6 1234 5678']],
  // Prefixes of calls to other countries
  ['-', '00 44 20 7946 0000', [...london, '00 44 20 7946 0000']],
  ['US', '011 44 20 7946 0000', [...london, '011 44 20 7946 0000']],
  ['-', '011442079460000', [...london, '011442079460000']],
  ['AU', '0011 44 20 7946 0000', [...london, '0011 44 20 7946 0000']],
  ['-', '0011442079460000', [...london, '0011442079460000']],
  ['JP', '010-44-20-7946-0000', [...london, '010-44-20-7946-0000', '010442079460000']],
  ['RU', '8 10 44 20 7946 0000', [...london, '8 10 44 20 7946 0000', '810442079460000']],
  [
    'BR',
    '0 15 11 96123-4567',
    ['+5511961234567', '5511961234567', '0 15 11 96123-4567', '11961234567', '01511961234567'],
  ],
  // The same prefix in a country that has it as an area code
  ['IN', '011 2345 6789', ['+911123456789', '911123456789', '011 2345 6789', '01123456789']],
  ['KR', '010 2000 0000', ['+821020000000', '821020000000', '010 2000 0000', '01020000000']],
  ['CN', '010 6552 9988', ['+861065529988', '861065529988', '010 6552 9988', '01065529988']],
  ['AR', '(011) 2345-6789', ['+541123456789', '541123456789', '(011) 2345-6789', '01123456789']],
  // Without the plus
  ['US', '1 (415) 555-0132', [...sanFrancisco, '1 (415) 555-0132', '4155550132']],
  ['US', '442079460000', london],
  ['GB', '14155550132', sanFrancisco],
  ['-', '442079460000', london],
  ['-', '1-415-555-0132', [...sanFrancisco, '1-415-555-0132']],
  // A region's neighbours under the same country code
  ['US', '416 555 0132', ['+14165550132', '14165550132', '416 555 0132', '4165550132']],
  ['GB', '01534 456789', ['+441534456789', '441534456789', '01534 456789', '01534456789']],
];

const neverGuessed: readonly Row[] = [
  // Not a valid number today, but dialled like one
  ['GB', '07700 900123', ['+447700900123', '447700900123', '07700 900123', '07700900123']],
  ['GB', '7700900123', ['7700900123']],
  ['GB', '447700900123', ['+447700900123', '447700900123']],
  ['GB', '07700 9001', ['07700 9001', '077009001']],
  ['FR', '0479 092 637 8916', ['0479 092 637 8916', '04790926378916']],
  // Two readings: both, the region's own first
  ['CN', '14155550132', ['+8614155550132', '+14155550132', '8614155550132', '14155550132']],
  ['CN', '141 5555 0132', ['+8614155550132', '+14155550132', '8614155550132', '14155550132', '141 5555 0132']],
  ['CN', '13123456789', ['+8613123456789', '+13123456789', '8613123456789', '13123456789']],
  ['BR', '41987654321', ['+5541987654321', '+41987654321', '5541987654321', '41987654321']],
  ['BR', '48987654321', ['+5548987654321', '+48987654321', '5548987654321', '48987654321']],
  ['RU', '84951234567', ['+74951234567', '+84951234567', '74951234567', '84951234567']],
  // One reading: a foreign number with these digits does not exist
  ['BR', '11987654321', ['+5511987654321', '5511987654321', '11987654321']],
  ['BR', '21987654321', ['+5521987654321', '5521987654321', '21987654321']],
  ['CN', '18612345678', ['+8618612345678', '8618612345678', '18612345678']],
  // Ten digits or fewer are not a foreign number, though with a plus they are one of Switzerland
  ['US', '4155550132', [...sanFrancisco, '4155550132']],
  ['GB', '4155550132', ['4155550132']],
  ['-', '4155550132', ['4155550132']],
  ['-', '(415) 555-0132', ['(415) 555-0132', '4155550132']],
  ['-', '020 7946 0000', ['020 7946 0000', '02079460000']],
  ['XX', '(415) 555-0132', ['(415) 555-0132', '4155550132']],
  ['AQ', '(415) 555-0132', ['(415) 555-0132', '4155550132']],
  ['constructor', '(415) 555-0132', ['(415) 555-0132', '4155550132']],
  // Extensions and services
  ['DE', '2001', ['2001']],
  ['US', '911', ['911']],
  ['DE', '23125', ['23125']],
  ['SH', '51234', ['51234']], // there are numbers of five digits, but a customer's extension is more likely
  ['US', '555-0132', ['555-0132', '5550132']],
  ['US', 'sip:2001@pbx.example', ['2001']],
  // The number names another region
  ['GB', 'tel:2079460000;phone-context=+1', ['2079460000']],
  // Readings that no country has
  ['US', '+04155550132', ['+04155550132', '04155550132']],
  ['US', '(011) 555', ['(011) 555', '011555']],
];

const others: readonly Row[] = [
  ['US', 'Ann.Berg@Example.org', ['Ann.Berg@Example.org', 'ann.berg@example.org'], 'email'],
  ['US', 'mailto:ann@example.org?subject=%2B14155550132', ['ann@example.org'], 'email'],
  ['US', '"Berg, Ann" <Ann@Example.org>', ['Ann@Example.org', 'ann@example.org'], 'email'],
  ['US', '4155550132@sms.example', ['4155550132@sms.example'], 'email'],
  ['US', '+14155550132@example.org', ['+14155550132@example.org'], 'email'],
  ['US', 'ÄNNE@EXÄMPLE.ORG', ['ÄNNE@EXÄMPLE.ORG', 'änne@exämple.org'], 'email'],
  ['US', 'C-884120', ['C-884120'], 'opaque'],
  ['US', '1-800-FLOWERS', ['1-800-FLOWERS'], 'opaque'],
  ['US', 'sip:ann@example.org', ['sip:ann@example.org'], 'opaque'],
  ['US', 'sip:10.1.2.3', ['sip:10.1.2.3'], 'opaque'],
  ['US', '14155550132678901', ['14155550132678901'], 'opaque'],
  ['US', 'a,b', ['a,b'], 'opaque'],
  ['US', '../../workspace', ['../../workspace'], 'opaque'],
  ['US', '__proto__', ['__proto__'], 'opaque'],
  // Hidden characters in an address only make it an ID
  ['US', '+1415\u0000' + '5550132', ['+1415\u0000' + '5550132'], 'opaque'],
  ['US', '+1415\r\n5550132', ['+1415\r\n5550132'], 'opaque'],
  ['US', '415\t5550132', ['415\t5550132'], 'opaque'],
  ['US', '+1\u202e4155550132', ['+1\u202e4155550132'], 'opaque'],
  ['US', '\u202e+14155550132', ['\u202e+14155550132'], 'opaque'],
  ['US', '415\u200b5550132', ['415\u200b5550132'], 'opaque'],
  ['US', 'ann\u2066@example.org', ['ann\u2066@example.org'], 'opaque'],
];

const hostile: readonly (readonly [name: string, value: string])[] = [
  ['a lone surrogate', '+1415555\ud8000132'],
  ['half an emoji', '\udc00'],
  ['marks only', '\u200e\u202c\ufeff'],
  ['a million digits', '1'.repeat(1_000_000)],
  ['a million brackets', '('.repeat(1_000_000)],
  ['a million signs of a number', '+1 (415) 555-0132 '.repeat(60_000)],
  ['a million letters', 'x'.repeat(1_000_000)],
];

describe('the candidates of an address', () => {
  const rows: readonly Row[] = [...dressed, ...phones, ...neverGuessed];

  it('cover more than 120 phone numbers from more than 20 countries', () => {
    expect(new Set(rows.map(([region, given]) => `${region} ${given}`)).size).to.be.above(120);
    expect(new Set(numbers.map(([region]) => region)).size).to.be.above(20);
  });

  for (const [region, given, candidates] of rows) {
    it(`of "${given}" in ${region} are ${unique(candidates).join(', ')}`, () => {
      expect(readAddress(given)?.kind).to.equal('phone');
      expect(candidatesOf(given, region)).to.deep.equal(unique(candidates));
    });
  }

  for (const [region, given, candidates, kind] of others) {
    it(`of ${JSON.stringify(given)} are those of an address of the kind ${kind}`, () => {
      expect(readAddress(given)?.kind).to.equal(kind);
      expect(candidatesOf(given, region)).to.deep.equal(candidates);
    });
  }

  for (const [name, value] of hostile) {
    it(`are empty for ${name}, without delay`, () => {
      expect(candidatesOf(value, 'US')).to.deep.equal([]);
    });
  }

  it('are found fast for the longest values that are read', () => {
    for (const part of ['1', ' ', '(', '+', '٤', '４', '(0)', '00', ';', ' x1', '\u200e', '\u200ea', '*', '<', '@']) {
      for (const length of [300, 1_990]) {
        const value = `+${part.repeat(length / part.length)}!`;
        expect(candidatesOf(value, 'US')).to.have.length.at.most(4);
      }
    }
  });

  it('begin with E.164 if there is such a form', () => {
    for (const [region, given] of rows) {
      const candidates = candidatesOf(given, region);
      const first = candidates.findIndex((form) => /^\+[1-9]\d+$/.test(form));
      expect(first, given).to.be.oneOf([0, -1]);
    }
  });
});
