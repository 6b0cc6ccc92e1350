import type { Node } from 'jsonc-parser';
import type { Changed, Step } from './change.js';
import { ciscoJourney } from './desktop.js';
import type { LayoutDocument } from './document.js';
import {
  applyEdits,
  member,
  objectMember,
  put,
  rawMember,
  replaced,
  styleOf,
  taken,
  type Edit,
  type Part,
  type Style,
} from './edits.js';
import { changeMark, formerScript, formerTag, mark, markOf } from './marks.js';
import { bindings, ourTag, type Wishes } from './our-nodes.js';
import { attributeOf, configsOf, nodesOf, type Role } from './places.js';
import { isObject, memberOf, membersOf, textAt, textOf, valueOf } from './tree.js';

const slotName = 'CUSTOMER_JOURNEY_WIDGET';

const isSlot = (node: Node, name: string): boolean =>
  textAt(node, 'comp') === 'slot' && attributeOf(node, 'name') === name;

/** Cisco's widget by its tag, or the slot where the desktop puts it. */
export const isCisco = (node: Node): boolean => textAt(node, 'comp') === ciscoJourney || isSlot(node, slotName);

/** The slot of its tab, where the desktop puts the label. */
const isCiscoTab = (node: Node): boolean => isSlot(node, `${slotName}_TAB`);

/** The widget shows no journey without these values of the desktop. */
const needed = ['bearerToken', 'organizationId', 'dataCenter'] as const;

const raw = (text: string, { offset, length }: Node): string => text.slice(offset, offset + length);

const isOdd = (node: Node): boolean =>
  ['attributes', 'properties'].some((key) => {
    const value = valueOf(node, key);
    return value !== undefined && !isObject(value);
  }) ||
  (valueOf(node, 'script')?.type ?? 'string') !== 'string' ||
  membersOf(valueOf(node, 'attributes')).some(({ key }) => key.startsWith(mark));

function missingBindings(node: Node): Readonly<Record<string, string>> {
  const properties = valueOf(node, 'properties');
  if (properties === undefined) return bindings;
  return Object.fromEntries(
    needed.filter((name) => valueOf(properties, name) === undefined).map((name) => [name, bindings[name]]),
  );
}

/** The edits that replace one node with Wayline, and save in its attributes how to restore it. */
function turned(text: string, node: Node, style: Style, { script, project }: Wishes): readonly Edit[] {
  const edits: Edit[] = [];
  const made: string[] = [];
  const members: Part[] = [];
  /** Adds members to an object of the node, which is created if it is missing. */
  const within = (key: string, parts: readonly Part[], names: readonly string[]): void => {
    const there = valueOf(node, key);
    made.push(...(there === undefined ? [key] : names.map((name) => `${key}.${name}`)));
    if (there === undefined) members.push(objectMember(key, parts, style));
    else if (parts.length > 0) edits.push(put(text, there, parts, 'last', style));
  };

  const comp = valueOf(node, 'comp');
  const formerly = valueOf(node, 'script');
  const isTab = isCiscoTab(node);
  if (comp !== undefined) edits.push(replaced(comp, JSON.stringify(isTab ? 'span' : ourTag)));
  if (isTab && valueOf(node, 'textContent') === undefined) {
    made.push('textContent');
    members.push(member('textContent', 'Journey', style));
  }
  if (!isTab) {
    if (formerly !== undefined) edits.push(replaced(formerly, JSON.stringify(script)));
    else {
      made.push('script');
      members.push(member('script', script, style));
    }
    const bound = Object.entries(missingBindings(node));
    within(
      'properties',
      bound.map(([name, binding]) => member(name, binding, style)),
      bound.map(([name]) => name),
    );
  }

  const attributes = valueOf(node, 'attributes');
  const own = isTab || project === undefined || valueOf(attributes, 'project-id') !== undefined ? [] : [project];
  const former = [
    ...(comp === undefined ? [] : [rawMember(formerTag, raw(text, comp), style)]),
    ...(isTab || formerly === undefined ? [] : [rawMember(formerScript, raw(text, formerly), style)]),
  ];
  // The mark lists everything that was added, including `attributes` itself, so it is written last.
  const markPart: Part = (indent) => member(mark, changeMark(made), style)(indent);
  within(
    'attributes',
    [...own.map((id) => member('project-id', id, style)), ...former, markPart],
    own.map(() => 'project-id'),
  );
  return members.length === 0 ? edits : [...edits, put(text, node, members, 'last', style)];
}

/** Replaces Cisco's journey widgets with Wayline and keeps their attributes and properties. */
export function replaceCisco(
  { text, root, positionAt }: LayoutDocument,
  wishes: Wishes & { readonly roles?: readonly Role[] | undefined },
): Changed {
  const style = styleOf(text, root);
  const found = nodesFrom(root)
    .filter(({ role }) => wishes.roles === undefined || role === undefined || wishes.roles.includes(role))
    .filter(({ node }) => isCisco(node) || isCiscoTab(node));
  const edits = found.filter(({ node }) => !isOdd(node)).flatMap(({ node }) => turned(text, node, style, wishes));
  const steps = found
    .filter(({ node }) => isCisco(node))
    .map(({ role, node }): Step => {
      const position = positionAt(node.offset);
      return isOdd(node)
        ? {
            role,
            place: 'node',
            did: 'left',
            position,
            reason: 'Its attributes, properties or script have the wrong type.',
          }
        : { role, place: 'node', did: 'replaced', position, reason: '' };
    });
  return { text: applyEdits(text, edits), steps };
}

const nodesFrom = (root: Node): readonly { readonly role: Role | undefined; readonly node: Node }[] =>
  configsOf(root).flatMap((config) => nodesOf(config).map((node) => ({ role: config.role, node })));

/** The members that we added to an object inside a node: the whole object, or some of its members. */
function madeWithin(text: string, node: Node, key: string, names: ReadonlySet<string>): Within {
  const members = membersOf(valueOf(node, key));
  const ours = members.filter((each) => names.has(each.key));
  const whole = ours.length === members.length ? memberOf(node, key)?.property : undefined;
  const container = valueOf(node, key);
  const gone = new Set(ours.map(({ property }) => property));
  return { whole, some: container === undefined ? [] : taken(text, container, gone) };
}

interface Within {
  /** The whole object, set if it has no other members. */
  readonly whole: Node | undefined;
  readonly some: readonly Edit[];
}

/** The reverse of {@link turned}; `undefined` if the saved information is incomplete. */
function turnedBack(text: string, node: Node, made: readonly string[]): readonly Edit[] | undefined {
  const attributes = valueOf(node, 'attributes');
  const tag = valueOf(attributes, formerTag);
  const script = valueOf(attributes, formerScript);
  const comp = valueOf(node, 'comp');
  const scriptNow = valueOf(node, 'script');
  if (textOf(tag) === undefined || comp === undefined || tag === undefined) return undefined;

  const edits = [replaced(comp, raw(text, tag))];
  if (script !== undefined && scriptNow !== undefined) edits.push(replaced(scriptNow, raw(text, script)));
  const gone = new Set<Node>();
  for (const key of ['script', 'textContent']) {
    const there = made.includes(key) ? memberOf(node, key) : undefined;
    if (there !== undefined) gone.add(there.property);
  }
  const namesOf = (key: string): readonly string[] =>
    made.filter((name) => name.startsWith(`${key}.`)).map((name) => name.slice(key.length + 1));
  const ours = {
    properties: made.includes('properties') ? Object.keys(bindings) : namesOf('properties'),
    attributes: [mark, formerTag, formerScript, 'project-id'].filter(
      (name) => name !== 'project-id' || made.includes('attributes') || namesOf('attributes').includes(name),
    ),
  };
  for (const key of ['properties', 'attributes'] as const) {
    const { whole, some } = madeWithin(text, node, key, new Set(ours[key]));
    if (whole !== undefined && made.includes(key)) gone.add(whole);
    else edits.push(...some);
  }
  return [...edits, ...taken(text, node, gone)];
}

/** Restores Cisco's widgets that {@link replaceCisco} replaced. */
export function restoreCisco({ text, root, positionAt }: LayoutDocument): Changed {
  const found = nodesFrom(root).flatMap(({ role, node }) => {
    const marked = markOf(node);
    return marked?.kind === 'was' ? [{ role, node, back: turnedBack(text, node, marked.made) }] : [];
  });
  const steps = found.map(({ role, node, back }): Step => {
    const position = positionAt(node.offset);
    const reason = back === undefined ? 'The information about the original widget is missing.' : '';
    return { role, place: 'node', did: back === undefined ? 'left' : 'restored', position, reason };
  });
  return {
    text: applyEdits(
      text,
      found.flatMap(({ back }) => back ?? []),
    ),
    steps,
  };
}
