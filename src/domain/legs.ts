import { textOf, type JourneyEvent } from './event.js';

export type LegKind = 'ivr' | 'queue' | 'ringing' | 'talk' | 'hold' | 'consult' | 'conference' | 'wrap-up';

/** A stretch of one contact; `to` is `undefined` while it lasts. Epoch milliseconds. */
export interface Leg {
  readonly kind: LegKind;
  readonly from: number;
  readonly to: number | undefined;
}

/** Whether a leg still grows with the time: an ongoing contact's, or the wrap-up after it. */
export const isLasting = (legs: readonly Leg[]): boolean => legs.some(({ to }) => to === undefined);

/** What a contact went through until its end, or until its last known event. */
export interface Course {
  readonly legs: readonly Leg[];
  /** The leg that lasted when the last event came. */
  readonly open: { readonly kind: LegKind; readonly from: number } | undefined;
  readonly endedAt: number | undefined;
  readonly failed: boolean;
  /** An agent and the customer met. */
  readonly answered: boolean;
  /** How often it was routed to an agent before one accepted. */
  readonly offers: number;
  readonly transfers: number;
}

const agentState = ({ type, data }: JourneyEvent): string =>
  type.startsWith('agent:') ? (textOf(data, 'currentState') ?? '').toLowerCase().replace(/[^a-z]/g, '') : '';

/**
 * Walks through a contact's events, oldest first. Any of them may be missing or repeated, so each one says by itself
 * which leg begins. `leadIn` is what the time before the first queue or agent counts as: on an inbound call the IVR, on
 * an outbound contact ringing, else waiting. Nothing that comes after the end opens the contact again.
 */
export function courseOf(events: readonly JourneyEvent[], leadIn: LegKind): Course {
  const legs: Leg[] = [];
  let open: Course['open'];
  let endedAt: number | undefined;
  let failed = false;
  let answered = false;
  let served = false;
  let conferencing = false;
  let offers = 0;
  let transfers = 0;

  const close = (at: number): void => {
    if (open !== undefined && at > open.from) legs.push({ kind: open.kind, from: open.from, to: at });
    open = undefined;
  };
  const enter = (kind: LegKind, at: number): void => {
    if (open?.kind === kind) return;
    close(at);
    open = { kind, from: at };
  };
  const serve = (kind: LegKind, at: number): void => {
    answered = true;
    served = true;
    enter(kind, at);
  };
  const handOn = (): void => {
    if (served) transfers++;
    served = false;
  };

  // Without `task:connected` the agent's own state is the next best witness; beside it, it would look like a transfer.
  const agentAnswers = !events.some(({ type }) => type === 'task:connected');
  let moment: number | undefined;
  const seenThen = new Set<string>();

  for (const event of events) {
    const { time, type } = event;
    const state = agentState(event);
    // A repeat may come under another id, but it tells of the same moment.
    if (time !== moment) seenThen.clear();
    moment = time;
    const occurrence = state === '' ? type : `${type} ${state}`;
    if (seenThen.has(occurrence)) continue;
    seenThen.add(occurrence);

    switch (type) {
      case 'task:new':
        if (open === undefined) enter(leadIn, time);
        break;
      case 'task:parked':
        handOn();
        conferencing = false;
        enter('queue', time);
        break;
      case 'task:connect':
        // While agents consult or confer, it is another agent who is called: the customer waits for nobody.
        if (conferencing || open?.kind === 'consult') break;
        handOn();
        if (!answered) offers++;
        enter('ringing', time);
        break;
      case 'task:connected':
        if (conferencing) break;
        if (served) {
          handOn();
          close(time);
        }
        serve('talk', time);
        break;
      case 'task:on-hold':
        if (open?.kind !== 'consult') serve('hold', time);
        break;
      case 'task:hold-done':
        serve(conferencing ? 'conference' : 'talk', time);
        break;
      case 'task:consulting':
        serve('consult', time);
        break;
      case 'task:consult-done':
        // The customer is still on hold.
        if (open?.kind === 'consult') serve('hold', time);
        break;
      case 'task:conferencing':
        conferencing = true;
        serve('conference', time);
        break;
      case 'task:conference-done':
      case 'conference-done':
        conferencing = false;
        serve('talk', time);
        break;
      case 'task:conference-transferred':
        conferencing = false;
        transfers++;
        close(time);
        serve('talk', time);
        break;
      case 'task:failed':
      case 'task:ended':
        failed = type === 'task:failed';
        endedAt = time;
        break;
    }
    if (endedAt !== undefined) break;
    if (state === 'ringing' && !served) enter('ringing', time);
    if (state === 'notresponding' && open?.kind === 'ringing') enter('queue', time);
    if (state === 'connected' && agentAnswers && !served) serve('talk', time);
  }
  return { legs, open, endedAt, failed, answered, offers, transfers };
}

/**
 * When the agents' work after the contact began and ended, told by their states. It also proves the end of a contact
 * whose `task:ended` got lost, unless that was handed on: then it may be the first agent's, while the next one talks.
 */
export function wrapUpOf(
  events: readonly JourneyEvent[],
  { endedAt, open, transfers }: Course,
): Omit<Leg, 'kind'> | undefined {
  if (endedAt === undefined && transfers > 0) return undefined;
  const byAgent = new Map<string, Omit<Leg, 'kind'>>();
  for (const event of events) {
    const { data, time } = event;
    const state = agentState(event);
    if (state === '') continue;
    const agent = textOf(data, 'agentId') ?? '';
    const known = byAgent.get(agent);
    if (state === 'wrapup' && known === undefined) byAgent.set(agent, { from: time, to: undefined });
    if (state === 'wrapupdone' && known?.to === undefined) byAgent.set(agent, { from: known?.from ?? time, to: time });
  }
  const all = [...byAgent.values()];
  // A contact that went on afterwards was not ended by it.
  const afterwards = endedAt === undefined ? all.filter(({ from }) => from >= (open?.from ?? -Infinity)) : all;
  if (afterwards.length === 0) return undefined;
  const to = Math.max(...afterwards.map((wrapUp) => wrapUp.to ?? Infinity));
  return {
    from: Math.max(endedAt ?? -Infinity, Math.min(...afterwards.map(({ from }) => from))),
    to: to === Infinity ? undefined : to,
  };
}
