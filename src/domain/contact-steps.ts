import { textOf, type JourneyEvent } from './event.js';

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

export type TaskWord = (typeof taskWords)[number];

/** What the state of an agent says of the contact. */
export type AgentWord = 'ringing' | 'connected' | 'busy' | 'not-responding' | 'wrap-up' | 'wrap-up-done' | 'free';

/** The states of both versions of the agents' events, in lower case without separators. */
const agentWords: Readonly<Record<string, AgentWord>> = {
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
};

interface StepOf<By, Word> {
  readonly by: By;
  readonly word: Word;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly agent: string | undefined;
  readonly event: JourneyEvent;
  /** The contact's next steps after this one, each once in a row. */
  next: readonly TaskWord[];
  /** Only announces what the contact's own event tells a moment later: that one has the exact time. */
  heralds: boolean;
}

export type TaskStep = StepOf<'task', TaskWord>;
export type AgentStep = StepOf<'agent', AgentWord>;

/** One thing that happened to a contact, told by its own event or by the state of an agent. */
export type Step = TaskStep | AgentStep;

const isTaskWord = (word: string): word is TaskWord => (taskWords as readonly string[]).includes(word);

function stepOf(event: JourneyEvent): Step | undefined {
  const { data, time: at, type } = event;
  const rest = { at, agent: textOf(data, 'agentId'), event, next: [], heralds: false };
  if (type.startsWith('agent:')) {
    const state = (textOf(data, 'currentState') ?? '').toLowerCase().replace(/[^a-z]/g, '');
    const word = Object.hasOwn(agentWords, state) ? agentWords[state] : undefined;
    return word && { by: 'agent', word, ...rest };
  }
  const word = type.startsWith('task:') ? type.slice(5) : type === 'conference-done' ? type : '';
  return isTaskWord(word) ? { by: 'task', word, ...rest } : undefined;
}

/** So many steps ahead decide what an answer means. */
const ahead = 2;

const announced: Partial<Record<AgentWord, TaskWord>> = { ringing: 'connect', connected: 'connected' };

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

function lookAhead(steps: readonly Step[]): void {
  let next: readonly TaskWord[] = [];
  /** The agent who is called or answers between here and there. */
  let caller: Step | undefined;
  for (const step of steps.toReversed()) {
    step.next = next;
    if (step.by === 'task') {
      next = [step.word, ...next.slice(0, ahead - 1)];
      caller = undefined;
    } else if (announced[step.word] !== undefined) {
      step.heralds = next[0] === announced[step.word] && (caller === undefined || caller.agent === step.agent);
      caller = step;
    }
  }
}
