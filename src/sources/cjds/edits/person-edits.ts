import { JourneyError } from '../../../domain/base/journey-error.js';
import type { Alias, Person } from '../../../domain/person/person.js';
import {
  aliasesLostBy,
  hasAlias,
  hasTakenEffect,
  planPersonEdit,
  type EditOutcome,
  type PersonEdit,
} from '../../../domain/person/person-edit.js';
import type { Http } from '../../http/http.js';
import { learnFrom } from '../../http/learn-from.js';
import type { LearnedPermissions } from '../../http/sign-in.js';
import type { JourneySource } from '../../journey-source.js';
import { abortable, wait as realWait, type Wait } from '../../../platform/wait.js';
import { requireValue, paths } from '../wire/paths.js';
import { personPaths, readStored, toMerge, toPatch, type StoredPerson } from '../wire/person-edit-wire.js';
import { readPersons } from '../wire/person-wire.js';

/** How often an edit is planned again if the person has changed since they were read. */
const mostAttempts = 3;

/** By then, other writers who had not seen the edit have written. Milliseconds. */
const settling = 3_000;

/** The pauses between attempts to restore an alias that a change removed by mistake. Milliseconds. */
const putBackPauses = [500, 2_000, 8_000, 30_000];

/** The maximum pause. A longer one would block the agent and all following changes. Milliseconds. */
const longestPause = 60_000;

/** After these errors it is not known whether the change was made. */
const answerless = ['network', 'server', 'malformed'] as const;

/** How long an accepted merge may take: the pauses between two checks. Milliseconds. */
const mergePauses = [500, 1_000, 2_000];

/** Where persons are changed, and with which sign-in. */
export interface PersonEditsOptions {
  readonly http: Http;
  readonly projectId: string;
  readonly signIn: LearnedPermissions;
  readonly wait?: Wait;
}

/** The methods of a source that change persons. */
export type PersonEdits = Required<Pick<JourneySource, 'edit' | 'mayMerge' | 'merge'>>;

/**
 * Changes of persons, by JSON Patch: the only way for an agent's token. A change cannot name the version it is based
 * on, and removes by position. So a person is read right before each change, and the response is compared with that: a
 * wrong alias that was removed is restored, and a change without effect is tried again. Nothing is sent twice before
 * the effect of the first request is checked.
 *
 * A change that was started is finished even if the caller leaves: half a change can lose an alias.
 */
export function createPersonEdits({ http, projectId, signIn, wait = realWait }: PersonEditsOptions): PersonEdits {
  const never = new AbortController().signal;
  /** The last edit of each alias, and of the names. */
  const latest = new Map<string, PersonEdit>();
  let last: Promise<unknown> = Promise.resolve();
  /** Asks whether this token may merge; one question for all that want to know. */
  let mergeProbe: { readonly token: string | undefined; readonly may: Promise<boolean> } | undefined;

  /** Runs one change after another, so that the changes of one agent do not conflict. */
  function inTurn<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const run = last.then(() => {
      signal.throwIfAborted();
      return work();
    });
    last = run.catch(() => undefined);
    return abortable(run, signal);
  }

  /** Reads the person by ID; if that is not possible, by their aliases. Throws `not-found` if there is none. */
  async function read({ id, aliases }: Person, signal: AbortSignal): Promise<StoredPerson> {
    const forms = aliases.map(({ value }) => value);
    const ways = [
      () => http.json(personPaths.persons(projectId), { signal, query: { personId: id } }),
      ...(forms.length > 0 ? [async () => http.json(paths.persons(projectId, forms), { signal })] : []),
    ];
    let closed: JourneyError | undefined;
    for (const ask of ways) {
      try {
        const stored = readStored(await ask(), id);
        if (stored !== undefined) return stored;
      } catch (error) {
        if (!isOneOf(error, 'not-found', 'forbidden', 'rejected')) throw error;
        if (error.kind === 'forbidden') closed ??= error;
      }
    }
    throw closed ?? new JourneyError('not-found');
  }

  /** Writes once, and reads the person if the response does not show the result. */
  async function write(stored: StoredPerson, edit: PersonEdit): Promise<Answer> {
    const { id } = stored.person;
    const body = toPatch(stored, edit);
    try {
      const path = personPaths.person(projectId, id);
      const answer = readStored(await http.json(path, { signal: never, change: 'patch', body }), id);
      return answer ?? (await read(stored.person, never));
    } catch (failure) {
      if (!isOneOf(failure, ...answerless)) throw failure;
      return { person: (await read(stored.person, never)).person, failure };
    }
  }

  /** Why an edit was refused. Throws errors that another attempt cannot fix. */
  async function refusal(error: unknown, edit: PersonEdit, { id }: Person): Promise<JourneyError> {
    if (!isOneOf(error, 'conflict', 'rejected', 'not-found')) throw error;
    if (edit.kind !== 'add') return error;
    const { status, trackingId } = error;
    const told = (kind: 'alias-taken' | 'alias-limit') => new JourneyError(kind, { status, trackingId, cause: error });
    if (error.says(/exists? to some other person/i)) throw told('alias-taken');
    if (error.says(/\bmaximum\b|\blimit|\bexceed|\bat most\b|\bmore than\b/i)) throw told('alias-limit');
    // The message is not known, so ask whether another person has the alias.
    const answer = await http
      .json(paths.persons(projectId, [edit.alias.value]), { signal: never })
      .catch(() => undefined);
    if (readPersons(answer).some((person) => person.id !== id)) throw told('alias-taken');
    return error;
  }

  /**
   * Adds an alias back that was removed by mistake. Returns whether the person has it again. Retries longer than an
   * edit.
   */
  async function putBack(alias: Alias, person: Person): Promise<boolean> {
    const edit: PersonEdit = { kind: 'add', alias };
    for (let attempt = 0; ; attempt++) {
      try {
        const stored = await read(person, never);
        if (hasAlias(stored.person, alias.value)) return true;
        const { person: now, failure } = await write(stored, edit).catch(async (error: unknown) => ({
          person: stored.person,
          failure: await refusal(error, edit, person),
        }));
        if (hasAlias(now, alias.value)) return true;
        throw failure ?? new JourneyError('conflict');
      } catch (error) {
        const mendable = isOneOf(error, ...answerless, 'rate-limited', 'conflict', 'rejected');
        const pause = Math.max(putBackPauses[attempt] ?? Infinity, (mendable && error.retryAfter) || 0);
        if (!mendable || pause > longestPause) return false;
        await wait(pause, never);
      }
    }
  }

  /** Rejects if the edit has no effect and no other alias was removed. */
  async function carryOut(person: Person, edit: PersonEdit, signal: AbortSignal): Promise<Written> {
    const restored: Alias[] = [];
    const lost: Alias[] = [];
    let failure: JourneyError | undefined;
    let written = false;
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const stored = await read(person, attempt === 0 ? signal : never);
      if (attempt === 0) signal.throwIfAborted();
      const plan = planPersonEdit(stored.person, edit);
      if (plan !== 'write') {
        return { kind: written && plan === 'already' ? 'done' : plan, person: stored.person, restored, lost };
      }
      let answer: Answer;
      try {
        answer = await write(stored, edit);
      } catch (error) {
        failure = await refusal(error, edit, stored.person);
        continue;
      }
      failure = answer.failure;
      written = true;
      const harmed = edit.kind === 'remove' ? aliasesLostBy(stored.person, edit.alias, answer.person) : [];
      for (const alias of harmed) ((await putBack(alias, person)) ? restored : lost).push(alias);
      if (!hasTakenEffect(answer.person, edit)) continue;
      const now = harmed.length === 0 ? answer.person : (await read(person, never)).person;
      return { kind: 'done', person: now, restored, lost };
    }
    if (restored.length + lost.length > 0) {
      return { kind: 'changed', person: (await read(person, never)).person, restored, lost };
    }
    throw failure ?? new JourneyError('conflict');
  }

  async function overtaken(person: Person, edit: PersonEdit, signal: AbortSignal): Promise<Person | undefined> {
    try {
      await wait(settling, signal);
      const now = (await read(person, signal)).person;
      return hasTakenEffect(now, edit) || latest.get(subjectOf(person, edit)) !== edit ? undefined : now;
    } catch {
      return undefined;
    }
  }

  /** Merges nobody, which changes nothing: the service rejects that, or says that the permission is missing. */
  async function probeMerge(id: string, token: string | undefined): Promise<boolean> {
    let may = true;
    try {
      await http.json(personPaths.merge(projectId, id), { signal: never, change: 'post', body: toMerge([]) });
    } catch (error) {
      if (isOneOf(error, 'forbidden', 'unauthorized', 'not-found')) may = false;
      else if (!isOneOf(error, 'rejected')) {
        mergeProbe = undefined;
        throw error;
      }
    }
    signIn.learn('merge-persons', projectId, may, token);
    return may;
  }

  return {
    async edit(person, asked, signal): Promise<EditOutcome> {
      const edit = tidy(asked);
      latest.set(subjectOf(person, edit), edit);
      const change = () => learnFrom(signIn, 'edit-person', projectId, () => carryOut(person, edit, signal));
      const written = await inTurn(change, signal);
      const held = written.kind !== 'changed';
      return { ...written, overtaken: held ? overtaken(written.person, edit, signal) : Promise.resolve(undefined) };
    },

    async mayMerge({ id }, signal) {
      for (;;) {
        const known = signIn.may('merge-persons', projectId);
        if (known !== undefined) return known;
        const token = signIn.token();
        if (mergeProbe === undefined || mergeProbe.token !== token) {
          mergeProbe = { token, may: probeMerge(id, token) };
        }
        const may = await abortable(mergeProbe.may, signal);
        if (signIn.token() === token) return may;
      }
    },

    merge(primary, other, signal) {
      const merge = async (): Promise<Person> => {
        const path = personPaths.merge(projectId, primary.id);
        const known = await read(primary, signal);
        const joining = primary.id === other.id ? known : await read(other, signal);
        const wanted = [...known.person.aliases, ...joining.person.aliases];
        const isWhole = (person: Person) => wanted.every(({ value }) => hasAlias(person, value));
        if (isWhole(known.person)) return known.person;
        signal.throwIfAborted();
        let failure: JourneyError | undefined;
        try {
          const body = toMerge([other.id]);
          const answer = readStored(await http.json(path, { signal: never, change: 'post', body }), primary.id);
          if (answer !== undefined && isWhole(answer.person)) return answer.person;
        } catch (error) {
          if (!isOneOf(error, ...answerless)) throw error;
          failure = error;
        }
        for (const pause of mergePauses) {
          const now = await read(primary, never);
          if (isWhole(now.person)) return now.person;
          await wait(pause, never);
        }
        throw failure ?? new JourneyError('conflict');
      };
      return inTurn(() => learnFrom(signIn, 'merge-persons', projectId, merge), signal);
    },
  };
}

/** A person after a change. `failure`: the response was lost, so the person was read to see the effect. */
interface Answer {
  readonly person: Person;
  readonly failure?: JourneyError | undefined;
}

type Written = Omit<EditOutcome, 'overtaken'>;

/** Trims the values, as responses are trimmed when read. Throws `rejected` for an empty alias. */
function tidy(edit: PersonEdit): PersonEdit {
  if (edit.kind === 'rename') return { ...edit, firstName: edit.firstName.trim(), lastName: edit.lastName.trim() };
  const value = requireValue(edit.alias.value).trim();
  return { ...edit, alias: { ...edit.alias, value } };
}

/** A key for the subject of an edit: an alias, or the names. */
const subjectOf = ({ id }: Person, edit: PersonEdit): string =>
  JSON.stringify([id, edit.kind === 'rename' ? undefined : edit.alias.value]);

const isOneOf = (error: unknown, ...kinds: readonly JourneyError['kind'][]): error is JourneyError =>
  error instanceof JourneyError && kinds.includes(error.kind);
