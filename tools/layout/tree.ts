import type { Node } from 'jsonc-parser';

/**
 * Readers of a parsed layout. For a part that is missing or of another type, they return `undefined` or an empty list.
 */

export const endOf = ({ offset, length }: Node): number => offset + length;

export const isObject = (node: Node | undefined): node is Node => node?.type === 'object';
export const isArray = (node: Node | undefined): node is Node => node?.type === 'array';

/** A member of an object: its key, and the nodes of the member and of its value. */
export interface Member {
  readonly key: string;
  readonly property: Node;
  readonly value: Node;
}

/** All members in the order of the file, including duplicate keys. */
export const membersOf = (node: Node | undefined): readonly Member[] =>
  isObject(node)
    ? (node.children ?? []).flatMap((property) => {
        const [key, value] = property.children ?? [];
        return key === undefined || value === undefined ? [] : [{ key: String(key.value), property, value }];
      })
    : [];

/** The last member with the key, as a desktop reads the file. */
export const memberOf = (node: Node | undefined, key: string): Member | undefined =>
  membersOf(node).findLast((member) => member.key === key);

/** The value of a key. */
export const valueOf = (node: Node | undefined, key: string): Node | undefined => memberOf(node, key)?.value;

/** The text of a string. */
export const textOf = (node: Node | undefined): string | undefined =>
  node?.type === 'string' ? String(node.value) : undefined;

/** The text of a key with a string. */
export const textAt = (node: Node | undefined, key: string): string | undefined => textOf(valueOf(node, key));

/** The elements of a list. */
export const itemsOf = (node: Node | undefined): readonly Node[] => (isArray(node) ? (node.children ?? []) : []);

/** Like {@link membersOf}, but only the last of duplicate keys. */
export const lastMembersOf = (node: Node | undefined): readonly Member[] => [
  ...new Map(membersOf(node).map((member) => [member.key, member])).values(),
];

/** For example `agent.area.panel.children[1].comp`. */
export function pathOf(node: Node): string {
  const steps: string[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
    const parent: Node | undefined = at.parent;
    if (at.type === 'property') steps.unshift(stepOf(String(at.children?.[0]?.value)));
    else if (isArray(parent)) steps.unshift(`[${parent.children?.indexOf(at) ?? 0}]`);
  }
  return steps.join('').replace(/^\./, '') || 'the layout';
}

const stepOf = (key: string): string => (/^[\w$-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`);

/** The node at a JSON pointer; `undefined` if there is none. */
export function nodeAt(root: Node, pointer: string): Node | undefined {
  const steps = pointer.replace(/^#?\/?/, '');
  if (steps === '') return root;
  return steps.split('/').reduce<Node | undefined>((at, step) => {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    return isArray(at) ? at.children?.[Number(key)] : valueOf(at, key);
  }, root);
}
