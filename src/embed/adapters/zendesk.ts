import type { AdapterSettings, HostAdapter } from '../adapter-kit/host-adapter.js';
import { loadScript } from '../../platform/load-script.js';
import type { Identity, JourneyContext } from '../protocol/protocol.js';
import { contextOf, fieldOf, identity } from '../adapter-kit/adapter-context.js';
import { createRecordFollower } from '../adapter-kit/record-follower.js';
import { withTimeout, type Wait } from '../adapter-kit/with-timeout.js';
import { wait as realWait } from '../../platform/wait.js';
import { createTokenSource, type TokenSource } from '../adapter-kit/token-source.js';

/** The parts of Zendesk's client that we use; `ZAFClient.init()` creates it. */
export interface ZafClient {
  context(): Promise<unknown>;
  get(paths: readonly string[]): Promise<unknown>;
  on(event: string, handler: () => void): void;
  off(event: string, handler: () => void): void;
}

/** Options of the Zendesk adapter. */
export interface ZendeskOptions {
  /** Resolves with `undefined` outside of Zendesk's frame. */
  readonly sdk: () => Promise<ZafClient | undefined>;
  readonly token: TokenSource;
  /** Whether the requester's external ID is also an identity; default: off. */
  readonly externalId?: boolean;
  /** Waits for some milliseconds; default: a timer. */
  readonly wait?: Wait;
}

/** Events for the same ticket: its tab is shown again. */
const again = ['app.activated'];

/** Events for a changed person. Zendesk's documentation and its apps use different names, so all are used. */
const changes = ['id', 'email', 'identities'].map((name) => `.${name}.changed`).concat('.changed');

/** Shows the requester of the ticket, or the user, of the sidebar that contains the page. */
export function zendesk({ sdk, token, externalId = false, wait = realWait }: ZendeskOptions): HostAdapter {
  let stop = (): void => undefined;
  return {
    name: 'zendesk',
    token,
    stop: () => stop(),
    async start(update) {
      const client = await withTimeout(sdk(), 'Zendesk', wait);
      if (client === undefined) throw new Error('This page is not in a Zendesk frame. Open it as a Zendesk app.');
      const follower = createRecordFollower(update);
      const person = await personIn(client, wait);
      const read = () => readCustomer(client, person, externalId);
      const look = () => void follower.follow(person, read);
      const change = () => {
        follower.leave();
        look();
      };
      const changed = changes.map((name) => `${person}${name}`);
      for (const event of again) client.on(event, look);
      for (const event of changed) client.on(event, change);
      stop = () => {
        follower.stop();
        for (const event of again) client.off(event, look);
        for (const event of changed) client.off(event, change);
      };
      await follower.follow(person, read);
    },
  };
}

/** The path of the person of the sidebar. */
async function personIn(client: ZafClient, wait: Wait): Promise<string> {
  const location = fieldOf(await withTimeout(client.context(), 'Zendesk', wait), 'location');
  return typeof location === 'string' && location.startsWith('user') ? 'user' : 'ticket.requester';
}

async function readCustomer(client: ZafClient, person: string, externalId: boolean): Promise<JourneyContext> {
  const names = ['email', 'identities', ...(externalId ? ['externalId'] : [])];
  const paths = names.map((name) => `${person}.${name}`);
  // An account that does not know one of the paths might refuse the whole request.
  const got = await client.get([...paths, 'currentUser.locale']).catch(() => client.get([person]));
  const valueOf = (name: string) => fieldOf(got, `${person}.${name}`) ?? fieldOf(fieldOf(got, person), name);
  const identities = [
    ...identity('email', valueOf('email')),
    ...identitiesIn(valueOf('identities')),
    ...(externalId ? identity('external', valueOf('externalId')) : []),
  ];
  return contextOf(identities, { locale: fieldOf(got, 'currentUser.locale') });
}

/** The type is `phone_number` in apps, `phone` elsewhere. Other identities are left out. */
function identitiesIn(list: unknown): readonly Identity[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: unknown) => {
    const type = String(fieldOf(one, 'type'));
    const kind = /phone/i.test(type) ? 'phone' : /mail/i.test(type) ? 'email' : undefined;
    return kind ? identity(kind, fieldOf(one, 'value')) : [];
  });
}

const sdkAddress = 'https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js';

interface ZafWindow {
  ZAFClient?: { init(): ZafClient | false | undefined };
}

/** Creates the adapter. Throws an Error that names the wrong setting. */
export const createAdapter = (settings: AdapterSettings): HostAdapter =>
  zendesk({
    sdk: async () => {
      await loadScript(sdkAddress);
      return (globalThis as ZafWindow).ZAFClient?.init() || undefined;
    },
    token: createTokenSource(settings),
    externalId: settings.externalId === 'true',
  });
