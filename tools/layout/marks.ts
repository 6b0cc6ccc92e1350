import type { Node } from 'jsonc-parser';
import { attributeOf } from './places.js';

/**
 * The attribute that marks our nodes in a layout. The desktop sets it on the element, where it has no effect. So
 * `layout remove` can restore the original text exactly, and leaves nodes that were added by hand.
 */
export const mark = 'data-wayline';

/** The original tag and script of a node that we changed, exactly as written. */
export const formerTag = 'data-wayline-comp';
export const formerScript = 'data-wayline-script';

/** The containers that were created for an added part; written after the kind. */
export type Container = 'children' | 'panel' | 'navigation';

/** The mark of an added tab, with the container created for it. */
export const tabMark = (made?: Container): string => ['tab', made].filter(Boolean).join(' ');
/** The mark of an added page, with the container created for it. */
export const pageMark = (made?: Container): string => ['page', made].filter(Boolean).join(' ');

/** Names of the members that were added to a changed node; an inner one as `properties.dataCenter`. */
export const changeMark = (members: readonly string[]): string => ['was', ...members].join(' ');

interface Mark {
  readonly kind: string;
  readonly made: readonly string[];
}

/** The mark of a node; `undefined` if we did not add or change it. */
export function markOf(node: Node | undefined): Mark | undefined {
  const [kind, ...made] = (node && attributeOf(node, mark))?.split(' ') ?? [];
  return kind === undefined ? undefined : { kind, made };
}
