import type { ReactiveControllerHost } from 'lit';
import type { Entry, TimelineEntries } from '../../domain/timeline/entry.js';
import type { JourneyEvent } from '../../domain/event/event.js';
import type { EventList } from '../../domain/event/event-list.js';
import { noFilter, type Filter } from '../../domain/timeline/filter.js';
import type { Mask } from '../../domain/masking/mask.js';
import type { createSearch, isNarrower, termsOf } from '../../domain/search/search.js';
import { noTerms } from '../../domain/search/no-terms.js';
import { createTimeline, type Timeline, type TimelineView } from '../../domain/timeline/timeline.js';
import type { EntryOrder } from '../shared/events/filter-event.js';
import { slot } from '../shared/loading/slot.js';

/**
 * How many events are added at a time, and for how many milliseconds between two paints: many events need several
 * turns.
 */
const portion = 25;
const turn = 6;

/** The search functions of the deferred part. */
export interface SearchFunctions {
  readonly createSearch: typeof createSearch;
  readonly isNarrower: typeof isNarrower;
  readonly termsOf: typeof termsOf;
}

/** Until it is filled, every entry matches a search. */
export const searchFunctions = slot<SearchFunctions>();

/** What the model needs from the root. */
export interface TimelineContext {
  /** The texts shown for an entry, so that a search can find them. */
  readonly words: (entry: Entry) => string;
  /** Returns the search functions; `undefined` until they are loaded. */
  readonly finder: () => SearchFunctions | undefined;
  /** Yields to the page during a long search. */
  readonly yieldToPage: () => Promise<void> | undefined;
  /** Runs something once, before the next paint. */
  readonly schedule: (work: () => void) => void;
}

/** A timeline, and how many events of a list it contains. */
interface TimelineBuild {
  readonly timeline: Timeline;
  generation: number;
  arrivals: readonly JourneyEvent[];
  taken: number;
  /** The search terms applied to it. */
  terms: readonly string[];
}

/** While no events are known. */
const nothing: Pick<EventList, 'arrivals' | 'generation'> = { generation: 0, arrivals: [] };

const isBehind = ({ arrivals, taken }: TimelineBuild): boolean => taken < arrivals.length;

/**
 * The timeline of the customer shown. Follows the events, the filter and the clock, in short turns. A new list of
 * events is built into a second timeline, which replaces the shown one when it is complete. The agent's scroll position
 * stays.
 */
export class TimelineModel {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #context: TimelineContext;
  #shown: TimelineBuild;
  /** The timeline under construction. */
  #next: TimelineBuild | undefined;
  #mask: Mask['event'] | undefined;
  #goesOn = false;
  #filter: Filter = noFilter;
  #order: EntryOrder = 'newest-first';
  #zone: string | undefined;
  #currentTaskId: string | undefined;
  #now = 0;
  #search: Generator<void, void, void> | undefined;
  /** Created by the first search. */
  #haystacks: ReturnType<SearchFunctions['createSearch']> | undefined;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, context: TimelineContext) {
    this.#host = host;
    this.#context = context;
    this.#shown = this.#begin(nothing);
  }

  /** What to show. */
  get view(): TimelineView {
    return this.#shown.timeline.view;
  }

  /** Whether the shown timeline contains all events received. A timeline under construction does not count. */
  get takenAll(): boolean {
    return !isBehind(this.#shown);
  }

  /** The entries to find insights in. */
  get known(): TimelineEntries {
    return this.#shown.timeline.known;
  }

  /** The active filter. */
  get filter(): Filter {
    return this.#filter;
  }

  /** The active order. */
  get order(): EntryOrder {
    return this.#order;
  }

  /** The search terms of the entries shown. */
  get terms(): readonly string[] {
    return this.#shown.terms;
  }

  /** Whether a search is running. Until it ends, the previous result is shown. */
  get searching(): boolean {
    return this.#search !== undefined;
  }

  /** Starts an empty timeline for another customer. */
  start(filter: Filter, order: EntryOrder): void {
    this.#order = order;
    this.#filter = filter;
    this.#forget();
  }

  /** Builds the timeline again from all events, and shows it when it is complete. */
  rebuild(): void {
    const list = this.#next ?? this.#shown;
    this.#next = list.arrivals.length > 0 ? this.#begin(list) : undefined;
    this.#host.requestUpdate();
  }

  /** Sets the filter and the order; starts a search if the query changed. */
  choose(filter: Filter, order: EntryOrder): void {
    const sought = filter.query === this.#filter.query;
    this.#order = order;
    if (filter !== this.#filter) {
      this.#filter = filter;
      for (const { timeline } of this.#all()) timeline.choose(filter, this.#zone, this.#now);
      if (!sought) this.#find();
    }
    this.#host.requestUpdate();
  }

  /**
   * Adds new events; call it before each update of the host. A new `mask` or a new list of events builds the timeline
   * again.
   *
   * @param now epoch milliseconds
   * @param attended task ID of the agent's own interaction
   * @param mask masks an event before it is added
   */
  follow(
    events: EventList | undefined,
    zone: string | undefined,
    now: number,
    attended?: string,
    mask?: Mask['event'],
  ): void {
    const list = events ?? nothing;
    const moved = zone !== this.#zone;
    const aged = now !== this.#now;
    this.#zone = zone;
    this.#now = now;
    this.#currentTaskId = attended;
    const remasked = mask !== this.#mask;
    // Masking was turned on: unmasked entries must disappear at once.
    if (remasked && this.#mask === undefined) this.#forget();
    this.#mask = mask;
    if (remasked || list.generation !== (this.#next ?? this.#shown).generation) this.#turnTo(list);
    for (const { timeline } of this.#all()) {
      if (moved) timeline.choose(this.#filter, zone, now);
      timeline.setCurrentTask(attended, now);
      if (aged) timeline.age(now);
    }
    this.#takePortion(list);
  }

  /** Takes another list of events. No list empties the timeline; a new list is shown when it is complete. */
  #turnTo(list: typeof nothing): void {
    if (list.generation === nothing.generation) this.#forget();
    else if (this.#shown.taken > 0) this.#next = this.#begin(list);
    else this.#shown.generation = list.generation;
  }

  /**
   * Schedules one update only, even if the host updates in between: otherwise several turns would run before one paint.
   */
  #scheduleNext(): void {
    if (this.#goesOn) return;
    this.#goesOn = true;
    this.#context.schedule(() => {
      this.#goesOn = false;
      this.#host.requestUpdate();
    });
  }

  #takePortion({ arrivals, generation }: typeof nothing): void {
    const until = performance.now() + turn;
    // A timeline of an older list keeps the events that it has.
    for (const followed of this.#all()) {
      if (followed.generation !== generation) continue;
      followed.arrivals = arrivals;
      this.#take(followed, until);
    }
    const next = this.#next;
    if (next !== undefined && !isBehind(next)) this.#show(next);
    if (isBehind(this.#next ?? this.#shown)) this.#scheduleNext();
  }

  #take(followed: TimelineBuild, until: number): void {
    const { arrivals, timeline } = followed;
    while (isBehind(followed) && performance.now() < until) {
      const fresh = arrivals.slice(followed.taken, followed.taken + portion);
      followed.taken += fresh.length;
      timeline.add(this.#mask === undefined ? fresh : fresh.map(this.#mask), this.#now);
    }
  }

  #show(next: TimelineBuild): void {
    this.#shown = next;
    this.#next = undefined;
    this.#search = undefined; // the new timeline has been searched already
  }

  /** Call it when entries are described by other words: searches again in those. */
  wordsChanged(): void {
    this.#haystacks = undefined;
    if (this.#filter.query === '') return;
    this.#shown.timeline.find(noTerms).next(); // search all entries, not only the matches of the old words
    this.#find();
  }

  #all(): readonly TimelineBuild[] {
    return this.#next === undefined ? [this.#shown] : [this.#shown, this.#next];
  }

  #begin({ arrivals, generation }: typeof nothing): TimelineBuild {
    const { finder, words } = this.#context;
    const timeline = createTimeline(
      (entry, terms) => (this.#haystacks ??= finder()?.createSearch(words))?.matches(entry, terms) ?? true,
      (longer, shorter) => finder()?.isNarrower(longer, shorter) ?? false,
    );
    timeline.setCurrentTask(this.#currentTaskId, this.#now);
    timeline.choose(this.#filter, this.#zone, this.#now);
    const terms = this.#wanted();
    timeline.find(terms).next(); // no entries yet; entries are searched as they are added
    return { timeline, generation, arrivals, taken: 0, terms };
  }

  #forget(): void {
    this.#show(this.#begin(nothing));
  }

  #wanted(): readonly string[] {
    return this.#context.finder()?.termsOf(this.#filter.query) ?? noTerms;
  }

  #find(): void {
    const terms = this.#wanted();
    const search = this.#shown.timeline.find(terms);
    this.#search = search;
    // The timeline under construction starts again, so that all its entries are searched for the same terms.
    if (this.#next !== undefined) this.rebuild();
    void this.#run(search, terms);
  }

  async #run(search: Generator<void, void, void>, terms: readonly string[]): Promise<void> {
    while (!search.next().done) {
      await this.#context.yieldToPage();
      if (this.#search !== search) return; // a newer search was started
    }
    this.#search = undefined;
    this.#shown.terms = terms;
    this.#host.requestUpdate();
  }
}
