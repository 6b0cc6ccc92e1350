import type { RecordedTurn, InteractionRecord } from '../../domain/interaction/interaction-record.js';
import { JourneyError } from '../../domain/base/journey-error.js';
import { isRecord, type Fields } from '../../domain/base/json.js';
import { textFrom } from '../../domain/base/parse-json.js';

/** At most 100 activities of an interaction. */
const activities = 'activities(first:100){nodes{createdTime eventName agentId agentName}}';

const fields =
  'id lastAgent{name} lastQueue{name} lastWrapupCodeName csatScore terminatingEnd ' +
  `totalDuration queueDuration connectedDuration holdDuration wrapupDuration ${activities}`;

/**
 * Asks for interactions that started between `from` and `to`, epoch milliseconds. IDs are untrusted: they go into
 * variables, not into the query text.
 */
export function recordsQuery(taskIds: readonly string[], from: number, to: number): Fields {
  const names = taskIds.map((_, index) => `$t${index}`);
  const types = names.map((name) => `,${name}:String!`).join('');
  const filter = names.map((name) => `{id:{equals:${name}}}`).join();
  return {
    query: `query($from:Long!,$to:Long!${types}){taskDetails(from:$from,to:$to,filter:{or:[${filter}]}){tasks{${fields}}}}`,
    variables: { from, to, ...Object.fromEntries(taskIds.map((id, index) => [`t${index}`, id])) },
  };
}

/** Skips interactions that were not asked for. Throws `malformed` for a response without a list, as errors have. */
export function readRecords(answer: unknown, asked: readonly string[]): readonly InteractionRecord[] {
  const tasks = member(member(member(answer, 'data'), 'taskDetails'), 'tasks');
  if (!Array.isArray(tasks)) throw new JourneyError('malformed');
  return objectsIn(tasks)
    .map(readRecord)
    .filter(({ taskId }) => asked.includes(taskId));
}

const readRecord = (task: Fields): InteractionRecord => {
  const csat = numberFrom(task['csatScore']);
  const end = textFrom(task['terminatingEnd']).toLowerCase();
  return {
    taskId: textFrom(task['id']),
    turns: turnsIn(objectsIn(member(task['activities'], 'nodes'))),
    lastAgent: textFrom(member(task['lastAgent'], 'name')) || undefined,
    wrapUp: textFrom(task['lastWrapupCodeName']) || undefined,
    csat: csat || undefined, // 0 may mean "no score": it is not documented
    queue: textFrom(member(task['lastQueue'], 'name')) || undefined,
    endedBy:
      end === 'caller' ? 'customer' : end === 'agent' || end === 'customer' || end === 'system' ? end : undefined,
    totals: {
      all: numberFrom(task['totalDuration']),
      queue: numberFrom(task['queueDuration']),
      talk: numberFrom(task['connectedDuration']),
      hold: numberFrom(task['holdDuration']),
      wrapUp: numberFrom(task['wrapupDuration']),
    },
  };
};

/** Other activities also name agents: those who did not answer, were consulted, or still wrapped up. */
const withCustomer = /^(connected|on-hold|hold-done)$/;

function turnsIn(nodes: readonly Fields[]): readonly RecordedTurn[] {
  const stays = nodes.flatMap(({ createdTime, eventName, agentId, agentName: name }): readonly RecordedTurn[] => {
    const at = numberFrom(createdTime);
    const agentName = textFrom(name);
    if (at === undefined || agentName === '' || !withCustomer.test(textFrom(eventName))) return [];
    return [{ at, agentId: textFrom(agentId) || undefined, agentName }];
  });
  const idOf = (stay: RecordedTurn | undefined) => stay?.agentId ?? stay?.agentName;
  return stays.sort((a, b) => a.at - b.at).filter((stay, index) => idOf(stay) !== idOf(stays[index - 1]));
}

const member = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);

const objectsIn = (list: unknown): readonly Fields[] =>
  Array.isArray(list) ? (list as readonly unknown[]).filter(isRecord) : [];

const numberFrom = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value < Infinity ? value : undefined;
