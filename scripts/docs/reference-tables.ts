/** The parts of a custom elements manifest that the reference shows. */
export interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

interface Declaration {
  readonly name: string;
  readonly members?: readonly Described[];
  readonly attributes?: readonly Described[];
  readonly events?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}

interface Described {
  readonly name: string;
  readonly kind?: string;
  readonly static?: boolean;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly attribute?: string;
  readonly fieldName?: string;
}

/** Types of TypeScript as page authors call them. */
const types: Readonly<Record<string, string>> = {
  string: 'text',
  unknown: 'object',
  'readonly GivenAddress[]': 'list of addresses',
  TimeFrame: 'choice',
};

const defaults: Readonly<Record<string, string>> = { false: 'off', true: 'on' };

/**
 * Replaces each page of the manual that a text names, for example `docs/keyboard.md`, with a link. `folder` is the path
 * from the text to `docs/`.
 */
export const linkPages = (text: string, folder: string): string =>
  text.replace(/\bdocs\/((?:[\w-]+\/)?([\w-]+)\.md(?:#([\w-]+))?)/g, (_, path: string, page: string, anchor = page) => {
    const words = (anchor as string).replaceAll('-', ' ');
    return `[${words.charAt(0).toUpperCase()}${words.slice(1)}](${folder}${path})`;
  });

/**
 * Puts new tables between the markers of the page, `<!-- generated: NAME -->` and `<!-- end -->`. Throws an Error if the
 * class `element` is not in the manifest, if something has no description, or if a marker names no table.
 */
export function withTables(page: string, manifest: Manifest, element: string): string {
  const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
  const found = declarations.find(({ name }) => name === element);
  if (found === undefined) throw new Error(`The class ${element} is not in the manifest.`);
  const tables: Readonly<Record<string, string>> = {
    properties: properties(found),
    events: events(found, declarations),
    parts: table(
      ['Part', 'Meaning'],
      (found.cssParts ?? []).map((part) => [code(part.name), meaning(part)]),
    ),
    'custom properties': customProperties(found),
  };
  return page.replace(/(<!-- generated: (.+) -->\n)[\s\S]*?(<!-- end -->)/g, (_, start: string, name: string, end) => {
    const content = tables[name];
    if (content === undefined) throw new Error(`There is no table "${name}".`);
    return `${start}\n${content}\n\n${end}`;
  });
}

function properties({ members = [], attributes = [] }: Declaration): string {
  const fields = members.filter((member) => member.kind === 'field' && !member.static);
  const plain = attributes.filter(({ fieldName }) => fieldName === undefined); // HTML itself has the property
  return table(
    ['Property', 'Attribute', 'Type', 'Default', 'Meaning'],
    [
      ...fields.map((field) => [
        code(field.name),
        field.attribute === undefined ? '' : code(field.attribute),
        typeOf(field),
        `default: ${defaultOf(field)}`,
        meaning(field),
      ]),
      ...plain.map((attribute) => {
        const [text, standard] = splitDefault(meaning(attribute));
        return [code(attribute.name), code(attribute.name), 'text', `default: ${standard}`, text];
      }),
    ],
  );
}

/** An event's own fields are those of its class. */
function events(element: Declaration, declarations: readonly Declaration[]): string {
  const rows = (element.events ?? []).map((event) => {
    const fields = declarations.find(({ name }) => name === event.type?.text)?.members ?? [];
    const list = fields.map((field) => `${code(field.name)}: ${meaning(field)}`).join('<br>');
    return [code(event.name), meaning(event), list || 'none'];
  });
  return table(['Event', 'Meaning', 'Fields'], rows);
}

function customProperties({ cssProperties = [] }: Declaration): string {
  const rows = cssProperties.map((property) => {
    const [text, standard] = splitDefault(meaning(property));
    return [code(property.name), `default: ${standard}`, text];
  });
  return table(['Custom property', 'Default', 'Meaning'], rows);
}

function meaning({ name, description = '' }: Described): string {
  if (description.trim() === '') throw new Error(`${name} has no description.`);
  return linkPages(description, '').replace(/\s+/g, ' ').trim();
}

/** Takes the sentence "Default: …." out of a text. */
function splitDefault(text: string): readonly [text: string, standard: string] {
  const [sentence = '', standard = 'none'] = /\s*Default: (.+?)\.(?=\s|$)/.exec(text) ?? [];
  return [text.replace(sentence, ''), standard];
}

function defaultOf({ default: value = 'none' }: Described): string {
  const literal = /^'(.*)'$/.exec(value)?.[1];
  return linkPages(defaults[value] ?? (literal === undefined ? value : code(literal)), '');
}

const typeOf = ({ type }: Described): string =>
  (type?.text ?? 'string')
    .split(' | ')
    .filter((one) => one !== 'undefined')
    .map((one) => types[one] ?? (one.startsWith("'") ? code(one.slice(1, -1)) : one))
    .join(' or ');

const code = (text: string): string => `\`${text}\``;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '-'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const cell = (text: string): string => text.replaceAll('|', '\\|');
