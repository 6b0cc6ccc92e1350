import { aliasTypeOf, type World } from '../emulator/world.js';
import type { CloudEvent } from '../emulator/cloud-event';
import { agentNames } from './agents.js';
import { anaisJourney } from './anais.js';
import { lastChatId } from './anais-contacts.js';
import { idFor } from './happenings.js';
import * as journeys from './journeys.js';
import { longJourney } from './long-journey.js';
import { oddJourney } from './odd-journey.js';
import { templates } from './templates.js';

/** The project with the contact-center connector and the demo's customers. */
export const demoProjectId = '65f0c0ffee0123456789abcd';

/** The template with the demo's attributes: contacts, plan, preferred channel. */
export const demoTemplateName = 'journey-default-template';

/** A customer of the demo. */
export interface DemoCustomer {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  /** The address in the desktop's task, in the field or CAD variable of the row. */
  readonly address: string;
  /** As stored; empty if nothing is stored. */
  readonly aliases: readonly string[];
  readonly story: string;
}

/** One customer for each way in which an address reaches the desktop. */
export const demoCustomers = [
  {
    key: 'inbound-call',
    firstName: 'Anaïs',
    lastName: "Moreau-O'Neill",
    address: '+14155550132',
    aliases: ['+14155550132', 'anais.moreau@example.com', 'amo@example.org', 'C-884120'],
    story: 'Calls about an invoice charged twice. She has just read how to cancel her plan.',
  },
  {
    key: 'outbound-call',
    firstName: 'Kwame',
    lastName: 'Asante',
    address: '+13125550147',
    aliases: ['13125550147'],
    story: 'Abandoned the call and asked for a callback. His number is stored without the plus sign.',
  },
  {
    key: 'email',
    firstName: 'Søren',
    lastName: 'Dahlgaard',
    address: 'soren.dahlgaard@example.com',
    aliases: ['soren.dahlgaard@example.com'],
    story: 'Writes about a warranty claim and wants to know where to send the coffee machine.',
  },
  {
    key: 'web-chat',
    firstName: 'Mei-Ling',
    lastName: 'Chen',
    address: 'mei-ling.chen@example.net',
    aliases: ['mei-ling.chen@example.net'],
    story: 'Left the checkout with two desks in the cart and opens a chat.',
  },
  {
    key: 'sms',
    firstName: 'João',
    lastName: 'Carvalho',
    address: '+447700900123',
    aliases: ['+447700900123', 'joao.carvalho@example.org'],
    story: 'Answers an appointment reminder by SMS.',
  },
  {
    key: 'whatsapp',
    firstName: 'Amara',
    lastName: 'Okonkwo',
    address: '+447700900481',
    aliases: ['+447700900481'],
    story: 'Moves her appointment by WhatsApp.',
  },
  {
    key: 'facebook',
    firstName: 'Yusuf',
    lastName: 'Demir',
    address: 'yusuf.demir@example.com',
    aliases: ['yusuf.demir@example.com'],
    story: 'Asks for his suitcase on Facebook. Only the email in a CAD variable identifies him.',
  },
  {
    key: 'work-item',
    firstName: 'Ingrid',
    lastName: 'Nyström',
    address: '+61491570156',
    aliases: ['+61491570156'],
    story: 'Her rejected passport is in the back office. The phone number is in a CAD variable.',
  },
  {
    key: 'entry-point-consult',
    firstName: 'Rajesh',
    lastName: 'Iyer',
    address: '+14155550178',
    aliases: ['+14155550178', 'rajesh.iyer@example.com'],
    story: 'A colleague consults about his water damage. His number is only in parent_ANI.',
  },
  {
    key: 'customer-id',
    firstName: 'Fatima',
    lastName: 'Al-Sayed',
    address: 'C-771204',
    aliases: ['C-771204', 'fatima.alsayed@example.org'],
    story: 'Calls from a hotel switchboard. The member number she typed in is in a CAD variable.',
  },
  {
    key: 'unknown',
    firstName: '',
    lastName: '',
    address: '+12025550199',
    aliases: [],
    story: 'Calls for the first time: nothing is stored.',
  },
  {
    key: 'long',
    firstName: 'Hiroshi',
    lastName: 'Tanaka',
    address: '+12125550164',
    aliases: ['+12125550164', 'h.tanaka@example.com'],
    story: 'Runs a fleet of 300 lorries: 10,000 events within a year.',
  },
  {
    key: 'odd',
    firstName: 'Lucía',
    lastName: 'Fernández-Peña',
    address: '+33199001234',
    aliases: ['+33199001234', 'PORTAL-LUCIA'],
    story: 'Her events contain unusual data, as real journeys do.',
  },
  {
    key: 'shared-number',
    firstName: 'Zofia',
    lastName: 'Nowak',
    address: '+12025550117',
    aliases: ['+12025550117'],
    story: 'Shares a number with Tomasz, who is stored without the plus sign. The agent must ask.',
  },
] as const satisfies readonly DemoCustomer[];

export type DemoCustomerKey = (typeof demoCustomers)[number]['key'];

export function demoCustomer(key: DemoCustomerKey): DemoCustomer {
  const found = demoCustomers.find((customer) => customer.key === key);
  if (!found) throw new RangeError(key);
  return found;
}

const journeyOf: Readonly<Record<DemoCustomerKey, (now: number) => readonly CloudEvent[]>> = {
  'inbound-call': anaisJourney,
  'outbound-call': (now) => journeys.outboundJourney(now, '13125550147'),
  email: (now) => journeys.emailJourney(now, 'soren.dahlgaard@example.com'),
  'web-chat': (now) => journeys.chatJourney(now, 'mei-ling.chen@example.net'),
  sms: (now) => journeys.messageJourney(now, '+447700900123', 'sms'),
  whatsapp: (now) => journeys.messageJourney(now, '+447700900481', 'whatsapp'),
  facebook: (now) => journeys.socialJourney(now, 'yusuf.demir@example.com'),
  'work-item': (now) => journeys.workItemJourney(now, '+61491570156'),
  'entry-point-consult': (now) => journeys.consultJourney(now, '+14155550178'),
  'customer-id': (now) => journeys.memberJourney(now, 'C-771204'),
  unknown: () => [],
  long: (now) => longJourney(now, '+12125550164', 'h.tanaka@example.com', 10_000),
  odd: (now) => oddJourney(now, '+33199001234'),
  'shared-number': (now) => [
    ...journeys.familyJourney(now, '+12025550117'),
    ...journeys.familyJourney(now, '12025550117'),
  ],
};

/** Older persons have aliases without a type. */
const typeOf = (alias: string) => (alias.startsWith('PORTAL-') ? undefined : aliasTypeOf(alias, 'customerId'));

/** Fills the emulator with the demo's customers. Their journeys end shortly before `now` (epoch milliseconds). */
export function seedDemoWorld(world: World, now: number): void {
  for (const name of agentNames) world.agents.set(idFor(name), name);
  const [maria, tom] = agentNames;
  world.handling.set(lastChatId, { agents: [maria, tom], wrapUp: 'Refund request', csat: 2 });
  world.addProject({ id: '65f0c0ffee0123456789abce', name: 'Sandbox', description: 'Without the connector' });
  const { persons, templates: known } = world.addProject({
    id: demoProjectId,
    name: 'Customer journeys',
    description: 'Fed by the contact center and our shops',
    subscriptionIds: ['5b1f7a20-1111-4222-8333-444455556666'],
  });
  for (const template of templates) known.set(template.id, template);
  for (const { key, firstName, lastName, aliases } of demoCustomers) {
    const typed = aliases.map((value) => ({ type: typeOf(value), value }));
    if (typed.length > 0) persons.create({ firstName, lastName, aliases: typed });
    if (key === 'shared-number') {
      persons.create({ firstName: 'Tomasz', lastName, aliases: [{ type: 'phone', value: '12025550117' }] });
    }
    for (const event of journeyOf[key](now)) world.publish(demoProjectId, event);
  }
}
