import { expect } from '@open-wc/testing';
import { JourneyError } from '../../../src/domain/base/journey-error.js';
import { createHttp, type HttpOptions } from '../../../src/sources/http/http.js';
import { wait as realWait } from '../../../src/platform/wait.js';
import { settled } from '../../support/channel.js';
import { failureOf, fakeFetch, handFed, json, noWaiting, offline } from '../../support/fake-fetch.js';
import { waitingSignIn } from '../../support/signed-in.js';
import { createVirtualClock, quiet } from '../../support/virtual-clock.js';

const first = 'https://one.example';
const second = 'https://two.example/journey';
const never = new AbortController().signal;
const now = Date.parse('2026-11-20T10:00:00Z');

function setUp(answer: Parameters<typeof fakeFetch>[0], options: Partial<HttpOptions> = {}) {
  const fake = fakeFetch(answer);
  const pause = noWaiting();
  const http = createHttp({
    hosts: [first, second],
    token: () => 'secret',
    fetch: fake.fetch,
    wait: pause.wait,
    random: () => 1,
    now: () => now,
    ...options,
  });
  return { http, asked: fake.asked, waits: pause.waits, reachLimits: pause.reachLimits };
}

async function refusal(answer: Response, options: Partial<HttpOptions> = {}): Promise<JourneyError> {
  const { http } = setUp(() => answer.clone(), options);
  const failure = await failureOf(http.json('/x', { signal: never }));
  expect(failure).to.be.instanceOf(JourneyError);
  return failure as JourneyError;
}

describe('http: requests', () => {
  it('carries the token in the header only, and no other data', async () => {
    const { http, asked } = setUp(() => json({}));
    await http.json('/v1/x', { signal: never });
    expect(asked[0]?.url.href).to.equal(`${first}/v1/x`);
    expect(Object.fromEntries(asked[0]?.headers ?? [])).to.deep.equal({
      accept: 'application/json',
      authorization: 'Bearer secret',
    });
    const { redirect, credentials, referrerPolicy, cache } = asked[0]?.init ?? {};
    expect({ redirect, credentials, referrerPolicy, cache }).to.deep.equal({
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  it('encodes query values once and leaves out those without a value', async () => {
    const { http, asked } = setUp(() => json({}));
    await http.json('/x', { signal: never, query: { identity: '+1555 a&b', page: 0, none: undefined } });
    expect(asked[0]?.url.search).to.equal('?identity=%2B1555%20a%26b&page=0');
  });

  it('reads the token at each attempt', async () => {
    let token = 'old';
    const { http, asked } = setUp(
      () => {
        token = 'new';
        return asked.length > 1 ? json({}) : json({}, 503);
      },
      { token: () => token },
    );
    await http.json('/x', { signal: never });
    expect(asked.map(({ headers }) => headers.get('authorization'))).to.deep.equal(['Bearer old', 'Bearer new']);
  });

  for (const token of [undefined, '', '  ', 'two\nlines', 'snow☃']) {
    it(`sends no request with ${JSON.stringify(token)} as token`, async () => {
      const { http, asked } = setUp(() => json({}), { token: () => token });
      for (const request of [http.json('/x', { signal: never }), http.stream('/x', { signal: never })]) {
        expect(await failureOf(request)).to.include({ kind: 'unauthorized', status: undefined });
      }
      expect(asked).to.have.length(0);
    });
  }

  it('puts the token into the URL only for hosts that need it there', async () => {
    const { http, asked } = setUp(() => new Response(''), { token: () => ' a+b ' });
    await http.stream('/s', { signal: never, query: { organizationId: 'org' }, tokenQueryParameter: 'bearerToken' });
    expect(asked[0]?.url.search).to.equal('?organizationId=org&bearerToken=a%2Bb');
    expect(Object.fromEntries(asked[0]?.headers ?? [])).to.deep.equal({ accept: 'text/event-stream' });
  });
});

describe('http: requests with a body', () => {
  it('sends a body as JSON, and again if the response is lost', async () => {
    const { http, asked } = setUp((_, count) => (count === 1 ? json({}, 503) : json({ found: 1 })));
    expect(await http.json('/search', { signal: never, body: { query: 'é' } })).to.deep.equal({ found: 1 });
    expect(asked.map(({ init }) => `${init.method} ${init.body as string}`)).to.deep.equal([
      'POST {"query":"é"}',
      'POST {"query":"é"}',
    ]);
    expect(asked[0]?.headers.get('content-type')).to.equal('application/json');
    expect(asked[0]?.headers.get('authorization')).to.equal('Bearer secret');
  });

  for (const [what, answer] of [
    ['503', () => json({}, 503)],
    ['429', () => json({}, 429, { 'retry-after': '1' })],
    ['no answer', offline],
  ] as const) {
    it(`sends once and does not wait after ${what} if retries are off`, async () => {
      const { http, asked, waits } = setUp(answer, { retries: 0, hosts: [first] });
      expect(await failureOf(http.json('/search', { signal: never, body: {} }))).to.be.instanceOf(JourneyError);
      expect([asked.length, waits]).to.deep.equal([1, []]);
    });
  }
});

describe('http: responses', () => {
  it('returns the JSON of a response, and undefined for a response without content', async () => {
    const { http } = setUp((_, count) => (count === 1 ? json({ a: [0] }) : new Response(null, { status: 204 })));
    expect(await http.json('/x', { signal: never })).to.deep.equal({ a: [0] });
    expect(await http.json('/x', { signal: never })).to.equal(undefined);
  });

  for (const text of ['', '<html>Sign in</html>', '{"data":[']) {
    it(`rejects a response of ${JSON.stringify(text)} as malformed and does not retry`, async () => {
      const { http, asked } = setUp(() => new Response(text, { headers: { trackingid: 't-1' } }));
      expect(await failureOf(http.json('/x', { signal: never }))).to.include({
        kind: 'malformed',
        status: 200,
        trackingId: 't-1',
      });
      expect(asked).to.have.length(1);
    });
  }

  const kinds: readonly (readonly [number, string, number])[] = [
    [400, 'rejected', 1],
    [401, 'unauthorized', 1],
    [403, 'forbidden', 1],
    [404, 'not-found', 1],
    [409, 'conflict', 1],
    [422, 'rejected', 1],
    [429, 'rate-limited', 3],
    [500, 'server', 3],
    [503, 'server', 3],
  ];
  for (const [status, kind, requests] of kinds) {
    it(`rejects a ${status} as ${kind}, after ${requests} request(s)`, async () => {
      const { http, asked } = setUp(() => json({}, status));
      expect(await failureOf(http.json('/x', { signal: never }))).to.include({ kind, status });
      expect(asked).to.have.length(requests);
    });
  }

  const gateway = (key: string, description: string) => ({
    trackingId: 'gw-1',
    error: { key, message: [{ description }] },
  });
  const bodies: readonly (readonly [string, number, unknown, Record<string, string>, string, string | undefined])[] = [
    [
      'of CJDS',
      400,
      { status: '400 BAD_REQUEST', message: 'No', errors: ['x'], trackingId: 'c-1' },
      {},
      'rejected',
      'c-1',
    ],
    ['of the gateway', 403, gateway('403', 'No'), {}, 'forbidden', 'gw-1'],
    ['with a bare message', 404, { message: 'Person not found' }, {}, 'not-found', undefined],
    ['with the id in a header', 404, {}, { trackingid: 'h-1' }, 'not-found', 'h-1'],
    ['with the id in the other header', 404, {}, { 'x-tracking-id': 'h-2' }, 'not-found', 'h-2'],
    ['with an id in both places', 404, { trackingId: 'b' }, { trackingid: 'h' }, 'not-found', 'b'],
    [
      'with odd members',
      400,
      { errors: 'x', error: { message: 'y' }, message: null, trackingId: {} },
      {},
      'rejected',
      undefined,
    ],
    ['of no object', 400, ['authorization'], {}, 'rejected', undefined],
    ['about the header (message)', 400, { message: 'Invalid Authorization header' }, {}, 'unauthorized', undefined],
    [
      'about the header (errors)',
      400,
      { errors: ['authorization is missing'], trackingId: 'c' },
      {},
      'unauthorized',
      'c',
    ],
    ['about the header (gateway)', 400, gateway('400', 'Missing Authorization'), {}, 'unauthorized', 'gw-1'],
  ];
  for (const [name, status, body, headers, kind, trackingId] of bodies) {
    it(`reads an error body ${name}`, async () => {
      expect(await refusal(json(body, status, headers))).to.include({ kind, status, trackingId });
    });
  }

  for (const [name, body] of [
    ['empty', ''],
    ['HTML', '<h1>502</h1>'],
  ] as const) {
    it(`only needs the status if the error body is ${name}`, async () => {
      expect(await refusal(new Response(body, { status: 502 }))).to.include({ kind: 'server', status: 502 });
    });
  }

  it('writes nothing to the console', async () => {
    const names = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const before = names.map((name) => console[name]);
    const written: unknown[] = [];
    names.forEach((name) => (console[name] = (...words: unknown[]) => void written.push(words)));
    try {
      await failureOf(setUp(offline).http.json('/x', { signal: never }));
      await failureOf(setUp(() => json({ trackingId: 't' }, 401)).http.json('/x', { signal: never }));
      await failureOf(setUp(() => new Response('{')).http.json('/x', { signal: never }));
    } finally {
      names.forEach((name, index) => (console[name] = before[index] as typeof console.log));
    }
    expect(written).to.deep.equal([]);
  });
});

describe('http: retries', () => {
  it('waits half a second, then a second', async () => {
    const { http, waits } = setUp(offline);
    expect(await failureOf(http.json('/x', { signal: never }))).to.include({ kind: 'network', status: undefined });
    expect(waits).to.deep.equal([500, 1000]);
  });

  it('randomizes half of the wait', async () => {
    const { http, waits } = setUp(offline, { random: () => 0 });
    await failureOf(http.json('/x', { signal: never }));
    expect(waits).to.deep.equal([250, 500]);
  });

  for (const [header, ms] of [
    ['7', 7000],
    ['Fri, 20 Nov 2026 10:00:09 GMT', 9000],
    ['Fri, 20 Nov 2026 09:00:00 GMT', 500],
    ['soon', 500],
  ] as const) {
    it(`waits ${ms} ms if the service sends "Retry-After: ${header}"`, async () => {
      const { http, waits } = setUp((_, count) => (count === 1 ? json({}, 429, { 'retry-after': header }) : json(1)));
      expect(await http.json('/x', { signal: never })).to.equal(1);
      expect(waits).to.deep.equal([ms]);
    });
  }

  it('rejects if the service asks for more than a minute, with the time', async () => {
    const { http, asked } = setUp(() => json({}, 429, { 'retry-after': '61' }));
    expect(await failureOf(http.json('/x', { signal: never }))).to.include({
      kind: 'rate-limited',
      retryAfter: 61_000,
    });
    expect(asked).to.have.length(1);
  });

  it('retries if the connection breaks in the middle of a response', async () => {
    const { http } = setUp((_, count) => {
      if (count > 1) return json('whole');
      const broken = handFed();
      broken.send('"ha');
      queueMicrotask(broken.cut);
      return new Response(broken.body);
    });
    expect(await http.json('/x', { signal: never })).to.equal('whole');
  });

  it('never retries a stream', async () => {
    const { http, asked } = setUp(() => json({}, 503, { 'retry-after': '3' }));
    expect(await failureOf(http.stream('/x', { signal: never }))).to.include({ kind: 'server', retryAfter: 3000 });
    expect(asked).to.have.length(1);
  });
});

describe('http: timeouts and aborts', () => {
  it('rejects with a network failure if no response arrives in time', async () => {
    const { http, asked, waits, reachLimits } = setUp(
      () => {
        queueMicrotask(reachLimits);
        return undefined;
      },
      { hosts: [first] },
    );
    expect(await failureOf(http.json('/x', { signal: never }))).to.include({ kind: 'network' });
    expect(asked).to.have.length(3);
    expect(waits).to.deep.equal([500, 1000]);
  });

  it('rejects with a network failure if a response stops in the middle', async () => {
    const { http, reachLimits } = setUp(() => {
      setTimeout(reachLimits);
      return new Response(handFed().body);
    });
    expect(await failureOf(http.json('/x', { signal: never }))).to.include({ kind: 'network' });
  });

  it('has a timeout of ten seconds, or as configured', async () => {
    for (const timeout of [undefined, 5_000]) {
      const clock = createVirtualClock(0);
      const { http } = setUp(() => undefined, { wait: clock.wait, ...(timeout === undefined ? {} : { timeout }) });
      let failed = false;
      void failureOf(http.stream('/x', { signal: never })).then(() => (failed = true));
      await clock.advance(2 * (timeout ?? 10_000) - 1);
      expect(failed).to.equal(false);
      await clock.advance(1);
      expect(failed).to.equal(true);
      expect(clock.waiting).to.equal(0);
    }
  });

  it('only times the headers of a stream', async () => {
    const late = handFed();
    const { http, reachLimits } = setUp(() => new Response(late.body));
    const reader = (await http.stream('/x', { signal: never })).getReader();
    reachLimits();
    await settled();
    late.send('still here');
    expect(new TextDecoder().decode((await reader.read()).value)).to.equal('still here');
  });

  for (const reason of [new DOMException('Switched', 'AbortError'), 'switched']) {
    it(`rejects with the reason of an abort (${typeof reason}), at any time`, async () => {
      const moments: Record<string, Partial<HttpOptions>> = { answer: {}, wait: { wait: realWait } };
      for (const [moment, options] of Object.entries(moments)) {
        const controller = new AbortController();
        const { http, asked } = setUp(() => {
          setTimeout(() => controller.abort(reason));
          return moment === 'answer' ? undefined : offline();
        }, options);
        expect(await failureOf(http.json('/x', { signal: controller.signal })), moment).to.equal(reason);
        const seen = asked.length;
        expect(await failureOf(http.json('/x', { signal: controller.signal })), 'before').to.equal(reason);
        expect(await failureOf(http.stream('/x', { signal: controller.signal })), 'before').to.equal(reason);
        expect(asked).to.have.length(seen);
      }
    });
  }

  it('rejects with the reason if a stream is aborted before it is open, and tries no other host', async () => {
    const controller = new AbortController();
    const { http, asked } = setUp(() => {
      setTimeout(() => controller.abort('switched'));
      return undefined;
    });
    expect(await failureOf(http.stream('/x', { signal: controller.signal }))).to.equal('switched');
    expect(asked).to.have.length(1);
  });

  it('ends an open stream when the signal aborts', async () => {
    const controller = new AbortController();
    const { http, asked } = setUp(() => new Response(handFed().body));
    await http.stream('/x', { signal: controller.signal });
    expect(asked[0]?.init.signal?.aborted).to.equal(false);
    controller.abort();
    expect(asked[0]?.init.signal?.aborted).to.equal(true);
  });
});

describe('http: several hosts', () => {
  const hostsOf = (asked: readonly { readonly url: URL }[]) => asked.map(({ url }) => url.host);

  it('tries the next host if the first cannot be reached, and keeps it', async () => {
    const { http, asked } = setUp(({ url }) => (url.host === 'one.example' ? offline() : json(1)));
    await http.json('/x', { signal: never });
    await http.json('/x', { signal: never });
    expect(asked.map(({ url }) => url.href)).to.deep.equal([`${first}/x`, `${second}/x`, `${second}/x`]);
  });

  it('tries the next host if the first does not respond', async () => {
    const { http, asked, reachLimits } = setUp(({ url }) => {
      if (url.host !== 'one.example') return json(1);
      queueMicrotask(reachLimits);
      return undefined;
    });
    await http.json('/x', { signal: never });
    expect(hostsOf(asked)).to.deep.equal(['one.example', 'two.example']);
  });

  for (const status of [200, 401, 404, 500]) {
    it(`keeps the first host once it has responded, even with ${status}`, async () => {
      const { http, asked } = setUp((_, count) => (count === 1 ? json({}, status) : offline()));
      await failureOf(http.json('/x', { signal: never }));
      await failureOf(http.json('/x', { signal: never }));
      expect(new Set(hostsOf(asked))).to.deep.equal(new Set(['one.example']));
    });
  }

  it('starts with the first host again if no host could be reached', async () => {
    const { http, asked } = setUp((_, count) => (count > 2 ? json(1) : offline()));
    expect(await http.json('/x', { signal: never })).to.equal(1);
    expect(hostsOf(asked)).to.deep.equal(['one.example', 'two.example', 'one.example']);
  });

  it('does the same for streams', async () => {
    const { http, asked } = setUp(({ url }) => (url.host === 'one.example' ? offline() : new Response('')));
    await http.stream('/x', { signal: never });
    expect(hostsOf(asked)).to.deep.equal(['one.example', 'two.example']);
  });
});

describe('http: a refused token', () => {
  /** A service that accepts these tokens only. `renew` is the host's answer; it puts a token into `held`. */
  function service(valid: readonly string[], renew?: (held: { token: string | undefined }, times: number) => void) {
    const held: { token: string | undefined } = { token: 'old' };
    const accepted = new Set(valid);
    const clock = createVirtualClock(0);
    const renewals: string[] = [];
    const fake = fakeFetch(({ headers }) => {
      const token = headers.get('authorization')?.replace('Bearer ', '') ?? '';
      return accepted.has(token) ? json(token) : json({ trackingId: `t-${token}` }, 401);
    });
    const http = createHttp({
      hosts: [first],
      token: () => held.token,
      fetch: fake.fetch,
      wait: clock.wait,
      now: clock.now,
      renewToken: (refused) => {
        renewals.push(refused);
        renew?.(held, renewals.length);
        return Promise.resolve();
      },
    });
    const tokens = () => fake.asked.map(({ headers }) => headers.get('authorization')?.replace('Bearer ', ''));
    const ask = () => http.json('/x', { signal: never });
    return { http, held, accepted, clock, renewals, tokens, ask, asked: fake.asked };
  }

  it("is replaced by the host's new one, for a response and for a stream", async () => {
    const { ask, renewals, tokens } = service(['new'], (held) => (held.token = 'new'));
    expect(await ask()).to.equal('new');
    expect(tokens()).to.deep.equal(['old', 'new']);
    expect(renewals).to.deep.equal(['old']);

    const streaming = service(['new'], (held) => (held.token = 'new'));
    await streaming.http.stream('/s', { signal: never });
    expect(streaming.tokens()).to.deep.equal(['old', 'new']);
    expect(streaming.renewals).to.deep.equal(['old']);
  });

  it('is replaced without asking by one that arrived since', async () => {
    const { ask, held, renewals, tokens } = service(['new']);
    const answer = ask();
    await Promise.resolve();
    held.token = 'new';
    expect(await answer).to.equal('new');
    expect(tokens()).to.deep.equal(['old', 'new']);
    expect(renewals).to.deep.equal([]);
  });

  it('rejects the request if there is no new one, if the host fails, and if there is no host', async () => {
    const renewers: (HttpOptions['renewToken'] | undefined)[] = [
      undefined,
      () => Promise.resolve(),
      () => Promise.reject(new Error('no')),
      () => {
        throw new Error('no');
      },
    ];
    for (const renewToken of renewers) {
      const { http, asked } = setUp(() => json({ trackingId: 't-1' }, 401), { renewToken });
      const failure = await failureOf(http.json('/x', { signal: never }));
      expect(failure).to.include({ kind: 'unauthorized', status: 401, trackingId: 't-1' });
      expect(asked).to.have.length(1);
    }
  });

  it('is dropped if the host removes it without a new one', async () => {
    const { ask, tokens } = service([], (held) => (held.token = ' '));
    expect(await failureOf(ask())).to.include({ kind: 'unauthorized', trackingId: 't-old' });
    expect(tokens()).to.deep.equal(['old']);
  });

  it('is also recognized by the text of a bad request, but by no other failure', async () => {
    for (const [answer, times] of [
      [json({ message: 'Invalid Authorization header' }, 400), 1],
      [json({}, 400), 0],
      [json({}, 403), 0],
    ] as const) {
      let renewals = 0;
      const { http } = setUp(() => answer.clone(), { renewToken: () => Promise.resolve(void (renewals += 1)) });
      await failureOf(http.json('/x', { signal: never }));
      expect(renewals).to.equal(times);
    }
  });

  it('without a replacement is asked for once, and again after half a minute', async () => {
    const { ask, clock, renewals } = service([]);
    await Promise.all([failureOf(ask()), failureOf(ask())]);
    const together = renewals.length;
    for (let n = 0; n < 29; n++) {
      await failureOf(ask());
      await clock.advance(1_000);
    }
    expect(renewals.length).to.equal(together);
    await clock.advance(1_000);
    await failureOf(ask());
    expect(renewals.length).to.equal(together + 1);
  });

  it('with refused replacements causes few requests, even if requests take turns', async () => {
    const { ask, renewals, asked } = service([], (held, times) => (held.token = `bad ${times}`));
    for (let n = 0; n < 50; n++) await Promise.all([failureOf(ask()), failureOf(ask())]);
    expect(renewals).to.deep.equal(['old']);
    expect(asked.length).to.be.at.most(103);
  });

  it('is sent once per request, and a request sends at most three tokens', async () => {
    const { ask, held, tokens } = service([]);
    let n = 0;
    Object.defineProperty(held, 'token', { get: () => `token ${n++}` });
    await failureOf(ask());
    expect(new Set(tokens()).size).to.equal(3);
    expect(tokens()).to.have.length(3);
  });

  it('is asked for each time if each replacement has worked: a thousand times', async () => {
    const { ask, held, accepted, renewals, tokens } = service(['old'], (_, times) => {
      held.token = `new ${times}`;
      accepted.add(held.token);
    });
    for (let n = 0; n < 1000; n++) {
      await ask();
      accepted.clear(); // it has expired
    }
    expect(renewals).to.have.length(999);
    expect(new Set(renewals).size).to.equal(999);
    expect(tokens()).to.have.length(1000 + 999);
  });

  it('has worked if the service responds with any other status', async () => {
    const answers = [401, 404, 401, 404, 401, 503];
    const held = { token: 'old' };
    let renewals = 0;
    const { http } = setUp((_, count) => json({}, answers[count - 1] ?? 200), {
      token: () => held.token,
      renewToken: () => {
        held.token = `new ${(renewals += 1)}`;
        return Promise.resolve();
      },
    });
    expect(await failureOf(http.json('/x', { signal: never }))).to.include({ kind: 'not-found' });
    expect(await failureOf(http.json('/x', { signal: never }))).to.include({ kind: 'not-found' });
    await http.json('/x', { signal: never });
    expect(renewals).to.equal(3);
  });

  it('is not waited for by an aborted request', async () => {
    const controller = new AbortController();
    const { http, asked } = setUp(() => json({}, 401), {
      renewToken: (_, signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    });
    const failure = failureOf(http.json('/x', { signal: controller.signal }));
    await settled();
    controller.abort('left');
    expect(await failure).to.equal('left');
    expect(asked).to.have.length(1);
  });

  it('is still replaced for the others when the request that asked is given up', async () => {
    const { clock, signIn, asks } = waitingSignIn();
    const { http } = setUp(({ headers }) => json({}, headers.get('authorization') === 'Bearer new' ? 200 : 401), {
      token: signIn.token,
      renewToken: signIn.renew,
    });
    const controller = new AbortController();
    const left = failureOf(http.json('/x', { signal: controller.signal }));
    await quiet();
    controller.abort('left');
    expect(await left).to.equal('left');
    const answer = http.json('/x', { signal: never });
    await clock.advance(5_000);
    signIn.set('new');
    expect(await answer).to.deep.equal({});
    expect(asks()).to.equal(1);
  });
});
