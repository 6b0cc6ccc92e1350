/** Negative if `a` comes before `b`; never 0 for two different items of one list. */
export type Comparator<T> = (a: T, b: T) => number;

/** The index of `sought` in a sorted list, or the index where it belongs: the first item that does not come before it. */
export function insertionIndex<T, S>(list: readonly T[], sought: S, order: (item: T, sought: S) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle]!, sought) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Engines limit the number of arguments of a call. */
const mostArguments = 10_000;

/** Replaces `removed` items of the list by `items`, in place: copying a long list at each change is slow. */
export function spliceMany<T>(list: T[], index: number, removed: number, items: readonly T[]): void {
  if (items.length <= mostArguments) {
    list.splice(index, removed, ...items);
    return;
  }
  const after = list.splice(index).slice(removed);
  for (const item of items) list.push(item);
  for (const item of after) list.push(item);
}

/** Inserts sorted items into a sorted list, in place. Only the part after the first new item changes. */
export function mergeSorted<T>(list: T[], items: readonly T[], order: Comparator<T>): void {
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return;
  const place = insertionIndex(list, first, order);
  const next = list[place];
  // No item lies between them, as with a page of history: one splice instead of a loop.
  if (next === undefined || order(last, next) < 0) return spliceMany(list, place, 0, items);
  const after = list.splice(place);
  let taken = 0;
  for (const item of items) {
    while (taken < after.length && order(after[taken]!, item) < 0) list.push(after[taken++]!);
    list.push(item);
  }
  while (taken < after.length) list.push(after[taken++]!);
}
