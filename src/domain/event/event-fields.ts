import type { JourneyEvent } from './event.js';
import type { Fields } from '../base/json.js';

/** One field of an event as a label and a text. */
export interface EventField {
  /** The name of the field; inside objects and lists the path to it. */
  readonly label: string;
  readonly value: string;
}

/** All fields of the payload in their order, except `uiData`, which is shown as title and icon. */
export const payloadFields = ({ data }: Pick<JourneyEvent, 'data'>): readonly EventField[] => flatten(data, 'uiData');

/** Longer paths are shortened: the labels of a deeply nested payload would fill the page. */
const deepest = 8;

interface Branch {
  readonly label: string;
  readonly depth: number;
  readonly value: unknown;
}

/**
 * The fields of an object and of the objects inside it, in their order, without the one named `left`. Uses a list
 * instead of recursion: untrusted data can be nested deeper than the call stack.
 */
export function flatten(fields: Fields, left?: string): readonly EventField[] {
  const details: EventField[] = [];
  const open: Branch[] = [];
  const push = (value: object, way: string, depth: number): void => {
    const names = Object.keys(value);
    const before = depth === 0 ? '' : `${depth < deepest ? way : abridged(way)} › `;
    if (names.length === 0 && depth > 0) details.push({ label: way, value: Array.isArray(value) ? '[]' : '{}' });
    for (let index = names.length - 1; index >= 0; index--) {
      const name = names[index] ?? '';
      if (depth === 0 && name === left) continue;
      const step = Array.isArray(value) ? String(Number(name) + 1) : name;
      open.push({ label: before + step, depth: depth + 1, value: (value as Fields)[name] });
    }
  };
  push(fields, '', 0);
  for (let branch = open.pop(); branch !== undefined; branch = open.pop()) {
    const { label, depth, value } = branch;
    if (typeof value !== 'object' || value === null) details.push({ label, value: String(value) });
    else push(value, label, depth);
  }
  return details;
}

const abridged = (way: string): string => [...way.split(' › ', deepest - 1), '…'].join(' › ');
