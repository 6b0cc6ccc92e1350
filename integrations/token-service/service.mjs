/*
 * A small token service for Wayline in a CRM's frame. It signs agents in to Webex once, keeps their refresh tokens in
 * the server's memory, and returns short-lived access tokens. It uses the standard `Request` and `Response`, so it runs
 * on Node and on other platforms with them. See docs/crm/tokens.md.
 */

const webex = 'https://webexapis.com/v1';

/** `cjp:user` for journeys, `spark:people_read` for the agent's email address. */
const scope = 'cjp:user spark:people_read';

const signInTime = 10 * 60_000;
const codeTime = 30_000;
const signatureTime = 5 * 60_000;

const json = (body, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  });

const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const base64url = (bytes) => base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const randomText = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
const utf8 = (text) => new TextEncoder().encode(text);
const sha256 = async (text) => base64url(await crypto.subtle.digest('SHA-256', utf8(text)));

/** Compares hashes, so that the time does not show where two texts differ. */
const same = async (a, b) => (await sha256(a)) === (await sha256(b));

async function hmac(secret, text) {
  const key = await crypto.subtle.importKey('raw', utf8(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return base64(await crypto.subtle.sign('HMAC', key, utf8(text)));
}

/** HubSpot's signature has these characters unencoded in the URL, even if they are encoded in the request. */
const signedForm = (address) => address.replaceAll(/%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, decodeURIComponent);

/** Values that can be taken once, within `time` milliseconds. */
function createVault(time, now) {
  const things = new Map();
  return {
    put(thing) {
      for (const [key, { until }] of things) if (until + signInTime < now()) things.delete(key);
      const key = randomText();
      things.set(key, { thing, until: now() + time });
      return key;
    },
    /** The value, or why there is none. Used keys are kept for a while, so that the problem can be named. */
    take(key) {
      const found = things.get(key);
      if (found === undefined) return { problem: 'unknown' };
      if (found.used) return { problem: 'used' };
      found.used = true;
      const { thing } = found;
      found.thing = undefined;
      return found.until < now() ? { problem: 'expired' } : { thing };
    },
  };
}

/**
 * @param {object} options
 * @param {string} options.origin the origin of this service and of Wayline's page, for example https://journey.example.com
 * @param {string} options.clientId of the Webex integration
 * @param {string} options.clientSecret of the Webex integration
 * @param {readonly string[]} [options.openers] other origins whose pages may open the sign-in page
 * @param {string} [options.serviceKey] the secret of the CRM's server; without it `/api/token` is closed
 * @param {string} [options.hubSpotSecret] client secret of the HubSpot app; without it `/api/hubspot/` is closed
 */
export function createTokenService({
  origin,
  clientId,
  clientSecret,
  openers = [],
  serviceKey,
  hubSpotSecret,
  fetch: ask = fetch,
  now = Date.now,
}) {
  /** By email address, lower case. */
  const agents = new Map();
  const signIns = createVault(signInTime, now);
  const codes = createVault(codeTime, now);
  const renewals = createVault(12 * 60 * 60_000, now);
  const redirect = `${origin}/api/sign-in/done`;

  async function grant(fields) {
    const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...fields });
    const answer = await ask(`${webex}/access_token`, { method: 'POST', body });
    if (!answer.ok) return undefined;
    const { access_token, expires_in, refresh_token } = await answer.json();
    return { token: { value: access_token, expiresAt: now() + expires_in * 1000 }, refresh: refresh_token };
  }

  /** The agent's token; a new one if it expires within five minutes, or if it was refused. */
  async function tokenOf(email, reason) {
    const agent = agents.get(email.toLowerCase());
    if (agent === undefined) return undefined;
    if (reason !== 'refused' && agent.token.expiresAt - now() > 5 * 60_000) return agent.token;
    agent.renewing ??= grant({ grant_type: 'refresh_token', refresh_token: agent.refresh }).then((granted) => {
      if (granted === undefined) agents.delete(email.toLowerCase());
      else Object.assign(agent, granted, { renewing: undefined });
      return granted?.token;
    });
    return agent.renewing;
  }

  async function signIn(url) {
    const opener = url.searchParams.get('for') ?? origin;
    if (opener !== origin && !openers.includes(opener)) return page('');
    const verifier = randomText();
    const browser = randomText();
    const state = signIns.put({ verifier, browser, opener });
    const there = new URL(`${webex}/authorize`);
    there.search = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirect,
      scope,
      state,
      code_challenge: await sha256(verifier),
      code_challenge_method: 'S256',
    });
    const cookie = `wayline-sign-in=${browser}; Path=/api/sign-in; Max-Age=600; Secure; HttpOnly; SameSite=Lax`;
    return new Response(null, { status: 302, headers: { Location: there.href, 'Set-Cookie': cookie } });
  }

  /**
   * Only the browser that started the sign-in can finish it. Otherwise an attacker could sign an agent in as another
   * user.
   */
  async function signedIn(request, url) {
    const { thing } = signIns.take(url.searchParams.get('state') ?? '');
    const browser = /(?:^|;\s*)wayline-sign-in=([\w-]+)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? '';
    const code = url.searchParams.get('code');
    if (thing === undefined || code === null || !(await same(thing.browser, browser))) return page('');
    const granted = await grant({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirect,
      code_verifier: thing.verifier,
    });
    const me =
      granted && (await ask(`${webex}/people/me`, { headers: { Authorization: `Bearer ${granted.token.value}` } }));
    const email = me?.ok ? (await me.json()).emails?.[0] : undefined;
    if (email === undefined) return page('');
    agents.set(email.toLowerCase(), granted);
    const said = JSON.stringify({ app: 'wayline', v: 1, kind: 'token', body: granted.token }).replaceAll(
      '<',
      '\\u003c',
    );
    return page(`opener?.postMessage(${said}, ${JSON.stringify(thing.opener)}); close();`);
  }

  function page(script) {
    const nonce = randomText();
    const text = script === '' ? 'The sign-in did not succeed. Close this window and try again.' : 'You are signed in.';
    return new Response(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Wayline</title><p>${text}</p><script nonce="${nonce}">${script}</script></html>`,
      {
        status: script === '' ? 400 : 200,
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${nonce}'; frame-ancestors 'none'`,
          'Cache-Control': 'no-store',
          'Referrer-Policy': 'no-referrer',
        },
      },
    );
  }

  /** For a CRM's server, which knows the agent. */
  async function serverToken(request) {
    const key = /^Bearer (.+)$/.exec(request.headers.get('Authorization') ?? '')?.[1] ?? '';
    if (!serviceKey || !(await same(serviceKey, key))) return json({ error: 'forbidden' }, 403);
    const { agent = '', reason } = await request.json();
    const token = await tokenOf(String(agent), reason);
    return token ? json(token) : json({ error: 'not-signed-in' }, 404);
  }

  /** HubSpot signs the requests of its extension and adds the agent. */
  async function hubSpotCode(request, url) {
    const body = await request.text();
    const time = request.headers.get('X-HubSpot-Request-Timestamp') ?? '';
    const signature = request.headers.get('X-HubSpot-Signature-v3') ?? '';
    const signed =
      hubSpotSecret &&
      (await hmac(hubSpotSecret, `POST${signedForm(`${origin}${url.pathname}${url.search}`)}${body}${time}`));
    const fresh = Math.abs(now() - Number(time)) < signatureTime;
    if (!signed || !fresh || !(await same(signed, signature))) return json({ error: 'forbidden' }, 403);
    const email = url.searchParams.get('userEmail') ?? '';
    if ((await tokenOf(email, 'start')) === undefined) return json({ error: 'not-signed-in' }, 404);
    return json({ code: codes.put({ email, context: JSON.parse(body).context }) });
  }

  async function hubSpotExchange(request) {
    const { code, renewal } = await request.json();
    const { thing, problem } = code === undefined ? renewals.take(renewal) : codes.take(code);
    if (thing === undefined) return json({ error: problem }, problem === 'unknown' ? 404 : 410);
    const token = await tokenOf(thing.email, code === undefined ? 'refused' : 'start');
    if (token === undefined) return json({ error: 'not-signed-in' }, 404);
    const next = renewals.put({ email: thing.email });
    return json({ ...(thing.context && { context: thing.context }), token, renewal: next });
  }

  /** @param {Request} request */
  return async function answer(request) {
    const url = new URL(request.url);
    try {
      switch (`${request.method} ${url.pathname}`) {
        case 'GET /api/sign-in':
          return await signIn(url);
        case 'GET /api/sign-in/done':
          return await signedIn(request, url);
        case 'POST /api/token':
          return await serverToken(request);
        case 'POST /api/hubspot/code':
          return await hubSpotCode(request, url);
        case 'POST /api/hubspot/exchange':
          return await hubSpotExchange(request);
        default:
          return json({ error: 'not-found' }, 404);
      }
    } catch {
      return json({ error: 'failed' }, 500); // without details: they may contain data of an agent
    }
  };
}
