import { expect } from '@open-wc/testing';
import { hubspotWords, type CodeProblem } from '../../../src/embed/adapter-kit/hubspot-words.js';
import { createAdapter, hubSpot } from '../../../src/embed/adapters/hubspot-code.js';
import { expectKept, nobody, recorder } from '../../support/watched.js';

const page = 'https://journey.example.com/embed/hubspot/embed.html';
const exchangeUrl = new URL('https://journey.example.com/api/hubspot/exchange');
const context = { identities: [{ kind: 'email', value: 'ann@example.com' }] };
const token = { value: 'secret-token', expiresAt: 2_000 };

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

/** A page at a URL, and a backend with the given responses. */
function fakePage(
  fragment: string,
  answer: (body: unknown) => Response | Promise<Response> = () => json({ context, token }),
) {
  const address = { href: `${page}${fragment}`, replaced: [] as string[] };
  const requests: { url: string; init: RequestInit }[] = [];
  const adapter = hubSpot({
    exchangeUrl,
    address: {
      get href() {
        return address.href;
      },
      replace(href) {
        address.replaced.push(href);
        address.href = href;
      },
    },
    fetch: async (url, init = {}) => {
      requests.push({ url: String(url instanceof Request ? url.url : url), init });
      return answer(JSON.parse(init.body as string));
    },
    languages: ['en'],
    now: () => 1_000,
  });
  return { adapter, address, requests };
}

describe('hubspot-code', () => {
  it('removes the code from the URL before any request', () => {
    const { address, requests } = fakePage('#code=abc-123');
    expect(address.href).to.equal(page);
    expect(requests).to.deep.equal([]);
  });

  it('exchanges the code once, by POST, for the customer and the token', async () => {
    const { adapter, requests } = fakePage('#code=abc-123');
    const { told, update } = recorder();
    const [, first] = await Promise.all([adapter.start(update), adapter.token('start')]);
    expect(told).to.deep.equal([context]);
    expect(first).to.deep.equal(token);
    expect(requests).to.have.lengthOf(1);
    const [{ url, init } = { url: '', init: {} as RequestInit }] = requests;
    expect(url).to.equal(exchangeUrl.href);
    expect(init.body).to.equal('{"code":"abc-123"}');
    expect(init).to.include({ method: 'POST', credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' });
  });

  it('takes the code from the query if the modal drops fragments, and keeps the rest of it', async () => {
    const { adapter, address, requests } = fakePage('?a=1&code=abc');
    await adapter.start(() => undefined);
    expect(address.href).to.equal(`${page}?a=1`);
    expect(requests[0]?.init.body).to.equal('{"code":"abc"}');
  });

  it('removes an invalid code, and does not send it', async () => {
    for (const code of ['', '%3Cb%3E', 'a'.repeat(201)]) {
      const { adapter, address, requests } = fakePage(`#code=${code}`);
      const error = (await adapter.start(() => undefined).catch((reason: unknown) => reason)) as Error;
      expect(error.message).to.equal(hubspotWords('missing', ['en']));
      expect(address.href).to.equal(page);
      expect(requests).to.deep.equal([]);
    }
  });

  const refusals: readonly [string, Response | Error, CodeProblem][] = [
    ['410', json({}, 410), 'expired'],
    ['409', json({}, 409), 'used'],
    ['400 and says that it is too old', json({ error: 'expired' }, 400), 'expired'],
    ['410 and says that it was used', json({ error: 'used' }, 410), 'used'],
    ['404', json({}, 404), 'refused'],
    ['403 and no JSON', new Response('no', { status: 403 }), 'refused'],
    ['503', json({}, 503), 'unreachable'],
    ['nothing', new TypeError('Failed to fetch'), 'unreachable'],
  ];
  for (const [name, answer, problem] of refusals) {
    it(`shows what to do if the backend responds with ${name}: ${problem}`, async () => {
      const { adapter } = fakePage('#code=abc', () => (answer instanceof Error ? Promise.reject(answer) : answer));
      const { told, update } = recorder();
      const error = (await adapter.start(update).catch((reason: unknown) => reason)) as Error;
      expect(error.message).to.equal(hubspotWords(problem, ['en']));
      expect(error.message).to.include('press the button on the record again');
      expect(told).to.deep.equal([]);
      expect(await adapter.token('start')).to.equal(undefined);
    });
  }

  it('asks to open it from the record without a code, as after a reload', async () => {
    const { adapter, address, requests } = fakePage('');
    const error = (await adapter.start(() => undefined).catch((reason: unknown) => reason)) as Error;
    expect(error.message).to.equal(hubspotWords('missing', ['en']));
    expect([address.replaced, requests]).to.deep.equal([[], []]);
  });

  it('shows no customer if the record has no address, and refuses incomplete responses', async () => {
    for (const answered of [{ identities: [] }, { identities: 'all' }, undefined]) {
      const { adapter } = fakePage('#code=abc', () => json({ context: answered, token }));
      const { told, update } = recorder();
      await adapter.start(update);
      expect(told).to.deep.equal([nobody]);
    }
  });

  it('renews the token with the key of the last one, each once', async () => {
    let turn = 0;
    const bodies: unknown[] = [];
    const { adapter } = fakePage('#code=abc', (body) => {
      bodies.push(body);
      turn += 1;
      return json({
        context,
        token: { value: `t${turn}`, expiresAt: 9_000 },
        ...(turn < 3 ? { renewal: `r${turn}` } : {}),
      });
    });
    expect((await adapter.token('start'))?.value).to.equal('t1');
    expect((await adapter.token('expiry'))?.value).to.equal('t2');
    expect((await adapter.token('refused'))?.value).to.equal('t3');
    expect(await adapter.token('expiry')).to.equal(undefined);
    expect(bodies).to.deep.equal([{ code: 'abc' }, { renewal: 'r1' }, { renewal: 'r2' }]);
  });

  it('has no next token if the backend refuses to renew it', async () => {
    const { adapter } = fakePage('#code=abc', (body) =>
      'code' in (body as object) ? json({ context, token, renewal: 'r' }) : json({}, 401),
    );
    await adapter.start(() => undefined);
    expect(await adapter.token('expiry')).to.equal(undefined);
  });

  it('sends nothing after it is stopped', async () => {
    const { adapter } = fakePage('#code=abc');
    const { told, update } = recorder();
    const started = adapter.start(update);
    adapter.stop();
    await started;
    expect(told).to.deep.equal([]);
  });

  it('does not leak code, customer and token', () =>
    expectKept(['abc-123', 'ann@example.com', 'secret-token'], async () => {
      history.replaceState(null, '', `${location.pathname}${location.search}#code=abc-123`);
      const adapter = createAdapter({ exchangeUrl: exchangeUrl.href });
      expect(location.href).not.to.include('abc-123');
      adapter.stop();
      const { adapter: other } = fakePage('#code=abc-123');
      await other.start(() => undefined);
      await other.token('start');
    }));

  it('has different texts in ten languages', () => {
    const languages = ['en-GB', 'de-AT', 'fr', 'es_MX', 'it', 'pt-BR', 'nl', 'ja', 'ko', 'zh-CN'];
    for (const problem of ['missing', 'refused', 'expired', 'used', 'unreachable'] as const) {
      expect(new Set(languages.map((tag) => hubspotWords(problem, [tag])))).to.have.lengthOf(10);
    }
    expect(hubspotWords('used', ['tr', 'nl', 'de'])).to.equal(hubspotWords('used', ['nl']));
    expect(hubspotWords('used', ['constructor'])).to.equal(hubspotWords('used', ['en']));
  });

  it('names the missing setting', () => {
    expect(() => createAdapter({})).to.throw('adapterSettings.exchangeUrl of wayline-config.json is missing');
  });
});
