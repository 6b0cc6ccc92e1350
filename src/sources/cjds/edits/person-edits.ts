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

/** So often an edit is planned anew when the person is not as it was read any more. */
const mostAttempts = 3;

/** Who wrote without having seen an edit has done so by then. Milliseconds. */
const settling = 3_000;

/** Between two attempts to put back what a change has cost. Milliseconds. */
const putBackPauses = [500, 2_000, 8_000, 30_000];

/** Whoever asks for a longer one keeps the agent, and all changes after this one, from going on. Milliseconds. */
const longestPause = 60_000;

/** After these nobody knows whether a change was made. */
const answerless = ['network', 'server', 'malformed'] as const;

/** How long a merge that was accepted may take. Milliseconds, between two looks. */
const mergePauses = [500, 1_000, 2_000];

export interface PersonEditsOptions {
  readonly http: Http;
  readonly projectId: string;
  readonly signIn: LearnedPermissions;
  readonly wait?: Wait;
}

export type PersonEdits = Required<Pick<JourneySource, 'edit' | 'mayMerge' | 'merge'>>;

/**
 * Changes of persons, by JSON Patch: all that an agent's token may do. The service gives no means to say what a change was
 * based on, and removes by position. So a person is read right before each change, and the answer compared with that: an
 * alias that was hit instead of the one meant is put back, and what did not hold is tried again. Nothing is sent twice
 * without a look at what the first time did.
 *
 * What has begun to be written is brought to its end even when the caller leaves: half a change may cost an alias.
 */
export function createPersonEdits({ http, projectId, signIn, wait = realWait }: PersonEditsOptions): PersonEdits {
  const never = new AbortController().signal;
  /** The last edit of each alias, and of the names. */
  const latest = new Map<string, PersonEdit>();
  let last: Promise<unknown> = Promise.resolve();
  /** Asks whether this token may merge; one question for all that want to know. */
  let mergeProbe: { readonly token: string | undefined; readonly may: Promise<boolean> } | undefined;

  /** One after another: an agent is not to compete with themselves. */
  function inTurn<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const run = last.then(() => {
      signal.throwIfAborted();
      return work();
    });
    last = run.catch(() => undefined);
    return abortable(run, signal);
  }

  /** The person by id, or where that way is closed by their aliases. Throws `not-found` when there is none. */
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

  /** Writes once. */
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

  /** Why an edit was refused. Throws what another attempt cannot mend. */
  async function refusal(error: unknown, edit: PersonEdit, { id }: Person): Promise<JourneyError> {
    if (!isOneOf(error, 'conflict', 'rejected', 'not-found')) throw error;
    if (edit.kind !== 'add') return error;
    const { status, trackingId } = error;
    const told = (kind: 'alias-taken' | 'alias-limit') => new JourneyError(kind, { status, trackingId, cause: error });
    if (error.says(/exists? to some other person/i)) throw told('alias-taken');
    if (error.says(/\bmaximum\b|\blimit|\bexceed|\bat most\b|\bmore than\b/i)) throw told('alias-limit');
    // In words nobody knows, somebody else may hold it all the same.
    const answer = await http
      .json(paths.persons(projectId, [edit.alias.value]), { signal: never })
      .catch(() => undefined);
    if (readPersons(answer).some((person) => person.id !== id)) throw told('alias-taken');
    return error;
  }

  /** Whether the alias is the person's again. Patient: the agent never meant it. */
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

  /** Rejects when the edit could not be brought to hold and has cost nothing. */
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

/** A person after a change; `failure`: no answer came, so they were read, and show what it did. */
interface Answer {
  readonly person: Person;
  readonly failure?: JourneyError | undefined;
}

type Written = Omit<EditOutcome, 'overtaken'>;

/** As the service's answers are read: without space around. Throws `rejected` for no alias at all. */
function tidy(edit: PersonEdit): PersonEdit {
  if (edit.kind === 'rename') return { ...edit, firstName: edit.firstName.trim(), lastName: edit.lastName.trim() };
  const value = requireValue(edit.alias.value).trim();
  return { ...edit, alias: { ...edit.alias, value } };
}

/** What an edit is about: an alias, or the names. */
const subjectOf = ({ id }: Person, edit: PersonEdit): string =>
  JSON.stringify([id, edit.kind === 'rename' ? undefined : edit.alias.value]);

const isOneOf = (error: unknown, ...kinds: readonly JourneyError['kind'][]): error is JourneyError =>
  error instanceof JourneyError && kinds.includes(error.kind);
