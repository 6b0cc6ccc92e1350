import { JourneyError } from '../../domain/base/journey-error.js';

/** Items per page that we ask for; the service may have a lower limit. */
export const pageSize = 100;

/** After this many pages without a new item, none is expected any more. */
const mostWithoutNews = 5;

/** More pages than any customer has. A service that sends more never ends its list. */
const mostPages = 2_000;

/**
 * A list, page by page, each item once.
 *
 * The service documents neither its first page (0 or 1), nor its largest page size, nor how a list ends:
 * - An empty page 0 is not the end, and page 1 may be the same page again.
 * - A page shorter than asked is not the end: the service may cap pages at 50.
 * - The end is an empty page, the same page three times, a 404, or a page longer than asked (a service without paging).
 * - Another page without a new item is not the end: new items move the others to later pages while we read.
 */
export async function* pages<T>(
  load: (page: number) => Promise<readonly T[]>,
  keyOf: (item: T) => string,
): AsyncGenerator<readonly T[], void, undefined> {
  const seen = new Set<string>();
  let pagesWithoutNews = 0;
  let timesTheSame = 0;
  let previous = '';
  for (let page = 0; page < mostPages; page++) {
    const items = await load(page).catch(endOfList);
    if (items === undefined) return;
    const fresh = items.filter((item) => {
      const key = keyOf(item);
      return !seen.has(key) && seen.add(key);
    });
    if (fresh.length > 0) yield fresh;
    pagesWithoutNews = fresh.length > 0 ? 0 : pagesWithoutNews + 1;
    const keys = items.map(keyOf).join('\n');
    timesTheSame = keys === previous ? timesTheSame + 1 : 0;
    previous = keys;
    if (items.length > pageSize || (items.length === 0 && page > 0)) return;
    if (timesTheSame === 2 || pagesWithoutNews === mostWithoutNews) return;
  }
}

/** The service also answers 404 for an empty list. */
function endOfList(error: unknown): undefined {
  if (error instanceof JourneyError && error.kind === 'not-found') return undefined;
  throw error;
}
