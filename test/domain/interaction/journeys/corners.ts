import { eventsOf, type Journey } from './journey.js';

const inbound = { direction: 'inbound', channel: 'voice' };
const beginning = '0 new; 4 connect; 4.2 ann ringing; 10 connected; 10.1 ann connected; ';

/** Contacts that are easy to read wrongly. */
export const corners: readonly Journey[] = [
  {
    title: 'parked under the old queue',
    happened: 'Ann sends the customer to Retention at 60; only the call for Bob at 80 names that queue.',
    events: eventsOf(
      '0 new; 10 connected queueName=Billing; 10 ann connected; 60 parked queueName=Billing; 80 connect queueName=Retention; 85 connected; 85 bob connected; 100 ended',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-10, talk 10-60 ann, queue 60-80, ringing 80-85 bob, talk 85-100 bob',
      durations: 'ivr 10, talk 65, queue 20, ringing 5',
      outcome: 'transferred',
      transfers: '60 cold queue Retention',
      endedAt: 100,
      ...inbound,
      queues: 'Billing, Retention',
      agents: 'ann bob',
    },
  },
  {
    title: 'a colleague who did not answer, then a transfer to another one',
    happened: 'Ann calls Bob at 50, who does not respond; at 100 she hands on to Cid, who answers at 105.',
    events: eventsOf(
      beginning +
        '50 bob ringing; 60 bob not-responding; 100 connect; 100.2 cid ringing; 105 connected; 105.1 cid connected; 200 ended',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-100 ann, ringing 100-105 cid, talk 105-200 cid',
      durations: 'ivr 4, ringing 11, talk 185',
      outcome: 'transferred',
      transfers: '100 cold agent',
      endedAt: 200,
      ...inbound,
      agents: 'ann cid',
    },
  },
  {
    title: 'answered by an unknown agent after Ann did not respond',
    happened: 'Ann’s phone rings from 40 to 58; who answers at 75 is not known, but it is not said to be Ann.',
    events: eventsOf('0 new; 40 connect; 40 ann ringing; 58 ann not-responding; 75 connected; 130 ended'),
    now: 600,
    expected: {
      legs: 'ivr 0-40, ringing 40-58 ann, queue 58-75, talk 75-130',
      durations: 'ivr 40, ringing 18, queue 17, talk 55',
      outcome: 'answered',
      endedAt: 130,
      ...inbound,
    },
  },
  {
    title: 'a consultation of which only the colleague’s states are known',
    happened:
      'That Ann answered is known by her phone only. While she asks Bob, the customer is on hold: they are still hers.',
    events: eventsOf(
      '0 new; 4 connect; 4.2 ann ringing; 10 connected; 60 on-hold; 62 bob ringing; 66 bob connected; 120 hold-done; 200 ended',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-60 ann, hold 60-120 ann, talk 120-200 ann',
      durations: 'ivr 4, ringing 6, talk 130, hold 60',
      outcome: 'answered',
      endedAt: 200,
      ...inbound,
      agents: 'ann',
    },
  },
  {
    title: 'a consultation whose own events got lost, but for its end',
    happened:
      'Bob is called at 62 while the customer is on hold; the consultation is over at 120: there was no transfer.',
    events: eventsOf(
      beginning + '60 on-hold; 62 connect; 62.2 bob ringing; 120 consult-done; 121 hold-done; 200 ended',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-60 ann, hold 60-121 ann, talk 121-200 ann',
      durations: 'ivr 4, ringing 6, talk 129, hold 61',
      outcome: 'answered',
      endedAt: 200,
      ...inbound,
      agents: 'ann',
    },
  },
  {
    title: 'a colleague who wraps up a consultation',
    happened:
      'It is not known who has the customer; Bob, who was only consulted, wraps up at 121. It is not Bob’s contact, nor its end.',
    events: eventsOf(
      '0 new; 10 connected; 60 consulting; 62 bob ringing; 66 bob consulting; 120 consult-done; 121 hold-done; 121.5 bob wrapup; 130 bob wrapup-done; 200 ended',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-10, talk 10-60, consult 60-120, hold 120-121, talk 121-200',
      durations: 'ivr 10, talk 129, consult 60, hold 1',
      outcome: 'answered',
      endedAt: 200,
      ...inbound,
    },
  },
  {
    title: 'a transfer to the colleague who was asked before',
    happened:
      'Ann asks Bob from 60 to 80, talks with the customer again, and hands them to Bob at 120: the two have spoken.',
    events: eventsOf(
      beginning +
        '60 consulting; 61 bob ringing; 64 bob consulting; 80 consult-done; 81 hold-done; 120 connect; 120 bob ringing; 125 connected; 125 bob connected; 200 ended',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-60 ann, consult 60-80 ann, hold 80-81 ann, talk 81-120 ann, ringing 120-125 bob, talk 125-200 bob',
      durations: 'ivr 4, ringing 11, talk 164, consult 20, hold 1',
      outcome: 'transferred',
      transfers: '120 warm agent',
      endedAt: 200,
      ...inbound,
      agents: 'ann bob',
    },
  },
  {
    title: 'a conference of which only the wrap-ups tell the end',
    happened:
      'Ann and Bob confer with the customer from 100; Ann leaves at 150, Bob talks until 200. Only their wrap-ups are known.',
    events: eventsOf(
      beginning +
        '100 conferencing; 100.2 bob conferencing; 150 ann wrapup; 160 ann wrapup-done; 200 bob wrapup; 220 bob wrapup-done',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-100 ann, conference 100-150 ann, talk 150-200 bob, wrap-up 200-220 bob',
      durations: 'ivr 4, ringing 6, talk 140, conference 50, wrap-up 20',
      outcome: 'transferred',
      transfers: '150 warm agent',
      endedAt: 200,
      ...inbound,
      agents: 'ann bob',
    },
  },
  {
    title: 'a conference that one had left long before the end',
    happened: 'Ann leaves the conference at 150, which is only known from her wrap-up; Bob talks until the end at 240.',
    events: eventsOf(
      beginning + '100 conferencing; 100.2 bob conferencing; 150 ann wrapup; 160 ann wrapup-done; 240 ended',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-100 ann, conference 100-150 ann, talk 150-240 bob',
      durations: 'ivr 4, ringing 6, talk 180, conference 50',
      outcome: 'transferred',
      transfers: '150 warm agent',
      endedAt: 240,
      ...inbound,
      agents: 'ann bob',
    },
  },
  {
    title: 'an ongoing conference that Ann has left',
    happened: 'Ann leaves the conference at 150; Bob still has the customer, since there was no end. It is 180.',
    events: eventsOf(beginning + '100 conferencing; 100.2 bob conferencing; 150 ann wrapup'),
    now: 180,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-100 ann, conference 100- ann',
      durations: 'ivr 4, ringing 6, talk 90, conference 80',
      outcome: 'ongoing',
      ...inbound,
      agents: 'ann bob',
    },
  },
  {
    title: 'a conference that ends for all at once',
    happened: 'The customer hangs up at 200; both agents wrap up, Bob from 199.8 on, Ann until 230.',
    events: eventsOf(
      beginning +
        '100 conferencing; 100.2 bob conferencing; 199.8 ann wrapup; 199.8 bob wrapup; 200 ended; 210 bob wrapup-done; 230 ann wrapup-done',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-100 ann, conference 100-200 ann, wrap-up 200-230 ann',
      durations: 'ivr 4, ringing 6, talk 90, conference 100, wrap-up 30',
      outcome: 'answered',
      endedAt: 200,
      ...inbound,
      agents: 'ann bob',
    },
  },
  {
    title: 'parked with a wrap-up, retrieved, and not wrapped up again',
    happened:
      'Ann wraps up from 100 to 120, while the customer is parked, takes them back at 155, and has no wrap-up in the end.',
    events: eventsOf(
      beginning +
        '100 parked; 100 ann wrapup; 120 ann wrapup-done; 150 connect; 150 ann ringing; 155 connected; 155 ann connected; 200 ended',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-100 ann, queue 100-150, ringing 150-155 ann, talk 155-200 ann',
      durations: 'ivr 4, ringing 11, talk 135, queue 50',
      outcome: 'answered',
      endedAt: 200,
      ...inbound,
      agents: 'ann',
    },
  },
  {
    title: 'parked with a wrap-up, retrieved, and wrapped up again',
    happened: 'As before, and Ann wraps up again from 200 to 215. When that began got lost, but it followed the end.',
    events: eventsOf(
      beginning +
        '100 parked; 100 ann wrapup; 120 ann wrapup-done; 150 connect; 155 connected; 155 ann connected; 200 ended; 200 ann wrapup; 215 ann wrapup-done',
    ),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-100 ann, queue 100-150, ringing 150-155 ann, talk 155-200 ann, wrap-up 200-215 ann',
      durations: 'ivr 4, ringing 11, talk 135, queue 50, wrap-up 15',
      outcome: 'answered',
      endedAt: 200,
      ...inbound,
      agents: 'ann',
    },
  },
  {
    title: 'a wrap-up of which only the end is known',
    happened: 'The call ends at 200, and Ann has wrapped up at 230.',
    events: eventsOf(beginning + '200 ended; 230 ann wrapup-done'),
    now: 600,
    expected: {
      legs: 'ivr 0-4, ringing 4-10 ann, talk 10-200 ann, wrap-up 200-230 ann',
      durations: 'ivr 4, ringing 6, talk 190, wrap-up 30',
      outcome: 'answered',
      endedAt: 200,
      ...inbound,
      agents: 'ann',
    },
  },
  {
    title: 'transferred, and wrapped up shortly before the end',
    happened:
      'It is not known who had the customer first; Bob wraps up one second before the end event: he had them last.',
    events: eventsOf('0 new; 10 connected; 20 connect; 25 connected; 99 bob wrapup; 100 ended; 110 bob wrapup-done'),
    now: 600,
    expected: {
      legs: 'ivr 0-10, talk 10-20, ringing 20-25 bob, talk 25-100 bob, wrap-up 100-110 bob',
      durations: 'ivr 10, talk 85, ringing 5, wrap-up 10',
      outcome: 'transferred',
      transfers: '20 cold agent',
      endedAt: 100,
      ...inbound,
      agents: 'bob',
    },
  },
  {
    title: 'an answer lost before a handover whose beginning is lost',
    happened: 'Ann answers at 12, which only her state says; Bob has the customer from 66 on, and it is not known how.',
    events: eventsOf('0 new; 10 connect; 12 ann connected; 60 bob ringing; 66 connected; 66 bob connected; 100 ended'),
    now: 600,
    expected: {
      legs: 'ivr 0-10, ringing 10-12 ann, talk 12-66 ann, talk 66-100 bob',
      durations: 'ivr 10, ringing 2, talk 88',
      outcome: 'transferred',
      transfers: '66 unknown unknown',
      endedAt: 100,
      ...inbound,
      agents: 'ann bob',
    },
  },
  {
    title: 'a customer who is called back within the same contact',
    happened:
      'The customer calls, waits from 10 s on, and is called back as soon as Ann is free, at 600 s: it was their call.',
    events: [
      ...eventsOf('0 new; 10 parked'),
      ...eventsOf('600 connect; 600 ann ringing; 606 connected; 606 ann connected; 700 ended', {
        direction: 'OUTBOUND',
        outboundType: 'callback',
      }),
    ].map((event, index) => ({ ...event, id: String(index) })),
    now: 900,
    expected: {
      legs: 'ivr 0-10, queue 10-600, ringing 600-606 ann, talk 606-700 ann',
      durations: 'ivr 10, queue 590, ringing 6, talk 94',
      outcome: 'answered',
      endedAt: 700,
      ...inbound,
      agents: 'ann',
    },
  },
];
