import { expect } from '@open-wc/testing';
import { createEmulator, type EmulatorOptions } from '../../../demo/emulator/emulator.js';
import { emulatorFetch } from '../../../demo/emulator/respond.js';
import { readAddress } from '../../../src/domain/address/address.js';
import { JourneyError } from '../../../src/domain/base/journey-error.js';
import type { JourneyEvent } from '../../../src/domain/event/event.js';
import type { CjdsOptions } from '../../../src/sources/cjds/cjds-source.js';
import { hostsOf, regionOf } from '../../../src/sources/cjds/data-center.js';
import { findProject } from '../../../src/sources/cjds/find-project.js';
import { createHttp } from '../../../src/sources/http/http.js';
import type { LiveSignal } from '../../../src/sources/journey-source.js';
import { settled } from '../../support/channel.js';
import { all, failureOf, fakeFetch, handFed, json, noWaiting, offline, type Asked } from '../../support/fake-fetch.js';
import { waitUntil } from '../../support/wait-until.js';
import { createWholeCjds } from '../../support/cjds.js';

const never = new AbortController().signal;
const now = Date.parse('2026-11-20T10:00:00Z');
const address = '+15550100123';

type Answer = Parameters<typeof fakeFetch>[0];

function setUp(answer: Answer, options: Partial<CjdsOptions> = {}) {
  const fake = fakeFetch(answer);
  const { wait, waits } = noWaiting();
  const http = createHttp({ hosts: ['https://host'], token: () => 'secret', fetch: fake.fetch, wait });
  const source = createWholeCjds({ http, projectId: 'ws 1', now: () => now, wait, random: () => 1, ...options });
  return { http, source, asked: fake.asked, waits };
}

const pathOf = ({ url }: Asked): string => url.href.slice('https://host'.length);
const pageOf = ({ url }: Asked): number => Number(url.searchParams.get('page'));
const notFound = (): Response => json({ message: 'Not found' }, 404);

const event = (n: number) => ({
  id: `e${n}`,
  type: 'task:new',
  source: 'wxcc',
  time: new Date(now - n * 60_000).toISOString(),
  identity: address,
  identitytype: 'phone',
  data: { taskId: `t${n}` },
});

const idsOf = (pages: readonly (readonly JourneyEvent[])[]): readonly string[] => pages.flat().map(({ id }) => id);

describe('history', () => {
  it('requests one customer in one project, encoded once', async () => {
    const { source, asked } = setUp(notFound);
    expect(await all(source.history(address, never))).to.deep.equal([]);
    expect(asked.map(pathOf)).to.deep.equal([
      '/v1/api/events/workspace-id/ws%201?identity=%2B15550100123&page=0&pageSize=100',
    ]);
  });

  /** A service with `count` events: its first page has number `base`, and pages have at most `cap` events. */
  const service =
    (
      count: number,
      { base = 0, cap = 100, clamps = false, pageless = false, beyond = 200, page0 = 'first', resultCount = 'none' },
    ) =>
    (request: Asked): Response => {
      const last = Math.max(0, Math.ceil(count / cap) - 1);
      const asked = pageOf(request);
      if (base === 1 && asked === 0 && page0 === 'empty') return json({ data: [] });
      let page = Math.max(0, asked - base);
      if (clamps) page = Math.min(page, last);
      const events = Array.from({ length: count }, (_, n) => event(n));
      if (pageless) return json({ data: events });
      const data = events.slice(page * cap, (page + 1) * cap);
      const counts: Record<string, number> = { page: data.length, total: count, nothing: 0 };
      return data.length === 0 && beyond === 404
        ? notFound()
        : json({ meta: { resultCount: counts[resultCount] }, data });
    };

  const services: readonly (readonly [string, Parameters<typeof service>[1]])[] = [
    ['counts pages from 0', {}],
    ['counts pages from 1, page 0 being page 1', { base: 1 }],
    ['counts pages from 1, page 0 being empty', { base: 1, page0: 'empty' }],
    ['caps pages at 7', { cap: 7 }],
    ['caps pages at 7 and counts from 1', { cap: 7, base: 1 }],
    ['answers 404 beyond the end', { beyond: 404, cap: 50 }],
    ['answers 404 beyond the end and counts from 1', { beyond: 404, base: 1 }],
    ['repeats the last page for ever', { clamps: true, cap: 30 }],
    ['repeats the last page for ever and counts from 1', { clamps: true, cap: 30, base: 1 }],
    ['does not page at all', { pageless: true }],
    ['counts the page in resultCount', { resultCount: 'page' }],
    ['counts all events in resultCount', { resultCount: 'total', cap: 30 }],
    ['counts nothing in resultCount', { resultCount: 'nothing' }],
  ];
  for (const [name, habits] of services) {
    it(`yields every event once, and ends, when the service ${name}`, async () => {
      for (const count of [0, 1, 6, 7, 8, 14, 99, 100, 101, 200, 230]) {
        const { source, asked } = setUp(service(count, habits));
        const ids = idsOf(await all(source.history(address, never)));
        expect(ids, `${count} events`).to.deep.equal(Array.from({ length: count }, (_, n) => `e${n}`));
        const fewest = Math.ceil(count / (habits.cap ?? 100));
        expect(asked.length, `requests for ${count} events`).to.be.at.most(fewest + 3);
      }
    });
  }

  it('ends at an empty page', async () => {
    const { source, asked } = setUp(service(100, {}));
    await all(source.history(address, never));
    expect(asked.map(pageOf)).to.deep.equal([0, 1]);
  });

  it('ends with a page longer than asked for, as the whole list', async () => {
    const { source, asked } = setUp(service(101, { pageless: true }));
    await all(source.history(address, never));
    expect(asked).to.have.length(1);
  });

  it('yields each page as it arrives, and requests no more than is read', async () => {
    const { source, asked } = setUp(service(300, {}));
    for await (const page of source.history(address, never)) {
      expect(page).to.have.length(100);
      break;
    }
    expect(asked).to.have.length(1);
  });

  it('continues when new events move the others to later pages', async () => {
    const all300 = Array.from({ length: 300 }, (_, n) => event(n));
    const { source } = setUp((request) => {
      const page = pageOf(request);
      // A hundred events arrived between two pages: the second page is the first one again.
      const from = page === 0 ? 0 : (page - 1) * 100;
      return json({ data: all300.slice(from, from + 100) });
    });
    expect(idsOf(await all(source.history(address, never)))).to.have.length(300);
  });

  it('ends when a service without pages sends its events in another order each time', async () => {
    const { source, asked } = setUp((_, count) => {
      const events = Array.from({ length: 7 }, (__, n) => event((n + count) % 7));
      return json({ data: events });
    });
    expect(idsOf(await all(source.history(address, never)))).to.have.length(7);
    expect(asked).to.have.length(6);
  });

  it('ends even if the service never ends its list', async () => {
    const { source, asked } = setUp((request) => json({ data: [event(pageOf(request))] }));
    await all(source.history(address, never));
    expect(asked).to.have.length(2000);
  });

  it('keeps events apart that share an ID, and yields each once if pages repeat', async () => {
    const data = [event(1), { ...event(1), type: 'task:ended' }, event(1)];
    const { source } = setUp((request) => json({ data: pageOf(request) === 0 ? data : [] }));
    expect((await all(source.history(address, never))).flat().map(({ type }) => type)).to.deep.equal([
      'task:new',
      'task:ended',
    ]);
  });

  it('rejects at a failed page, after the pages before it', async () => {
    const { source } = setUp((request) => (pageOf(request) === 0 ? service(300, {})(request) : json({}, 403)));
    const history = source.history(address, never)[Symbol.asyncIterator]();
    expect((await history.next()).value).to.have.length(100);
    expect(await failureOf(history.next())).to.include({ kind: 'forbidden' });
  });

  it('ends without an error when aborted', async () => {
    const controller = new AbortController();
    const { source } = setUp(() => {
      queueMicrotask(() => controller.abort());
      return undefined;
    });
    expect(await all(source.history(address, controller.signal))).to.deep.equal([]);
  });

  it('sends no request without a customer: the service would answer for all customers', async () => {
    for (const nobody of ['', ' ']) {
      const { source, asked } = setUp(() => json({ data: [event(1)] }));
      expect(await failureOf(all(source.history(nobody, never)))).to.include({ kind: 'rejected' });
      expect(await failureOf(all(source.live(nobody, never)))).to.include({ kind: 'rejected' });
      expect(await failureOf(source.person([nobody], never))).to.include({ kind: 'rejected' });
      expect(asked).to.have.length(0);
    }
  });
});

describe('person', () => {
  const person = { id: 'p1', phone: [address] };

  const path = '/admin/v1/api/person/workspace-id/ws%201/aliases/';
  const holding = (id: string, ...phone: readonly string[]) => ({ id, phone });

  it('is requested once by all forms, E.164 first, each encoded once', async () => {
    const { source, asked } = setUp(() => json({ data: [person] }));
    const form = '+44 (0)20 7946 0000';
    await source.person(readAddress(form)!.candidates, never);
    await source.person(['a/b@c?d', 'e,f%'], never);
    expect(asked.map(pathOf)).to.deep.equal([
      `${path}%2B442079460000,442079460000,%2B44%20(0)20%207946%200000`,
      `${path}a%2Fb%40c%3Fd,e%2Cf%25`,
    ]);
  });

  it('is matched by the first form that a person has', async () => {
    const matched = async (...persons: readonly object[]) => {
      const { source } = setUp(() => json({ data: persons }));
      return source.person(['+1555', '1555', '(1) 555'], never);
    };
    expect((await matched(holding('a', '1555', '+1555'))).address).to.equal('+1555');
    expect((await matched(holding('a', '(1) 555'), holding('b', '1555'))).address).to.equal('1555');
    expect((await matched(holding('a', '555'))).address).to.equal('+1555');
  });

  it('is several persons if two have the number in different formats', async () => {
    const { source } = setUp(() => json({ data: [holding('a', '1555'), holding('b', '+1555')] }));
    const match = await source.person(['+1555', '1555'], never);
    expect(match.persons.map(({ id }) => id)).to.deep.equal(['a', 'b']);
    expect(match.address).to.equal('+1555');
  });

  it('is undefined if no candidate is known', async () => {
    expect(await setUp(notFound).source.person(['a', 'b'], never)).to.deep.equal({ persons: [], address: 'a' });
  });

  it('is undefined, without a request, if there is no candidate', async () => {
    const { source, asked } = setUp(() => json({ data: [person] }));
    expect(await source.person([], never)).to.deep.equal({ persons: [], address: '' });
    expect(asked).to.have.length(0);
  });

  it('is searched by each form alone if the service rejects them together, and all persons are found', async () => {
    const { source, asked } = setUp(({ url }) => {
      const forms = url.pathname.split('/').at(-1) ?? '';
      if (forms.includes(',') || forms === 'odd') return json({}, 400);
      if (forms === 'unknown') return notFound();
      return json({ data: [person, holding(`only ${forms}`, forms)] });
    });
    const match = await source.person(['odd', '..', 'unknown', 'b', 'c'], never);
    expect(match.persons.map(({ id }) => id)).to.deep.equal(['p1', 'only b', 'only c']);
    expect(match.address).to.equal('b');
    expect(asked.map(pathOf)).to.deep.equal(['odd', 'unknown', 'b', 'c'].map((form) => `${path}${form}`));
    await source.person(['b', 'c'], never);
    expect(asked.slice(4).map(pathOf)).to.deep.equal(['b,c', 'b', 'c'].map((form) => `${path}${form}`));
  });

  it('is undefined, by the first address that the service accepts, if it rejects others', async () => {
    const { source } = setUp(({ url }) => (url.pathname.includes('odd') ? json({}, 400) : notFound()));
    expect(await source.person(['odd', 'b', 'c'], never)).to.deep.equal({ persons: [], address: 'b' });
    expect(await failureOf(source.person(['odd', '..'], never))).to.include({ kind: 'rejected', status: 400 });
  });

  it('rejects with any other error than not found and rejected, without more requests', async () => {
    const { source, asked } = setUp(() => json({}, 403));
    expect(await failureOf(source.person(['a', 'b'], never))).to.include({ kind: 'forbidden' });
    expect(asked).to.have.length(1);
  });

  for (const dots of ['.', '..']) {
    it(`does not let "${dots}" change the URL to all customers' data`, async () => {
      const { source, asked } = setUp(() => json({ data: [person] }));
      expect(await failureOf(source.person([dots], never))).to.include({ kind: 'rejected' });
      expect(asked).to.have.length(0);
    });
  }
});

describe('profile', () => {
  const view = {
    personId: 'p',
    templateId: 't',
    attributes: [{ queryTemplate: { displayName: 'Calls' }, result: '2' }],
  };
  const calls = {
    label: 'Calls',
    value: '2',
    error: undefined,
    query: { aggregation: '', type: '', field: '', limit: 0 },
  };
  const standard = { id: 't-default', name: 'journey-default-template' };
  const others = [
    { id: 't-1', name: 'One' },
    { id: 't-2', name: 'Two' },
  ];

  /** A service with these templates; `views` answers for profile views. */
  const service =
    (
      templates: Response | readonly object[],
      views: (request: Asked) => Response = () => json({ data: [view] }),
    ): Answer =>
    (request) => {
      if (!request.url.pathname.includes('template/workspace-id')) return views(request);
      if (templates instanceof Response) return templates.clone();
      return json({ data: pageOf(request) === 0 ? templates : [] });
    };

  const viewsOf = (asked: readonly Asked[]) => asked.map(pathOf).filter((path) => path.includes('profile-view/'));

  const choices: readonly (readonly [string, string | undefined, readonly object[], string | undefined])[] = [
    ['the configured one by id', 't-2', [standard, ...others], 'Two'],
    ['the configured one by name', 'Two', [standard, ...others], 'Two'],
    ['the default without configuration', undefined, [...others, standard], standard.name],
    ['the default with an empty configuration', '', [...others, standard], standard.name],
    ['the default when the configured one does not exist', 'gone', [...others, standard], standard.name],
    ['the first without a default', undefined, others, 'One'],
    ['the first when neither exists', 'gone', others, 'One'],
    ['none when there is none', 't-1', [], undefined],
  ];
  for (const [name, templateId, templates, expected] of choices) {
    it(`uses ${name}`, async () => {
      const { source } = setUp(service(templates), { templateId });
      expect((await source.profile('p1', address, never))?.templateName).to.equal(expected);
    });
  }

  it('finds a template beyond the first page', async () => {
    const many = Array.from({ length: 130 }, (_, n) => ({ id: `t${n}`, name: `Template ${n}` }));
    const { source, asked } = setUp(
      (request) => {
        const page = pageOf(request);
        return request.url.pathname.startsWith('/admin')
          ? json({ data: many.slice(page * 100, page * 100 + 100) })
          : json({ data: [view] });
      },
      { templateId: 'Template 120' },
    );
    expect((await source.profile('p1', address, never))?.templateName).to.equal('Template 120');
    expect(viewsOf(asked)[0]).to.match(/template-id\/t120$/);
  });

  it('uses the configured template unchecked if templates may not be listed', async () => {
    const { source, asked } = setUp(service(json({}, 403)), { templateId: 'My template' });
    expect((await source.profile('p1', address, never))?.templateName).to.equal('My template');
    expect(viewsOf(asked)).to.deep.equal([
      '/v1/api/progressive-profile-view/workspace-id/ws%201/person-id/p1/template-id/My%20template',
    ]);
    const unconfigured = setUp(service(json({}, 403)));
    expect(await failureOf(unconfigured.source.profile('p1', address, never))).to.include({ kind: 'forbidden' });
    const signedOut = setUp(service(json({}, 401)), { templateId: 'My template' });
    expect(await failureOf(signedOut.source.profile('p1', address, never))).to.include({ kind: 'unauthorized' });
  });

  it('has no template if the service has no list', async () => {
    expect(await setUp(service(notFound())).source.profile('p1', address, never)).to.equal(undefined);
  });

  it('reads the list once for all requests, and again after a failure', async () => {
    let failing = true;
    const lists = (asked: readonly Asked[]) => asked.filter(({ url }) => url.pathname.startsWith('/admin')).length;
    const { source, asked } = setUp((request, count) =>
      failing && request.url.pathname.startsWith('/admin') ? json({}, 400) : service([standard])(request, count),
    );
    await failureOf(source.profile('p1', address, never));
    expect(lists(asked)).to.equal(1);
    failing = false;
    await Promise.all([source.profile('p1', address, never), source.profile('p2', address, never)]);
    await source.profile('p3', address, never);
    expect(lists(asked)).to.equal(2);
  });

  it('is requested by person', async () => {
    const { source, asked } = setUp(service([standard]));
    expect(await source.profile('p1', address, never)).to.deep.equal({
      templateName: standard.name,
      attributes: [calls],
    });
    expect(viewsOf(asked)).to.deep.equal([
      '/v1/api/progressive-profile-view/workspace-id/ws%201/person-id/p1/template-id/t-default',
    ]);
  });

  for (const status of [403, 404]) {
    it(`is requested by address if the request by person fails with ${status}`, async () => {
      const { source, asked } = setUp(
        service([standard], ({ url }) =>
          url.pathname.includes('person-id') ? json({}, status) : json({ data: [view] }),
        ),
      );
      expect((await source.profile('p1', address, never))?.attributes).to.have.length(1);
      expect(viewsOf(asked)[1]).to.equal(
        '/v1/api/progressive-profile-view/workspace-id/ws%201/identity/%2B15550100123/template-id/t-default',
      );
    });
  }

  it('is requested by address without a person', async () => {
    const { source, asked } = setUp(service([standard]));
    await source.profile('', address, never);
    expect(viewsOf(asked)).to.have.length(1);
    expect(viewsOf(asked)[0]).to.contain('/identity/');
  });

  it('is undefined if neither request finds one, and rejects with any other error', async () => {
    const gone = setUp(service([standard], notFound));
    expect(await gone.source.profile('p1', address, never)).to.equal(undefined);
    const refused = setUp(service([standard], () => json({}, 403)));
    expect(await failureOf(refused.source.profile('p1', address, never))).to.include({ kind: 'forbidden' });
    const signedOut = setUp(service([standard], () => json({}, 401)));
    expect(await failureOf(signedOut.source.profile('p1', address, never))).to.include({ kind: 'unauthorized' });
    expect(viewsOf(signedOut.asked)).to.have.length(1);
  });

  it('arrives live, without an envelope, for the same template', async () => {
    const line = handFed();
    const controller = new AbortController();
    const { source, asked } = setUp(service([standard], () => new Response(line.body)));
    const profiles = source.liveProfile(address, controller.signal)[Symbol.asyncIterator]();
    expect((await profiles.next()).value).to.deep.equal({ kind: 'open' });
    expect(viewsOf(asked)).to.deep.equal([
      '/v1/api/progressive-profile-view/stream/workspace-id/ws%201/identity/%2B15550100123/template-id/t-default',
    ]);
    line.send(`: heartbeat\n\ndata: ping\n\ndata: {broken\n\ndata: ${JSON.stringify(view)}\n\n`);
    const { value } = (await profiles.next()) as { value: LiveSignal<unknown> };
    expect(value).to.deep.equal({
      kind: 'message',
      value: { templateName: standard.name, attributes: [calls] },
    });
    controller.abort();
    expect((await profiles.next()).done).to.equal(true);
  });

  it('ends its live connection without an error if there is no template, and retries if the list fails', async () => {
    expect(await all(setUp(service([])).source.liveProfile(address, never))).to.deep.equal([]);
    const controller = new AbortController();
    const { source } = setUp(offline);
    for await (const signal of source.liveProfile(address, controller.signal)) {
      expect(signal).to.include({ kind: 'retrying', inMs: 1000 });
      controller.abort();
    }
  });
});

describe('live', () => {
  it('connects with the token in the header and reads one event per message', async () => {
    const line = handFed();
    const controller = new AbortController();
    const { source, asked } = setUp(() => new Response(line.body), { organizationId: 'org' });
    const live = source.live(address, controller.signal)[Symbol.asyncIterator]();
    expect((await live.next()).value).to.deep.equal({ kind: 'open' });
    expect(asked.map(pathOf)).to.deep.equal(['/v1/api/events/stream/workspace-id/ws%201/identity/%2B15550100123']);
    expect(asked[0]?.headers.get('authorization')).to.equal('Bearer secret');

    const { time: _, ...timeless } = event(1);
    const streamed = { ...timeless, datacontenttype: 'string', data: JSON.stringify({ taskId: 't1' }) };
    line.send(`: heartbeat\n\ndata:\n\ndata: ping\n\ndata: ${JSON.stringify(streamed)}\n\ndata: {"id":"cut\n\n`);
    const first = (await live.next()) as { value: { value: JourneyEvent } };
    expect(first.value.value).to.include({ id: 'e1', time: now, timeFrom: 'received', readable: true });
    expect(first.value.value.data).to.deep.equal({ taskId: 't1' });
    const second = (await live.next()) as { value: { value: JourneyEvent } };
    expect(second.value.value).to.include({ readable: false, raw: '{"id":"cut' });

    controller.abort();
    expect((await live.next()).done).to.equal(true);
    await settled();
    expect(line.cancelled).to.equal(true);
  });

  it('has token and organization in the URL only for hosts that read them there', async () => {
    for (const [organizationId, search] of [
      ['org 1', '?organizationId=org%201&bearerToken=secret'],
      [undefined, '?bearerToken=secret'],
    ]) {
      const controller = new AbortController();
      const { source, asked } = setUp(() => new Response(handFed().body), { organizationId, streamAuth: 'query' });
      await source.live(address, controller.signal)[Symbol.asyncIterator]().next();
      expect(asked[0]?.url.search).to.equal(search);
      expect(asked[0]?.headers.has('authorization')).to.equal(false);
      await failureOf(all(source.history(address, AbortSignal.abort())));
      controller.abort();
    }
  });

  it('has no token in any other URL, with either kind of streams', async () => {
    const answer = { data: [{ id: 't', templateId: 't' }] };
    const { source, asked } = setUp(() => json(answer), { organizationId: 'org', streamAuth: 'query' });
    await all(source.history(address, never));
    await source.person([address], never);
    await source.profile('p', address, never);
    for (const part of ['/events/', '/aliases/', '/profile-view-template/', '/person-id/']) {
      expect(asked.map(pathOf).join()).to.contain(part);
    }
    for (const { url, headers } of asked) {
      expect(url.href).not.to.match(/secret|organizationId/);
      expect(headers.get('authorization')).to.equal('Bearer secret');
    }
  });

  it('closes a connection whose reader stops before the first message', async () => {
    for (const leaves of ['return', 'abort'] as const) {
      const line = handFed();
      const controller = new AbortController();
      const { source } = setUp(() => new Response(line.body));
      const live = source.live(address, controller.signal)[Symbol.asyncIterator]();
      expect((await live.next()).value).to.deep.equal({ kind: 'open' });
      if (leaves === 'return') await live.return?.();
      else controller.abort();
      await settled();
      expect(line.cancelled, leaves).to.equal(true);
    }
  });

  it('reads the same events wherever the bytes are split', async () => {
    const frames = [
      '\uFEFF: hello',
      `data: ${JSON.stringify({ ...event(1), data: { name: 'Zoë ☃ 😀' } })}`,
      '',
      ': beat',
      'data:',
      '',
      'data: ping',
      '',
      `data: ${JSON.stringify(event(2))}`,
      '',
      'data: {"id":"never finished',
      '',
      '',
    ];
    const bytes = new TextEncoder().encode(frames.join('\r\n'));
    const read = async (cut: number) => {
      const { source } = setUp(() => {
        const line = handFed();
        line.sendBytes(bytes.subarray(0, cut));
        line.sendBytes(bytes.subarray(cut));
        line.end();
        return new Response(line.body);
      });
      const events: JourneyEvent[] = [];
      for await (const signal of source.live(address, never)) {
        if (signal.kind === 'message') events.push(signal.value);
        if (signal.kind === 'retrying') break;
      }
      return events;
    };
    const whole = await read(0);
    expect(whole.map(({ id, readable }) => [id, readable])).to.deep.equal([
      ['e1', true],
      ['e2', true],
      ['', false],
    ]);
    expect(whole[0]?.data).to.deep.equal({ name: 'Zoë ☃ 😀' });
    for (let cut = 1; cut <= bytes.length; cut++) expect(await read(cut), `cut at ${cut}`).to.deep.equal(whole);
  });

  it('keeps the connection when the token is renewed, and uses the new token for the next', async () => {
    let token = 'old';
    const lines = [handFed(), handFed()];
    const fake = fakeFetch((_, count) => new Response(lines[count - 1]?.body ?? null));
    const { wait } = noWaiting();
    const http = createHttp({ hosts: ['https://host'], token: () => token, fetch: fake.fetch, wait });
    const controller = new AbortController();
    const live = createWholeCjds({ http, projectId: 'ws', wait }).live(address, controller.signal);
    const signals = live[Symbol.asyncIterator]();
    expect((await signals.next()).value).to.deep.equal({ kind: 'open' });
    for (let n = 0; n < 1000; n++) {
      token = `new ${n}`;
      lines[0]?.send(`data: ${JSON.stringify(event(n))}\n\n`);
      const { value } = (await signals.next()) as { value: { value: JourneyEvent } };
      expect(value.value.id).to.equal(`e${n}`);
    }
    expect(fake.asked).to.have.length(1);
    lines[0]?.cut();
    expect((await signals.next()).value).to.include({ kind: 'retrying' });
    expect((await signals.next()).value).to.deep.equal({ kind: 'open' });
    expect(fake.asked.map(({ headers }) => headers.get('authorization'))).to.deep.equal([
      'Bearer old',
      'Bearer new 999',
    ]);
    controller.abort();
  });

  it('throws if the token is refused', async () => {
    const { source } = setUp(() => json({}, 401));
    expect(await failureOf(all(source.live(address, never)))).to.include({ kind: 'unauthorized', status: 401 });
  });
});

describe('findProject', () => {
  const project = (id: string, ...wxccSubscriptionIds: string[]) => ({ id, name: id, wxccSubscriptionIds });

  it('returns the first project with the contact-center connector, and reads no more pages', async () => {
    const { http, asked } = setUp(() => json({ data: [project('a'), project('b', 's1'), project('c', 's2')] }));
    expect(await findProject(http, never)).to.equal('b');
    expect(asked.map(pathOf)).to.deep.equal(['/admin/v1/api/workspace?page=0&pageSize=100']);
  });

  it('finds a project on a later page, with any number of the first page', async () => {
    for (const base of [0, 1]) {
      const { http } = setUp((request) => {
        const page = Math.max(0, pageOf(request) - base);
        return json({ data: page > 3 ? [] : [project(`p${page}`, ...(page === 3 ? ['s'] : []))] });
      });
      expect(await findProject(http, never)).to.equal('p3');
    }
  });

  for (const status of [401, 403]) {
    it(`throws project-forbidden after a ${status}`, async () => {
      const { http } = setUp(() => json({ trackingId: 't-1' }, status));
      const failure = await failureOf(findProject(http, never));
      expect(failure).to.be.instanceOf(JourneyError);
      expect(failure).to.include({ kind: 'project-forbidden', status, trackingId: 't-1' });
    });
  }

  for (const [name, answer] of [
    ['404', notFound],
    ['no projects', () => json({ data: [] })],
    ['no connected project', () => json({ data: [project('a')] })],
  ] as const) {
    it(`throws project-unknown after ${name}`, async () => {
      expect(await failureOf(findProject(setUp(answer).http, never))).to.include({ kind: 'project-unknown' });
    });
  }

  it('throws every other error unchanged', async () => {
    expect(await failureOf(findProject(setUp(offline).http, never))).to.include({ kind: 'network' });
    const noToken = createHttp({ hosts: ['https://host'], token: () => undefined });
    expect(await failureOf(findProject(noToken, never))).to.include({ kind: 'unauthorized' });
    expect(await failureOf(findProject(noToken, AbortSignal.abort('left')))).to.equal('left');
  });
});

describe('hostsOf', () => {
  const gateway = (region: string) => `https://api.wxcc-${region}.cisco.com`;
  const journey = (name: string) => `https://api-jds.wxdap-${name}.webex.com`;
  const known: Readonly<Record<string, readonly string[]>> = {
    produs1: [gateway('us1'), journey('produs1')],
    prodeu1: [gateway('eu1'), journey('prodeu1')],
    prodeu2: [gateway('eu2'), journey('prodeu2')],
    prodanz1: [gateway('anz1')],
    prodca1: [gateway('ca1')],
    prodjp1: [gateway('jp1')],
    prodsg1: [gateway('sg1')],
    prodin1: [gateway('in1')],
    loadus1: ['https://api.loadus1.cisco.com'],
    load: [journey('stgus1')],
    qaus1: ['https://api.qaus1.ciscoccservice.com', journey('stgus1')],
    appstaging: [journey('stgus1')],
    intgus1: ['https://api.intgus1.ciscoccservice.com', journey('devus1')],
    devus1: [journey('devus1')],
  };
  for (const [dataCenter, hosts] of Object.entries(known)) {
    it(`knows ${dataCenter}, with the journey host first for tokens in the URL`, () => {
      expect(hostsOf(dataCenter, undefined, 'header')).to.deep.equal(hosts);
      expect(hostsOf(` ${dataCenter.toUpperCase()} `, '', 'header')).to.deep.equal(hosts);
      expect(hostsOf(dataCenter, undefined, 'query')).to.deep.equal([...hosts].reverse());
    });
  }

  for (const dataCenter of [undefined, '', 'prodxx9', 'prod', 'us1', 'constructor', 'produs1.evil.example']) {
    it(`throws for ${JSON.stringify(dataCenter)}: hosts of another region are never tried`, () => {
      expect(() => hostsOf(dataCenter, undefined, 'header'))
        .to.throw(JourneyError)
        .with.property('kind', 'host-unknown');
    });
  }

  const accepted: readonly (readonly [string, string])[] = [
    ['https://proxy.example', 'https://proxy.example'],
    [' https://Proxy.example:8443/cjds/ ', 'https://proxy.example:8443/cjds'],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://127.0.0.1:8787/', 'http://127.0.0.1:8787'],
    ['http://127.8.9.10', 'http://127.8.9.10'],
    ['http://127.1', 'http://127.0.0.1'],
    ['http://[::1]:8787/a/b//', 'http://[::1]:8787/a/b'],
    ['http://[0:0:0:0:0:0:0:1]', 'http://[::1]'],
  ];
  for (const [baseUrl, host] of accepted) {
    it(`uses ${baseUrl} instead of the data center's hosts`, () => {
      expect(hostsOf('produs1', baseUrl, 'header')).to.deep.equal([host]);
      expect(hostsOf(undefined, baseUrl, 'query')).to.deep.equal([host]);
    });
  }

  const refused = [
    'http://proxy.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://128.0.0.1',
    'http://[::2]',
    'https://user:password@proxy.example',
    'https://user@proxy.example',
    'https://proxy.example?x=1',
    'https://proxy.example#x',
    'ws://localhost',
    'ftp://localhost',
    'javascript:alert(1)',
    'data:text/plain,x',
    'proxy.example',
    '/proxy',
    'https://',
  ];
  for (const baseUrl of refused) {
    it(`sends no token to ${baseUrl}`, () => {
      expect(() => hostsOf('produs1', baseUrl, 'header'))
        .to.throw(JourneyError)
        .with.property('kind', 'host-refused');
    });
  }
});

describe('regionOf', () => {
  it('returns the country of a data center, and undefined if its customers are in several countries', () => {
    const regions = { us: 'US', eu: 'GB', anz: 'AU', ca: 'CA', jp: 'JP', sg: 'SG', in: 'IN' };
    for (const [name, region] of Object.entries(regions)) expect(regionOf(` PROD${name}1 `)).to.equal(region);
    for (const name of ['prodeu2', 'qaus1', 'unknown', '', undefined]) expect(regionOf(name)).to.equal(undefined);
  });
});

describe('against the emulator', () => {
  const projectId = '65f0c0ffee0123456789abcd';

  function connect(options: EmulatorOptions = {}) {
    const emulator = createEmulator({ now: () => now, ...options });
    const { persons, templates } = emulator.world.addProject({ id: projectId, name: 'Sales', subscriptionIds: ['s'] });
    templates.set('t-1', { id: 't-1', name: 'journey-default-template', attributes: [] });
    persons.create({ firstName: 'Ann', lastName: 'Berg', aliases: [{ type: 'phone', value: address }] });
    const { wait } = noWaiting();
    const http = createHttp({
      hosts: ['https://api.example'],
      token: () => 'secret',
      fetch: emulatorFetch(emulator.handlers),
      wait,
    });
    return { ...emulator, http, source: createWholeCjds({ http, projectId, now: () => now, wait }) };
  }

  for (const pageBase of [0, 1] as const) {
    for (const maxPageSize of [7, 1000]) {
      for (const order of ['newest', 'oldest'] as const) {
        it(`reads a history of 150 events (first page ${pageBase}, at most ${maxPageSize} a page, ${order} first)`, async () => {
          const { world, source } = connect({ pageBase, maxPageSize, order });
          for (let n = 0; n < 150; n++) world.publish(projectId, event(n));
          const ids = idsOf(await all(source.history(address, never)));
          expect(ids).to.have.members(Array.from({ length: 150 }, (_, n) => `e${n}`));
        });
      }
    }
  }

  it('finds project, person and profile', async () => {
    const { http, source } = connect();
    expect(await findProject(http, never)).to.equal(projectId);
    const { persons } = await source.person([address], never);
    expect(persons).to.have.length(1);
    expect(persons[0]).to.include({ firstName: 'Ann', lastName: 'Berg' });
    const profile = await source.profile(persons[0]?.id ?? '', address, never);
    expect(profile).to.deep.equal({ templateName: 'journey-default-template', attributes: [] });
    expect((await source.person(['+1999'], never)).persons).to.deep.equal([]);
  });

  it('streams live events, reconnects after a broken connection, and closes what it opened', async () => {
    const { world, faults, streams, source } = connect();
    const controller = new AbortController();
    const signals: LiveSignal<JourneyEvent>[] = [];
    const listening = (async () => {
      for await (const signal of source.live(address, controller.signal)) signals.push(signal);
    })();
    const opened = (times: number) => () => signals.filter(({ kind }) => kind === 'open').length === times;
    const ids = () => signals.flatMap((signal) => (signal.kind === 'message' ? [signal.value.id] : []));
    await waitUntil(opened(1));
    world.publish(projectId, event(1));
    await waitUntil(() => ids().length === 1);
    faults.add({ stream: 'drop' });
    await waitUntil(opened(2));
    world.publish(projectId, event(2));
    await waitUntil(() => ids().length === 2);
    expect(ids()).to.deep.equal(['e1', 'e2']);
    controller.abort();
    await listening;
    await waitUntil(() => streams.list().length === 0);
  });
});
