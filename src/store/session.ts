import { journeyAddressAfter, sameAliases } from '../domain/person/journey-address.js';
import { JourneyError } from '../domain/base/journey-error.js';
import type { JourneyEvent } from '../domain/event/event.js';
import type { EventList } from '../domain/event/event-list.js';
import type { Gap } from '../domain/status/gap.js';
import { personKey } from '../domain/person/person-key.js';
import { ownAddress, type Person, type PersonMatch } from '../domain/person/person.js';
import type { Profile } from '../domain/profile/profile.js';
import type { JourneySource } from '../sources/journey-source.js';
import { createCoverage } from './coverage.js';
import { createJobs } from './jobs.js';
import { disconnected, emptyJourney, failed, idle, loading, ready, type JourneyState } from './journey-state.js';
import { createKnownEvents } from './known-events.js';
import { loadLastContacts } from './last-contacts.js';
import { followProfile, loadProfile } from './load-profile.js';
import { loadRecords } from './load-records.js';
import { createPersonChanges, type PersonChanges } from './person-changes.js';
import { recordSettleTime } from './record-queue.js';
import { createPacer } from './pacer.js';
import type { Customer, LoadContext, SessionContext } from './session-context.js';

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

/** The work done for one customer. After `close` nothing of it reaches the state. */
export interface Session extends PersonChanges {
  /** Loads again what failed or was missed. */
  retry(): void;
  /** Loads everything again. What is shown stays until the answer has come. */
  refresh(): void;
  /** The agent chooses one of several persons. The ID of another person changes nothing. */
  choose(personId: string): void;
  /** Lets the agent choose again among several persons. */
  chooseAgain(): void;
  /** Loads the record of an interaction, also of one that is too old to be loaded automatically. */
  readRecord(taskId: string): void;
  /** Closes every connection and keeps the data, for a widget that is not visible. */
  pause(): void;
  /** Connects again after a pause, and loads what was missed. */
  resume(): void;
  /** Drops the customer's data and closes every connection. */
  close(): void;
}

/** Starts to read a customer's journey. It writes to the state of `context` until it is closed. */
export function openSession(source: JourneySource, customer: Customer, context: SessionContext): Session {
  const { candidates } = customer;
  const { state, now } = context;
  const streams = customer.live && source.live !== undefined;
  /** Streams that the service does not give to this user. */
  const refused = new Set<Job>();
  let open = true;
  /** The form that history and streams are asked for: the first until a person answers to another. */
  let address = candidates[0] ?? '';
  /** Id of the person the agent chose among several. */
  let chosen: string | undefined;
  /** Those it was chosen among. */
  let choice: PersonMatch | undefined;
  const known = createKnownEvents();
  /** Of what is being read anew, if anything is. */
  let coverage = createCoverage();
  let arrived: JourneyEvent[] = [];
  /** What happened while history was being read may be missing in it: read the newest pages once more. */
  let catchUpWanted = false;
  let toTheEnd = false;
  let paused = false;

  const set = (patch: Partial<JourneyState>): void => {
    if (open) context.set(patch);
  };

  const loads: LoadContext = { source, state, set, now };

  const setPerson = (match: PersonMatch, patch: Partial<JourneyState> = {}): void =>
    set({ ...patch, person: ready(match, now()), personKey: personKey(match.persons) });

  const mayLookForStranger = createPacer(firstStrangerPause, now);
  const showEvents = (): void => set({ events: { ...state().events, value: known.list, asOf: now() } });

  const applyArrived = (): void => {
    if (!open || arrived.length === 0) return;
    const ended = known.addLive(arrived.splice(0));
    showEvents();
    if (ended && !paused) jobs.start('ended');
    // The first event of a stranger makes the service create a person.
    const stranger = state().person.value?.persons.length === 0 && !jobs.isRunning('person');
    if (stranger && mayLookForStranger()) jobs.start('person');
  };

  const isLive = (): void => {
    const catchingUp = (coverage.complete || known.isRebuilding) && jobs.isRunning('events');
    set({ connection: { ...disconnected, status: catchingUp ? 'catching-up' : 'live' } });
  };

  /** The line is down: from now on what is shown may be stale. */
  const lineDown = (): void => {
    if (!coverage.connected) return;
    applyArrived();
    coverage.disconnect(known.newest?.time, now());
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
      const [before] = personsShown();
      // Aliases can move from one person to another.
      const isAnother = before !== undefined && before.id !== persons[0]?.id;
      const another = persons.length > 1 || isUndecided() || isAnother;
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
      const found = await loadProfile(loads, address, signal);
      const wanted = found && customer.live && address !== '' && !paused && !refused.has('liveProfile');
      if (wanted && !jobs.isRunning('liveProfile')) jobs.start('liveProfile');
    },

    liveProfile: (signal) => followProfile(loads, address, signal, () => jobs.start('profile')),

    async events(signal) {
      const reading = coverage.read(now());
      const limit = toTheEnd ? Infinity : mostPagesBack;
      toTheEnd = false;
      const first = !coverage.complete && !known.isRebuilding;
      if (first || state().events.status !== 'ready') set({ events: loading(state().events) });
      let pages = 0;
      let gap: Gap | undefined;
      try {
        for await (const page of source.history(address, signal)) {
          if (signal.aborted) return;
          if (known.addPage(page)) showEvents();
          if (reading.meets(page)) break;
          if (reading.canMeet && ++pages >= limit) {
            gap = reading.gap();
            break;
          }
        }
      } catch (error) {
        // What is shown still has the gap it had.
        if (!signal.aborted && !known.isRebuilding) set({ gap: reading.gap() });
        throw error;
      }
      if (signal.aborted) return;
      if (gap === undefined) reading.done(!catchUpWanted);
      jobs.stop('events');
      showRebuilt();
      set({ gap, events: ready(known.list, now()) });
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

    // Stops at once: a record that is wanted from now on needs another run.
    records: (signal) => loadRecords(loads, known, signal, () => jobs.stop('records')),

    lastContacts: (signal) => loadLastContacts(loads, signal),

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
  const changes = createPersonChanges(source, state, (person) => showPerson(person));

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
    known.rebuild();
    follow(form);
    if (form !== '') return;
    // Nobody can ask for the person's events any more.
    jobs.stop('live', 'grace');
    showRebuilt();
    set({ gap: undefined, events: ready(known.list, now()), connection: disconnected });
  };

  const showRebuilt = (): void => {
    if (!known.isRebuilding) return;
    known.showRebuilt();
    jobs.stop('records');
    set({ records: new Map([...state().records].filter(([taskId]) => known.contacts.has(taskId))) });
  };

  const showPerson = (person: Person): void => {
    const form = formFor(person);
    jobs.stop('person');
    setPerson({ persons: [person], address: state().person.value?.address ?? address });
    if (form === undefined) return;
    rebuild(form);
    jobs.start('profile');
  };

  /** What to ask for when other aliases lead to the person than to who is shown; `undefined` when the same do. */
  const formFor = (person: Person | undefined): string | undefined => {
    const [before] = personsShown();
    if (before === undefined || person === undefined || sameAliases(before, person)) return undefined;
    return journeyAddressAfter(before, person, { form: address, candidates, among: choice?.persons ?? [] });
  };

  const personsShown = (): readonly Person[] => state().person.value?.persons ?? [];
  const isUndecided = (): boolean => personsShown().length > 1;

  /** Nobody's data is shown while it is open who it is. */
  const dropCustomerData = (): void => {
    changes.abort();
    jobs.stop('events', 'live', 'profile', 'liveProfile', 'grace', 'poll', 'records', 'ended', 'lastContacts');
    known.clear();
    coverage = createCoverage();
    arrived = [];
    set({ events: idle, profile: idle, gap: undefined, connection: disconnected, records: emptyJourney.records });
  };

  begin();
  jobs.start('person');

  return {
    ...changes,
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
        known.renewContacts();
        jobs.stop('records');
        begin();
      }
      jobs.start('person');
    },
    choose(personId) {
      const persons = personsShown();
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
      changes.abort();
      jobs.close();
    },
  };
}
