import type { TaskStep, TaskWord } from './steps.js';
import type { Walk } from './leg-builder.js';
import type { LegKind } from './leg.js';

/** One step of a contact. `elsewhere`: it names another queue than the last. `leadIn` is what the time before the first queue or agent counts as. */
type Take = (walk: Walk, step: TaskStep, elsewhere: boolean, leadIn: LegKind) => void;

/** What each event of a contact begins. Any of the others may have got lost, so each one says all of it by itself. */
const takes: Readonly<Record<TaskWord, Take>> = {
  new: (walk, { at }, _, leadIn) => {
    if (walk.at === undefined) walk.enter(leadIn, at);
  },
  parked: (walk, { at }) => {
    if (walk.turn.served) walk.leave(at, 'queue');
    walk.enter('queue', at);
  },
  connect: (walk, step, elsewhere) => {
    // While agents consult or confer, it is another agent who is called: the customer waits for nobody.
    if (walk.conferencing || walk.consulting || isGuestAnswering(step)) return;
    if (walk.turn.served) walk.leave(step.at, elsewhere ? 'queue' : 'agent');
    walk.offer(step.at, walk.caller);
  },
  connected: (walk, step, elsewhere) => {
    if (walk.conferencing || (walk.consulting && isGuestAnswering(step))) return;
    if (walk.turn.served && walk.acquainted) walk.leaveToGuest(step.at, elsewhere ? 'queue' : 'agent');
    else if (walk.turn.served) walk.leave(step.at, elsewhere ? 'queue' : 'unknown');
    if (walk.caller !== undefined) walk.turn.agent = walk.caller;
    walk.serve('talk', step.at);
  },
  'on-hold': (walk, { at }) => {
    if (!walk.consulting) walk.serve('hold', at);
  },
  'hold-done': (walk, { at }) => {
    if (!walk.conferencing) walk.acquainted = false;
    walk.serve(walk.conferencing ? 'conference' : 'talk', at);
  },
  consulting: (walk, { at }) => {
    walk.acquainted = true;
    walk.serve('consult', at);
  },
  'consult-done': (walk, { at }) => {
    // The customer is still on hold.
    if (walk.at === 'hold') walk.acquainted = true;
    if (walk.consulting) walk.serve('hold', at);
  },
  conferencing: (walk, { at }) => {
    walk.acquainted = walk.conferencing = true;
    if (walk.turn.guest !== undefined) walk.turn.joined.add(walk.turn.guest);
    walk.serve('conference', at);
  },
  'conference-done': (walk, { at }) => {
    // The one who began the conference has left it: the other one goes on.
    if (walk.gone !== undefined && walk.turn.guest !== undefined) walk.leaveToGuest(at);
    walk.conferencing = walk.acquainted = false;
    walk.serve('talk', at);
  },
  'conference-transferred': (walk, { at }) => {
    walk.leaveToGuest(at);
    walk.serve('talk', at);
  },
  failed: () => undefined,
  ended: (walk, { at }) => walk.yieldToGuest(at),
};

/** Whether an answer was that of the agent who is consulted: the consultation goes on, or becomes a conference. */
const isGuestAnswering = ({ next, afterNext }: TaskStep): boolean =>
  next === 'conferencing' || (next === 'consult-done' && afterNext === 'hold-done');

/** @param named the queue that the event names */
export function takeTaskStep(walk: Walk, step: TaskStep, named: string | undefined, leadIn: LegKind): void {
  const elsewhere = named !== undefined && walk.queue !== undefined && named !== walk.queue;
  walk.queue = named ?? walk.queue;
  takes[step.word](walk, step, elsewhere, leadIn);
  const last = walk.leavings.at(-1);
  // What the customer waits for now is known better with each event.
  if (last?.to === 'queue' && !walk.turn.served) last.queue = walk.queue;
  walk.caller = walk.gone = undefined;
}
