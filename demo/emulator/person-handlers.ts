import { http, HttpResponse, type RequestHandler } from 'msw';
import type { Answering, Call } from './answering.js';
import { isRecord } from './cloud-event';
import { patchPerson, readPersonFields, readTexts } from './persons-wire.js';
import { listOf } from './query.js';
import { Refusal } from './refusal.js';
import type { World } from './world.js';
import { metaOf, personToWire } from './to-wire.js';
import type { Person, Persons, Project } from './model.js';

const root = '*/admin/v1/api/person';

/** Read from the URL itself: a comma inside an alias is encoded, a comma between two is not. */
const aliasesOf = ({ request }: Call): readonly string[] =>
  (new URL(request.url).pathname.split('/').at(-1) ?? '').split(',').map(decodeURIComponent);

function holdersOf(persons: Persons, aliases: readonly string[]): readonly Person[] {
  const found = new Set(aliases.flatMap((alias) => persons.byAlias(alias) ?? []));
  if (found.size === 0) throw new Refusal(404, 'Person not found');
  return [...found];
}

/** @throws Refusal 415 */
async function patchOf({ request, json }: Call): Promise<unknown> {
  if (!request.headers.get('content-type')?.startsWith('application/json-patch+json')) {
    throw new Refusal(415, 'Content-Type must be application/json-patch+json');
  }
  return json();
}

/** Finding, changing and merging persons. */
export function personHandlers(world: World, answering: Answering): RequestHandler[] {
  const wire = (project: Project, person: Person) => personToWire(person, world.organizationId, project.id);

  const many = ({ project, query }: Call, choose: (persons: Persons) => readonly Person[]): Response => {
    const found = project();
    const records = choose(found.persons).map((person) => wire(found, person));
    const meta = metaOf(world.organizationId, found.id);
    return HttpResponse.json({ meta, data: listOf(records, query, world.habits) });
  };

  const one = (
    status: number,
    act: (persons: Persons, call: Call) => Person | Promise<Person>,
    right: 'user' | 'config-write',
    shape: 'envelope' | 'bare' = 'envelope',
  ) =>
    answering('person', async (call) => {
      if (right === 'config-write') call.demandConfigWrite();
      const found = call.project();
      const person = wire(found, await act(found.persons, call));
      const meta = metaOf(world.organizationId, found.id);
      return HttpResponse.json(shape === 'bare' ? person : { meta, data: person }, { status });
    });

  const list = (call: Call) => {
    const id = call.query.get('personId');
    return many(call, (persons) => (id === null ? persons.list() : [persons.get(id)]));
  };

  const search = async (call: Call) => {
    const body = await call.json();
    const wanted = isRecord(body) ? (body.identities ?? body.aliases) : undefined;
    const aliases = readTexts(wanted, 'identities');
    return many(call, (persons) => holdersOf(persons, aliases));
  };

  const mergeIdentities = async (persons: Persons, { json }: Call): Promise<Person> => {
    const body = await json();
    const fields = readPersonFields(body);
    const [primary, ...others] = new Set(fields.aliases.flatMap(({ value }) => persons.byAlias(value) ?? []));
    if (!primary) return persons.create(fields);
    const merged = persons.merge(
      primary.id,
      others.map(({ id }) => id),
    );
    const kept = isRecord(body) && body.override === true ? [] : merged.aliases;
    const added = fields.aliases.filter(({ value }) => !kept.some((alias) => alias.value === value));
    return persons.save({ ...merged, ...fields, aliases: [...kept, ...added] });
  };

  const mergePersons = async (persons: Persons, { json, part }: Call): Promise<Person> => {
    const body = await json();
    const ids = readTexts(isRecord(body) ? body.personIdsToMerge : undefined, 'personIdsToMerge');
    if (ids.length === 0) throw new Refusal(400, 'Validation failed', ['personIdsToMerge must not be empty']);
    return persons.merge(part('person'), ids);
  };

  const addAliases = async (persons: Persons, call: Call): Promise<Person> => {
    const person = persons.get(call.part('person'));
    const { aliases } = readPersonFields(await patchOf(call));
    return persons.save({ ...person, aliases: [...person.aliases, ...aliases] });
  };

  const removeAliases = async (persons: Persons, call: Call): Promise<Person> => {
    const person = persons.get(call.part('person'));
    const values = readTexts(await patchOf(call), 'body');
    return persons.save({ ...person, aliases: person.aliases.filter(({ value }) => !values.includes(value)) });
  };

  const patch = async (persons: Persons, call: Call) => {
    const body = await patchOf(call);
    return persons.save(patchPerson(persons.get(call.part('person')), body, world.habits));
  };

  const all = `${root}/workspace-id/:project`;
  return [
    http.get(all, answering('person', list)),
    http.get(
      `${all}/aliases/:aliases`,
      answering('person', (call) => many(call, (persons) => holdersOf(persons, aliasesOf(call)))),
    ),
    http.post(`${all}/aliases/search`, answering('person', search)),
    http.post(
      all,
      one(201, async (persons, { json }) => persons.create(readPersonFields(await json())), 'config-write'),
    ),
    http.patch(`${all}/person-id/:person`, one(202, patch, 'user')),
    http.delete(
      `${all}/person-id/:person`,
      one(200, (persons, { part }) => persons.remove(part('person')), 'config-write', 'bare'),
    ),
    http.patch(`${root}/add-identities/workspace-id/:project/person-id/:person`, one(200, addAliases, 'config-write')),
    http.patch(
      `${root}/remove-identities/workspace-id/:project/person-id/:person`,
      one(200, removeAliases, 'config-write'),
    ),
    http.post(`${root}/merge/workspace-id/:project/primary-person-id/:person`, one(202, mergePersons, 'config-write')),
    http.post(`${root}/merge-identities/workspace-id/:project`, one(202, mergeIdentities, 'config-write')),
  ];
}
