import type { Address } from '../domain/address/address.js';
import type { CustomerKey } from '../domain/address/customer-key.js';
import { createMask, type Mask } from '../domain/masking/mask.js';
import { memoize } from '../domain/base/memoize.js';
import type { PersonKey } from '../domain/person/person-key.js';
import type { PersonMatch } from '../domain/person/person.js';
import type { Profile } from '../domain/profile/profile.js';
import type { Loadable } from '../domain/status/loadable.js';
import type { ShownCustomer } from '../domain/task/shown-customer.js';
import type { Task } from '../domain/task/task.js';
import type { JourneyState } from './journey-state.js';

/** Everything that is shown of a customer. */
export interface ShownJourney {
  readonly address: Address | undefined;
  readonly task: Task | undefined;
  readonly state: JourneyState;
  /** Masks an event before it is shown; events are shown in full if undefined. */
  readonly mask?: Mask['event'];
}

/** Masks the data of a customer. Returns the same objects as before if nothing has changed. */
export type JourneyMasker = (shown: ShownCustomer, state: JourneyState, forms: readonly string[]) => ShownJourney;

/**
 * A masker for one customer after another. A value once masked stays masked for the same customer: events may still
 * contain an alias that was removed.
 */
export function createJourneyMasker(): JourneyMasker {
  let customer: CustomerKey | undefined;
  let person: PersonKey | undefined;
  let values = new Set<string>();
  let masks = masksOf(createMask([]));

  return ({ address, key, task }, state, forms) => {
    const { value: match } = state.person;
    const isSame = key === customer && state.personKey === person;
    const known = isSame ? [...values] : [];
    const aliases = match?.persons.flatMap((person) => person.aliases.map(({ value }) => value)) ?? [];
    const own = [address.value, address.shown, ...forms, ...(match === undefined ? [] : [match.address])];
    const all = new Set([...known, ...own, ...aliases]);
    if (!isSame || all.size > values.size) masks = masksOf(createMask([...all]));
    customer = key;
    person = state.personKey;
    values = all;
    return shownBy(masks, { address, task, state });
  };
}

type Masks = ReturnType<typeof masksOf>;

/** The functions of a mask, memoized. */
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

/** The values to mask are only known with the person. Until then, everything else is withheld. */
function withheldUntilKnown({ error, status, value }: Loadable<PersonMatch>): <T>(section: Loadable<T>) => Loadable<T> {
  // Idle: the source has no persons, so there is nothing to wait for.
  if (value !== undefined || status === 'idle') return (section) => section;
  const nothing = {
    value: undefined,
    error,
    asOf: undefined,
    status: status === 'failed' ? status : 'loading',
  } as const;
  return () => nothing;
}
