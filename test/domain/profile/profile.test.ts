import { expect } from '@open-wc/testing';
import { changedPlaces, zoneOf, type AttributeQuery, type Profile } from '../../../src/domain/profile/profile.js';
import { readProfileValue, type ProfileValue } from '../../../src/domain/profile/profile-value.js';
import { customerClock, type CustomerClock } from '../../../src/domain/time/customer-clock.js';
import { formatProfileValue } from '../../../src/domain/profile/format-profile-value.js';

const now = Date.parse('2026-11-20T18:45:00Z');

const query = (aggregation: string, type = 'string', field = 'x', limit = 1): AttributeQuery => ({
  aggregation,
  type,
  field,
  limit,
});
const count = query('count');
const newest = query('value');
const several = query('value', 'string', 'x', 0);
const sum = query('sum', 'double', 'amount', 0);
const double = query('value', 'double', 'amount');

/** Spaces that do not break, and marks of direction, differ between versions of the browser. */
const plain = (text: string) => text.replace(/\s/g, ' ').replace(/[\u200e\u200f]/g, '');

describe('a value of a profile', () => {
  const read = (value: string, asked?: AttributeQuery, label = 'Label'): ProfileValue =>
    readProfileValue({ label, value, error: undefined, ...(asked && { query: asked }) });

  // Values that stay unchanged are written as `=`.
  const shown: readonly (readonly [value: string, asked: AttributeQuery | undefined, locale: string, text: string])[] =
    [
      // counts and sums
      ['0', count, 'en', '0'],
      ['5', count, 'de', '5'],
      ['5.0', count, 'en', '5'],
      ['1234', count, 'en', '1,234'],
      ['1234', count, 'de', '1.234'],
      ['1234567', count, 'fr', '1 234 567'],
      ['1234567', count, 'hi', '12,34,567'],
      ['1234', count, 'ar-EG', '١٬٢٣٤'],
      ['1234', count, 'ja', '1,234'],
      ['2184.5', sum, 'en', '2,184.5'],
      ['2184.5', sum, 'de', '2.184,5'],
      ['2184.5', sum, 'pt-BR', '2.184,5'],
      ['-12.5', sum, 'de', '-12,5'],
      ['0.30000000000000004', sum, 'en', '0.3'],
      ['0.00041237', query('average', 'double'), 'en', '0.000412'],
      ['2.6666666666666665', query('average', 'double'), 'en', '2.667'],
      ['1.2345678E7', sum, 'en', '12,345,678'],
      ['NaN', sum, 'en', '='],
      ['Infinity', sum, 'en', '='],
      ['1,5', sum, 'en', '='],
      ['9007199254740993', sum, 'en', '='],
      ['1E400', sum, 'en', '='],
      ['many', count, 'en', '='],
      // single numbers: only those that cannot be an ID
      ['2184.5', double, 'nl', '2.184,5'],
      ['12840', double, 'ko', '12,840'],
      ['12840', query('value', 'integer', 'amount'), 'en', '='],
      ['12840', query('max', 'integer', 'amount'), 'en', '12,840'],
      ['12840', query('max', 'integer', 'customerId'), 'en', '='],
      ['12840', query('max', 'integer', 'zip_code'), 'en', '='],
      ['10115.0', query('value', 'double', 'orderNumber'), 'en', '='],
      ['2024', query('max', 'integer', 'score'), 'en', '='],
      ['12840', newest, 'en', '='],
      ['12840', undefined, 'en', '='],
      ['02134', query('value', 'integer'), 'en', '='],
      ['02134', count, 'en', '='],
      ['007', double, 'en', '='],
      ['4155550132', newest, 'en', '='],
      ['+14155550132', double, 'en', '='],
      ['+1 415 555 0132', newest, 'en', '='],
      ['4006381333931', newest, 'en', '='],
      ['12345678901234567890', double, 'en', '='],
      ['1.10', newest, 'en', '='],
      ['10.0.0.1', double, 'en', '='],
      ['54.90 EUR', double, 'en', '='],
      ['83 %', newest, 'en', '='],
      // days and times
      ['2019-04-02', newest, 'en', 'Apr 2, 2019; 7 years ago'],
      ['2019-04-02', newest, 'en-GB', '2 Apr 2019; 7 years ago'],
      ['2019-04-02', undefined, 'de', '02.04.2019; vor 7 Jahren'],
      ['2019-04-02', newest, 'ja', '2019/04/02; 7 年前'],
      ['2019-04-02', newest, 'ko', '2019. 4. 2.; 7년 전'],
      ['2019-04-02', newest, 'zh-CN', '2019年4月2日; 7年前'],
      ['2019-04-02', newest, 'es', '2 abr 2019; hace 7 años'],
      ['2019-04-02', newest, 'ar-EG', '٠٢/٠٤/٢٠١٩; قبل ٧ سنوات'],
      ['2026-11-20', newest, 'en', 'Nov 20, 2026; today'],
      ['2026-11-19', newest, 'en', 'Nov 19, 2026; yesterday'],
      ['2026-12-24', newest, 'en', 'Dec 24, 2026; in 4 weeks'],
      ['2027-11-01', newest, 'en', 'Nov 1, 2027; in 11 months'],
      ['2019-04-02T00:00:00Z', newest, 'en-US', 'Apr 2, 2019; 7 years ago'],
      ['2019-04-02T00:00:00.000Z', newest, 'en-US', 'Apr 2, 2019; 7 years ago'],
      ['2026-11-20T15:30:00Z', newest, 'en-US', 'Nov 20, 2026, 7:30 AM; 3 hours ago'],
      ['2026-11-20T16:30:00.123+01:00', newest, 'de', '20.11.2026, 07:30; vor 3 Stunden'],
      ['2026-11-20T18:45:30Z', newest, 'en-GB', '20 Nov 2026, 10:45; in 30 seconds'],
      ['1795188600000', newest, 'en-GB', '20 Nov 2026, 07:30; 3 hours ago'],
      ['1795188600000', query('max', 'integer', 'createdTime'), 'en-GB', '20 Nov 2026, 07:30; 3 hours ago'],
      ['1795188600', newest, 'en', '='],
      ['2026-02-30', newest, 'en', '='],
      ['2026-13-01', newest, 'en', '='],
      ['0001-01-01', newest, 'en', '='],
      ['9999-12-31', newest, 'en', '='],
      ['2026-11-20T15:30:00', newest, 'en', '='],
      ['2026-11-20T25:30:00Z', newest, 'en', '='],
      ['2026-11', newest, 'en', '='],
      ['04/02/2019', newest, 'en', '='],
      ['2.4.2019', newest, 'de', '='],
      ['20190402', newest, 'en', '='],
      // durations, if the template or the text says so
      ['192', query('average', 'integer', 'talkSeconds', 0), 'en', '3:12'],
      ['192000', query('max', 'integer', 'talkDurationMs'), 'en', '3:12'],
      ['192000', query('value', 'integer', 'talk_duration_ms'), 'en', '3:12'],
      ['34', query('sum', 'integer', 'minutes', 0), 'en', '34:00'],
      ['2', query('sum', 'integer', 'bookedHours', 0), 'en', '2:00:00'],
      ['34', query('count', 'integer', 'minutes', 0), 'en', '34'],
      ['34', query('max', 'integer', 'priceMin'), 'en', '34'],
      ['34', query('sum', 'integer', 'items', 0), 'en', '34'],
      ['34', query('sum', 'integer', 'sms', 0), 'en', '34'],
      ['34', query('value', 'string', 'minutes'), 'en', '='],
      ['PT3M12S', newest, 'en', '3:12'],
      ['P1DT1M', newest, 'en', '24:01:00'],
      ['P2D', newest, 'en', '='],
      ['PT', newest, 'en', '='],
      // plain text
      ['true', newest, 'en', '='],
      ['false', undefined, 'de', '='],
      ['Chat', newest, 'en', '='],
      ['Europe/Lisbon', newest, 'en', '='],
      ['', count, 'en', '='],
      ['{"a":1}', newest, 'en', '='],
    ];

  it('is tested with dozens of values', () => expect(shown.length).to.be.above(90));

  for (const [value, asked, locale, text] of shown) {
    const how = asked === undefined ? 'without a template' : Object.values(asked).join(' ');
    it(`"${value}" (${how}) in ${locale} ${text === '=' ? 'stays as it is' : `is "${text}"`}`, () => {
      const made = formatProfileValue(read(value, asked), now, 'America/Los_Angeles', locale);
      const words = made && [made.text, made.relative].filter(Boolean).join('; ');
      expect(words === undefined || words === value ? '=' : plain(words)).to.equal(text === value ? '=' : text);
    });
  }

  const labels: readonly (readonly [label: string, kind: ProfileValue['kind']])[] = [
    ['Average talk time (s)', 'duration'],
    ['Average talk time (Minutes) ', 'duration'],
    ['Spent in the last 24 hours', 'number'],
    ['Seconds', 'number'],
    ['Average (EUR)', 'number'],
  ];
  for (const [label, kind] of labels) {
    it(`labelled "${label}" is a ${kind}`, () =>
      expect(read('192.5', query('average', 'double', 'value', 0), label).kind).to.equal(kind));
  }

  const lists: readonly (readonly [
    value: string,
    asked: AttributeQuery | undefined,
    items: readonly string[] | undefined,
  ])[] = [
    ['Router X2,Cable', several, ['Router X2', 'Cable']],
    ['a,b', query('distinct', 'string', 'x', 5), ['a', 'b']],
    ['1,2,3', query('distinct', 'integer', 'x', 0), ['1', '2', '3']],
    ['2,5', query('distinct', 'double', 'x', 0), undefined],
    ['1,234', several, undefined],
    ['Okafor,Li', newest, undefined],
    ['Okafor, Li', several, undefined],
    ['Router X2, Cable, Case', several, undefined],
    ['Router,', several, undefined],
    ['a,,b', several, undefined],
    ['a,b', count, undefined],
    ['a,b', undefined, undefined],
    ['["Router X2","Cable, long"]', newest, ['Router X2', 'Cable, long']],
    ['[1,2]', undefined, ['1', '2']],
    ['["one"]', newest, undefined],
    ['[{"a":1},2]', newest, undefined],
    ['[broken', newest, undefined],
    [`[${'['.repeat(1900)}`, newest, undefined],
    ['a,'.repeat(50_000) + 'b', several, undefined],
  ];
  for (const [value, asked, items] of lists) {
    it(`"${value.slice(0, 30)}" ${items === undefined ? 'is no list' : `lists ${items.length}`} (${asked?.aggregation})`, () => {
      const made = read(value, asked);
      expect(made.kind === 'list' ? made.items : undefined).to.deep.equal(items);
    });
  }

  const addresses: readonly (readonly [value: string, href: string | undefined])[] = [
    ['anais.moreau@example.com', 'mailto:anais.moreau@example.com'],
    ['a+b@mail.example.co.uk', 'mailto:a+b@mail.example.co.uk'],
    ['a@b', undefined],
    ['a@example.com?bcc=x@example.com', undefined],
    ['a@example.com&body=x', undefined],
    ['javascript:alert(1)//@example.com', undefined],
    ['ask a@example.com', undefined],
  ];
  for (const [value, href] of addresses) {
    it(`"${value}" ${href === undefined ? 'is not an email address' : 'is a link'}`, () => {
      const made = read(value, newest);
      expect(made.kind === 'email' ? made.href : undefined).to.equal(href);
    });
  }
});

describe('the changes in a profile', () => {
  const profile = (values: readonly string[], labels = ['Contacts', 'Plan', 'Contacts'], name = 'T'): Profile => ({
    templateName: name,
    attributes: values.map((value, place) => ({
      label: labels[place] ?? '',
      value,
      error: value === '!' ? 'failed' : undefined,
    })),
  });
  const old = profile(['1', 'Fibre', '1']);
  const cases: readonly (readonly [what: string, Profile | undefined, Profile | undefined, readonly number[]])[] = [
    ['the first profile', undefined, old, []],
    ['no profile any more', old, undefined, []],
    ['the same values again', old, profile(['1', 'Fibre', '1']), []],
    ['one value, of two with the same label', old, profile(['1', 'Fibre', '2']), [2]],
    ['several values', old, profile(['2', '', '1']), [0, 1]],
    ['a value that fails', old, profile(['!', 'Fibre', '1']), []],
    ['a value that failed before', profile(['!', 'Fibre', '1']), old, [0]],
    ['another template', old, profile(['2', 'Fibre', '1'], undefined, 'Other'), []],
    ['a template with other attributes', old, profile(['2', 'Fibre', '1'], ['Calls', 'Plan', 'Contacts']), []],
    ['a template with more attributes', old, profile(['2', 'Fibre', '1', '7']), []],
  ];
  for (const [what, before, after, places] of cases) {
    it(`with ${what}: ${JSON.stringify(places)}`, () => expect(changedPlaces(before, after)).to.deep.equal(places));
  }
});

describe('the customer’s zone', () => {
  const profile = (...attributes: readonly (readonly [label: string, value: string])[]): Profile => ({
    templateName: 'T',
    attributes: attributes.map(([label, value]) => ({ label, value, error: undefined })),
  });
  const zones: readonly (readonly [Profile | undefined, string | undefined])[] = [
    [undefined, undefined],
    [profile(['Plan', 'Fibre']), undefined],
    [profile(['Where', 'Europe/Lisbon']), 'Europe/Lisbon'],
    [profile(['Where', ' America/Argentina/Buenos_Aires ']), 'America/Argentina/Buenos_Aires'],
    [profile(['Where', 'UTC']), 'UTC'],
    [profile(['Office', 'Europe/Berlin'], ['Time zone', 'Europe/Lisbon']), 'Europe/Lisbon'],
    [profile(['Büro', 'Europe/Berlin'], ['Zeitzone', 'Europe/Lisbon']), 'Europe/Lisbon'],
    [profile(['Office', 'Europe/Berlin'], ['Home', 'Europe/Lisbon']), 'Europe/Berlin'],
    [profile(['Zone', 'Mars/Olympus']), undefined],
    [profile(['Zone', 'and/or']), undefined],
    [profile(['Zone', 'Lisbon']), undefined],
    [profile(['Zone', 'CET']), undefined],
    [profile(['Zone', '+05:30']), undefined],
    [profile(['Zone', 'Etc/GMT+5']), undefined],
    [profile(['Zone', 'Europe/Lisbon,Europe/Paris']), undefined],
    [profile(['Page', 'https://example.com/a']), undefined],
  ];
  for (const [known, zone] of zones) {
    const values = known?.attributes.map(({ label, value }) => `${label}: ${value}`).join('; ');
    it(`is ${zone ?? 'not known'} from ${values ?? 'no profile'}`, () => expect(zoneOf(known)).to.equal(zone));
  }

  const clocks: readonly (readonly [there: string | undefined, here: string, CustomerClock | undefined])[] = [
    [undefined, 'Europe/Berlin', undefined],
    ['Europe/Paris', 'Europe/Berlin', undefined],
    ['America/Los_Angeles', 'Europe/Berlin', { time: '10:45', place: 'Los Angeles', day: undefined }],
    ['Asia/Tokyo', 'Europe/Berlin', { time: '03:45', place: 'Tokyo', day: '2026-11-21' }],
    ['UTC', 'Asia/Tokyo', { time: '18:45', place: 'UTC', day: '2026-11-20' }],
    ['Pacific/Kiritimati', 'Pacific/Honolulu', { time: '08:45', place: 'Kiritimati', day: '2026-11-21' }],
    ['America/Argentina/Buenos_Aires', 'UTC', { time: '15:45', place: 'Buenos Aires', day: undefined }],
  ];
  for (const [there, here, clock] of clocks) {
    it(`shows ${JSON.stringify(clock?.time)} in ${there} beside ${here}`, () =>
      expect(customerClock(now, there, here, 'en-GB')).to.deep.equal(clock));
  }

  it('has no clock for a time that no Date can hold', () =>
    expect(customerClock(9e15, 'Asia/Tokyo', 'UTC', 'en-GB')).to.equal(undefined));
});
