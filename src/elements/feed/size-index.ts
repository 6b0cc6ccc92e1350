import { spliceMany } from '../../domain/base/sorted-list.js';

/** The sizes and offsets of all lines, rendered or not, in CSS pixels. */
export interface SizeIndex {
  /** Number of lines. */
  readonly length: number;
  /** Sum of all sizes. */
  readonly total: number;
  sizeOf(index: number): number;
  /** The offset of a line; for an index past the end, the total. */
  startOf(index: number): number;
  /** The line at `offset`; outside of the range the nearest one, -1 if there are no lines. */
  indexAt(offset: number): number;
  resize(index: number, size: number): void;
  /** Replaces lines, like `Array.splice`. */
  splice(index: number, removed: number, sizes: readonly number[]): void;
}

/** Offsets are summed again from the first changed line only. Live events change the last lines, which costs little. */
export function createSizeIndex(): SizeIndex {
  const sizes: number[] = [];
  /** The end of each line; valid up to `summed`. */
  const ends: number[] = [];
  let summed = 0;

  const endOf = (index: number): number => {
    for (; summed <= index; summed++) ends[summed] = (summed > 0 ? ends[summed - 1]! : 0) + sizes[summed]!;
    return index < 0 ? 0 : ends[index]!;
  };

  return {
    get length() {
      return sizes.length;
    },
    get total() {
      return endOf(sizes.length - 1);
    },
    sizeOf: (index) => sizes[index] ?? 0,
    startOf: (index) => endOf(Math.min(index, sizes.length) - 1),
    indexAt(offset) {
      endOf(sizes.length - 1);
      let low = 0;
      let high = sizes.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (ends[middle]! <= offset) low = middle + 1;
        else high = middle;
      }
      return high < 0 ? -1 : low;
    },
    resize(index, size) {
      if (sizes[index] === size) return;
      sizes[index] = size;
      summed = Math.min(summed, index);
    },
    splice(index, removed, inserted) {
      if (removed === 0 && inserted.length === 0) return;
      spliceMany(sizes, index, removed, inserted);
      ends.length = Math.min(ends.length, sizes.length);
      summed = Math.min(summed, index);
    },
  };
}
