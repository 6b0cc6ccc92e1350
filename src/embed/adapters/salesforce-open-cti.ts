import type { AdapterSettings, HostAdapter } from '../adapter-kit/host-adapter.js';
import { loadScript } from '../../platform/load-script.js';
import { readIdentity, type JourneyContext, type Token } from '../protocol/protocol.js';
import { readTokenAnswer } from '../adapter-kit/token-response.js';
import { contextOf, fieldOf, nobody, unpacked } from '../adapter-kit/adapter-context.js';
import { createRecordFollower } from '../adapter-kit/record-follower.js';
import { withTimeout, type Wait } from '../adapter-kit/with-timeout.js';
import { wait as realWait } from '../../platform/wait.js';
import { addressSetting, nameSetting } from '../adapter-kit/adapter-settings.js';

type CtiCallback = (response: unknown) => void;

/** The parts of `sforce.opencti` in Lightning Experience that we use. */
export interface OpenCti {
  getAppViewInfo(call: { readonly callback: CtiCallback }): void;
  onNavigationChange(call: { readonly listener: (payload: unknown) => void }): void;
  runApex(call: {
    readonly apexClass: string;
    readonly methodName: string;
    readonly methodParams: string;
    readonly callback: CtiCallback;
  }): void;
}

/** Options of the Salesforce adapter. */
export interface OpenCtiOptions {
  /** Resolves when the library is loaded. */
  readonly sdk: () => Promise<OpenCti>;
  /**
   * The Apex class with the methods `identities` and `token`, see integrations/salesforce/; default: WaylineOpenCti.
   */
  readonly apexClass?: string | undefined;
  /** Waits for some milliseconds; default: a timer. */
  readonly wait?: Wait;
  /** Returns epoch milliseconds. */
  readonly now?: () => number;
}

/**
 * Shows the customer of the record that the agent has open, in the softphone panel. An Apex class of the org returns
 * the customer's identities and the agent's token, because the server knows the signed-in user.
 */
export function openCti({
  sdk,
  apexClass = 'WaylineOpenCti',
  wait = realWait,
  now = Date.now,
}: OpenCtiOptions): HostAdapter {
  let stop = (): void => undefined;
  let loading: Promise<OpenCti> | undefined;
  const library = () => withTimeout((loading ??= sdk()), 'Salesforce', wait);

  async function apex(methodName: string, methodParams: string): Promise<unknown> {
    const cti = await library();
    const response = new Promise<unknown>((callback) => {
      cti.runApex({ apexClass, methodName, methodParams, callback });
    });
    const returned = valueOf(await withTimeout(response, 'Salesforce', wait));
    // The format is not documented: some versions return the method's result, others an object that contains it.
    return unpacked(fieldOf(returned, 'runApex') ?? returned);
  }

  async function readCustomer(record: string | undefined): Promise<JourneyContext> {
    if (record === undefined) return nobody;
    const list = await apex('identities', `recordId=${record}`);
    return Array.isArray(list) ? contextOf(list.flatMap((one: unknown) => readIdentity(one) ?? [])) : nobody;
  }

  return {
    name: 'salesforce-open-cti',
    stop: () => stop(),
    async token(): Promise<Token | undefined> {
      try {
        return readTokenAnswer(await apex('token', ''), now());
      } catch {
        return undefined;
      }
    },
    async start(update) {
      const cti = await library();
      const follower = createRecordFollower(update);
      let stopped = false;
      let navigated = false;
      const look = (view: unknown) => {
        const record = recordIn(view);
        return follower.follow(record, () => readCustomer(record));
      };
      stop = () => {
        stopped = true;
        follower.stop();
      };
      cti.onNavigationChange({
        listener(payload) {
          navigated = true;
          if (!stopped) void look(payload);
        },
      });
      const response = new Promise<unknown>((callback) => cti.getAppViewInfo({ callback }));
      const view = valueOf(await withTimeout(response, 'Salesforce', wait));
      if (!navigated) await look(view);
    },
  };
}

/** The response's value. Throws without Salesforce's error text, because that might quote a record. */
function valueOf(response: unknown): unknown {
  if (fieldOf(response, 'success') !== true) throw new Error('Salesforce rejected the call.');
  return unpacked(fieldOf(response, 'returnValue')) ?? fieldOf(response, 'returnValue');
}

/** The page of a person account also has the ID of its contact; both lead to the same fields. */
function recordIn(view: unknown): string | undefined {
  const id = fieldOf(unpacked(view), 'recordId');
  return typeof id === 'string' && /^[a-z\d]{15}(?:[a-z\d]{3})?$/i.test(id) ? id : undefined;
}

interface SalesforceWindow {
  sforce?: { opencti?: OpenCti };
}

/** Creates the adapter. Throws an Error that names the wrong setting. */
export function createAdapter(settings: AdapterSettings): HostAdapter {
  const version = nameSetting(settings, 'apiVersion') ?? '62.0';
  const path = `/support/api/${version}/lightning/opencti_min.js`;
  const library = new URL(path, addressSetting(settings, 'instanceUrl'));
  return openCti({
    sdk: async () => {
      await loadScript(library.href);
      const cti = (globalThis as SalesforceWindow).sforce?.opencti;
      if (cti === undefined) throw new Error(`${library.href} is not the Open CTI library.`);
      return cti;
    },
    apexClass: nameSetting(settings, 'apexClass'),
  });
}
