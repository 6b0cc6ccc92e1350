import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import type { LayoutDocument } from './document.js';
import { findingAt, mostRemarks, quoted, type Finding, type Rule } from './finding.js';
import schemaJson from './schema.json' with { type: 'json' };
import { membersOf, nodeAt } from './tree.js';

const rule: Rule = {
  name: 'structure',
  level: 'error',
  why: 'The desktop expects fixed keys and types of values, and cannot use this one.',
};

const schema: unknown = schemaJson;

type Part = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

/** The parts of the schema on the path to a keyword, outermost first; follows `$ref`. */
function partsTo(keywordLocation: string): readonly Part[] {
  const parts: Part[] = [];
  let at = schema;
  for (const step of keywordLocation.split('/').slice(1)) {
    if (!isPart(at)) break;
    if (step === '$ref') at = steppedTo(String(at.$ref));
    else at = at[decodeURIComponent(step)];
    if (isPart(at)) parts.push(at);
  }
  return parts;
}

const steppedTo = (ref: string): unknown =>
  ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, step) => (isPart(at) ? at[step] : undefined), schema);

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

interface Words {
  readonly what: string;
  readonly fix: string;
}

type Say = (wanted: unknown, is: string, has: ReadonlySet<string>) => Words;

/** Messages by keyword of the schema. Other keywords only report that an inner one failed. */
const words: Readonly<Record<string, Say>> = {
  type: (wanted, is) => ({
    what: `This is ${is}.`,
    fix: `Write ${list(listed(wanted).map((kind) => kinds[String(kind)] ?? ''))}.`,
  }),
  enum: (wanted) => ({
    what: 'The desktop does not know this value.',
    fix: `Write ${list(listed(wanted).map((value) => JSON.stringify(value)))}.`,
  }),
  const: (wanted) => ({ what: 'The desktop does not know this value.', fix: `Write ${JSON.stringify(wanted)}.` }),
  required: (wanted, _, has) => {
    const missing = listed(wanted)
      .map(String)
      .filter((key) => !has.has(key))
      .map((key) => `"${key}"`);
    return { what: `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing here.`, fix: 'Add it.' };
  },
  pattern: () => ({ what: 'This text does not have the required format.', fix: 'Write it in the required format.' }),
  minLength: () => ({ what: 'This text is empty.', fix: 'Enter a text.' }),
  minItems: () => ({ what: 'This list is empty.', fix: 'Add an entry, or remove the part that it belongs to.' }),
  minimum: (wanted) => ({ what: 'This number is too small.', fix: `Write ${String(wanted)} or more.` }),
  maximum: (wanted) => ({ what: 'This number is too large.', fix: `Write ${String(wanted)} or less.` }),
  uniqueItems: () => ({ what: 'This list contains an entry twice.', fix: 'Keep each entry once.' }),
  anyOf: () => ({ what: 'This is not the layout of a role.', fix: '' }),
};

function findingFrom(document: LayoutDocument, unit: OutputUnit): Finding | undefined {
  const say = Object.hasOwn(words, unit.keyword) ? words[unit.keyword] : undefined;
  const at = nodeAt(document.root, unit.instanceLocation);
  const parts = partsTo(unit.keywordLocation.slice(0, unit.keywordLocation.lastIndexOf('/')));
  const part = parts.at(-1) ?? (schema as Part);
  // A failed alternative of `anyOf` is not an error if another one matches.
  if (say === undefined || at === undefined || unit.keywordLocation.includes('/anyOf/')) return undefined;
  const has = new Set(membersOf(at).map(({ key }) => key));
  const { what, fix } = say(part[unit.keyword], kinds[at.type] ?? at.type, has);
  const shown =
    at.type === 'string' && unit.keyword !== 'type' && at.value !== '' ? ` It is ${quoted(String(at.value))}.` : '';
  const advice = typeof part.description === 'string' ? part.description : fix;
  return findingAt(document, rule, { at, what: what + shown, fix: advice });
}

const unknownState = (document: LayoutDocument): Finding =>
  findingAt(document, rule, {
    at: document.root,
    what: 'The structure cannot be checked. It has too many errors, or a key contains a broken character.',
    fix: 'Start with a layout exported from the desktop.',
  });

/** The findings about wrong keys and types, in the order of the schema check, each once per place. */
export function structureFindings(document: LayoutDocument): readonly Finding[] {
  const validator = new Validator(schema as Schema, '2020-12', false);
  let errors: readonly OutputUnit[];
  try {
    ({ errors } = validator.validate(document.value));
  } catch {
    // The library passes errors as call arguments, whose number is limited, and keys as parts of a URL, which can be
    // invalid.
    return [unknownState(document)];
  }
  const found = errors
    .slice(0, mostRemarks)
    .map((unit) => findingFrom(document, unit))
    .filter((finding) => finding !== undefined);
  return [...new Map(found.map((finding) => [`${finding.offset} ${finding.what}`, finding])).values()];
}
