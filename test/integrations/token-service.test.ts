import { expect } from '@open-wc/testing';

type Answer = (request: unknown) => Promise<Response>;
interface ServiceModule {
  createTokenService(options: object): Answer;
}

const origin = 'https://journey.example.com';
const hubSpotSecret = 'hubspot-secret';

/** A request as a server receives it: pages may not set cookies. */
const requestOf = (method: string, path: string, headers: Record<string, string> = {}, body: unknown = {}) => ({
  method,
  url: `${origin}${path}`,
  headers: new Map(Object.entries(headers)),
  text: async () => JSON.stringify(body),
  json: async () => body,
});

/** The service with a Webex that knows ann@example.com, at a time set by the test. */
async function start() {
  const path = '/integrations/token-service/service.mjs';
  const { createTokenService } = (await import(path)) as ServiceModule;
  let time = 1_000_000;
  let granted = 0;
  const grants: URLSearchParams[] = [];
  const answer = createTokenService({
    origin,
    clientId: 'id',
    clientSecret: 'secret',
    openers: ['https://acme.crm4.dynamics.com'],
    serviceKey: 'service-key',
    hubSpotSecret,
    now: () => time,
    fetch: async (url: string, init: RequestInit) => {
      if (url.endsWith('/people/me')) return Response.json({ emails: ['Ann@example.com'] });
      grants.push(init.body as URLSearchParams);
      granted += 1;
      return Response.json({ access_token: `t${granted}`, expires_in: 43_199, refresh_token: `r${granted}` });
    },
  });
  async function signIn(cookie?: string, query = ''): Promise<Response> {
    const asked = await answer(requestOf('GET', `/api/sign-in${query}`));
    const there = new URL(asked.headers.get('Location') ?? '');
    const state = there.searchParams.get('state') ?? '';
    // Browsers hide this header from pages, but not from the test of a server
    const own = cookies.at(-1) ?? '';
    return answer(requestOf('GET', `/api/sign-in/done?code=c&state=${state}`, { Cookie: cookie ?? own }));
  }
  return { answer, signIn, grants, pass: (milliseconds: number) => void (time += milliseconds), now: () => time };
}

const RealResponse = globalThis.Response;
const cookies: string[] = [];

describe('the token service', () => {
  before(() => {
    globalThis.Response = class extends RealResponse {
      constructor(body?: BodyInit | null, init?: ResponseInit) {
        super(body, init);
        const cookie = new Map(Object.entries((init?.headers ?? {}) as Record<string, string>)).get('Set-Cookie');
        if (cookie !== undefined) cookies.push(cookie.split(';')[0] ?? '');
      }
    };
  });
  after(() => {
    globalThis.Response = RealResponse;
  });

  const serverToken = (agent: string, key = 'service-key', reason = 'start') =>
    requestOf('POST', '/api/token', { Authorization: `Bearer ${key}` }, { agent, reason });

  it("signs an agent in, and posts the token to Wayline's origin only", async () => {
    const { signIn, grants } = await start();
    const page = await signIn();
    expect(page.status).to.equal(200);
    const text = await page.text();
    expect(text).to.include('"kind":"token"');
    expect(text).to.include(`, "${origin}")`);
    expect(page.headers.get('Content-Security-Policy')).to.include("frame-ancestors 'none'");
    expect(grants[0]?.get('code_verifier')).to.have.length.above(40);
  });

  it('posts the token to another opener on its list, and to no other', async () => {
    const { answer, signIn } = await start();
    const text = await (await signIn(undefined, '?for=https://acme.crm4.dynamics.com')).text();
    expect(text).to.include(', "https://acme.crm4.dynamics.com")');
    for (const opener of ['https://evil.test', 'https://acme.crm4.dynamics.com.evil.test', '*', '']) {
      const path = `/api/sign-in?for=${encodeURIComponent(opener)}`;
      expect((await answer(requestOf('GET', path))).status).to.equal(400);
    }
  });

  it('does not sign in a browser that did not start the sign-in', async () => {
    const { answer, signIn } = await start();
    for (const cookie of ['wayline-sign-in=another', 'a=b', '']) {
      expect((await signIn(cookie === '' ? 'x' : cookie)).status).to.equal(400);
    }
    expect((await answer(serverToken('ann@example.com'))).status).to.equal(404);
  });

  it("returns an agent's token to the CRM's server, with any case of the address", async () => {
    const { answer, signIn } = await start();
    expect((await answer(serverToken('ann@example.com'))).status).to.equal(404);
    await signIn();
    const token = (await (await answer(serverToken('ANN@example.com'))).json()) as object;
    expect(token).to.deep.equal({ value: 't1', expiresAt: 1_000_000 + 43_199_000 });
    expect((await answer(serverToken('bob@example.com'))).status).to.equal(404);
  });

  it('returns nothing without the key', async () => {
    const { answer, signIn } = await start();
    await signIn();
    for (const key of ['', 'service-ke', 'service-key2']) {
      expect((await answer(serverToken('ann@example.com', key))).status).to.equal(403);
    }
  });

  it('returns another token if the last one was refused or ends soon, and renews once at a time', async () => {
    const { answer, signIn, grants, pass } = await start();
    await signIn();
    await Promise.all([1, 2].map(() => answer(serverToken('ann@example.com', 'service-key', 'refused'))));
    expect(grants.map((body) => body.get('grant_type'))).to.deep.equal(['authorization_code', 'refresh_token']);
    pass(43_000_000);
    const { value } = (await (await answer(serverToken('ann@example.com'))).json()) as { value: string };
    expect(value).to.equal('t3');
    expect(grants[2]?.get('refresh_token')).to.equal('r2');
  });

  const signature = async (text: string) => {
    const raw = new TextEncoder().encode(hubSpotSecret);
    const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const bytes = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
    return btoa(String.fromCharCode(...new Uint8Array(bytes)));
  };
  const context = { identities: [{ kind: 'phone', value: '+14155550132' }] };
  const path = '/api/hubspot/code?userEmail=ann@example.com&portalId=1';

  async function codeRequest(time: number, of = path) {
    const signed = await signature(`POST${origin}${path}${JSON.stringify({ context })}${time}`);
    const headers = { 'X-HubSpot-Request-Timestamp': String(time), 'X-HubSpot-Signature-v3': signed };
    return requestOf('POST', of, headers, { context });
  }
  const exchange = (body: object) => requestOf('POST', '/api/hubspot/exchange', {}, body);

  it("returns a code for one exchange to HubSpot's extension, and the reason for an invalid code", async () => {
    const { answer, signIn, pass, now } = await start();
    await signIn();
    const { code } = (await (await answer(await codeRequest(now()))).json()) as { code: string };
    const first = (await (await answer(exchange({ code }))).json()) as { context: unknown; renewal: string };
    expect(first).to.deep.include({ context });
    const again = await answer(exchange({ code }));
    expect([again.status, await again.json()]).to.deep.equal([410, { error: 'used' }]);
    const unknown = await answer(exchange({ code: 'x' }));
    expect(unknown.status).to.equal(404);
    const { code: old } = (await (await answer(await codeRequest(now()))).json()) as { code: string };
    pass(31_000);
    const late = await answer(exchange({ code: old }));
    expect([late.status, await late.json()]).to.deep.equal([410, { error: 'expired' }]);
    const { renewal } = first;
    expect((await answer(exchange({ renewal }))).status).to.equal(200);
    expect((await answer(exchange({ renewal }))).status).to.equal(410);
  });

  it("accepts a signature whether or not the agent's address is encoded", async () => {
    const { answer, signIn, now } = await start();
    await signIn();
    expect((await answer(await codeRequest(now(), path.replace('@', '%40')))).status).to.equal(200);
  });

  it('refuses requests that HubSpot did not sign just now for this agent', async () => {
    const { answer, signIn, now } = await start();
    await signIn();
    expect((await answer(await codeRequest(now() - 400_000))).status).to.equal(403);
    expect((await answer(await codeRequest(now(), path.replace('ann', 'bob')))).status).to.equal(403);
    expect((await answer(requestOf('POST', path, {}, { context }))).status).to.equal(403);
  });
});
