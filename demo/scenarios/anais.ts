import type { CloudEvent } from '../emulator/cjds-wire.js';
import {
  agentLeft,
  contact,
  customerLeft,
  day,
  email,
  happening,
  hour,
  idFor,
  minute,
  pageView,
  wrapUp,
} from './happenings.js';
import type { Contact, Step } from './happenings.js';

const phone = '+14155550132';
const mail = 'anais.moreau@example.com';
const otherMail = 'amo@example.org';
const customerId = 'C-884120';
const hotline = '+14155550100';

type Page = readonly [title: string, path: string, minutes: number];

const pages: Readonly<Record<'move' | 'router' | 'bill' | 'leave', readonly Page[]>> = {
  move: [
    ['Fibre at your new address', '/fibre/address-check', 3],
    ['Moving house: your checklist', '/help/moving', 6],
    ['Compare plans', '/plans', 5],
    ['Premium Fibre', '/plans/premium-fibre', 4],
    ['Installation appointment', '/account/appointment', 2],
  ],
  router: [
    ['Router lights explained', '/help/router-lights', 4],
    ['Restart your router', '/help/restart-router', 2],
    ['Speed test', '/speed-test', 7],
    ['Wi-Fi in every room', '/help/wifi-rooms', 5],
    ['Service status in your area', '/status', 1],
  ],
  bill: [
    ['My invoices', '/account/invoices', 3],
    ['Invoice details', '/account/invoices/latest', 6],
    ['Why is my bill higher this month?', '/help/bill-higher', 4],
    ['Payment methods', '/account/payment', 2],
    ['Request a refund', '/help/refunds', 5],
  ],
  leave: [
    ['Minimum term of your contract', '/help/minimum-term', 3],
    ['Keep your number when you leave', '/help/keep-number', 4],
    ['Return the router', '/help/return-router', 2],
    ['Cancel my plan', '/help/cancel', 4],
  ],
};

/** Visits to the site: days ago, what for, and how many pages. */
const visits: readonly (readonly [daysAgo: number, topic: keyof typeof pages, count: number])[] = [
  [89.2, 'move', 5], [88.1, 'move', 4], [87, 'move', 5], [85.9, 'move', 3], [83.1, 'move', 4], [81.9, 'move', 5],
  [80.8, 'router', 5], [79.2, 'router', 5], [74.1, 'router', 3], [70.9, 'bill', 3], [66.2, 'router', 5],
  [61.1, 'router', 4], [58.9, 'bill', 2], [55.2, 'router', 5], [47.1, 'router', 5], [46.2, 'router', 5],
  [45.8, 'router', 4], [41, 'bill', 5], [36.1, 'router', 3], [31.2, 'bill', 5], [28.9, 'bill', 4], [24.1, 'bill', 5],
  [21.2, 'bill', 5], [19.9, 'router', 2], [15.1, 'bill', 5], [12.2, 'bill', 4], [9.4, 'bill', 5], [8.4, 'bill', 4],
  [6.1, 'bill', 5], [4.2, 'leave', 3], [2.1, 'leave', 3],
]; // prettier-ignore

const letters: readonly (readonly [daysAgo: number, from: 'customer' | 'us', subject: string])[] = [
  [88.9, 'us', 'Your move: what happens next'],
  [86.2, 'us', 'Order MV-20481 received'],
  [84.1, 'us', 'Your router is on its way'],
  [82.2, 'us', 'The installer comes tomorrow, 8 to 12'],
  [80.9, 'customer', 'Nobody came'],
  [80.1, 'us', 'We are sorry: new appointment'],
  [77.2, 'us', 'Welcome to Premium Fibre'],
  [66.9, 'customer', 'Slow every evening after eight'],
  [66.1, 'us', 'Re: Slow every evening after eight'],
  [59.9, 'us', 'Your September invoice'],
  [46.9, 'customer', 'No connection since this morning'],
  [46.1, 'us', 'Outage in your area: ticket T-30917'],
  [44.9, 'us', 'Outage resolved, with a credit of 12.00'],
  [29.9, 'us', 'Your October invoice'],
  [28.2, 'customer', 'The credit is missing on my invoice'],
  [26.8, 'us', 'Re: The credit is missing on my invoice'],
  [20.1, 'us', 'Call-back arranged'],
  [12.9, 'us', 'Your November invoice'],
  [12.1, 'customer', 'Charged twice for November'],
  [11.2, 'us', 'Re: Charged twice for November'],
  [7.9, 'us', 'Your refund is being processed'],
  [0.99, 'customer', 'Second invoice charged twice'],
];

/** Chats before the last one: days ago, queue, and seconds of talk. */
const chats: readonly (readonly [daysAgo: number, queue: string, talk: number])[] = [
  [88.05, 'Sales chat', 640],
  [83.05, 'Web chat EN', 412],
  [79.15, 'Technical chat', 1310],
  [61.05, 'Technical chat', 980],
  [41.05, 'Web chat EN', 355],
  [31.15, 'Web chat EN', 724],
  [24.05, 'Web chat EN', 1122],
  [15.05, 'Web chat EN', 540],
];

const chatSteps = (talk: number): readonly Step[] => [
  [0, 'new'],
  [4, 'parked'],
  [58, 'connect'],
  [63, 'connected'],
  [63 + talk, 'ended', talk > 900 ? customerLeft : agentLeft],
  ...wrapUp(63 + talk, 120 + talk, 'Maria Silva'),
];

const calls: readonly (readonly [daysAgo: number, queue: string, steps: readonly Step[], outbound?: true])[] = [
  [81.3, 'Installations', [
    [0, 'new'], [24, 'parked'], [201, 'connect'], [208, 'connected'], [322, 'on-hold'], [401, 'hold-done'],
    [690, 'ended', { ...agentLeft, customerSentiment: 'negative' }],
  ]],
  [46.4, 'Technical support', [
    [0, 'new'], [31, 'parked'], [140, 'connect'], [158, 'parked'], [171, 'connect'], [176, 'connected'],
    [420, 'on-hold'], [422, 'consulting'], [560, 'consult-done'], [561, 'hold-done'], [905, 'ended', agentLeft],
  ]],
  [19.7, 'Billing', [[0, 'new', { outboundType: 'callback' }], [2, 'connect'], [9, 'connected'], [388, 'ended', customerLeft]], true],
  [9.2, 'Billing', [
    [0, 'new'], [19, 'parked'], [95, 'connect'], [101, 'connected'], [350, 'conferencing'], [610, 'conference-done'],
    [742, 'ended', agentLeft],
  ]],
  [8.3, 'Billing', [
    [0, 'new'], [22, 'parked'], [260, 'connect'], [266, 'connected'], [540, 'parked', { queue: 'Technical support' }],
    [655, 'connect'], [661, 'connected'], [1033, 'ended', { ...customerLeft, customerSentiment: 'negative' }],
  ]],
  [3.07, 'Billing', [[0, 'new'], [20, 'parked'], [120, 'ended', customerLeft]]],
]; // prettier-ignore

/** Handed over after a hold, 16:20 to 16:52 in the mock. */
const transferredChat: readonly Step[] = [
  [0, 'new'],
  [3, 'parked'],
  [105, 'connect'],
  [110, 'connected'],
  [772, 'on-hold'],
  [1020, 'connect', { queue: 'Retention' }],
  [1022, 'connected'],
  [1773, 'ended', { ...customerLeft, customerSentiment: 'negative' }],
  ...wrapUp(1773, 1920, 'Tom Baker'),
];

/** What the company's other systems say about the customer: days ago, type, source, payload. */
const records: readonly (readonly [daysAgo: number, type: string, source: string, data: Record<string, unknown>])[] = [
  [89.9, 'subscription:changed', 'https://billing.example.com', {
    plan: 'Fibre 250', monthly: 34.9, uiData: { title: 'Plan: Fibre 250', subTitle: '34.90 a month', iconType: 'task' },
  }],
  [86.2, 'order:placed', 'https://shop.example.com/orders', {
    order: 'MV-20481', amount: 49, uiData: { title: 'Moving order placed', subTitle: 'MV-20481 · 49.00', iconType: 'task', filterTags: ['order'] },
  }],
  [84.1, 'order:shipped', 'https://shop.example.com/orders', {
    order: 'MV-20481', parcels: 2, tracking: '[Where is my parcel?](https://shop.example.com/parcels/JD0002048117)',
    uiData: { title: 'Order shipped', subTitle: 'MV-20481 · 2 parcels', iconType: 'task', filterTags: ['order'] },
  }],
  [82.3, 'order:delivered', 'https://shop.example.com/orders', {
    order: 'MV-20481', uiData: { title: 'Order delivered', subTitle: 'Left with a neighbour: Mr Okafor', iconType: 'task', filterTags: ['order'] },
  }],
  [81.4, 'appointment:missed', 'https://field.example.com', {
    installer: 'NetWorks Bay Area', uiData: { title: 'Installer did not arrive', subTitle: 'Appointment 8 to 12', iconType: 'Activity' },
  }],
  [77.1, 'subscription:changed', 'https://billing.example.com', {
    plan: 'Premium Fibre', monthly: 54.9, uiData: { title: 'Plan: Premium Fibre', subTitle: '54.90 a month, 24 months', iconType: 'task' },
  }],
  [75.2, 'preference:set', 'https://www.example.com/account', {
    channel: 'Chat', marketing: false, uiData: { title: 'Prefers chat', subTitle: 'No marketing', iconType: 'Identify' },
  }],
  [61, 'survey:completed', 'https://surveys.example.com', {
    csat: 4, comment: 'Friendly, but it took three tries.', uiData: { title: 'CSAT 4 of 5', subTitle: 'After a chat', iconType: 'Survey Response Collected', filterTags: ['survey'] },
  }],
  [46.5, 'outage:reported', 'https://noc.example.com', {
    ticket: '[T-30917](https://noc.example.com/tickets/30917)', households: 412,
    uiData: { title: 'Outage in the area', subTitle: 'T-30917 · 412 households', iconType: 'Activity' },
  }],
  [45.1, 'claim:filed', 'https://portal.example.com/claims', {
    claim: '[CL-5577](https://portal.example.com/claims/5577)', amount: 12,
    uiData: { title: 'Claim filed', subTitle: 'Outage credit 12.00', iconType: 'Quote', filterTags: ['claims', 'web'] },
  }],
  [44.9, 'claim:settled', 'https://portal.example.com/claims', {
    claim: 'CL-5577', amount: 12, uiData: { title: 'Claim settled', subTitle: 'Credit of 12.00 on the next invoice', iconType: 'Quote', filterTags: ['claims'] },
  }],
  [24, 'survey:completed', 'https://surveys.example.com', {
    csat: 3, comment: '', uiData: { title: 'CSAT 3 of 5', subTitle: 'After a chat', iconType: 'Survey Response Collected', filterTags: ['survey'] },
  }],
  [12.8, 'payment:taken', 'https://billing.example.com', {
    invoice: 'INV-11-0931', amount: 54.9, uiData: { title: 'Payment taken', subTitle: 'INV-11-0931 · 54.90', iconType: 'task', filterTags: ['payment'] },
  }],
  [12.7, 'payment:taken', 'https://billing.example.com', {
    invoice: 'INV-11-0931', amount: 54.9, uiData: { title: 'Payment taken again', subTitle: 'INV-11-0931 · 54.90', iconType: 'task', filterTags: ['payment'] },
  }],
]; // prettier-ignore

/**
 * Three months with Anaïs: a move, a router, an outage, and two invoices charged twice. `now` in epoch milliseconds;
 * the call she is on is not part of it.
 */
export function anaisJourney(now: number): readonly CloudEvent[] {
  const ago = (days: number): number => now - Math.round(days * day);
  const voice = (days: number, queue: string, outbound?: true): Contact => ({
    taskId: idFor(`anais call ${days}`),
    at: ago(days),
    identity: phone,
    channelType: 'telephony',
    direction: outbound ? 'OUTBOUND' : 'INBOUND',
    line: hotline,
    queue,
  });
  const chat = (at: number, taskId: string, queue: string): Contact => ({
    taskId,
    at,
    identity: mail,
    identityType: 'email',
    channelType: 'chat',
    line: 'Chat_temp_website',
    queue,
  });
  const lastChat = now - 18 * hour - 25 * minute;
  const survey = { csat: 2, comment: 'I had to explain everything twice.' };
  return [
    ...visits.flatMap(([days, topic, count]) =>
      pages[topic].slice(0, count).map(([title, path, minutes], index) => {
        const reader = days > 40 ? otherMail : customerId;
        return pageView(ago(days) + index * 6 * minute, reader, title, path, minutes);
      }),
    ),
    ...letters.map(([days, from, subject]) => email(ago(days), mail, from, subject)),
    ...calls.flatMap(([days, queue, steps, outbound]) => contact(voice(days, queue, outbound), steps)),
    ...chats.flatMap(([days, queue, talk]) =>
      contact(chat(ago(days), idFor(`anais chat ${days}`), queue), chatSteps(talk)),
    ),
    ...records.map(([days, type, source, data]) =>
      happening({ at: ago(days), identity: customerId, identityType: 'customerId', type, source, data }),
    ),
    ...contact(chat(lastChat, '888b688e-b74e-4fa6-8260-1e8d0a3523a4', 'Web chat EN'), transferredChat),
    happening({
      at: lastChat + 38 * minute,
      identity: mail,
      identityType: 'email',
      type: 'survey:completed',
      source: 'https://surveys.example.com',
      data: {
        ...survey,
        uiData: {
          title: 'CSAT 2 of 5',
          subTitle: `“${survey.comment}”`,
          iconType: 'Survey Response Collected',
          filterTags: ['survey'],
        },
      },
    }),
    pageView(now - 14 * minute, customerId, 'Cancel my plan', '/help/cancel', 4),
  ];
}
