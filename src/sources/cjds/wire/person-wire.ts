import type { Alias, AliasKind, Person } from '../../../domain/person/person.js';
import { isRecord, type Fields } from '../../../domain/base/json.js';
import { textFrom } from '../../../domain/base/parse-json.js';
import { itemsOf } from './envelope-wire.js';

const kinds: readonly AliasKind[] = ['phone', 'email', 'customerId', 'temporaryId', 'socialId'];

/** The persons of a response, without repeats. Skips items without an ID. */
export function readPersons(answer: unknown): readonly Person[] {
  const persons = itemsOf(answer).flatMap((item) => (isRecord(item) ? (readPerson(item) ?? []) : []));
  return [...new Map(persons.map((person) => [person.id, person])).values()];
}

function readPerson(value: Fields): Person | undefined {
  const id = textFrom(value['id']);
  if (id === '') return undefined;
  return {
    id,
    firstName: textFrom(value['firstName']),
    lastName: textFrom(value['lastName']),
    aliases: readAliases(value),
  };
}

/** Older persons have aliases that are not in any list by kind. */
function readAliases(value: Fields): readonly Alias[] {
  const typed = kinds.flatMap((kind) => textsIn(value[kind]).map((alias): Alias => ({ kind, value: alias })));
  const known = new Set(typed.map((alias) => alias.value));
  const others = textsIn(value['aliases']).filter((alias) => !known.has(alias));
  return [...typed, ...others.map((alias): Alias => ({ kind: 'unknown', value: alias }))];
}

const textsIn = (value: unknown): readonly string[] => [
  ...new Set(
    (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map(textFrom).filter((text) => text !== ''),
  ),
];
