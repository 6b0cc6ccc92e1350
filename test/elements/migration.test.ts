import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { createEmulator } from '../../demo/emulator/emulator.js';
import { emulatorFetch } from '../../demo/emulator/respond.js';
import { demoProjectId, seedDemoWorld } from '../../demo/scenarios/customers.js';
import { WaylineJourney } from '../../src/elements/journey/wayline-journey.js';
import { waitUntil } from '../support/wait-until.js';
import '../support/whole-widget.js';

/** The documented features of the incumbent. The table has exactly these rows. */
const documented: Readonly<Record<string, readonly string[]>> = {
  property: ['interactionData', 'bearerToken', 'organizationId', 'dataCenter', 'eventIconTemplate'],
  attribute: [
    ...['project-id', 'template-id', 'customer', 'cad-variable-lookup', 'time-frame', 'limit', 'show-alias-icon'],
    ...['hide-profile-name', 'disable-event-stream', 'live-stream', 'enable-user-search', 'user-search'],
    ...['disable-user-search', 'read-only-aliases', 'icon-data-url', 'icon-data-path', 'condensed-view'],
    ...['use-new-momentum-icons', 'is-visual-rebrand-enabled', 'is-momentum-v2-enabled', 'base-url', 'logs-on'],
    ...['collapse-timeline-section', 'collapse-profile-section', 'collapse-alias-section', 'stream-read-token'],
    ...['tape-read-token', 'profile-read-token', 'profile-write-token', 'identity-read-token', 'identity-write-token'],
  ],
  'CAD variable': ['JDSDivision', 'JDSDefaultFilter'],
};

interface Row {
  readonly name: string;
  readonly kind: string;
  readonly verdict: string;
}

const page = await (await fetch(new URL('../../docs/migration.md', import.meta.url))).text();

const rows: readonly Row[] = page.split('\n').flatMap((line) => {
  const [, name, kind, versions, verdict] = line.split('|').map((cell) => cell.trim());
  if (!name?.startsWith('`') || kind === undefined || verdict === undefined) return [];
  expect(versions, `versions of ${name}`).to.match(/^(8|9|10)(, (9|10))*$/);
  return [{ name: name.replaceAll('`', ''), kind, verdict: verdict.replaceAll('`', '') }];
});

const realFetch = globalThis.fetch;
const anais = '+14155550132';
const amara = '+447700900481';

const call = (ani: string, variables: Readonly<Record<string, string>> = {}) => ({
  interactionId: `task ${ani} ${JSON.stringify(variables)}`,
  mediaType: 'telephony',
  contactDirection: 'INBOUND',
  ani,
  callAssociatedData: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { name, value }])),
});

/** The element as a layout mounts it, and what it does. */
interface Stage {
  readonly element: WaylineJourney;
  readonly requests: readonly { readonly url: URL; readonly authorization: string | null }[];
  readonly shows: (text: string) => Promise<void>;
  readonly asks: (what: RegExp) => Promise<void>;
}

interface Mounting {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** All text in the element and the shadow trees below it. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLStyleElement) return '';
  const children = [...node.childNodes].map(textOf).join('');
  return node instanceof Element && node.shadowRoot ? `${textOf(node.shadowRoot)}${children}` : children;
}

async function mount({ attributes = {}, properties = {} }: Mounting): Promise<Stage> {
  const answer = emulatorFetch(createEmulator({ seed: seedDemoWorld }).handlers);
  const requests: { url: URL; authorization: string | null }[] = [];
  globalThis.fetch = (input, init) => {
    const url = new URL(input as string, document.baseURI);
    if (url.origin === location.origin) return realFetch(input, init);
    requests.push({ url, authorization: new Headers(init?.headers).get('authorization') });
    return answer(input, init);
  };
  const element = document.createElement('wayline-journey');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const store = { bearerToken: 'one', dataCenter: 'produs1', interactionData: call(anais), agentId: 'contract' };
  Object.assign(element, { ...store, ...properties });
  await fixture(html`<div style="block-size: 800px; inline-size: 900px">${element}</div>`);
  const text = () => textOf(element);
  return {
    element,
    requests,
    shows: (words) => waitUntil(() => text().includes(words), `"${words}" never appeared`),
    asks: (what) => waitUntil(() => requests.some(({ url }) => what.test(url.href)), `never asked for ${what}`),
  };
}

const timeline = ({ element }: Stage) => element.shadowRoot!.querySelector('wayline-timeline')!;
const part = ({ element }: Stage, tag: string) => element.shadowRoot!.querySelector(tag);
const asked = ({ requests }: Stage, what: RegExp) => requests.some(({ url }) => what.test(url.href));
const whole = async (stage: Stage) => {
  for (const text of ['Anaïs', 'Premium Fibre', 'Live']) await stage.shows(text);
};

/** How each name that means something is shown to mean it, by "kind name". */
const proofs: Readonly<Record<string, () => Promise<void>>> = {
  'property interactionData': async () => {
    const stage = await mount({ attributes: { customer: amara } });
    await stage.shows('Anaïs');
    stage.element.interactionData = call(amara);
    await stage.shows('Amara');
    expect(textOf(stage.element)).not.to.include('Anaïs');
  },
  'property bearerToken': async () => {
    const stage = await mount({ properties: { bearerToken: 'a-token' } });
    await stage.shows('Anaïs');
    expect(new Set(stage.requests.map(({ authorization }) => authorization))).to.deep.equal(
      new Set(['Bearer a-token']),
    );
  },
  'property organizationId': async () => {
    const stage = await mount({
      attributes: { 'stream-auth': 'query' },
      properties: { organizationId: 'an-organization' },
    });
    await stage.asks(/\/events\/stream\/.*organizationId=an-organization/);
  },
  'property dataCenter': async () => {
    const stage = await mount({ properties: { dataCenter: 'prodeu2' } });
    await stage.shows('Anaïs');
    expect(new Set(stage.requests.map(({ url }) => url.host))).to.deep.equal(new Set(['api.wxcc-eu2.cisco.com']));
  },
  'attribute project-id': async () => {
    const set = await mount({ attributes: { 'project-id': demoProjectId } });
    await set.shows('Anaïs');
    expect(asked(set, /\/api\/workspace/)).to.equal(false);
    const other = await mount({ attributes: { 'project-id': 'another-project' } });
    await other.asks(/\/events\/workspace-id\/another-project/);
    const lookedUp = await mount({});
    await lookedUp.shows('Anaïs');
    expect(asked(lookedUp, /\/api\/workspace/)).to.equal(true);
  },
  'attribute template-id': async () => {
    const template = async (attributes: Record<string, string>) => {
      const stage = await mount({ attributes });
      await stage.asks(/\/progressive-profile-view\/workspace-id\/.*\/template-id\//);
      const found = stage.requests.find(({ url }) => /profile-view\/workspace-id/.test(url.pathname));
      return found?.url.pathname.split('/').at(-1);
    };
    const emulator = createEmulator({ seed: seedDemoWorld });
    const templates = [...emulator.world.project(demoProjectId).templates.values()];
    const usual = templates.find(({ name }) => name === 'journey-default-template')!;
    const other = templates.find(({ id }) => id !== usual.id)!;
    expect(await template({})).to.equal(usual.id);
    expect(await template({ 'template-id': other.id })).to.equal(other.id);
    expect(await template({ 'template-id': other.name })).to.equal(other.id);
  },
  'attribute customer': async () => {
    const stage = await mount({ attributes: { customer: amara }, properties: { interactionData: null } });
    await stage.shows('Amara');
    stage.element.interactionData = call(anais);
    await stage.shows('Anaïs');
  },
  'attribute cad-variable-lookup': async () => {
    const attributes = { 'cad-variable-lookup': 'who' };
    const stage = await mount({ attributes, properties: { interactionData: call(anais, { who: amara }) } });
    await stage.shows('Amara');
    stage.element.interactionData = call(anais);
    await stage.shows('Anaïs');
  },
  'attribute time-frame': async () => {
    const frames = { All: 'all', '24-Hours': '24-hours', '7-Days': '7-days', '30-Days': '30-days' };
    for (const [word, frame] of Object.entries(frames)) {
      const stage = await mount({ attributes: { 'time-frame': word } });
      await stage.shows('Anaïs');
      expect(timeline(stage).filter.frame).to.equal(frame);
    }
  },
  'attribute show-alias-icon': async () => {
    for (const [attributes, shown] of [
      [{}, true],
      [{ 'show-alias-icon': 'true' }, true],
      [{ 'show-alias-icon': 'false' }, false],
    ] as const) {
      const stage = await mount({ attributes });
      await whole(stage);
      expect(part(stage, 'wayline-identity') !== null).to.equal(shown);
    }
  },
  'attribute hide-profile-name': async () => {
    const shown = await mount({ attributes: { 'hide-profile-name': 'false' } });
    await shown.shows('Anaïs');
    const hidden = await mount({ attributes: { 'hide-profile-name': 'true' } });
    await hidden.shows('Live');
    expect(textOf(part(hidden, 'wayline-header')!)).not.to.include('Anaïs');
  },
  'attribute disable-event-stream': async () => {
    const live = await mount({ attributes: { 'disable-event-stream': 'false' } });
    await live.asks(/\/events\/stream\//);
    const still = await mount({ attributes: { 'disable-event-stream': 'true' } });
    for (const text of ['Anaïs', 'Premium Fibre']) await still.shows(text);
    await waitUntil(() => (timeline(still).view?.total ?? 0) > 0);
    expect(asked(still, /\/events\/stream\//)).to.equal(false);
  },
  'attribute enable-user-search': async () => {
    const looksUp = async (attributes: Record<string, string>) => {
      const stage = await mount({ attributes });
      await whole(stage);
      return stage.element.shadowRoot!.querySelector('wayline-header')!.lookUp;
    };
    expect(await looksUp({})).to.equal(false);
    expect(await looksUp({ 'enable-user-search': 'true' })).to.equal(true);
    expect(await looksUp({ 'enable-user-search': 'false' })).to.equal(false);
  },
  'attribute icon-data-url': async () => {
    const stage = await mount({ attributes: { 'icon-data-url': 'https://icons.example.com/map.json' } });
    await stage.asks(/^https:\/\/icons\.example\.com\/map\.json$/);
  },
  'attribute condensed-view': async () => {
    const isDense = async (attributes: Record<string, string>) => {
      const { element, shows } = await mount({ attributes });
      await shows('Anaïs');
      return getComputedStyle(element).getPropertyValue('--_dense') === '1';
    };
    expect(await isDense({})).to.equal(false);
    expect(await isDense({ 'condensed-view': 'true' })).to.equal(true);
    expect(await isDense({ 'condensed-view': 'false' })).to.equal(false);
  },
  'attribute base-url': async () => {
    const stage = await mount({ attributes: { 'base-url': 'https://journeys.example.com/jds' } });
    await stage.shows('Anaïs');
    for (const { url } of stage.requests) expect(url.href).to.match(/^https:\/\/journeys\.example\.com\/jds\//);
    const refused = await mount({ attributes: { 'base-url': 'http://journeys.example.com' } });
    await refused.shows('Service address not allowed');
    expect(refused.requests).to.deep.equal([]);
  },
  'CAD variable JDSDivision': async () => {
    const stage = await mount({ properties: { interactionData: call(anais, { JDSDivision: 'Billing' }) } });
    await stage.shows('Anaïs');
    expect(timeline(stage).filter.chosen.division).to.deep.equal(['billing']);
  },
  'CAD variable JDSDefaultFilter': async () => {
    const stage = await mount({ properties: { interactionData: call(anais, { JDSDefaultFilter: 'Email' }) } });
    await stage.shows('Anaïs');
    expect(timeline(stage).filter.chosen.channel).to.deep.equal(['email']);
    stage.element.interactionData = call(anais, { JDSDefaultFilter: 'order' });
    await waitUntil(() => timeline(stage).filter.chosen.kind.includes('#order'));
  },
};

/** The values that a host has set, by property. */
const settings = (element: WaylineJourney) =>
  Object.fromEntries(
    [...WaylineJourney.elementProperties.keys()].map((name) => [name, element[name as keyof WaylineJourney]]),
  );

const settingsWith = (attributes: Readonly<Record<string, string>>) => {
  const element = document.createElement('wayline-journey');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return settings(element);
};

const values = ['true', 'false', '5', 'https://example.com/map.json', ''];

async function prove({ name, kind, verdict }: Row): Promise<void> {
  const other = /^as ([\w-]+)$/.exec(verdict)?.[1];
  if (other !== undefined) {
    for (const value of values) {
      expect(settingsWith({ [name]: value }), value).to.deep.equal(settingsWith({ [other]: value }));
    }
    expect(settingsWith({ [name]: 'true' })).not.to.deep.equal(settingsWith({}));
  } else if (verdict === 'no effect') {
    for (const value of values) {
      if (kind === 'attribute') expect(settingsWith({ [name]: value }), value).to.deep.equal(settingsWith({}));
    }
    const icons = { [name]: { Voice: { name: 'x', color: 'red' } } };
    await whole(await mount(kind === 'attribute' ? { attributes: { [name]: 'true' } } : { properties: icons }));
  } else {
    expect(verdict).to.be.oneOf(['same', 'changed']);
    const proof = proofs[`${kind} ${name}`];
    expect(proof, `a proof that ${name} does what the table says`).not.to.equal(undefined);
    await proof!();
  }
}

describe('the migration table', function () {
  this.timeout(60_000);

  beforeEach(() => localStorage.clear());

  afterEach(() => {
    fixtureCleanup();
    globalThis.fetch = realFetch;
  });

  it('has a row for each documented feature of the incumbent, and no other row', () => {
    for (const [kind, names] of Object.entries(documented)) {
      const listed = rows.filter((row) => row.kind === kind).map(({ name }) => name);
      expect(listed, kind).to.have.members(names);
    }
    expect(rows.map(({ kind }) => kind).filter((kind) => documented[kind] === undefined)).to.deep.equal([]);
  });

  it('has a row for each proof', () => {
    const known = rows.filter(({ verdict }) => /same|changed/.test(verdict)).map(({ kind, name }) => `${kind} ${name}`);
    expect(known).to.have.members(Object.keys(proofs));
  });

  for (const row of rows) it(`${row.kind} ${row.name}: ${row.verdict}`, () => prove(row));
});
