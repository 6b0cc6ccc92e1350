import type { CloudEvent } from '../emulator/cloud-event';
import { anaisContacts } from './anais-contacts.js';
import { anaisRecords } from './anais-records.js';
import { anaisWebsite } from './anais-website.js';

/**
 * Three months of Anaïs's journey: a move, a router, an outage, and an invoice charged twice. Without her current call.
 * `now` in epoch milliseconds.
 */
export const anaisJourney = (now: number): readonly CloudEvent[] => [
  ...anaisWebsite(now, 'amo@example.org', 'C-884120'),
  ...anaisRecords(now, 'anais.moreau@example.com', 'C-884120'),
  ...anaisContacts(now, '+14155550132', 'anais.moreau@example.com'),
];
