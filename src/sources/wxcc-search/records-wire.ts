import type { RecordedTurn, InteractionRecord } from '../../domain/interaction/interaction-record.js';
import { JourneyError } from '../../domain/base/journey-error.js';
import { isObject, textFrom, type JsonObject } from '../../domain/base/parse-json.js';

/** More of a contact's activities are not given at once. */
const activities = 'activities(first:100){nodes{createdTime eventName agentId agentName}}';

const fields =
  'id lastAgent{name} lastQueue{name} lastWrapupCodeName csatScore terminatingEnd ' +
  `totalDuration queueDuration connectedDuration holdDuration wrapupDuration ${activities}`;

/** Asks for contacts that began between `from` and `to`, epoch milliseconds. Ids are a stranger's text: no part of the query. */
export function recordsQuery(taskIds: readonly string[], from: number, to: number): JsonObject {
  const names = taskIds.map((_, index) => `$t${index}`);
  const types = names.map((name) => `,${name}:String!`).join('');
  const filter = names.map((name) => `{id:{equals:${name}}}`).join();
  return {
    query: `query($from:Long!,$to:Long!${types}){taskDetails(from:$from,to:$to,filter:{or:[${filter}]}){tasks{${fields}}}}`,
    variables: { from, to, ...Object.fromEntries(taskIds.map((id, index) => [`t${index}`, id])) },
  };
}

/** Nothing of contacts that nobody asked for. Throws `malformed` for an answer without a list, as errors come in too. */
export function readRecords(answer: unknown, asked: readonly string[]): readonly InteractionRecord[] {
  const tasks = member(member(member(answer, 'data'), 'taskDetails'), 'tasks');
  if (!Array.isArray(tasks)) throw new JourneyError('malformed');
  return objectsIn(tasks)
    .map(readRecord)
    .filter(({ taskId }) => asked.includes(taskId));
}

const readRecord = (task: JsonObject): InteractionRecord => {
  const csat = numberFrom(task['csatScore']);
  const end = textFrom(task['terminatingEnd']).toLowerCase();
  return {
    taskId: textFrom(task['id']),
    turns: turnsIn(objectsIn(member(task['activities'], 'nodes'))),
    lastAgent: textFrom(member(task['lastAgent'], 'name')) || undefined,
    wrapUp: textFrom(task['lastWrapupCodeName']) || undefined,
    csat: csat || undefined, // nobody documents whether 0 is a score or none
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

/** Other activities name agents as well: who did not answer, was consulted, or still wrapped up. */
const withCustomer = /^(connected|on-hold|hold-done)$/;

function turnsIn(nodes: readonly JsonObject[]): readonly RecordedTurn[] {
  const stays = nodes.flatMap(({ createdTime, eventName, agentId, agentName: name }): readonly RecordedTurn[] => {
    const at = numberFrom(createdTime);
    const agentName = textFrom(name);
    if (at === undefined || agentName === '' || !withCustomer.test(textFrom(eventName))) return [];
    return [{ at, agentId: textFrom(agentId) || undefined, agentName }];
  });
  const idOf = (stay: RecordedTurn | undefined) => stay?.agentId ?? stay?.agentName;
  return stays.sort((a, b) => a.at - b.at).filter((stay, index) => idOf(stay) !== idOf(stays[index - 1]));
}

const member = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

const objectsIn = (list: unknown): readonly JsonObject[] =>
  Array.isArray(list) ? (list as readonly unknown[]).filter(isObject) : [];

const numberFrom = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value < Infinity ? value : undefined;
