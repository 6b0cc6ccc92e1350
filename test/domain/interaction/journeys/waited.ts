import { eventsOf, type Journey } from './journey.js';

const inbound = { direction: 'inbound', channel: 'voice' };

/** Contacts that agents answered late or not at all. */
export const waited: readonly Journey[] = [
  {
    title: 'an agent who does not respond, then one who does',
    happened:
      'Ann’s phone rings from 40 to 58 in vain, the customer waits again, Bob’s phone rings at 70, they talk from 75 to 130.',
    events: eventsOf(
      '0 new; 10 parked; 40 connect; 40.2 ann ringing; 58 ann not-responding; 58 parked; 70 connect; 70.2 bob ringing; ' +
        '75 connected; 75 bob connected; 130 ended',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-10, queue 10-40, ringing 40-58 ann, queue 58-70, ringing 70-75 bob, talk 75-130 bob',
      durations: 'ivr 10, queue 42, ringing 23, talk 55',
      outcome: 'answered',
      endedAt: 130,
      ...inbound,
      agents: 'bob',
    },
  },
  {
    title: 'agents who do not respond',
    happened: 'Two phones ring for 18 s each, no agent answers, and after 12 s more the customer hangs up.',
    events: eventsOf(
      '0 new; 40 connect; 40 ann ringing; 58 ann not-responding; 60 connect; 60 bob ringing; 78 bob not-responding; 90 ended',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-40, ringing 40-58 ann, queue 58-60, ringing 60-78 bob, queue 78-90',
      durations: 'ivr 40, ringing 36, queue 14',
      outcome: 'not-answered',
      endedAt: 90,
      ...inbound,
    },
  },
  {
    title: 'two agents called, with only the calls known',
    happened: 'The contact is offered at 40 and again at 60, is answered at 70, and ends at 90.',
    events: eventsOf('0 new; 40 connect; 60 connect; 70 connected; 90 ended'),
    now: 600,
    expected: {
      legs: 'ivr 0-40, ringing 40-60, ringing 60-70, talk 70-90',
      durations: 'ivr 40, ringing 30, talk 20',
      outcome: 'answered',
      endedAt: 90,
      ...inbound,
    },
  },
  {
    title: 'abandoned in the queue',
    happened: 'The customer gives up after 1:40 in the queue for Billing.',
    events: eventsOf('0 new; 20 parked queueName=Billing; 120 ended terminatingParty=Customer reason=Customer_Left'),
    now: 600,
    expected: {
      legs: 'ivr 0-20, queue 20-120',
      durations: 'ivr 20, queue 100',
      outcome: 'abandoned',
      endedAt: 120,
      endedBy: 'customer',
      reason: 'Customer Left',
      ...inbound,
      queues: 'Billing',
    },
  },
  {
    title: 'abandoned in the menu',
    happened: 'The customer hangs up after 15 s of menu. The events name their own time only, as text.',
    events: eventsOf('0 new; 15 ended reason=CUSTOMER_LEFT').map(({ time, data, ...event }) => ({
      ...event,
      data: { ...(data as object), createdTime: String(Date.parse(String(time))) },
    })),
    now: 600,
    expected: {
      legs: 'ivr 0-15',
      durations: 'ivr 15',
      outcome: 'abandoned',
      endedAt: 15,
      endedBy: 'customer',
      reason: 'CUSTOMER LEFT',
      ...inbound,
    },
  },
  {
    title: 'an email that no agent answers',
    happened: 'An email arrived three hours ago and waits; no event says whether an agent has it.',
    events: eventsOf('0 new; 3 parked queueName=Letters', { channelType: 'email', origin: 'ann@example.org' }),
    now: 3 * 3600,
    expected: {
      legs: 'queue 0-3',
      durations: 'queue 3',
      outcome: 'unknown',
      direction: 'inbound',
      channel: 'email',
      queues: 'Letters',
    },
  },
  {
    title: 'a campaign call that is answered',
    happened: 'A campaign dials the customer, whose number is stored without a plus; they talk with Ann from 6 to 96.',
    events: eventsOf(
      '0 new; 2 connect queueName=Spring_offer; 2.3 ann ringing; 6 connected; 6 ann connected; 96 ended reason=Agent_Ended',
      { direction: 'OUTBOUND', outboundType: 'campaign' },
    ).map((event) => ({ ...event, identity: '14155550132' })),
    now: 600,
    expected: {
      legs: 'ringing 0-6 ann, talk 6-96 ann',
      durations: 'ringing 6, talk 90',
      outcome: 'answered',
      endedAt: 96,
      endedBy: 'agent',
      reason: 'Agent Ended',
      direction: 'outbound',
      channel: 'voice',
      queues: 'Spring offer',
      agents: 'ann',
    },
  },
  {
    title: 'a campaign call that is not answered',
    happened: 'A campaign dials a customer who is on the phone already: no one ended it, it never started.',
    events: eventsOf('0 new; 2 connect; 32 ended reason=Customer_Busy', {
      direction: 'OUTBOUND',
      outboundType: 'campaign',
    }),
    now: 600,
    expected: {
      legs: 'ringing 0-32',
      durations: 'ringing 32',
      outcome: 'not-answered',
      endedAt: 32,
      reason: 'Customer Busy',
      direction: 'outbound',
      channel: 'voice',
    },
  },
  {
    title: 'a callback',
    happened: 'The callback waits 100 s for an agent: no phone rings before Ann’s does. They talk from 106 to 400.',
    events: eventsOf('0 new; 1 parked; 100 connect; 100 ann ringing; 106 connected; 106 ann connected; 400 ended', {
      direction: 'OUTBOUND',
      outboundType: 'callback',
    }),
    now: 600,
    expected: {
      legs: 'queue 0-100, ringing 100-106 ann, talk 106-400 ann',
      durations: 'queue 100, ringing 6, talk 294',
      outcome: 'answered',
      endedAt: 400,
      direction: 'outbound',
      channel: 'voice',
      agents: 'ann',
    },
  },
  {
    title: 'a work item',
    happened:
      'A work item waits 30 s, Ann opens it after 5 s, works until 90. Messages come and fail, the address changes: nothing of that begins or ends anything.',
    events: eventsOf(
      '0 new; 1 task-message:appended messageDirection=INBOUND; 2 parked; 30 connect; 35 connected; 35 ann connected; 40 origin-updated origin=new; ' +
        '50 task-message:append-failed reason=INVALID_CONTENT; 60 task-message:appended; 90 ended; 90 capture:available',
      { channelType: 'workItem' },
    ),
    now: 600,
    expected: {
      legs: 'queue 0-30, ringing 30-35 ann, talk 35-90 ann',
      durations: 'queue 30, ringing 5, talk 55',
      outcome: 'answered',
      endedAt: 90,
      direction: 'inbound',
      channel: 'work-item',
      agents: 'ann',
    },
  },
  {
    title: 'a message that could not become a contact',
    happened: 'The contact center could not create the task of an outbound message, and says why.',
    events: eventsOf('0 failed reason=INVALID_TEMPLATE failureType=CREATE', {
      channelType: 'customMessaging',
      direction: 'OUTBOUND',
    }),
    now: 600,
    expected: {
      legs: '',
      durations: '',
      outcome: 'failed',
      endedAt: 0,
      reason: 'INVALID TEMPLATE',
      direction: 'outbound',
      channel: 'chat',
    },
  },
];
