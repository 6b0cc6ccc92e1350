import type { Address } from '../domain/address/address.js';
import { createMask, type Mask } from '../domain/masking/mask.js';
import { memoize } from '../domain/base/memoize.js';
import type { PersonMatch } from '../domain/person/person.js';
import type { Profile } from '../domain/profile/profile.js';
import type { Loadable } from '../domain/status/loadable.js';
import type { Task } from '../domain/task/task.js';
import type { JourneyState } from './journey-state.js';

/** All of a customer that is drawn. */
export interface ShownJourney {
  readonly address: Address | undefined;
  readonly task: Task | undefined;
  readonly state: JourneyState;
  /** What may be shown of an event; all of it when undefined. */
  readonly mask?: Mask['event'];
}

/** Makes of what is known of a customer what may be shown; the same as before where nothing has changed. */
export type JourneyMasker = (plain: ShownJourney, forms: readonly string[]) => ShownJourney;

/**
 * Follows one customer after another. What is masked once stays so as long as it is the same customer: an alias that was
 * removed is still in their events.
 */
export function createJourneyMasker(): JourneyMasker {
  let customer = '';
  let values = new Set<string>();
  let masks = masksOf(createMask([]));

  return (plain, forms) => {
    const { address, state, task } = plain;
    const { value: match } = state.person;
    const key = JSON.stringify([
      address?.kind,
      address?.value,
      task?.interactionId,
      match?.persons.map(({ id }) => id),
    ]);
    const known = key === customer ? [...values] : [];
    const aliases = match?.persons.flatMap((person) => person.aliases.map(({ value }) => value)) ?? [];
    const line = address === undefined ? [] : [address.value, address.shown];
    const all = new Set([...known, ...line, ...forms, ...(match === undefined ? [] : [match.address]), ...aliases]);
    if (key !== customer || all.size > values.size) masks = masksOf(createMask([...all]));
    customer = key;
    values = all;
    return shownBy(masks, plain);
  };
}

type Masks = ReturnType<typeof masksOf>;

/** Everything a mask does, each thing once. */
const masksOf = (mask: Mask) => ({
  mask,
  person: memoize((section: Loadable<PersonMatch>) => masked(section, mask.match)),
  profile: memoize((section: Loadable<Profile>) => masked(section, mask.profile)),
  records: memoize(
    (records: JourneyState['records']) =>
      new Map([...records.values()].map(mask.record).map((record) => [record.taskId, record])),
  ),
});

const masked = <T>(section: Loadable<T>, mask: (value: T) => T): Loadable<T> => ({
  ...section,
  value: section.value && mask(section.value),
});

function shownBy({ mask, person, profile, records }: Masks, { address, state, task }: ShownJourney): ShownJourney {
  const withheld = withheldUntilKnown(state.person);
  return {
    address: address && mask.address(address),
    task: task && mask.task(task),
    state: {
      ...state,
      person: person(state.person),
      profile: profile(withheld(state.profile)),
      events: withheld(state.events),
      records: records(state.records),
    },
    mask: mask.event,
  };
}

/** What leads to the customer is known with the person; without, nobody could tell what has to be masked. */
function withheldUntilKnown({ error, status, value }: Loadable<PersonMatch>): <T>(section: Loadable<T>) => Loadable<T> {
  // Nobody was asked where the service knows no persons.
  if (value !== undefined || status === 'idle') return (section) => section;
  const nothing = {
    value: undefined,
    error,
    asOf: undefined,
    status: status === 'failed' ? status : 'loading',
  } as const;
  return () => nothing;
}
