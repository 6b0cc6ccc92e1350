import { binIndexAt, binEdges, longestSpan, type Activity } from './activity.js';
import type { Channel } from '../event/channel.js';
import { oldestFirst, type InteractionEntry, type Entry, type TimelineEntries } from './entry.js';
import type { JourneyEvent } from '../event/event.js';
import type { Counts } from './facets.js';
import { noFilter, startOf, type Filter } from './filter.js';
import { createGrouping, type EntryChange } from './group-events.js';
import { hasFeedback } from './satisfaction.js';
import { mergeSorted, insertionIndex } from '../base/sorted-list.js';
import { createFacetCounts, matchesFacets } from './facet-counts.js';

/** A journey as seen through a filter. */
export interface TimelineView {
  /** The entries that the filter shows, oldest first. A new list after each change. */
  readonly shown: readonly Entry[];
  /** The number of all entries, shown or not. */
  readonly total: number;
  readonly counts: Counts;
  /** Covers the whole frame: a chosen range does not narrow it. */
  readonly activity: Activity;
}

/** The entries of one journey. Adding events costs the same in a long journey. Times: epoch milliseconds. */
export interface Timeline {
  readonly view: TimelineView;
  /** The entries in which insights are found. The lists are not copies: they change when events are added. */
  readonly known: TimelineEntries;
  /** Adds events, each once, in any order. */
  add(events: readonly JourneyEvent[], now: number): void;
  /** Sets the task of the agent's desktop, if any: its interaction counts as ongoing even without new events. */
  setCurrentTask(taskId: string | undefined, now: number): void;
  /** Call it as time passes: silent interactions end, and old entries leave the frame. */
  age(now: number): void;
  /**
   * Sets the filter. `zone` is that of the days in the activity. A changed query has no effect until `find` has ended.
   */
  choose(filter: Filter, zone: string | undefined, now: number): void;
  /**
   * Searches all entries for the terms, a few per step. The caller can pause after each step: entries that arrive in
   * between are searched too. The view changes with the last step.
   */
  find(terms: readonly string[]): Generator<void, void, void>;
}

const isContact = (entry: Entry): entry is InteractionEntry => entry.kind === 'interaction';

const emptyBin = (): Map<Channel, number> => new Map();

/** The index of the first entry at or after `time`. */
const firstFrom = (entries: readonly Entry[], time: number): number =>
  insertionIndex(entries, time, (entry, sought) => entry.time - sought);

/** Ignores entries that are older than the strip can show. */
const oldestOf = (entries: readonly Entry[], now: number): number | undefined =>
  entries[firstFrom(entries, now - longestSpan)]?.time;

/** The number of entries that are searched in one step. */
const step = 10;

/**
 * @param matches whether an entry contains all terms (at least one)
 * @param narrows whether every entry with all `longer` terms also has the `shorter` ones; false if unknown
 */
export function createTimeline(
  matches: (entry: Entry, terms: readonly string[]) => boolean,
  narrows: (longer: readonly string[], shorter: readonly string[]) => boolean = () => false,
): Timeline {
  const grouping = createGrouping();
  const tally = createFacetCounts();
  const all: Entry[] = [];
  const contacts: InteractionEntry[] = [];
  const opinions: Entry[] = [];
  let shown: Entry[] = [];
  let filter = noFilter;
  let zone: string | undefined;
  let start = -Infinity;
  let edges: readonly number[] = [];
  let laidOutFor: number | undefined;
  let bins: Map<Channel, number>[] = [];
  let terms: readonly string[] = [];
  /** Keys of the entries that have all terms; `undefined` without a search. */
  let found: Set<string> | undefined;
  /** Keys of the insight's entries; `undefined` if no insight is shown. */
  let only: ReadonlySet<string> | undefined;
  /** Entries that arrived during a search. */
  let late: Entry[] | undefined;
  let view: TimelineView | undefined;

  const isFound = ({ key }: Entry): boolean => (found?.has(key) ?? true) && (only?.has(key) ?? true);
  const isInTime = ({ time }: Entry): boolean => {
    const { range } = filter;
    return time >= start && (range === undefined || (time >= range.from && time < range.to));
  };

  /** Adds an entry to the counts or removes it. Returns whether it is shown. */
  const count = (entry: Entry, difference: 1 | -1): boolean => {
    const hit = isFound(entry);
    const open = hit && isInTime(entry);
    tally.add(entry.facets, open, difference);
    if (!hit || !matchesFacets(entry.facets, filter.chosen)) return false;
    countInBin(entry, difference);
    return open;
  };

  const countInBin = ({ facets, time }: Entry, difference: 1 | -1): void => {
    const bin = time < start ? undefined : bins[binIndexAt(edges, time)];
    if (bin === undefined) return;
    for (const channel of facets.channel) {
      const counted = (bin.get(channel) ?? 0) + difference;
      if (counted > 0) bin.set(channel, counted);
      else bin.delete(channel);
    }
  };

  const remove = (list: Entry[], entry: Entry): void => {
    const place = insertionIndex(list, entry, oldestFirst);
    if (list[place] === entry) list.splice(place, 1);
  };

  /** Updates whether an entry is found: it may have changed. */
  const keep = (keys: Set<string>, entry: Entry, sought: readonly string[]): void => {
    if (matches(entry, sought)) keys.add(entry.key);
    else keys.delete(entry.key);
  };

  const refilter = (): void => {
    tally.clear();
    bins = edges.slice(1).map(emptyBin);
    shown = all.filter((entry) => count(entry, 1));
    view = undefined;
  };

  const recount = (): void => {
    bins = edges.slice(1).map(emptyBin);
    for (const entry of all) if (isFound(entry) && matchesFacets(entry.facets, filter.chosen)) countInBin(entry, 1);
    view = undefined;
  };

  /** Sets the edges of the bins. Bins that stay keep their counts, so that loading older history costs little. */
  const layOut = (oldest: number | undefined, now: number): void => {
    const [from, to] = edges.slice(-2);
    const inLastBin = from !== undefined && to !== undefined && now >= from && now < to;
    if (inLastBin && oldest === laidOutFor) return;
    laidOutFor = oldest;
    const before = edges;
    edges = binEdges(filter.frame, oldest, now, zone);
    const added = edges.length - before.length;
    if (before.length < 2 || added < 0 || before.some((edge, index) => edge !== edges[added + index])) recount();
    else bins = [...Array.from({ length: added }, emptyBin), ...bins];
    view = undefined;
  };

  const apply = (changes: readonly EntryChange[], now: number): void => {
    if (changes.length > 0) take(changes, now);
    layOut(oldestOf(all, now), now);
  };

  const take = (changes: readonly EntryChange[], now: number): void => {
    for (const { before } of changes) {
      if (before === undefined) continue;
      count(before, -1);
      for (const list of [all, contacts, opinions, shown]) remove(list, before);
    }
    const fresh = changes.map(({ after }) => after).sort(oldestFirst);
    layOut(Math.min(oldestOf(all, now) ?? Infinity, oldestOf(fresh, now) ?? Infinity), now);
    const visible = fresh.filter((entry) => {
      if (found !== undefined) keep(found, entry, terms);
      return count(entry, 1);
    });
    late?.push(...fresh);
    mergeSorted(all, fresh, oldestFirst);
    mergeSorted(contacts, fresh.filter(isContact), oldestFirst);
    mergeSorted(opinions, fresh.filter(hasFeedback), oldestFirst);
    mergeSorted(shown, visible, oldestFirst);
    view = undefined;
  };

  /** Hides entries that leave the frame as time passes. A clock that is set back shows none of them again. */
  const moveFrame = (now: number): void => {
    const next = startOf(filter.frame, now);
    if (next <= start) return;
    const oldest = all[firstFrom(all, start)];
    start = next;
    if (oldest !== undefined && oldest.time < next) refilter();
  };

  return {
    get view() {
      return (view ??= {
        shown: shown.slice(),
        total: all.length,
        counts: tally.counts(filter.chosen),
        activity: { edges, bins: bins.map((bin) => new Map(bin)) },
      });
    },
    known: { all, contacts, opinions },
    add(events, now) {
      apply(grouping.add(events, now), now);
    },
    setCurrentTask(taskId, now) {
      const changes = grouping.setCurrentTask(taskId, now);
      if (changes.length > 0) apply(changes, now);
    },
    age(now) {
      apply(grouping.age(now), now);
      moveFrame(now);
    },
    choose(next, nextZone, now) {
      const { chosen, frame, only: alone, range } = filter;
      const same = next.chosen === chosen && next.frame === frame && next.range === range && next.only === alone;
      filter = next;
      // A changed query only has an effect after `find`.
      if (same && nextZone === zone) {
        layOut(oldestOf(all, now), now);
        moveFrame(now);
        return;
      }
      zone = nextZone;
      only = next.only && new Set(next.only.insight.keys);
      start = startOf(filter.frame, now);
      edges = binEdges(filter.frame, oldestOf(all, now), now, zone);
      refilter();
    },
    *find(wanted) {
      const whole = wanted.length > 0;
      const narrower = found !== undefined && narrows(wanted, terms);
      const candidates = !whole ? [] : narrower ? all.filter(({ key }) => found?.has(key)) : [...all];
      late = candidates; // entries that arrive now are appended
      const keys = new Set<string>();
      let index = 0;
      for (; index < candidates.length; index++) {
        keep(keys, candidates[index]!, wanted);
        if (index % step === step - 1) yield;
      }
      if (candidates.length > step) yield; // the rest is a step of its own
      for (; index < candidates.length; index++) keep(keys, candidates[index]!, wanted);
      if (late === candidates) late = undefined;
      terms = wanted;
      found = whole ? keys : undefined;
      refilter();
    },
  };
}
