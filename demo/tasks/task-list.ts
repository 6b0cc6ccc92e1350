import { selectedTaskOf, type Phase, type SelectedTask } from './selected-task.js';
import type { SampleTask } from './tasks.js';

/** A task of the agent. */
export interface DeskTask {
  readonly sample: SampleTask;
  /** Position in the list, from 1. */
  readonly number: number;
  readonly interactionId: string;
  readonly phase: Phase;
  /** Epoch milliseconds; 0 while offered. */
  readonly acceptedAt: number;
  /** When the current phase started, epoch milliseconds. */
  readonly since: number;
}

/** The agent's tasks, and the selected one. Every change creates a new list. */
export interface TaskList {
  readonly tasks: readonly DeskTask[];
  readonly selectedId: string | undefined;
}

const offered = (sample: SampleTask, number: number, newId: () => string): DeskTask => ({
  sample,
  number,
  interactionId: newId(),
  phase: 'offered',
  acceptedAt: 0,
  since: 0,
});

/** A list that offers all samples. */
export const offerAll = (samples: readonly SampleTask[], newId: () => string): TaskList => ({
  tasks: samples.map((sample, index) => offered(sample, index + 1, newId)),
  selectedId: undefined,
});

export const selectedOf = ({ tasks, selectedId }: TaskList): DeskTask | undefined =>
  tasks.find(({ interactionId }) => interactionId === selectedId);

export const acceptedOf = ({ tasks }: TaskList): readonly DeskTask[] =>
  tasks.filter(({ phase }) => phase !== 'offered');

const replace = ({ tasks }: TaskList, interactionId: string, by: (task: DeskTask) => DeskTask): readonly DeskTask[] =>
  tasks.map((task) => (task.interactionId === interactionId ? by(task) : task));

/** `stay`: the current task stays selected, as `stopNavigateOnAcceptTask` requires. */
export function accept(list: TaskList, interactionId: string, now: number, stay: boolean): TaskList {
  return {
    tasks: replace(list, interactionId, (task) => ({ ...task, phase: 'connected', acceptedAt: now, since: now })),
    selectedId: stay && list.selectedId !== undefined ? list.selectedId : interactionId,
  };
}

export const select = (list: TaskList, interactionId: string): TaskList => ({ ...list, selectedId: interactionId });

/** Changes the phase of the selected task. */
export const enter = (list: TaskList, phase: Phase, now: number): TaskList => ({
  ...list,
  tasks:
    list.selectedId === undefined
      ? list.tasks
      : replace(list, list.selectedId, (task) => ({ ...task, phase, since: now })),
});

/** Removes the selected task and offers it again as a new interaction. Selects the next one. */
export function finish(list: TaskList, newId: () => string): TaskList {
  const done = list.selectedId;
  if (done === undefined) return list;
  const tasks = replace(list, done, ({ sample, number }) => offered(sample, number, newId));
  return { tasks, selectedId: acceptedOf({ tasks, selectedId: undefined })[0]?.interactionId };
}

/** The part of the store about tasks. */
export function contactsOf(list: TaskList): {
  taskSelected: SelectedTask | null;
  selectedTaskId: string;
  taskMap: ReadonlyMap<string, SelectedTask>;
  isActiveCall: boolean;
} {
  const taskMap = new Map(acceptedOf(list).map((task) => [task.interactionId, selectedTaskOf(task.sample, task)]));
  const taskSelected = taskMap.get(list.selectedId ?? '') ?? null;
  return {
    taskSelected,
    selectedTaskId: taskSelected?.interactionId ?? '',
    taskMap,
    isActiveCall: taskSelected?.mediaType === 'telephony' && !taskSelected.isWrapUp,
  };
}
