import type { Node } from 'jsonc-parser';

/** Reading a parsed layout where it stands. What is not there, or is something else, is `undefined` or nothing. */

export const endOf = ({ offset, length }: Node): number => offset + length;

export const isObject = (node: Node | undefined): node is Node => node?.type === 'object';
export const isArray = (node: Node | undefined): node is Node => node?.type === 'array';

export interface Member {
  readonly key: string;
  readonly property: Node;
  readonly value: Node;
}

/** In the order of the file, with keys that are there twice. */
export const membersOf = (node: Node | undefined): readonly Member[] =>
  isObject(node)
    ? (node.children ?? []).flatMap((property) => {
        const [key, value] = property.children ?? [];
        return key === undefined || value === undefined ? [] : [{ key: String(key.value), property, value }];
      })
    : [];

/** The one that counts: the last of that name, as when a desktop reads the file. */
export const memberOf = (node: Node | undefined, key: string): Member | undefined =>
  membersOf(node).findLast((member) => member.key === key);

export const valueOf = (node: Node | undefined, key: string): Node | undefined => memberOf(node, key)?.value;

export const textOf = (node: Node | undefined): string | undefined =>
  node?.type === 'string' ? String(node.value) : undefined;

export const textAt = (node: Node | undefined, key: string): string | undefined => textOf(valueOf(node, key));

export const itemsOf = (node: Node | undefined): readonly Node[] => (isArray(node) ? (node.children ?? []) : []);

/** Like {@link membersOf}, with only the last of several of one name. */
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

/** The node at a JSON pointer; `undefined` where it leads nowhere. */
export function nodeAt(root: Node, pointer: string): Node | undefined {
  const steps = pointer.replace(/^#?\/?/, '');
  if (steps === '') return root;
  return steps.split('/').reduce<Node | undefined>((at, step) => {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    return isArray(at) ? at.children?.[Number(key)] : valueOf(at, key);
  }, root);
}
