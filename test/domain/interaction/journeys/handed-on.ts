import { eventsOf, type Journey } from './journey.js';

const inbound = { direction: 'inbound', channel: 'voice' };
const beginning =
  '0 new; 8 parked queueId=q1 queueName=Billing; 30 connect queueId=q1; 30.1 ann ringing; 36 connected queueId=q1; 36.1 ann connected; ';

/** Cold transfers from one agent to another, and contacts that look like one. */
export const handedOn: readonly Journey[] = [
  {
    title: 'park and retrieve',
    happened: 'Ann parks the call at 100 and takes it back herself at 155: no other agent had the customer.',
    events: eventsOf(
      beginning +
        '100 parked queueId=q1; 100 ann wrapup; 150 connect queueId=q1; 150 ann ringing; 155 connected queueId=q1; 155 ann connected; ' +
        '200 ended; 200 ann wrapup; 215 ann wrapup-done',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-8, queue 8-30, ringing 30-36 ann, talk 36-100 ann, queue 100-150, ringing 150-155 ann, talk 155-200 ann, wrap-up 200-215 ann',
      durations: 'ivr 8, queue 72, ringing 11, talk 109, wrap-up 15',
      outcome: 'answered',
      endedAt: 200,
      ...inbound,
      queues: 'Billing',
      agents: 'ann',
    },
  },
  {
    title: 'parked, and retrieved by another agent',
    happened: 'Ann parks the call at 100, Bob takes it from the same queue at 155.',
    events: eventsOf(
      beginning +
        '100 parked queueId=q1; 150 connect queueId=q1; 150 bob ringing; 155 connected queueId=q1; 155 bob connected; 200 ended',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-8, queue 8-30, ringing 30-36 ann, talk 36-100 ann, queue 100-150, ringing 150-155 bob, talk 155-200 bob',
      durations: 'ivr 8, queue 72, ringing 11, talk 109',
      outcome: 'transferred',
      transfers: '100 cold queue Billing',
      endedAt: 200,
      ...inbound,
      queues: 'Billing',
      agents: 'ann bob',
    },
  },
  {
    title: 'a cold transfer to a queue',
    happened:
      'Ann sends the customer to Retention at 100, where they wait 40 s until Bob’s phone rings; he talks for 54 s.',
    events: eventsOf(
      beginning +
        '100 ann wrapup; 100 parked queueId=q2; 130 ann wrapup-done; 140 connect queueId=q2 queueName=Retention; 140 bob ringing; ' +
        '146 connected queueId=q2; 146 bob connected; 200 ended queueId=q2 terminatingParty=caller',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-8, queue 8-30, ringing 30-36 ann, talk 36-100 ann, queue 100-140, ringing 140-146 bob, talk 146-200 bob',
      durations: 'ivr 8, queue 62, ringing 12, talk 118',
      outcome: 'transferred',
      transfers: '100 cold queue Retention',
      endedAt: 200,
      endedBy: 'customer',
      ...inbound,
      queues: 'Billing, Retention',
      agents: 'ann bob',
    },
  },
  {
    title: 'a cold transfer to an agent',
    happened: 'Ann sends the customer to Bob at 100, who answers at 105 and talks until 200; Ann wraps up during that.',
    events: eventsOf(
      beginning +
        '100 connect queueId=q1; 100.1 ann wrapup; 100.2 bob ringing; 105 connected queueId=q1; 105 bob connected; ' +
        '130 ann wrapup-done; 200 ended terminatingParty=System',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-8, queue 8-30, ringing 30-36 ann, talk 36-100 ann, ringing 100-105 bob, talk 105-200 bob',
      durations: 'ivr 8, queue 22, ringing 11, talk 159',
      outcome: 'transferred',
      transfers: '100 cold agent',
      endedAt: 200,
      endedBy: 'system',
      ...inbound,
      queues: 'Billing',
      agents: 'ann bob',
    },
  },
  {
    title: 'a chat that is transferred',
    happened:
      'A chat is put on hold at 772 and goes to Retention at 1020, where an agent is free at once. The customer leaves; only Bob, who had it last, is known, by his wrap-up. The mood was bad, and better in the end.',
    events: eventsOf(
      '0 new; 3 parked queueName=Web_chat; 105 connect queueName=Web_chat; 110 connected queueName=Web_chat customerSentiment=NEGATIVE; ' +
        '772 on-hold; 1020 connect queueName=Retention; 1022 connected queueName=Retention; 1773 ended terminatingParty=CUSTOMER reason=customer_left; ' +
        '1773 bob wrapup; 1800 empath:data customerSentiment=Neutral; 1920 bob wrapup-done',
      { channelType: 'chat' },
    ),
    now: 3000,
    expected: {
      legs: 'queue 0-105, ringing 105-110, talk 110-772, hold 772-1020, ringing 1020-1022 bob, talk 1022-1773 bob, wrap-up 1773-1920 bob',
      durations: 'queue 105, ringing 7, talk 1413, hold 248, wrap-up 147',
      outcome: 'transferred',
      transfers: '1020 cold queue Retention',
      endedAt: 1773,
      endedBy: 'customer',
      reason: 'customer left',
      direction: 'inbound',
      channel: 'chat',
      queues: 'Web chat, Retention',
      agents: 'bob',
      sentiment: 'neutral',
    },
  },
];
