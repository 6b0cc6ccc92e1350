import type { Address } from '../domain/address/address.js';
import type { CustomerKey } from '../domain/address/customer-key.js';
import { journeyAddressAfter, sameAliases } from '../domain/person/journey-address.js';
import { JourneyError } from '../domain/base/journey-error.js';
import type { JourneyEvent } from '../domain/event/event.js';
import type { EventList } from '../domain/event/event-list.js';
import type { Gap } from '../domain/status/gap.js';
import type { EditOutcome, PersonEdit } from '../domain/person/person-edit.js';
import { personKey } from '../domain/person/person-key.js';
import { ownAddress, type Person, type PersonMatch } from '../domain/person/person.js';
import type { Profile } from '../domain/profile/profile.js';
import type { JourneySource } from '../sources/journey-source.js';
import { createContacts, recordSettleTime, type RecordQueue } from './record-queue.js';
import { createCoverage } from './coverage.js';
import { createJobs } from './jobs.js';
import { disconnected, emptyJourney, failed, idle, loading, ready, type JourneyState } from './journey-state.js';
import { lastContacts } from './last-contacts.js';
import { createEventLedger, type EventLedger } from './event-ledger.js';

/** How long history waits for the stream to open, so that no event falls between the two. Milliseconds. */
const streamOpenTimeout = 250;

/** How often the newest page is read where the service does not stream. Milliseconds. */
const pollEvery = 30_000;

/** Pages read by itself to find what was missed; beyond them stands a gap that the agent can have loaded. */
const mostPagesBack = 20;

/** How soon a stranger is looked for again when events come and nobody holds the address still; doubled each time. */
const firstStrangerPause = 5_000;

type Job =
  'person' | 'profile' | 'events' | 'live' | 'liveProfile' | 'grace' | 'poll' | 'records' | 'ended' | 'lastContacts';

/** What a session needs of the world around it. */
export interface SessionContext {
  readonly state: () => JourneyState;
  readonly set: (patch: Partial<JourneyState>) => void;
  readonly now: () => number;
  /** Rejects when `signal` aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Runs `apply` once, soon: live events that come in a burst are applied together. */
  readonly schedule: (apply: () => void) => void;
}

/** What is known of a journey. */
interface Known {
  readonly ledger: EventLedger;
  readonly contacts: RecordQueue;
}

const nothing = (): Known => ({ ledger: createEventLedger(), contacts: createContacts() });

/** The work done for one customer. After `close` nothing of it reaches the state. */
export interface Session {
  /** Reads again what failed or was missed. */
  retry(): void;
  /** Reads everything again; what is shown stays until the answer is there. */
  refresh(): void;
  /** The agent says which of several persons it is; somebody else's id changes nothing. */
  choose(personId: string): void;
  /** The agent chose wrongly: asks again who it is. */
  chooseAgain(): void;
  /** The agent looks at a contact: reads its record, also of one too old to be read by itself. */
  readRecord(taskId: string): void;
  /** Changes the person; as the three below, rejects with an AbortError once another one is shown. */
  edit(edit: PersonEdit): Promise<EditOutcome>;
  mayMerge(): Promise<boolean>;
  merge(other: Person): Promise<void>;
  find(address: Address): Promise<PersonMatch>;
  /** Nobody looks: lets go of every connection, and keeps what is known. */
  pause(): void;
  /** Connects anew, and reads what was missed. */
  resume(): void;
  close(): void;
}

export interface Customer {
  /** Another key is another customer, or another contact. The same key always comes with the same `candidates`. */
  readonly key: CustomerKey;
  /** The forms of the customer's addresses, in the order to try them; at least one. */
  readonly candidates: readonly string[];
  /** Whether live events are wanted. */
  readonly live: boolean;
}

export function openSession(source: JourneySource, customer: Customer, context: SessionContext): Session {
  const { candidates } = customer;
  const { state, now } = context;
  const streams = customer.live && source.live !== undefined;
  /** Streams that the service does not give to this user. */
  const refused = new Set<Job>();
  let open = true;
  /** Aborts what is done to the person shown once that is another one. */
  let shown = new AbortController();
  /** The form that history and streams are asked for: the first until a person answers to another. */
  let address = candidates[0] ?? '';
  /** Id of the person the agent chose among several. */
  let chosen: string | undefined;
  /** Those it was chosen among. */
  let choice: PersonMatch | undefined;
  let known = nothing();
  /** What is being read under other aliases: takes the place of what is known once it is whole. */
  let rebuilding: Known | undefined;
  /** Of what is being read anew, if anything is. */
  let coverage = createCoverage();
  /** So many changes were asked for: what is learned late of one of them may be older than the next. */
  let changes = 0;
  let arrived: JourneyEvent[] = [];
  /** What happened while history was being read may be missing in it: read the newest pages once more. */
  let catchUpWanted = false;
  let toTheEnd = false;
  let paused = false;
  let nextLookForStranger = 0;
  let strangerPause = firstStrangerPause;

  const set = (patch: Partial<JourneyState>): void => {
    if (open) context.set(patch);
  };

  const setPerson = (match: PersonMatch, patch: Partial<JourneyState> = {}): void =>
    set({ ...patch, person: ready(match, now()), personKey: personKey(match.persons) });

  /** Whether a contact ended. */
  const add = (incoming: readonly JourneyEvent[], to: Known): boolean => {
    to.ledger.add(incoming);
    if (to === known) set({ events: { ...state().events, value: to.ledger.list, asOf: now() } });
    return to.contacts.note(incoming);
  };

  const applyArrived = (): void => {
    if (!open || arrived.length === 0) return;
    const fresh = arrived.splice(0);
    if (rebuilding !== undefined) add(fresh, rebuilding);
    if (add(fresh, known) && !paused) jobs.start('ended');
    // The first event of a stranger makes the service create a person.
    const stranger = state().person.value?.persons.length === 0 && !jobs.isRunning('person');
    if (!stranger || now() < nextLookForStranger) return;
    nextLookForStranger = now() + strangerPause;
    strangerPause *= 2;
    jobs.start('person');
  };

  const isLive = (): void => {
    const catchingUp = (coverage.complete || rebuilding !== undefined) && jobs.isRunning('events');
    set({ connection: { ...disconnected, status: catchingUp ? 'catching-up' : 'live' } });
  };

  /** The line is down: from now on what is shown may be stale. */
  const lineDown = (): void => {
    if (!coverage.connected) return;
    applyArrived();
    coverage.disconnect((rebuilding ?? known).ledger.list.newest?.time, now());
    set({ events: { ...state().events, asOf: now() } });
  };

  const work: Record<Job, (signal: AbortSignal) => Promise<void>> = {
    async person(signal) {
      if (source.person === undefined) return;
      set({ person: loading(state().person) });
      const match = await source.person(candidates, signal);
      if (signal.aborted) return;
      const again = match.persons.find(({ id }) => id === chosen);
      if (again === undefined) chosen = undefined;
      choice = match.persons.length > 1 ? match : undefined;
      const persons = again === undefined ? match.persons : [again];
      const another = persons.length > 1 || isUndecided() || isAnother(persons[0]);
      if (another) dropCustomerData();
      const changed = another ? undefined : formFor(persons[0]);
      const form = again === undefined ? match.address : (changed ?? address);
      setPerson({ persons, address: form }, { chosen: again !== undefined && choice !== undefined });
      if (persons.length > 1) return jobs.start('lastContacts');
      set({ lastContacts: emptyJourney.lastContacts });
      if (changed !== undefined) rebuild(form);
      else if (another || form !== address) follow(form);
      if (persons.length === 0) set({ profile: ready<Profile>(undefined, now()) });
      else jobs.start('profile');
    },

    async profile(signal) {
      const { status, value } = state().person;
      const person = value?.persons[0];
      // Where nobody could say who it is, the address on the line still leads to the profile.
      if (source.profile === undefined || (person === undefined && status !== 'failed')) return;
      if (state().profile.status !== 'ready') set({ profile: loading(state().profile) });
      const profile = await source.profile(person?.id ?? '', address, signal);
      if (signal.aborted) return;
      set({ profile: ready(profile, now()) });
      const wanted = profile !== undefined && address !== '' && !paused && !refused.has('liveProfile');
      if (wanted && !jobs.isRunning('liveProfile')) jobs.start('liveProfile');
    },

    async events(signal) {
      const reading = coverage.read(now());
      const limit = toTheEnd ? Infinity : mostPagesBack;
      toTheEnd = false;
      const first = !coverage.complete && rebuilding === undefined;
      if (first || state().events.status !== 'ready') set({ events: loading(state().events) });
      let pages = 0;
      let gap: Gap | undefined;
      try {
        for await (const page of source.history(address, signal)) {
          if (signal.aborted) return;
          add(page, rebuilding ?? known);
          if (reading.meets(page)) break;
          if (reading.canMeet && ++pages >= limit) {
            gap = reading.gap();
            break;
          }
        }
      } catch (error) {
        // What is shown still has the gap it had.
        if (!signal.aborted && rebuilding === undefined) set({ gap: reading.gap() });
        throw error;
      }
      if (signal.aborted) return;
      if (gap === undefined) reading.done(!catchUpWanted);
      jobs.stop('events');
      showRenewed();
      set({ gap, events: ready(known.ledger.list, now()) });
      if (catchUpWanted) {
        catchUpWanted = false;
        jobs.start('events');
      }
      if (coverage.connected) isLive();
      readRecords();
    },

    async live(signal) {
      set({ connection: { ...disconnected, status: 'connecting' } });
      for await (const message of source.live?.(address, signal) ?? []) {
        if (signal.aborted) return;
        if (message.kind === 'message') {
          if (arrived.push(message.value) === 1) context.schedule(applyArrived);
        } else if (message.kind === 'open') {
          coverage.connect();
          jobs.stop('grace');
          // What happened before the line was up is in the history only.
          if (jobs.isRunning('events')) catchUpWanted = true;
          else jobs.start('events');
          isLive();
        } else {
          lineDown();
          const { inMs, error } = message;
          set({ connection: { status: 'reconnecting', retryAt: now() + inMs, error } });
        }
      }
    },

    async liveProfile(signal) {
      if (source.liveProfile === undefined || !customer.live) return;
      let opened = false;
      for await (const message of source.liveProfile(address, signal)) {
        if (signal.aborted) return;
        if (message.kind === 'message') set({ profile: ready(message.value, now()) });
        else if (message.kind === 'open') {
          if (opened) jobs.start('profile');
          opened = true;
        }
      }
    },

    async grace(signal) {
      await context.wait(streamOpenTimeout, signal);
      if (!signal.aborted) jobs.start('events');
    },

    async poll(signal) {
      while (!signal.aborted) {
        await context.wait(pollEvery, signal);
        if (signal.aborted) return;
        if (refused.has('live') && !jobs.isRunning('events')) jobs.start('events');
        if (refused.has('liveProfile') && !jobs.isRunning('profile')) jobs.start('profile');
      }
    },

    async records(signal) {
      for (let due = known.contacts.due(now()); due.length > 0; due = known.contacts.due(now())) {
        for await (const records of source.records?.(due, signal) ?? []) {
          if (signal.aborted) return;
          const known = records.map((record) => [record.taskId, record] as const);
          set({ records: new Map([...state().records, ...known]) });
        }
        if (signal.aborted) return;
        known.contacts.answered(due);
      }
      jobs.stop('records'); // at once: what is wanted from now on needs another run
    },

    async lastContacts(signal) {
      for await (const [id, contact] of lastContacts(source, state().person.value?.persons ?? [], signal, now)) {
        if (signal.aborted) return;
        set({ lastContacts: new Map([...state().lastContacts, [id, contact]]) });
      }
    },

    async ended(signal) {
      // Half as long again: the clocks of agent and service differ.
      await context.wait(recordSettleTime * 1.5, signal);
      if (!signal.aborted) readRecords();
    },
  };

  const readRecords = (): void => {
    if (!jobs.isRunning('records')) jobs.start('records');
  };

  const fail = (job: Job, error: JourneyError): void => {
    if (job === 'records' || job === 'lastContacts') return; // nobody misses what most may not read
    const { person, profile, events } = state();
    if (job === 'person') {
      set({ person: failed(person, error) });
      if (person.value === undefined) jobs.start('profile');
    } else if (job === 'profile') set({ profile: failed(profile, error) });
    else if (job === 'events') {
      set({ events: failed(events, error) });
      if (coverage.connected) isLive();
    } else if (error.kind === 'unauthorized') {
      if (job === 'liveProfile') return set({ profile: failed(profile, error) });
      lineDown();
      set({ connection: { ...disconnected, status: 'signed-out', error } });
    } else {
      refused.add(job);
      if (job === 'live') {
        lineDown();
        set({ connection: { ...disconnected, status: 'polling', error } });
      }
      if (!jobs.isRunning('poll')) jobs.start('poll');
    }
  };

  const jobs = createJobs(work, fail);

  /** Connects first and reads then, so that nothing falls between the two. */
  const begin = (): void => {
    jobs.stop('events', 'poll');
    refused.clear();
    catchUpWanted = false;
    lineDown();
    if (paused || address === '') return;
    if (!streams) return jobs.start('events');
    jobs.start('live');
    jobs.start('grace');
  };

  /** Asks history and streams for `form` from now on. */
  const follow = (form: string): void => {
    address = form;
    coverage = createCoverage();
    jobs.stop('profile', 'liveProfile');
    begin();
  };

  /** Reads all events anew, under the aliases that lead to the person now; what is shown stays until they are whole. */
  const rebuild = (form: string): void => {
    applyArrived();
    rebuilding = nothing();
    follow(form);
    if (form !== '') return;
    // Nobody can ask for the person's events any more.
    jobs.stop('live', 'grace');
    showRenewed();
    set({ gap: undefined, events: ready(known.ledger.list, now()), connection: disconnected });
  };

  const showRenewed = (): void => {
    if (rebuilding === undefined) return;
    const { contacts } = (known = rebuilding);
    rebuilding = undefined;
    jobs.stop('records');
    set({ records: new Map([...state().records].filter(([taskId]) => contacts.has(taskId))) });
  };

  /** Asks about the one person shown. */
  const ask = async <T>(question: (person: Person, signal: AbortSignal) => Promise<T> | undefined): Promise<T> => {
    const { signal } = shown;
    const persons = state().person.value?.persons ?? [];
    const answer = persons.length === 1 ? question(persons[0]!, signal) : undefined;
    if (answer === undefined) throw new JourneyError('not-found');
    try {
      return await answer;
    } finally {
      signal.throwIfAborted();
    }
  };

  const showPerson = (person: Person): void => {
    const match = state().person.value;
    const form = formFor(person);
    jobs.stop('person');
    setPerson({ persons: [person], address: match?.address ?? address });
    if (form === undefined) return;
    rebuild(form);
    jobs.start('profile');
  };

  /** What to ask for when other aliases lead to the person than to who is shown; `undefined` when the same do. */
  const formFor = (person: Person | undefined): string | undefined => {
    const before = state().person.value?.persons[0];
    if (before === undefined || person === undefined || sameAliases(before, person)) return undefined;
    return journeyAddressAfter(before, person, { form: address, candidates, among: choice?.persons ?? [] });
  };

  const isUndecided = (): boolean => (state().person.value?.persons.length ?? 0) > 1;

  /** Aliases can move from one person to another. */
  const isAnother = (person: Person | undefined): boolean => {
    const shown = state().person.value?.persons[0];
    return shown !== undefined && shown.id !== person?.id;
  };

  /** Nobody's data is shown while it is open who it is. */
  const dropCustomerData = (): void => {
    shown.abort();
    shown = new AbortController();
    jobs.stop('events', 'live', 'profile', 'liveProfile', 'grace', 'poll', 'records', 'ended', 'lastContacts');
    known = nothing();
    rebuilding = undefined;
    coverage = createCoverage();
    arrived = [];
    set({ events: idle, profile: idle, gap: undefined, connection: disconnected, records: emptyJourney.records });
  };

  begin();
  jobs.start('person');

  return {
    retry() {
      const { person, profile, events, gap, connection } = state();
      if (person.status === 'failed') jobs.start('person');
      if (profile.status === 'failed') jobs.start('profile');
      toTheEnd = true;
      if (connection.error !== undefined) begin();
      else if (events.status === 'failed' || gap !== undefined) jobs.start('events');
    },
    refresh() {
      if (!isUndecided()) {
        coverage = createCoverage();
        known = { ...known, contacts: createContacts() };
        jobs.stop('records');
        begin();
      }
      jobs.start('person');
    },
    choose(personId) {
      const persons = state().person.value?.persons ?? [];
      const person = persons.find(({ id }) => id === personId);
      if (person === undefined) return;
      const own = ownAddress(person, persons, candidates);
      jobs.stop('person');
      dropCustomerData();
      chosen = person.id;
      // What is stored under an address that others have too is not known to be this person's.
      address = own ?? '';
      const { lastContacts } = emptyJourney;
      setPerson({ persons: [person], address }, { chosen: choice !== undefined, lastContacts });
      if (own === undefined) set({ events: failed<EventList>(idle, new JourneyError('not-found')) });
      else begin();
      jobs.start('profile');
    },
    chooseAgain() {
      if (chosen === undefined || choice === undefined) return;
      jobs.stop('person');
      dropCustomerData();
      chosen = undefined;
      setPerson(choice, { chosen: false });
      jobs.start('person'); // what they were chosen by may have changed since
    },
    readRecord(taskId) {
      if (known.contacts.want(taskId)) readRecords();
    },
    async edit(edit) {
      const { signal } = shown;
      const change = ++changes;
      const outcome = await ask((person) => source.edit?.(person, edit, signal));
      showPerson(outcome.person);
      void outcome.overtaken.then((person) => {
        if (person !== undefined && change === changes && !signal.aborted) showPerson(person);
      });
      return outcome;
    },
    mayMerge: () => ask((person, signal) => source.mayMerge?.(person, signal) ?? Promise.resolve(false)),
    async merge(other) {
      changes += 1;
      showPerson(await ask((person, signal) => source.merge?.(person, other, signal)));
    },
    find: ({ candidates: forms }) => ask((_, signal) => source.person?.(forms, signal)),
    pause() {
      paused = true;
      jobs.stop('events', 'live', 'liveProfile', 'grace', 'poll', 'records', 'ended', 'lastContacts');
      lineDown();
      set({ connection: { ...disconnected, status: 'paused' } });
    },
    resume() {
      paused = false;
      if (isUndecided()) jobs.start('lastContacts');
      if (isUndecided() || address === '') return set({ connection: disconnected });
      begin();
      jobs.stop('liveProfile');
      jobs.start('profile');
    },
    close() {
      open = false;
      shown.abort();
      jobs.close();
    },
  };
}
