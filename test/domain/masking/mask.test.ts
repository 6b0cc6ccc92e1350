import { expect } from '@open-wc/testing';
import { readAddress } from '../../../src/domain/address/address.js';
import type { JourneyEvent } from '../../../src/domain/event/event.js';
import { createMask, maskedForm, maskedName, maskUnknown } from '../../../src/domain/masking/mask.js';
import type { Person } from '../../../src/domain/person/person.js';
import { readTask } from '../../../src/domain/task/task.js';
import { readEvent } from '../../../src/sources/cjds/wire/event-wire.js';

const phone = '+14155550132';
const mail = 'anais.moreau@example.com';
const number = 'C-884120';
const anais = [phone, mail, number, 'fb_1234567', 'visitor 7c1e-99', 'k7', '+49 30 901820'];

/** An event as it comes from the service. */
const event = (wire: object): JourneyEvent =>
  readEvent({ id: '1', time: '2026-11-20T09:00:00Z', source: 'shop', type: 'order:placed', ...wire }, 0)!;

type Row = readonly [text: string, masked: string];

describe('a masked value', () => {
  const rows: readonly Row[] = [
    ['+14155550132', '••• ••• 0132'],
    ['(415) 555-0132', '••• ••• 0132'],
    ['10234', '••• ••• 4'],
    ['112', '••••'],
    ['anais.moreau@example.com', 'a••@•••'],
    ['C-884120', '••••4120'],
    ['C-884', '••••4'],
    ['k7', '••••'],
    ['+1415*****32', '+1415*****32'],
    ['a••@•••', 'a••@•••'],
    ['C*884120', '••••4120'],
    ['a*b@example.com', 'a••@•••'],
    ['4155550132*88', '••• ••• 3288'],
    ['anais.moreau@example.com\ud800', 'a••@•••'],
    ['x'.repeat(3_000), '••••xxxx'],
    ['anonymous', 'anonymous'],
    ['', ''],
  ];
  for (const [value, left] of rows) {
    it(`"${value}" is shown as "${left}"`, () => {
      expect(maskedForm(value)).to.equal(left);
    });
  }
});

describe("a text with the customer's addresses", () => {
  const { text } = createMask(anais);

  const dresses: readonly Row[] = [
    ['+14155550132', '••• ••• 0132'],
    ['14155550132', '••• ••• 0132'],
    ['4155550132', '••• ••• 0132'],
    ['0014155550132', '••• ••• 0132'],
    ['(415) 555-0132', '••• ••• 0132'],
    ['415.555.0132', '••• ••• 0132'],
    ['415–555–0132', '••• ••• 0132'],
    ['4 1 5 5 5 5 0 1 3 2', '••• ••• 0132'],
    ['415\u200b555\u00ad0132', '••• ••• 0132'],
    ['call 555-0132 now', 'call ••• ••• 0132 now'],
    ['tel:+1-415-555-0132', 'tel:••• ••• 0132'],
    ['%2B14155550132', '••• ••• 0132'],
    ['%252B1%2520415%2520555%25200132', '••• ••• 0132'],
    ['%4155550132', '%••• ••• 0132'],
    ['４１５５５５０１３２', '••• ••• 0132'],
    ['٤١٥٥٥٥٠١٣٢', '••• ••• 0132'],
    ['४१५५५५०१३२', '••• ••• 0132'],
    ['https://example.com/?from=%2B14155550132&page=1', 'https://example.com/?from=••• ••• 0132&page=1'],
    ['{"ani":"+14155550132","n":1}', '{"ani":"••• ••• 0132","n":1}'],
    ['task-14155550132-7', 'task-••• ••• 0132-7'],
    ['030 901820', '••• ••• 1820'],
    ['0049 30 90 18 20', '••• ••• 1820'],
    ['anais.moreau@example.com', 'a••@•••'],
    ['Anais.Moreau@Example.com', 'A••@•••'],
    ['anais.moreau%40example.com', 'a••@•••'],
    ['anais.moreau%2540example.com', 'a••@•••'],
    ['"Anaïs" <anais.moreau@example.com>, 10:42', '"Anaïs" <a••@•••>, 10:42'],
    ['mailto:anais.moreau@example.com?subject=Router', 'mailto:a••@•••?subject=Router'],
    ['C-884120', '••••4120'],
    ['c884120', '••••4120'],
    ['of C 884120.', 'of ••••4120.'],
    ['C%2D884120', '••••4120'],
    ['FB-1234567', '••••4567'],
    ['Visitor_7C1E_99', '••••e-99'],
    ['K7', '••••'],
  ];
  for (const [given, masked] of dresses) {
    it(`is masked in "${given}"`, () => {
      expect(text(given)).to.equal(masked);
      expect(text(given), 'once more').to.equal(masked);
      expect(text(`${'all that was said '.repeat(6)}${given}`), 'in a long text').to.include(
        given === 'K7' ? 'K7' : masked,
      );
    });
  }

  const others: readonly string[] = ['XC-8841201', 'k7 and more', '55501321', '884120', 'anais.moreau', 'C-88412'];
  for (const given of others) it(`leaves "${given}" alone`, () => expect(text(given)).to.equal(given));

  it('is masked with any separators between the digits', () => {
    for (const between of ['', ' ', '-', '.', '/', '\u00a0', ' - ', '%20', '%2D', '_', '\u2011', '&']) {
      for (const around of ['', '"', '(', ' ', 'x=', '/', '\n']) {
        const given = `${around}${[...'14155550132'].join(between)}${around}`;
        expect(text(given), given).not.to.match(/4\D*1\D*5\D*5/);
        expect(text(given), given).to.include('0132');
      }
    }
  });

  it('is masked with a hundred values as with one', () => {
    const many = Array.from({ length: 100 }, (_, at) => [`+4930555${1000 + at}`, `visitor-${1000 + at}-x`]).flat();
    const { text: masked } = createMask([...many, ...anais]);
    for (const [given, left] of dresses) expect(masked(given), given).to.equal(left);
    for (const value of many) expect(masked(`of ${value}, surely`), value).not.to.include(value);
  });

  it('is masked with ten thousand values, and with one that is already masked in part', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `+49305${550_000 + at}`);
    const { text: masked } = createMask([...many, 'C*884121']);
    expect(masked('+49 30 555 1234 of C*884121')).to.equal('••• ••• 1234 of ••••4121');
    expect(masked('of 5551234')).to.equal('of ••• ••• 1234');
  });

  it('is masked completely where two values overlap', () => {
    expect(createMask(['crm 12345', '12345 abcde']).text('of crm-12345-abcde!')).to.equal('of ••••2345!');
  });

  it('is read fast with untrusted text and untrusted values', () => {
    const hostile = [
      `${'25 '.repeat(12)}x`,
      `${'ca-'.repeat(12)}zz`,
      '+252525252527',
      `${'(a+)+'.repeat(20)}$`,
      '.*',
      '[',
    ];
    const { text: masked } = createMask(hostile);
    for (const part of ['%25', '%ca', '%2525', 'a', '25%', '.*', '[', '1- ', '(', '@%40']) {
      const given = part.repeat(50_000);
      expect(masked(given).length, part).to.be.at.most(given.length);
    }
  });

  it('stays unchanged without values, and ignores values that are not addresses', () => {
    expect(createMask([]).text('C-884120 of shop')).to.equal('C-884120 of shop');
    expect(createMask(['', ' ', 'anonymous', '+1415*****32']).text('anonymous at shop')).to.equal('anonymous at shop');
  });
});

describe('a text with addresses of other customers', () => {
  const masked: readonly Row[] = [
    ['+447700900123', '••• ••• 0123'],
    ['07700 900123 or +44 20 7946 0958', '••• ••• 0123 or ••• ••• 0958'],
    ['ring 030/901820, please', 'ring ••• ••• 1820, please'],
    ['tel:5550199', 'tel:••• ••• 199'],
    ['"phone": "555-0199"', '"phone": "••• ••• 199"'],
    ['bob@example.org wrote to eve@example.net', 'b••@••• wrote to e••@•••'],
    ['bob%2Bshop%40example.org', 'b••@•••'],
    ['сергей@пример.рф', 'с••@•••'],
    ['me＠example.org', 'm••@•••'],
  ];
  for (const [given, left] of masked) {
    it(`is masked in "${given}"`, () => expect(maskUnknown(given)).to.equal(left));
  }

  const others: readonly string[] = [
    '2026-11-20T09:42:00.000Z',
    '20.11.2026, 10:42',
    '20261120094200',
    '1763632800000',
    '1763632800',
    '192.168.10.12',
    '11111111-2222-3333-4444-555555555555',
    'JD0002048117',
    'INV-123456789',
    '€ 1.234,50',
    '12345678',
    '3.14159265358',
    'at @home',
    '@',
    '%40',
    '',
  ];
  for (const given of others) it(`leaves "${given}" alone`, () => expect(maskUnknown(given)).to.equal(given));
});

describe('a masked event', () => {
  const mask = createMask(anais);

  it('is a copy without addresses, in every field, field name and depth', () => {
    const given = event({
      id: `order of ${phone}`,
      source: `shop/${mail}`,
      type: `order:${number}`,
      identity: phone,
      identitytype: `phone ${phone}`,
      previousidentity: mail,
      data: {
        taskId: 't-1',
        origin: '14155550132',
        dialled: 14155550132,
        [phone]: 'by phone',
        list: [[{ note: `of ${mail}` }]],
        text: JSON.stringify({ from: phone }),
        total: 129.5,
        at: 1763632800000,
        paid: true,
        nothing: null,
      },
    });
    const before = JSON.stringify(given);
    const masked = mask.event(given);
    const after = JSON.stringify(masked);
    for (const part of ['4155550132', '5550132', 'moreau', '884120']) expect(after).not.to.include(part);
    expect(JSON.stringify(given), 'what came').to.equal(before);
    expect(masked.data).to.deep.equal({
      taskId: 't-1',
      origin: '••• ••• 0132',
      dialled: '••• ••• 0132',
      '••• ••• 0132': 'by phone',
      list: [[{ note: 'of a••@•••' }]],
      text: '{"from":"••• ••• 0132"}',
      total: 129.5,
      at: 1763632800000,
      paid: true,
      nothing: null,
    });
    expect(masked.time).to.equal(given.time);
    expect((masked.raw as { data: object }).data === masked.data, 'one payload, not two').to.equal(true);
  });

  it('is different from others as before', () => {
    const keys = [phone, mail, phone].map((id) => mask.event(event({ id })).key);
    expect(new Set(keys).size).to.equal(2);
    expect(keys[0]).to.equal(keys[2]);
    const plain = event({ id: 'order 7' });
    expect(mask.event(plain).key).to.equal(plain.key);
  });

  it('keeps every field when two masked names are equal', () => {
    const { data } = mask.event(event({ data: { '+14155550132': 1, '4155550132': 2, '14155550132': 3 } }));
    expect(Object.values(data)).to.have.members([1, 2, 3]);
  });

  it('can have fields named like members of every object', () => {
    const data = JSON.parse(`{"__proto__": {"of": "${phone}"}, "constructor": "${mail}"}`) as object;
    const masked = mask.event(event({ data }));
    expect(JSON.stringify(masked.data)).to.equal('{"__proto__":{"of":"••• ••• 0132"},"constructor":"a••@•••"}');
    expect(Object.getPrototypeOf(masked.data) === Object.prototype).to.equal(true);
  });

  it('is masked if it is unreadable', () => {
    for (const raw of [`no event, but ${phone}`, [phone], 14155550132]) {
      expect(JSON.stringify(mask.event({ ...event({}), raw, data: {}, readable: false }))).not.to.include('4155550132');
    }
  });

  it('masks the alias that it is stored under, even an unknown one', () => {
    const masked = mask.event(event({ identity: 'crm:77-abc', data: { from: 'crm:77-abc', other: 'crm:77-abd' } }));
    expect(masked.data).to.deep.equal({ from: '••••-abc', other: 'crm:77-abd' });
    expect(masked.identity).to.equal('••••-abc');
  });

  it("belongs to the same contact: long numeric IDs stay, unless they are the customer's number", () => {
    const taskIdOf = (taskId: string) => mask.event(event({ data: { taskId } })).data.taskId;
    for (const id of ['11111111-2222-3333-4444-555555555555', '123456789012', 't-1']) {
      expect(taskIdOf(id)).to.equal(id);
      expect(mask.task(readTask({ interactionId: id })!).interactionId).to.equal(id);
    }
    expect(taskIdOf('14155550132')).to.equal('••• ••• 0132');
    expect(mask.task(readTask({ interactionId: '14155550132' })!).interactionId).to.equal('••• ••• 0132');
  });
});

describe('other masked data', () => {
  const mask = createMask(anais);
  const person: Person = {
    id: 'p-1',
    firstName: `${phone} `,
    lastName: 'Moreau',
    aliases: [
      { kind: 'email', value: mail },
      { kind: 'phone', value: phone },
    ],
  };

  it('masks every form of an address', () => {
    const address = readAddress('(415) 555-0132')!;
    expect(mask.address(address)).to.deep.equal({
      value: '••• ••• 0132',
      kind: 'phone',
      masked: false,
      candidates: [],
      shown: '••• ••• 0132',
    });
    const halfShown = { ...address, shown: '+1415*****32' };
    expect(mask.address(halfShown).shown, 'as the desktop masks it').to.equal('+1415*****32');
  });

  it('masks the aliases of persons, the matched one first, and names with addresses', () => {
    const match = { persons: [person], address: phone };
    expect(mask.match(match)).to.deep.equal({
      address: '••• ••• 0132',
      persons: [
        {
          id: 'p-1',
          firstName: '••• ••• 0132 ',
          lastName: 'Moreau',
          aliases: [
            { kind: 'phone', value: '••• ••• 0132' },
            { kind: 'email', value: 'a••@•••' },
          ],
        },
      ],
    });
    const [other] = mask.match({ persons: [{ ...person, firstName: '', lastName: phone }], address: phone }).persons;
    expect(other?.lastName).to.equal('••• ••• 0132');
    expect(maskedName(person)).to.equal('••• ••• 0132 Moreau');
    expect(maskedName({ ...person, firstName: 'Anaïs' })).to.equal('Anaïs Moreau');
  });

  it('masks addresses and numbers in the queue, division and filter of a task', () => {
    const task = readTask({
      interactionId: 't-1',
      mediaType: 'telephony',
      contactDirection: 'INBOUND',
      ani: phone,
      virtualTeamName: `Line ${phone}`,
      callAssociatedData: { JDSDivision: { value: mail }, JDSDefaultFilter: { value: number } },
    })!;
    const masked = mask.task(task);
    expect(JSON.stringify(masked)).not.to.match(/5550132|moreau|884120/);
    expect(masked.queueName).to.equal('Line ••• ••• 0132');
    expect({ ...masked, address: 0, queueName: 0, division: 0, defaultFilter: 0 }).to.deep.equal({
      ...task,
      ...{ address: 0, queueName: 0, division: 0, defaultFilter: 0 },
    });
  });

  it("masks the texts of agents in a contact's record", () => {
    const record = {
      taskId: 't-1',
      turns: [{ at: 1, agentId: 'a-1', agentName: `Jo ${phone}` }],
      lastAgent: mail,
      wrapUp: `Call back ${phone}`,
      csat: 4,
      queue: `Line ${phone}`,
      endedBy: 'agent',
      totals: { all: 14155550132, queue: 1, talk: 2, hold: 3, wrapUp: 4 },
    } as const;
    const masked = mask.record(record);
    expect(JSON.stringify({ ...masked, totals: 0 })).not.to.match(/5550132|moreau/);
    expect([masked.wrapUp, masked.csat, masked.totals]).to.deep.equal(['Call back ••• ••• 0132', 4, record.totals]);
  });

  it('masks the values of a profile, but keeps its amounts', () => {
    const attribute = { label: 'Spent', error: undefined } as const;
    const query = (aggregation: string) => ({ aggregation, type: 'integer', field: 'n', limit: 0 });
    const { attributes } = mask.profile({
      templateName: 't',
      attributes: [
        { ...attribute, value: `of ${phone}` },
        { ...attribute, value: '1234567890', query: query('sum') },
        { ...attribute, value: '1234567890', query: query('max') },
        { ...attribute, value: '14155550132', query: query('count') },
        { ...attribute, value: '1234567890' },
        { ...attribute, label: `Orders of ${number}`, value: '3' },
      ],
    });
    expect(attributes.map(({ label, value }) => [label, value])).to.deep.equal([
      ['Spent', 'of ••• ••• 0132'],
      ['Spent', '1234567890'],
      ['Spent', '••• ••• 7890'],
      ['Spent', '••• ••• 0132'],
      ['Spent', '••• ••• 7890'],
      ['Orders of ••••4120', '3'],
    ]);
  });

  it('masks the same object once: elements see no change', () => {
    const address = readAddress(phone)!;
    const match = { persons: [person], address: phone };
    expect(mask.address(address) === mask.address(address)).to.equal(true);
    expect(mask.match(match) === mask.match(match)).to.equal(true);
  });
});

describe('masking untrusted texts', () => {
  const mask = createMask(anais);

  const long: readonly (readonly [what: string, text: string])[] = [
    ['digits', '4'.repeat(300_000)],
    ['digits with gaps', '4-'.repeat(150_000)],
    ['signs of an address', '@'.repeat(300_000)],
    ['half an address', `${'a.'.repeat(100_000)}@`],
    ['percent signs', '%25'.repeat(100_000)],
    ['encoded gaps', '4%20'.repeat(75_000)],
    ['the beginning of a value', 'C-88412'.repeat(40_000)],
    ['brackets', '(('.repeat(150_000)],
  ];
  for (const [what, text] of long) {
    it(`is fast with ${what} without an address, and masks an address after it`, () => {
      const masked = mask.text(`${text} of C-884120`);
      expect(masked.endsWith('••••4120')).to.equal(true);
    });
  }

  it('copies a payload that is deeper than the call stack', () => {
    const deep = JSON.parse(`${'[{"a":'.repeat(5_000)}"${phone}"${'}]'.repeat(5_000)}`) as object;
    let at: unknown = mask.event({ ...event({}), data: { deep }, raw: { deep } }).data.deep;
    while (typeof at === 'object') at = Array.isArray(at) ? at[0] : (at as { a: unknown }).a;
    expect(at).to.equal('••• ••• 0132');
  });

  it('does not read a value as a pattern', () => {
    const { text } = createMask(['.*', '(a+)+$', '[x', '\\d{9}', 'a|b|', '^']);
    expect(text('all of it stays, aab 123')).to.equal('all of it stays, aab 123');
  });

  it('keeps its cache correct with any number of texts', () => {
    for (let at = 0; at < 12_000; at++) expect(mask.text(`order ${at}`)).to.equal(`order ${at}`);
    expect(mask.text(phone)).to.equal('••• ••• 0132');
  });
});
