import type { InteractionRecord, InteractionStart } from '../../src/domain/interaction/interaction-record.js';
import { addressKey, customerKey } from '../../src/domain/address/customer-key.js';
import type { JourneyEvent } from '../../src/domain/event/event.js';
import type { EditOutcome, PersonEdit } from '../../src/domain/person/person-edit.js';
import type { Person, PersonMatch } from '../../src/domain/person/person.js';
import type { Profile } from '../../src/domain/profile/profile.js';
import type { JourneySource, LiveSignal } from '../../src/sources/journey-source.js';
import { createJourneyStore } from '../../src/store/journey-store.js';
import { channel, type Channel } from '../support/channel.js';

export const anna: Person = {
  id: 'anna',
  firstName: 'Anna',
  lastName: 'Berg',
  aliases: [
    { kind: 'phone', value: '+1' },
    { kind: 'email', value: 'shared@example.org' },
  ],
};
export const bo: Person = {
  id: 'bo',
  firstName: 'Bo',
  lastName: 'Lind',
  aliases: [
    { kind: 'email', value: 'shared@example.org' },
    { kind: 'phone', value: '+2' },
  ],
};
export const profile: Profile = {
  templateName: 'Agent view',
  attributes: [{ label: 'Plan', value: 'Fibre', error: undefined }],
};

interface Request<T> {
  readonly address: string;
  readonly signal: AbortSignal;
  readonly answer: Channel<T>;
}

/** A source where the test gives every response. */
function fakeSource() {
  const histories: Request<readonly JourneyEvent[]>[] = [];
  const lives: Request<LiveSignal<JourneyEvent>>[] = [];
  const liveProfiles: Request<LiveSignal<Profile>>[] = [];
  const persons: Request<PersonMatch>[] = [];
  const profiles: Request<Profile | undefined>[] = [];
  const records: (Omit<Request<readonly InteractionRecord[]>, 'address'> & {
    readonly contacts: readonly InteractionStart[];
  })[] = [];

  const edits: (Request<EditOutcome> & { readonly edit: PersonEdit })[] = [];
  const merges: Request<Person>[] = [];
  const rights: Request<boolean>[] = [];

  const asked = <T>(list: Request<T>[], address: string, signal: AbortSignal): Channel<T> => {
    const answer = channel<T>();
    list.push({ address, signal, answer });
    return answer;
  };
  const once = async <T>(answer: Channel<T>): Promise<T> => {
    // Ignores the abort on purpose: the store must drop late responses itself.
    for await (const value of answer.read(new AbortController().signal)) return value;
    throw new Error('no answer');
  };

  const source: Required<JourneySource> = {
    history: (address, signal) => asked(histories, address, signal).read(new AbortController().signal),
    live: (address, signal) => asked(lives, address, signal).read(signal),
    liveProfile: (address, signal) => asked(liveProfiles, address, signal).read(signal),
    person: (candidates, signal) => once(asked(persons, candidates.join(), signal)),
    profile: (personId, address, signal) => once(asked(profiles, `${personId} ${address}`, signal)),
    records: (contacts, signal) => {
      const answer = channel<readonly InteractionRecord[]>();
      if (contacts.length === 0) answer.end();
      else records.push({ contacts, signal, answer });
      return answer.read(new AbortController().signal);
    },
    edit: ({ id }, edit, signal) => {
      const answer = channel<EditOutcome>();
      edits.push({ address: id, edit, signal, answer });
      return once(answer);
    },
    mayMerge: ({ id }, signal) => once(asked(rights, id, signal)),
    merge: (primary, other, signal) => once(asked(merges, `${primary.id} ${other.id}`, signal)),
  };
  return { source, histories, lives, liveProfiles, persons, profiles, records, edits, merges, rights };
}

/** Two hours after the first of the events. */
export const noon = Date.parse('2026-11-20T12:00:00Z');

/** A store whose clock, frames and source are controlled by a test. */
export function setUp() {
  let now = noon;
  const waits: { readonly ms: number; readonly end: () => void }[] = [];
  const frames: (() => void)[] = [];
  const store = createJourneyStore({
    now: () => now,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        waits.push({ ms, end: resolve });
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      }),
    schedule: (apply) => frames.push(apply),
  });
  const endWaits = (of: number): void => waits.filter(({ ms }) => ms === of).forEach(({ end }) => end());
  return {
    store,
    endWaits,
    ids: () => [...(store.state.events.value ?? [])].map(({ id }) => id).join(),
    tick: (ms: number) => (now += ms),
    endGrace: () => endWaits(250),
    drawFrame: () => frames.splice(0).forEach((apply) => apply()),
    ...fakeSource(),
  };
}

export const customer = (...candidates: string[]) => customerIn(undefined, ...candidates);

export const customerIn = (interactionId: string | undefined, ...candidates: string[]) => ({
  key: customerKey(addressKey(candidates.map((value) => ({ kind: 'phone', value }))), interactionId),
  candidates,
  live: true,
});
