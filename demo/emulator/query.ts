import { payloadOf, textOf, type Json } from './cloud-event';
import { hash } from './hash.js';
import { Refusal } from './refusal.js';
import { matchOf } from './rsql.js';
import type { StoredEvent, Habits } from './model.js';

function numberOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d+$/.test(text)) throw new Refusal(400, `${name} must be a whole number`);
  return Number(text);
}

/** The part of a list for `page` and `pageSize`. @throws Refusal 400 */
export function pageOf<T>(list: readonly T[], query: URLSearchParams, { pageBase, maxPageSize }: Habits): readonly T[] {
  const size = Math.min(numberOf(query, 'pageSize') ?? maxPageSize, maxPageSize);
  if (size === 0) throw new Refusal(400, 'pageSize must be at least 1');
  const page = Math.max(0, (numberOf(query, 'page') ?? pageBase) - pageBase);
  return list.slice(page * size, (page + 1) * size);
}

/** -1, 0 or 1; reversed for `desc`, in lower or upper case. */
const compare = (a: number | string, b: number | string, direction: string): number =>
  (a < b ? -1 : a > b ? 1 : 0) * (direction.toLowerCase() === 'desc' ? -1 : 1);

/** Filters, sorts and pages the records of an administration list. @throws Refusal 400 */
export function listOf(records: readonly Json[], query: URLSearchParams, habits: Habits): readonly Json[] {
  const sortBy = query.get('sortBy');
  const found = records.filter(matchOf(query.get('filter')));
  const text = (record: Json): string => (sortBy === null ? '' : textOf(record[sortBy]));
  if (sortBy !== null) found.sort((a, b) => compare(text(a), text(b), query.get('sort') ?? 'asc'));
  return pageOf(found, query, habits);
}

/** Whether an event matches the `filter` (envelope) and `data` (payload) of a query. @throws Refusal 400 */
export function eventFilter(query: URLSearchParams): (event: StoredEvent['event']) => boolean {
  const envelope = matchOf(query.get('filter'));
  const payload = matchOf(query.get('data'));
  return (event) => envelope(event) && payload(payloadOf(event));
}

/** A random order that is the same on every page. */
const scatter = ({ event, at }: StoredEvent): number => hash(`${event.id} ${event.type} ${at}`);

/** Events that match the query's filters, in the requested order. @throws Refusal 400 */
export function eventsOf(stored: readonly StoredEvent[], query: URLSearchParams, habits: Habits): StoredEvent[] {
  const passes = eventFilter(query);
  const found = stored.filter(({ event }) => passes(event));
  const sort = query.get('sort');
  const sortBy = query.get('sortBy') ?? 'time';
  if (sort === null && habits.order === 'random') return found.sort((a, b) => scatter(a) - scatter(b));
  const direction = sort ?? (habits.order === 'newest' ? 'desc' : 'asc');
  const field = ({ event, at }: StoredEvent) => (sortBy === 'time' ? at : textOf(event[sortBy]));
  return found.sort((a, b) => compare(field(a), field(b), direction));
}
