import { expect } from '@open-wc/testing';
import type { CloudEvent } from '../../demo/emulator/cloud-event';
import { createEmulator, type Emulator } from '../../demo/emulator/emulator.js';
import { routeNames, type Fault, type RouteName } from '../../demo/emulator/faults.js';
import { emulatorFetch } from '../../demo/emulator/respond.js';
import type { World } from '../../demo/emulator/world.js';
import { demoProjectId, seedDemoWorld } from '../../demo/scenarios/customers.js';
import { checkSetup } from '../../tools/setup/check-setup.js';
import { failed, type Line } from '../../tools/setup/line.js';
import { UnusableSettings, type SetupSettings, type SetupTools } from '../../tools/setup/settings.js';

const anais = '+14155550132';
const organizationId = '0a1b2c3d-0000-4000-8000-000000000001';

interface Tried {
  readonly settings?: Partial<SetupSettings>;
  readonly tools?: Partial<SetupTools>;
  readonly seed?: (world: World, now: number) => void;
  readonly faults?: readonly Fault[];
  readonly before?: (emulator: Emulator) => void;
}

async function check({ settings, tools, seed = seedDemoWorld, faults = [], before }: Tried = {}) {
  const emulator = createEmulator({ seed, heartbeat: 10 });
  faults.forEach((fault) => emulator.faults.add(fault));
  before?.(emulator);
  const answer = emulatorFetch(emulator.handlers);
  const lines: Line[] = [];
  const world = { token: 'supervisor', fetch: answer, now: Date.now, ...tools };
  const asked = { dataCenter: 'produs1', organizationId, customer: anais, listen: 5_000, ...settings };
  for await (const line of checkSetup(asked, world)) lines.push(line);
  return lines;
}

const about = (lines: readonly Line[], what: string) => {
  const line = lines.find((one) => one.about === what);
  if (line === undefined) throw new Error(`no line about ${what}: ${lines.map((one) => one.about).join()}`);
  return line;
};

/** The line for each route, if it fails alone. */
const lineOf: Readonly<Record<RouteName, string>> = {
  events: 'Events',
  'event-stream': 'Event stream',
  person: 'Person',
  template: 'Template',
  profile: 'Profile',
  'profile-stream': 'Profile stream',
  workspace: 'Project',
  publish: 'Publish',
  search: 'Contact records',
};

const statuses: Readonly<Record<number, RegExp>> = {
  401: /the service did not accept the token \(401/,
  403: /the token has no permission \(403/,
  429: /too many requests \(429, retry after 7 s/,
  500: /service error \(500/,
  503: /service error \(503/,
};

describe('the setup check', function () {
  this.timeout(60_000);

  it('passes if everything works, and publishes only when asked to', async () => {
    const lines = await check({ settings: { projectId: demoProjectId } });
    const bad = lines.filter(({ verdict }) => verdict !== 'pass').map(({ about: what }) => what);
    expect(bad, JSON.stringify(lines)).to.deep.equal(['Clock']); // the embedded emulator has no header with its time
    expect(failed(lines)).to.equal(false);
    const published = (world: World) =>
      world
        .project(demoProjectId)
        .events.of()
        .filter(({ event }) => event.type === 'wayline:setup-check').length;
    let quiet: World | undefined;
    let loud: World | undefined;
    await check({ before: ({ world }) => (quiet = world) });
    const delivered = await check({ settings: { publish: true }, before: ({ world }) => (loud = world) });
    expect([published(quiet!), published(loud!)]).to.deep.equal([0, 2]);
    expect(about(delivered, 'Event stream').why).to.equal('It opened and delivered the published events.');
  });

  it('uses the customer of the newest event if none is named', async () => {
    const lines = await check({ settings: { customer: undefined } });
    expect(about(lines, 'Person').why).to.match(/customer of the newest event was found/);
  });

  it('never shows the token or an address', async () => {
    const faults: Fault[] = [{ status: 500, body: 'html' }];
    for (const lines of [await check({ tools: { token: 'secret-4711' } }), await check({ faults })]) {
      expect(JSON.stringify(lines)).not.to.match(/secret-4711|4155550132/);
    }
  });

  for (const route of routeNames) {
    for (const [status, says] of Object.entries(statuses)) {
      it(`reports a ${status} of ${route}`, async () => {
        const faults: Fault[] = [{ route, status: Number(status), ...(status === '429' && { retryAfter: 7 }) }];
        const lines = await check({ faults, settings: { publish: route === 'publish', listen: 300 } });
        const line = about(lines, lineOf[route]);
        expect(line.verdict).to.equal('fail');
        expect(line.why).to.match(says);
        expect(line.mend, 'what mends it').not.to.equal(undefined);
        const others = lines.filter((one) => one.verdict === 'fail' && one.about !== lineOf[route]);
        const related = { person: ['Change persons', 'Merge persons'] }[route as string] ?? [];
        expect(others.map((one) => one.about).filter((name) => !related.includes(name))).to.deep.equal([]);
      });
    }

    it(`reports ${route} without a response`, async () => {
      const lines = await check({
        faults: [{ route, network: true }],
        settings: { publish: route === 'publish', listen: 300 },
      });
      expect(about(lines, 'Journey service').verdict).to.equal('pass');
      expect(about(lines, lineOf[route])).to.include({ verdict: 'fail' });
      expect(about(lines, lineOf[route]).why).to.match(/no response/);
    });
  }

  for (const body of ['cjds', 'gateway', 'empty', 'html'] as const) {
    it(`reports a failure with a body of the kind ${body}`, async () => {
      const lines = await check({ faults: [{ route: 'events', status: 500, body }] });
      expect(about(lines, 'Events').why).to.match(/service error \(500/);
    });
  }

  it('reports a service that does not respond, and sends no more requests', async () => {
    const lines = await check({ faults: [{ network: true }] });
    expect(lines.map(({ about: what, verdict }) => [what, verdict])).to.deep.equal([['Journey service', 'fail']]);
    expect(lines[0]!.mend).to.match(/allow-list/);
  });

  it('reports a service that times out, and a slow one', async () => {
    const late = await check({
      faults: [{ route: 'events', delay: 600_000 }],
      tools: { timeout: 50 },
      settings: { listen: 300 },
    });
    expect(about(late, 'Events').why).to.match(/no response within 0.05 s/);
    let time = Date.now();
    const lines = await check({ tools: { now: () => (time += 3_000) } });
    expect(about(lines, 'Speed').why).to.match(/^Slow: a response of .* took \d+\.\d s/);
  });

  const used = async ({ handlers, faults }: Emulator) => {
    await emulatorFetch(handlers)('https://x.example/admin/v1/api/workspace', {
      headers: { authorization: 'Bearer supervisor' },
    });
    faults.add({ token: 'expired' });
  };

  it('reports a token that has expired, is refused, and one that was never valid', async () => {
    const emulator = createEmulator({ seed: seedDemoWorld });
    await used(emulator);
    const all: Line[] = [];
    const tools = { token: 'supervisor', fetch: emulatorFetch(emulator.handlers), now: Date.now };
    for await (const line of checkSetup({ dataCenter: 'produs1' }, tools)) all.push(line);
    for (const lines of [
      all,
      await check({ faults: [{ status: 401 }] }),
      await check({ tools: { token: 'expired one' } }),
    ]) {
      expect(lines.map(({ about: what }) => what)).to.deep.equal(['Journey service', 'Token', 'Clock']);
      expect(about(lines, 'Token')).to.include({ verdict: 'fail' });
      expect(about(lines, 'Token').why).to.match(/expired/);
    }
  });

  it('reports forbidden, too many requests and failing everywhere on each line', async () => {
    for (const status of [403, 429, 500]) {
      const lines = await check({ faults: [{ status, retryAfter: 7 }], settings: { projectId: demoProjectId } });
      expect(about(lines, 'Events').why).to.match(statuses[status]!);
      expect(failed(lines)).to.equal(true);
    }
  });

  const streams: Readonly<
    Record<string, { readonly fault: Fault; readonly verdict: Line['verdict']; readonly says: RegExp }>
  > = {
    drop: { fault: { stream: 'drop', after: 1 }, verdict: 'fail', says: /the connection broke/ },
    end: { fault: { stream: 'end', after: 1 }, verdict: 'fail', says: /the service closed the connection/ },
    silent: { fault: { stream: 'silent' }, verdict: 'fail', says: /no published event arrived/ },
    duplicate: { fault: { stream: 'duplicate' }, verdict: 'pass', says: /events arrive twice/ },
    reorder: { fault: { stream: 'reorder' }, verdict: 'pass', says: /events arrive out of order/ },
    malformed: { fault: { stream: 'malformed' }, verdict: 'pass', says: /messages could not be read/ },
  };

  for (const [name, { fault, verdict, says }] of Object.entries(streams)) {
    it(`reports a stream with the fault ${name}`, async () => {
      const listen = name === 'silent' ? 300 : 5_000;
      const line = about(await check({ faults: [fault], settings: { publish: true, listen } }), 'Event stream');
      expect(line.why).to.match(says);
      expect(line.verdict).to.equal(verdict);
    });
  }

  it('reports unknown for a stream that stays silent without events', async () => {
    const line = about(await check({ faults: [{ stream: 'silent' }], settings: { listen: 100 } }), 'Event stream');
    expect(line).to.include({ verdict: 'unknown' });
    expect(line.why).to.match(/sent nothing for 0.1 s, not even a heartbeat/);
  });

  it("reports missing permissions of an agent's token, and that agents do not need them", async () => {
    const lines = await check({ tools: { token: 'agent' } });
    expect(about(lines, 'Change persons').verdict).to.equal('pass');
    expect(about(lines, 'Merge persons')).to.include({ verdict: 'fail', optional: true });
    expect(failed(lines)).to.equal(false);
  });

  const event = (time: number): CloudEvent => ({
    ...{ specversion: '1.0', id: '1', type: 'order:shipped', source: 'shop', identity: anais, identitytype: 'phone' },
    ...{ datacontenttype: 'application/json', data: {}, time: new Date(time).toISOString() },
  });
  const project = (world: World, ...subscriptionIds: readonly string[]) =>
    world.addProject({
      id: `p${world.projects().length}`,
      name: `Project ${world.projects().length}`,
      subscriptionIds,
    });

  const worlds: Readonly<
    Record<string, Tried & { readonly what: string; readonly says: RegExp; readonly verdict?: string }>
  > = {
    'an organization without a project': { seed: () => undefined, what: 'Project', says: /no journey project/ },
    'a project without the connector': {
      seed: (world) => project(world),
      what: 'Project',
      says: /No project has its connector on/,
    },
    'a project-id that is none': {
      settings: { projectId: 'x' },
      what: 'Project',
      says: /There is no project x.*connector on/,
    },
    'a project-id whose project has no connector': {
      seed: (world) => [project(world), project(world, 's')],
      settings: { projectId: 'p0' },
      what: 'Project',
      says: /The connector of “Project 0” is off/,
    },
    'several connected projects': {
      seed: (world) => [project(world, 's'), project(world, 't')],
      what: 'Project',
      says: /uses the first. Set project-id to choose another/,
      verdict: 'pass',
    },
    'projects that may not be listed, with project-id': {
      settings: { projectId: demoProjectId },
      faults: [{ route: 'workspace', status: 403 }],
      what: 'Project',
      says: /uses project-id without a check/,
      verdict: 'unknown',
    },
    'a project without a template': { seed: (world) => project(world, 's'), what: 'Template', says: /has no template/ },
    'a template that is none': { settings: { templateId: 'x' }, what: 'Template', says: /no template “x”/ },
    'an unknown customer': {
      settings: { customer: '+19995550199' },
      what: 'Person',
      says: /No person in the project has/,
    },
    'a customer without events': {
      settings: { customer: '+19995550199' },
      what: 'Events',
      says: /This customer has no events. Other customers have/,
      verdict: 'unknown',
    },
    'a project without events': { seed: (world) => project(world, 's'), what: 'Events', says: /no events at all/ },
    'events that are about to be deleted': {
      seed: (world, now) => world.publish(project(world, 's').id, event(now - 400 * 86_400_000)),
      what: 'Events',
      says: /newest event is 400 days old/,
    },
    'another organization': {
      settings: { organizationId: 'x' },
      what: 'Organization',
      says: /to organization 0a1b2c3d.*, not to x/,
    },
  };

  for (const [name, { what, says, verdict = 'fail', ...tried }] of Object.entries(worlds)) {
    it(`reports ${name}`, async () => {
      const line = about(await check({ ...tried, settings: { listen: 300, ...tried.settings } }), what);
      expect(line.why).to.match(says);
      expect(line.verdict).to.equal(verdict);
    });
  }

  it('reports a wrong clock', async () => {
    const emulator = createEmulator({ seed: seedDemoWorld });
    const answer = emulatorFetch(emulator.handlers);
    const ahead = async (...request: Parameters<typeof fetch>) => {
      const response = await answer(...request);
      const headers = new Headers(response.headers);
      headers.set('date', new Date(Date.now() + 600_000).toUTCString());
      return new Response(response.body, { status: response.status, headers });
    };
    const line = about(await check({ tools: { fetch: ahead } }), 'Clock');
    expect(line.verdict).to.equal('fail');
    expect(line.why).to.match(/clock is (599|600|601) s behind/);
  });

  it('sends no request if the settings name no host', async () => {
    for (const settings of [{ dataCenter: 'nowhere' }, { baseUrl: 'http://journeys.example.com' }]) {
      let error: unknown;
      await check({ settings }).catch((thrown: unknown) => (error = thrown));
      expect(error).to.be.instanceOf(UnusableSettings);
    }
  });
});
