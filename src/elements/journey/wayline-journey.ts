import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { GivenAddress } from '../../domain/address/given-addresses.js';
import { timeFrames, type TimeFrame } from '../../domain/timeline/filter.js';
import { readZone } from '../../domain/time/format-time.js';
import { directionOf } from '../../i18n/choose-language.js';
import { loadJson } from '../../platform/assets.js';
import { beforeNextPaint } from '../../platform/before-paint.js';
import { wait } from '../../platform/wait.js';
import { warnOnce } from '../../platform/warn-once.js';
import { createJourneyStore } from '../../store/journey-store.js';
import { VisibilityController } from '../shared/controllers/visibility-controller.js';
import { DeferredController } from '../shared/loading/deferred.js';
import type { Display } from '../shared/text/display.js';
import { choice, flag, otherNames, readable, textOf, withoutEffect } from './attributes.js';
import { ClockController } from './clock-controller.js';
import { CustomerModel } from './customer-model.js';
import { rootParts } from './deferred-slots.js';
import { createDisplays } from './display.js';
import { JourneyModel } from './journey-model.js';
import { journeyStyles } from './journey-style.js';
import { LanguageLoader } from './language-loader.js';
import { SourceController } from './source-controller.js';
import { StoreController } from './store-controller.js';
import { ThemeController } from './theme-controller.js';
import { createJourneyActions } from './view/journey-actions.js';
import type { JourneyView } from './view/journey-view.js';
import { renderPartFailed, skeletonBars } from './view/render-states.js';
import { renderWidget } from './view/render-widget.js';
import { ShortcutKeys } from './view/shortcut-keys.js';
import { WidgetIcons } from './view/widget-icons.js';
import { assetsFolder } from './widget-files.js';
import { createWidgetSignIn, permissionsIn } from './widget-sign-in.js';

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
  // A connection may be broken after the machine slept.
  readonly #clock = new ClockController(this, 10_000, () => this.#store.reconnect());
  readonly #signIn = createWidgetSignIn(this);
  /** Whether there was a token. */
  #signedIn = false;
  readonly #source = new SourceController(this, this.#signIn, () => this.#signedIn && this.isConnected);
  readonly #later = new DeferredController(this);
  readonly #language = new LanguageLoader(this, loadJson, () => assetsFolder(this.assetsUrl));
  readonly #displays = createDisplays();
  #zone: string | undefined;
  readonly #customer = new CustomerModel(this, this.#later);
  readonly #journey = new JourneyModel(this, { clock: this.#clock, display: () => this.#display });
  readonly #icons = new WidgetIcons(this);
  readonly #actions = createJourneyActions(this.#store, this.#customer);
  readonly #keys = new ShortcutKeys(this, this.#later);

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
    const customer = this.#customer;
    if (changed.has('bearerToken')) this.#useToken();
    this.#language.follow(textOf(this.lang), rootParts.get() !== undefined);
    this.#journey.followWords(this.#language.messages);
    if (changed.has('timeZone')) this.#zone = readZone(textOf(this.timeZone));
    customer.follow(changed, this.#signedIn, this.#signIn.token() !== undefined);
    this.#openStore();
    customer.lookUp?.settle(this.#store.state.person);
    this.#journey.follow(customer.shown, this.#store.state, customer.forms, changed.has('agentId'));
    this.#icons.follow(changed);
  }

  #useToken(): void {
    this.#signIn.set(this.bearerToken);
    if (this.#signIn.token() === undefined) return;
    this.#signedIn = true;
    this.#store.retryRefused();
    this.#source.retryFailed();
  }

  /** Opens the journey of the customer shown, and no other. */
  #openStore(): void {
    const { source } = this.#source;
    const { forms: candidates, shown } = this.#customer;
    if (source === undefined || candidates.length === 0 || shown.kind === 'nobody' || !this.isConnected)
      this.#store.close();
    else this.#store.open(source, { key: shown.key, candidates, live: !this.disableEventStream });
  }

  protected override firstUpdated(): void {
    this.#later.need();
  }

  get #display(): Display {
    const { messages } = this.#language;
    const { customerZone } = this.#journey;
    return this.#displays({
      messages,
      locale: messages.language,
      zone: this.#zone,
      customerZone,
      masked: this.mask,
    });
  }

  protected override render(): TemplateResult {
    const { locale: language } = this.#display;
    const direction = directionOf(language);
    return html`<div class="visually-hidden" role="status" lang=${language} dir=${direction}>
        ${this.#journey.announcements.said.map((words) => html`<p>${words}</p>`)}
      </div>
      <div
        class="widget"
        lang=${language}
        dir=${direction}
        @keydown=${this.#keys.press}
        @wayline-help=${this.#keys.help}
        @wayline-open-look-up=${this.#customer.openLookUp}
      >
        ${this.#language.ready ? renderWidget(this.#view) : skeletonBars}
      </div>
      <wayline-help exportparts="help" lang=${language} dir=${direction} .display=${this.#display}></wayline-help>`;
  }

  get #view(): JourneyView {
    const display = this.#display;
    return {
      options: this,
      customer: this.#customer,
      journey: this.#journey,
      actions: this.#actions,
      source: this.#source,
      state: this.#store.state,
      display,
      now: this.#clock.now,
      icons: this.#icons.icons,
      permissions: permissionsIn(this.#signIn, this.#source.projectId),
      partFailed: this.#later.failed ? renderPartFailed(display, this.#later.retry) : undefined,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-journey': WaylineJourney;
  }
}
