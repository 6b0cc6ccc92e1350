import { expect, fixture, html } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import { createEmulator, type Emulator } from '../../demo/emulator/emulator.js';
import { emulatorFetch } from '../../demo/emulator/respond.js';
import { demoCustomer, demoProjectId, seedDemoWorld } from '../../demo/scenarios/customers.js';
import { noFilter } from '../../src/domain/timeline/filter.js';
import { EditPersonEvent } from '../../src/elements/shared/events/edit-person-event.js';
import { FilterEvent } from '../../src/elements/shared/events/filter-event.js';
import type { WaylineJourney } from '../../src/elements/journey/wayline-journey.js';
import { drawnIn } from '../support/drawn.js';
import { plainIn } from '../support/dresses.js';
import { button, deepAll, textIn } from '../support/shadow-text.js';
import { waitUntil } from '../support/wait-until.js';
import '../support/whole-widget.js';

const anais = demoCustomer('inbound-call');
const kwame = demoCustomer('outbound-call');
const all = [...anais.aliases, ...kwame.aliases];

const call = (ani: string, parts: object = {}) => ({
  interactionId: `contact of ${ani.slice(-2)}`,
  mediaType: 'telephony',
  contactDirection: 'INBOUND',
  ani,
  ...parts,
});

describe('a masked journey', function () {
  this.timeout(40_000);

  const realFetch = globalThis.fetch;
  let emulator: Emulator;
  /** Answers about persons wait for it while it is set. */
  let held: Promise<void> | undefined;
  let asked: string[];
  let copied: string[];

  beforeEach(() => {
    emulator = createEmulator({ seed: seedDemoWorld });
    held = undefined;
    asked = [];
    const answer = emulatorFetch(emulator.handlers);
    globalThis.fetch = async (input, init) => {
      const { pathname } = new URL(input as string);
      asked.push(pathname);
      if (pathname.includes('/aliases/')) await held;
      return answer(input, init);
    };
  });

  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  const journey = async (properties: object = {}): Promise<WaylineJourney> => {
    const element = document.createElement('wayline-journey');
    Object.assign(element, {
      bearerToken: 'supervisor-1',
      dataCenter: 'produs1',
      projectId: demoProjectId,
      mask: true,
      interactionData: call(anais.address),
      ...properties,
    });
    await fixture(html`<div style="block-size: 800px">${element}</div>`);
    return element;
  };
  const timelineOf = (element: WaylineJourney) => element.shadowRoot!.querySelector('wayline-timeline');
  const total = (element: WaylineJourney) => timelineOf(element)?.view?.total ?? 0;
  const shows = (element: Element, text: string) =>
    waitUntil(() => textIn(element).includes(text)).catch(() => {
      throw new Error(`"${text}" never appeared; shown: ${textIn(element).replace(/\s+/g, ' ').slice(0, 900)}`);
    });
  const known = async (element: WaylineJourney) => {
    for (const text of ['Moreau', 'Premium Fibre', 'Live']) await shows(element, text);
    await waitUntil(() => total(element) > 5);
  };
  const settled = async (element: WaylineJourney) => {
    for (let turn = 0; turn < 5; turn++) {
      await element.updateComplete;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  /** Plain values in everything that the agent can see. */
  const plain = (element: Element, values: readonly string[] = all) => plainIn(drawnIn(element.shadowRoot!), values);

  it('shows only the last characters in head, list, entries, raw data and notices', async () => {
    const element = await journey();
    await known(element);
    expect(plain(element)).to.deep.equal([]);
    for (const left of ['••• ••• 0132', 'a••@•••', '••••4120']) expect(textIn(element)).to.include(left);
    for (const title of deepAll<HTMLButtonElement>(element, '.title')) title.click();
    await settled(element);
    for (const event of deepAll<HTMLButtonElement>(element, '.event')) event.click();
    await settled(element);
    for (const fold of deepAll<HTMLButtonElement>(element, '[aria-controls=raw]')) fold.click();
    await settled(element);
    expect(deepAll(element, 'pre').length).to.be.greaterThan(0);
    const taken = JSON.stringify(timelineOf(element)!.view!.shown);
    expect(plainIn(taken, all), 'in entries that are not drawn').to.deep.equal([]);
    expect(plain(element)).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('sends only masked values to the page, for every action of the agent', async () => {
    const heard: Event[] = [];
    const hear = (event: Event) => heard.push(event);
    const names = ['toggle-entry', 'filter', 'range', 'notice', 'retry', 'refresh', 'choose', 'reveal', 'announce'];
    for (const name of names) addEventListener(`wayline-${name}`, hear, true);
    const element = await journey();
    await known(element);
    for (const title of deepAll<HTMLButtonElement>(element, '.title')) title.click();
    deepAll<HTMLButtonElement>(element, '[part=notice]')[0]?.click();
    await settled(element);
    button(element, 'Reveal')!.click();
    for (const name of names) removeEventListener(`wayline-${name}`, hear, true);
    expect(heard.map(({ type }) => type)).to.include.members(['wayline-toggle-entry', 'wayline-reveal']);
    const fields = heard.map((event) => JSON.stringify(Object.values(event)));
    expect(plainIn(fields.join('\n'), all)).to.deep.equal([]);
  });

  it('copies and finds only the masked values', async () => {
    const { writeText } = navigator.clipboard;
    copied = [];
    navigator.clipboard.writeText = (text) => Promise.resolve(void copied.push(text));
    try {
      const element = await journey();
      await known(element);
      for (const title of deepAll<HTMLButtonElement>(element, '.title')) title.click();
      await settled(element);
      for (const event of deepAll<HTMLButtonElement>(element, '.event')) event.click();
      await settled(element);
      for (const copy of deepAll<HTMLButtonElement>(element, '.copy')) copy.click();
      await settled(element);
      expect(copied.length).to.be.greaterThan(10);
      expect(copied.join('\n')).to.include('••••4120');
      expect(plainIn(copied.join('\n'), all)).to.deep.equal([]);
      const found = async (query: string) => {
        const timeline = timelineOf(element)!;
        timeline.dispatchEvent(new FilterEvent({ ...noFilter, query }, 'newest-first'));
        await settled(element);
        await waitUntil(() => !timeline.searching);
        return timeline.view!.shown.length;
      };
      expect(await found('4155550132')).to.equal(0);
      expect(await found('0132')).to.be.greaterThan(0);
    } finally {
      navigator.clipboard.writeText = writeText;
    }
  });

  it('shows no events and no profile before the person is known', async () => {
    let release = () => {};
    held = new Promise((resolve) => (release = resolve));
    const element = await journey();
    await waitUntil(() => asked.some((path) => path.includes('/events/workspace-id')));
    await shows(element, '••• ••• 0132');
    await settled(element);
    expect(total(element)).to.equal(0);
    expect(plain(element)).to.deep.equal([]);
    expect(textIn(element)).not.to.include('No events yet');
    release();
    await known(element);
    expect(plain(element)).to.deep.equal([]);
  });

  it('shows no events while the look-up of the person fails, explains it, and continues when the look-up works', async () => {
    emulator.faults.add({ route: 'person', status: 500 });
    const element = await journey();
    await waitUntil(() => asked.some((path) => path.includes('/events/workspace-id')));
    await waitUntil(() => deepAll(element, 'wayline-note').length > 1);
    await settled(element);
    expect([total(element), plain(element)]).to.deep.equal([0, []]);
    emulator.faults.clear();
    button(timelineOf(element)!, 'Try again')!.click();
    await known(element);
    expect(plain(element)).to.deep.equal([]);
  });

  it('can be switched on while it is shown, and leaves no plain value in any place', async () => {
    const division = { JDSDivision: { value: anais.aliases[2] } };
    const element = await journey({
      mask: false,
      interactionData: call(anais.address, { callAssociatedData: division }),
    });
    await waitUntil(() => total(element) > 5 && textIn(element).includes(anais.aliases[2]!));
    for (const title of deepAll<HTMLButtonElement>(element, '.title')) title.click();
    await settled(element);
    expect(plain(element, anais.aliases).length).to.equal(anais.aliases.length);
    element.mask = true;
    await element.updateComplete;
    await settled(element);
    expect(plain(element)).to.deep.equal([]);
    await waitUntil(() => total(element) > 5);
    expect(plain(element)).to.deep.equal([]);
    element.mask = false;
    await waitUntil(() => plain(element, anais.aliases).length === anais.aliases.length);
  });

  it('masks a name that is only an address', async () => {
    const { persons } = emulator.world.project(demoProjectId);
    persons.save({ ...persons.byAlias(anais.address)!, firstName: 'Of', lastName: anais.address });
    const element = await journey();
    await shows(element, 'Of ••• ••• 0132');
    await waitUntil(() => total(element) > 5);
    expect(plain(element)).to.deep.equal([]);
  });

  it('shows nothing of one customer with another', async () => {
    const element = await journey();
    await known(element);
    element.interactionData = call('+13125550147');
    await shows(element, 'Kwame');
    await waitUntil(() => total(element) > 0);
    expect(textIn(element)).to.include('••• ••• 0147');
    for (const left of ['Moreau', '0132', '4120']) expect(textIn(element)).not.to.include(left);
    expect(plain(element)).to.deep.equal([]);
  });

  it('masks an alias as soon as it is added, and still after it is removed', async () => {
    const alias = 'visitor:x7q-zz';
    const publish = (note: string) =>
      emulator.world.publish(demoProjectId, {
        id: note,
        specversion: '1.0',
        type: 'note:written',
        source: 'crm',
        time: new Date().toISOString(),
        identity: anais.address,
        identitytype: 'phone',
        data: { note: `${note} ${alias}` },
      });
    publish('before');
    const element = await journey();
    await known(element);
    await shows(element, alias);
    const edit = (kind: 'add' | 'remove') => {
      const event = new EditPersonEvent({ kind, alias: { kind: 'customerId', value: alias } });
      deepAll(element, 'wayline-identity')[0]!.dispatchEvent(event);
      return event.answer;
    };
    await edit('add');
    await shows(element, '••••q-zz');
    await waitUntil(() => total(element) > 5 && !drawnIn(element.shadowRoot!).includes(alias));
    await edit('remove');
    await waitUntil(() => !deepAll(element, '.alias').some((row) => textIn(row).includes('q-zz')));
    await waitUntil(() => total(element) > 5);
    await settled(element);
    expect(drawnIn(element.shadowRoot!)).not.to.include(alias);
  });

  it('is off with "false" and with any other word for false', async () => {
    const element = await journey({ mask: false });
    for (const [text, on] of [
      ['', true],
      ['true', true],
      ['false', false],
      ['off', false],
    ] as const) {
      element.setAttribute('mask', text);
      expect(element.mask, text).to.equal(on);
    }
  });

  it('masks the customer that the agent looks up, and the recent look-ups', async () => {
    const element = await journey({ interactionData: null, enableUserSearch: true });
    const lookUp = async () => {
      await waitUntil(() => deepAll(element, '.look-up').length > 0);
      deepAll<HTMLButtonElement>(element, '.look-up')[0]!.click();
      await waitUntil(() => deepAll(element, '#field').length > 0);
      return deepAll<HTMLInputElement>(element, '#field')[0]!;
    };
    const field = await lookUp();
    field.value = anais.address;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    await known(element);
    expect(textIn(element)).to.include('You looked up \u2068••• ••• 0132\u2069');
    expect(plain(element)).to.deep.equal([]);
    await lookUp();
    expect(deepAll(element, '.recent').map((recent) => textIn(recent).replace(/\s+/g, ' ').trim())).to.deep.equal([
      "Anaïs Moreau-O'Neill ••• ••• 0132",
    ]);
    expect(plain(element)).to.deep.equal([]);
  });
});
