import type { BoundValues } from './bindings.js';

/** Messages between the desktop and the frame of a widget. Values are sent as structured clones. */
export type ToShell =
  | {
      readonly wayline: 'mount';
      readonly comp: string;
      readonly script: string;
      readonly dark: boolean;
      readonly values: BoundValues;
    }
  | { readonly wayline: 'values'; readonly dark: boolean; readonly values: BoundValues };

/** Sent once the frame is loaded and can receive messages. */
export type FromShell = { readonly wayline: 'ready' };

const saying = (data: unknown, ...words: readonly string[]): boolean =>
  typeof data === 'object' && data !== null && 'wayline' in data && words.some((word) => word === data.wayline);

/** Whether a message is one of these. The caller must also check its sender. */
export const isToShell = (data: unknown): data is ToShell => saying(data, 'mount', 'values');
export const isFromShell = (data: unknown): data is FromShell => saying(data, 'ready');
