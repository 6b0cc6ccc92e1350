import type { AgentState } from './agent-state.js';
import type { LegBuilder } from './leg-builder.js';
import type { LegKind } from './leg.js';

/** What a row needs to know about its event. */
export interface TaskEventContext {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The kind of leg before the first queue or agent. */
  readonly leadIn: LegKind;
  /** The event names another queue than the events before it. */
  readonly toOtherQueue: boolean;
  /** The consulted agent answers: the consultation goes on, or becomes a conference. */
  readonly consultedAnswers: boolean;
}

interface TaskEvent {
  /** Changes the legs. Missing if the event changes none. */
  readonly apply?: (legs: LegBuilder, context: TaskEventContext) => void;
  /** The event is the last one of its interaction. */
  readonly ends?: 'ended' | 'failed';
  /** Proves that an agent took the contact. */
  readonly answers?: true;
  /** An agent in this state announces the event a moment before. The event itself has the exact time. */
  readonly announcedBy?: AgentState;
  readonly alsoSentAs?: readonly string[];
}

/** The events of an interaction, in their natural order. Each row works alone: any other event may be lost. */
export const taskEvents = {
  'task:new': {
    apply: (legs, { at, leadIn }) => {
      if (legs.current === undefined) legs.startLeg(leadIn, at);
    },
  },
  'task:parked': {
    apply: (legs, { at }) => {
      if (legs.turn.served) legs.transfer(at, 'queue');
      legs.startLeg('queue', at);
    },
  },
  'task:connect': {
    announcedBy: 'ringing',
    apply: (legs, { at, consultedAnswers, toOtherQueue }) => {
      // During a consultation or conference another agent is called: the customer does not wait.
      if (legs.conferencing || legs.consulting || consultedAnswers) return;
      if (legs.turn.served) legs.transfer(at, toOtherQueue ? 'queue' : 'agent');
      legs.ring(at, legs.offeredTo);
    },
  },
  'task:connected': {
    answers: true,
    announcedBy: 'connected',
    apply: (legs, { at, consultedAnswers, toOtherQueue }) => {
      if (legs.conferencing || (legs.consulting && consultedAnswers)) return;
      if (legs.turn.served && legs.isWarm) legs.transferToConsulted(at, toOtherQueue ? 'queue' : 'agent');
      else if (legs.turn.served) legs.transfer(at, toOtherQueue ? 'queue' : 'unknown');
      if (legs.offeredTo !== undefined) legs.turn.agent = legs.offeredTo;
      legs.startServing('talk', at);
    },
  },
  'task:on-hold': {
    apply: (legs, { at }) => {
      if (!legs.consulting) legs.startServing('hold', at);
    },
  },
  'task:hold-done': {
    apply: (legs, { at }) => {
      if (!legs.conferencing) legs.isWarm = false;
      legs.startServing(legs.conferencing ? 'conference' : 'talk', at);
    },
  },
  'task:consulting': {
    apply: (legs, { at }) => {
      legs.isWarm = true;
      legs.startServing('consult', at);
    },
  },
  'task:consult-done': {
    apply: (legs, { at }) => {
      // The customer is still on hold.
      if (legs.current === 'hold') legs.isWarm = true;
      if (legs.consulting) legs.startServing('hold', at);
    },
  },
  'task:conferencing': {
    apply: (legs, { at }) => {
      legs.isWarm = legs.conferencing = true;
      if (legs.turn.consulted !== undefined) legs.turn.joined.add(legs.turn.consulted);
      legs.startServing('conference', at);
    },
  },
  'task:conference-done': {
    alsoSentAs: ['conference-done'],
    apply: (legs, { at }) => {
      // The agent who started the conference has left it. The consulted agent keeps the customer.
      if (legs.wrapUpFrom !== undefined && legs.turn.consulted !== undefined) legs.transferToConsulted(at);
      legs.conferencing = legs.isWarm = false;
      legs.startServing('talk', at);
    },
  },
  'task:conference-transferred': {
    apply: (legs, { at }) => {
      legs.transferToConsulted(at);
      legs.startServing('talk', at);
    },
  },
  'task:failed': { ends: 'failed' },
  'task:ended': { ends: 'ended', apply: (legs, { at }) => legs.transferAfterConference(at) },
} satisfies Readonly<Record<`task:${string}`, TaskEvent>>;

/** The event types of a contact that have a meaning here. */
export type TaskEventType = keyof typeof taskEvents;

const rows = Object.entries<TaskEvent>(taskEvents) as readonly (readonly [TaskEventType, TaskEvent])[];

const typeByName: ReadonlyMap<string, TaskEventType> = new Map(
  rows.flatMap(([type, { alsoSentAs = [] }]) => [type, ...alsoSentAs].map((name) => [name, type] as const)),
);

const places: ReadonlyMap<TaskEventType | undefined, number> = new Map(rows.map(([type], index) => [type, index]));

/** The type in the table, also where the event uses another name; `undefined` if the table has no row for it. */
export const taskEventType = (name: string): TaskEventType | undefined => typeByName.get(name);

/** The row of an event; empty if the table has none. */
export function taskEventOf(name: string): TaskEvent {
  const type = typeByName.get(name);
  return type === undefined ? {} : taskEvents[type];
}

/** The place of an event in the natural order; -1 if the table has no row for it. */
export const sequenceOf = (name: string): number => places.get(typeByName.get(name)) ?? -1;
