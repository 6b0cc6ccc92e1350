import type { CloudEvent } from '../../demo/emulator/cloud-event';
import {
  agentLeft,
  contact,
  course,
  createRandom,
  customerLeft,
  day,
  email,
  happening,
  idFor,
  minute,
  pageView,
  wrapUp,
  type Step,
} from '../../demo/scenarios/happenings.js';

export interface GeneratedJourneyOptions {
  /** A whole number. Each seed is another customer; the same seed has the same events. */
  readonly seed: number;
  /** The number of events. */
  readonly count: number;
  /** No event is later. Epoch milliseconds. */
  readonly until: number;
  /** How far back the events reach, milliseconds; default five years. */
  readonly span?: number;
}

const fiveYears = 5 * 365 * day;

/** Weights of contacts and of other events together; time is divided by them. */
const eventsPerHappening = 3;

const queues = ['Billing', 'Sales', 'Claims', 'Retención', 'Technik & Störung'];
const channels = [
  { channelType: 'telephony', identityType: 'phone', line: '+15550109999' },
  { channelType: 'telephony', identityType: 'phone', line: '+15550109998' },
  { channelType: 'chat', identityType: 'email', line: 'Chat_temp_support' },
  { channelType: 'email', identityType: 'email', line: 'help@example.com' },
  { channelType: 'social', identityType: 'customerId', line: 'Social entry point' },
] as const;
const pages = [
  ['Household cover', '/insurance/household'],
  ['Fridges “A+++”', '/shop/fridges'],
  ['Ihr Konto – Übersicht', '/de/konto'],
  ['お問い合わせ', '/ja/contact'],
] as const;
const subjects = ['Re: Invoice 2025-118', 'Öffnungszeiten über die Feiertage', 'Where is my parcel? 📦'];
const things = ['refrigerator', 'bicycle', 'Wärmepumpe', 'laptop'];
const cities = ['München', 'Łódź', 'Lyon', 'Porto', 'Springfield'];

/**
 * A customer's events, newest first: contacts of four to eight events on every channel, between them events of other
 * systems, with nested payloads, IDs, numbers and many alphabets. Contacts may overlap with other events.
 */
export function generatedJourney({ seed, count, until, span = fiveYears }: GeneratedJourneyOptions): CloudEvent[] {
  const random = createRandom(seed);
  const identities = {
    phone: phoneOf(seed),
    email: `customer-${seed}@example.org`,
    customerId: `C-${1_000_000 + seed}`,
  };
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const stride = (span * eventsPerHappening) / count;

  function contactAt(at: number, index: number): readonly CloudEvent[] {
    const { channelType, identityType, line } = pick(channels);
    const about = { taskId: idFor(`${seed} ${index}`), at, identity: identities[identityType], identityType, line };
    const direction = random() < 0.8 ? 'INBOUND' : 'OUTBOUND';
    return contact({ ...about, channelType, direction, queue: pick(queues) }, contactCourse(random));
  }

  function claimAt(at: number, index: number): CloudEvent {
    const amount = below(500_000) / 100;
    const thing = pick(things);
    return happening({
      at,
      identity: identities.email,
      identityType: 'email',
      type: 'claim:filed',
      source: 'https://portal.example.org/claims',
      data: {
        claim: `[CL-${100_000 + index}](https://portal.example.org/claims/${index})`,
        amount,
        insured: {
          thing,
          since: 1990 + below(35),
          address: { city: pick(cities), postCode: String(10_000 + below(80_000)) },
        },
        documents: [
          { id: idFor(`document ${seed} ${index}`), pages: 1 + below(12) },
          { id: `scan-${index}`, pages: 1 },
        ],
        note: 'The customer asks to be called back in the afternoon; the door bell does not work.',
        uiData: {
          title: `Claim for a ${thing}`,
          subTitle: `${amount} in total`,
          iconType: 'Quote',
          filterTags: ['claims', 'web'],
          division: pick(['Retail', 'Business']),
        },
      },
    });
  }

  function aloneAt(at: number, index: number): CloudEvent {
    const kind = random();
    const [title, path] = pick(pages);
    if (kind < 0.4) return pageView(at, identities.email, title, path, 1 + below(9));
    if (kind < 0.6) return email(at, identities.email, random() < 0.5 ? 'customer' : 'us', pick(subjects));
    return claimAt(at, index);
  }

  const events: CloudEvent[] = [];
  for (let at = until - 60 * minute, index = 0; events.length < count; index++) {
    if (random() < 0.45) events.push(...contactAt(Math.round(at), index));
    else events.push(aloneAt(Math.round(at), index));
    at -= stride * (0.2 + random() * 1.5);
  }
  return events.sort((a, b) => timeOf(b) - timeOf(a)).slice(0, count);
}

const timeOf = ({ time }: CloudEvent): number => Date.parse(time ?? '');

const phoneOf = (seed: number): string => `+1415555${String(seed % 10_000).padStart(4, '0')}`;

/** At most half an hour, so that it ends before the journey ends. */
function contactCourse(random: () => number): readonly Step[] {
  const wait = 20 + Math.round(random() * 240);
  const talk = wait + 60 + Math.round(random() * 900);
  const kind = random();
  if (kind < 0.12) return course(`0 new, 15 parked, ${wait} connect, ${wait + 30} ended`, customerLeft);
  const middle = kind < 0.4 ? `, ${talk - 50} on-hold, ${talk - 10} hold-done` : '';
  const steps = course(`0 new, 15 parked, ${wait} connect, ${wait + 5} connected${middle}, ${talk} ended`, agentLeft);
  return kind < 0.6 ? steps : [...steps, ...wrapUp(talk, talk + 40, 'Agent 7').slice(0, kind < 0.8 ? 1 : 2)];
}

export interface LiveEventsOptions {
  readonly seed: number;
  readonly count: number;
  /** The time of the first one, epoch milliseconds. */
  readonly from: number;
  /** Milliseconds from one to the next; default 1. */
  readonly every?: number;
}

/** Live events of the same kinds, oldest first. */
export const liveEvents = ({ seed, count, from, every = 1 }: LiveEventsOptions): CloudEvent[] =>
  generatedJourney({ seed, count, until: from })
    .reverse()
    .map((event, index) => ({ ...event, time: new Date(from + index * every).toISOString() }));
