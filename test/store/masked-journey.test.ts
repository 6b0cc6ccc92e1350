import { expect } from '@open-wc/testing';
import { JourneyError } from '../../src/domain/base/journey-error.js';
import { personKey } from '../../src/domain/person/person-key.js';
import type { Person } from '../../src/domain/person/person.js';
import { noTask, shownCustomer, type ShownCustomer } from '../../src/domain/task/shown-customer.js';
import { readTask } from '../../src/domain/task/task.js';
import { emptyJourney, failed, loading, ready, type JourneyState } from '../../src/store/journey-state.js';
import { createJourneyMasker, type ShownJourney } from '../../src/store/masked-journey.js';
import { event } from '../support/events.js';

const phone = '+14155550132';

const person = (id: string, ...values: readonly string[]): Person => ({
  id,
  firstName: 'Anaïs',
  lastName: 'Moreau',
  aliases: values.map((value) => ({ kind: 'customerId', value })),
});

const stateOf = (...persons: readonly Person[]): JourneyState => ({
  ...emptyJourney,
  person: ready({ persons, address: phone }, 1),
  personKey: personKey(persons),
  events: ready(
    { size: 0, newest: undefined, generation: 1, arrivals: [], [Symbol.iterator]: () => [][Symbol.iterator]() },
    1,
  ),
  profile: ready({ templateName: 't', attributes: [{ label: 'Of', value: phone, error: undefined }] }, 1),
});

/** The customer of a call, and their data. */
const plain = (state: JourneyState, ani = phone, interactionId = 't-1'): [ShownCustomer, JourneyState] => {
  const task = readTask({ interactionId, mediaType: 'telephony', contactDirection: 'INBOUND', ani });
  const agent = { organizationId: '', agentId: '', signedIn: true, regions: [] };
  const shown = shownCustomer({ ...agent, task, host: [], lookUpEnabled: false, lookUp: undefined }, noTask);
  if (shown.kind === 'nobody') throw new Error(shown.why);
  return [shown, state];
};

/** These words in an event after masking. */
const inEvent = ({ mask }: ShownJourney, note: string) =>
  mask!(event('1', 0, { identity: '', data: { note } })).data['note'];

describe('a masked journey', () => {
  it('is masked by the aliases of all matched persons, and by the forms of the address', () => {
    const shown = createJourneyMasker()(...plain(stateOf(person('p-1', 'crm-7001'), person('p-2', 'crm-7002'))), [
      'line-4711',
    ]);
    expect(inEvent(shown, `crm-7001, crm-7002, line-4711, crm-7003, ${phone}`)).to.equal(
      '••••7001, ••••7002, ••••4711, crm-7003, ••• ••• 0132',
    );
    expect(shown.address?.shown).to.equal('••• ••• 0132');
    expect(shown.task?.address?.value).to.equal('••• ••• 0132');
    expect(shown.state.profile.value?.attributes[0]?.value).to.equal('••• ••• 0132');
    expect(shown.state.person.value?.persons[0]?.aliases[0]?.value).to.equal('••••7001');
  });

  it('has no events and profile before the person is known, as if they were loading', () => {
    const { person: nobody } = emptyJourney;
    const { state } = createJourneyMasker()(...plain({ ...stateOf(), person: loading(nobody) }), []);
    expect([state.events.status, state.events.value, state.events.asOf]).to.deep.equal([
      'loading',
      undefined,
      undefined,
    ]);
    expect([state.profile.status, state.profile.value]).to.deep.equal(['loading', undefined]);
  });

  it('has the failure if the person cannot be loaded', () => {
    const error = new JourneyError('server');
    const { state } = createJourneyMasker()(...plain({ ...stateOf(), person: failed(emptyJourney.person, error) }), []);
    expect([state.events.status, state.events.value, state.events.error === error]).to.deep.equal([
      'failed',
      undefined,
      true,
    ]);
  });

  it('stays while the person is loaded again, also if that fails', () => {
    const state = stateOf(person('p-1', 'crm-7001'));
    for (const again of [loading(state.person), failed(state.person, new JourneyError('server'))]) {
      expect(createJourneyMasker()(...plain({ ...state, person: again }), []).state.events === state.events).to.equal(
        true,
      );
    }
  });

  it('is shown if the service has no persons', () => {
    const state = { ...stateOf(), person: emptyJourney.person };
    expect(createJourneyMasker()(...plain(state), []).state.events === state.events).to.equal(true);
  });

  it('is masked again only if there is another value to mask', () => {
    const masking = createJourneyMasker();
    const maskOf = (...values: readonly string[]) => masking(...plain(stateOf(person('p-1', ...values))), []).mask;
    const first = maskOf('crm-7001');
    expect(maskOf('crm-7001') === first, 'the same again').to.equal(true);
    const second = maskOf('crm-7001', 'crm-7002');
    expect(second === first, 'another alias').to.equal(false);
    expect(maskOf('crm-7002') === second, 'an alias that was removed').to.equal(true);
    expect(inEvent(masking(...plain(stateOf(person('p-1'))), []), 'crm-7001')).to.equal('••••7001');
    const others = person('p-1', 'crm-7003', 'crm-7004', 'crm-7005');
    expect(inEvent(masking(...plain(stateOf(others)), []), 'crm-7001')).to.equal('••••7001');
  });

  it('is the same object as before if nothing has changed', () => {
    const masking = createJourneyMasker();
    const given = plain(stateOf(person('p-1', 'crm-7001')));
    const [one, two] = [masking(...given, []), masking(...given, [])];
    expect(one.task === two.task && one.address === two.address).to.equal(true);
    for (const part of ['person', 'profile', 'events', 'records'] as const) {
      expect(one.state[part] === two.state[part], part).to.equal(true);
    }
  });

  for (const [what, ani, id, who] of [
    ['another caller', '+13125550147', 't-1', 'p-1'],
    ['another contact', phone, 't-2', 'p-1'],
    ['another person', phone, 't-1', 'p-2'],
  ] as const) {
    it(`keeps nothing of the customer before with ${what}`, () => {
      const masking = createJourneyMasker();
      masking(...plain(stateOf(person('p-1', 'crm-7001'))), []);
      const shown = masking(...plain(stateOf(person(who, 'crm-9001')), ani, id), []);
      expect(inEvent(shown, 'crm-7001, crm-9001')).to.equal('crm-7001, ••••9001');
    });
  }

  it('has records by the masked IDs of the contacts', () => {
    const totals = { all: 1, queue: 1, talk: 1, hold: 1, wrapUp: 1 };
    const record = { turns: [], lastAgent: undefined, csat: 1, queue: undefined, endedBy: undefined, totals } as const;
    const records = new Map([
      ['t-1', { ...record, taskId: 't-1', wrapUp: `Ring ${phone}` }],
      [phone, { ...record, taskId: phone, wrapUp: undefined }],
    ]);
    const shown = createJourneyMasker()(...plain({ ...stateOf(person('p-1')), records }), []).state.records;
    expect(shown.get('t-1')?.wrapUp).to.equal('Ring ••• ••• 0132');
    expect([...shown.keys()]).to.deep.equal(['t-1', '••• ••• 0132']);
  });
});
