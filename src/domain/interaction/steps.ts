import { textOf, type JourneyEvent } from '../event/event.js';

/** What the contact's own events say. */
const taskWords = [
  'new',
  'parked',
  'connect',
  'connected',
  'on-hold',
  'hold-done',
  'consulting',
  'consult-done',
  'conferencing',
  'conference-done',
  'conference-transferred',
  'failed',
  'ended',
] as const;

export type TaskEventType = (typeof taskWords)[number];

const taskWordOf: ReadonlyMap<string, TaskEventType> = new Map([
  ...taskWords.map((word) => [`task:${word}`, word] as const),
  ['conference-done', 'conference-done'],
]);

/** What the state of an agent says of the contact. */
export type AgentState = 'ringing' | 'connected' | 'busy' | 'not-responding' | 'wrap-up' | 'wrap-up-done' | 'free';

/** The states of both versions of the agents' events, in lower case without separators. */
const agentWordOf: ReadonlyMap<string, AgentState> = new Map(
  Object.entries<AgentState>({
    ringing: 'ringing',
    reserved: 'ringing',
    notresponding: 'not-responding',
    connected: 'connected',
    engaged: 'connected',
    onhold: 'busy',
    holddone: 'busy',
    consulting: 'busy',
    consultdone: 'busy',
    conferencing: 'busy',
    conferencedone: 'busy',
    wrapup: 'wrap-up',
    wrapupdone: 'wrap-up-done',
    available: 'free',
    idle: 'free',
    loggedout: 'free',
  }),
);

interface StepOf<By, Word> {
  readonly by: By;
  readonly word: Word;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly agent: string | undefined;
  readonly event: JourneyEvent;
  /** The contact's own steps after this one. */
  next: TaskEventType | undefined;
  afterNext: TaskEventType | undefined;
  /** Only announces what the contact's own event tells a moment later: that one has the exact time. */
  heralds: boolean;
}

export type TaskStep = StepOf<'task', TaskEventType>;
export type AgentStep = StepOf<'agent', AgentState>;

/** One thing that happened to a contact, told by its own event or by the state of an agent. */
export type Step = TaskStep | AgentStep;

function stepOf(event: JourneyEvent): Step | undefined {
  const { data, time: at, type } = event;
  const [next, afterNext, heralds] = [undefined, undefined, false];
  if (!type.startsWith('agent:')) {
    const word = taskWordOf.get(type);
    return word && { by: 'task', word, at, agent: undefined, event, next, afterNext, heralds };
  }
  const word = agentWordOf.get((textOf(data, 'currentState') ?? '').toLowerCase().replace(/[^a-z]/g, ''));
  return word && { by: 'agent', word, at, agent: textOf(data, 'agentId'), event, next, afterNext, heralds };
}

/** What happened to a contact, told once each, of its events oldest first. */
export function stepsOf(events: readonly JourneyEvent[]): readonly Step[] {
  const steps: Step[] = [];
  const toldThen = new Set<string>();
  let moment: number | undefined;
  for (const event of events) {
    const step = stepOf(event);
    if (step === undefined) continue;
    // A repeat may come under another id, but it tells of the same moment.
    if (step.at !== moment) toldThen.clear();
    moment = step.at;
    const told = step.by === 'task' ? step.word : `${step.word} ${step.agent ?? ''}`;
    if (toldThen.has(told)) continue;
    toldThen.add(told);
    steps.push(step);
  }
  lookAhead(steps);
  return steps;
}

const announced: Partial<Record<AgentState, TaskEventType>> = { ringing: 'connect', connected: 'connected' };

function lookAhead(steps: readonly Step[]): void {
  let next: TaskEventType | undefined;
  let afterNext: TaskEventType | undefined;
  /** The agent who is called or answers between here and there. */
  let caller: Step | undefined;
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index]!;
    step.next = next;
    step.afterNext = afterNext;
    if (step.by === 'task') {
      afterNext = next;
      next = step.word;
      caller = undefined;
    } else if (announced[step.word] !== undefined) {
      step.heralds = next === announced[step.word] && (caller === undefined || caller.agent === step.agent);
      caller = step;
    }
  }
}
