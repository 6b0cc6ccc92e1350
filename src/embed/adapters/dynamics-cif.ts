import type { AdapterSettings, HostAdapter } from '../adapter-kit/host-adapter.js';
import { isRecord } from '../../domain/base/json.js';
import { loadScript } from '../../platform/load-script.js';
import type { JourneyContext } from '../protocol/protocol.js';
import { contextOf, fieldOf, identity, nobody, unpacked } from '../adapter-kit/adapter-context.js';
import { createRecordFollower } from '../adapter-kit/record-follower.js';
import { withTimeout, type Wait } from '../adapter-kit/with-timeout.js';
import { wait as realWait } from '../../platform/wait.js';
import { addressSetting, nameSetting } from '../adapter-kit/adapter-settings.js';
import { createTokenSource, type TokenSource } from '../adapter-kit/token-source.js';

type CifHandler = (data?: unknown) => Promise<void>;

/** The parts of `Microsoft.CIFramework` 1.0 and 2.0 that we use. Responses are objects or JSON text. */
export interface CiFramework {
  getEnvironment(): Promise<unknown>;
  retrieveRecord(entity: string, id: string, query: string): Promise<unknown>;
  addHandler(event: string, handler: CifHandler): unknown;
  removeHandler?(event: string, handler: CifHandler): unknown;
}

/** Options of the Dynamics 365 adapter. */
export interface DynamicsOptions {
  /** Resolves when the framework is ready. */
  readonly sdk: () => Promise<CiFramework>;
  readonly token: TokenSource;
  /** The column of contacts, accounts and leads with the customer ID; default: none. */
  readonly customerIdField?: string | undefined;
  /** Waits for some milliseconds; default: a timer. */
  readonly wait?: Wait;
}

interface RecordName {
  readonly entity: string;
  readonly id: string;
}

/** The columns with phone numbers and email addresses, by table. */
const columns: Readonly<Record<string, readonly string[]>> = {
  contact: ['telephone1', 'mobilephone', 'emailaddress1', 'emailaddress2'],
  lead: ['telephone1', 'mobilephone', 'emailaddress1'],
  account: ['telephone1', 'emailaddress1'],
};

const pause = 250;

/** Most tries, 250 ms apart, while the page still names the record that the agent left. */
const glances = 12;

/** Shows the customer of the contact, account, lead or case that the agent has open. */
export function dynamics({ sdk, token, customerIdField, wait = realWait }: DynamicsOptions): HostAdapter {
  let stop = (): void => undefined;
  return {
    name: 'dynamics-cif',
    token,
    stop: () => stop(),
    async start(update) {
      const cif = await withTimeout(sdk(), 'Dynamics 365', wait);
      const follower = createRecordFollower(update);
      const read = (record: RecordName | undefined) => readCustomer(cif, record, customerIdField);
      let shown: string | undefined;
      let navigation = 0;

      const show = (record: RecordName | undefined) => {
        shown = nameOf(record);
        return follower.follow(shown, () => read(record));
      };

      // The event comes before the page changes, and does not always name the target: the environment can still name
      // the last record.
      const navigate: CifHandler = async (data) => {
        const mine = ++navigation;
        const last = shown;
        follower.leave();
        let next = recordIn(data);
        for (let glance = 0; next === undefined && glance < glances && mine === navigation; glance++) {
          await wait(pause);
          const record = await openRecord(cif);
          if (nameOf(record) !== last || glance === glances - 1) next = record ?? next;
        }
        if (mine === navigation) await show(next);
      };
      const switchSession: CifHandler = async () => {
        const mine = ++navigation;
        follower.leave();
        const record = await openRecord(cif);
        if (mine === navigation) await show(record);
      };

      const handlers = { onpagenavigate: navigate, onSessionSwitched: switchSession, onSessionClosed: switchSession };
      // Version 1.0 has no sessions, and throws for their events: the other events must still be added.
      for (const [event, handler] of Object.entries(handlers)) await attempt(() => cif.addHandler(event, handler));
      stop = () => {
        navigation += 1;
        follower.stop();
        for (const [event, handler] of Object.entries(handlers))
          void attempt(() => cif.removeHandler?.(event, handler));
      };
      const first = navigation;
      const record = await withTimeout(openRecord(cif), 'Dynamics 365', wait);
      if (first === navigation) await show(record);
    },
  };
}

async function attempt(call: () => unknown): Promise<void> {
  try {
    await call();
  } catch {
    // This version does not have the call.
  }
}

const nameOf = (record: RecordName | undefined): string | undefined => record && `${record.entity} ${record.id}`;

const openRecord = async (cif: CiFramework): Promise<RecordName | undefined> =>
  recordFrom(unpacked(await cif.getEnvironment().catch(() => undefined)));

/** The names of the keys, and their case, differ between the documentation and real responses. */
const entityKeys = ['etn', 'entityname', 'entitytypename', 'entitytype', 'entity'];
const idKeys = ['recordid', 'id', 'entityid'];

function recordFrom(environment: unknown): RecordName | undefined {
  if (!isRecord(environment)) return undefined;
  const values = new Map(Object.entries(environment).map(([key, value]) => [key.toLowerCase(), value]));
  const entity = entityKeys.map((key) => values.get(key)).find((value) => typeof value === 'string' && value !== '');
  const id = idKeys.map((key) => guid(values.get(key))).find((value) => value !== undefined);
  return typeof entity === 'string' && id !== undefined ? { entity: entity.toLowerCase(), id } : undefined;
}

const guid = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i.exec(value)?.[1]?.toLowerCase()
    : undefined;

/** The record in a URL of the event. The event's format varies, so all values are tried. */
function recordIn(data: unknown): RecordName | undefined {
  const said = unpacked(data) ?? data;
  const texts = isRecord(said) ? Object.values(said) : [said];
  return texts.map(recordInAddress).find((record) => record !== undefined);
}

function recordInAddress(text: unknown): RecordName | undefined {
  if (typeof text !== 'string' || !URL.canParse(text)) return undefined;
  return recordFrom(Object.fromEntries(new URL(text).searchParams));
}

async function readCustomer(
  cif: CiFramework,
  record: RecordName | undefined,
  customerIdField: string | undefined,
): Promise<JourneyContext> {
  if (record === undefined) return nobody;
  if (record.entity === 'incident') return readCaseCustomer(cif, record.id, customerIdField);
  const names = Object.hasOwn(columns, record.entity) ? columns[record.entity] : undefined;
  if (names === undefined) return nobody;
  const asked = [...names, ...(customerIdField ? [customerIdField] : [])];
  const row = unpacked(await cif.retrieveRecord(record.entity, record.id, `?$select=${asked.join(',')}`));
  return contextOf([
    ...names.flatMap((name) => identity(name.startsWith('email') ? 'email' : 'phone', fieldOf(row, name))),
    ...(customerIdField ? identity('external', fieldOf(row, customerIdField)) : []),
  ]);
}

const customerOfCase = '_customerid_value';

/** The customer of a case, a contact or an account. The annotation that says which is optional, so both are tried. */
async function readCaseCustomer(cif: CiFramework, id: string, customerIdField: string | undefined) {
  const row = unpacked(await cif.retrieveRecord('incident', id, `?$select=${customerOfCase}`));
  const customer = guid(fieldOf(row, customerOfCase));
  if (customer === undefined) return nobody;
  const entity = fieldOf(row, `${customerOfCase}@Microsoft.Dynamics.CRM.lookuplogicalname`);
  const read = (name: string) => readCustomer(cif, { entity: name, id: customer }, customerIdField);
  if (entity === 'contact' || entity === 'account') return read(entity);
  return read('contact').catch(() => read('account'));
}

interface CifWindow {
  Microsoft?: { CIFramework?: CiFramework };
}

const frameworkOf = (): CiFramework | undefined => (globalThis as CifWindow).Microsoft?.CIFramework;

async function loadFramework(organization: URL): Promise<CiFramework> {
  const ready = new Promise((resolve) => addEventListener('CIFInitDone', resolve, { once: true }));
  const library = new URL('/webresources/Widget/msdyn_ciLibrary.js', organization);
  await loadScript(library.href, { crmurl: organization.origin, cifid: 'CIFMainLibrary' });
  await ready;
  const framework = frameworkOf();
  if (framework === undefined) throw new Error("Microsoft's Channel Integration Framework was not found on this page.");
  return framework;
}

/** Creates the adapter. Throws an Error that names the wrong setting. */
export function createAdapter(settings: AdapterSettings): HostAdapter {
  const organization = addressSetting(settings, 'organizationUrl');
  return dynamics({
    sdk: () => loadFramework(organization),
    token: createTokenSource(settings),
    customerIdField: nameSetting(settings, 'customerIdField'),
  });
}
