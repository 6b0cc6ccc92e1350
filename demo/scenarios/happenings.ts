import type { CloudEvent } from '../emulator/cloud-event';
import { hash } from '../emulator/hash.js';

/** Milliseconds. */
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** An ID in the format of a UUID, always the same for the same text. */
export function idFor(text: string): string {
  const hex = [0, 1, 2, 3].map((salt) => hash(`${salt} ${text}`).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Random numbers from 0 to 1, always the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The common fields of an interaction's events. */
export interface Contact {
  readonly taskId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly identity: string;
  readonly identityType?: string;
  readonly channelType: string;
  readonly direction?: 'INBOUND' | 'OUTBOUND';
  readonly outboundType?: string;
  /** The company's address. */
  readonly line: string;
  readonly queue?: string;
}

/** Seconds after the start, the event's type without `task:`, and more fields; `queue` changes the queue. */
export type Step = readonly [seconds: number, type: string, extra?: Readonly<Record<string, unknown>>];

/** Steps written as `0 new, 18 parked, 310 ended`; `ending` has more fields of the last one. */
export const course = (text: string, ending: Readonly<Record<string, unknown>> = {}): readonly Step[] =>
  text.split(', ').map((step, index, all): Step => {
    const [seconds, type = ''] = step.split(' ');
    return [Number(seconds), type, index === all.length - 1 ? ending : {}];
  });

const source = `/com/cisco/wxcc/${idFor('subscription')}`;

/** The events of an interaction, as the contact center's connector sends them. */
export function contact(about: Contact, steps: readonly Step[]): readonly CloudEvent[] {
  const {
    taskId,
    identity,
    identityType = 'phone',
    channelType,
    direction = 'INBOUND',
    outboundType = null,
    line,
  } = about;
  let { queue } = about;
  return steps.map(([seconds, step, extra = {}], index) => {
    const type = step.includes(':') ? step : `task:${step}`;
    const at = about.at + seconds * 1000;
    const { queue: next, ...rest } = extra;
    if (typeof next === 'string') queue = next;
    const queued = type !== 'task:new' && queue !== undefined && { queueId: idFor(queue), queueName: queue };
    const [origin, destination] = direction === 'OUTBOUND' ? [line, identity] : [identity, line];
    return {
      id: idFor(`${taskId} ${index}`),
      specversion: '1.0',
      type,
      source,
      time: new Date(at).toISOString(),
      identity,
      identitytype: identityType,
      previousidentity: null,
      datacontenttype: 'application/json',
      data: {
        taskId,
        ...queued,
        origin,
        destination,
        direction,
        channelType,
        outboundType,
        createdTime: at,
        ...rest,
      },
    };
  });
}

export const customerLeft = { terminatingParty: 'Customer', reason: 'Customer left' };
export const agentLeft = { terminatingParty: 'Agent', reason: 'Agent left' };

/** An agent's wrap-up after an interaction; it is known from the agent's state. */
export const wrapUp = (from: number, to: number, agent: string): readonly Step[] => [
  [from, 'agent:state_change', { agentId: idFor(agent), currentState: 'wrapup' }],
  [to, 'agent:state_change', { agentId: idFor(agent), currentState: 'wrapup-done', wrapUpAuxCodeId: idFor('wrap-up') }],
];

/** The data of an event. */
export interface Happening {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly identity: string;
  readonly identityType: string;
  readonly type: string;
  readonly source: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An event of one of the company's other systems. */
export const happening = ({ at, identity, identityType, type, source: from, data }: Happening): CloudEvent => ({
  id: idFor(`${type} ${at} ${identity}`),
  specversion: '1.0',
  type,
  source: from,
  time: new Date(at).toISOString(),
  identity,
  identitytype: identityType,
  datacontenttype: 'application/json',
  data,
});

/** A page that the signed-in customer viewed. */
export const pageView = (at: number, identity: string, title: string, path: string, minutes: number): CloudEvent =>
  happening({
    at,
    identity,
    identityType: identity.includes('@') ? 'email' : 'customerId',
    type: 'page:viewed',
    source: 'https://www.example.com',
    data: {
      channelType: 'web',
      page: `[${title}](https://www.example.com${path})`,
      minutes,
      uiData: {
        title: `Viewed “${title}”`,
        subTitle: `example.com${path} · ${minutes} min`,
        iconType: 'Page Visit',
        filterTags: ['web'],
      },
    },
  });

/** An email to or from the customer. */
export const email = (at: number, identity: string, from: 'customer' | 'us', subject: string): CloudEvent =>
  happening({
    at,
    identity,
    identityType: 'email',
    type: from === 'customer' ? 'email:received' : 'email:sent',
    source: 'https://mail.example.com',
    data: {
      channelType: 'email',
      direction: from === 'customer' ? 'INBOUND' : 'OUTBOUND',
      subject,
      uiData: {
        title: from === 'customer' ? 'Email from customer' : 'Email to customer',
        subTitle: `“${subject}”`,
        iconType: 'Email',
        filterTags: ['email'],
      },
    },
  });
