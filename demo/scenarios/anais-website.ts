import type { CloudEvent } from '../emulator/cloud-event';
import { day, minute, pageView } from './happenings.js';

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

/** Visits to the website: days ago, topic, and number of pages. */
// prettier-ignore
const visits: readonly (readonly [daysAgo: number, topic: keyof typeof pages, count: number])[] = [
  [89.2, 'move', 5], [88.1, 'move', 4], [87, 'move', 5], [85.9, 'move', 3], [83.1, 'move', 4], [81.9, 'move', 5],
  [80.8, 'router', 5], [79.2, 'router', 5], [74.1, 'router', 3], [70.9, 'bill', 3], [66.2, 'router', 5],
  [61.1, 'router', 4], [58.9, 'bill', 2], [55.2, 'router', 5], [47.1, 'router', 5], [46.2, 'router', 5],
  [45.8, 'router', 4], [41, 'bill', 5], [36.1, 'router', 3], [31.2, 'bill', 5], [28.9, 'bill', 4], [24.1, 'bill', 5],
  [21.2, 'bill', 5], [19.9, 'router', 2], [15.1, 'bill', 5], [12.2, 'bill', 4], [9.4, 'bill', 5], [8.4, 'bill', 4],
  [6.1, 'bill', 5], [4.2, 'leave', 3], [2.1, 'leave', 3],
];

/**
 * The pages that Anaïs viewed: first with her other address, later with her customer ID. `now` in epoch milliseconds.
 */
export const anaisWebsite = (now: number, mail: string, customerId: string): readonly CloudEvent[] => [
  ...visits.flatMap(([daysAgo, topic, count]) =>
    pages[topic].slice(0, count).map(([title, path, minutes], index) => {
      const at = now - Math.round(daysAgo * day) + index * 6 * minute;
      return pageView(at, daysAgo > 40 ? mail : customerId, title, path, minutes);
    }),
  ),
  pageView(now - 14 * minute, customerId, 'Cancel my plan', '/help/cancel', 4),
];
