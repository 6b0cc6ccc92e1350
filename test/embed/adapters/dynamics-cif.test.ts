import { expect } from '@open-wc/testing';
import { createAdapter, dynamics, type CiFramework } from '../../../src/embed/adapters/dynamics-cif.js';
import { expectKept, impatient, later, nobody, patient, recorder, settled } from '../../support/watched.js';

const ann = '6f1d7c1e-0000-4000-8000-00000000000a';
const bob = '6f1d7c1e-0000-4000-8000-00000000000b';

const rows: Readonly<Record<string, object>> = {
  [`contact ${ann}`]: { telephone1: '+14155550132', mobilephone: null, emailaddress1: 'ann@example.com', new_id: 'A1' },
  [`contact ${bob}`]: { telephone1: '+49301234567' },
  [`account ${bob}`]: { telephone1: '+390612345678' },
};

const retrieved = async (entity: string, id: string): Promise<unknown> => {
  const row = rows[`${entity} ${id}`];
  if (!row) throw new Error(`${entity} With Id = ${id} Does Not Exist`);
  return JSON.stringify(row);
};

/** The framework of a page that `environment` describes; handlers are called by name. */
function fakeFramework(environment: () => unknown, retrieve = retrieved, refused: readonly string[] = []) {
  const handlers = new Map<string, (data?: unknown) => Promise<void>>();
  const queries: string[] = [];
  const cif: CiFramework = {
    getEnvironment: async () => environment(),
    retrieveRecord: (entity, id, query) => {
      queries.push(query);
      return retrieve(entity, id);
    },
    addHandler(event, handler) {
      if (refused.includes(event)) throw new Error('unknown event');
      handlers.set(event, handler);
    },
    removeHandler: (event) => handlers.delete(event),
  };
  return { cif, queries, happen: (event: string, data?: unknown) => handlers.get(event)?.(data) };
}

const page = (id: string, etn = 'contact') => JSON.stringify({ etn, id, pagetype: 'entityrecord' });

const adapterOf = (cif: CiFramework, more = {}) =>
  dynamics({ sdk: async () => cif, token: async () => undefined, wait: patient, ...more });

const phoneOf = ({ told }: ReturnType<typeof recorder>) => told.at(-1)?.identities[0]?.value;

describe('dynamics-cif', () => {
  it('sends the phone numbers and email addresses of the open contact', async () => {
    const { cif, queries } = fakeFramework(() => page(ann));
    const { told, update } = recorder();
    await adapterOf(cif).start(update);
    expect(told.at(-1)).to.deep.equal({
      identities: [
        { kind: 'phone', value: '+14155550132' },
        { kind: 'email', value: 'ann@example.com' },
      ],
    });
    expect(queries).to.deep.equal(['?$select=telephone1,mobilephone,emailaddress1,emailaddress2']);
  });

  const environments: readonly [string, unknown][] = [
    ['etn and id', { etn: 'contact', id: ann }],
    ['etn and recordId', { etn: 'contact', recordId: ann }],
    ['entityName and entityId', { entityName: 'contact', entityId: ann }],
    ['other cases and braces', { ETN: 'Contact', RecordID: `{${ann.toUpperCase()}}` }],
    ['a text of JSON', page(ann)],
  ];
  for (const [name, environment] of environments) {
    it(`reads the record from an environment with ${name}`, async () => {
      const { cif } = fakeFramework(() => environment);
      const told = recorder();
      await adapterOf(cif).start(told.update);
      expect(phoneOf(told)).to.equal('+14155550132');
    });
  }

  const elsewhere: readonly [string, unknown][] = [
    ['a list of records', { etn: 'contact', pagetype: 'entitylist' }],
    ['a table without customers', { etn: 'opportunity', id: ann }],
    ['a table with the name of a prototype’s', { etn: 'constructor', id: ann }],
    ['an id that is none', { etn: 'contact', id: `${ann}?$expand=x` }],
    ['no environment', undefined],
    ['a text that is no JSON', 'record'],
  ];
  for (const [name, environment] of elsewhere) {
    it(`shows no customer for ${name}`, async () => {
      const { cif } = fakeFramework(() => environment);
      const { told, update } = recorder();
      await adapterOf(cif).start(update);
      expect(told.at(-1)).to.deep.equal(nobody);
    });
  }

  it("finds the customer of a case, with or without the customer's type", async () => {
    const said = '_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname';
    for (const [row, phone] of [
      [{ _customerid_value: bob }, '+49301234567'],
      [{ _customerid_value: bob, [said]: 'account' }, '+390612345678'],
    ] as const) {
      const retrieve = (entity: string, id: string) =>
        entity === 'incident' ? Promise.resolve<unknown>(row) : retrieved(entity, id);
      const { cif } = fakeFramework(() => page(ann, 'incident'), retrieve);
      const told = recorder();
      await adapterOf(cif).start(told.update);
      expect(phoneOf(told)).to.equal(phone);
    }
  });

  it('reads the customer ID if the settings name its column', async () => {
    const { cif } = fakeFramework(() => page(ann));
    const { told, update } = recorder();
    await adapterOf(cif, { customerIdField: 'new_id' }).start(update);
    expect(told.at(-1)?.identities.at(-1)).to.deep.equal({ kind: 'external', value: 'A1' });
  });

  it('reads the record of a navigation, and clears the last customer first', async () => {
    const { cif, happen } = fakeFramework(() => page(ann));
    const told = recorder();
    await adapterOf(cif).start(told.update);
    const value = `https://acme.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=contact&id=%7b${bob}%7d`;
    const done = happen('onpagenavigate', JSON.stringify({ value }));
    expect(told.told.at(-1)).to.deep.equal(nobody);
    await done;
    expect(phoneOf(told)).to.equal('+49301234567');
  });

  it('waits for the page to change if a navigation has no target', async () => {
    let open = page(ann);
    const moments: ReturnType<typeof later<void>>[] = [];
    const wait = () => {
      const moment = later<void>();
      moments.push(moment);
      return moment.promise;
    };
    const { cif, happen } = fakeFramework(() => open);
    const told = recorder();
    await adapterOf(cif, { wait }).start(told.update);
    moments.length = 0;
    const done = happen('onpagenavigate', '{}');
    moments[0]!.answer();
    await settled();
    expect(told.told.at(-1)).to.deep.equal(nobody); // the page still has the last record
    open = page(bob);
    moments[1]!.answer();
    await done;
    expect(phoneOf(told)).to.equal('+49301234567');
    expect(told.told.filter(({ identities }) => identities[0]?.value === '+14155550132')).to.have.lengthOf(1);
  });

  it('only uses the last navigation', async () => {
    const slow = later<unknown>();
    const { cif, happen } = fakeFramework(
      () => undefined,
      (entity, id) => (id === ann ? slow.promise : retrieved(entity, id)),
    );
    const told = recorder();
    await adapterOf(cif).start(told.update);
    const to = (id: string) => ({ value: `https://acme.crm4.dynamics.com/main.aspx?etn=contact&id=${id}` });
    const first = happen('onpagenavigate', to(ann));
    await happen('onpagenavigate', to(bob));
    slow.answer(rows[`contact ${ann}`]);
    await first;
    expect(phoneOf(told)).to.equal('+49301234567');
    expect(JSON.stringify(told.told)).not.to.include('+14155550132');
  });

  it('follows sessions, and works if the framework has none', async () => {
    let open = page(ann);
    const second = fakeFramework(() => open);
    const told = recorder();
    await adapterOf(second.cif).start(told.update);
    open = page(bob);
    await second.happen('onSessionSwitched');
    expect(phoneOf(told)).to.equal('+49301234567');
    const first = fakeFramework(() => page(ann), retrieved, ['onSessionSwitched', 'onSessionClosed']);
    const old = recorder();
    await adapterOf(first.cif).start(old.update);
    expect(phoneOf(old)).to.equal('+14155550132');
  });

  it('shows no customer if the record cannot be read', async () => {
    const { cif } = fakeFramework(
      () => page(ann),
      () => Promise.reject(new Error('principal user is missing prvReadContact')),
    );
    const { told, update } = recorder();
    await adapterOf(cif).start(update);
    expect(told.at(-1)).to.deep.equal(nobody);
  });

  it('reports an error if the framework does not respond', async () => {
    const adapter = dynamics({
      sdk: () => new Promise(() => undefined),
      token: async () => undefined,
      wait: impatient,
    });
    expect(await adapter.start(() => undefined).catch(String)).to.equal('Error: Dynamics 365 does not respond.');
  });

  it('sends nothing after it is stopped', async () => {
    const { cif, happen } = fakeFramework(() => page(ann));
    const { told, update } = recorder();
    const adapter = adapterOf(cif);
    await adapter.start(update);
    adapter.stop();
    const before = told.length;
    await happen('onSessionSwitched');
    expect(told).to.have.lengthOf(before);
  });

  it('does not leak the customer', () =>
    expectKept(['ann@example.com', '+14155550132', ann], async () => {
      const { cif } = fakeFramework(() => page(ann));
      await adapterOf(cif).start(() => undefined);
    }));

  it('names the wrong setting', () => {
    expect(() => createAdapter({})).to.throw('adapterSettings.organizationUrl of wayline-config.json is missing');
    const organizationUrl = 'http://acme.crm4.dynamics.com';
    expect(() => createAdapter({ organizationUrl })).to.throw('which is not an https address');
    const rest = { organizationUrl: 'https://acme.crm4.dynamics.com', signInUrl: 'https://a.example/' };
    expect(() => createAdapter({ ...rest, customerIdField: 'a,b' })).to.throw('Use only letters, digits, _ and dots');
  });
});
