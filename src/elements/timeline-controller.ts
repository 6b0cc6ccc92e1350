import type { ReactiveControllerHost } from 'lit';
import type { Entry } from '../domain/entry.js';
import type { JourneyEvent } from '../domain/event.js';
import type { EventList } from '../domain/event-list.js';
import { noFilter, type Filter } from '../domain/filter.js';
import type { Known } from '../domain/insight-context.js';
import type { Mask } from '../domain/mask.js';
import type { createSearch, narrows, termsOf } from '../domain/search.js';
import { noTerms } from '../domain/terms.js';
import { createTimeline, type Timeline, type TimelineView } from '../domain/timeline.js';
import type { EntryOrder } from './filter-event.js';

/** Events taken in at a time, and for how long between two paints, in milliseconds: a burst is spread over several. */
const portion = 25;
const turn = 6;

/** What finds entries; nothing is searched for before it is there. */
export interface Finder {
  readonly createSearch: typeof createSearch;
  readonly narrows: typeof narrows;
  readonly termsOf: typeof termsOf;
}

/** What the controller needs of the world around it. */
export interface TimelineContext {
  /** What is shown of an entry, to be found by a search as well. */
  readonly words: (entry: Entry) => string;
  readonly finder: () => Finder | undefined;
  /** Lets the page have its turn when a search takes long. */
  readonly breathe: () => Promise<void> | undefined;
  /** Runs something once, soon. */
  readonly schedule: (work: () => void) => void;
}

/** The timeline of the one customer shown: follows the events, the filter and the clock, in pieces of bearable length. */
export class TimelineController {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #context: TimelineContext;
  #timeline: Timeline;
  #arrivals: readonly JourneyEvent[] | undefined;
  #taken = 0;
  #mask: Mask['event'] | undefined;
  #goesOn = false;
  #filter: Filter = noFilter;
  #order: EntryOrder = 'newest-first';
  #zone: string | undefined;
  #attended: string | undefined;
  #now = 0;
  #terms = noTerms;
  #search: Generator<void, void, void> | undefined;
  /** Made when something is searched for. */
  #haystacks: ReturnType<Finder['createSearch']> | undefined;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, context: TimelineContext) {
    this.#host = host;
    this.#context = context;
    this.#timeline = this.#create();
  }

  get view(): TimelineView {
    return this.#timeline.view;
  }

  /** Whether nothing that has come waits for its turn. */
  get takenAll(): boolean {
    return this.#taken === (this.#arrivals?.length ?? 0);
  }

  /** What insights are found in. */
  get known(): Known {
    return this.#timeline.known;
  }

  get filter(): Filter {
    return this.#filter;
  }

  get order(): EntryOrder {
    return this.#order;
  }

  /** What the shown entries were found by. */
  get terms(): readonly string[] {
    return this.#terms;
  }

  /** Whether a search is under way: what is shown is what the one before has found. */
  get searching(): boolean {
    return this.#search !== undefined;
  }

  /** Begins anew, for another customer. */
  start(filter: Filter, order: EntryOrder): void {
    this.#order = order;
    this.#filter = filter;
    this.#renew();
  }

  choose(filter: Filter, order: EntryOrder): void {
    const sought = filter.query === this.#filter.query;
    this.#order = order;
    if (filter !== this.#filter) {
      this.#filter = filter;
      this.#timeline.choose(filter, this.#zone, this.#now);
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
    const arrivals = events?.arrivals;
    const changed = arrivals !== this.#arrivals || mask !== this.#mask;
    const another = changed && this.#taken > 0;
    const moved = zone !== this.#zone;
    const aged = now !== this.#now;
    this.#zone = zone;
    this.#now = now;
    this.#attended = attended;
    if (changed) this.#taken = 0;
    this.#arrivals = arrivals;
    this.#mask = mask;
    if (another) this.#renew();
    else if (moved) this.#timeline.choose(this.#filter, zone, now);
    this.#timeline.attend(attended, now);
    if (aged) this.#timeline.age(now);
    if (arrivals === undefined) return;
    this.#take(arrivals);
    if (this.#taken < arrivals.length) this.#goOnSoon();
  }

  /** Once, however often the host draws meanwhile: or each of them would take its turn between the same two paints. */
  #goOnSoon(): void {
    if (this.#goesOn) return;
    this.#goesOn = true;
    this.#context.schedule(() => {
      this.#goesOn = false;
      this.#host.requestUpdate();
    });
  }

  #take(arrivals: readonly JourneyEvent[]): void {
    const since = performance.now();
    while (this.#taken < arrivals.length && performance.now() - since < turn) {
      const fresh = arrivals.slice(this.#taken, this.#taken + portion);
      this.#taken += fresh.length;
      this.#timeline.add(this.#mask === undefined ? fresh : fresh.map(this.#mask), this.#now);
    }
  }

  /** Entries are shown in other words from now on: what is searched for is looked for in those. */
  retell(): void {
    this.#haystacks = undefined;
    if (this.#filter.query === '') return;
    this.#timeline.find(noTerms).next(); // among all entries, not those that had the words of before
    this.#find();
  }

  #create(): Timeline {
    const { finder, words } = this.#context;
    return createTimeline(
      (entry, terms) => (this.#haystacks ??= finder()?.createSearch(words))?.matches(entry, terms) ?? true,
      (longer, shorter) => finder()?.narrows(longer, shorter) ?? false,
    );
  }

  #renew(): void {
    this.#timeline = this.#create();
    this.#taken = 0;
    this.#search = undefined;
    this.#terms = noTerms;
    this.#timeline.attend(this.#attended, this.#now);
    this.#timeline.choose(this.#filter, this.#zone, this.#now);
    this.#find();
  }

  #find(): void {
    const terms = this.#context.finder()?.termsOf(this.#filter.query) ?? noTerms;
    const search = this.#timeline.find(terms);
    this.#search = search;
    void this.#run(search, terms);
  }

  async #run(search: Generator<void, void, void>, terms: readonly string[]): Promise<void> {
    while (!search.next().done) {
      await this.#context.breathe();
      if (this.#search !== search) return; // another one was asked for meanwhile
    }
    this.#search = undefined;
    this.#terms = terms;
    this.#host.requestUpdate();
  }
}
