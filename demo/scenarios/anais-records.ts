import type { CloudEvent } from '../emulator/cloud-event';
import { day, email, happening } from './happenings.js';

/** Emails: days ago, who wrote it, subject. */
const letters: readonly (readonly [daysAgo: number, from: 'customer' | 'us', subject: string])[] = [
  [88.9, 'us', 'Your move: what happens next'],
  [86.2, 'us', 'Order A-1009 received'],
  [84.1, 'us', 'Your router is on its way'],
  [82.2, 'us', 'The installer comes tomorrow, 8 to 12'],
  [80.9, 'customer', 'Nobody came'],
  [80.1, 'us', 'We are sorry: new appointment'],
  [77.2, 'us', 'Welcome to Premium Fibre'],
  [66.9, 'customer', 'Slow every evening after eight'],
  [66.1, 'us', 'Re: Slow every evening after eight'],
  [59.9, 'us', 'Your invoice is ready'],
  [46.9, 'customer', 'No connection since this morning'],
  [46.1, 'us', 'Outage in your area: ticket T-30917'],
  [44.9, 'us', 'Outage resolved, with a credit of 12.00'],
  [29.9, 'us', 'Your invoice is ready'],
  [28.2, 'customer', 'The credit is missing on my invoice'],
  [26.8, 'us', 'Re: The credit is missing on my invoice'],
  [20.1, 'us', 'Call-back arranged'],
  [12.9, 'us', 'Your invoice is ready'],
  [12.1, 'customer', 'Charged twice this month'],
  [11.2, 'us', 'Re: Charged twice this month'],
  [7.9, 'us', 'Your refund is being processed'],
];

const shop = 'https://shop.example.com/orders';
const billing = 'https://billing.example.com';
const claims = 'https://portal.example.com/claims';
const surveys = 'https://surveys.example.com';

interface BusinessRecord {
  readonly daysAgo: number;
  readonly type: string;
  readonly source: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const record = (
  daysAgo: number,
  type: string,
  source: string,
  [title, subTitle, iconType, ...filterTags]: readonly [string, string, string, ...string[]],
  data: object = {},
): BusinessRecord => ({ daysAgo, type, source, data: { ...data, uiData: { title, subTitle, iconType, filterTags } } });

const plan = (daysAgo: number, name: string, monthly: number, lifetimeValue: number, subTitle: string) =>
  record(daysAgo, 'subscription:changed', billing, [`Plan: ${name}`, subTitle, 'task'], {
    plan: name,
    monthly,
    lifetimeValue,
    since: '2019-04-02',
  });

const order = (daysAgo: number, type: string, title: string, subTitle: string, data: object = {}) =>
  record(daysAgo, type, shop, [title, subTitle, 'task', 'order'], { order: 'A-1009', ...data });

const claim = (daysAgo: number, type: string, title: string, subTitle: string) =>
  record(daysAgo, type, claims, [title, subTitle, 'Quote', 'claims', 'web'], {
    claim: `[CL-5577](${claims}/5577)`,
    amount: 12,
  });

const survey = (daysAgo: number, csat: number, comment: string) =>
  record(daysAgo, 'survey:completed', surveys, [`CSAT ${csat} of 5`, comment, 'Survey Response Collected', 'survey'], {
    csat,
    comment,
  });

const payment = (daysAgo: number, title: string) =>
  record(daysAgo, 'payment:taken', billing, [title, 'INV-0931 · 54.90', 'task', 'payment'], {
    invoice: 'INV-0931',
    amount: 54.9,
    openInvoices: 1,
  });

const records: readonly BusinessRecord[] = [
  plan(89.9, 'Fibre 250', 34.9, 2074.7, '34.90 a month'),
  order(86.2, 'order:placed', 'Moving order placed', 'A-1009 · 49.00', { amount: 49 }),
  order(84.1, 'order:shipped', 'Order shipped', 'A-1009 · 2 parcels', {
    parcels: 2,
    tracking: '[Where is my parcel?](https://shop.example.com/parcels/JD0002048117)',
  }),
  order(82.3, 'order:delivered', 'Order delivered', 'Left with a neighbour: Mr Okafor'),
  record(81.4, 'appointment:missed', 'https://field.example.com', [
    'Installer did not arrive',
    'Appointment 8 to 12',
    'Activity',
  ]),
  plan(77.1, 'Premium Fibre', 54.9, 2184.5, '54.90 a month, 24 months'),
  record(75.2, 'preference:set', 'https://www.example.com/account', ['Prefers chat', 'No marketing', 'Identify'], {
    channel: 'Chat',
    marketing: false,
    timeZone: 'America/Los_Angeles',
  }),
  survey(61, 4, 'Friendly, but it took three tries.'),
  record(46.5, 'outage:reported', 'https://noc.example.com', ['Outage in the area', '412 households', 'Activity'], {
    ticket: '[T-30917](https://noc.example.com/tickets/30917)',
    households: 412,
  }),
  claim(45.1, 'claim:filed', 'Claim filed', 'Outage credit 12.00'),
  claim(44.9, 'claim:settled', 'Claim settled', 'Credit of 12.00 on the next invoice'),
  survey(24, 3, ''),
  payment(12.8, 'Payment taken'),
  payment(12.7, 'Payment taken again'),
  survey(0.74, 2, 'I had to explain everything twice.'),
];

/** The events of the company's other systems about Anaïs; `now` in epoch milliseconds. */
export const anaisRecords = (now: number, mail: string, customerId: string): readonly CloudEvent[] => [
  ...letters.map(([daysAgo, from, subject]) => email(now - Math.round(daysAgo * day), mail, from, subject)),
  ...records.map(({ daysAgo, ...about }) =>
    happening({ ...about, at: now - Math.round(daysAgo * day), identity: customerId, identityType: 'customerId' }),
  ),
];
