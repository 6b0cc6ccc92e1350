import type { CloudEvent } from '../emulator/cloud-event';
import { agentLeft, contact, course, customerLeft, day, hour, idFor, minute, wrapUp } from './happenings.js';
import type { Contact, Step } from './happenings.js';

/** The task of her last chat, which was transferred. */
export const lastChatId = '888b688e-b74e-4fa6-8260-1e8d0a3523a4';

const upset = { ...customerLeft, customerSentiment: 'negative' };

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
  ...course(`0 new, 4 parked, 58 connect, 63 connected, ${63 + talk} ended`, talk > 900 ? customerLeft : agentLeft),
  ...wrapUp(63 + talk, 120 + talk, 'Maria Silva'),
];

/** Transferred after a hold. */
const transferredChat: readonly Step[] = [
  ...course('0 new, 3 parked, 105 connect, 110 connected, 772 on-hold'),
  [1020, 'connect', { queue: 'Retention' }],
  ...course('1022 connected, 1773 ended', upset),
  ...wrapUp(1773, 1920, 'Tom Baker'),
];

/** Calls: days ago, queue, and steps. */
const calls: readonly (readonly [daysAgo: number, queue: string, steps: readonly Step[], outbound?: true])[] = [
  [
    81.3,
    'Installations',
    course('0 new, 24 parked, 201 connect, 208 connected, 322 on-hold, 401 hold-done, 690 ended', {
      ...agentLeft,
      customerSentiment: 'negative',
    }),
  ],
  [
    46.4,
    'Technical support',
    [
      ...course('0 new, 31 parked, 140 connect, 158 parked, 171 connect, 176 connected, 420 on-hold, 422 consulting'),
      ...course('560 consult-done, 561 hold-done, 905 ended', agentLeft),
    ],
  ],
  [19.7, 'Billing', course('0 new, 2 connect, 9 connected, 388 ended', customerLeft), true],
  [
    11.2,
    'Billing',
    course('0 new, 19 parked, 95 connect, 101 connected, 350 conferencing, 610 conference-done, 742 ended', agentLeft),
  ],
  [
    6.3,
    'Billing',
    [
      ...course('0 new, 22 parked, 260 connect, 266 connected'),
      [540, 'parked', { queue: 'Technical support' }],
      ...course('655 connect, 661 connected, 1033 ended', upset),
    ],
  ],
  [3.07, 'Billing', course('0 new, 20 parked, 120 ended', customerLeft)],
];

/** An email without an answer. */
const lastLetter: readonly Step[] = [
  [0, 'new', { subject: 'Second invoice charged twice' }],
  [2, 'parked'],
];

/**
 * Anaïs's calls, chats and the email to the contact center. The last chat started 18 hours and 25 minutes before `now`
 * (epoch milliseconds).
 */
export function anaisContacts(now: number, phone: string, mail: string): readonly CloudEvent[] {
  const ago = (days: number): number => now - Math.round(days * day);
  const voice = (days: number, queue: string, outbound?: true): Contact => ({
    taskId: idFor(`anais call ${days}`),
    at: ago(days),
    identity: phone,
    channelType: 'telephony',
    ...(outbound && { direction: 'OUTBOUND', outboundType: 'callback' }),
    line: '+14155550100',
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
  const letter: Contact = {
    taskId: idFor('anais letter'),
    at: ago(1.02),
    identity: mail,
    identityType: 'email',
    channelType: 'email',
    line: 'billing@example.com',
    queue: 'Billing',
  };
  return [
    ...calls.flatMap(([days, queue, steps, outbound]) => contact(voice(days, queue, outbound), steps)),
    ...chats.flatMap(([days, queue, talk]) =>
      contact(chat(ago(days), idFor(`anais chat ${days}`), queue), chatSteps(talk)),
    ),
    ...contact(chat(now - 18 * hour - 25 * minute, lastChatId, 'Web chat EN'), transferredChat),
    ...contact(letter, lastLetter),
  ];
}
