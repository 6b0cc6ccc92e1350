import { binAt, edgesOf, type Activity } from './activity.js';
import type { Channel } from './channel.js';
import { oldestFirst, type Entry } from './entry.js';
import type { JourneyEvent } from './event.js';
import type { Counts } from './facets.js';
import { noFilter, startOf, type Filter } from './filter.js';
import { createGrouping, type Change } from './grouping.js';
import { mergeInto, placeIn } from './sorted.js';
import { createTally, passes } from './tally.js';

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
  /** Takes events, each once, in any order. */
  add(events: readonly JourneyEvent[], now: number): void;
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

/** Entries looked at before a search lets others have their turn. */
const step = 50;

/** @param matches whether all of the terms, at least one, are found in an entry */
export function createTimeline(matches: (entry: Entry, terms: readonly string[]) => boolean): Timeline {
  const grouping = createGrouping();
  const tally = createTally();
  const all: Entry[] = [];
  let shown: readonly Entry[] = [];
  let filter = noFilter;
  let zone: string | undefined;
  let start = -Infinity;
  let edges: readonly number[] = [];
  let laidOutFor: number | undefined;
  let bins: Map<Channel, number>[] = [];
  let terms: readonly string[] = [];
  /** Keys of the entries that have all terms; `undefined` while nothing is searched for. */
  let found: Set<string> | undefined;
  /** Came while a search was under way. */
  let late: Entry[] | undefined;
  let view: TimelineView | undefined;

  const isOpen = ({ key, time }: Entry): boolean => {
    const { range } = filter;
    return time >= start && (range === undefined || (time >= range.from && time < range.to)) && isFound(key);
  };
  const isFound = (key: string): boolean => found === undefined || found.has(key);
  const isShown = (entry: Entry): boolean => isOpen(entry) && passes(entry.facets, filter.chosen);

  const count = (entry: Entry, difference: 1 | -1): void => {
    tally.add(entry.facets, isOpen(entry), difference);
    const bin = bins[binAt(edges, entry.time)];
    if (bin === undefined || !isFound(entry.key) || !passes(entry.facets, filter.chosen)) return;
    for (const channel of entry.facets.channel) bin.set(channel, (bin.get(channel) ?? 0) + difference);
  };

  const take = (list: Entry[], entry: Entry): void => {
    const place = placeIn(list, entry, oldestFirst);
    if (list[place] === entry) list.splice(place, 1);
  };

  /** Whether a key is among the found ones follows its entry, which may have changed. */
  const keep = (keys: Set<string>, entry: Entry, sought: readonly string[]): void => {
    if (matches(entry, sought)) keys.add(entry.key);
    else keys.delete(entry.key);
  };

  const refilter = (): void => {
    tally.clear();
    bins = edges.slice(1).map(() => new Map());
    for (const entry of all) count(entry, 1);
    shown = all.filter(isShown);
    view = undefined;
  };

  /** Whether the bins begin elsewhere than before. */
  const layOut = (now: number): boolean => {
    const oldest = all[0]?.time;
    const [from, to] = edges.slice(-2);
    const inLastBin = from !== undefined && to !== undefined && now >= from && now < to;
    if (inLastBin && oldest === laidOutFor) return false;
    laidOutFor = oldest;
    const next = edgesOf(filter.frame, oldest, now, zone);
    if (next.length === edges.length && next.every((edge, index) => edge === edges[index])) return false;
    edges = next;
    return true;
  };

  const apply = (changes: readonly Change[]): void => {
    if (changes.length === 0) return;
    const next = [...shown];
    for (const { before } of changes) {
      if (before === undefined) continue;
      count(before, -1);
      take(all, before);
      take(next, before);
    }
    const fresh = changes.map(({ after }) => after).sort(oldestFirst);
    for (const entry of fresh) {
      if (found !== undefined) keep(found, entry, terms);
      count(entry, 1);
    }
    late?.push(...fresh);
    mergeInto(all, fresh, oldestFirst);
    mergeInto(next, fresh.filter(isShown), oldestFirst);
    shown = next;
    view = undefined;
  };

  return {
    get view() {
      return (view ??= {
        shown,
        total: all.length,
        counts: tally.counts(filter.chosen),
        activity: { edges, bins: bins.map((bin) => new Map(bin)) },
      });
    },
    add(events, now) {
      apply(grouping.add(events, now));
      if (layOut(now)) refilter();
    },
    age(now) {
      apply(grouping.age(now));
      const next = startOf(filter.frame, now);
      const oldest = all[placeIn(all, start, (entry, time) => entry.time - time)];
      const leaves = oldest !== undefined && oldest.time < next;
      if (!layOut(now) && !leaves) return;
      start = next;
      refilter();
    },
    choose(next, nextZone, now) {
      filter = next;
      zone = nextZone;
      start = startOf(filter.frame, now);
      edges = [];
      layOut(now);
      refilter();
    },
    *find(wanted) {
      const whole = wanted.length > 0;
      // What has the longer terms has the shorter ones too.
      const narrower = found !== undefined && terms.every((term) => wanted.some((longer) => longer.includes(term)));
      const candidates = !whole ? [] : narrower ? all.filter(({ key }) => found?.has(key)) : [...all];
      const came: Entry[] = (late = []);
      const keys = new Set<string>();
      for (let index = 0; index < candidates.length; index++) {
        keep(keys, candidates[index]!, wanted);
        if (index % step === step - 1) yield;
      }
      for (const entry of came) keep(keys, entry, wanted);
      if (late === came) late = undefined;
      terms = wanted;
      found = whole ? keys : undefined;
      refilter();
    },
  };
}
