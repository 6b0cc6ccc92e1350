import { textOf, type JourneyEvent } from '../event/event.js';
import { agentStateOf, type AgentState } from './agent-state.js';
import { taskEventOf, taskEventType, type TaskEventType } from './task-events.js';

interface StepOf<By> {
  readonly by: By;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly event: JourneyEvent;
}

/** A step of the interaction. */
export interface TaskStep extends StepOf<'task'> {
  readonly type: TaskEventType;
  /** The consulted agent answers: the consultation goes on, or becomes a conference. */
  consultedAnswers: boolean;
}

/** A step of an agent within the interaction. */
export interface AgentStep extends StepOf<'agent'> {
  readonly state: AgentState;
  readonly agent: string | undefined;
  /** The next task event says the same, with the exact time. */
  announces: boolean;
}

/** One thing that happened in an interaction, told by a task event or by the state of an agent. */
export type Step = TaskStep | AgentStep;

function stepOf(event: JourneyEvent): Step | undefined {
  const { data, time: at } = event;
  if (event.type.startsWith('agent:')) {
    const state = agentStateOf(event);
    return state && { by: 'agent', state, at, agent: textOf(data, 'agentId'), event, announces: false };
  }
  const type = taskEventType(event.type);
  const { apply, ends } = taskEventOf(event.type);
  if (type === undefined || (apply === undefined && ends === undefined)) return undefined;
  return { by: 'task', type, at, event, consultedAnswers: false };
}

/** The steps of an interaction, each once. `events`: oldest first. */
export function stepsOf(events: readonly JourneyEvent[]): readonly Step[] {
  const steps: Step[] = [];
  const seenThen = new Set<string>();
  let moment: number | undefined;
  for (const event of events) {
    const step = stepOf(event);
    if (step === undefined) continue;
    // A repeated event may have another ID, but it has the same time.
    if (step.at !== moment) seenThen.clear();
    moment = step.at;
    const content = step.by === 'task' ? step.type : `${step.state} ${step.agent ?? ''}`;
    if (seenThen.has(content)) continue;
    seenThen.add(content);
    steps.push(step);
  }
  lookAhead(steps);
  return steps;
}

/** Fills in what a step means only together with the steps after it. */
function lookAhead(steps: readonly Step[]): void {
  let next: TaskEventType | undefined;
  let afterNext: TaskEventType | undefined;
  /** The step of the agent who rings or answers before the next task event. */
  let later: AgentStep | undefined;
  for (const step of steps.toReversed()) {
    if (step.by === 'task') {
      step.consultedAnswers =
        next === 'task:conferencing' || (next === 'task:consult-done' && afterNext === 'task:hold-done');
      afterNext = next;
      next = step.type;
      later = undefined;
    } else if (step.state === 'ringing' || step.state === 'connected') {
      const isNext = next !== undefined && taskEventOf(next).announcedBy === step.state;
      step.announces = isNext && (later === undefined || later.agent === step.agent);
      later = step;
    }
  }
}
