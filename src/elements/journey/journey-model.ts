import type { LitElement } from 'lit';
import type { AddressKey, CustomerKey } from '../../domain/address/customer-key.js';
import type { AliasCounter, AliasCounts } from '../../domain/person/alias-counts.js';
import type { Shown } from '../../domain/task/shown-customer.js';
import { noFilter, withInsight, withoutStaleInsight, type TimeFrame } from '../../domain/timeline/filter.js';
import { agentChoices, initialFilter } from '../../domain/timeline/initial-filter.js';
import type { Insight } from '../../domain/timeline/insight.js';
import type { Messages } from '../../i18n/messages.js';
import { beforeNextPaint } from '../../platform/before-paint.js';
import { createYieldToPage } from '../../platform/yield-to-page.js';
import { changedParts, emptyJourney, type JourneyState } from '../../store/journey-state.js';
import type { JourneyMasker, ShownJourney } from '../../store/masked-journey.js';
import { searchableWords } from '../entry/describe-entry.js';
import { readSavedView, saveView, type SavedView } from '../filters/saved-view.js';
import type { FilterEvent } from '../shared/events/filter-event.js';
import type { NoticeEvent } from '../shared/events/notice-event.js';
import type { RangeEvent } from '../shared/events/range-event.js';
import type { Display } from '../shared/text/display.js';
import { AnnouncementController } from './announcement-controller.js';
import { textOf } from './attributes.js';
import type { ClockController } from './clock-controller.js';
import { masking, rootParts } from './deferred-slots.js';
import type { InsightsModel } from './insights-model.js';
import { searchFunctions, TimelineModel } from './timeline-model.js';

/** The properties that decide how a journey is shown. A page can set them to any value. */
interface JourneyHost extends LitElement {
  readonly agentId: unknown;
  readonly insightThresholds: unknown;
  readonly mask: boolean;
  readonly timeFrame: TimeFrame;
}

/** What a journey model is given, besides its host. */
export interface JourneyContext {
  /** Says what time it is, for everything that is shown. */
  readonly clock: ClockController;
  /** Words, locale and time zone to show the journey in. */
  readonly display: () => Pick<Display, 'messages' | 'locale' | 'zone'>;
}

/** Shown instead of a customer, and until what must be masked can be masked. */
const hidden: ShownJourney = { address: undefined, task: undefined, state: emptyJourney };

const nobody = { key: undefined, addressKey: undefined };

/** The journey of the customer shown, as it is drawn: masked, with its timeline and its insights. */
export class JourneyModel {
  /** Tells the agent what is new, for screen readers. */
  readonly announcements: AnnouncementController;
  /** The timeline of the customer shown. */
  readonly timeline: TimelineModel;
  readonly #host: JourneyHost;
  readonly #context: JourneyContext;
  #messages: Messages | undefined;
  #drawn = hidden;
  #masker: JourneyMasker | undefined;
  /** The state at the last update, to see what changed since. */
  #followed = emptyJourney;
  #key: CustomerKey | undefined;
  #isMasked: boolean | undefined;
  #view = 0;
  #person = '';
  #customerZone: string | undefined;
  #insights: InsightsModel | undefined;
  #counter: AliasCounter | undefined;
  #saved: SavedView = { filter: noFilter, order: 'newest-first' };

  constructor(host: JourneyHost, context: JourneyContext) {
    this.#host = host;
    this.#context = context;
    this.announcements = new AnnouncementController(host);
    this.timeline = new TimelineModel(host, {
      words: (entry) => {
        const { locale, messages, zone } = context.display();
        const { records } = this.#followed;
        const record = entry.kind === 'interaction' ? records.get(entry.interaction.taskId) : undefined;
        return searchableWords(entry, { messages, zone, locale, record });
      },
      finder: searchFunctions.get,
      yieldToPage: createYieldToPage(),
      schedule: beforeNextPaint,
    });
  }

  /** What is drawn: masked if the host says so. */
  get drawn(): ShownJourney {
    return this.#drawn;
  }

  /** Whether there is nothing to draw: no customer, or no way to mask them yet. */
  get isHidden(): boolean {
    return this.#drawn === hidden;
  }

  /** Another number needs other elements: nothing that the agent opened, and no old word, may stay. */
  get view(): number {
    return this.#view;
  }

  /** The key of the persons found; empty before, and when there is none. */
  get person(): string {
    return this.#person;
  }

  /** The zone of the customer, if their profile names one. */
  get customerZone(): string | undefined {
    return this.#customerZone;
  }

  /** `undefined` until they can be found. */
  get insights(): readonly Insight[] | undefined {
    return this.#insights?.insights;
  }

  /** The number of events of each alias. */
  get aliasCounts(): AliasCounts | undefined {
    return this.#counter?.follow(this.#followed.events.value);
  }

  /** Call before every paint. `forms`: the addresses in all forms that may have to be masked. */
  follow(shown: Shown, state: JourneyState, forms: readonly string[], isOtherAgent: boolean): void {
    const { addressKey, key } = shown.kind === 'customer' ? shown : nobody;
    if (isOtherAgent) this.#insights?.forgetAll();
    this.#drawn = this.#draw(shown, state, forms);
    const isMasked = this.isHidden ? undefined : this.#host.mask;
    const isAnother = key !== this.#key || isMasked !== this.#isMasked;
    this.#key = key;
    this.#isMasked = isMasked;
    if (isAnother) {
      this.#view += 1;
      this.#person = '';
      this.#context.clock.tick(); // what came until now came while the agent did not look
      this.#insights?.start(addressKey, this.#context.clock.now);
    }
    const isOtherPerson = this.#followPerson(state);
    if (isOtherPerson && addressKey !== undefined) this.#insights?.forget(addressKey);
    if (isOtherPerson || isAnother || isOtherAgent) this.#start();
    this.#followState();
    this.#followInsights(addressKey);
  }

  /** Call before every paint. Announcements in other words than these are dropped. */
  followWords(messages: Messages): void {
    const hasChanged = this.#messages !== undefined && this.#messages !== messages;
    this.#messages = messages;
    if (!hasChanged) return;
    this.announcements.clear();
    this.timeline.wordsChanged();
  }

  /** Remembers what the agent filters by. */
  readonly filter = ({ filter, order }: FilterEvent): void => {
    const own = agentChoices(this.#saved.filter, this.timeline.filter, filter);
    this.#saved = { filter: own, order };
    saveView(textOf(this.#host.agentId), own, order);
    this.timeline.choose(filter, order);
  };

  /** Shows the entries of an insight, or all again. */
  readonly showInsight = ({ insight }: NoticeEvent): void => {
    const { filter, order } = this.timeline;
    this.timeline.choose(withInsight(filter, insight), order);
  };

  /** Shows a part of the time frame. */
  readonly showRange = ({ range }: RangeEvent): void => {
    const { filter, order } = this.timeline;
    this.timeline.choose({ ...filter, range }, order);
  };

  #draw(shown: Shown, state: JourneyState, forms: readonly string[]): ShownJourney {
    this.#masker ??= masking.get()?.();
    if (shown.kind === 'nobody') return hidden;
    if (this.#host.mask) return this.#masker?.(shown, state, forms) ?? hidden;
    return { address: shown.address, task: shown.task, state };
  }

  /** Whether the address belongs to another person now, or may do so: the search was about the one before. */
  #followPerson({ person, personKey }: JourneyState): boolean {
    const last = this.#person;
    this.#person = personKey ?? last;
    return this.#person !== last && (last !== '' || (person.value?.persons.length ?? 0) > 1);
  }

  #start(): void {
    this.announcements.clear();
    this.#saved = readSavedView(textOf(this.#host.agentId));
    const { defaultFilter, division } = this.#drawn.task ?? {};
    const start = { frame: this.#host.timeFrame, defaultFilter, division };
    this.timeline.start(initialFilter(this.#saved.filter, start), this.#saved.order);
  }

  #followState(): void {
    const { clock, display } = this.#context;
    const { mask, state, task } = this.#drawn;
    const changed = changedParts(this.#followed, state);
    this.#followed = state;
    if (changed.records) this.timeline.wordsChanged(); // a record has names of agents, which can be searched for
    if (changed.profile) this.#customerZone = rootParts.get()?.zoneOf(state.profile.value);
    if (changed.events) clock.tick(); // no event that is shown may be in the future
    const currentTaskId = task?.ended === false ? task.interactionId : undefined;
    this.timeline.follow(state.events.value, display().zone, clock.now, currentTaskId, mask);
  }

  /** An insight that is not true any more closes its filter. */
  #followInsights(addressKey: AddressKey | undefined): void {
    const parts = rootParts.get();
    if (parts === undefined) return;
    this.#insights ??= new parts.InsightsModel(addressKey);
    this.#counter ??= parts.createAliasCounter();
    const { events, gap } = this.#drawn.state;
    const { filter, known, order, takenAll } = this.timeline;
    this.#insights.follow(known, {
      now: this.#context.clock.now,
      zone: this.#context.display().zone,
      task: this.#drawn.task,
      agentId: textOf(this.#host.agentId),
      complete: events.status === 'ready' && gap === undefined && takenAll,
      person: this.#person,
      thresholds: this.#host.insightThresholds,
    });
    const next = withoutStaleInsight(filter, this.#insights.insights);
    if (next !== filter) this.timeline.choose(next, order);
  }
}
