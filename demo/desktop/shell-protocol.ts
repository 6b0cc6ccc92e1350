import type { BoundValues } from './bindings.js';

/** Messages between the desktop and the frame a widget lives in; values go over as structured clones. */
export type ToShell =
  | {
      readonly wayline: 'mount';
      readonly comp: string;
      readonly script: string;
      readonly dark: boolean;
      readonly values: BoundValues;
    }
  | { readonly wayline: 'values'; readonly dark: boolean; readonly values: BoundValues };

export type FromShell = { readonly wayline: 'ready' };

const saying = (data: unknown, ...words: readonly string[]): boolean =>
  typeof data === 'object' && data !== null && 'wayline' in data && words.some((word) => word === data.wayline);

/** Whether a message is ours; its sender must be checked besides. */
export const isToShell = (data: unknown): data is ToShell => saying(data, 'mount', 'values');
export const isFromShell = (data: unknown): data is FromShell => saying(data, 'ready');
