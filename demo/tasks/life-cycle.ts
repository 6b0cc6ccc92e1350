import { agent } from './agent.js';
import type { CloudEvent } from '../emulator/cloud-event';
import type { TaskEventType } from '../../src/domain/interaction/task-events.js';
import type { DeskTask } from './task-list.js';

/** What the agent does with a task. */
export type Step = 'accept' | 'hold' | 'resume' | 'consult' | 'consult-done' | 'end' | 'wrap-up';

const seconds = 1000;
const source = '/com/cisco/wxcc/5b1f7a20-1111-4222-8333-444455556666';

interface Moment {
  readonly type: TaskEventType | 'agent:state_change';
  /** Milliseconds after the agent's click. Negative: before it. */
  readonly after: number;
  readonly data?: Readonly<Record<string, unknown>>;
}

const agentState = (currentState: string, after: number): Moment => ({
  type: 'agent:state_change',
  after,
  data: { agentId: agent.agentId, teamId: agent.teamId, currentState, destination: agent.dnNumber },
});

/** The customer waited in the queue for a bit more than two minutes, then the phone rang for a few seconds. */
const moments: Readonly<Record<Step, readonly Moment[]>> = {
  accept: [
    { type: 'task:new', after: -155 * seconds },
    { type: 'task:parked', after: -134 * seconds },
    { type: 'task:connect', after: -4 * seconds },
    { type: 'task:connected', after: 0 },
  ],
  hold: [{ type: 'task:on-hold', after: 0 }],
  resume: [{ type: 'task:hold-done', after: 0 }],
  consult: [{ type: 'task:consulting', after: 0 }],
  'consult-done': [{ type: 'task:consult-done', after: 0 }],
  end: [
    { type: 'task:ended', after: 0, data: { terminatingParty: 'Agent', reason: 'Agent left' } },
    agentState('wrapup', 200),
  ],
  'wrap-up': [agentState('wrapup-done', 0)],
};

/** The kind of an alias, from its format. */
export const aliasKindOf = (value: string): string =>
  value.includes('@') ? 'email' : value.startsWith('+') ? 'phone' : 'customerId';

/**
 * The events that the contact center publishes when the agent does `step` at `now`, each with its delay in
 * milliseconds. Past events have no delay. Empty if the customer is not known.
 */
export function eventsOf(
  step: Step,
  { sample, interactionId }: DeskTask,
  now: number,
  newId: () => string,
): readonly { readonly event: CloudEvent; readonly after: number }[] {
  const { identity, contact, queue } = sample;
  if (identity === undefined) return [];
  return moments[step].map(({ type, after, data }, index) => ({
    after: Math.max(0, after) + (step === 'accept' ? index * 400 : 0),
    event: {
      id: newId(),
      specversion: '1.0',
      type,
      source,
      time: new Date(now + after).toISOString(),
      identity,
      identitytype: aliasKindOf(identity),
      previousidentity: null,
      datacontenttype: 'application/json',
      data: {
        taskId: interactionId,
        origin: contact.ani,
        destination: contact.dnis,
        direction: contact.contactDirection,
        channelType: contact.mediaType,
        outboundType: null,
        createdTime: now + after,
        ...(type === 'task:new' ? {} : { queueId: queue.id, queueName: queue.name }),
        ...data,
      },
    },
  }));
}
