import { expect } from '@open-wc/testing';
import { JourneyError } from '../../../src/domain/base/journey-error.js';
import { findProject } from '../../../src/sources/cjds/find-project.js';
import { createHttp, type Http } from '../../../src/sources/http/http.js';
import type { LiveSignal } from '../../../src/sources/journey-source.js';
import { all, failureOf, fakeFetch, json, noWaiting, offline } from '../../support/fake-fetch.js';
import { createWholeCjds } from '../../support/cjds.js';

const never = new AbortController().signal;
const now = Date.parse('2026-11-20T10:00:00Z');

interface Failure {
  /** `undefined`: no response. */
  readonly answer: () => Response | Error | undefined;
  readonly error: Partial<JourneyError>;
  /** The number of requests of a read; a stream sends one. */
  readonly requests: number;
}

const text = (body: string, status: number): Response => new Response(body, { status });
const cjds = (status: string | number, message: string) => ({ status, message, errors: [message], trackingId: 'c-1' });
const none = { status: undefined, trackingId: undefined, retryAfter: undefined };

const failures: Readonly<Record<string, Failure>> = {
  '400': {
    answer: () => json(cjds('400 BAD_REQUEST', 'Request could not be processed'), 400),
    error: { kind: 'rejected', status: 400, trackingId: 'c-1', retryAfter: undefined },
    requests: 1,
  },
  '400 about the header': {
    answer: () => json(cjds('BAD_REQUEST', 'Missing or invalid Authorization header'), 400),
    error: { kind: 'unauthorized', status: 400, trackingId: 'c-1', retryAfter: undefined },
    requests: 1,
  },
  '401': {
    answer: () => json({ trackingId: 'gw-1', error: { key: '401', message: [{ description: 'Expired' }] } }, 401),
    error: { kind: 'unauthorized', status: 401, trackingId: 'gw-1', retryAfter: undefined },
    requests: 1,
  },
  '403': {
    answer: () => json({ trackingId: 'gw-2', error: { key: '403', message: [{ description: 'Scope' }] } }, 403),
    error: { kind: 'forbidden', status: 403, trackingId: 'gw-2', retryAfter: undefined },
    requests: 1,
  },
  '404': {
    answer: () => json({ message: 'Person not found' }, 404),
    error: { kind: 'not-found', status: 404, trackingId: undefined, retryAfter: undefined },
    requests: 1,
  },
  '409': {
    answer: () => json(cjds(409, 'Conflict'), 409),
    error: { kind: 'conflict', status: 409, trackingId: 'c-1', retryAfter: undefined },
    requests: 1,
  },
  '429': {
    answer: () => json({ trackingId: 'gw-3' }, 429),
    error: { kind: 'rate-limited', status: 429, trackingId: 'gw-3', retryAfter: undefined },
    requests: 3,
  },
  '429, come back in 7 s': {
    answer: () => json({}, 429, { 'retry-after': '7', trackingid: 'h-1' }),
    error: { kind: 'rate-limited', status: 429, trackingId: 'h-1', retryAfter: 7_000 },
    requests: 3,
  },
  '429, come back in two minutes': {
    answer: () => json({}, 429, { 'retry-after': '120' }),
    error: { kind: 'rate-limited', status: 429, trackingId: undefined, retryAfter: 120_000 },
    requests: 1,
  },
  '500': {
    answer: () => json(cjds('500 INTERNAL_SERVER_ERROR', 'Oops'), 500),
    error: { kind: 'server', status: 500, trackingId: 'c-1', retryAfter: undefined },
    requests: 3,
  },
  '500 with an empty body': {
    answer: () => text('', 500),
    error: { kind: 'server', status: 500, trackingId: undefined, retryAfter: undefined },
    requests: 3,
  },
  '503 with an HTML body': {
    answer: () => text('<h1>Service unavailable</h1>', 503),
    error: { kind: 'server', status: 503, trackingId: undefined, retryAfter: undefined },
    requests: 3,
  },
  'no network': { answer: offline, error: { kind: 'network', ...none }, requests: 3 },
  'no answer in time': { answer: () => undefined, error: { kind: 'network', ...none }, requests: 3 },
  'JSON that breaks off': {
    answer: () => text('{"data":[', 200),
    error: { kind: 'malformed', status: 200, trackingId: undefined, retryAfter: undefined },
    requests: 1,
  },
  'an empty body': {
    answer: () => text('', 200),
    error: { kind: 'malformed', status: 200, trackingId: undefined, retryAfter: undefined },
    requests: 1,
  },
  'an HTML body': {
    answer: () => text('<title>Sign in</title>', 200),
    error: { kind: 'malformed', status: 200, trackingId: undefined, retryAfter: undefined },
    requests: 1,
  },
};

interface Endpoint {
  readonly path: RegExp;
  readonly ask: (source: ReturnType<typeof createWholeCjds>, http: Http) => Promise<unknown>;
  /** Endpoints where a failure has a special meaning. */
  readonly otherwise?: Readonly<
    Record<string, { readonly value: unknown } | { readonly error: Partial<JourneyError> }>
  >;
}

const view = { templateId: 't', attributes: [] };
const profile = { templateName: 'T', attributes: [] };

/** The first signal of a live connection, or the failure that it retries after. */
async function firstOf(signals: AsyncIterable<LiveSignal<unknown>>): Promise<unknown> {
  for await (const signal of signals) {
    if (signal.kind !== 'retrying') return signal.kind;
    if (signal.error !== undefined) throw signal.error;
    return signal;
  }
  return 'over';
}

/** Other contents instead of events are ignored, and the connection ends. */
const opensAndEnds = {
  'JSON that breaks off': { value: 'open' },
  'an empty body': { value: 'open' },
  'an HTML body': { value: 'open' },
};

const endpoints: Readonly<Record<string, Endpoint>> = {
  'list of projects': {
    path: /^\/admin\/v1\/api\/workspace$/,
    ask: (_, http) => findProject(http, never),
    otherwise: {
      '401': { error: { kind: 'project-forbidden', status: 401, trackingId: 'gw-1' } },
      '403': { error: { kind: 'project-forbidden', status: 403, trackingId: 'gw-2' } },
      '404': { error: { kind: 'project-unknown' } },
    },
  },
  history: {
    path: /^\/v1\/api\/events\/workspace-id\/ws$/,
    ask: (source) => all(source.history('a', never)),
    otherwise: { '404': { value: [] } },
  },
  'event stream': {
    path: /^\/v1\/api\/events\/stream\//,
    ask: (source) => firstOf(source.live('a', never)),
    otherwise: opensAndEnds,
  },
  person: {
    path: /^\/admin\/v1\/api\/person\//,
    ask: (source) => source.person(['a'], never),
    otherwise: { '404': { value: { persons: [], address: 'a' } } },
  },
  'list of templates': {
    path: /^\/admin\/v1\/api\/profile-view-template\//,
    ask: (source) => source.profile('p', 'a', never),
    otherwise: { '404': { value: undefined } },
  },
  'profile by person': {
    path: /^\/v1\/api\/progressive-profile-view\/.*\/person-id\//,
    ask: (source) => source.profile('p', 'a', never),
    otherwise: { '403': { value: profile }, '404': { value: profile } },
  },
  'profile by address': {
    path: /^\/v1\/api\/progressive-profile-view\/workspace-id\/ws\/identity\//,
    ask: (source) => source.profile('', 'a', never),
    otherwise: { '404': { value: undefined } },
  },
  'profile stream': {
    path: /^\/v1\/api\/progressive-profile-view\/stream\//,
    ask: (source) => firstOf(source.liveProfile('a', never)),
    otherwise: opensAndEnds,
  },
};

for (const [endpointName, { path, ask, otherwise = {} }] of Object.entries(endpoints)) {
  describe(`a failure of CJDS: ${endpointName}`, () => {
    for (const [failureName, { answer, error, requests }] of Object.entries(failures)) {
      it(`is handled: ${failureName}`, async () => {
        const { wait, reachLimits } = noWaiting();
        let failed = 0;
        const fake = fakeFetch(({ url }) => {
          if (path.test(url.pathname)) {
            failed += 1;
            const given = answer();
            if (given === undefined) queueMicrotask(reachLimits);
            return given;
          }
          const isList = url.pathname.includes('profile-view-template');
          return json({ data: isList ? [{ id: 't', name: 'T' }] : [view] });
        });
        const http = createHttp({
          hosts: ['https://host'],
          token: () => 'secret',
          fetch: fake.fetch,
          wait,
          now: () => now,
        });
        const source = createWholeCjds({ http, projectId: 'ws', now: () => now, wait });

        const outcome = otherwise[failureName] ?? { error };
        if ('value' in outcome) expect(await ask(source, http)).to.deep.equal(outcome.value);
        else {
          const failure = await failureOf(ask(source, http));
          expect(failure).to.be.instanceOf(JourneyError).and.include(outcome.error);
        }
        expect(failed).to.equal(endpointName.endsWith('stream') ? 1 : requests);
      });
    }
  });
}
