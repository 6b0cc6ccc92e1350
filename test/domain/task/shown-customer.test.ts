import { expect } from '@open-wc/testing';
import { addressesOf, type GivenAddress } from '../../../src/domain/address/given-addresses.js';
import { readAddress } from '../../../src/domain/address/address.js';
import { JourneyError } from '../../../src/domain/base/journey-error.js';
import {
  isLookUpOver,
  noTask,
  shownCustomer,
  type Shown,
  type ShownInput,
  type Situation,
} from '../../../src/domain/task/shown-customer.js';
import { readTask } from '../../../src/domain/task/task.js';

const caller = '+14155550132';
const other = '+13125550147';
const sought = 'maria@example.com';
const masked = '+1415***0132';

const call = (ani: string | undefined = caller, more: object = {}) =>
  readTask({ interactionId: 'i1', mediaType: 'telephony', contactDirection: 'INBOUND', ani, ...more });
const withoutId = (ani?: string) => call(ani, { interactionId: undefined });
const chat = (customerId: string | undefined, more: object = {}) =>
  readTask({ interactionId: 'i1', callAssociatedData: { customerId: { value: customerId } }, ...more }, 'customerId');
const host = (...given: readonly GivenAddress[]) => ({ host: addressesOf(given) });
const unreadable = new JourneyError('task-unreadable');

const quiet: Situation = {
  task: undefined,
  host: [],
  lookUpEnabled: true,
  organizationId: 'o1',
  agentId: 'a1',
  signedIn: true,
  regions: ['', 'US'],
};
const now = (changes: Partial<ShownInput>): ShownInput => ({ ...quiet, lookUp: undefined, ...changes });

/** The agent looked up `address` in this situation. */
const lookUp = (began: Partial<Situation> = {}, address = sought) => ({
  lookUp: { address: readAddress(address)!, began: { ...quiet, ...began } },
});

type Row = readonly [title: string, input: Partial<ShownInput>, shown: string];

const nobody: readonly Row[] = [
  ['no task and no customer of the host', {}, 'no-task'],
  ['a task of null', { task: readTask(null) }, 'no-task'],
  ['a customer of the host that is a withheld number', host('anonymous'), 'no-task'],
  ['no token yet', { signedIn: false }, 'signing-in'],
  ['no token yet for a task', { signedIn: false, task: call() }, 'signing-in'],
  ['no token yet for an anonymous task', { signedIn: false, task: call('anonymous') }, 'signing-in'],
  ['no token yet for a masked task', { signedIn: false, task: call(masked) }, 'signing-in'],
  ['no token yet for a customer of the host', { signedIn: false, ...host(caller) }, 'signing-in'],
  ['no token yet for a look-up', { signedIn: false, ...lookUp() }, 'signing-in'],
  ['a withheld number', { task: call('anonymous') }, 'anonymous'],
  ['a task without an address', { task: chat(undefined) }, 'anonymous'],
  ['an anonymous task, with any customer of the host', { task: call('anonymous'), ...host(other) }, 'anonymous'],
  ['a masked number', { task: call(masked) }, 'masked'],
  ['a masked number, with any customer of the host', { task: call(masked), ...host(other) }, 'masked'],
  ['a customer of the host with masked addresses only', host(masked, 'm****@example.com'), 'masked'],
  ['a masked look-up, also during a task', { task: call(), ...lookUp({ task: call() }, masked) }, 'masked'],
  ['a task that cannot be read', { task: unreadable }, 'unreadable'],
  ['a task that cannot be read before there is a token', { task: unreadable, signedIn: false }, 'unreadable'],
  ['a task that cannot be read, with any customer of the host', { task: unreadable, ...host(other) }, 'unreadable'],
  ['a task that cannot be read, during any look-up', { task: unreadable, ...lookUp() }, 'unreadable'],
  ['a task that still cannot be read', { task: unreadable, ...lookUp({ task: unreadable }) }, 'unreadable'],
];

const somebody: readonly Row[] = [
  ['the customer of the task', { task: call() }, `task ${caller}`],
  ['the customer of the task before the one of the host', { task: call(), ...host(other) }, `task ${caller}`],
  ['the customer of a task that ended', { task: call(caller, { isTerminated: true }) }, `task ${caller}`],
  ['the customer of a task without an ID', { task: withoutId(caller) }, `task ${caller}`],
  ['the customer in a CAD variable', { task: chat('C-7') }, 'task C-7'],
  ['the customer of the host', host(caller), `host ${caller}`],
  ['the customer of the host by an ID', host({ id: '4155550132' }), 'host 4155550132'],
  ['all addresses that the host gives', host(caller, sought, { id: 'C-7' }), `host ${caller} ${sought} C-7`],
  ['the addresses of the host that are not masked', host(masked, sought), `host ${sought}`],
  ['the customer of the host again after a task', { task: readTask(undefined), ...host(caller) }, `host ${caller}`],
];

const lookedUp: readonly Row[] = [
  ['without a task', lookUp(), `look-up ${sought}`],
  ['during a task', { task: call(), ...lookUp({ task: call() }) }, `look-up ${sought}`],
  [
    'during an anonymous task',
    { task: call('anonymous'), ...lookUp({ task: call('anonymous') }) },
    `look-up ${sought}`,
  ],
  ['during a masked task', { task: call(masked), ...lookUp({ task: call(masked) }) }, `look-up ${sought}`],
  ['instead of the customer of the host', { ...host(other), ...lookUp(host(other)) }, `look-up ${sought}`],
  ['when the task ends', { task: call(caller, { isWrapUp: true }), ...lookUp({ task: call() }) }, `look-up ${sought}`],
  ['when no task is selected any more', lookUp({ task: call() }), `look-up ${sought}`],
  ['when the task gets another address', { task: call(other), ...lookUp({ task: call() }) }, `look-up ${sought}`],
  [
    'when a task without an ID is set again',
    { task: withoutId(caller), ...lookUp({ task: withoutId(caller) }) },
    `look-up ${sought}`,
  ],
  ['when the region changes', { regions: ['AT', 'US'], ...lookUp() }, `look-up ${sought}`],
];

const over: readonly Row[] = [
  ['with another task', { task: call(other, { interactionId: 'i2' }), ...lookUp({ task: call() }) }, `task ${other}`],
  [
    'with another task of the same customer',
    { task: call(caller, { interactionId: 'i2' }), ...lookUp({ task: call() }) },
    `task ${caller}`,
  ],
  ['with the first task', { task: call(), ...lookUp() }, `task ${caller}`],
  ['with another task without an ID', { task: withoutId(other), ...lookUp({ task: call() }) }, `task ${other}`],
  ['with an anonymous task', { task: call('anonymous'), ...lookUp() }, 'anonymous'],
  ['with an anonymous task without an ID', { task: withoutId('anonymous'), ...lookUp() }, 'anonymous'],
  ['when look-ups are switched off', { task: call(), lookUpEnabled: false, ...lookUp({ task: call() }) }, 'task '],
  ['with another agent', { agentId: 'a2', ...lookUp() }, 'no-task'],
  ['with another organization', { organizationId: 'o2', ...lookUp() }, 'no-task'],
  ['when the host names another customer', { ...host(other), ...lookUp(host(caller)) }, `host ${other}`],
  ['when the host names a customer', { ...host(other), ...lookUp() }, `host ${other}`],
  ['when the host has no customer any more', lookUp(host(caller)), 'no-task'],
  ['when the host turns a number into an ID', { ...host({ id: caller }), ...lookUp(host(caller)) }, `host ${caller}`],
];

const all = [...nobody, ...somebody, ...lookedUp, ...over];

const told = (shown: Shown): string =>
  shown.kind === 'nobody' ? shown.why : [shown.from, ...shown.addresses.map(({ value }) => value)].join(' ');

const show = (changes: Partial<ShownInput>): Shown => shownCustomer(now(changes), noTask);

describe('the customer shown', () => {
  for (const [title, input, expected] of nobody) {
    it(`is none: ${title}`, () => {
      expect(told(show(input))).to.equal(expected);
    });
  }

  for (const [title, input, expected] of somebody) {
    it(title, () => {
      expect(told(show(input))).to.equal(expected);
    });
  }

  for (const [title, input, expected] of lookedUp) {
    it(`is the customer who was looked up ${title}`, () => {
      expect(told(show(input))).to.equal(expected);
      expect(isLookUpOver(input.lookUp!.began, now(input))).to.equal(false);
    });
  }

  for (const [title, input, expected] of over) {
    it(`ends a look-up ${title}`, () => {
      expect(told(show(input)).startsWith(expected)).to.equal(true);
      expect(isLookUpOver(input.lookUp!.began, now(input))).to.equal(true);
    });
  }

  it('has the first address that is not masked', () => {
    const shown = show(host(masked, sought, caller));
    expect(shown.kind === 'customer' && shown.address.value).to.equal(sought);
  });

  it('keeps the error of a task that cannot be read', () => {
    const shown = show({ task: unreadable });
    expect(shown.kind === 'nobody' && shown.why === 'unreadable' && shown.error).to.equal(unreadable);
  });

  it('only has the task of the same customer', () => {
    const task = call();
    const taskOf = (shown: Shown) => (shown.kind === 'customer' ? shown.task : 'nobody');
    expect(taskOf(show({ task }))).to.equal(task);
    expect(taskOf(show({ task, ...lookUp({ task }) }))).to.equal(undefined);
    expect(taskOf(show(host(caller)))).to.equal(undefined);
  });

  it('does not depend on the customer shown before', () => {
    for (const [before, previous] of all) {
      for (const [title, input] of all) {
        expect(shownCustomer(now(input), show(previous)), `${title} after ${before}`).to.deep.equal(show(input));
      }
    }
  });

  it('is the same object as long as nothing changed', () => {
    for (const [title, input] of all) {
      const shown = show(input);
      expect(shownCustomer(now({ ...input }), shown) === shown, title).to.equal(true);
    }
  });

  it('is another object if the task changed', () => {
    const shown = show({ task: call() });
    expect(shownCustomer(now({ task: call(caller, { isHold: true }) }), shown) === shown).to.equal(false);
    const hidden = show({ task: unreadable });
    expect(shownCustomer(now({ task: new JourneyError('task-unreadable') }), hidden) === hidden).to.equal(false);
  });
});

const local = '4155550132';

describe('the key of the customer shown', () => {
  const keyOf = (input: Partial<ShownInput>) => {
    const shown = show(input);
    return shown.kind === 'customer' ? shown.key : undefined;
  };
  const addressKeyOf = (input: Partial<ShownInput>) => {
    const shown = show(input);
    return shown.kind === 'customer' ? shown.addressKey : undefined;
  };

  const same: readonly (readonly [title: string, one: Partial<ShownInput>, another: Partial<ShownInput>])[] = [
    ['the same task set again', { task: call() }, { task: call() }],
    ['the task on hold', { task: call() }, { task: call(caller, { isHold: true }) }],
    ['the task that ended', { task: call() }, { task: call(caller, { isTerminated: true }) }],
    ['the task in another queue', { task: call() }, { task: call(caller, { virtualTeamName: 'Q2' }) }],
    ['the task of another agent', { task: call() }, { task: call(), agentId: 'a2' }],
    ['the task with any customer of the host', { task: call() }, { task: call(), ...host(other) }],
    ['the customer of the host set again', host(caller, sought), host(caller, sought)],
    ['the customer of the host looked up', host(caller), { ...host(caller), ...lookUp(host(caller), caller) }],
    ['an international number in another region', host(caller), { ...host(caller), regions: ['DE', 'US'] }],
  ];

  for (const [title, one, another] of same) {
    it(`is the same with ${title}`, () => {
      expect(keyOf(one)).to.be.a('string').and.to.equal(keyOf(another));
    });
  }

  const different: typeof same = [
    ['another interaction of the same customer', { task: call() }, { task: call(caller, { interactionId: 'i2' }) }],
    ['an interaction that gets its ID', { task: withoutId(caller) }, { task: call() }],
    ['another number in the same interaction', { task: call() }, { task: call(other) }],
    ['a number written in another way', { task: call() }, { task: call('+1 415 555 0132') }],
    ['an ID of the same digits', host(local), host({ id: local })],
    ['one more address', host(caller), host(caller, sought)],
    ['one more address that is masked', host(sought), host(sought, masked)],
    ['the same addresses in another order', host(caller, sought), host(sought, caller)],
    ['the customer of a task named by the host', { task: call() }, host(caller)],
    ['the customer of a task looked up', { task: call() }, { task: call(), ...lookUp({ task: call() }, caller) }],
    ['a local number in a region that the host names', host(local), { ...host(local), regions: ['CA', 'US'] }],
    ['a local number in the region of another data center', host(local), { ...host(local), regions: ['', 'GB'] }],
  ];

  for (const [title, one, another] of different) {
    it(`is different with ${title}`, () => {
      expect(keyOf(one)).to.be.a('string').and.not.to.equal(keyOf(another));
    });
  }

  it('includes a key of the customer without the contact', () => {
    const byAddress = addressKeyOf({ task: call() });
    expect(byAddress)
      .to.be.a('string')
      .and.to.equal(addressKeyOf({ task: call(caller, { interactionId: 'i2' }) }));
    expect(byAddress).to.equal(addressKeyOf(host(caller)));
    expect(byAddress).not.to.equal(addressKeyOf({ task: call(other) }));
  });
});
