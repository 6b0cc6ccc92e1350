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

/** Events taken in at a time, and for how long between two paints, in milliseconds: a burst is spread over several. */
const portion = 25;
const turn = 6;

export interface SearchFunctions {
  readonly createSearch: typeof createSearch;
  readonly isNarrower: typeof isNarrower;
  readonly termsOf: typeof termsOf;
}

/** While it is empty, a search finds every entry. */
export const searchFunctions = slot<SearchFunctions>();

/** What the controller needs of the world around it. */
export interface TimelineContext {
  /** What is shown of an entry, to be found by a search as well. */
  readonly words: (entry: Entry) => string;
  readonly finder: () => SearchFunctions | undefined;
  /** Lets the page have its turn when a search takes long. */
  readonly yieldToPage: () => Promise<void> | undefined;
  /** Runs something once, soon. */
  readonly schedule: (work: () => void) => void;
}

/** A timeline, and how much of a list of events it has taken. */
interface TimelineBuild {
  readonly timeline: Timeline;
  generation: number;
  arrivals: readonly JourneyEvent[];
  taken: number;
  /** What is searched for in it. */
  terms: readonly string[];
}

/** While no events are known. */
const nothing: Pick<EventList, 'arrivals' | 'generation'> = { generation: 0, arrivals: [] };

const isBehind = ({ arrivals, taken }: TimelineBuild): boolean => taken < arrivals.length;

/**
 * The timeline of the one customer shown: follows the events, the filter and the clock, in pieces of bearable length. What
 * is read anew, in another list, is taken into another timeline, which takes the place of the one shown once it is whole:
 * entry by entry the agent's place stays.
 */
export class TimelineModel {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #context: TimelineContext;
  #shown: TimelineBuild;
  /** Takes its place as soon as it has taken everything. */
  #next: TimelineBuild | undefined;
  #mask: Mask['event'] | undefined;
  #goesOn = false;
  #filter: Filter = noFilter;
  #order: EntryOrder = 'newest-first';
  #zone: string | undefined;
  #currentTaskId: string | undefined;
  #now = 0;
  #search: Generator<void, void, void> | undefined;
  /** Made when something is searched for. */
  #haystacks: ReturnType<SearchFunctions['createSearch']> | undefined;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, context: TimelineContext) {
    this.#host = host;
    this.#context = context;
    this.#shown = this.#begin(nothing);
  }

  get view(): TimelineView {
    return this.#shown.timeline.view;
  }

  /** Whether nothing that has come waits for its turn; what is read anew does not count before it is shown. */
  get takenAll(): boolean {
    return !isBehind(this.#shown);
  }

  /** What insights are found in. */
  get known(): TimelineEntries {
    return this.#shown.timeline.known;
  }

  get filter(): Filter {
    return this.#filter;
  }

  get order(): EntryOrder {
    return this.#order;
  }

  /** What the shown entries were found by. */
  get terms(): readonly string[] {
    return this.#shown.terms;
  }

  /** Whether a search is under way: what is shown is what the one before has found. */
  get searching(): boolean {
    return this.#search !== undefined;
  }

  /** Begins anew, for another customer. */
  start(filter: Filter, order: EntryOrder): void {
    this.#order = order;
    this.#filter = filter;
    this.#forget();
  }

  /** Takes all events anew: another timeline is made of them, and shown when it is whole. */
  rebuild(): void {
    const list = this.#next ?? this.#shown;
    this.#next = list.arrivals.length > 0 ? this.#begin(list) : undefined;
    this.#host.requestUpdate();
  }

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
   * Takes what is new since the last time; before each update of the host. `attended` is the task the agent is in. Events
   * are taken as `mask` leaves them, all of them anew when it is another one.
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
    // What was shown to everybody must go at once.
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

  /** Another list: nothing is shown of one that has gone, one in its place is shown when it has been taken. */
  #turnTo(list: typeof nothing): void {
    if (list.generation === nothing.generation) this.#forget();
    else if (this.#shown.taken > 0) this.#next = this.#begin(list);
    else this.#shown.generation = list.generation;
  }

  /** Once, however often the host draws meanwhile: or each of them would take its turn between the same two paints. */
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
    // What was read before is shown as far as it was taken.
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
    this.#search = undefined; // in this one it has been found already
  }

  /** Entries are shown in other words from now on: what is searched for is looked for in those. */
  wordsChanged(): void {
    this.#haystacks = undefined;
    if (this.#filter.query === '') return;
    this.#shown.timeline.find(noTerms).next(); // among all entries, not those that had the words of before
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
    timeline.find(terms).next(); // in nothing yet; what is taken is found as it comes
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
    // What is taken anew begins again, so that all of it is found by the same.
    if (this.#next !== undefined) this.rebuild();
    void this.#run(search, terms);
  }

  async #run(search: Generator<void, void, void>, terms: readonly string[]): Promise<void> {
    while (!search.next().done) {
      await this.#context.yieldToPage();
      if (this.#search !== search) return; // another one was asked for meanwhile
    }
    this.#search = undefined;
    this.#shown.terms = terms;
    this.#host.requestUpdate();
  }
}
