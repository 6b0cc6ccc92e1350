import { spliceMany } from '../../domain/base/sorted-list.js';

/** Sizes of many lines, and where each of them begins: known for all of them, though few were ever drawn. Pixels. */
export interface SizeIndex {
  readonly length: number;
  readonly total: number;
  sizeOf(index: number): number;
  startOf(index: number): number;
  /** The line that covers `offset`; the nearest one beyond either end, -1 when there is none. */
  indexAt(offset: number): number;
  resize(index: number, size: number): void;
  splice(index: number, removed: number, sizes: readonly number[]): void;
}

/** Adding up starts at the first line that changed. Live events change the last ones: that costs nothing. */
export function createSizeIndex(): SizeIndex {
  const sizes: number[] = [];
  /** Where each line ends, as far as `summed`. */
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
