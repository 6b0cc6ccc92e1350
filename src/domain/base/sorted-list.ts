/** Negative when `a` stands before `b`; never 0 for two different items of one list. */
export type Comparator<T> = (a: T, b: T) => number;

/** Where `sought` stands, or belongs, in a list: the first place whose item does not come before it. */
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

/** A call cannot take any number of arguments. */
const mostArguments = 10_000;

/** Puts `items` where `removed` ones were, in the list itself: a copy of a long one at every change is work for nothing. */
export function spliceMany<T>(list: T[], index: number, removed: number, items: readonly T[]): void {
  if (items.length <= mostArguments) {
    list.splice(index, removed, ...items);
    return;
  }
  const after = list.splice(index).slice(removed);
  for (const item of items) list.push(item);
  for (const item of after) list.push(item);
}

/** Puts items, of the same order, into `list`. Only what stands after the first of them is touched. */
export function mergeSorted<T>(list: T[], items: readonly T[], order: Comparator<T>): void {
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return;
  const place = insertionIndex(list, first, order);
  const next = list[place];
  // Nothing stands between them, as with a page of history: one move of memory instead of a walk.
  if (next === undefined || order(last, next) < 0) return spliceMany(list, place, 0, items);
  const after = list.splice(place);
  let taken = 0;
  for (const item of items) {
    while (taken < after.length && order(after[taken]!, item) < 0) list.push(after[taken++]!);
    list.push(item);
  }
  while (taken < after.length) list.push(after[taken++]!);
}
