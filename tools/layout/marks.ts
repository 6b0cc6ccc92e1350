import type { Node } from 'jsonc-parser';
import { attributeOf } from './places.js';

/**
 * What we put into a layout says so in an attribute of its own, which the desktop sets on the element and nobody reads:
 * so it can be taken out again, byte for byte, and what somebody put there by hand is left alone.
 */
export const mark = 'data-wayline';

/** What a node that we changed was called, and its script, as they were written. */
export const formerTag = 'data-wayline-comp';
export const formerScript = 'data-wayline-script';

/** What came with an added part because it was not there: words after the kind. */
export type Container = 'children' | 'panel' | 'navigation';

export const tabMark = (made?: Container): string => ['tab', made].filter(Boolean).join(' ');
export const pageMark = (made?: Container): string => ['page', made].filter(Boolean).join(' ');

/** Names of the members that a changed node did not have before, `properties.dataCenter` for one within. */
export const changeMark = (members: readonly string[]): string => ['was', ...members].join(' ');

interface Mark {
  readonly kind: string;
  readonly made: readonly string[];
}

export function markOf(node: Node | undefined): Mark | undefined {
  const [kind, ...made] = (node && attributeOf(node, mark))?.split(' ') ?? [];
  return kind === undefined ? undefined : { kind, made };
}
