import { JourneyError } from '../../domain/base/journey-error.js';

/** How many items a page is asked for; the service may have a limit of its own below that. */
export const pageSize = 100;

/** So many pages of repeats do not come from new items any more. */
const mostWithoutNews = 5;

/** More pages than any customer fills: what goes on beyond is a service that never ends its list. */
const mostPages = 2_000;

/**
 * A list, page by page, each item once.
 *
 * The service documents neither its first page (0 or 1), nor its largest page, nor how a list ends. So page 0 decides
 * nothing: page 1 may be the same page, or the first that has anything. A page shorter than asked decides nothing either,
 * since a service that caps pages at 50 would seem to end at once. What ends a list is an empty page, the same page three
 * times, a 404, or a page longer than asked: a service that does not page has sent it all. A page that is not the same and
 * yet brings nothing new is no end: while we read, new items push the others on to later pages.
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

/** The service also says "not found" where there is simply nothing. */
function endOfList(error: unknown): undefined {
  if (error instanceof JourneyError && error.kind === 'not-found') return undefined;
  throw error;
}
