import type { Person } from '../../../domain/person/person.js';
import { isSameAlias, type PersonEdit } from '../../../domain/person/person-edit.js';
import { JourneyError } from '../../../domain/base/journey-error.js';
import { isRecord, type Fields } from '../../../domain/base/json.js';
import { textFrom } from '../../../domain/base/parse-json.js';
import { itemsOf } from './envelope-wire.js';
import { segment } from './paths.js';
import { readPersons } from './person-wire.js';

/** The paths of requests that change a person. */
export const personPaths = {
  persons: (project: string) => `/admin/v1/api/person/workspace-id/${segment(project)}`,
  person: (project: string, id: string) =>
    `/admin/v1/api/person/workspace-id/${segment(project)}/person-id/${segment(id)}`,
  merge: (project: string, id: string) =>
    `/admin/v1/api/person/merge/workspace-id/${segment(project)}/primary-person-id/${segment(id)}`,
};

/** The body of a merge request. */
export const toMerge = (ids: readonly string[]): object => ({ personIdsToMerge: ids });

/** A person and the response they were read from: an edit needs the positions in its lists. */
export interface StoredPerson {
  readonly person: Person;
  readonly wire: Fields;
}

/** The person with this ID in a response; `undefined` if not there. */
export function readStored(answer: unknown, id: string): StoredPerson | undefined {
  const person = readPersons(answer).find((each) => each.id === id);
  const wire = itemsOf(answer).find((item) => isRecord(item) && textFrom(item['id']) === id);
  return person !== undefined && isRecord(wire) ? { person, wire } : undefined;
}

interface Operation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly value: string;
}

/** An edit as a JSON Patch. Throws `rejected` for an alias whose kind has no list in the service. */
export function toPatch({ person, wire }: StoredPerson, edit: PersonEdit): readonly Operation[] {
  if (edit.kind === 'rename') {
    return (['firstName', 'lastName'] as const)
      .filter((name) => edit[name] !== person[name])
      .map((name) => ({ op: 'replace', path: `/${name}`, value: edit[name] }));
  }
  const { value } = edit.alias;
  // An older person's alias without a kind may have one by now.
  const known = person.aliases.find((alias) => isSameAlias(alias, edit.alias));
  const { kind } = known ?? edit.alias;
  if (kind === 'unknown') throw new JourneyError('rejected');
  const list = Array.isArray(wire[kind]) ? (wire[kind] as readonly unknown[]) : [];
  const position = edit.kind === 'add' ? list.length : list.findIndex((item) => textFrom(item) === value);
  if (position < 0) throw new JourneyError('rejected');
  return [{ op: edit.kind, path: `/${kind}/${position}`, value }];
}
