import { demoCustomers } from '../scenarios/customers.js';

/** A sample task that waits for the demo's agent. */
export interface SampleTask {
  /** The title on the card, before a customer is found. */
  readonly title: string;
  /** Why it is in the list. */
  readonly story: string;
  /** The icon, and whether there is a conversation to read or a call to hold. */
  readonly channel: 'inbound-call' | 'outbound-call' | 'email' | 'chat' | 'sms' | 'social' | 'work-item';
  readonly queue: { readonly id: string; readonly name: string };
  /** The fields of the desktop's task that are special to this sample. */
  readonly contact: {
    readonly mediaType: string;
    readonly mediaChannel: string;
    readonly contactDirection: 'INBOUND' | 'OUTBOUND';
    readonly ani: string | null;
    readonly dnis: string | null;
    /** Flow variables by name. */
    readonly cad?: Readonly<Record<string, string>>;
    readonly [field: string]: unknown;
  };
  /** The alias of the interaction's events; undefined if the customer is not known. */
  readonly identity: string | undefined;
  /** What customer and agent wrote, for text channels. */
  readonly conversation: readonly string[];
}

const queues = {
  billing: { id: '7d0b9a54-0c1d-4e2f-9a3b-4c5d6e7f8091', name: 'Billing' },
  retention: { id: '3f2e1d0c-9b8a-4765-8432-1a0b9c8d7e6f', name: 'Retention' },
  support: { id: '5a6b7c8d-1e2f-4a3b-8c4d-9e0f1a2b3c4d', name: 'Technical support' },
  web: { id: '9c8b7a6d-5e4f-4321-8fed-cba987654321', name: 'Web chat EN' },
  messages: { id: '2b3c4d5e-6f70-4812-9a3b-4c5d6e7f8a9b', name: 'Messages' },
} as const;

const entryPoint = '+18005550100';
type CustomerKey = (typeof demoCustomers)[number]['key'];

const customer = (key: CustomerKey): (typeof demoCustomers)[number] => {
  const found = demoCustomers.find((each) => each.key === key);
  if (found === undefined) throw new Error(`No demo customer "${key}"`);
  return found;
};

const addressOf = (key: CustomerKey): string => customer(key).address;

/** The alias as stored: the contact center publishes under the alias it knows. */
const identityOf = (key: CustomerKey): string | undefined => customer(key).aliases[0];

const inbound = (mediaType: string, mediaChannel: string) =>
  ({ mediaType, mediaChannel, contactDirection: 'INBOUND' }) as const;

const call = (ani: string) => ({ ...inbound('telephony', 'broadcloud'), ani, dnis: entryPoint });

/**
 * One for each field that can have the customer's address (see the table in the documentation), then the difficult
 * cases.
 */
export const sampleTasks: readonly SampleTask[] = [
  {
    title: 'Inbound call',
    story: 'The caller’s number is the ANI',
    channel: 'inbound-call',
    queue: queues.billing,
    contact: { ...call(addressOf('inbound-call')), cad: { reason: 'Invoice' } },
    identity: identityOf('inbound-call'),
    conversation: [],
  },
  {
    title: 'Outbound call',
    story: 'The customer is the number dialled, the DNIS',
    channel: 'outbound-call',
    queue: queues.retention,
    contact: {
      ...call(entryPoint),
      contactDirection: 'OUTBOUND',
      dnis: addressOf('outbound-call'),
      cad: { dn: addressOf('outbound-call') },
    },
    identity: identityOf('outbound-call'),
    conversation: [],
  },
  {
    title: 'Email',
    story: 'The sender’s mail address is the ANI',
    channel: 'email',
    queue: queues.support,
    contact: { ...inbound('email', 'email'), ani: addressOf('email'), dnis: 'service@example.com' },
    identity: identityOf('email'),
    conversation: [
      'Hello, my coffee machine leaks again, ten days after the repair. The warranty runs until March.',
      'Where shall I send it this time, and who pays the postage?',
    ],
  },
  {
    title: 'Web chat',
    story: 'The mail address given in the chat form is the ANI',
    channel: 'chat',
    queue: queues.web,
    contact: { ...inbound('chat', 'web'), ani: addressOf('web-chat'), dnis: 'Chat_temp_shop' },
    identity: identityOf('web-chat'),
    conversation: ['Hi! I have two desks in my cart.', 'The delivery date says “soon”. When is that?'],
  },
  {
    title: 'SMS',
    story: 'The sender’s number is the ANI',
    channel: 'sms',
    queue: queues.messages,
    contact: { ...inbound('social', 'sms'), ani: addressOf('sms'), dnis: '22044' },
    identity: identityOf('sms'),
    conversation: ['Yes, Thursday is fine. Can it be after 4?'],
  },
  {
    title: 'WhatsApp',
    story: 'A phone number without its plus sign',
    channel: 'social',
    queue: queues.messages,
    contact: { ...inbound('social', 'whatsapp'), ani: addressOf('whatsapp').slice(1), dnis: '448001111000' },
    identity: identityOf('whatsapp'),
    conversation: ['Hello, something came up. Can we move my appointment to next week?'],
  },
  {
    title: 'Facebook message',
    story: 'The ANI is a platform id, the flow knows the mail address',
    channel: 'social',
    queue: queues.messages,
    contact: {
      ...inbound('social', 'facebook'),
      ani: '5892034417720913',
      dnis: 'Example Air',
      cad: { email: addressOf('facebook') },
    },
    identity: identityOf('facebook'),
    conversation: ['My suitcase is still in Lisbon. It has been four days.'],
  },
  {
    title: 'Work item',
    story: 'The ANI is an internal id, the flow knows the phone number',
    channel: 'work-item',
    queue: queues.support,
    contact: {
      ...inbound('workItem', 'workItem'),
      ani: 'WI-20931',
      dnis: 'Back office',
      cad: { phone: addressOf('work-item') },
    },
    identity: identityOf('work-item'),
    conversation: ['Passport scan rejected: the last line cannot be read. Ask for a new one.'],
  },
  {
    title: 'Outbound SMS',
    story: 'Outbound in writing: the number the message went to',
    channel: 'sms',
    queue: queues.messages,
    contact: {
      mediaType: 'social',
      mediaChannel: 'sms',
      contactDirection: 'OUTBOUND',
      ani: '22044',
      dnis: addressOf('sms'),
    },
    identity: identityOf('sms'),
    conversation: ['Agent: Your appointment is confirmed for Thursday, 16:30.'],
  },
  {
    title: 'Consult through an entry point',
    story: 'The ANI is a colleague; the customer’s is the parent ANI',
    channel: 'inbound-call',
    queue: queues.retention,
    contact: {
      ...call('+14155550191'),
      isSecondaryEpDnAgent: true,
      callProcessingDetails: { parent_ANI: addressOf('entry-point-consult'), parent_DNIS: entryPoint },
    },
    identity: identityOf('entry-point-consult'),
    conversation: [],
  },
  {
    title: 'Call from a switchboard',
    story: 'The layout names the CAD variable “customerId”',
    channel: 'inbound-call',
    queue: queues.support,
    contact: { ...call('+14155550199'), cad: { customerId: addressOf('customer-id') } },
    identity: identityOf('customer-id'),
    conversation: [],
  },
  {
    title: 'Unknown customer',
    story: 'No customer has this number yet',
    channel: 'inbound-call',
    queue: queues.support,
    contact: call(addressOf('unknown')),
    identity: undefined,
    conversation: [],
  },
  {
    title: 'Anonymous caller',
    story: 'The number is withheld',
    channel: 'inbound-call',
    queue: queues.billing,
    contact: call('anonymous'),
    identity: undefined,
    conversation: [],
  },
  {
    title: 'Masked caller',
    story: 'The desktop hides the number from agents',
    channel: 'inbound-call',
    queue: queues.billing,
    contact: call('+1415*****32'),
    identity: undefined,
    conversation: [],
  },
  {
    title: 'A long history',
    story: 'A customer with 10,000 events',
    channel: 'inbound-call',
    queue: queues.support,
    contact: call(addressOf('long')),
    identity: identityOf('long'),
    conversation: [],
  },
  {
    title: 'Odd data',
    story: 'Unusual data as in real journeys',
    channel: 'inbound-call',
    queue: queues.support,
    contact: call(addressOf('odd')),
    identity: identityOf('odd'),
    conversation: [],
  },
  {
    title: 'A shared number',
    story: 'Two customers have it: the agent chooses one',
    channel: 'inbound-call',
    queue: queues.billing,
    contact: call(addressOf('shared-number')),
    identity: identityOf('shared-number'),
    conversation: [],
  },
];
