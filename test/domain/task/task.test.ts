import { expect } from '@open-wc/testing';
import type { InteractionEntry } from '../../../src/domain/timeline/entry.js';
import { readFlag } from '../../../src/domain/base/read-flag.js';
import { readTask } from '../../../src/domain/task/task.js';
import { clockOf, currentInteraction } from '../../../src/domain/task/task-clock.js';
import type { Leg } from '../../../src/domain/interaction/leg.js';

const customer = '+14155550132';
const company = '+18005550100';
const agent = '+14155559999';

const cad = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { name, value }]));

const raw = (callProcessingDetails: object, more: object = {}) => ({
  interactionId: 'i1',
  interaction: { callProcessingDetails, ...more },
});

describe('the customer of a task', () => {
  const cases: readonly (readonly [
    title: string,
    task: object,
    value: string | undefined,
    from: string | undefined,
    cadVariable?: string,
  ])[] = [
    // Any channel, when the layout names a CAD variable
    [
      'the named CAD variable, before everything else',
      {
        mediaType: 'telephony',
        contactDirection: 'INBOUND',
        ani: customer,
        callAssociatedData: cad({ customerId: 'C-7' }),
      },
      'C-7',
      'cad.customerId',
      'customerId',
    ],
    [
      'the named CAD variable on outbound too',
      {
        mediaType: 'telephony',
        contactDirection: 'OUTBOUND',
        dnis: customer,
        callAssociatedData: cad({ customerId: 'C-7' }),
      },
      'C-7',
      'cad.customerId',
      'customerId',
    ],
    [
      'the named CAD variable before the address of an entry-point consult',
      { mediaType: 'telephony', parent_ANI: customer, callAssociatedData: cad({ customerId: 'C-7' }) },
      'C-7',
      'cad.customerId',
      'customerId',
    ],
    [
      'the named CAD variable in another case',
      { ani: customer, callAssociatedData: cad({ CustomerID: 'C-7' }) },
      'C-7',
      'cad.CustomerID',
      ' customerId ',
    ],
    [
      'the ani, when the named CAD variable is empty',
      { ani: customer, callAssociatedData: cad({ customerId: ' ' }) },
      customer,
      'ani',
      'customerId',
    ],
    [
      'the ani, when the named CAD variable is missing',
      { ani: customer, callAssociatedData: {} },
      customer,
      'ani',
      'constructor',
    ],
    [
      'the ani, when the named CAD variable is secure',
      { ani: customer, callAssociatedData: { customerId: { value: 'C-7', isSecure: true } } },
      customer,
      'ani',
      'customerId',
    ],
    [
      'the named CAD variable, when it is secure only in words',
      { ani: customer, callAssociatedData: { customerId: { value: 'C-7', isSecure: 'false' } } },
      'C-7',
      'cad.customerId',
      'customerId',
    ],

    // telephony INBOUND
    [
      'inbound voice: ani',
      { mediaType: 'telephony', contactDirection: 'INBOUND', ani: customer, dnis: company, displayAni: '+15550000001' },
      customer,
      'ani',
    ],
    [
      'inbound voice: displayAni',
      { mediaType: 'telephony', contactDirection: 'INBOUND', ani: '', displayAni: customer, dnis: company },
      customer,
      'displayAni',
    ],
    [
      'inbound voice: displayAni when ani is withheld',
      { mediaType: 'telephony', ani: 'anonymous', displayAni: customer },
      customer,
      'displayAni',
    ],
    [
      'inbound voice: CAD ani',
      {
        mediaType: 'telephony',
        contactDirection: 'INBOUND',
        ani: null,
        dnis: company,
        callAssociatedData: cad({ ani: customer }),
      },
      customer,
      'cad.ani',
    ],
    [
      'inbound voice: ani and displayAni before CAD ani',
      { mediaType: 'telephony', ani: 'anonymous', displayAni: customer, callAssociatedData: cad({ ani: agent }) },
      customer,
      'displayAni',
    ],
    [
      'inbound voice: never the dnis',
      { mediaType: 'telephony', contactDirection: 'INBOUND', dnis: company, callAssociatedData: cad({ dn: company }) },
      undefined,
      undefined,
    ],
    [
      'inbound voice: never a CAD phone that is not configured',
      { mediaType: 'telephony', ani: 'anonymous', callAssociatedData: cad({ phone: customer }) },
      undefined,
      undefined,
    ],
    [
      'inbound voice: an address before an id',
      { mediaType: 'telephony', ani: 'sip:ann@example.org', displayAni: customer },
      customer,
      'displayAni',
    ],
    ['no channel and no direction: ani', { ani: customer, dnis: company }, customer, 'ani'],
    [
      'raw inbound voice: ani',
      raw({ ani: customer, dnis: company }, { mediaType: 'telephony', contactDirection: { type: 'INBOUND' } }),
      customer,
      'callProcessingDetails.ani',
    ],
    [
      'the flattened ani before the raw one',
      { ...raw({ ani: company }, { mediaType: 'telephony' }), ani: customer },
      customer,
      'ani',
    ],

    // telephony OUTBOUND
    [
      'outbound voice: dnis',
      {
        mediaType: 'telephony',
        contactDirection: 'OUTBOUND',
        ani: company,
        dnis: customer,
        callAssociatedData: cad({ dn: agent }),
      },
      customer,
      'dnis',
    ],
    [
      'outbound voice: direction as an object',
      { mediaType: 'telephony', contactDirection: { type: 'outbound' }, ani: company, dnis: customer },
      customer,
      'dnis',
    ],
    [
      'outbound voice: CAD dn',
      { mediaType: 'telephony', contactDirection: 'OUTBOUND', ani: company, callAssociatedData: cad({ dn: customer }) },
      customer,
      'cad.dn',
    ],
    [
      'outbound voice: never the ani',
      { mediaType: 'telephony', contactDirection: 'OUTBOUND', ani: company },
      undefined,
      undefined,
    ],
    [
      'outbound voice: the flattened dnis, where the raw one is the company',
      { ...raw({ dnis: company }, { mediaType: 'telephony', contactDirection: { type: 'OUTBOUND' } }), dnis: customer },
      customer,
      'dnis',
    ],
    [
      'raw outbound voice: CAD dn before the raw dnis',
      raw(
        { ani: company, dnis: company },
        { mediaType: 'telephony', contactDirection: { type: 'OUTBOUND' }, callAssociatedData: cad({ dn: customer }) },
      ),
      customer,
      'cad.dn',
    ],
    [
      'raw outbound voice: customerNumber before the raw dnis',
      raw(
        { customerNumber: customer, dnis: company },
        { mediaType: 'telephony', contactDirection: { type: 'OUTBOUND' } },
      ),
      customer,
      'callProcessingDetails.customerNumber',
    ],
    [
      'raw outbound voice: the raw dnis, when there is nothing else',
      raw({ ani: company, dnis: customer }, { contactDirection: { type: 'OUTBOUND' } }),
      customer,
      'callProcessingDetails.dnis',
    ],

    // email
    [
      'inbound email: ani',
      { mediaType: 'email', contactDirection: 'INBOUND', ani: 'ann@example.org', dnis: 'help@example.com' },
      'ann@example.org',
      'ani',
    ],
    [
      'inbound email: ani before fromAddress',
      raw({ ani: 'ann@example.org', fromAddress: 'bounce@example.net' }, { mediaType: 'email' }),
      'ann@example.org',
      'callProcessingDetails.ani',
    ],
    [
      'inbound email: raw fromAddress',
      raw({ fromAddress: 'ann@example.org' }, { mediaType: 'email' }),
      'ann@example.org',
      'callProcessingDetails.fromAddress',
    ],
    [
      'inbound email: fromAddress before an ani that is no address',
      raw({ ani: 'mail-77', fromAddress: 'ann@example.org' }, { mediaType: 'email' }),
      'ann@example.org',
      'callProcessingDetails.fromAddress',
    ],

    // chat
    ['web chat: ani', { mediaType: 'chat', mediaChannel: 'web', ani: 'ann@example.org' }, 'ann@example.org', 'ani'],
    [
      'web chat: ani before the CAD value',
      {
        mediaType: 'chat',
        ani: 'ann@example.org',
        callAssociatedData: cad({ email: 'bo@example.org', phone: customer }),
      },
      'ann@example.org',
      'ani',
    ],
    [
      'web chat: CAD value',
      { mediaType: 'chat', ani: 'Ann', callAssociatedData: cad({ Email: 'ann@example.org' }) },
      'ann@example.org',
      'cad.Email',
    ],
    ['web chat: the name given, when there is no address', { mediaType: 'chat', ani: 'Ann' }, 'Ann', 'ani'],

    // sms, whatsapp
    ['sms: ani', { mediaType: 'sms', ani: '14155550132' }, '14155550132', 'ani'],
    [
      'sms as a kind of social: ani',
      { mediaType: 'social', mediaChannel: 'sms', ani: '14155550132' },
      '14155550132',
      'ani',
    ],
    ...['sms', 'whatsapp'].map(
      (mediaType) =>
        [
          `${mediaType}: ani before the CAD value`,
          { mediaType, ani: customer, callAssociatedData: cad({ phone: agent, email: 'ann@example.org' }) },
          customer,
          'ani',
        ] as const,
    ),
    [
      'sms: CAD value',
      { mediaType: 'sms', callAssociatedData: cad({ phone_number: customer }) },
      customer,
      'cad.phone_number',
    ],
    ['whatsapp: ani', { mediaType: 'social', mediaChannel: 'whatsapp', ani: '14155550132' }, '14155550132', 'ani'],
    [
      'whatsapp: CAD value',
      { mediaType: 'whatsapp', callAssociatedData: cad({ customerPhone: customer }) },
      customer,
      'cad.customerPhone',
    ],

    // facebook, apple, google, workItem
    ...[
      'facebook',
      'appleMessages',
      'googleMessages',
      'apple',
      'google',
      'social',
      'workItem',
      'customMessaging',
    ].flatMap(
      (mediaType) =>
        [
          [
            `${mediaType}: CAD phone`,
            { mediaType, ani: '142155550132777', callAssociatedData: cad({ Phone: customer }) },
            customer,
            'cad.Phone',
          ],
          [
            `${mediaType}: CAD email`,
            { mediaType, ani: '142155550132777', callAssociatedData: cad({ email: 'ann@example.org' }) },
            'ann@example.org',
            'cad.email',
          ],
          [
            `${mediaType}: the opaque id`,
            { mediaType, ani: '142155550132777', callAssociatedData: cad({ phone: 'none', email: 'C-7' }) },
            '142155550132777',
            'ani',
          ],
        ] as const,
    ),
    [
      'social channel facebook: CAD phone',
      {
        mediaType: 'social',
        mediaChannel: 'facebook',
        ani: '14155550132',
        callAssociatedData: cad({ mobile: customer }),
      },
      customer,
      'cad.mobile',
    ],

    // outbound digital
    [
      'outbound email: dnis',
      { mediaType: 'email', contactDirection: 'OUTBOUND', ani: 'help@example.com', dnis: 'ann@example.org' },
      'ann@example.org',
      'dnis',
    ],
    [
      'outbound chat: ani when only it looks like an address',
      { mediaType: 'chat', contactDirection: 'OUTBOUND', ani: 'ann@example.org', dnis: 'Chat_temp_1' },
      'ann@example.org',
      'ani',
    ],
    [
      'outbound chat: ani when there is no dnis',
      { mediaType: 'chat', contactDirection: 'OUTBOUND', ani: 'ann@example.org' },
      'ann@example.org',
      'ani',
    ],
    [
      'outbound chat: dnis when neither looks like an address',
      { mediaType: 'chat', contactDirection: 'OUTBOUND', ani: 'Ann', dnis: 'Chat_temp_1' },
      'Chat_temp_1',
      'dnis',
    ],
    [
      'outbound facebook: CAD phone when neither looks like an address',
      {
        mediaType: 'facebook',
        contactDirection: 'OUTBOUND',
        ani: '18005550100',
        dnis: '142155550132777',
        callAssociatedData: cad({ phone: customer }),
      },
      customer,
      'cad.phone',
    ],
    [
      'outbound chat: never an ani that is no address',
      { mediaType: 'chat', contactDirection: 'OUTBOUND', ani: 'Ann' },
      undefined,
      undefined,
    ],
    [
      'outbound sms: dnis',
      { mediaType: 'sms', contactDirection: 'OUTBOUND', ani: company, dnis: customer },
      customer,
      'dnis',
    ],
    [
      'outbound email: never the mailbox beside a masked dnis',
      { mediaType: 'email', contactDirection: 'OUTBOUND', ani: 'help@example.com', dnis: 'a***@example.org' },
      'a***@example.org',
      'dnis',
    ],
    [
      'outbound facebook: digits are no phone',
      { mediaType: 'facebook', contactDirection: 'OUTBOUND', ani: customer, dnis: '14155550132' },
      customer,
      'ani',
    ],

    // entry-point consult
    [
      'entry-point consult: flattened parent_ANI',
      { mediaType: 'telephony', contactDirection: 'INBOUND', parent_ANI: customer, ani: agent },
      customer,
      'parent_ANI',
    ],
    [
      'entry-point consult: raw parent_ANI',
      { ...raw({ parent_ANI: customer, ani: agent }, { mediaType: 'telephony' }), ani: agent },
      customer,
      'callProcessingDetails.parent_ANI',
    ],
    [
      'entry-point consult: raw parent_ANI beside the flattened task',
      { ani: agent, callProcessingDetails: { parent_ANI: customer } },
      customer,
      'callProcessingDetails.parent_ANI',
    ],
    [
      'entry-point consult: ani when parent_ANI is empty',
      { mediaType: 'telephony', parent_ANI: '', ani: customer },
      customer,
      'ani',
    ],
    [
      'entry-point consult: no customer if parent_ANI is withheld, since ani is the first agent',
      { mediaType: 'telephony', contactDirection: 'INBOUND', parent_ANI: 'anonymous', ani: agent, displayAni: agent },
      undefined,
      undefined,
    ],
    [
      'entry-point consult, outbound',
      { mediaType: 'telephony', contactDirection: 'OUTBOUND', parent_ANI: customer, dnis: company },
      customer,
      'parent_ANI',
    ],

    [
      'entry-point consult: never the first agent, though parent_ANI is no address',
      { mediaType: 'telephony', parent_ANI: 'sip:ann@example.org', ani: agent },
      'sip:ann@example.org',
      'parent_ANI',
    ],
    [
      'the named CAD variable in any script, and no other of that script',
      { ani: customer, callAssociatedData: cad({ 顧客名: 'Ann', 顧客番号: 'C-7' }) },
      'C-7',
      'cad.顧客番号',
      '顧客番号',
    ],
    [
      'the ani, when only another CAD variable of the same script is there',
      { ani: customer, callAssociatedData: cad({ 顧客名: 'Ann' }) },
      customer,
      'ani',
      '顧客番号',
    ],
    [
      'the ani, when the name of the CAD variable is empty',
      { ani: customer, callAssociatedData: cad({ '': 'C-7', _: 'C-8' }) },
      customer,
      'ani',
      ' ',
    ],

    // no customer
    [
      'no customer: an anonymous caller',
      { mediaType: 'telephony', ani: 'anonymous', displayAni: 'Restricted', dnis: company },
      undefined,
      undefined,
    ],
    ['no customer: no fields', {}, undefined, undefined],
    ['a number stored as one', { ani: 14155550132 }, '14155550132', 'ani'],
  ];
  for (const [title, selected, value, from, cadVariable] of cases) {
    it(title, () => {
      const task = readTask(selected, cadVariable);
      expect(task?.address?.value).to.equal(value);
      expect(task?.addressFrom).to.equal(from);
    });
  }

  it('is not searched as a phone if a platform only gives digits', () => {
    const kindOf = (mediaType: string, mediaChannel?: string) =>
      readTask({ mediaType, mediaChannel, ani: '14155550132' })?.address?.kind;
    expect(['facebook', 'workItem', 'social', 'customMessaging'].map((type) => kindOf(type))).to.deep.equal(
      Array.from({ length: 4 }, () => 'opaque'),
    );
    expect(['sms', 'whatsapp', 'telephony'].map((type) => kindOf(type))).to.deep.equal(['phone', 'phone', 'phone']);
    expect(['sms', 'whatsapp'].map((channel) => kindOf('social', channel))).to.deep.equal(['phone', 'phone']);
  });

  it('is not searched as a phone if the CAD variable is a customer number', () => {
    const selected = { callAssociatedData: cad({ customerId: '14155550132', callerPhone: '14155550132' }) };
    expect(readTask(selected, 'customerId')?.address?.candidates).to.deep.equal(['14155550132']);
    expect(readTask(selected, 'callerPhone')?.address?.candidates).to.deep.equal(['+14155550132', '14155550132']);
  });

  it('is the customer number in any format, unless only phone numbers are written like it', () => {
    const read = (customerId: string, mediaType = 'telephony') =>
      readTask({ mediaType, callAssociatedData: cad({ customerId }) }, 'customerId')?.address;
    for (const id of [
      '4155-5501-32',
      '41 55 55 01 32',
      '00.442.079.460.000',
      '4155/550132',
      '٤١٥٥٥٥٠١٣٢',
      'C-77',
      'a@',
    ]) {
      expect(read(id), id).to.deep.include({ kind: 'opaque', candidates: [id] });
      expect(read(id), id).not.to.have.property('local');
    }
    for (const number of ['+1 415 555 0132', '(415) 555-0132', 'tel:4155550132']) {
      expect(read(number)?.kind, number).to.equal('phone');
    }
  });
});

describe('a masked task', () => {
  const mask = '1+9****8095';
  const cases: readonly (readonly [
    title: string,
    task: object,
    expected: { value: string; masked: boolean; shown: string },
    cadVariable?: string,
  ])[] = [
    ['cannot be looked up by the mask alone', { ani: mask }, { value: mask, masked: true, shown: mask }],
    [
      'is looked up by a plain field, which is not shown',
      { ani: mask, displayAni: customer },
      { value: customer, masked: false, shown: mask },
    ],
    [
      'is not shown plain by a later mask',
      { ani: customer, displayAni: mask },
      { value: customer, masked: false, shown: mask },
    ],
    [
      'is looked up by the raw field, which is not shown',
      { ...raw({ ani: customer }), ani: mask },
      { value: customer, masked: false, shown: mask },
    ],
    [
      'is looked up by the named CAD variable, which is not shown',
      { ani: mask, callAssociatedData: cad({ customerId: 'C-7' }) },
      { value: 'C-7', masked: false, shown: mask },
      'customerId',
    ],
    [
      'is looked up by its ani when the named CAD variable is masked',
      { ani: 'ann@example.org', mediaType: 'email', callAssociatedData: cad({ email: 'a**@example.org' }) },
      { value: 'ann@example.org', masked: false, shown: 'a**@example.org' },
      'email',
    ],
    [
      'is looked up by the id of the platform, when only that is plain',
      { mediaType: 'facebook', ani: '142155550132777', callAssociatedData: cad({ phone: mask }) },
      { value: '142155550132777', masked: false, shown: mask },
    ],
    [
      'on outbound is not taken for the company',
      { mediaType: 'telephony', contactDirection: 'OUTBOUND', ani: company, dnis: mask },
      { value: mask, masked: true, shown: mask },
    ],
  ];
  for (const [title, selected, expected, cadVariable] of cases) {
    it(title, () => expect(readTask(selected, cadVariable)?.address).to.deep.include(expected));
  }

  it('shows the given address if nothing is masked', () => {
    expect(readTask({ ani: customer })?.address?.shown).to.equal(customer);
  });
});

describe('a task', () => {
  for (const selected of [undefined, null, '', 'text', 7, true, [], () => undefined]) {
    it(`is undefined for ${JSON.stringify(selected) ?? typeof selected}`, () =>
      expect(readTask(selected)).to.equal(undefined));
  }

  const containers: readonly (readonly [string, unknown])[] = [
    ['an object', { customerId: { value: 'C-7' } }],
    ['plain values', { customerId: 'C-7' }],
    ['a Map', new Map([['customerId', { value: 'C-7' }]])],
    ['pairs', [['customerId', { value: 'C-7' }], ['broken'], 7, null]],
    [
      'an observable map',
      {
        *[Symbol.iterator]() {
          yield ['customerId', { value: 'C-7' }];
        },
      },
    ],
    ['a number as value', { customerId: { value: 7 } }],
  ];
  for (const [title, callAssociatedData] of containers) {
    it(`has CAD variables in ${title}`, () => {
      expect(readTask({ callAssociatedData }, 'customerId')?.address?.value).to.be.oneOf(['C-7', '7']);
      expect(readTask({ interaction: { callAssociatedData } }, 'customerId')?.address?.value).to.be.oneOf(['C-7', '7']);
    });
  }

  const broken: readonly object[] = [
    { callAssociatedData: null, contactDirection: null, interaction: null, callProcessingDetails: 'text' },
    { callAssociatedData: 'text', contactDirection: 7, interaction: [], ani: {}, dnis: [] },
    { callAssociatedData: [null, [], [7, 8]], contactDirection: { type: null }, state: {}, mediaType: 7 },
    { callAssociatedData: { a: null, b: undefined, c: { value: {} }, d: [] } },
    Object.create(null) as object,
  ];
  it('is read with any types of its fields', () => {
    for (const selected of broken) expect(readTask(selected, 'c')?.address).to.equal(undefined);
  });

  it('is read from an instance whose fields are computed', () => {
    class Selected {
      get ani() {
        return customer;
      }
    }
    expect(readTask(new Selected())?.address?.value).to.equal(customer);
  });

  it("has the desktop's other fields", () => {
    const flat = {
      interactionId: 'i1',
      mediaType: 'telephony',
      mediaChannel: 'broadcloud',
      contactDirection: 'INBOUND',
      virtualTeamName: 'Billing',
    };
    const known = { interactionId: 'i1', channel: 'voice', direction: 'inbound', queueName: 'Billing', ended: false };
    expect(readTask(flat)).to.deep.include(known);
    expect(readTask({ interaction: { ...flat, contactDirection: { type: 'INBOUND' } } })).to.deep.include(known);
    expect(readTask(raw({ virtualTeamName: 'Billing' }))?.queueName).to.equal('Billing');
  });

  const channels: readonly (readonly [string | undefined, string | undefined, string | undefined])[] = [
    ['telephony', 'broadcloud', 'voice'],
    ['chat', 'web', 'chat'],
    ['email', 'email', 'email'],
    ['social', 'sms', 'sms'],
    ['social', 'whatsapp', 'social'],
    ['social', undefined, 'social'],
    ['workItem', undefined, 'work-item'],
    [undefined, 'sms', 'sms'],
    ['constructor', undefined, undefined],
    [undefined, undefined, undefined],
  ];
  for (const [mediaType, mediaChannel, channel] of channels) {
    it(`of ${mediaType} over ${mediaChannel} is of channel ${channel}`, () => {
      expect(readTask({ mediaType, mediaChannel })?.channel).to.equal(channel);
    });
  }

  const starts: readonly (readonly [
    title: string,
    task: object,
    division: string | undefined,
    defaultFilter: string | undefined,
  ])[] = [
    [
      'both variables',
      { callAssociatedData: cad({ JDSDivision: ' Retail ', JDSDefaultFilter: 'claims' }) },
      'Retail',
      'claims',
    ],
    ['another case', { callAssociatedData: cad({ jdsdivision: 'Retail', JDSDEFAULTFILTER: 'web' }) }, 'Retail', 'web'],
    ['another spelling', { callAssociatedData: cad({ jds_division: 'Retail' }) }, 'Retail', undefined],
    [
      'the exact name before another',
      { callAssociatedData: cad({ jdsdivision: 'no', JDSDivision: 'yes' }) },
      'yes',
      undefined,
    ],
    ['none', { callAssociatedData: {} }, undefined, undefined],
    ['no variables at all', {}, undefined, undefined],
    ['empty ones', { callAssociatedData: cad({ JDSDivision: ' ', '': 'x' }) }, undefined, undefined],
    [
      'a secure one',
      { callAssociatedData: { JDSDivision: { value: 'x', isSecure: true }, JDSDefaultFilter: { value: 7 } } },
      undefined,
      '7',
    ],
    ['a raw contact', { interaction: { callAssociatedData: cad({ JDSDivision: 'Retail' }) } }, 'Retail', undefined],
    ['pairs', { callAssociatedData: new Map([['JDSDivision', { value: 'Retail' }]]) }, 'Retail', undefined],
  ];
  for (const [title, selected, division, defaultFilter] of starts) {
    it(`names the first filter with ${title}`, () =>
      expect(readTask(selected)).to.deep.include({ division, defaultFilter }));
  }

  const ends: readonly (readonly [object, boolean])[] = [
    [{ state: 'connected' }, false],
    [{ isTerminated: false, isWrapUp: 'false', hasCustomerLeft: null }, false],
    [{ isTerminated: true }, true],
    [{ isWrapUp: true }, true],
    [{ hasCustomerLeft: 'true' }, true],
    [{ state: 'wrapUp' }, true],
    [{ interaction: { isTerminated: true } }, true],
  ];
  for (const [selected, ended] of ends) {
    it(`${ended ? 'has ended' : 'has not ended'} with ${JSON.stringify(selected)}`, () =>
      expect(readTask(selected)?.ended).to.equal(ended));
  }
});

describe('the stage of a task', () => {
  const at = Date.parse('2026-11-20T10:00:00Z');
  const stages: readonly (readonly [selected: object, kind: string, since: number | undefined])[] = [
    [{}, 'talk', undefined],
    [{ state: 'connected', isHold: false, holdTimestamp: at }, 'talk', undefined],
    [{ isHold: true, holdTimestamp: at }, 'hold', at],
    [{ isHold: 'true', holdTimestamp: String(at) }, 'hold', at],
    [{ isHold: true, holdTimestamp: at / 1000 }, 'hold', at],
    [{ isHold: true, holdTimestamp: '2026-11-20T10:00:00Z' }, 'hold', at],
    [{ isHold: true, holdTimestamp: null }, 'hold', undefined],
    [{ isHold: true, holdTimestamp: 0 }, 'hold', undefined],
    [{ isHold: true, holdTimestamp: 'soon' }, 'hold', undefined],
    [{ isHold: true, holdTimestamp: {} }, 'hold', undefined],
    [{ state: 'hold' }, 'hold', undefined],
    [{ interaction: { isHold: true, holdTimestamp: at } }, 'hold', at],
    [{ state: 'consulting', isHold: true, consultTimeStamp: at, holdTimestamp: 1 }, 'consult', at],
    [{ state: 'connected', consultTimeStamp: at }, 'talk', undefined],
    [{ isConferencing: true, isHold: false, consultTimeStamp: at }, 'conference', undefined],
    [{ state: 'conference' }, 'conference', undefined],
    [{ isWrapUp: true, isHold: true, wrapUpTimestamp: at }, 'wrap-up', at],
    [{ state: 'wrapUp', wrapUpTimestamp: at }, 'wrap-up', at],
    [{ isTerminated: true }, 'talk', undefined],
  ];
  for (const [selected, kind, since] of stages) {
    it(`is ${kind} since ${since} with ${JSON.stringify(selected)}`, () =>
      expect(readTask(selected)?.stage).to.deep.equal({ kind, since, acceptedAt: undefined }));
  }

  it('has the time when the agent answered, if the desktop sends it', () =>
    expect(readTask({ timeStamp: at })?.stage.acceptedAt).to.equal(at));
});

describe('the clock of a task', () => {
  const at = Date.parse('2026-11-20T10:00:00Z');
  const second = 1000;
  const hour = 3600 * second;
  type Stage = Parameters<typeof clockOf>[0]['stage'];
  const stage = (kind: Stage['kind'], since?: number, acceptedAt?: number): Stage => ({ kind, since, acceptedAt });
  /** `kind from to agent`, seconds from `at`; without an end it is ongoing. */
  const legs = (...texts: readonly string[]): Leg[] =>
    texts.map((text) => {
      const [kind, from, to, agent] = text.split(' ');
      const end = to === undefined || to === '-' ? undefined : at + Number(to) * second;
      return { kind: kind as Leg['kind'], from: at + Number(from) * second, to: end, agent };
    });
  const inbound = legs('ivr 0 21', 'queue 21 150', 'ringing 150 160', 'talk 160');
  const held = legs('queue 0 60', 'talk 60 100', 'hold 100');
  const over = legs('queue 0 60', 'talk 60 100', 'hold 100 130', 'talk 130 200', 'wrap-up 200');

  const cases: readonly (readonly [
    what: string,
    stage: Stage,
    legs: readonly Leg[] | undefined,
    seconds: number,
    elapsed: number | undefined,
  ])[] = [
    ['talk, from the journey', stage('talk'), inbound, 352, 192],
    ['talk, with any other value of the desktop', stage('talk', undefined, at), inbound, 352, 192],
    ['talk, from the desktop while the journey is unknown', stage('talk', undefined, at), undefined, 192, 192],
    ['talk, from the desktop while the journey only knows the queue', stage('talk', undefined, at), [], 192, 192],
    ['talk without a start', stage('talk'), undefined, 192, undefined],
    ['talk after a hold', stage('talk'), legs('queue 0 60', 'talk 60 90', 'hold 90 120', 'talk 120'), 160, 100],
    ['talk after another agent’s', stage('talk'), legs('talk 0 60 a', 'talk 60 - b'), 100, 40],
    ['talk after another queue', stage('talk'), legs('talk 0 60', 'queue 60 90', 'talk 90'), 100, 10],
    [
      'talk of an agent who is not always named',
      stage('talk'),
      legs('talk 0 60 a', 'hold 60 70', 'talk 70 - a'),
      100,
      100,
    ],
    ['hold, from the desktop', stage('hold', at + 90 * second), held, 110, 20],
    ['hold, from the journey', stage('hold'), held, 110, 10],
    ['hold that the journey does not know of', stage('hold', undefined, at), inbound, 300, undefined],
    ['consultation', stage('consult'), legs('talk 0 10', 'consult 10'), 15, 5],
    ['conference', stage('conference'), legs('talk 0 10', 'conference 10'), 15, 5],
    ['wrap-up, from the desktop', stage('wrap-up', at + 201 * second), over, 230, 29],
    ['wrap-up, from the journey', stage('wrap-up'), over, 230, 30],
    ['a clock a little ahead', stage('hold', at + 30 * second), undefined, 0, 0],
    ['a clock far ahead', stage('hold', at + hour), undefined, 0, undefined],
    ['two days', stage('hold', at), undefined, 48 * 3600, 48 * 3600],
    ['more than two days', stage('hold', at), undefined, 48 * 3600 + 1, undefined],
    ['a time from 1970', stage('hold', 5), undefined, 0, undefined],
  ];
  for (const [what, is, known, seconds, elapsed] of cases) {
    it(`shows ${elapsed} s for ${what}`, () => {
      const contact = known && { legs: known, endedAt: undefined };
      const clock = clockOf({ ended: is.kind === 'wrap-up', stage: is }, contact, at + seconds * second);
      expect(clock.elapsed).to.equal(elapsed === undefined ? undefined : elapsed * second);
    });
  }

  const ends: readonly (readonly [what: string, Stage, Parameters<typeof clockOf>[1], took: number | undefined])[] = [
    ['an end in the journey', stage('talk'), { legs: over, endedAt: at + 200 * second }, 140],
    ['a wrap-up that the desktop tells', stage('wrap-up', at + 90 * second, at), undefined, 90],
    ['a wrap-up that the journey tells', stage('wrap-up'), { legs: over, endedAt: undefined }, 140],
    ['no end', stage('talk', undefined, at), { legs: inbound, endedAt: undefined }, undefined],
    ['no agent who answered', stage('talk'), { legs: legs('queue 0 60'), endedAt: at + 60 * second }, undefined],
  ];
  for (const [what, is, contact, took] of ends) {
    it(`shows a duration of ${took} s with ${what}`, () => {
      const clock = clockOf({ ended: true, stage: is }, contact, at + 250 * second);
      expect(clock.took).to.equal(took === undefined ? undefined : took * second);
      if (is.kind !== 'wrap-up') expect(clock.elapsed).to.equal(undefined);
    });
  }

  it("is that of the task's own contact, found among the latest contacts only", () => {
    let asked = 0;
    const entries = Array.from({ length: 10_000 }, (_, index) => ({
      time: at - (10_000 - index) * hour,
      get interaction() {
        asked++;
        return { taskId: `t${index}` };
      },
    })) as unknown as readonly InteractionEntry[];
    expect(currentInteraction(entries, { interactionId: 't9990' }, at)?.taskId).to.equal('t9990');
    asked = 0;
    expect(currentInteraction(entries, { interactionId: 't3' }, at)).to.equal(undefined);
    expect(currentInteraction(entries, { interactionId: 'other' }, at)).to.equal(undefined);
    expect(currentInteraction([], { interactionId: 'other' }, at)).to.equal(undefined);
    expect(asked).to.be.below(200);
  });
});

describe('a flag', () => {
  for (const value of [
    'false',
    'FALSE',
    ' False ',
    '0',
    'no',
    'No',
    'off',
    'OFF',
    false,
    0,
    null,
    undefined,
    Number.NaN,
  ]) {
    it(`is off for ${JSON.stringify(value)}`, () => expect(readFlag(value)).to.equal(false));
  }
  for (const value of ['true', 'TRUE', '1', 'yes', 'on', '', 'anything', true, 1, {}]) {
    it(`is on for ${JSON.stringify(value)}`, () => expect(readFlag(value)).to.equal(true));
  }
});
