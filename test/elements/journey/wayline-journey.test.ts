import { expect, fixture, html } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import { createEmulator, type Emulator } from '../../../demo/emulator/emulator.js';
import { emulatorFetch } from '../../../demo/emulator/respond.js';
import { demoProjectId, seedDemoWorld } from '../../../demo/scenarios/customers.js';
import { noFacets, type Facets } from '../../../src/domain/timeline/facets.js';
import { noFilter, type Filter } from '../../../src/domain/timeline/filter.js';
import { RangeEvent } from '../../../src/elements/shared/events/range-event.js';
import { AnnounceEvent } from '../../../src/elements/shared/events/announce-event.js';
import { FilterEvent } from '../../../src/elements/shared/events/filter-event.js';
import { ToggleEntryEvent } from '../../../src/elements/shared/events/toggle-entry-event.js';
import type { WaylineJourney } from '../../../src/elements/journey/wayline-journey.js';
import '../../support/whole-widget.js';
import { waitUntil } from '../../support/wait-until.js';

const call = (ani: string, parts: object = {}) => ({
  interactionId: `task ${ani}`,
  mediaType: 'telephony',
  contactDirection: 'INBOUND',
  ani,
  ...parts,
});

/** All text in the element and the shadow trees below it. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLStyleElement) return '';
  const children = [...node.childNodes].map(textOf).join('');
  return node instanceof Element && node.shadowRoot ? `${textOf(node.shadowRoot)}${children}` : children;
}

describe('<wayline-journey>', function () {
  this.timeout(40_000);

  const realFetch = globalThis.fetch;
  let emulator: Emulator;
  let requests: string[];
  let authorizations: Set<string | null>;

  beforeEach(() => {
    emulator = createEmulator({ seed: seedDemoWorld });
    requests = [];
    authorizations = new Set();
    const answer = emulatorFetch(emulator.handlers);
    globalThis.fetch = (input, init) => {
      requests.push(new URL(input as string).pathname);
      authorizations.add(new Headers(init?.headers).get('authorization'));
      return answer(input, init);
    };
  });

  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  /** Contact records are read in the background, for as long as there are any. */
  const journeyRequests = () => requests.filter((path) => path !== '/search').length;

  const journey = (attributes: Record<string, string> = {}, properties: object = {}): Promise<WaylineJourney> => {
    const element = document.createElement('wayline-journey');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    Object.assign(element, { bearerToken: 'one', dataCenter: 'produs1', ...properties });
    return fixture<WaylineJourney>(html`<div style="block-size: 800px">${element}</div>`).then(() => element);
  };
  const shows = (element: Element, text: string) =>
    waitUntil(() => textOf(element).includes(text)).catch(() => {
      throw new Error(`"${text}" never appeared; shown: ${textOf(element).replace(/\s+/g, ' ').slice(0, 900)}`);
    });

  it('loads project, person, profile and events of the task’s customer', async () => {
    const element = await journey({}, { interactionData: call('+14155550132') });
    for (const text of ['Anaïs Moreau', '4 aliases', 'Premium Fibre', 'Live']) await shows(element, text);
    await waitUntil(() => element.shadowRoot!.querySelector('wayline-timeline')!.view!.total > 5);
    await expect(element).to.be.accessible();
  });

  describe('contact records', () => {
    const searches = () => requests.filter((path) => path === '/search').length;
    const known = (element: Element) => element.shadowRoot!.querySelector('wayline-timeline')?.view?.total ?? 0;

    it('are requested after the history, and for an old contact when it is opened', async () => {
      const element = await journey(
        { 'project-id': demoProjectId },
        { bearerToken: 'supervisor', interactionData: call('+12125550164') },
      );
      await waitUntil(() => searches() > 0);
      const first = (part: string) => requests.findIndex((path) => path.includes(part));
      expect(first('/search')).to.be.greaterThan(Math.max(first('/events/workspace-id'), first('/events/stream')));
      let before = 0;
      await waitUntil(() => before === (before = searches()), undefined, { interval: 500 });

      const timeline = element.shadowRoot!.querySelector('wayline-timeline')!;
      const tasks = timeline.view!.shown.map(({ key }) => key).filter((key) => key.startsWith('task '));
      const toggle = (key: string | undefined, open: boolean) =>
        timeline.dispatchEvent(new ToggleEntryEvent(key ?? '', open));
      toggle(tasks.at(-1), true);
      toggle(tasks[0], false);
      expect(searches()).to.equal(before);
      toggle(tasks[0], true);
      await waitUntil(() => searches() === before + 1);
    });

    it('bring names that a search finds as soon as they arrive', async () => {
      const answer = globalThis.fetch;
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      globalThis.fetch = async (input, init) => {
        if (new URL(input as string).pathname !== '/search') return answer(input, init);
        await held;
        const { variables } = JSON.parse(init?.body as string) as { variables: Record<string, unknown> };
        const activities = {
          nodes: [{ createdTime: 1, eventName: 'connected', agentId: 'z', agentName: 'Zoe Quill' }],
        };
        const ids = Object.entries(variables).flatMap(([name, id]) => (/^t\d/.test(name) ? [id] : []));
        return Response.json({ data: { taskDetails: { tasks: ids.map((id) => ({ id, activities })) } } });
      };
      const element = await journey({}, { bearerToken: 'supervisor', interactionData: call('+447700900481') });
      await waitUntil(() => known(element) > 0);
      await shows(element, 'Live');
      const timeline = element.shadowRoot!.querySelector('wayline-timeline')!;
      timeline.dispatchEvent(new FilterEvent({ ...noFilter, query: 'zoe quill' }, 'newest-first'));
      await waitUntil(() => timeline.terms.length > 0);
      release();
      await waitUntil(() => timeline.records.size > 0);
      await waitUntil(() => !timeline.searching && timeline.view!.shown.length === timeline.records.size);
    });

    it('are requested once by a sign-in without the permission, for all customers, without an error or a token request', async () => {
      emulator.faults.add({ route: 'search', status: 401 });
      let renewals = 0;
      const element = await journey(
        { 'project-id': demoProjectId },
        { bearerToken: 'plain-agent', interactionData: call('+14155550132') },
      );
      element.addEventListener('wayline-renew-token', () => (renewals += 1));
      await shows(element, 'Live');
      // A request that was cancelled for a longer one says nothing about the token.
      let asked = 0;
      await waitUntil(() => asked === (asked = searches()) && asked > 0, undefined, { interval: 500 });
      element.interactionData = call('+447700900481');
      await shows(element, 'Okonkwo');
      await waitUntil(() => known(element) > 0);
      await shows(element, 'Live');
      const other = await journey(
        { 'project-id': demoProjectId },
        { bearerToken: 'plain-agent', interactionData: call('+13125550147') },
      );
      await shows(other, 'Asante');
      await waitUntil(() => known(other) > 0);
      await shows(other, 'Live');
      expect([searches(), renewals]).to.deep.equal([asked, 0]);
      expect(textOf(element)).not.to.match(/sign-in|token|403|401/i);
    });
  });

  it('sends no request when the desktop sets a new but equal task', async () => {
    const element = await journey({}, { interactionData: call('+14155550132') });
    await shows(element, 'Premium Fibre');
    await shows(element, 'Live');
    const before = journeyRequests();
    for (const parts of [{ isHold: true }, { isHold: false }, { callAssociatedData: {} }]) {
      element.interactionData = call('+14155550132', parts);
      await element.updateComplete;
    }
    expect(journeyRequests()).to.equal(before);
  });

  it('uses a renewed token from the next request on, and restarts nothing', async () => {
    const element = await journey({}, { interactionData: call('+14155550132') });
    await shows(element, 'Premium Fibre');
    await shows(element, 'Live');
    const before = journeyRequests();
    element.bearerToken = 'two';
    await element.updateComplete;
    expect(journeyRequests()).to.equal(before);
    element.interactionData = call('+447700900481');
    await shows(element, 'Okonkwo');
    expect([...authorizations]).to.deep.equal(['Bearer one', 'Bearer two']);
  });

  it('tries again automatically when a refused token is renewed', async () => {
    const element = await journey({ 'project-id': demoProjectId }, { interactionData: call('+447700900481') });
    await shows(element, 'Okonkwo');
    emulator.faults.add({ token: 'expired' });
    element.interactionData = call('+14155550132');
    // The request for a newer token gets no answer: after ten seconds the agent sees the problem.
    await waitUntil(() => textOf(element).includes('no longer accepts this sign-in'));
    element.bearerToken = 'two';
    await shows(element, 'Premium Fibre');
    await shows(element, 'Live');
  });

  const empty: readonly [string, object, string][] = [
    ['no token yet', { bearerToken: undefined, interactionData: call('+14155550132') }, 'Waiting for sign-in'],
    ['no task', { interactionData: null }, 'No contact selected'],
    ['a task not given yet', { interactionData: undefined }, 'No contact selected'],
    ['a withheld number', { interactionData: call('anonymous') }, 'Anonymous caller'],
    ['a masked number', { interactionData: call('+1 415 ***0132') }, 'The address is masked'],
    [
      'an unknown data center',
      { dataCenter: 'prodmars1', interactionData: call('+14155550132') },
      'Unknown data center',
    ],
    [
      'an unsafe base-url',
      { baseUrl: 'http://example.com', interactionData: call('+1415') },
      'Service address not allowed',
    ],
  ];
  for (const [name, properties, title] of empty) {
    it(`names the missing setting, and requests no journey: ${name}`, async () => {
      const element = await journey({ 'project-id': demoProjectId }, properties);
      await shows(element, title);
      expect(requests).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });
  }

  it('shows an unknown customer as a first contact, and their first event when it happens', async () => {
    const element = await journey({}, { interactionData: call('+12025550199') });
    await shows(element, 'no person has this number yet');
    await shows(element, 'First contact');
    await shows(element, 'Live');
    emulator.world.publish(demoProjectId, {
      id: 'first',
      specversion: '1.0',
      type: 'page:viewed',
      source: 'web',
      identity: '+12025550199',
      identitytype: 'phone',
      datacontenttype: 'application/json',
      data: { uiData: { title: 'Opened the shop' } },
    });
    await shows(element, 'Opened the shop');
  });

  it('shows a project without the connector and a token without permission as different problems', async () => {
    emulator.faults.add({ route: 'workspace', status: 404 });
    const element = await journey({}, { interactionData: call('+14155550132') });
    await shows(element, 'Customer journey is not set up');
    emulator.faults.clear();
    emulator.faults.add({ route: 'workspace', status: 403 });
    element.shadowRoot!.querySelector('wayline-state')!.shadowRoot!.querySelector('button')!.click();
    await shows(element, 'Ask an administrator to set project-id in the desktop layout.');
  });

  it('asks the host once for a newer token when one is refused, and uses it', async () => {
    const element = await journey({ 'project-id': demoProjectId }, { interactionData: call('+447700900481') });
    await shows(element, 'Okonkwo');
    emulator.faults.add({ token: 'expired' });
    let asked = 0;
    element.parentElement!.addEventListener('wayline-renew-token', () => {
      asked += 1;
      element.bearerToken = 'two';
    });
    element.interactionData = call('+14155550132');
    await shows(element, 'Premium Fibre');
    await shows(element, 'Live');
    expect(asked).to.equal(1);
    expect(textOf(element)).not.to.contain('sign-in');
  });

  it('waits for the token that the host promises, and keeps it', async () => {
    const element = await journey({ 'project-id': demoProjectId }, { interactionData: call('+447700900481') });
    await shows(element, 'Okonkwo');
    emulator.faults.add({ token: 'expired' });
    let asked = 0;
    element.parentElement!.addEventListener('wayline-renew-token', (event) => {
      asked += 1;
      event.respondWith(new Promise((resolve) => setTimeout(() => resolve('two'), 300)));
    });
    element.interactionData = call('+14155550132');
    await shows(element, 'Premium Fibre');
    await shows(element, 'Live');
    expect([asked, element.bearerToken]).to.deep.equal([1, 'two']);
    expect(textOf(element)).not.to.contain('sign-in');
  });

  const noTokens: Readonly<Record<string, () => unknown>> = {
    'no token': () => Promise.resolve(undefined),
    'an empty token': () => Promise.resolve(' '),
    'a number': () => 42,
    'a token and fails': () => Promise.reject(new Error('no')),
  };
  for (const [what, promise] of Object.entries(noTokens)) {
    it(`shows the sign-in problem at once when the host promises ${what}`, async () => {
      const element = await journey({ 'project-id': demoProjectId }, { interactionData: call('+447700900481') });
      await shows(element, 'Okonkwo');
      emulator.faults.add({ token: 'expired' });
      element.addEventListener('wayline-renew-token', (event) =>
        event.respondWith(promise() as Promise<string | undefined>),
      );
      const since = Date.now();
      element.interactionData = call('+14155550132');
      await shows(element, 'sign-in');
      expect(element.bearerToken).to.equal('one');
      expect(Date.now() - since).to.be.lessThan(5_000);
    });
  }

  const unreadable: readonly [string, () => unknown][] = [
    [
      'a proxy that is gone',
      () => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      },
    ],
    [
      'a getter that throws',
      () =>
        Object.defineProperty({ interactionId: 'x' }, 'ani', {
          get: () => {
            throw new Error('no');
          },
        }),
    ],
  ];
  for (const [name, task] of unreadable) {
    it(`drops the last customer for a task that cannot be read: ${name}`, async () => {
      const element = await journey({}, { interactionData: call('+14155550132') });
      await shows(element, 'Premium Fibre');
      element.interactionData = task();
      await shows(element, 'This contact cannot be read');
      expect(textOf(element)).not.to.contain('Moreau');
      await waitUntil(() => emulator.streams.list().length === 0);
      element.interactionData = call('+447700900481');
      await shows(element, 'Okonkwo');
    });
  }

  it('never looks up the next customer on the last host, when host and task change together', async () => {
    const element = await journey({ 'project-id': demoProjectId }, { interactionData: call('+14155550132') });
    await shows(element, 'Premium Fibre');
    const asked: string[] = [];
    const answer = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      asked.push(input as string);
      return answer(input, init);
    };
    element.baseUrl = 'https://other.example.com';
    element.interactionData = call('+447700900481');
    await shows(element, 'Okonkwo');
    expect(asked.filter((url) => !url.startsWith('https://other.example.com/'))).to.deep.equal([]);
  });

  it('continues after it was hidden, moved and shown again', async () => {
    const element = await journey({ 'project-id': demoProjectId }, { interactionData: call('+14155550132') });
    await shows(element, 'Live');
    const place = element.parentElement!;
    element.remove();
    await waitUntil(() => emulator.streams.list().length === 0);
    place.append(element);
    await shows(element, 'Live');
    await waitUntil(() => emulator.streams.list().length === 2);
  });

  it('works with an invalid time zone property', async () => {
    const element = await journey({}, { interactionData: call('+14155550132'), timeZone: 'Mars/Olympus' });
    await shows(element, 'Premium Fibre');
    await waitUntil(() => element.shadowRoot!.querySelector('wayline-timeline')!.view!.total > 0);
  });

  it('repeats a look-up that was cancelled by a removal', async () => {
    emulator.faults.add({ route: 'workspace', delay: 60_000 });
    const element = await journey({}, { interactionData: call('+14155550132') });
    const place = element.parentElement!;
    await waitUntil(() => requests.length === 1);
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    emulator.faults.clear();
    place.append(element);
    await shows(element, 'Anaïs Moreau');
  });

  it('hides the name, the aliases and the stream on request, also in words', async () => {
    const element = await journey(
      { 'hide-profile-name': 'TRUE', 'show-alias-icon': 'off', 'disable-event-stream': 'true' },
      { interactionData: call('+14155550132') },
    );
    await shows(element, 'Premium Fibre');
    expect(textOf(element)).not.to.contain('Moreau');
    expect(textOf(element)).not.to.contain('anais.moreau@example.com');
    expect(requests.filter((path) => path.includes('/stream/'))).to.deep.equal([]);
  });

  it('takes "false", "0", "no" and "off" for false', async () => {
    for (const word of ['false', '0', 'no', 'off']) {
      const element = await journey({ 'hide-profile-name': word, 'disable-event-stream': word });
      expect([element.hideProfileName, element.disableEventStream]).to.deep.equal([false, false]);
    }
  });

  it('shows `customer` while there is no task, and the task’s customer as soon as there is one', async () => {
    const element = await journey({ customer: 'soren.dahlgaard@example.com' });
    await shows(element, 'Søren Dahlgaard');
    element.interactionData = call('+14155550132');
    await shows(element, 'Anaïs');
    expect(textOf(element)).not.to.contain('Dahlgaard');
  });

  describe('a list as `customer`', () => {
    const lookUps = () => requests.filter((path) => path.includes('/aliases/'));

    it('is one customer, and needs one look-up', async () => {
      const element = await journey({}, { customer: ['+12025550000', 'anais.moreau@example.com', { id: '4711' }] });
      await shows(element, 'Anaïs');
      const [first = '', ...others] = lookUps();
      expect(others.filter((path) => path.includes('12025550000'))).to.deep.equal([]);
      expect(decodeURIComponent(first).split('/aliases/')[1]?.split(',')).to.deep.equal([
        ...['+12025550000', '12025550000', 'anais.moreau@example.com', '4711'],
      ]);
    });

    it('lets the agent choose when it leads to several persons', async () => {
      const element = await journey({}, { customer: ['+14155550132', 'soren.dahlgaard@example.com'] });
      await shows(element, 'Søren Dahlgaard');
      await shows(element, 'Anaïs');
      expect(element.shadowRoot!.querySelector('wayline-persons')).to.exist;
      expect(element.shadowRoot!.querySelector('wayline-timeline')).not.to.exist;
    });

    it('is another customer when any alias differs, and nothing of the last one is left', async () => {
      const element = await journey({}, { customer: ['+12025550000', 'anais.moreau@example.com'] });
      await shows(element, 'Premium Fibre');
      const timeline = element.shadowRoot!.querySelector('wayline-timeline');
      emulator.faults.add({ delay: 60_000 });
      element.customer = ['+12025550000', 'soren.dahlgaard@example.com'];
      await element.updateComplete;
      for (const part of ['Moreau', 'anais', 'Premium Fibre']) expect(textOf(element)).not.to.contain(part);
      expect(element.shadowRoot!.querySelector('wayline-timeline') === timeline).to.equal(false);
    });

    it('does not read an ID as a phone number', async () => {
      const element = await journey({ 'default-region': 'US' }, { customer: [{ id: '4155550132' }] });
      await shows(element, 'First contact');
      expect(lookUps().filter((path) => path.includes('14155550132'))).to.deep.equal([]);
    });

    it('shows the customer of the plain aliases when some are masked', async () => {
      const element = await journey({}, { customer: ['+1415*****32', 'soren.dahlgaard@example.com'] });
      await shows(element, 'Søren Dahlgaard');
      element.customer = ['+1415*****32'];
      await shows(element, 'The address is masked');
      expect(textOf(element)).not.to.contain('Dahlgaard');
    });
  });

  it('uses the CAD variable before ANI', async () => {
    const element = await journey(
      { 'cad-variable-lookup': 'memberNumber' },
      { interactionData: call('+14155550132', { callAssociatedData: { memberNumber: { value: 'C-771204' } } }) },
    );
    await shows(element, 'Fatima');
  });

  it('clears the last customer before it knows the next', async () => {
    const element = await journey({}, { interactionData: call('+14155550132') });
    await shows(element, 'Premium Fibre');
    emulator.faults.add({ delay: 60_000 });
    element.interactionData = call('+447700900481');
    await element.updateComplete;
    const text = textOf(element);
    for (const part of ['Moreau', '0132', 'Premium Fibre', 'anais']) expect(text).not.to.contain(part);
  });

  it('warns once for an invalid value and for an attribute without effect', async () => {
    const warnings: string[] = [];
    const { warn } = console;
    console.warn = (message: string) => warnings.push(message);
    try {
      for (let time = 0; time < 2; time++) {
        const element = await journey({
          'stream-auth': 'cookie',
          'time-frame': 'fortnight',
          limit: '5',
          'time-zone': 'Mars/Olympus',
        });
        expect([element.streamAuth, element.timeFrame, element.timeZone]).to.deep.equal(['header', 'all', undefined]);
      }
    } finally {
      console.warn = warn;
    }
    expect(warnings.map((text) => /stream-auth|limit|time-frame|time-zone/.exec(text)?.[0]).sort()).to.deep.equal([
      'limit',
      'stream-auth',
      'time-frame',
      'time-zone',
    ]);
  });

  describe('its filters', () => {
    const timelineOf = (element: WaylineJourney) => element.shadowRoot!.querySelector('wayline-timeline')!;
    const known = async (element: WaylineJourney) => {
      await waitUntil(() => timelineOf(element)?.view !== undefined && timelineOf(element).view!.total > 100);
      return timelineOf(element);
    };
    const anais = (callAssociatedData = {}) => ({ interactionData: call('+14155550132', { callAssociatedData }) });
    const cad = (name: string, value: string) => ({ [name]: { name, value } });
    const filter = async (element: WaylineJourney, change: Partial<Filter>) => {
      const timeline = await known(element);
      timeline.dispatchEvent(new FilterEvent({ ...timeline.filter, ...change }, timeline.order));
      await element.updateComplete;
      await timeline.updateComplete;
      return timeline;
    };
    afterEach(() => localStorage.clear());

    it('begin with the time frame of the layout', async () => {
      const timeline = await known(await journey({ 'time-frame': '7-Days' }, anais()));
      expect(timeline.filter.frame).to.equal('7-days');
      expect(timeline.view!.shown.length).to.be.above(0).and.below(timeline.view!.total);
    });

    const contacts: readonly (readonly [string, object, Partial<Facets>])[] = [
      ['the channel its flow names', cad('JDSDefaultFilter', 'Call'), { channel: ['voice'] }],
      ['the tag its flow names', cad('JDSDefaultFilter', 'Orders'), { kind: ['#orders'] }],
      ['the division its flow names', cad('JDSDivision', 'Retail'), { division: ['retail'] }],
    ];
    for (const [what, data, chosen] of contacts) {
      it(`begin with ${what}`, async () => {
        const timeline = await known(await journey({}, anais(data)));
        expect(timeline.filter.chosen).to.deep.equal({ ...noFacets, ...chosen });
      });
    }

    it('are saved for the agent who chose them, and for no other agent', async () => {
      await filter(await journey({}, { ...anais(), agentId: 'a1' }), { frame: '30-days' });
      const frameOf = async (agentId: string) => (await known(await journey({}, { ...anais(), agentId }))).filter.frame;
      expect(await frameOf('a1')).to.equal('30-days');
      expect(await frameOf('a2')).to.equal('all');
    });

    it('leave nothing of a customer behind, in the next one or in the browser', async () => {
      const element = await journey({}, anais({ ...cad('JDSDivision', 'Divorce cases') }));
      const range = { from: 0, to: Date.now() };
      await filter(element, { query: 'divorce', range, chosen: { ...noFacets, kind: ['#divorce'], channel: ['web'] } });
      element.interactionData = call('soren.dahlgaard@example.com', { interactionId: 'next', mediaType: 'email' });
      await shows(element, 'Søren Dahlgaard');
      expect(timelineOf(element).filter).to.deep.equal({ ...noFilter, chosen: { ...noFacets, channel: ['web'] } });
      expect(timelineOf(element).terms).to.deep.equal([]);
      expect(JSON.stringify({ ...localStorage }).toLowerCase()).not.to.contain('divorce');
    });

    it('show the search and the chosen range', async () => {
      const element = await journey({}, anais());
      const timeline = await filter(element, { query: 'A-1009' });
      await waitUntil(() => timeline.terms.length > 0);
      expect(timeline.view!.shown.length).to.be.above(0).and.below(10);
      const entry = timeline.view!.shown.at(-1);
      element
        .shadowRoot!.querySelector('wayline-activity')!
        .dispatchEvent(new RangeEvent({ from: entry!.time, to: entry!.time + 1 }));
      await timeline.updateComplete;
      await waitUntil(() => timeline.view!.shown.length === 1);
      expect(timeline.view!.shown[0]!.key).to.equal(entry!.key);
    });
  });

  it('is dark, light, or follows the system', async () => {
    const element = await journey();
    expect(getComputedStyle(element).colorScheme).to.equal('light dark');
    for (const [value, scheme] of [
      [true, 'dark'],
      [false, 'light'],
      ['true', 'dark'],
      ['false', 'light'],
    ] as const) {
      element.darkMode = value;
      await element.updateComplete;
      expect(getComputedStyle(element).colorScheme).to.equal(scheme);
    }
  });

  it('lets the agent choose the person when several persons share an address', async () => {
    const answer = globalThis.fetch;
    const persons = ['Jo Berg', 'Li Okafor'].map((name, index) => ({
      id: `${index}`.repeat(24),
      firstName: name.split(' ')[0],
      lastName: name.split(' ')[1],
      email: ['info@example.org'],
      phone: [`+4930555010${index}`],
    }));
    globalThis.fetch = (input, init) =>
      new URL(input as string).pathname.includes('/aliases/')
        ? Promise.resolve(Response.json({ data: persons }))
        : answer(input, init);
    const element = await journey({}, { interactionData: call('info@example.org') });
    await shows(element, 'Who is it?');
    await shows(element, 'Li Okafor');
    const asked = element.shadowRoot!.querySelector('wayline-persons')!;
    const choose = [...asked.shadowRoot!.querySelectorAll('button')].find(({ ariaLabel }) => ariaLabel?.includes('Li'));
    choose!.click();
    await waitUntil(() => !textOf(element).includes('Jo Berg'));
    await shows(element, 'Li Okafor');
  });

  it('loads the filters of an agent who is set after the customer, and saves them', async () => {
    const stored = { channel: ['voice'], order: 'oldest-first' };
    localStorage.setItem('wayline-view:agent-7', JSON.stringify(stored));
    const element = await journey({}, { interactionData: call('+14155550132') });
    await shows(element, 'Premium Fibre');
    element.setAttribute('agent-id', 'agent-7');
    const filters = () =>
      element.shadowRoot!.querySelector('wayline-timeline')?.shadowRoot?.querySelector('wayline-filters');
    await waitUntil(() => filters()?.order === 'oldest-first');
    expect(filters()!.filter.chosen.channel).to.deep.equal(['voice']);
    const field = filters()!.shadowRoot!.querySelector('input')!;
    field.value = 'a';
    field.dispatchEvent(new InputEvent('input'));
    expect(JSON.parse(localStorage.getItem('wayline-view:agent-7') ?? '{}')).to.include({ order: 'oldest-first' });
    localStorage.removeItem('wayline-view:agent-7');
  });

  it('clears search and filters when an address moves to another person', async () => {
    const answer = globalThis.fetch;
    const holders = (...persons: object[]) => {
      globalThis.fetch = (input, init) =>
        new URL(input as string).pathname.includes('/aliases/')
          ? Promise.resolve(Response.json({ data: persons }))
          : answer(input, init);
    };
    const phone = ['+14155550132'];
    const jo = { id: '1'.repeat(24), firstName: 'Jo', lastName: 'Berg', phone, email: ['amo@example.org'] };
    const li = { id: '2'.repeat(24), firstName: 'Li', lastName: 'Okafor', phone, email: ['li@example.org'] };
    const within = (name: string) => element.shadowRoot!.querySelector(name)?.shadowRoot;
    const field = () =>
      within('wayline-timeline')?.querySelector('wayline-filters')?.shadowRoot?.querySelector('input');
    const search = async () => {
      await waitUntil(() => field());
      field()!.value = 'about Jo';
      field()!.dispatchEvent(new InputEvent('input'));
      await waitUntil(() => textOf(element).includes('clear all filters'));
    };
    const refresh = () => within('wayline-header')!.querySelector<HTMLElement>('[aria-label="Refresh"]')!.click();

    holders(jo);
    const element = await journey({}, { interactionData: call('+14155550132') });
    await shows(element, 'Jo Berg');
    await search();
    const status = element.shadowRoot!.querySelector('[role=status]')!;
    const tell = (words: string) => within('wayline-header')!.dispatchEvent(new AnnounceEvent(words, () => words));
    tell('about Jo');
    await waitUntil(() => status.textContent.includes('about Jo'));
    refresh();
    await shows(element, 'Live');
    expect(field()?.value, 'of the same person it stays').to.equal('about Jo');

    holders(li);
    refresh();
    const heard: string[] = [];
    new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true, subtree: true });
    tell('of Jo still');
    await shows(element, 'Li Okafor');
    await waitUntil(() => field()?.value === '');
    tell('of Li');
    await waitUntil(() => status.textContent.includes('of Li'));
    expect(heard.join()).not.to.include('of Jo still');

    await search();
    holders(jo, li);
    refresh();
    await shows(element, 'Who is it?');
    const choose = [...within('wayline-persons')!.querySelectorAll('button')];
    choose.find(({ ariaLabel }) => ariaLabel?.includes('Jo'))!.click();
    await waitUntil(() => textOf(element).includes('Jo Berg') && !textOf(element).includes('Li Okafor'));
    await waitUntil(() => field()?.value === '');
  });
});
