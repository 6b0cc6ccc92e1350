import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
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
import { regionOf } from '../../sources/cjds/data-center.js';
import { assetUrl, loadJson } from '../../platform/assets.js';
import { createYieldToPage } from '../../platform/yield-to-page.js';
import { wait } from '../../platform/wait.js';
import { changedParts, emptyJourney, type JourneyState } from '../../store/journey-state.js';
import { createJourneyStore } from '../../store/journey-store.js';
import { AnnouncementController } from './announcement-controller.js';
import { choice, flag, otherNames, readable, textOf, withoutEffect } from './attributes.js';
import type { ChooseEvent } from '../shared/events/choose-person-event.js';
import { createDisplays } from './display.js';
import { ClockController } from './clock-controller.js';
import { searchableWords } from '../entry/describe-entry.js';
import type { EditPersonEvent } from '../shared/events/edit-person-event.js';
import type { FilterEvent } from '../shared/events/filter-event.js';
import { readSavedView, saveView, type SavedView } from '../filters/saved-view.js';
import type { IconLoader } from '../shared/icons/icon-loader.js';
import { noIcons } from '../shared/icons/icon-set.js';
import type { InsightsModel } from './insights-model.js';
import { LanguageLoader } from './language-loader.js';
import { journeyStyles } from './journey-style.js';
import { DeferredController } from '../shared/loading/deferred.js';
import { masking, rootParts, shortcuts } from './deferred-slots.js';
import { ThemeController } from './theme-controller.js';
import type { LookUpModel } from '../look-up/look-up-model.js';
import type { JourneyMasker, ShownJourney } from '../../store/masked-journey.js';
import type { MergeEvent } from '../shared/events/merge-event.js';
import type { NoticeEvent } from '../shared/events/notice-event.js';
import { createPhoneLibrary } from '../shared/loading/phone-library.js';
import type { RangeEvent } from '../shared/events/range-event.js';
import { beforeNextPaint } from '../../platform/before-paint.js';
import { SourceController } from './source-controller.js';
import { StoreController } from './store-controller.js';
import { searchFunctions, TimelineModel } from './timeline-model.js';
import type { ToggleEntryEvent } from '../shared/events/toggle-entry-event.js';
import type { Display } from '../shared/text/display.js';
import { VisibilityController } from '../shared/controllers/visibility-controller.js';
import { createWidgetSignIn, permissionsIn } from './widget-sign-in.js';
import { warnOnce } from '../../platform/warn-once.js';

/** While nobody knows the language yet: nothing that would have to be read. */
const skeletonBars = html`<div class="skeleton" aria-busy="true">
  <span class="skeleton-bar round"></span>
  <span class="skeleton-bar"></span>
  <span class="skeleton-bar"></span>
</div>`;

/** Nothing that would have to be masked is drawn before it can be. */
const hidden: ShownJourney = { address: undefined, task: undefined, state: emptyJourney };

const nobody = { key: undefined, addressKey: undefined };

/**
 * The customer of the desktop's current task, with profile, aliases and one timeline of past and live events.
 *
 * Attributes, CSS parts and custom properties: docs/reference.md.
 *
 * @attr lang - The language of words, dates and numbers: a BCP 47 tag. Default: the browser's. See docs/languages.md.
 * @fires {RenewTokenEvent} wayline-renew-token - The service refuses the token. Set a newer `bearerToken` within 10
 * seconds, or call `respondWith`. The widget then repeats the request with it.
 * @fires {RevealEvent} wayline-reveal - The agent reveals a masked value. Write it to an audit log, for example.
 * @csspart head - Name, address and actions.
 * @csspart look-up - The form that looks up another customer.
 * @csspart looked-up - The bar that names the customer who was looked up.
 * @csspart side - Current contact, profile and aliases.
 * @csspart main - The timeline.
 * @csspart avatar - The circle with the initials.
 * @csspart name - The customer's name, or the address if there is no name.
 * @csspart now - The banner of the current contact.
 * @csspart clock - The running clock of the current contact.
 * @csspart notice - A notice.
 * @csspart more - The button that shows the other notices.
 * @csspart facts - The grid of the profile.
 * @csspart aliases - The list of aliases.
 * @csspart alias - An alias.
 * @csspart edit - The controls that change the customer.
 * @csspart merge - The dialog that merges two persons.
 * @csspart person - One of several persons to choose from.
 * @csspart strip - The box around the bars of activity.
 * @csspart top - The bar with search, filters and the connection.
 * @csspart search - The search field with its icon.
 * @csspart chips - The row of filter chips.
 * @csspart panel - The panel with more filters.
 * @csspart connection - The state of the live connection.
 * @csspart day - The heading of a day.
 * @csspart new - The button with the number of new events.
 * @csspart entry - The card or row of an entry.
 * @csspart title - The button that opens an entry.
 * @csspart details - The content of an open entry.
 * @csspart fields - A list of fields in an open entry.
 * @csspart raw - The raw data of an event.
 * @csspart transcript - The dialog with a transcript.
 * @csspart gap - The place where events might be missing.
 * @csspart note - A message about a failure.
 * @csspart state - The message that replaces a journey if there is none.
 * @csspart help - The list of keys.
 * @cssprop --wayline-text - Text. Default: the desktop's, else dark or light.
 * @cssprop --wayline-text-secondary - Less important text. Default: the desktop's, else grey.
 * @cssprop --wayline-background - Background. Default: the desktop's, else light or dark.
 * @cssprop --wayline-background-sunken - Background below cards. Default: the desktop's, else slightly darker.
 * @cssprop --wayline-line - Lines and borders. Default: the desktop's, else grey.
 * @cssprop --wayline-line-strong - Borders of fields. Default: made from the text colour.
 * @cssprop --wayline-accent - Buttons, selection, focus. It needs a contrast of 4.5:1 on the backgrounds and on its own. Default: blue.
 * @cssprop --wayline-accent-background - Background of the selection and of the initials. Default: light or dark blue.
 * @cssprop --wayline-ok - Good status: the current contact, "Live". Default: green.
 * @cssprop --wayline-ok-background - Background of good status. Default: light or dark green.
 * @cssprop --wayline-warn - Warnings. Default: amber.
 * @cssprop --wayline-warn-background - Background of warnings. Default: light or dark amber.
 * @cssprop --wayline-bad - Failures. Default: red.
 * @cssprop --wayline-bad-background - Background of failures. Default: light or dark red.
 * @cssprop --wayline-mark - Text of search matches. Default: dark or light.
 * @cssprop --wayline-mark-background - Background of search matches. Default: yellow.
 * @cssprop --wayline-voice - Colour of the channel voice. Default: green.
 * @cssprop --wayline-chat - Colour of chat and video. Default: blue.
 * @cssprop --wayline-email - Colour of email. Default: violet.
 * @cssprop --wayline-social - Colour of SMS and social messages. Default: teal.
 * @cssprop --wayline-web - Colour of the website. Default: brown.
 * @cssprop --wayline-custom - Colour of all other channels. Default: grey.
 * @cssprop --wayline-radius - Corners of cards. Default: 10px.
 * @cssprop --wayline-font - Font family. Default: Inter, else the system's.
 */
export class WaylineJourney extends LitElement {
  /** @internal */
  static override readonly styles = journeyStyles;

  /** @internal */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', ...Object.keys(otherNames), ...withoutEffect];
  }

  /**
   * The selected task of the desktop, `$STORE.agentContact.taskSelected`. Its address decides which customer is shown. A
   * new object for the same contact changes nothing. If the task cannot be read, the widget shows an error.
   */
  @property({ attribute: false }) interactionData: unknown;

  /**
   * The agent's access token, `$STORE.auth.accessToken`. It stays in memory and is sent to the service only. The widget
   * reads it for each request, so a new token interrupts nothing.
   */
  @property({ attribute: false }) bearerToken: string | undefined;

  /** The organization, `$STORE.agent.orgId`. */
  @property({ attribute: 'organization-id' }) organizationId: string | undefined;

  /**
   * The data center, `$STORE.app.datacenter`, for example `produs1`. It decides the hosts of the service. If it is unknown
   * and `baseUrl` is not set, the widget shows an error.
   */
  @property({ attribute: 'data-center' }) dataCenter: string | undefined;

  /**
   * The URL of the journey service: https, or http on this machine. The token is never sent to another URL: the widget
   * shows an error instead.
   *
   * @default from the data center
   */
  @property({ attribute: 'base-url' }) baseUrl: string | undefined;

  /**
   * The ID of the journey project. Set it: most agents have no permission to list projects.
   *
   * @default the first project connected to the contact center
   */
  @property({ attribute: 'project-id' }) projectId: string | undefined;

  /**
   * ID or name of the profile template.
   *
   * @default `journey-default-template`, else the first
   */
  @property({ attribute: 'template-id' }) templateId: string | undefined;

  /**
   * The customer to show while no task is selected: a phone number, an email address or another alias. The property can
   * also be a list of addresses of one customer. Write an ID as `{ id: 'C-884120' }`: it is never read as a phone number.
   */
  @property() customer: string | readonly GivenAddress[] | undefined;

  /** The CAD variable that contains the customer's address. It has priority over ANI and DNIS. */
  @property({ attribute: 'cad-variable-lookup' }) cadVariableLookup: string | undefined;

  /**
   * The country of phone numbers without a country code: ISO 3166-1 alpha-2, for example `DE`. An unknown code is ignored,
   * with a warning on the console. See docs/phone-numbers.md.
   *
   * @default the country of the data center, if it has one
   */
  @property({ attribute: 'default-region' }) defaultRegion: string | undefined;

  /**
   * How far back the timeline starts: `All`, `24-Hours`, `7-Days`, `30-Days` or `90-Days`; as a property in lower case. The
   * agent's last choice has priority.
   */
  @property({ attribute: 'time-frame', converter: choice('time-frame', ...timeFrames) }) timeFrame: TimeFrame = 'all';

  /**
   * The ID of the agent, `$STORE.agent.agentId`. Filters and recent look-ups belong to this agent. Notices use it to find
   * the agent's own last contact.
   */
  @property({ attribute: 'agent-id' }) agentId: string | undefined;

  /**
   * Thresholds for notices: an object with some of them, or its JSON text, for example `{"repeatContacts": 4}`. Thresholds
   * that are not valid are ignored, with a warning on the console.
   *
   * @default see docs/notices.md
   */
  @property({ attribute: 'insight-thresholds' }) insightThresholds: string | object | undefined;

  /**
   * The URL of an icon map, see docs/reference.md#icon-map: https, this machine, or the origin of the page or the script.
   * Another URL is ignored, with a warning on the console.
   */
  @property({ attribute: 'icon-data-url' }) iconDataUrl: string | undefined;

  /**
   * The URL of the folder that contains `languages/` and `icons.json`. The same origins as for `iconDataUrl` are allowed.
   *
   * @default the folder of the script
   */
  @property({ attribute: 'assets-url' }) assetsUrl: string | undefined;

  /** No live events: new events appear after a refresh only. */
  @property({ attribute: 'disable-event-stream', converter: flag }) disableEventStream = false;

  /**
   * How streams send the token: `header` or `query`. Use `query` only for hosts whose streams need the token in the URL.
   * Proxies can then log the token.
   */
  @property({ attribute: 'stream-auth', converter: choice('stream-auth', 'header', 'query') })
  streamAuth: 'header' | 'query' = 'header';

  /** Shows the address instead of the customer's name. */
  @property({ attribute: 'hide-profile-name', converter: flag }) hideProfileName = false;

  /** Shows the list of aliases. */
  @property({ attribute: 'show-alias-icon', converter: flag }) showAliasIcon = true;

  /** No editing, no merging. See docs/customer.md. */
  @property({ attribute: 'read-only', converter: flag }) readOnly = false;

  /** Agents may look up other customers. See docs/customer.md#look-up-a-customer. */
  @property({ attribute: 'enable-user-search', converter: flag }) enableUserSearch = false;

  /**
   * Shows only the last characters of addresses and aliases, `$STORE.agent.getIsMaskSensitiveDataEnabled`. See
   * docs/masking.md.
   */
  @property({ converter: flag }) mask = false;

  /**
   * The time zone of days and times: an IANA name, for example `Europe/Berlin`.
   *
   * @default the browser's
   */
  @property({ attribute: 'time-zone', converter: readable('time-zone', readZone) }) timeZone: string | undefined;

  /**
   * Dark or light, `$STORE.app.darkMode`. The attribute `darkmode` is the same.
   *
   * @default from `theme`, then the desktop, then the system
   */
  @property({ attribute: 'dark-mode' }) darkMode: boolean | string | undefined;

  /**
   * The name of the desktop's theme, `$STORE.app.theme`. The widget looks for "dark", "light" and "contrast" in it.
   * `darkMode` has priority.
   */
  @property() theme: string | undefined;

  /** Compact rows. Cisco's widget: on by default. */
  @property({ attribute: 'condensed-view', converter: flag }) condensedView = false;

  /** Single keys work while the focus is in the widget. See docs/keyboard.md. */
  @property({ attribute: 'keyboard-shortcuts', converter: flag }) keyboardShortcuts = true;

  readonly #store = createJourneyStore({ now: Date.now, wait, schedule: beforeNextPaint });
  // A line that slept may be dead without knowing it.
  readonly #clock = new ClockController(this, 10_000, () => this.#store.reconnect());

  readonly #signIn = createWidgetSignIn(this);

  readonly #source = new SourceController(this, this.#signIn, () => this.#signedIn && this.isConnected);

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
  readonly #displays = createDisplays();
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

  /** @internal */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (withoutEffect.includes(name)) {
      if (value !== null) warnOnce(`The attribute ${name} has no effect in this version.`);
    } else if (name === 'lang') this.requestUpdate();
    else super.attributeChangedCallback(otherNames[name] ?? name, old, value);
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The desktop moves widgets when it maximises them, and a move is no removal: look again when it is over.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#source.stop();
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
    const { source } = this.#source;
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

  #useToken(): void {
    this.#signIn.set(this.bearerToken);
    if (this.#signIn.token() === undefined) return;
    this.#signedIn = true;
    const { person, profile, events, connection } = this.#store.state;
    const refused = [person, profile, events, connection].some(({ error }) => error?.kind === 'unauthorized');
    if (refused) this.#store.retry();
    this.#source.retryFailed();
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
      <wayline-help exportparts="help" lang=${language} dir=${direction} .display=${this.#display}></wayline-help>`;
  }

  #content(): TemplateResult {
    const shown = this.#shown;
    const error = shown.kind === 'nobody' && shown.why === 'unreadable' ? shown.error : this.#source.error;
    if (error !== undefined) {
      return html`<wayline-state
        exportparts="state"
        .error=${error}
        .display=${this.#display}
        @wayline-refresh=${this.#source.retry}
      ></wayline-state>`;
    }
    if (shown.kind === 'nobody' && shown.why === 'signing-in')
      return html`<wayline-state exportparts="state" .state=${'signing-in'} .display=${this.#display}></wayline-state>`;
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
            : this.#lookUp?.render(person, this.#display, this.hideProfileName)
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
      .display=${this.#display}
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
      .display=${this.#display}
    ></wayline-state>`;
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
      .display=${this.#display}
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

  get #display(): Display {
    return this.#displays({
      messages: this.#messages,
      locale: this.#locale,
      zone: this.#zone,
      customerZone: this.#customerZone,
      masked: this.mask,
    });
  }

  #now(task: Task): TemplateResult {
    const interaction = currentInteraction(this.#timeline.known.contacts, task, this.#clock.now);
    return html`<wayline-now
      exportparts="now, clock"
      .task=${task}
      .interaction=${interaction}
      .display=${this.#display}
    ></wayline-now>`;
  }

  #aliases(): TemplateResult {
    return html`<wayline-identity
      exportparts="aliases, alias, edit, merge, person, note"
      .address=${this.#drawn.address}
      .person=${this.#store.state.person}
      .counts=${this.#tally?.follow(this.#followed.events.value)}
      .readOnly=${this.readOnly}
      .permissions=${permissionsIn(this.#signIn, this.#source.projectId)}
      .display=${this.#display}
    ></wayline-identity>`;
  }

  #persons(): TemplateResult {
    const { chosen, lastContacts, person } = this.#store.state;
    return html`<wayline-persons
      exportparts="person, note"
      .address=${this.#drawn.address}
      .person=${person}
      .chosen=${chosen}
      .lastContacts=${lastContacts}
      .now=${this.#clock.now}
      .display=${this.#display}
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
          .display=${this.#display}
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
                .display=${this.#display}
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
                .display=${this.#display}
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
          .display=${this.#display}
        ></wayline-timeline>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-journey': WaylineJourney;
  }
}
