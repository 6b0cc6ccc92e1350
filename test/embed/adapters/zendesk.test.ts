import { expect } from '@open-wc/testing';
import { createAdapter, zendesk, type ZafClient } from '../../../src/embed/adapters/zendesk.js';
import { expectKept, impatient, later, nobody, patient, recorder, settled } from '../../support/watched.js';

type Answers = Readonly<Record<string, unknown>>;

const ann = {
  'ticket.requester.email': 'ann@example.com',
  'ticket.requester.identities': [
    { type: 'email', value: 'ann@example.com' },
    { type: 'phone_number', value: '+14155550132' },
    { type: 'twitter', value: '1234' },
  ],
  'currentUser.locale': 'de-AT',
};

/** Zendesk's client: responds with `answer`, and sends the ticket's events. */
function fakeClient(answer: (paths: readonly string[]) => Promise<unknown>, location = 'ticket_sidebar') {
  const handlers = new Map<string, Set<() => void>>();
  const client: ZafClient = {
    context: async () => ({ location }),
    get: answer,
    on: (event, handler) => void handlers.set(event, (handlers.get(event) ?? new Set()).add(handler)),
    off: (event, handler) => void handlers.get(event)?.delete(handler),
  };
  const happen = (event: string) => handlers.get(event)?.forEach((handler) => handler());
  return { client, happen };
}

const noToken = async () => undefined;

const adapterOf = (client: ZafClient | undefined, more = {}) =>
  zendesk({ sdk: async () => client, token: noToken, wait: patient, ...more });

describe('zendesk', () => {
  it("sends the email address and phone numbers of the ticket's requester, each once, and the agent's language", async () => {
    const { client } = fakeClient(async () => ann);
    const { told, update } = recorder();
    await adapterOf(client).start(update);
    expect(told.at(-1)).to.deep.equal({
      identities: [
        { kind: 'email', value: 'ann@example.com' },
        { kind: 'phone', value: '+14155550132' },
      ],
      locale: 'de-AT',
    });
  });

  for (const type of ['phone_number', 'phone', 'PhoneIdentity']) {
    it(`reads a number of the type ${type}`, async () => {
      const { client } = fakeClient(async () => ({ 'ticket.requester.identities': [{ type, value: '+1' }] }));
      const { told, update } = recorder();
      await adapterOf(client).start(update);
      expect(told.at(-1)?.identities).to.deep.equal([{ kind: 'phone', value: '+1' }]);
    });
  }

  it('reads the whole requester if the account refuses one of the paths', async () => {
    const { client } = fakeClient(async (paths) => {
      if (paths.length > 1) throw new Error('Could not find handler for: ticket.requester.identities');
      return { 'ticket.requester': { email: 'ann@example.com', identities: [{ type: 'phone_number', value: '+1' }] } };
    });
    const { told, update } = recorder();
    await adapterOf(client).start(update);
    expect(told.at(-1)?.identities).to.deep.equal([
      { kind: 'email', value: 'ann@example.com' },
      { kind: 'phone', value: '+1' },
    ]);
  });

  it('follows the user in a user’s sidebar', async () => {
    const { client } = fakeClient(async () => ({ 'user.email': 'bob@example.com' }), 'user_sidebar');
    const { told, update } = recorder();
    await adapterOf(client).start(update);
    expect(told.at(-1)?.identities).to.deep.equal([{ kind: 'email', value: 'bob@example.com' }]);
  });

  for (const name of ['id.changed', 'email.changed', 'identities.changed', 'changed']) {
    it(`clears the last requester at once on the event ticket.requester.${name}`, async () => {
      const second = later<Answers>();
      let asked = 0;
      const { client, happen } = fakeClient(() => (++asked === 1 ? Promise.resolve(ann) : second.promise));
      const { told, update } = recorder();
      await adapterOf(client).start(update);
      happen(`ticket.requester.${name}`);
      expect(told.at(-1)).to.deep.equal(nobody);
      second.answer({ 'ticket.requester.email': 'bob@example.com' });
      await settled();
      expect(told.at(-1)?.identities).to.deep.equal([{ kind: 'email', value: 'bob@example.com' }]);
    });
  }

  it('keeps the customer when the same ticket is opened again', async () => {
    let asked = 0;
    const second = later<Answers>();
    const { client, happen } = fakeClient(() => (++asked === 1 ? Promise.resolve(ann) : second.promise));
    const { told, update } = recorder();
    await adapterOf(client).start(update);
    const before = told.length;
    happen('app.activated');
    expect(told).to.have.lengthOf(before);
  });

  it('only uses the last requester, even if a response about an earlier one is late', async () => {
    const answers = [later<Answers>(), later<Answers>()];
    let asked = 0;
    const { client, happen } = fakeClient(() => (++asked === 1 ? Promise.resolve(ann) : answers[asked - 2]!.promise));
    const { told, update } = recorder();
    await adapterOf(client).start(update);
    happen('ticket.requester.id.changed');
    happen('ticket.requester.id.changed');
    answers[1]!.answer({ 'ticket.requester.email': 'last@example.com' });
    await settled();
    answers[0]!.answer({ 'ticket.requester.email': 'late@example.com' });
    await settled();
    expect(told.at(-1)?.identities).to.deep.equal([{ kind: 'email', value: 'last@example.com' }]);
    expect(JSON.stringify(told)).not.to.include('late@example.com');
  });

  it('shows no customer if the requester cannot be read or has no address', async () => {
    const refusing = fakeClient(() => Promise.reject(new Error('no')));
    const empty = fakeClient(async () => ({ 'ticket.requester.email': null, errors: { a: 'b' } }));
    for (const { client } of [refusing, empty]) {
      const { told, update } = recorder();
      await adapterOf(client).start(update);
      expect(told.at(-1)).to.deep.equal(nobody);
    }
  });

  it('sends the external ID as an ID only if the settings ask for it', async () => {
    const { client } = fakeClient(async () => ({ 'ticket.requester.externalId': 4711 }));
    const plain = recorder();
    await adapterOf(client).start(plain.update);
    expect(plain.told.at(-1)).to.deep.equal(nobody);
    const asked = recorder();
    await adapterOf(client, { externalId: true }).start(asked.update);
    expect(asked.told.at(-1)?.identities).to.deep.equal([{ kind: 'external', value: '4711' }]);
  });

  it('ignores an invalid language', async () => {
    const { client } = fakeClient(async () => ({ ...ann, 'currentUser.locale': 'de; x' }));
    const { told, update } = recorder();
    await adapterOf(client).start(update);
    expect(told.at(-1)).to.have.all.keys('identities');
  });

  it('reports an error outside Zendesk, and if Zendesk does not respond', async () => {
    const outside = await adapterOf(undefined)
      .start(() => undefined)
      .catch(String);
    expect(outside).to.equal('Error: This page is not in a Zendesk frame. Open it as a Zendesk app.');
    const { client } = fakeClient(async () => ann);
    const silent = { ...client, context: patient };
    const late = await adapterOf(silent, { wait: impatient })
      .start(() => undefined)
      .catch(String);
    expect(late).to.equal('Error: Zendesk does not respond.');
  });

  it('sends nothing after it is stopped', async () => {
    const second = later<Answers>();
    let asked = 0;
    const { client, happen } = fakeClient(() => (++asked === 1 ? Promise.resolve(ann) : second.promise));
    const { told, update } = recorder();
    const adapter = adapterOf(client);
    await adapter.start(update);
    happen('ticket.requester.id.changed');
    adapter.stop();
    const before = told.length;
    second.answer(ann);
    happen('ticket.requester.id.changed');
    await settled();
    expect(told).to.have.lengthOf(before);
  });

  it('does not leak the customer', () =>
    expectKept(['ann@example.com', '+14155550132'], async () => {
      const { client } = fakeClient(async () => ann);
      await adapterOf(client).start(() => undefined);
    }));

  it('names the missing setting', () => {
    expect(() => createAdapter({})).to.throw('adapterSettings.tokenUrl of wayline-config.json is missing');
  });
});
