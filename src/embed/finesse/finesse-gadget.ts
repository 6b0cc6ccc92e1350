import type { Finesse, FinesseUser, Gadgets } from './finesse-api.js';
import { createFinesseCalls } from './finesse-calls.js';
import { readGadgetSettings, type GadgetSettings } from './finesse-settings.js';
import { askFinesseToken } from './finesse-token.js';
import { finesseWords } from './finesse-words.js';
import { createTokenRenewal } from '../protocol/token-renewal.js';
import type { CustomerAddress } from './pod-id-variable.js';

/** The properties of `<wayline-journey>` that the gadget sets, also before the element is defined. */
export interface JourneyElement extends HTMLElement {
  customer?: string | readonly CustomerAddress[] | undefined;
  bearerToken?: string | undefined;
  dataCenter?: string | undefined;
  organizationId?: string | undefined;
  projectId?: string | undefined;
  iconDataUrl?: string | undefined;
  agentId?: string | undefined;
  enableUserSearch?: boolean;
  condensedView?: boolean;
}

/** Options of the gadget. */
export interface GadgetOptions {
  readonly finesse: Finesse;
  readonly gadgets: Gadgets;
  readonly journey: JourneyElement;
  /** The URL of the rendered gadget. */
  readonly page: URL;
  /** BCP 47 tags, best first; default: the browser's languages. */
  readonly languages?: readonly string[];
  readonly fetch?: typeof fetch;
  /** Returns epoch milliseconds. */
  readonly now?: () => number;
  /** Calls back once after some milliseconds; default: `setTimeout`. */
  readonly schedule?: (call: () => void, milliseconds: number) => void;
}

/** The pause before the next question if there is no token. Milliseconds. */
const minute = 60_000;

/** Starts the gadget. Call it after the container has connected. */
export function startGadget(options: GadgetOptions): void {
  const { finesse, gadgets, journey, page } = options;
  const { Config: config } = finesse.gadget;
  const words = finesseWords(config.locale ?? '', options.languages ?? navigator.languages);
  const settings = readGadgetSettings(page);
  gadgets.loadingindicator?.dismiss?.();
  if ('problem' in settings) {
    journey.hidden = true;
    tell(journey, words[settings.problem].replace('{name}', settings.name));
    gadgets.window?.adjustHeight?.();
    return;
  }
  applySettings(journey, settings, finesse);
  followHeight(finesse, gadgets, settings.height);
  followToken(options, settings, words.noToken);
  followCalls(options, settings);
}

function applySettings(journey: JourneyElement, settings: GadgetSettings, { gadget: { Config } }: Finesse): void {
  const { dataCenter, organizationId, projectId, iconDataUrl, enableUserSearch, condensedView, customer, height } =
    settings;
  Object.assign(journey, {
    dataCenter,
    organizationId,
    projectId,
    iconDataUrl,
    enableUserSearch,
    condensedView,
    customer,
    agentId: Config.id,
  });
  if (Config.locale) journey.lang = Config.locale;
  journey.style.display = 'block';
  journey.style.height = `${height}px`;
}

/** Sets the gadget's height, again each time its tab is shown: in a hidden tab, this has no effect. */
function followHeight({ containerservices }: Finesse, gadgets: Gadgets, height: number): void {
  const adjust = () => gadgets.window?.adjustHeight?.(height);
  adjust();
  const services = containerservices?.ContainerServices.init();
  const topic = containerservices?.ContainerServices.Topics?.ACTIVE_TAB;
  if (topic !== undefined) services?.addHandler?.(topic, adjust);
  services?.makeActiveTabReq?.();
}

function followToken(options: GadgetOptions, settings: GadgetSettings, noToken: string): void {
  const { journey, now = Date.now, schedule } = options;
  const renewal = createTokenRenewal({
    ask: () =>
      void askFinesseToken({ ...options, settings }).then((token) => {
        if (token === undefined) renewal.none();
        else renewal.take(token);
      }),
    use(value) {
      journey.bearerToken = value;
      tell(journey, undefined);
    },
    missing: () => tell(journey, journey.bearerToken ? undefined : noToken),
    pause: minute,
    insist: true,
    now,
    ...(schedule && { schedule }),
  });
  journey.addEventListener('wayline-renew-token', (event) => event.respondWith(renewal.need('refused')));
  void renewal.need('start');
}

function followCalls({ finesse, journey }: GadgetOptions, settings: GadgetSettings): void {
  const { Config: config } = finesse.gadget;
  let user: FinesseUser | undefined;
  const calls = createFinesseCalls({
    own: () => user?.getExtension?.() ?? config.extension ?? '',
    show: (customer) => (journey.customer = customer ?? settings.customer),
  });
  finesse.clientservices.ClientServices.init(config, false);
  user = new finesse.restservices.User({
    id: config.id,
    onLoad(loaded) {
      user = loaded ?? user;
      if (user === undefined) return;
      calls.follow(user);
      const dialogs = user.getDialogs({
        onCollectionAdd(dialog) {
          calls.take(dialog);
          dialog.addHandler?.('change', (changed) => calls.change(changed ?? dialog));
        },
        onCollectionDelete: calls.end,
        onLoad(all) {
          // Calls that started before the desktop was loaded.
          for (const dialog of Object.values((all ?? dialogs).getCollection?.() ?? {})) calls.take(dialog);
        },
      });
    },
    onChange(changed) {
      user = changed ?? user;
      if (user !== undefined) calls.follow(user);
    },
  });
}

/** Shows a note above the widget, or removes it. */
function tell(journey: HTMLElement, text: string | undefined): void {
  const { previousElementSibling: before } = journey;
  const note = before?.matches('[data-wayline-note]') ? before : undefined;
  if (text === undefined) {
    note?.remove();
    return;
  }
  const shown = note ?? document.createElement('p');
  shown.setAttribute('data-wayline-note', '');
  shown.setAttribute('role', 'alert');
  shown.textContent = text;
  if (note === undefined) journey.before(shown);
}
