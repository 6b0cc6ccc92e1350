import { idFor } from '../../../../demo/scenarios/happenings.js';

/** Ten o'clock: second 0 of every journey. Epoch milliseconds. */
export const start = Date.parse('2026-11-20T10:00:00Z');

/** Short IDs of agents. */
const agents = ['ann', 'bob', 'cid'];

/** A contact with its story, its events and the expected result. */
export interface Journey {
  readonly title: string;
  /** The story. */
  readonly happened: string;
  /** CloudEvents as the service delivers them, in the order of arrival. */
  readonly events: readonly unknown[];
  /** When the contact is read, seconds after ten o'clock. After an hour without events it is not ongoing. */
  readonly now: number;
  readonly expected: Expected;
}

/** All times in seconds after ten o'clock. */
export interface Expected {
  /** Kind, from, to, and agent: `talk 20-50 ann`; nothing after the dash while it is ongoing. */
  readonly legs: string;
  /** Of each kind, in the order of their first leg. */
  readonly durations: string;
  readonly outcome: string;
  /** When, how, where to, and which queue: `100 cold queue Retention`. */
  readonly transfers?: string;
  readonly endedAt?: number;
  readonly endedBy?: string;
  readonly reason?: string;
  readonly direction?: string;
  readonly channel: string;
  readonly queues?: string;
  readonly agents?: string;
  readonly sentiment?: string;
}

export interface About {
  readonly taskId?: string;
  readonly channelType?: string;
  readonly direction?: string;
  readonly outboundType?: string | null;
  readonly origin?: string;
}

/**
 * The events of a contact, from `0 new; 20 parked queueName=Billing; 80.3 ann ringing; 89 ended reason=Agent_left`: the
 * second, the type without `task:` or an agent with their state, and more fields of the payload.
 */
export function eventsOf(text: string, about: About = {}): readonly Record<string, unknown>[] {
  const { taskId = 't1', channelType = 'telephony', direction = 'INBOUND', outboundType = null } = about;
  const { origin = '+14155550132' } = about;
  return text.split('; ').map((line, index) => {
    const [second = '', first = '', ...others] = line.trim().split(' ');
    const isAgent = agents.includes(first);
    const fields = Object.fromEntries(others.slice(isAgent ? 1 : 0).map(fieldOf));
    const at = start + Math.round(Number(second) * 1000);
    const told = isAgent
      ? { agentId: first, currentState: others[0], channelType }
      : { origin, destination: '+14155550100', direction, channelType, outboundType };
    return {
      id: idFor(`${taskId} ${index}`),
      specversion: '1.0',
      type: isAgent ? 'agent:state_change' : first.includes(':') ? first : `task:${first}`,
      source: '/com/cisco/wxcc/5b1f7a20-1111-4222-8333-444455556666',
      time: new Date(at).toISOString(),
      identity: '+14155550132',
      identitytype: 'phone',
      previousidentity: null,
      datacontenttype: 'application/json',
      data: { taskId, createdTime: at, ...told, ...fields },
    };
  });
}

function fieldOf(field: string): readonly [name: string, value: string] {
  const [name = '', value = ''] = field.split('=');
  return [name, value.replaceAll('_', ' ')];
}
