import { eventsOf, type Journey } from './journey.js';

const inbound = { direction: 'inbound', channel: 'voice' };
const beginning = '0 new; 4 connect; 4.2 ann ringing; 10 connected; 10.1 ann connected; ';

/** Contacts in which two agents spoke with each other. */
export const together: readonly Journey[] = [
  {
    title: 'a consultation, then back',
    happened:
      'Ann puts the customer on hold at 60, asks Bob from 62 to 120, takes the customer back at 121, and ends the call at 200.',
    events: eventsOf(
      beginning +
        '60 on-hold; 62 consulting; 62 connect; 62.1 ann consulting; 62.3 bob ringing; 66 connected; 66.1 bob consulting; ' +
        '120 consult-done; 120.1 ann consult-done; 120.2 bob available; 121 hold-done; 200 ended reason=Agent_left',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-60 ann, hold 60-62 ann, consult 62-120 ann, hold 120-121 ann, talk 121-200 ann',
      durations: 'ivr 4, ringing 6, talk 129, hold 3, consult 58',
      outcome: 'answered',
      endedAt: 200,
      endedBy: 'agent',
      reason: 'Agent left',
      ...inbound,
      agents: 'ann',
    },
  },
  {
    title: 'a consultation, then a warm transfer',
    happened: 'Ann asks Bob from 62 on, who takes the customer over at 100, talks until 220, and wraps up for 30 s.',
    events: eventsOf(
      beginning +
        '60 on-hold; 62 consulting; 62.1 ann consulting; 63 bob ringing; 66 bob consulting; 100 connected; 100 ann wrapup; ' +
        '100.2 bob connected; 130 ann wrapup-done; 220 ended; 220 bob wrapup; 250 bob wrapup-done',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-60 ann, hold 60-62 ann, consult 62-100 ann, talk 100-220 bob, wrap-up 220-250 bob',
      durations: 'ivr 4, ringing 6, talk 170, hold 2, consult 38, wrap-up 30',
      outcome: 'transferred',
      transfers: '100 warm agent',
      endedAt: 220,
      ...inbound,
      agents: 'ann bob',
    },
  },
  {
    title: 'a consultation that is over shortly before the warm transfer',
    happened: 'As before, but the consultation is over at 100, and Bob answers at 101; the agents are not known.',
    events: eventsOf('0 new; 10 connected; 60 consulting; 100 consult-done; 101 connected; 220 ended'),
    now: 600,
    expected: {
      legs: 'ivr 0-10, talk 10-60, consult 60-100, hold 100-101, talk 101-220',
      durations: 'ivr 10, talk 169, consult 40, hold 1',
      outcome: 'transferred',
      transfers: '101 warm agent',
      endedAt: 220,
      ...inbound,
    },
  },
  {
    title: 'a consultation, back, and later a cold transfer to a queue',
    happened:
      'Ann asks Bob from 60 to 80, talks with the customer again, and at 120 sends them to Retention, where Cid answers.',
    events: eventsOf(
      beginning +
        '60 consulting queueName=Billing; 61 bob consulting; 80 consult-done; 80 hold-done; 120 parked queueName=Retention; ' +
        '120 ann wrapup; 140 connect; 140 cid ringing; 145 connected; 145 cid connected; 200 ended',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-60 ann, consult 60-80 ann, talk 80-120 ann, queue 120-140, ringing 140-145 cid, talk 145-200 cid',
      durations: 'ivr 4, ringing 11, talk 145, consult 20, queue 20',
      outcome: 'transferred',
      transfers: '120 cold queue Retention',
      endedAt: 200,
      ...inbound,
      queues: 'Billing, Retention',
      agents: 'ann cid',
    },
  },
  {
    title: 'a conference',
    happened:
      'Ann consults Bob from 60 to 100, both speak with the customer until 180, Bob leaves and wraps up, Ann goes on until 240 and wraps up for 30 s.',
    events: eventsOf(
      beginning +
        '60 consulting; 61 bob ringing; 64 bob consulting; 100 conferencing; 100 connected; 100.2 bob conferencing; ' +
        '180 conference-done; 180 bob wrapup; 200 bob wrapup-done; 240 ended; 240 ann wrapup; 270 ann wrapup-done',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-60 ann, consult 60-100 ann, conference 100-180 ann, talk 180-240 ann, wrap-up 240-270 ann',
      durations: 'ivr 4, ringing 6, talk 110, consult 40, conference 80, wrap-up 30',
      outcome: 'answered',
      endedAt: 240,
      ...inbound,
      agents: 'ann bob',
    },
  },
  {
    title: 'a conference that ends in a transfer',
    happened: 'Ann and Bob speak with the customer from 100 to 150; then Ann leaves, and Bob talks until 240.',
    events: eventsOf(
      beginning +
        '60 consulting; 61 bob ringing; 64 bob consulting; 100 conferencing; 150 conference-transferred; 150 ann wrapup; ' +
        '165 ann wrapup-done; 240 ended; 240 bob wrapup; 260 bob wrapup-done',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-60 ann, consult 60-100 ann, conference 100-150 ann, talk 150-240 bob, wrap-up 240-260 bob',
      durations: 'ivr 4, ringing 6, talk 140, consult 40, conference 50, wrap-up 20',
      outcome: 'transferred',
      transfers: '150 warm agent',
      endedAt: 240,
      ...inbound,
      agents: 'ann bob',
    },
  },
  {
    title: 'a conference whose handover is only called "conference-done"',
    happened: 'As before; Ann wraps up during the call, so it is Bob’s now.',
    events: eventsOf(
      beginning + '60 consulting; 64 bob consulting; 100 conferencing; 149 ann wrapup; 150 conference-done; 240 ended',
    ).map((event) => (event.type === 'task:conference-done' ? { ...event, type: 'conference-done' } : event)),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-60 ann, consult 60-100 ann, conference 100-150 ann, talk 150-240 bob',
      durations: 'ivr 4, ringing 6, talk 140, consult 40, conference 50',
      outcome: 'transferred',
      transfers: '150 warm agent',
      endedAt: 240,
      ...inbound,
      agents: 'ann bob',
    },
  },
];
