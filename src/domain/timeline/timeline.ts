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

/** What is seen of a journey through a filter. */
export interface TimelineView {
  /** What the filter lets through, oldest first. Another list after each change. */
  readonly shown: readonly Entry[];
  /** How many entries there are, shown or not. */
  readonly total: number;
  readonly counts: Counts;
  /** Over the whole frame: a chosen range does not narrow it. */
  readonly activity: Activity;
}

/** The entries of one journey. What comes in costs the same, however much is known already. Times: epoch milliseconds. */
export interface Timeline {
  readonly view: TimelineView;
  /** What insights are found in; the lists themselves, which change with what comes in. */
  readonly known: TimelineEntries;
  /** Takes events, each once, in any order. */
  add(events: readonly JourneyEvent[], now: number): void;
  /** Which contact the agent is in, if any: it goes on however silent it is. */
  setCurrentTask(taskId: string | undefined, now: number): void;
  /** Time passes: contacts fall silent, entries leave the frame. */
  age(now: number): void;
  /** `zone` decides where the days of the activity begin. A changed query has no effect before `find` has ended. */
  choose(filter: Filter, zone: string | undefined, now: number): void;
  /**
   * Looks for the terms in all entries, a few at a time: whoever runs it may pause at each step, and what comes in
   * meanwhile is not missed. The view changes with the last step.
   */
  find(terms: readonly string[]): Generator<void, void, void>;
}

const isContact = (entry: Entry): entry is InteractionEntry => entry.kind === 'interaction';

const emptyBin = (): Map<Channel, number> => new Map();

/** Where the first entry stands that is not before `time`. */
const firstFrom = (entries: readonly Entry[], time: number): number =>
  insertionIndex(entries, time, (entry, sought) => entry.time - sought);

/** What is older than the strip can be stretches nothing. */
const oldestOf = (entries: readonly Entry[], now: number): number | undefined =>
  entries[firstFrom(entries, now - longestSpan)]?.time;

/** Entries looked at before a search lets others have their turn. */
const step = 10;

/**
 * @param matches whether all of the terms, at least one, are found in an entry
 * @param narrows whether what has all of the `longer` terms has the `shorter` ones too, as far as can be told
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
  /** Keys of the entries that have all terms; `undefined` while nothing is searched for. */
  let found: Set<string> | undefined;
  /** Keys of an insight's entries; `undefined` while none is shown alone. */
  let only: ReadonlySet<string> | undefined;
  /** Came while a search was under way. */
  let late: Entry[] | undefined;
  let view: TimelineView | undefined;

  const isFound = ({ key }: Entry): boolean => (found?.has(key) ?? true) && (only?.has(key) ?? true);
  const isInTime = ({ time }: Entry): boolean => {
    const { range } = filter;
    return time >= start && (range === undefined || (time >= range.from && time < range.to));
  };

  /** Counts an entry in or out; whether it is shown. */
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

  /** Whether a key is among the found ones follows its entry, which may have changed. */
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

  /** Decides where the bins begin; those that stay keep their counts, so that history coming in costs nothing. */
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

  /** Entries leave the frame as time passes; a clock that goes back brings nothing back. */
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
      // What is typed has no effect before it is found.
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
      late = candidates; // what comes meanwhile has its turn after them
      const keys = new Set<string>();
      let index = 0;
      for (; index < candidates.length; index++) {
        keep(keys, candidates[index]!, wanted);
        if (index % step === step - 1) yield;
      }
      if (candidates.length > step) yield; // what follows is a piece of work of its own
      for (; index < candidates.length; index++) keep(keys, candidates[index]!, wanted);
      if (late === candidates) late = undefined;
      terms = wanted;
      found = whole ? keys : undefined;
      refilter();
    },
  };
}
