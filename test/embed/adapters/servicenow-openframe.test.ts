import { expect } from '@open-wc/testing';
import { createAdapter, serviceNow, type OpenFrame } from '../../../src/embed/adapters/servicenow-openframe.js';
import { expectKept, impatient, nobody, patient, recorder } from '../../support/watched.js';

/** OpenFrame with or without named events; the test sends the instance's messages by name. */
function fakeFrame(events: OpenFrame['EVENTS'], answer: 'ok' | 'refused' | 'none' = 'ok') {
  const handlers = new Map<string, (context: unknown) => void>();
  let shown = 0;
  const frame: OpenFrame = {
    ...(events ? { EVENTS: events } : {}),
    init(_frame, succeeded, failed) {
      if (answer === 'ok') succeeded({});
      if (answer === 'refused') failed({ message: 'u_phone of Ann is hidden' });
    },
    subscribe: (event, handler) => void handlers.set(event, handler),
    show: () => void shown++,
  };
  return { frame, shown: () => shown, say: (event: string, context: unknown) => handlers.get(event)?.(context) };
}

const told = 'openframe_communication';
const wayline = { identities: [{ kind: 'phone', value: '+14155550132' }], interactionId: 'c1' };

const adapterOf = (frame: OpenFrame, more = {}) =>
  serviceNow({ sdk: async () => frame, token: async () => undefined, wait: patient, ...more });

describe('servicenow-openframe', () => {
  it('shows the customer that the instance sends, and shows its frame', async () => {
    const { frame, say, shown } = fakeFrame({ COMMUNICATION_EVENT: told });
    const { told: contexts, update } = recorder();
    await adapterOf(frame).start(update);
    say(told, { wayline });
    expect(contexts).to.deep.equal([wayline]);
    expect(shown()).to.equal(1);
  });

  for (const events of [{ COMMUNICATION_EVENT: told }, { CALL_EVENT: told }, {}, undefined]) {
    it(`subscribes with the events ${JSON.stringify(events) ?? 'missing'}`, async () => {
      const { frame, say } = fakeFrame(events);
      const { told: contexts, update } = recorder();
      await adapterOf(frame).start(update);
      say(told, { wayline });
      expect(contexts).to.have.lengthOf(1);
    });
  }

  const packings: readonly [string, unknown][] = [
    ['as it is', { wayline }],
    ['as text', JSON.stringify({ wayline })],
    ['in a payload', { payload: { wayline }, method: told }],
    ['in a payload as text', { payload: JSON.stringify({ wayline }) }],
    ['as text in a payload', { payload: { wayline: JSON.stringify(wayline) } }],
  ];
  for (const [name, said] of packings) {
    it(`reads a context ${name}`, async () => {
      const { frame, say } = fakeFrame(undefined);
      const { told: contexts, update } = recorder();
      await adapterOf(frame).start(update);
      say(told, said);
      expect(contexts).to.deep.equal([wayline]);
    });
  }

  it('uses the number of “click to call”', async () => {
    const { frame, say } = fakeFrame(undefined);
    const { told: contexts, update } = recorder();
    await adapterOf(frame).start(update);
    say(told, { type: 'OUTGOING_CALL', data: { metaData: { phoneNumber: 14155550132 }, data: [] } });
    expect(contexts).to.deep.equal([{ identities: [{ kind: 'phone', value: '14155550132' }] }]);
  });

  it("shows no customer after the instance's reset", async () => {
    const { frame, say } = fakeFrame(undefined);
    const { told: contexts, update } = recorder();
    await adapterOf(frame).start(update);
    say(told, { wayline });
    say(told, { wayline: { identities: [] } });
    expect(contexts.at(-1)).to.deep.equal(nobody);
  });

  it('ignores other messages of the same event, and incomplete contexts', async () => {
    const { frame, say } = fakeFrame(undefined);
    const { told: contexts, update } = recorder();
    await adapterOf(frame).start(update);
    for (const said of [undefined, 'text', { type: 'CONTACT_OPENED', data: {} }, { wayline: { identities: 'all' } }]) {
      say(told, said);
    }
    expect(contexts).to.deep.equal([]);
  });

  it('reports an error if ServiceNow refuses the frame, without its message, or does not respond', async () => {
    const refused = adapterOf(fakeFrame(undefined, 'refused').frame);
    expect(await refused.start(() => undefined).catch(String)).to.equal(
      'Error: ServiceNow did not accept the frame. Check the OpenFrame configuration of the instance.',
    );
    const silent = adapterOf(fakeFrame(undefined, 'none').frame, { wait: impatient });
    expect(await silent.start(() => undefined).catch(String)).to.equal('Error: ServiceNow does not respond.');
  });

  it('sends nothing after it is stopped', async () => {
    const { frame, say } = fakeFrame(undefined);
    const { told: contexts, update } = recorder();
    const adapter = adapterOf(frame);
    await adapter.start(update);
    adapter.stop();
    say(told, { wayline });
    expect(contexts).to.deep.equal([]);
  });

  it('does not leak the customer', () =>
    expectKept(['+14155550132'], async () => {
      const { frame, say } = fakeFrame(undefined);
      await adapterOf(frame).start(() => undefined);
      say(told, { wayline });
    }));

  it('names the missing setting', () => {
    expect(() => createAdapter({})).to.throw('adapterSettings.instanceUrl of wayline-config.json is missing');
  });
});
