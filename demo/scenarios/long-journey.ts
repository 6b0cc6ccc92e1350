import type { CloudEvent } from '../emulator/cloud-event';
import {
  agentLeft,
  contact,
  course,
  createRandom,
  customerLeft,
  day,
  email,
  happening,
  hour,
  idFor,
  minute,
  pageView,
} from './happenings.js';
import type { Step } from './happenings.js';

const queues = ['Business support', 'Billing', 'Fleet desk', 'Roaming'];
const subjects = ['Sim cards for new drivers', 'Roaming in Turkey', 'Invoice split by cost centre', 'Lost handset'];
const places: readonly (readonly [string, string])[] = [
  ['Fleet overview', '/business/fleet'],
  ['Usage by sim card', '/business/usage'],
  ['Order sim cards', '/business/order'],
  ['Roaming zones', '/business/roaming'],
  ['Cost centres', '/business/cost-centres'],
];

function courseOf(random: () => number): readonly Step[] {
  const wait = 20 + Math.round(random() * 240);
  const talk = wait + 60 + Math.round(random() * 900);
  if (random() < 0.12) return course(`0 new, 15 parked, ${wait} ended`, customerLeft);
  const hold = random() < 0.3 ? `, ${talk - 50} on-hold, ${talk - 10} hold-done` : '';
  const ending = random() < 0.6 ? agentLeft : customerLeft;
  return course(`0 new, 15 parked, ${wait} connect, ${wait + 5} connected${hold}, ${talk} ended`, ending);
}

/** A year of a busy customer: `count` events, always the same for the same `now` (epoch milliseconds). */
export function longJourney(now: number, phone: string, mail: string, count: number): readonly CloudEvent[] {
  const random = createRandom(count);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const events: CloudEvent[] = [];
  // Each happening has two or three events on average, spread over a year.
  const stride = (360 * day) / (count / 2.4);
  for (let at = now - 2 * hour; events.length < count; at -= stride * (0.2 + random() * 1.6)) {
    const kind = random();
    if (kind < 0.3) {
      const channelType = random() < 0.6 ? 'telephony' : 'chat';
      const identity = channelType === 'telephony' ? phone : mail;
      const identityType = channelType === 'telephony' ? 'phone' : 'email';
      const line = channelType === 'telephony' ? '+12125550100' : 'Chat_temp_business';
      const about = { taskId: idFor(`long ${events.length}`), at, identity, identityType, channelType, line };
      events.push(...contact({ ...about, queue: pick(queues) ?? '' }, courseOf(random)));
    } else if (kind < 0.45) {
      events.push(email(at, mail, random() < 0.5 ? 'customer' : 'us', pick(subjects) ?? ''));
    } else if (kind < 0.9) {
      const [title, path] = pick(places) ?? ['', '/'];
      events.push(pageView(at, mail, title, path, 1 + Math.floor(random() * 9)));
    } else {
      const amount = Math.round(random() * 90_000) / 100;
      const uiData = {
        title: 'Sim cards ordered',
        subTitle: `${amount} in total`,
        iconType: 'task',
        filterTags: ['order'],
      };
      const about = { at: at + minute, identity: phone, identityType: 'phone', type: 'order:placed' };
      events.push(happening({ ...about, source: 'https://shop.example.com/orders', data: { amount, uiData } }));
    }
  }
  return events.slice(0, count);
}
