import { eventsOf, type Journey } from './journey.js';

const hour = 3600;

/** Contacts that one agent answered. */
export const answered: readonly Journey[] = [
  {
    title: 'a plain call',
    happened:
      'A customer listens to the menu for 20 s, waits a minute for Billing, Ann’s phone rings for 9 s, they talk for 2:10, the customer hangs up, and Ann wraps up for 45 s.',
    events: eventsOf(
      '0 new; 20 parked queueName=Billing; 80 connect; 80.3 ann ringing; 89 connected; 89.2 ann connected; ' +
        '219 ended terminatingParty=Customer reason=Customer_left; 219 ann wrapup; 264 ann wrapup-done',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-20, queue 20-80, ringing 80-89 ann, talk 89-219 ann, wrap-up 219-264 ann',
      durations: 'ivr 20, queue 60, ringing 9, talk 130, wrap-up 45',
      outcome: 'answered',
      endedAt: 219,
      endedBy: 'customer',
      reason: 'Customer left',
      direction: 'inbound',
      channel: 'voice',
      queues: 'Billing',
      agents: 'ann',
    },
  },
  {
    title: 'holds',
    happened: 'Ann takes a call, puts the customer on hold twice, for 40 s and for 20 s, and ends the call.',
    events: eventsOf(
      '0 new; 5 connect queueId=q1; 5.4 ann ringing; 9 connected; 9.1 ann connected; 60 on-hold; 60.2 ann on-hold; ' +
        '100 hold-done; 100.2 ann hold-done; 150 on-hold; 170 hold-done; 300 ended terminatingParty=Agent reason=Agent_Left',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-5, ringing 5-9 ann, talk 9-60 ann, hold 60-100 ann, talk 100-150 ann, hold 150-170 ann, talk 170-300 ann',
      durations: 'ivr 5, ringing 4, talk 231, hold 60',
      outcome: 'answered',
      endedAt: 300,
      endedBy: 'agent',
      reason: 'Agent Left',
      direction: 'inbound',
      channel: 'voice',
      queues: 'q1',
      agents: 'ann',
    },
  },
  {
    title: 'a caller whose number is masked',
    happened: 'The contact center masks the customer’s number in its events; an unknown agent talks for a minute.',
    events: eventsOf('0 new; 15 connect; 21 connected; 81 ended reason=Agent_Ended', { origin: '1+4****0132' }).map(
      // Some publishers write camel case and send the payload as text.
      ({ identitytype, data, datacontenttype, ...event }) => ({
        ...event,
        identityType: identitytype,
        dataContentType: `${String(datacontenttype)}; was string`,
        data: JSON.stringify(data),
      }),
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-15, ringing 15-21, talk 21-81',
      durations: 'ivr 15, ringing 6, talk 60',
      outcome: 'answered',
      endedAt: 81,
      endedBy: 'agent',
      reason: 'Agent Ended',
      direction: 'inbound',
      channel: 'voice',
    },
  },
  {
    title: 'an email that is answered later',
    happened: 'An email waits for five hours; Cid takes it within 10 s, writes for 15 minutes, and wraps up for 30 s.',
    events: eventsOf(
      `0 new; 3 parked queueName=Letters; ${5 * hour} connect; ${5 * hour} cid ringing; ${5 * hour + 10} connected; ` +
        `${5 * hour + 10} cid connected; ${5 * hour + 910} ended terminatingParty=AGENT; ` +
        `${5 * hour + 910} cid wrapup; ${5 * hour + 940} cid wrapup-done`,
      { channelType: 'email', origin: 'ann@example.org' },
    ),
    now: 7 * hour,
    expected: {
      legs: 'queue 0-18000, ringing 18000-18010 cid, talk 18010-18910 cid, wrap-up 18910-18940 cid',
      durations: 'queue 18000, ringing 10, talk 900, wrap-up 30',
      outcome: 'answered',
      endedAt: 18_910,
      endedBy: 'agent',
      direction: 'inbound',
      channel: 'email',
      queues: 'Letters',
      agents: 'cid',
    },
  },
  {
    title: 'a call with the second version of the agents’ states',
    happened:
      'A call waits 15 s, Ann’s phone rings for 6 s, they talk for 74 s. The contact’s own events of the answer got lost. Ann wraps up for 30 s until she is available.',
    events: eventsOf(
      '0 new; 5 parked; 20 ann Reserved; 26 ann Engaged; 60 bob EngagedOther; 100 ended; 100 ann WrapUp; 130 ann Available',
    ).map((event, index) => {
      const types = ['agent:channel_state_change', 'agent:channelType_state_change'];
      return event.type === 'agent:state_change' ? { ...event, type: types[index % 2] } : event;
    }),
    now: 600,
    expected: {
      legs: 'ivr 0-5, queue 5-20, ringing 20-26 ann, talk 26-100 ann, wrap-up 100-130 ann',
      durations: 'ivr 5, queue 15, ringing 6, talk 74, wrap-up 30',
      outcome: 'answered',
      endedAt: 100,
      direction: 'inbound',
      channel: 'voice',
      agents: 'ann',
    },
  },
];
