import type { CloudEvent } from '../emulator/cloud-event';
import {
  agentLeft,
  contact,
  course,
  customerLeft,
  day,
  email,
  happening,
  hour,
  idFor,
  minute,
  pageView,
} from './happenings.js';

/** Short journeys of customers in channels other than an inbound call; `now` in epoch milliseconds. */

export function outboundJourney(now: number, identity: string): readonly CloudEvent[] {
  const about = {
    identity,
    identityType: 'phone',
    channelType: 'telephony',
    line: '+13125550100',
    queue: 'Call-backs',
  };
  return [
    ...contact(
      { ...about, taskId: idFor('kwame 1'), at: now - 3 * day },
      course('0 new, 18 parked, 310 ended', customerLeft),
    ),
    happening({
      at: now - 3 * day + 8 * minute,
      identity,
      identityType: 'phone',
      type: 'callback:requested',
      source: 'IVR',
      data: {
        window: 'tomorrow 9 to 11',
        uiData: {
          title: 'Call-back requested',
          subTitle: 'Tomorrow, 9 to 11',
          iconType: 'outbound-call',
          filterTags: ['IVR'],
        },
      },
    }),
    ...contact(
      { ...about, direction: 'OUTBOUND', outboundType: 'callback', taskId: idFor('kwame 2'), at: now - 2 * day },
      course('0 new, 3 connect, 31 ended', { terminatingParty: 'Agent', reason: 'Customer Busy' }),
    ),
  ];
}

export function emailJourney(now: number, identity: string): readonly CloudEvent[] {
  const about = {
    identity,
    identityType: 'email',
    channelType: 'email',
    line: 'support@example.com',
    queue: 'Email EN',
  };
  return [
    pageView(now - 6 * day, identity, 'Warranty and repairs', '/help/warranty', 4),
    email(now - 6 * day + hour, identity, 'customer', 'Coffee machine leaks after two weeks'),
    ...contact(
      { ...about, taskId: idFor('soren 1'), at: now - 6 * day + hour },
      course('0 new, 40 parked, 5400 connect, 5420 connected, 6900 ended', agentLeft),
    ),
    email(now - 6 * day + 3 * hour, identity, 'us', 'Re: Coffee machine leaks after two weeks'),
    happening({
      at: now - 5 * day,
      identity,
      identityType: 'email',
      type: 'claim:filed',
      source: 'https://portal.example.com/claims',
      data: {
        claim: '[CL-8120](https://portal.example.com/claims/8120)',
        amount: 189.5,
        uiData: {
          title: 'Warranty claim filed',
          subTitle: 'Coffee machine · 189.50',
          iconType: 'Quote',
          filterTags: ['claims'],
        },
      },
    }),
    email(now - 4 * hour, identity, 'customer', 'Where do I send it?'),
  ];
}

export function chatJourney(now: number, identity: string): readonly CloudEvent[] {
  const about = { identity, identityType: 'email', channelType: 'chat', line: 'Chat_temp_shop', queue: 'Shop chat' };
  return [
    ...contact(
      { ...about, taskId: idFor('mei-ling 1'), at: now - 20 * day },
      course('0 new, 2 connect, 30 parked, 44 connect, 50 connected, 420 ended', agentLeft),
    ),
    pageView(now - 40 * minute, identity, 'Standing desks', '/furniture/standing-desks', 8),
    pageView(now - 30 * minute, identity, 'Delivery to the fourth floor', '/help/delivery-floors', 3),
    pageView(now - 12 * minute, identity, 'Checkout', '/checkout', 9),
    happening({
      at: now - 3 * minute,
      identity,
      identityType: 'email',
      type: 'cart:abandoned',
      source: 'https://shop.example.com',
      data: {
        value: 742,
        items: 2,
        uiData: { title: 'Left the checkout', subTitle: '2 items · 742.00', iconType: 'Activity' },
      },
    }),
  ];
}

export function messageJourney(now: number, identity: string, channelType: 'sms' | 'whatsapp'): readonly CloudEvent[] {
  const about = { identity, identityType: 'phone', channelType: 'social', line: 'Messaging', queue: 'Messaging' };
  const notice = (at: number, text: string): CloudEvent =>
    happening({
      at,
      identity,
      identityType: 'phone',
      type: 'message:sent',
      source: channelType === 'sms' ? 'SMS%20Notification' : 'https://messages.example.com',
      data: {
        channelType,
        text,
        uiData: { title: 'Message to customer', subTitle: text, iconType: 'SMS', filterTags: [channelType] },
      },
    });
  return [
    notice(now - 9 * day, 'Your appointment is on Thursday at 14:30.'),
    notice(now - 8 * day, 'Reply C to confirm, N for a new date.'),
    ...contact(
      { ...about, taskId: idFor(`message ${identity}`), at: now - 8 * day + hour },
      course('0 new, 9 parked, 75 connect, 82 connected, 700 ended', customerLeft),
    ),
    notice(now - 5 * hour, 'We moved your appointment as you asked.'),
  ];
}

export function socialJourney(now: number, identity: string): readonly CloudEvent[] {
  return [
    pageView(now - 15 * day, identity, 'Lost luggage', '/help/lost-luggage', 6),
    happening({
      at: now - 15 * day + hour,
      identity,
      identityType: 'email',
      type: 'luggage:reported',
      source: 'https://airport.example.com',
      data: {
        tag: 'IST448120',
        uiData: { title: 'Luggage reported lost', subTitle: 'Istanbul to Lyon · IST448120', iconType: 'Luggage' },
      },
    }),
    email(now - 13 * day, identity, 'us', 'We found your suitcase'),
  ];
}

export function workItemJourney(now: number, identity: string): readonly CloudEvent[] {
  const about = {
    identity,
    identityType: 'phone',
    channelType: 'workItem',
    line: 'Document check',
    queue: 'Back office',
  };
  return [
    ...contact(
      { ...about, taskId: idFor('ingrid 1'), at: now - 2 * day },
      course('0 new, 1 parked, 1800 connect, 1810 connected, 3100 ended', agentLeft),
    ),
    happening({
      at: now - 2 * day + 2 * hour,
      identity,
      identityType: 'phone',
      type: 'document:rejected',
      source: 'https://documents.example.com',
      data: {
        document: 'Passport',
        uiData: { title: 'Document rejected', subTitle: 'Passport: photo unreadable', iconType: 'Quote' },
      },
    }),
  ];
}

export function consultJourney(now: number, identity: string): readonly CloudEvent[] {
  const about = { identity, identityType: 'phone', channelType: 'telephony', line: '+14155550100', queue: 'Claims' };
  return [
    ...contact(
      { ...about, taskId: idFor('rajesh 1'), at: now - 12 * day },
      course(
        '0 new, 25 parked, 70 connect, 76 connected, 300 consulting, 420 consult-done, 425 conferencing, 800 conference-done, 910 ended',
        agentLeft,
      ),
    ),
    happening({
      at: now - 11 * day,
      identity,
      identityType: 'phone',
      type: 'claim:filed',
      source: 'https://portal.example.com/claims',
      data: {
        amount: 2310,
        uiData: {
          title: 'Water damage reported',
          subTitle: 'Kitchen · 2310.00',
          iconType: 'Quote',
          division: 'Retail',
        },
      },
    }),
  ];
}

export function memberJourney(now: number, identity: string): readonly CloudEvent[] {
  const record = (at: number, type: string, title: string, subTitle: string, more: object = {}): CloudEvent => {
    const uiData = { title, subTitle, iconType: 'Identify', filterTags: ['member'] };
    const about = { at, identity, identityType: 'customerId', type, source: 'https://members.example.com' };
    return happening({ ...about, data: { ...more, uiData } });
  };
  return [
    record(now - 80 * day, 'subscription:changed', 'Member: Gold', '12 months', { plan: 'Gold', since: '2023-01-15' }),
    record(now - 79 * day, 'preference:set', 'Prefers phone', 'Mornings', { channel: 'Phone', timeZone: 'Asia/Qatar' }),
    record(now - 20 * day, 'booking:made', 'Conference room booked', 'Doha, 14 people'),
    record(now - 1 * day, 'booking:changed', 'Booking changed', 'Now 22 people'),
  ];
}

export const familyJourney = (now: number, identity: string): readonly CloudEvent[] => [
  ...contact(
    {
      taskId: idFor(`nowak ${identity}`),
      at: now - 4 * day,
      identity,
      channelType: 'telephony',
      line: '+12025550100',
      queue: 'Reception',
    },
    course('0 new, 30 connect, 36 connected, 240 ended', agentLeft),
  ),
];
