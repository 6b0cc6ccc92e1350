import { Refusal } from './refusal.js';
import type { Person, Persons, Habits } from './model.js';

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
    // An update keeps the person's place in the list.
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
