import { aliasTypes, isRecord } from './cloud-event';
import { Refusal } from './refusal.js';
import type { Alias, Person, PersonFields, Habits } from './model.js';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** A list of texts. @throws Refusal 400 */
export function readTexts(value: unknown, name: string): readonly string[] {
  if (Array.isArray(value) && value.every(isText)) return value;
  throw new Refusal(400, 'Validation failed', [`${name} must be a list of texts`]);
}

/** Names and typed aliases of a request; missing fields stay missing. @throws Refusal 400 */
export function readPersonFields(body: unknown): PersonFields & { readonly aliases: readonly Alias[] } {
  if (!isRecord(body)) throw new Refusal(400, 'Validation failed');
  const { firstName, lastName } = body;
  const aliases = aliasTypes.flatMap((type) =>
    body[type] === undefined || body[type] === null
      ? []
      : readTexts(body[type], type).map((value): Alias => ({ type, value })),
  );
  return { ...(isText(firstName) && { firstName }), ...(isText(lastName) && { lastName }), aliases };
}

const invalid = (reason: string): Refusal => new Refusal(400, 'Request could not be processed', [reason]);

type PatchHabits = Pick<Habits, 'checksRemovedValue' | 'aliasLimit'>;

function patchedAliases(
  aliases: readonly Alias[],
  type: Alias['type'],
  op: unknown,
  at: string,
  value: unknown,
  { checksRemovedValue, aliasLimit }: PatchHabits,
) {
  const typed = aliases.filter((alias) => alias.type === type);
  const index = at === '-' ? typed.length : Number(at);
  if (!/^(-|\d+)$/.test(at) || index > typed.length) throw invalid(`No such position: ${at}`);
  const others = aliases.filter((alias) => alias.type !== type);
  if (op === 'add') {
    if (!isText(value)) throw invalid('value must be a text');
    if (typed.length >= aliasLimit) throw invalid(`${type} exceeds the maximum of ${aliasLimit}`);
    return [...others, ...typed.toSpliced(index, 0, { type, value })];
  }
  if (index >= typed.length) throw invalid(`No such position: ${at}`);
  if (op === 'remove' && checksRemovedValue && value !== typed[index]?.value) throw invalid(`Another value at ${at}`);
  if (op === 'remove') return [...others, ...typed.toSpliced(index, 1)];
  if (!isText(value)) throw invalid('value must be a text');
  return [...others, ...typed.with(index, { type, value })];
}

/** A person after a JSON Patch with add, replace (also called update) and remove. @throws Refusal 400 */
export function patchPerson(person: Person, patch: unknown, habits: PatchHabits): Person {
  if (!Array.isArray(patch)) throw invalid('A JSON Patch is a list of operations');
  return patch.reduce((patched: Person, operation: unknown): Person => {
    if (!isRecord(operation) || !isText(operation.path)) throw invalid('An operation has op and path');
    const { op, path, value } = operation;
    if (op !== 'add' && op !== 'replace' && op !== 'update' && op !== 'remove')
      throw invalid(`Unknown op ${String(op)}`);
    const [, field = '', at] = path.split('/');
    if ((field === 'firstName' || field === 'lastName') && at === undefined) {
      return { ...patched, [field]: op === 'remove' ? null : String(value) };
    }
    const type = aliasTypes.find((name) => name === field);
    if (!type || at === undefined) throw invalid(`No such path: ${path}`);
    return { ...patched, aliases: patchedAliases(patched.aliases, type, op, at, value, habits) };
  }, person);
}
