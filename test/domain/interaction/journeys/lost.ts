import { eventsOf, type Journey } from './journey.js';

const inbound = { direction: 'inbound', channel: 'voice' };

/** Contacts with events that were lost, late or repeated. */
export const lost: readonly Journey[] = [
  {
    title: 'without its beginning',
    happened: 'Of a call, all before the queue got lost: how long the menu took is not known.',
    events: eventsOf('20 parked; 80 connect; 90 connected; 200 ended'),
    now: 600,
    expected: {
      legs: 'queue 20-80, ringing 80-90, talk 90-200',
      durations: 'queue 60, ringing 10, talk 110',
      outcome: 'answered',
      endedAt: 200,
      ...inbound,
    },
  },
  {
    title: 'without the call for an agent',
    happened:
      'The customer waits from 20 s on and talks from 90 s on; when it began to ring got lost, but Ann’s state says 82.',
    events: eventsOf('0 new; 20 parked; 82 ann ringing; 90 connected; 90.1 ann connected; 200 ended'),
    now: 600,
    expected: {
      legs: 'ivr 0-20, queue 20-82, ringing 82-90 ann, talk 90-200 ann',
      durations: 'ivr 20, queue 62, ringing 8, talk 110',
      outcome: 'answered',
      endedAt: 200,
      ...inbound,
      agents: 'ann',
    },
  },
  {
    title: 'without the answer',
    happened: 'Ann answers at 91; the contact’s own event of it got lost, her state did not.',
    events: eventsOf('0 new; 80 connect; 80.5 ann ringing; 91 ann connected; 120 on-hold; 130 hold-done; 200 ended'),
    now: 600,
    expected: {
      legs: 'ivr 0-80, ringing 80-91 ann, talk 91-120 ann, hold 120-130 ann, talk 130-200 ann',
      durations: 'ivr 80, ringing 11, talk 99, hold 10',
      outcome: 'answered',
      endedAt: 200,
      ...inbound,
      agents: 'ann',
    },
  },
  {
    title: 'without its end, which the wrap-up proves',
    happened: 'Ann talks from 30 to 150 and then wraps up for 20 s; the end itself got lost, and so did who ended it.',
    events: eventsOf('0 new; 25 connect; 30 connected; 30 ann connected; 150 ann wrapup; 170 ann wrapup-done'),
    now: 600,
    expected: {
      legs: 'ivr 0-25, ringing 25-30 ann, talk 30-150 ann, wrap-up 150-170 ann',
      durations: 'ivr 25, ringing 5, talk 120, wrap-up 20',
      outcome: 'answered',
      endedAt: 150,
      ...inbound,
      agents: 'ann',
    },
  },
  {
    title: 'transferred and without its end, which the second agent’s wrap-up proves',
    happened: 'Ann talks from 10 to 60, hands on to Bob, who talks from 66 to 166 and wraps up for 14 s.',
    events: eventsOf(
      '0 new; 10 connected; 10 ann connected; 60 connect; 60.1 ann wrapup; 60.2 bob ringing; 66 connected; ' +
        '66.1 bob connected; 90 ann wrapup-done; 166 bob wrapup; 180 bob wrapup-done',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-10, talk 10-60 ann, ringing 60-66 bob, talk 66-166 bob, wrap-up 166-180 bob',
      durations: 'ivr 10, talk 150, ringing 6, wrap-up 14',
      outcome: 'transferred',
      transfers: '60 cold agent',
      endedAt: 166,
      ...inbound,
      agents: 'ann bob',
    },
  },
  {
    title: 'answered twice, in an unknown way',
    happened: 'A second answer at 60 is all that is known of a transfer: neither its kind nor the agent is known.',
    events: eventsOf('0 new; 10 connected; 60 connected; 100 ended'),
    now: 600,
    expected: {
      legs: 'ivr 0-10, talk 10-60, talk 60-100',
      durations: 'ivr 10, talk 90',
      outcome: 'transferred',
      transfers: '60 unknown unknown',
      endedAt: 100,
      ...inbound,
    },
  },
  {
    title: 'transferred, known only from the agents’ states',
    happened:
      'Ann talks from 10 to 60 and wraps up; Bob has the customer from 66 on. The contact’s own events between got lost.',
    events: eventsOf(
      '0 new; 10 connected; 10 ann connected; 60 ann wrapup; 61 bob ringing; 66 bob connected; 100 ended; 100 bob wrapup; 110 bob wrapup-done',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-10, talk 10-60 ann, ringing 61-66 bob, talk 66-100 bob, wrap-up 100-110 bob',
      durations: 'ivr 10, talk 84, ringing 5, wrap-up 10',
      outcome: 'transferred',
      transfers: '60 unknown unknown',
      endedAt: 100,
      ...inbound,
      agents: 'ann bob',
    },
  },
  {
    title: 'late, repeated and at the same time',
    happened:
      'A call is put through at once: new, parked and connect share a millisecond. Every event has the id "id", some come twice, and what comes after the end opens nothing.',
    events: [
      ...eventsOf('200 ended terminatingParty=Customer; 250 on-hold; 300 connected; 310 ann connected; 400 ended'),
      ...eventsOf('0 connect; 12 connected; 0 parked; 0 new; 60 hold-done; 60 on-hold; 90 hold-done; 70 on-hold'),
      ...eventsOf('12 connected; 0 new; 200 ended terminatingParty=Customer'),
    ].map((event) => ({ ...event, id: 'id' })),
    now: 600,
    expected: {
      legs: 'ringing 0-12, talk 12-70, hold 70-90, talk 90-200',
      durations: 'ringing 12, talk 168, hold 20',
      outcome: 'answered',
      endedAt: 200,
      endedBy: 'customer',
      ...inbound,
    },
  },
  {
    title: 'ongoing with an agent',
    happened: 'Ann has the customer on hold since 60 s; it is 90 s now.',
    events: eventsOf('0 new; 5 connect; 5 ann ringing; 10 connected; 10 ann connected; 60 on-hold; 60 ann on-hold'),
    now: 90,
    expected: {
      legs: 'ivr 0-5, ringing 5-10 ann, talk 10-60 ann, hold 60- ann',
      durations: 'ivr 5, ringing 5, talk 50, hold 30',
      outcome: 'ongoing',
      ...inbound,
      agents: 'ann',
    },
  },
  {
    title: 'that fell silent an hour ago',
    happened: 'The last event of a chat is a message at 300 s. More than an hour later it is not ongoing.',
    events: eventsOf('0 new; 20 connect; 25 connected; 25 ann connected; 300 task-message:appended', {
      channelType: 'chat',
    }),
    now: 300 + 3600,
    expected: {
      legs: 'queue 0-20, ringing 20-25 ann, talk 25-300 ann',
      durations: 'queue 20, ringing 5, talk 275',
      outcome: 'unknown',
      direction: 'inbound',
      channel: 'chat',
      agents: 'ann',
    },
  },
];
