import { loadJson } from '../../platform/assets.js';
import { acceptHost, type HostLink } from './accept-host.js';
import { ConfigError, readConfig, type GuestConfig } from './guest-config.js';
import { createGuestJourney, type GuestHost, type GuestJourney } from './guest-journey.js';
import { createGuestView, type GuestView } from './guest-view.js';
import { locales } from './guest-words.js';
import type { AdapterModule } from '../adapter-kit/host-adapter.js';
import type { Token } from '../protocol/protocol.js';

/** Timeouts in milliseconds. */
const longestLoad = 30_000;
const defaultPatience = 10_000;

/**
 * Starts the page that a CRM frames: reads its configuration, connects to the host, and shows the customers it sends.
 * Takes nothing from its own URL.
 *
 * @param version version of the widget
 */
export async function startGuest(version: string): Promise<void> {
  const view = createGuestView(document.querySelector('main') ?? document.body);
  if (parent === window) view.say('not-framed');
  else if (self.origin === 'null') view.say('sandboxed');
  else if (customElements.get('wayline-journey') === undefined) view.say('page-broken');
  else {
    const config = await findConfig(view);
    if (config?.adapter !== undefined) await useAdapter(config, config.adapter, view);
    else if (config !== undefined) awaitHost(config, view, version);
  }
}

async function findConfig(view: GuestView): Promise<GuestConfig | undefined> {
  try {
    const file = new URL('wayline-config.json', document.baseURI).href;
    return readConfig(await loadJson(file, AbortSignal.timeout(longestLoad)));
  } catch (error) {
    if (error instanceof ConfigError) view.say('config-broken', error.message);
    else view.say('config-missing');
    return undefined;
  }
}

function awaitHost(config: GuestConfig, view: GuestView, version: string): void {
  const { hosts, patience = defaultPatience } = config;
  let link: HostLink | undefined;
  let journey: GuestJourney | undefined;

  const late = setTimeout(() => {
    const around = location.ancestorOrigins?.[0];
    if (around !== undefined && !hosts.has(around)) view.say('host-refused', around);
    else view.say('silent');
  }, patience);

  const end = (): void => {
    journey?.end();
    view.say('closed');
    link?.close();
  };

  acceptHost(hosts, {
    refused(origin) {
      clearTimeout(late);
      view.say('host-refused', origin);
    },
    linked(made) {
      clearTimeout(late);
      link = made;
      journey = showJourney(config, view, {
        askToken: (reason) => made.send('need-token', { reason }),
        fail: (code) => made.send('failed', { code }),
        size: (height) => made.send('size', { height }),
      });
      const { origin } = made;
      followLinks(
        (url) => url.origin === origin || url.origin === journey?.recordOrigin,
        (url) => made.send('open', { url: url.href }),
      );
      made.send('ready', { version, locales });
    },
    received(kind, body) {
      if (kind === 'context') journey?.context(body);
      else if (kind === 'token') journey?.token(body);
      else if (kind === 'bye') end();
    },
  });

  view.say('connecting');

  addEventListener('pagehide', () => link?.send('bye'));
  // The connection ended when the page was left: a page from the back/forward cache must start again.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

async function useAdapter(config: GuestConfig, name: string, view: GuestView): Promise<void> {
  view.say('connecting');
  const adapters = await loadAdapter(name).catch(() => undefined);
  if (adapters === undefined) return view.say('adapter-failed', name);
  try {
    await follow(adapters.createAdapter, config, view);
  } catch (error) {
    document.querySelector('wayline-journey')?.remove();
    if (error instanceof Error && error.message !== '') view.say('adapter-says', error.message);
    else view.say('adapter-failed', name);
  }
}

const loadAdapter = (name: string): Promise<AdapterModule> =>
  // eslint-disable-next-line no-restricted-syntax -- the configuration names the file, so no static import can
  import(/* @vite-ignore */ new URL(`adapters/${name}.js`, document.baseURI).href) as Promise<AdapterModule>;

/** Starts an adapter. Rejects with an Error whose message the reader can act on. */
async function follow(
  createAdapter: AdapterModule['createAdapter'],
  config: GuestConfig,
  view: GuestView,
): Promise<void> {
  const adapter = createAdapter(config.adapterSettings ?? {});
  const journey = showJourney(config, view, {
    askToken: (reason) => {
      const take = (token: Token | undefined) => (token === undefined ? journey.noToken() : journey.token(token));
      // Without a delay: browsers open a sign-in popup only directly after the agent's click.
      adapter.token(reason).then(take, () => journey.noToken());
    },
    fail: () => undefined,
    size: () => undefined,
  });
  followLinks(
    (url) => adapter.openUrl !== undefined && url.origin === journey.recordOrigin,
    (url) => adapter.openUrl?.(url),
  );
  addEventListener('pagehide', () => adapter.stop());
  await adapter.start((context) => journey.context(context));
}

function showJourney(config: GuestConfig, view: GuestView, around: GuestHost): GuestJourney {
  const widget = document.createElement('wayline-journey');
  widget.hidden = true;
  document.body.append(widget);
  return createGuestJourney(widget, view, around, config);
}

/** Links into the CRM are opened by the CRM; all others by the browser. */
function followLinks(isOwn: (url: URL) => boolean, open: (url: URL) => void): void {
  addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (link === undefined || !URL.canParse(link.href)) return;
    const url = new URL(link.href);
    if (url.protocol !== 'https:' || !isOwn(url)) return;
    event.preventDefault();
    open(url);
  });
}
