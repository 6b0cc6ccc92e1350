import type { AliasType } from './cjds-wire.js';
import { Refusal } from './refusal.js';
import type { Habits } from './world.js';

export interface Alias {
  /** `undefined` for an alias of an old person, known without its type. */
  readonly type: AliasType | undefined;
  readonly value: string;
}

export interface Person {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly aliases: readonly Alias[];
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export type PersonFields = Partial<Pick<Person, 'firstName' | 'lastName' | 'aliases' | 'createdBy'>>;

/** The identity graph of one project: an alias belongs to one person at most. */
export interface Persons {
  list(): readonly Person[];
  /** @throws Refusal 404 */
  get(id: string): Person;
  byAlias(value: string): Person | undefined;
  create(fields: PersonFields): Person;
  /** @throws Refusal 409 for an alias this person has already; for another's the status of `conflictStatus`. */
  save(person: Person): Person;
  remove(id: string): Person;
  /** Gives the aliases of the others to the primary person and forgets the others. */
  merge(primaryId: string, otherIds: readonly string[]): Person;
  /** The person of an alias; somebody without a name is created for an unknown one. */
  holderOf(alias: Alias): Person;
}

export function createPersons(
  now: () => number,
  habits: Pick<Habits, 'conflictStatus'>,
  changed: (personId: string) => void,
): Persons {
  const persons = new Map<string, Person>();
  const owners = new Map<string, string>();
  let created = 0;

  const get = (id: string): Person => {
    const person = persons.get(id);
    if (!person) throw new Refusal(404, 'Person not found');
    return person;
  };

  const check = ({ id, aliases }: Person): void => {
    const seen = new Set<string>();
    const status = habits.conflictStatus;
    const said = status === 409 ? status : undefined;
    for (const { value } of aliases) {
      if (seen.has(value)) throw new Refusal(409, `Alias is already present: ${value}`, [], said);
      seen.add(value);
      if ((owners.get(value) ?? id) === id) continue;
      const conflict = `Alias to be added already exists to some other Person: ${value}`;
      throw new Refusal(status, 'Request could not be processed', [conflict], said);
    }
  };

  const forget = (id: string): void => {
    for (const { value } of persons.get(id)?.aliases ?? []) owners.delete(value);
    persons.delete(id);
  };

  const put = (person: Person): Person => {
    check(person);
    // An update keeps its place in the list.
    for (const { value } of persons.get(person.id)?.aliases ?? []) owners.delete(value);
    persons.set(person.id, person);
    for (const { value } of person.aliases) owners.set(value, person.id);
    changed(person.id);
    return person;
  };

  const stamp = (): string => new Date(now()).toISOString();

  const self: Persons = {
    list: () => [...persons.values()],
    get,
    byAlias(value) {
      const id = owners.get(value);
      return id === undefined ? undefined : persons.get(id);
    },
    create({ firstName = null, lastName = null, aliases = [], createdBy = 'administrator' }) {
      const id = `65f0c0de${(created + 1).toString(16).padStart(16, '0')}`;
      const at = stamp();
      const names = { id, firstName, lastName, aliases };
      const person = put({ ...names, createdAt: at, createdBy, updatedAt: at, updatedBy: createdBy });
      created += 1;
      return person;
    },
    save: (person) => put({ ...person, updatedAt: stamp(), updatedBy: 'agent' }),
    remove(id) {
      const person = get(id);
      forget(id);
      changed(id);
      return person;
    },
    merge(primaryId, otherIds) {
      const primary = get(primaryId);
      const others = otherIds.filter((id) => id !== primaryId).map(get);
      others.forEach(({ id }) => forget(id));
      return self.save({ ...primary, aliases: [primary, ...others].flatMap(({ aliases }) => aliases) });
    },
    holderOf: (alias) =>
      self.byAlias(alias.value) ?? self.create({ aliases: [alias], createdBy: 'journey-stream-service' }),
  };
  return self;
}
