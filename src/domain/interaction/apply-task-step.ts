import type { TaskStep, TaskEventType } from './steps.js';
import type { LegBuilder } from './leg-builder.js';
import type { LegKind } from './leg.js';

/** One step of a contact. `elsewhere`: it names another queue than the last. `leadIn` is what the time before the first queue or agent counts as. */
type Take = (walk: LegBuilder, step: TaskStep, elsewhere: boolean, leadIn: LegKind) => void;

/** What each event of a contact begins. Any of the others may have got lost, so each one says all of it by itself. */
const takes: Readonly<Record<TaskEventType, Take>> = {
  new: (walk, { at }, _, leadIn) => {
    if (walk.at === undefined) walk.startLeg(leadIn, at);
  },
  parked: (walk, { at }) => {
    if (walk.turn.served) walk.transfer(at, 'queue');
    walk.startLeg('queue', at);
  },
  connect: (walk, step, elsewhere) => {
    // While agents consult or confer, it is another agent who is called: the customer waits for nobody.
    if (walk.conferencing || walk.consulting || isGuestAnswering(step)) return;
    if (walk.turn.served) walk.transfer(step.at, elsewhere ? 'queue' : 'agent');
    walk.ring(step.at, walk.offeredTo);
  },
  connected: (walk, step, elsewhere) => {
    if (walk.conferencing || (walk.consulting && isGuestAnswering(step))) return;
    if (walk.turn.served && walk.isWarm) walk.transferToConsulted(step.at, elsewhere ? 'queue' : 'agent');
    else if (walk.turn.served) walk.transfer(step.at, elsewhere ? 'queue' : 'unknown');
    if (walk.offeredTo !== undefined) walk.turn.agent = walk.offeredTo;
    walk.startServing('talk', step.at);
  },
  'on-hold': (walk, { at }) => {
    if (!walk.consulting) walk.startServing('hold', at);
  },
  'hold-done': (walk, { at }) => {
    if (!walk.conferencing) walk.isWarm = false;
    walk.startServing(walk.conferencing ? 'conference' : 'talk', at);
  },
  consulting: (walk, { at }) => {
    walk.isWarm = true;
    walk.startServing('consult', at);
  },
  'consult-done': (walk, { at }) => {
    // The customer is still on hold.
    if (walk.at === 'hold') walk.isWarm = true;
    if (walk.consulting) walk.startServing('hold', at);
  },
  conferencing: (walk, { at }) => {
    walk.isWarm = walk.conferencing = true;
    if (walk.turn.consulted !== undefined) walk.turn.joined.add(walk.turn.consulted);
    walk.startServing('conference', at);
  },
  'conference-done': (walk, { at }) => {
    // The one who began the conference has left it: the other one goes on.
    if (walk.wrapUpFrom !== undefined && walk.turn.consulted !== undefined) walk.transferToConsulted(at);
    walk.conferencing = walk.isWarm = false;
    walk.startServing('talk', at);
  },
  'conference-transferred': (walk, { at }) => {
    walk.transferToConsulted(at);
    walk.startServing('talk', at);
  },
  failed: () => undefined,
  ended: (walk, { at }) => walk.transferAfterConference(at),
};

/** Whether an answer was that of the agent who is consulted: the consultation goes on, or becomes a conference. */
const isGuestAnswering = ({ next, afterNext }: TaskStep): boolean =>
  next === 'conferencing' || (next === 'consult-done' && afterNext === 'hold-done');

/** @param named the queue that the event names */
export function applyTaskStep(walk: LegBuilder, step: TaskStep, named: string | undefined, leadIn: LegKind): void {
  const elsewhere = named !== undefined && walk.queue !== undefined && named !== walk.queue;
  walk.queue = named ?? walk.queue;
  takes[step.word](walk, step, elsewhere, leadIn);
  const last = walk.leavings.at(-1);
  // What the customer waits for now is known better with each event.
  if (last?.to === 'queue' && !walk.turn.served) last.queue = walk.queue;
  walk.offeredTo = walk.wrapUpFrom = undefined;
}
