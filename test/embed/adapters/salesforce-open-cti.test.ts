import { expect } from '@open-wc/testing';
import { createAdapter, openCti, type OpenCti } from '../../../src/embed/adapters/salesforce-open-cti.js';
import { expectKept, impatient, later, nobody, patient, recorder, settled } from '../../support/watched.js';

const annId = '003000000000001AAA';
const bobId = '003000000000002';
const ann = [{ kind: 'phone', value: '+14155550132' }];
const bob = [{ kind: 'email', value: 'bob@example.com' }];

const success = (returnValue: unknown) => ({ success: true, returnValue, errors: null });

/** Open CTI in an org whose Apex class answers with `apex`. */
function fakeCti(view: unknown, apex: (method: string, params: string) => Promise<unknown>) {
  let navigate: (payload: unknown) => void = () => undefined;
  const calls: string[] = [];
  const cti: OpenCti = {
    getAppViewInfo: ({ callback }) => callback(view),
    onNavigationChange({ listener }) {
      navigate = listener;
    },
    runApex({ apexClass, methodName, methodParams, callback }) {
      calls.push(`${apexClass}.${methodName}(${methodParams})`);
      void apex(methodName, methodParams).then(callback);
    },
  };
  return { cti, calls, navigate: (payload: unknown) => navigate(payload) };
}

const known = async (_method: string, params: string) =>
  success(JSON.stringify(params.includes(annId) ? ann : params.includes(bobId) ? bob : []));

const adapterOf = (cti: OpenCti, more = {}) => openCti({ sdk: async () => cti, wait: patient, ...more });

describe('salesforce-open-cti', () => {
  it('asks the org for the customer of the open record', async () => {
    const { cti, calls } = fakeCti(success({ recordId: annId, objectType: 'Contact' }), known);
    const { told, update } = recorder();
    await adapterOf(cti).start(update);
    expect(told.at(-1)).to.deep.equal({ identities: ann });
    expect(calls).to.deep.equal([`WaylineOpenCti.identities(recordId=${annId})`]);
  });

  const packings: readonly [string, unknown][] = [
    ['a text', JSON.stringify(ann)],
    ['a list', ann],
    ['a text in an object', { runApex: JSON.stringify(ann) }],
    ['a list in an object', { runApex: ann }],
    ['an object as text', JSON.stringify({ runApex: ann })],
  ];
  for (const [name, returnValue] of packings) {
    it(`reads ${name} from Apex`, async () => {
      const { cti } = fakeCti(success({ recordId: annId }), async () => success(returnValue));
      const { told, update } = recorder();
      await adapterOf(cti).start(update);
      expect(told.at(-1)).to.deep.equal({ identities: ann });
    });
  }

  it('shows no customer without a record, or with an invalid ID', async () => {
    for (const recordId of [undefined, '', '003', `${annId}&x=1`]) {
      const { cti, calls } = fakeCti(success({ url: '/lightning/o/Contact/list', recordId }), known);
      const { told, update } = recorder();
      await adapterOf(cti).start(update);
      expect(told.at(-1)).to.deep.equal(nobody);
      expect(calls).to.deep.equal([]);
    }
  });

  it('clears the last customer at once when the agent opens another record, and only uses the last one', async () => {
    const slow = later<unknown>();
    const { cti, navigate } = fakeCti(success({ recordId: annId }), (method, params) =>
      params.includes('003000000000003') ? slow.promise : known(method, params),
    );
    const { told, update } = recorder();
    await adapterOf(cti).start(update);
    navigate({ recordId: '003000000000003' });
    expect(told.at(-1)).to.deep.equal(nobody);
    navigate({ recordId: bobId });
    await settled();
    slow.answer(success(JSON.stringify([{ kind: 'phone', value: '+1late' }])));
    await settled();
    expect(told.at(-1)).to.deep.equal({ identities: bob });
    expect(JSON.stringify(told)).not.to.include('+1late');
  });

  it('keeps the customer when the same record gets the focus again', async () => {
    const { cti, navigate } = fakeCti(success({ recordId: annId }), known);
    const { told, update } = recorder();
    await adapterOf(cti).start(update);
    const before = told.length;
    navigate({ recordId: annId });
    expect(told).to.have.lengthOf(before);
  });

  it('does not return to the first record if the agent has opened another one', async () => {
    const view = later<unknown>();
    const { cti, navigate } = fakeCti(undefined, known);
    const waiting = {
      ...cti,
      getAppViewInfo: ({ callback }: { callback: (response: unknown) => void }) => void view.promise.then(callback),
    };
    const { told, update } = recorder();
    const started = adapterOf(waiting).start(update);
    await settled();
    navigate({ recordId: bobId });
    view.answer(success({ recordId: annId }));
    await started;
    await settled();
    expect(told.at(-1)).to.deep.equal({ identities: bob });
    expect(JSON.stringify(told)).not.to.include('+14155550132');
  });

  it('shows no customer if the org refuses, or responds with something else', async () => {
    for (const answer of [
      { success: false, errors: [{ description: 'No access to Ann' }] },
      success('no'),
      success({}),
    ]) {
      const { cti } = fakeCti(success({ recordId: annId }), async () => answer);
      const { told, update } = recorder();
      await adapterOf(cti).start(update);
      expect(told.at(-1)).to.deep.equal(nobody);
    }
  });

  it("uses the org's token for the agent, from the class in the settings", async () => {
    const { cti, calls } = fakeCti(success({}), async () =>
      success(JSON.stringify({ access_token: 't', expires_in: 60 })),
    );
    const adapter = adapterOf(cti, { apexClass: 'acme.Tokens', now: () => 1_000 });
    expect(await adapter.token('start')).to.deep.equal({ value: 't', expiresAt: 61_000 });
    expect(calls).to.deep.equal(['acme.Tokens.token()']);
  });

  it('has no token if the org has none, refuses or does not respond', async () => {
    for (const answer of [success('null'), success({}), { success: false, errors: ['no'] }]) {
      const { cti } = fakeCti(success({}), async () => answer);
      expect(await adapterOf(cti).token('start')).to.equal(undefined);
    }
    const { cti } = fakeCti(success({}), () => new Promise(() => undefined));
    expect(await adapterOf(cti, { wait: impatient }).token('start')).to.equal(undefined);
  });

  it('reports an error if Salesforce does not respond or refuses, without its message', async () => {
    const silent = openCti({ sdk: () => new Promise(() => undefined), wait: impatient });
    expect(await silent.start(() => undefined).catch(String)).to.equal('Error: Salesforce does not respond.');
    const { cti } = fakeCti({ success: false, errors: ['Ann'] }, known);
    expect(
      await adapterOf(cti)
        .start(() => undefined)
        .catch(String),
    ).to.equal('Error: Salesforce rejected the call.');
  });

  it('sends nothing after it is stopped', async () => {
    const { cti, navigate } = fakeCti(success({ recordId: annId }), known);
    const { told, update } = recorder();
    const adapter = adapterOf(cti);
    await adapter.start(update);
    adapter.stop();
    const before = told.length;
    navigate({ recordId: bobId });
    await settled();
    expect(told).to.have.lengthOf(before);
  });

  it('does not leak customer and token', () =>
    expectKept(['+14155550132', 'secret-token'], async () => {
      const { cti } = fakeCti(success({ recordId: annId }), async (method, params) =>
        method === 'token' ? success({ token: 'secret-token' }) : known(method, params),
      );
      const adapter = adapterOf(cti);
      await adapter.start(() => undefined);
      await adapter.token('start');
    }));

  it('names the wrong setting', () => {
    expect(() => createAdapter({})).to.throw('adapterSettings.instanceUrl of wayline-config.json is missing');
    const settings = { instanceUrl: 'https://acme.my.salesforce.com', apiVersion: '62/../x' };
    expect(() => createAdapter(settings)).to.throw('adapterSettings.apiVersion');
  });
});
