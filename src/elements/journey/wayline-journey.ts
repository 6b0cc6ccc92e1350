import { initialState, Task as LitTask, TaskStatus } from '@lit/task';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { baseUrl } from '../../platform/script-url.js';
import type { AliasCounter } from '../../domain/person/alias-counts.js';
import type { Address } from '../../domain/address/address.js';
import type { CustomerKey } from '../../domain/address/customer-key.js';
import { taskIdIn } from '../../domain/timeline/entry.js';
import { JourneyError } from '../../domain/base/journey-error.js';
import { addressesOf, type GivenAddress } from '../../domain/address/given-addresses.js';
import {
  withoutStaleInsight,
  noFilter,
  withInsight,
  timeFrames,
  type Filter,
  type TimeFrame,
} from '../../domain/timeline/filter.js';
import { initialFilter, agentChoices } from '../../domain/timeline/initial-filter.js';
import { noTask, shownCustomer, type ShownNobody, type Situation } from '../../domain/task/shown-customer.js';
import { readTask, type Task } from '../../domain/task/task.js';
import { currentInteraction } from '../../domain/task/task-clock.js';
import { readZone } from '../../domain/time/format-time.js';
import { directionOf } from '../../i18n/choose-language.js';
import type { Messages } from '../../i18n/messages.js';
import { createCjdsSource } from '../../sources/cjds/cjds-source.js';
import { hostsOf, regionOf, searchHostOf } from '../../sources/cjds/data-center.js';
import { findProject } from '../../sources/cjds/find-project.js';
import { assetUrl, loadJson } from '../../platform/assets.js';
import { createYieldToPage } from '../../platform/yield-to-page.js';
import { createHttp } from '../../sources/http/http.js';
import type { JourneySource } from '../../sources/journey-source.js';
import { wait } from '../../platform/wait.js';
import { changedParts, emptyJourney, type JourneyState } from '../../store/journey-state.js';
import { createJourneyStore } from '../../store/journey-store.js';
import { AnnouncementController } from './announcement-controller.js';
import { choice, flag, readable } from './attributes.js';
import type { ChooseEvent } from '../shared/events/choose-person-event.js';
import { ClockController } from './clock-controller.js';
import { searchableWords } from '../entry/describe-entry.js';
import type { EditPersonEvent } from '../shared/events/edit-person-event.js';
import type { FilterEvent } from '../shared/events/filter-event.js';
import { readSavedView, saveView, type SavedView } from '../filters/saved-view.js';
import type { IconLoader } from '../shared/icons/icon-loader.js';
import { noIcons } from '../shared/icons/icon-set.js';
import type { InsightsModel } from './insights-model.js';
import { LanguageLoader } from './language-loader.js';
import { journeyLayout } from './journey-style.js';
import { DeferredController } from '../shared/loading/deferred.js';
import { masking, rootParts, shortcuts } from './deferred-slots.js';
import { deferredSource } from './deferred-source.js';
import { ThemeController } from './theme-controller.js';
import type { LookUpModel } from '../look-up/look-up-model.js';
import type { JourneyMasker, ShownJourney } from '../../store/masked-journey.js';
import type { MergeEvent } from '../shared/events/merge-event.js';
import type { NoticeEvent } from '../shared/events/notice-event.js';
import { createPhoneLibrary } from '../shared/loading/phone-library.js';
import type { RangeEvent } from '../shared/events/range-event.js';
import { skeleton } from '../shared/style/skeleton.js';
import { beforeNextPaint } from '../../platform/before-paint.js';
import { StoreController } from './store-controller.js';
import { searchFunctions, TimelineModel } from './timeline-model.js';
import type { ToggleEntryEvent } from '../shared/events/toggle-entry-event.js';
import { tokens } from '../shared/style/tokens.js';
import { VisibilityController } from '../shared/controllers/visibility-controller.js';
import { createWidgetSignIn, permissionsIn } from './widget-sign-in.js';
import { warnOnce } from '../../platform/warn-once.js';

/** Of the documented attributes those whose behaviour this version does not have. */
const withoutEffect = ['limit'];

/** Attributes as layouts have them for other widgets, and what they are called here. */
const otherNames: Readonly<Record<string, string>> = {
  darkmode: 'dark-mode',
  'icon-data-path': 'icon-data-url',
  'read-only-aliases': 'read-only',
  'user-search': 'enable-user-search',
};

/** While nobody knows the language yet: nothing that would have to be read. */
const skeletonBars = html`<div class="skeleton" aria-busy="true">
  <span class="skeleton-bar round"></span>
  <span class="skeleton-bar"></span>
  <span class="skeleton-bar"></span>
</div>`;

/** Nothing that would have to be masked is drawn before it can be. */
const hidden: ShownJourney = { address: undefined, task: undefined, state: emptyJourney };

const nobody = { key: undefined, addressKey: undefined };

/** Why a look-up was broken off when the element was taken out of the document. */
const removed = Symbol('removed');

/** Properties take what they are given, whatever their type says. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Who is on the line, and what happened before: the customer of the desktop's current task, with profile, aliases and
 * one timeline of past and live events.
 *
 * @fires {RenewTokenEvent} wayline-renew-token - The service refuses the token; answer with `respondWith`, or set `bearerToken`.
 * @fires {RevealEvent} wayline-reveal - The agent looks at a masked value; for auditing.
 * @csspart head - Name, address and actions.
 * @csspart look-up - The form that looks up another customer.
 * @csspart looked-up - The bar that says who was looked up.
 * @csspart side - Current contact, profile and aliases.
 * @csspart main - The timeline.
 * @csspart avatar - The circle with the initials.
 * @csspart name - The customer's name, or the address while there is none.
 * @csspart now - The banner of the current contact.
 * @csspart clock - The running clock of the current contact.
 * @csspart notice - One of the notices below it.
 * @csspart more - The button that brings the other notices.
 * @csspart facts - The grid of the profile.
 * @csspart aliases - The list of aliases.
 * @csspart alias - One of them.
 * @csspart edit - What the customer is changed with.
 * @csspart merge - The dialog that makes two persons one.
 * @csspart person - One of several persons to choose from.
 * @csspart strip - What the bars of activity stand in.
 * @csspart top - The bar with search, filters and the connection.
 * @csspart search - The search field with its icon.
 * @csspart chips - The row of chips.
 * @csspart panel - The further filters.
 * @csspart connection - How the live connection stands.
 * @csspart day - A day's heading.
 * @csspart new - The button that says how many new events there are.
 * @csspart entry - The card or row of an entry.
 * @csspart title - The button that opens an entry.
 * @csspart details - What an open entry shows.
 * @csspart fields - A list of fields in it.
 * @csspart raw - The raw data of an event.
 * @csspart transcript - The dialog with a transcript.
 * @csspart gap - Where events may be missing.
 * @csspart note - A message about something that failed.
 * @csspart state - What stands in place of a journey when there is none.
 * @csspart help - The list of keys.
 * @cssprop --wayline-text - Text. Default: the desktop's, else nearly black or white.
 * @cssprop --wayline-text-secondary - Text of less weight. Default: the desktop's, else grey.
 * @cssprop --wayline-background - The ground. Default: the desktop's, else white or dark grey.
 * @cssprop --wayline-background-sunken - The ground below the cards. Default: the desktop's, else a touch darker.
 * @cssprop --wayline-line - Lines and borders. Default: the desktop's, else light grey.
 * @cssprop --wayline-line-strong - Borders of fields. Default: made from the text.
 * @cssprop --wayline-accent - What can be pressed, what is chosen, the focus. 4.5:1 on both grounds and its own.
 * @cssprop --wayline-accent-background - Ground of what is chosen, and of the initials.
 * @cssprop --wayline-ok - What goes well: the contact that is on, "Live".
 * @cssprop --wayline-ok-background - Its ground.
 * @cssprop --wayline-warn - What deserves a look.
 * @cssprop --wayline-warn-background - Its ground.
 * @cssprop --wayline-bad - What went wrong.
 * @cssprop --wayline-bad-background - Its ground.
 * @cssprop --wayline-mark - Text of what a search found.
 * @cssprop --wayline-mark-background - Its ground.
 * @cssprop --wayline-voice - Colour of the channel voice.
 * @cssprop --wayline-chat - Colour of chat and video.
 * @cssprop --wayline-email - Colour of email.
 * @cssprop --wayline-social - Colour of SMS and social messages.
 * @cssprop --wayline-web - Colour of the website.
 * @cssprop --wayline-custom - Colour of everything else.
 * @cssprop --wayline-radius - Corners of cards. Default: 10px.
 * @cssprop --wayline-font - Font family. Default: Inter, else the system's.
 */
export class WaylineJourney extends LitElement {
  static override readonly styles = [
    tokens,
    journeyLayout,
    skeleton,
    css`
      :host {
        color-scheme: light dark;
      }

      .skeleton {
        display: flex;
        flex-direction: column;
        gap: 12px;
        padding: 16px;
      }
    `,
  ];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', ...Object.keys(otherNames), ...withoutEffect];
  }

  /**
   * The desktop's selected task, `$STORE.agentContact.taskSelected`; `null` or `undefined` when none is selected. Its
   * address decides whose journey is shown and goes before `customer`. A new object for the same contact changes
   * nothing.
   */
  @property({ attribute: false }) interactionData: unknown;

  /**
   * The agent's access token, `$STORE.auth.accessToken`. Kept in memory, sent in a header to the service's host only. A
   * new one is used from the next request on.
   */
  @property({ attribute: false }) bearerToken: string | undefined;

  /** The organization, `$STORE.agent.orgId`. */
  @property({ attribute: 'organization-id' }) organizationId: string | undefined;

  /** The data center, `$STORE.app.datacenter`, for example `produs1`. Decides the service's hosts. */
  @property({ attribute: 'data-center' }) dataCenter: string | undefined;

  /**
   * Address of the journey service instead of the data center's: https, or http to this machine. Anything else is
   * refused with a message, since the token would go there.
   */
  @property({ attribute: 'base-url' }) baseUrl: string | undefined;

  /** The journey project. Default: the first one that is connected to the contact center. */
  @property({ attribute: 'project-id' }) projectId: string | undefined;

  /** Id or name of the profile template. Default: `journey-default-template`, else the first there is. */
  @property({ attribute: 'template-id' }) templateId: string | undefined;

  /**
   * A phone number, email address or other alias to show while there is no `interactionData`. As a property also a list of
   * what leads to one customer, who is asked for under all of it at once; `{ id }` in it counts only as it is written.
   */
  @property() customer: string | readonly GivenAddress[] | undefined;

  /** Name of the CAD variable that holds the customer's address; it goes before ANI and DNIS. */
  @property({ attribute: 'cad-variable-lookup' }) cadVariableLookup: string | undefined;

  /**
   * The country whose phone numbers come without a country code, ISO 3166-1 alpha-2, for example `DE`. Default: the data
   * center's; without one, no country is guessed.
   */
  @property({ attribute: 'default-region' }) defaultRegion: string | undefined;

  /**
   * How far back the timeline reaches at first: `All` (default), `24-Hours`, `7-Days`, `30-Days` or `90-Days`; what the
   * agent chose last goes before it.
   */
  @property({ attribute: 'time-frame', converter: choice('time-frame', ...timeFrames) }) timeFrame: TimeFrame = 'all';

  /**
   * Who the agent is, `$STORE.agent.agentId`. Their filters are remembered in this browser under it, without anything
   * about a customer; without it, for all who use the browser.
   */
  @property({ attribute: 'agent-id' }) agentId: string | undefined;

  /**
   * From when on something is worth a notice: an object with some of the thresholds, or its JSON text, for example
   * `{"repeatContacts": 4}`. Default: {@link defaultThresholds}.
   */
  @property({ attribute: 'insight-thresholds' }) insightThresholds: string | object | undefined;

  /**
   * Address of an icon map in the incumbent's format, JSON: `{ "<regular expression>": { "name": …, "color": … } }`.
   * From https, this machine, or where the page or the script comes from.
   */
  @property({ attribute: 'icon-data-url' }) iconDataUrl: string | undefined;

  /** Folder that holds `languages/` and `icons.json`, when they are not beside the script. As `icon-data-url`. */
  @property({ attribute: 'assets-url' }) assetsUrl: string | undefined;

  /** Opens no stream: what happens now appears after a refresh only. */
  @property({ attribute: 'disable-event-stream', converter: flag }) disableEventStream = false;

  /**
   * How streams carry the token: `header`, or `query` for hosts that know no other way; proxies may log the token then.
   */
  @property({ attribute: 'stream-auth', converter: choice('stream-auth', 'header', 'query') })
  streamAuth: 'header' | 'query' = 'header';

  /** Shows the address in place of the customer's name. */
  @property({ attribute: 'hide-profile-name', converter: flag }) hideProfileName = false;

  /** Shows the aliases; on by default, `"false"` hides them. */
  @property({ attribute: 'show-alias-icon', converter: flag }) showAliasIcon = true;

  /** Shows, and lets nobody change: no aliases or names, no merging of persons. */
  @property({ attribute: 'read-only', converter: flag }) readOnly = false;

  /** Whether agents may look up other customers, by number, email address or customer ID. */
  @property({ attribute: 'enable-user-search', converter: flag }) enableUserSearch = false;

  /**
   * Shows only the last characters of addresses and aliases, wherever they stand; on demand one of them for half a minute.
   * Off by default; `$STORE.agent.getIsMaskSensitiveDataEnabled` is the desktop's switch.
   */
  @property({ converter: flag }) mask = false;

  /** IANA name of the zone whose days and times are shown. Default: the browser's. */
  @property({ attribute: 'time-zone', converter: readable('time-zone', readZone) }) timeZone: string | undefined;

  /**
   * Dark or light looks, `$STORE.app.darkMode`; also as the attribute `darkmode`, as layouts have it for other widgets.
   * Default: what `theme` says, else the desktop, else what the system prefers.
   */
  @property({ attribute: 'dark-mode' }) darkMode: boolean | string | undefined;

  /** Name of the desktop's theme, `$STORE.app.theme`: "dark", "light" and "contrast" in it are understood. */
  @property() theme: string | undefined;

  /** Compact rows: less room around what is shown. */
  @property({ attribute: 'condensed-view', converter: flag }) condensedView = false;

  /** Whether single keys do something while the focus is within; on by default, `"false"` switches them off. */
  @property({ attribute: 'keyboard-shortcuts', converter: flag }) keyboardShortcuts = true;

  readonly #store = createJourneyStore({ now: Date.now, wait, schedule: beforeNextPaint });
  // A line that slept may be dead without knowing it.
  readonly #clock = new ClockController(this, 10_000, () => this.#store.reconnect());

  readonly #signIn = createWidgetSignIn(this);

  /** Everything that decides where journeys come from; another one makes another source. */
  #settings() {
    const { dataCenter, baseUrl, streamAuth, projectId, templateId, organizationId } = this;
    return [dataCenter, baseUrl, streamAuth, projectId, templateId, organizationId] as const;
  }

  readonly #source = new LitTask(this, {
    args: () => [this.#signedIn && this.isConnected, ...this.#settings()] as const,
    task: async ([ready, ...settings], { signal }) => {
      if (!ready) return initialState;
      const [dataCenter, baseUrl, streamAuth, project, templateId, organizationId] = settings;
      const { token, renew: renewToken } = this.#signIn;
      const http = createHttp({ hosts: hostsOf(dataCenter, baseUrl, streamAuth), token, renewToken });
      const projectId = project?.trim() || (await findProject(http, signal));
      const cjds = { http, projectId, templateId, organizationId, streamAuth };
      const recordsHost = searchHostOf(dataCenter, baseUrl);
      const source: JourneySource = {
        ...createCjdsSource(cjds),
        ...deferredSource({ ...cjds, recordsHost, signIn: this.#signIn }),
      };
      return { source, settings, projectId };
    },
  });

  readonly #language = new LanguageLoader(this, loadJson, () => this.#assets());
  #spoken: Messages | undefined;
  /** Whether what comes later is there, with its words. */
  #complete = false;

  #signedIn = false;
  /** The desktop's task, or the error of reading it. */
  #task: Task | JourneyError | undefined;
  /** The addresses that the host gives. */
  #hostAddresses: readonly Address[] = [];
  #shown = noTask;
  #zone: string | undefined;
  /** What the elements of the journey were made for; others get another number. */
  #drawnKey: CustomerKey | undefined;
  #drawnMasked: boolean | undefined;
  #view = 0;
  /** Key of the persons found; empty while, or where, there are none. */
  #person = '';
  #drawn = hidden;
  #masking: JourneyMasker | undefined;
  /** The state at the last update, to see what changed since. */
  #followed = emptyJourney;
  #customerZone: string | undefined;
  #insights: InsightsModel | undefined;
  #tally: AliasCounter | undefined;
  #lookUp: LookUpModel | undefined;
  /** The agent wants to look up somebody before what it takes is there. */
  #lookUpWanted = false;
  #icons: IconLoader | undefined;
  #remembered: SavedView = { filter: noFilter, order: 'newest-first' };

  readonly #later = new DeferredController(this);

  readonly #timeline = new TimelineModel(this, {
    words: (entry) =>
      searchableWords(entry, {
        messages: this.#messages,
        zone: this.#zone,
        locale: this.#locale,
        record: entry.kind === 'interaction' ? this.#followed.records.get(entry.interaction.taskId) : undefined,
      }),
    finder: searchFunctions.get,
    yieldToPage: createYieldToPage(),
    schedule: beforeNextPaint,
  });

  readonly #phones = createPhoneLibrary(() => this.requestUpdate());

  readonly #announcements = new AnnouncementController(this);

  constructor() {
    super();
    new ThemeController(this);
    new StoreController(this, this.#store);
    new StoreController(this, this.#signIn);
    new VisibilityController(this, 60_000, (visible) => (visible ? this.#store.resume() : this.#store.pause()));
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (withoutEffect.includes(name)) {
      if (value !== null) warnOnce(`The attribute ${name} has no effect in this version.`);
    } else if (name === 'lang') this.requestUpdate();
    else super.attributeChangedCallback(otherNames[name] ?? name, old, value);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The desktop moves widgets when it maximises them, and a move is no removal: look again when it is over.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#source.abort(removed);
      this.#store.close();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('bearerToken')) this.#useToken();
    this.#followLanguage();
    if (changed.has('interactionData') || changed.has('cadVariableLookup') || changed.has('customer')) {
      this.#readTask();
    }
    if (changed.has('timeZone')) this.#zone = readZone(textOf(this.timeZone));
    this.#followShown();
    this.#followCustomer();
    this.#lookUp?.settle(this.#store.state.person);
    if (changed.has('agentId')) this.#insights?.forgetAll();
    this.#followMask();
    this.#followTimeline(changed.has('agentId'));
    this.#followInsights();
    if (this.#icons === undefined || changed.has('iconDataUrl') || changed.has('assetsUrl')) this.#followIcons();
  }

  /** Reading an object of the desktop may throw: then nobody is shown. */
  #readTask(): void {
    try {
      this.#task = readTask(this.interactionData, textOf(this.cadVariableLookup));
      this.#hostAddresses = addressesOf(this.customer);
    } catch (cause) {
      this.#task = new JourneyError('task-unreadable', { cause });
    }
  }

  #followShown(): void {
    const parts = rootParts.get();
    if (parts !== undefined) this.#lookUp ??= new parts.LookUpModel(this);
    const situation: Situation = {
      task: this.#task,
      host: this.#hostAddresses,
      lookUpEnabled: this.enableUserSearch,
      organizationId: textOf(this.organizationId),
      agentId: textOf(this.agentId),
      signedIn: this.#signedIn,
      regions: this.#regions(),
    };
    this.#lookUp?.follow(situation, this.#signIn.token() !== undefined);
    this.#shown = shownCustomer({ ...situation, lookUp: this.#lookUp?.lookUp }, this.#shown);
    if (this.#lookUpWanted && this.#lookUp !== undefined) this.#openLookUp();
  }

  readonly #openLookUp = () => {
    this.#lookUpWanted = this.#lookUp === undefined;
    this.#lookUp?.open();
    if (this.#lookUpWanted) this.#later.retry();
  };

  #followIcons(): void {
    const parts = rootParts.get();
    if (parts === undefined) return;
    this.#icons ??= new parts.IconLoader(this, loadJson);
    const base = this.#assets();
    const map = this.#fileUrl('icon-data-url', textOf(this.iconDataUrl));
    this.#icons.follow(map, base === undefined ? undefined : new URL('icons.json', base).href);
  }

  /** Where the files that come with the script are fetched. */
  #assets(): string | undefined {
    return this.#fileUrl('assets-url', textOf(this.assetsUrl).replace(/\/*\s*$/, '/')) ?? baseUrl;
  }

  #fileUrl(name: string, text: string): string | undefined {
    if (/^\W*$/.test(text)) return undefined;
    const url = assetUrl(text.trim(), baseUrl);
    if (url === undefined)
      warnOnce(`${name}="${text}" is not allowed. Use https, or the origin of the page or the script.`);
    return url;
  }

  /** Opens the journey of the customer shown, and no other. Before every paint. */
  #followCustomer(): void {
    const source = this.#currentSource();
    const candidates = this.#forms();
    const shown = this.#shown;
    if (source === undefined || candidates.length === 0 || shown.kind === 'nobody' || !this.isConnected)
      this.#store.close();
    else this.#store.open(source, { key: shown.key, candidates, live: !this.disableEventStream });
  }

  #followMask(): void {
    this.#masking ??= masking.get()?.();
    const shown = this.#shown;
    const { state } = this.#store;
    if (shown.kind === 'nobody') this.#drawn = hidden;
    else if (this.mask) this.#drawn = this.#masking?.(shown, state, this.#forms()) ?? hidden;
    else this.#drawn = { address: shown.address, task: shown.task, state };
  }

  /** The forms of the addresses to look for, once all are known; none before. */
  #forms(): readonly string[] {
    const addresses = this.#shown.kind === 'customer' ? this.#shown.addresses : [];
    const forms = addresses.map((address) => this.#phones.forms(address, ...this.#regions()));
    return forms.includes(undefined) ? [] : [...new Set(forms.flatMap((some) => some ?? []))];
  }

  /** Whose phone numbers come without a country code: as the host says, else usually. */
  #regions() {
    return [textOf(this.defaultRegion), regionOf(textOf(this.dataCenter))] as const;
  }

  /** A source made from settings that have changed since is none: the next customer must not be looked for there. */
  #currentSource(): JourneySource | undefined {
    const made = this.#source.status === TaskStatus.COMPLETE ? this.#source.value : undefined;
    const isCurrent = made?.settings.every((setting, index) => setting === this.#settings()[index]);
    return isCurrent ? made?.source : undefined;
  }

  #useToken(): void {
    this.#signIn.set(this.bearerToken);
    if (this.#signIn.token() === undefined) return;
    this.#signedIn = true;
    const { person, profile, events, connection } = this.#store.state;
    const refused = [person, profile, events, connection].some(({ error }) => error?.kind === 'unauthorized');
    if (refused) this.#store.retry();
    if (this.#source.status === TaskStatus.ERROR) void this.#source.run();
  }

  /** Another customer gets new elements: nothing that the agent opened, and no old word, may stay. */
  #followTimeline(isOtherAgent: boolean): void {
    const { addressKey, key } = this.#shown.kind === 'customer' ? this.#shown : nobody;
    const masked = this.#drawn === hidden ? undefined : this.mask;
    const isAnother = key !== this.#drawnKey || masked !== this.#drawnMasked;
    if (isAnother) {
      this.#drawnKey = key;
      this.#drawnMasked = masked;
      this.#view += 1;
      this.#person = '';
      this.#clock.tick(); // what came until now came while they were away
      this.#insights?.start(addressKey, this.#clock.now);
    }
    const moved = this.#followPerson();
    if (moved && addressKey !== undefined) this.#insights?.forget(addressKey);
    if (moved || isAnother || isOtherAgent) {
      this.#announcements.clear();
      this.#startTimeline();
    }
    const { mask, state, task } = this.#drawn;
    const changed = changedParts(this.#followed, state);
    this.#followed = state;
    if (changed.records) this.#timeline.wordsChanged(); // names of agents can be searched for, in the first entries at once
    if (changed.profile) this.#customerZone = rootParts.get()?.zoneOf(state.profile.value);
    if (changed.events) this.#clock.tick(); // nothing that is shown lies ahead of the clock
    const currentTaskId = task?.ended === false ? task.interactionId : undefined;
    this.#timeline.follow(state.events.value, this.#zone, this.#clock.now, currentTaskId, mask);
  }

  /** What is shown of an insight goes with it. */
  #followInsights(): void {
    const parts = rootParts.get();
    if (parts === undefined) return;
    this.#insights ??= new parts.InsightsModel(this.#shown.kind === 'customer' ? this.#shown.addressKey : undefined);
    this.#tally ??= parts.createAliasCounter();
    const { state, task } = this.#drawn;
    const { events, gap } = state;
    const { filter, known, order } = this.#timeline;
    this.#insights.follow(known, {
      now: this.#clock.now,
      zone: this.#zone,
      task,
      agentId: textOf(this.agentId),
      complete: events.status === 'ready' && gap === undefined && this.#timeline.takenAll,
      person: this.#person,
      thresholds: this.insightThresholds,
    });
    const next = withoutStaleInsight(filter, this.#insights.insights);
    if (next !== filter) this.#timeline.choose(next, order);
  }

  /** Whether an address has moved to somebody else, or may have: what was searched for was about the one before. */
  #followPerson(): boolean {
    const { person, personKey } = this.#store.state;
    const last = this.#person;
    this.#person = personKey ?? last;
    return this.#person !== last && (last !== '' || (person.value?.persons.length ?? 0) > 1);
  }

  #startTimeline(): void {
    this.#remembered = readSavedView(textOf(this.agentId));
    const { defaultFilter, division } = this.#drawn.task ?? {};
    const start = { frame: this.timeFrame, defaultFilter, division };
    this.#timeline.start(initialFilter(this.#remembered.filter, start), this.#remembered.order);
  }

  readonly #filtered = ({ filter, order }: FilterEvent) => {
    const own = agentChoices(this.#remembered.filter, this.#timeline.filter, filter);
    this.#remembered = { filter: own, order };
    saveView(textOf(this.agentId), own, order);
    this.#timeline.choose(filter, order);
  };

  readonly #noticed = ({ insight }: NoticeEvent) => {
    const { filter, order } = this.#timeline;
    this.#timeline.choose(withInsight(filter, insight), order);
  };

  /** What the agent opens may be too old for its record to be known. */
  readonly #opened = ({ key, open }: ToggleEntryEvent) => {
    const taskId = open ? taskIdIn(key) : undefined;
    if (taskId !== undefined) this.#store.readRecord(taskId);
  };

  readonly #ranged = ({ range }: RangeEvent) => {
    const { filter, order } = this.#timeline;
    this.#timeline.choose({ ...filter, range }, order);
  };

  protected override firstUpdated(): void {
    this.#later.need();
  }

  /** Whatever is focused within the widget; elsewhere on the page its keys mean nothing. */
  readonly #keyed = (event: KeyboardEvent) => {
    const shortcut = this.keyboardShortcuts ? shortcuts.get()?.(event) : undefined;
    if (shortcut === undefined) return;
    if (shortcut === 'help') this.#help();
    else if (!this.renderRoot.querySelector('wayline-timeline')?.press(shortcut)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #help = () => {
    this.#later.need();
    const help = this.renderRoot.querySelector('wayline-help');
    if (help !== null) help.open = true;
  };

  protected override render(): TemplateResult {
    const { language } = this.#messages;
    const direction = directionOf(language);
    return html`<div class="visually-hidden" role="status" lang=${language} dir=${direction}>
        ${this.#announcements.said.map((words) => html`<p>${words}</p>`)}
      </div>
      <div
        class="widget"
        lang=${language}
        dir=${direction}
        @keydown=${this.#keyed}
        @wayline-help=${this.#help}
        @wayline-open-look-up=${this.#openLookUp}
      >
        ${this.#language.ready ? this.#content() : skeletonBars}
      </div>
      <wayline-help exportparts="help" lang=${language} dir=${direction} .messages=${this.#messages}></wayline-help>`;
  }

  #content(): TemplateResult {
    const shown = this.#shown;
    const error = shown.kind === 'nobody' && shown.why === 'unreadable' ? shown.error : this.#sourceError();
    if (error !== undefined) {
      return html`<wayline-state
        exportparts="state"
        .error=${error}
        .messages=${this.#messages}
        @wayline-refresh=${() => this.#source.run()}
      ></wayline-state>`;
    }
    if (shown.kind === 'nobody' && shown.why === 'signing-in')
      return html`<wayline-state
        exportparts="state"
        .state=${'signing-in'}
        .messages=${this.#messages}
      ></wayline-state>`;
    const { person } = this.#store.state;
    // Words alone may need scrolling too, and then by keys.
    const onlyWords = shown.kind === 'nobody' && !this.enableUserSearch;
    return html`<div
      class="journey"
      tabindex=${onlyWords ? 0 : nothing}
      @wayline-refresh=${() => this.#store.refresh()}
      @wayline-retry=${() => this.#store.retry()}
      @wayline-choose=${(choice: ChooseEvent) => this.#store.choose(choice.personId)}
      @wayline-edit-person=${(event: EditPersonEvent) => event.respondWith(this.#store.edit(event.edit))}
      @wayline-merge=${(event: MergeEvent) => event.respondWith(rootParts.get()?.mergeService(this.#store, ...this.#regions()) ?? this.#store)}
      @wayline-choose-again=${() => this.#store.chooseAgain()}
      @wayline-filter=${this.#filtered}
      @wayline-range=${this.#ranged}
      @wayline-toggle-entry=${this.#opened}
      @wayline-notice=${this.#noticed}
    >
      <div class="head" part="head">
        ${shown.kind === 'customer' ? this.#header() : nothing}
        ${
          this.#lookUpWanted && this.#later.failed
            ? this.#partFailed()
            : this.#lookUp?.render(person, this.#messages, this.hideProfileName, this.mask)
        }
      </div>
      ${shown.kind === 'customer' ? this.#body() : this.#nobody(shown)}
    </div>`;
  }

  #header(): TemplateResult | typeof nothing {
    const { address, state, task } = this.#drawn;
    if (address === undefined) return nothing;
    return html`<wayline-header
      exportparts="avatar, name"
      .address=${address}
      .person=${state.person}
      .task=${task}
      .hideName=${this.hideProfileName}
      .lookUp=${this.enableUserSearch}
      .now=${Math.floor(this.#clock.now / 60_000) * 60_000}
      .customerZone=${this.#customerZone}
      .zone=${this.#zone}
      .locale=${this.#locale}
      .messages=${this.#messages}
    ></wayline-header>`;
  }

  #body(): unknown {
    if (this.#drawn === hidden) return this.#later.failed ? this.#partFailed() : skeletonBars;
    return keyed(this.#view, this.#journey());
  }

  #nobody({ why }: ShownNobody): TemplateResult {
    return html`<wayline-state
      exportparts="state"
      .state=${why}
      .lookUp=${this.enableUserSearch}
      .messages=${this.#messages}
    ></wayline-state>`;
  }

  #sourceError(): JourneyError | undefined {
    const { error, status } = this.#source;
    if (status !== TaskStatus.ERROR || error === removed) return undefined;
    return error instanceof JourneyError ? error : new JourneyError('malformed', { cause: error });
  }

  #journey(): TemplateResult {
    if ((this.#store.state.person.value?.persons.length ?? 0) < 2) return this.#known();
    return html`<div class="main alone" part="main">${this.#later.failed ? this.#partFailed() : this.#persons()}</div>`;
  }

  /** The store hears of the retry as well: the profile could not be asked for without that part. */
  #partFailed(): TemplateResult {
    const { text, title } = this.#messages.partFailed;
    return html`<wayline-note
      exportparts="note"
      tone="bad"
      .heading=${title}
      .text=${text}
      .retry=${'part'}
      .messages=${this.#messages}
      @wayline-retry=${this.#later.retry}
    ></wayline-note>`;
  }

  #followLanguage(): void {
    if (this.#complete !== (rootParts.get() !== undefined)) {
      this.#complete = true;
      this.#language.renew();
    }
    this.#language.follow(textOf(this.lang));
    if (this.#spoken !== undefined && this.#spoken !== this.#messages) {
      this.#announcements.clear(); // in the words of before
      this.#timeline.wordsChanged();
    }
    this.#spoken = this.#messages;
  }

  get #messages(): Messages {
    return this.#language.messages;
  }

  get #locale(): string {
    return this.#messages.language;
  }

  #now(task: Task): TemplateResult {
    const interaction = currentInteraction(this.#timeline.known.contacts, task, this.#clock.now);
    return html`<wayline-now
      exportparts="now, clock"
      .task=${task}
      .interaction=${interaction}
      .messages=${this.#messages}
    ></wayline-now>`;
  }

  #aliases(): TemplateResult {
    return html`<wayline-identity
      exportparts="aliases, alias, edit, merge, person, note"
      .address=${this.#drawn.address}
      .person=${this.#store.state.person}
      .masked=${this.mask}
      .counts=${this.#tally?.follow(this.#followed.events.value)}
      .readOnly=${this.readOnly}
      .permissions=${permissionsIn(this.#signIn, this.#source.value?.projectId)}
      .messages=${this.#messages}
    ></wayline-identity>`;
  }

  #persons(): TemplateResult {
    const { chosen, lastContacts, person } = this.#store.state;
    return html`<wayline-persons
      exportparts="person, note"
      .address=${this.#drawn.address}
      .person=${person}
      .masked=${this.mask}
      .chosen=${chosen}
      .lastContacts=${lastContacts}
      .now=${this.#clock.now}
      .zone=${this.#zone}
      .locale=${this.#locale}
      .messages=${this.#messages}
    ></wayline-persons>`;
  }

  #notices({ asOf, status }: JourneyState['events'], { only }: Filter): TemplateResult | typeof nothing {
    const insights = this.#insights?.insights ?? [];
    const reading = (asOf === undefined || !this.#timeline.takenAll) && status !== 'failed';
    const loading = this.#insights === undefined || reading;
    return loading || insights.length > 0
      ? html`<wayline-notices
          exportparts="notice, more"
          .insights=${insights}
          .shown=${only?.insight.kind}
          .loading=${loading}
          .messages=${this.#messages}
        ></wayline-notices>`
      : nothing;
  }

  #known(): TemplateResult {
    const { task, state } = this.#drawn;
    const { chosen, person, profile, events, records, gap, connection } = state;
    const stranger = person.value?.persons.length === 0;
    const { filter, order, searching, terms, view } = this.#timeline;
    return html`<div class="side" part="side">
        ${this.#later.failed ? this.#partFailed() : nothing} ${chosen ? this.#persons() : nothing}
        ${task === undefined ? nothing : this.#now(task)}
        ${this.#later.failed ? nothing : this.#notices(events, filter)}
        ${
          stranger
            ? nothing
            : html`<wayline-profile
                exportparts="facts, note"
                .profile=${profile}
                .person=${this.#person}
                .now=${this.#clock.now}
                .connection=${connection}
                .zone=${this.#zone}
                .locale=${this.#locale}
                .messages=${this.#messages}
              ></wayline-profile>`
        }
        ${this.showAliasIcon ? this.#aliases() : nothing}
        ${
          this.#later.failed || (stranger && view.total === 0)
            ? nothing
            : html`<wayline-activity
                exportparts="strip"
                .activity=${view.total === 0 ? undefined : view.activity}
                .frame=${filter.frame}
                .range=${filter.range}
                .zone=${this.#zone}
                .locale=${this.#locale}
                .messages=${this.#messages}
              ></wayline-activity>`
        }
      </div>
      <div class="main" part="main">
        <wayline-timeline
          exportparts="top, day, new, search, chips, panel, connection, gap, note, entry, title, details, fields, raw, transcript"
          .view=${view}
          .filter=${filter}
          .order=${order}
          .terms=${terms}
          .searching=${searching}
          .history=${events}
          .records=${records}
          .gap=${gap}
          .connection=${connection}
          .currentTaskId=${task?.interactionId}
          .lookUp=${stranger && this.enableUserSearch}
          .icons=${this.#icons?.icons ?? noIcons}
          .now=${this.#clock.now}
          .customerZone=${this.#customerZone}
          .zone=${this.#zone}
          .locale=${this.#locale}
          .messages=${this.#messages}
        ></wayline-timeline>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-journey': WaylineJourney;
  }
}
