import { JourneyError } from '../domain/error.js';
import type { JourneyEvent } from '../domain/event.js';
import { ownAddress } from '../domain/own-address.js';
import type { Person } from '../domain/person.js';
import type { Profile } from '../domain/profile.js';
import type { JourneySource } from '../sources/source.js';
import { disconnected, failed, idle, loading, ready, type JourneyState } from './journey-state.js';
import { merge } from './merge.js';

/** How long history waits for the stream to open, so that no event falls between the two. Milliseconds. */
const graceForStream = 250;

type Job = 'person' | 'profile' | 'events' | 'live' | 'liveProfile';

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

/** The work done for one customer. After `close` nothing of it reaches the state. */
export interface Session {
  /** Reads again what failed. */
  retry(): void;
  /** Reads everything again; what is shown stays until the answer is there. */
  refresh(): void;
  /** The agent says which of several persons it is. */
  choose(person: Person): void;
  close(): void;
}

export interface Customer {
  /** The forms of the customer's address, in the order to try them; at least one. */
  readonly candidates: readonly string[];
  /** Whether live events are wanted. */
  readonly live: boolean;
}

export function openSession(source: JourneySource, customer: Customer, context: SessionContext): Session {
  const { candidates } = customer;
  const running = new Map<Job, AbortController>();
  const known = new Set<string>();
  const arrived: JourneyEvent[] = [];
  let open = true;
  /** The form that history and streams are asked for: the first until a person answers to another. */
  let address = candidates[0] ?? '';
  /** Whether history was once read to its end. */
  let complete = false;
  let connected = false;
  let catchUpWanted = false;
  /** Id of the person the agent chose among several. */
  let chosen: string | undefined;
  let pause = new AbortController();
  const streams = customer.live && source.live !== undefined;

  const { state, now } = context;
  const set = (patch: Partial<JourneyState>): void => {
    if (open) context.set(patch);
  };

  const stop = (...jobs: Job[]): void => {
    for (const job of jobs) {
      running.get(job)?.abort();
      running.delete(job);
    }
  };

  /** Starts a job anew. Its signal aborts when it is started again, stopped, or the customer is gone. */
  const start = (job: Job): void => {
    stop(job);
    if (!open) return;
    const controller = new AbortController();
    running.set(job, controller);
    void work[job](controller.signal)
      .catch((reason: unknown) => {
        if (controller.signal.aborted) return;
        if (!(reason instanceof JourneyError)) reportError(reason);
        report(job, reason instanceof JourneyError ? reason : new JourneyError('malformed', { cause: reason }));
      })
      .finally(() => {
        if (running.get(job) === controller) running.delete(job);
      });
  };

  const report = (job: Job, error: JourneyError): void => {
    const { person, profile, events } = state();
    if (job === 'person') set({ person: failed(person, error) });
    else if (job === 'profile' || job === 'liveProfile') set({ profile: failed(profile, error) });
    else if (job === 'events') set({ events: failed(events, error) });
    else {
      leave();
      set({
        connection: { status: error.kind === 'unauthorized' ? 'signed-out' : 'polling', retryAt: undefined, error },
      });
    }
  };

  const add = (incoming: readonly JourneyEvent[]): void => {
    const fresh: JourneyEvent[] = [];
    for (const event of incoming) {
      if (known.has(event.key)) continue;
      known.add(event.key);
      fresh.push(event);
    }
    const { events } = state();
    const value = fresh.length > 0 || events.value === undefined ? merge(events.value ?? [], fresh) : events.value;
    set({ events: { ...events, value, asOf: now() } });
  };

  const applyArrived = (): void => {
    if (!open || arrived.length === 0) return;
    add(arrived.splice(0));
    // The first event of a stranger makes the service create a person.
    if (state().person.value?.persons.length === 0 && !running.has('person')) start('person');
  };

  /** The line is down: from now on what is shown may be stale. */
  const leave = (): void => {
    if (connected) set({ events: { ...state().events, asOf: now() } });
    connected = false;
  };

  const isLive = (): void =>
    set({
      connection: {
        status: complete && running.has('events') ? 'catching-up' : 'live',
        retryAt: undefined,
        error: undefined,
      },
    });

  const work: Record<Job, (signal: AbortSignal) => Promise<void>> = {
    async person(signal) {
      if (source.person === undefined) return;
      set({ person: loading(state().person) });
      const match = await source.person(candidates, signal);
      if (signal.aborted) return;
      const persons = match.persons.filter(({ id }) => chosen === undefined || id === chosen);
      set({ person: ready({ persons, address: chosen === undefined ? match.address : address }, now()) });
      if (persons.length > 1) return holdBack();
      if (chosen === undefined) follow(match.address);
      if (persons.length === 0) set({ profile: ready<Profile>(undefined, now()) });
      else start('profile');
    },

    async profile(signal) {
      const person = state().person.value?.persons[0];
      if (source.profile === undefined || person === undefined) return;
      set({ profile: loading(state().profile) });
      const profile = await source.profile(person.id, address, signal);
      if (signal.aborted) return;
      set({ profile: ready(profile, now()) });
      if (profile !== undefined && !running.has('liveProfile')) start('liveProfile');
    },

    async events(signal) {
      set({ events: loading(state().events) });
      const before = new Set(complete ? known : []);
      for await (const page of source.history(address, signal)) {
        if (signal.aborted) return;
        add(page);
        if (meets(page, before)) break;
      }
      if (signal.aborted) return;
      complete = true;
      running.delete('events');
      set({ events: ready(state().events.value ?? [], now()) });
      if (catchUpWanted) {
        catchUpWanted = false;
        start('events');
      }
      if (connected) isLive();
    },

    async live(signal) {
      set({ connection: { ...disconnected, status: 'connecting' } });
      for await (const message of source.live?.(address, signal) ?? []) {
        if (signal.aborted) return;
        if (message.kind === 'message') {
          if (arrived.push(message.value) === 1) context.schedule(applyArrived);
        } else if (message.kind === 'open') {
          connected = true;
          // What happened before the line was up is in the history only.
          if (running.has('events')) catchUpWanted = true;
          else start('events');
          isLive();
        } else {
          leave();
          set({ connection: { status: 'reconnecting', retryAt: now() + message.inMs, error: message.error } });
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
          if (opened) start('profile');
          opened = true;
        }
      }
    },
  };

  /** Asks history and stream for `form`, unless they already do. */
  const follow = (form: string): void => {
    if (form === address) return;
    address = form;
    complete = false;
    stop('profile', 'liveProfile');
    begin();
  };

  /** Several persons: nobody's data is shown until the agent has said who it is. */
  const holdBack = (): void => {
    stop('events', 'live', 'profile', 'liveProfile');
    pause.abort();
    connected = false;
    known.clear();
    arrived.length = 0;
    set({ events: idle, profile: idle, connection: disconnected });
  };

  const begin = (): void => {
    stop('events');
    leave();
    if (!streams) return start('events');
    start('live');
    pause.abort();
    pause = new AbortController();
    context.wait(graceForStream, pause.signal).then(
      () => {
        if (!complete && !running.has('events')) start('events');
      },
      () => undefined,
    );
  };

  begin();
  start('person');

  return {
    retry() {
      const { person, profile, events, connection } = state();
      if (person.status === 'failed') start('person');
      if (profile.status === 'failed') start('profile');
      if (connection.error !== undefined) begin();
      else if (events.status === 'failed') start('events');
    },
    refresh() {
      complete = false;
      begin();
      start('person');
    },
    choose(person) {
      chosen = person.id;
      address = ownAddress(person, state().person.value?.persons ?? []) ?? address;
      complete = false;
      set({ person: ready({ persons: [person], address }, now()) });
      begin();
      start('profile');
    },
    close() {
      open = false;
      pause.abort();
      stop(...running.keys());
    },
  };
}

/** Whether a page holds something known, so that older pages hold nothing new; only sure when pages come newest first. */
function meets(page: readonly JourneyEvent[], before: ReadonlySet<string>): boolean {
  return (
    page.some(({ key }) => before.has(key)) &&
    page.every(({ time }, index) => index === 0 || page[index - 1]!.time >= time)
  );
}
