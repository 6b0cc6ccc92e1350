import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import { createEmulator, type Emulator } from '../../../demo/emulator/emulator.js';
import { emulatorFetch } from '../../../demo/emulator/respond.js';
import { demoProjectId, seedDemoWorld } from '../../../demo/scenarios/customers.js';
import { readAddress } from '../../../src/domain/address/address.js';
import { JourneyError } from '../../../src/domain/base/journey-error.js';
import { withLookUp, withName } from '../../../src/domain/look-up/recent-look-ups.js';
import type { LookUpEvent } from '../../../src/elements/shared/events/look-up-event.js';
import type { WaylineJourney } from '../../../src/elements/journey/wayline-journey.js';
import type { WaylineLookUp } from '../../../src/elements/look-up/wayline-look-up.js';
import { en } from '../../support/english.js';
import { button, deepAll, textIn } from '../../support/shadow-text.js';
import { waitUntil } from '../../support/wait-until.js';
import '../../support/whole-widget.js';
import { displayOf } from '../../support/display.js';

const anais = '+14155550132';
const amara = '+447700900481';
const stranger = '+19995550199';
const call = (ani: string, id = `task ${ani}`) => ({
  interactionId: id,
  mediaType: 'telephony',
  contactDirection: 'INBOUND',
  ani,
});

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();
const press = (target: EventTarget, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
const fieldIn = (element: Element) => deepAll<HTMLInputElement>(element, '#field')[0];
const type = (field: HTMLInputElement, text: string) => {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};

describe('a look-up', function () {
  this.timeout(40_000);

  const realFetch = globalThis.fetch;
  let emulator: Emulator;
  /** Answers about persons wait for it while it is set. */
  let held: Promise<void> | undefined;
  let asked: string[];
  let agents = 0;

  beforeEach(() => {
    agents += 1;
    asked = [];
    held = undefined;
    emulator = createEmulator({ seed: seedDemoWorld });
    const answer = emulatorFetch(emulator.handlers);
    globalThis.fetch = async (input, init) => {
      const path = decodeURIComponent(new URL(input as string).pathname);
      asked.push(path);
      if (path.includes('/aliases/')) await held;
      return answer(input, init);
    };
  });

  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  const journey = (properties: object = {}): Promise<WaylineJourney> => {
    const element = document.createElement('wayline-journey');
    element.setAttribute('enable-user-search', '');
    element.setAttribute('project-id', demoProjectId);
    Object.assign(element, { bearerToken: 'one', dataCenter: 'produs1', agentId: `agent-${agents}`, ...properties });
    return fixture<WaylineJourney>(html`<div style="block-size: 800px">${element}</div>`).then(() => element);
  };
  const shows = (element: Element, text: string) =>
    waitUntil(() => textIn(element).includes(text)).catch(() => {
      throw new Error(`"${text}" never appeared; shown: ${spaced(textIn(element)).slice(0, 900)}`);
    });
  const head = (element: WaylineJourney) =>
    spaced(textIn(element.shadowRoot!.querySelector('wayline-header') ?? document.createElement('p')));
  const opener = (element: WaylineJourney) => deepAll<HTMLButtonElement>(element, '.look-up')[0];

  const openForm = async (element: WaylineJourney): Promise<HTMLInputElement> => {
    await waitUntil(() => opener(element) !== undefined);
    opener(element)!.focus();
    opener(element)!.click();
    await waitUntil(() => fieldIn(element) !== undefined);
    return fieldIn(element)!;
  };
  const lookUp = async (element: WaylineJourney, text: string): Promise<void> => {
    const field = await openForm(element);
    type(field, text);
    press(field, 'Enter');
  };

  it('is offered only if the layout allows it', async () => {
    const element = await journey({ interactionData: call(stranger), enableUserSearch: false });
    await shows(element, 'First contact');
    expect(opener(element)).to.equal(undefined);
    element.enableUserSearch = true;
    await waitUntil(() => deepAll(element, '.look-up').length === 2);
    await lookUp(element, anais);
    await shows(element, 'Moreau');
    element.enableUserSearch = false;
    await waitUntil(() => head(element).includes(stranger));
    expect(opener(element)).to.equal(undefined);
  });

  it('shows another customer without an ongoing contact, and leads back in one step', async () => {
    const element = await journey({ interactionData: call(anais) });
    await shows(element, 'Premium Fibre');
    await shows(element, 'On the line');
    await lookUp(element, amara);
    await waitUntil(() => head(element).includes('Amara Okonkwo'));
    await waitUntil(() => (element.shadowRoot!.querySelector('wayline-timeline')?.view?.total ?? 0) > 0);
    expect(element.shadowRoot!.querySelector('wayline-timeline')!.currentTaskId).to.equal(undefined);
    expect(element.shadowRoot!.querySelector('wayline-now')).to.equal(null);
    for (const words of ['Moreau', 'On the line', 'Premium Fibre']) expect(textIn(element)).not.to.include(words);
    expect(textIn(element)).to.include(`You looked up \u2068${amara}\u2069`);
    expect(fieldIn(element)).to.equal(undefined);
    const back = button(element, 'Back to the current contact')!;
    await waitUntil(() => back.matches(':focus'));
    await expect(element).to.be.accessible();

    back.click();
    await waitUntil(() => head(element).includes('Moreau'));
    await shows(element, 'On the line');
    expect(textIn(element)).not.to.include('Okonkwo');
    await waitUntil(() => opener(element)!.matches(':focus'));
  });

  const shapes: readonly [what: string, shown: string, contact: object | null][] = [
    ['no contact', 'No contact selected', null],
    ['an anonymous caller', 'Anonymous caller', call('anonymous')],
    ['a masked caller', 'The address is masked', call('+1415*****32')],
  ];
  for (const [what, shown, contact] of shapes) {
    it(`begins and ends with ${what}`, async () => {
      const element = await journey({ interactionData: contact });
      await shows(element, shown);
      await lookUp(element, 'amo@example.org');
      await waitUntil(() => head(element).includes('Moreau'));
      button(element, contact === null ? 'Close look-up' : 'Back to the current contact')!.click();
      await shows(element, shown);
      expect(textIn(element)).not.to.include('Moreau');
      await waitUntil(() => opener(element)?.matches(':focus') === true);
      await expect(element).to.be.accessible();
    });
  }

  it('finds by a customer ID as it is written', async () => {
    const element = await journey({ interactionData: null });
    await lookUp(element, ' C-884120 ');
    await waitUntil(() => head(element).includes('Moreau'));
    expect(asked.some((path) => path.endsWith('/aliases/C-884120'))).to.equal(true);
  });

  describe('when a contact comes in', () => {
    it('ends at once: the agent sees the caller', async () => {
      const element = await journey({ interactionData: call(anais) });
      await shows(element, 'Premium Fibre');
      await lookUp(element, amara);
      await waitUntil(() => head(element).includes('Okonkwo'));
      element.interactionData = call('+447700900123');
      await element.updateComplete;
      expect(textIn(element)).not.to.include('Okonkwo');
      await waitUntil(() => head(element).includes('Carvalho'));
      await shows(element, 'On the line');
      expect(textIn(element)).not.to.include('You looked up');
    });

    it('ends also without a previous customer, and when the contact is from the person who was looked up', async () => {
      const element = await journey({ interactionData: null });
      await lookUp(element, amara);
      await waitUntil(() => head(element).includes('Okonkwo'));
      element.interactionData = call(amara);
      await shows(element, 'On the line');
      expect(textIn(element)).not.to.include('You looked up');
    });

    it('ends during the request, and drops the late answer', async () => {
      const element = await journey({ interactionData: call(anais) });
      await shows(element, 'Premium Fibre');
      let release = () => {};
      held = new Promise((resolve) => (release = resolve));
      await lookUp(element, amara);
      await waitUntil(() => asked.some((path) => path.includes(`/aliases/${amara}`)));
      await shows(element, 'Looking up');
      held = undefined;
      element.interactionData = call('+447700900123');
      await waitUntil(() => head(element).includes('Carvalho'));
      release();
      await waitUntil(() => textIn(element).includes('Live'));
      expect(textIn(element)).not.to.include('Okonkwo');
      expect(fieldIn(element)).to.equal(undefined);
    });

    it('ends while the pane is hidden', async () => {
      const element = await journey({ interactionData: call(anais) });
      await shows(element, 'Premium Fibre');
      await lookUp(element, amara);
      await waitUntil(() => head(element).includes('Okonkwo'));
      const pane = element.parentElement!;
      pane.remove();
      element.interactionData = call('+447700900123');
      document.body.append(pane);
      await waitUntil(() => head(element).includes('Carvalho'));
      expect(textIn(element)).not.to.include('Okonkwo');
      pane.remove();
    });

    it('removes the text that the agent typed about another customer, and keeps the focus in the widget', async () => {
      const element = await journey({ interactionData: call(anais) });
      await shows(element, 'Premium Fibre');
      type(await openForm(element), '+4930');
      element.interactionData = call(amara);
      await waitUntil(() => fieldIn(element) === undefined);
      await waitUntil(() => opener(element)!.matches(':focus'));
    });
  });

  it('stays when the same contact is set again, and when it ends', async () => {
    const element = await journey({ interactionData: call(anais) });
    await shows(element, 'Premium Fibre');
    await lookUp(element, amara);
    await waitUntil(() => head(element).includes('Okonkwo'));
    for (const contact of [{ ...call(anais), isHold: true }, null, call(anais)]) {
      element.interactionData = contact;
      await element.updateComplete;
      expect(head(element)).to.include('Okonkwo');
      expect(button(element, contact === null ? 'Close look-up' : 'Back')).not.to.equal(undefined);
    }
  });

  it('ends when the host wants another customer shown, when another agent signs in, and when the contact is unreadable', async () => {
    const unreadable = new Proxy(
      {},
      {
        get: () => {
          throw new Error('odd');
        },
      },
    );
    for (const change of [{ customer: anais }, { agentId: 'another' }, { interactionData: unreadable }]) {
      const element = await journey({ interactionData: null });
      await lookUp(element, amara);
      await waitUntil(() => head(element).includes('Okonkwo'));
      Object.assign(element, change);
      await waitUntil(() => !textIn(element).includes('Okonkwo'));
      expect(textIn(element)).not.to.include('You looked up');
    }
  });

  it('does not change the customer that the host shows', async () => {
    const element = await journey({ interactionData: null, customer: anais });
    await waitUntil(() => head(element).includes('Moreau'));
    await lookUp(element, amara);
    await waitUntil(() => head(element).includes('Okonkwo'));
    button(element, 'Close look-up')!.click();
    await waitUntil(() => head(element).includes('Moreau'));
  });

  it('drops the answer to a look-up when another one has started', async () => {
    const element = await journey({ interactionData: null });
    let release = () => {};
    held = new Promise((resolve) => (release = resolve));
    await lookUp(element, amara);
    await waitUntil(() => asked.some((path) => path.includes(`/aliases/${amara}`)));
    held = undefined;
    const field = fieldIn(element)!;
    type(field, anais);
    press(field, 'Enter');
    await waitUntil(() => head(element).includes('Moreau'));
    release();
    await shows(element, 'Premium Fibre');
    expect(textIn(element)).not.to.include('Okonkwo');
  });

  it('says that no customer was found, keeps the typed text, and stays open', async () => {
    const element = await journey({ interactionData: call(anais) });
    await shows(element, 'Premium Fibre');
    await lookUp(element, stranger);
    await shows(element, 'No customer found for this number');
    expect(fieldIn(element)!.value).to.equal(stranger);
    expect(fieldIn(element)!.matches(':focus')).to.equal(true);
    expect(head(element)).to.include('no person has this number yet');
    await expect(element).to.be.accessible();
    type(fieldIn(element)!, 'amo@example.org');
    await waitUntil(() => !textIn(element.shadowRoot!.querySelector('wayline-look-up')!).includes('No customer found'));
    press(fieldIn(element)!, 'Enter');
    await waitUntil(() => head(element).includes('Moreau'));
  });

  it('reports a network error, keeps the typed text, and tries again', async () => {
    const element = await journey({ interactionData: call(anais) });
    await shows(element, 'Premium Fibre');
    const answer = globalThis.fetch;
    globalThis.fetch = (input, init) =>
      (input as string).includes('/aliases/') ? Promise.reject(new TypeError('Failed to fetch')) : answer(input, init);
    await lookUp(element, amara);
    const form = element.shadowRoot!.querySelector('wayline-look-up')!;
    await shows(form, 'Check the network');
    expect(fieldIn(element)!.value).to.equal(amara);
    globalThis.fetch = answer;
    button(form, 'Try again')!.click();
    await waitUntil(() => head(element).includes('Okonkwo'));
    expect(fieldIn(element)).to.equal(undefined);
  });

  it('lets the agent choose when several persons are found', async () => {
    const answer = globalThis.fetch;
    const person = (id: string, firstName: string) => ({
      id,
      firstName,
      lastName: 'Berg',
      email: ['info@example.org'],
    });
    globalThis.fetch = (input, init) =>
      (input as string).includes('/aliases/')
        ? Promise.resolve(Response.json({ data: [person('1', 'Jo'), person('2', 'Li')] }))
        : answer(input, init);
    const element = await journey({ interactionData: null });
    await lookUp(element, 'info@example.org');
    await shows(element, 'Who is it?');
    await waitUntil(() => fieldIn(element) === undefined);
    expect(element.shadowRoot!.querySelector('wayline-timeline')).to.equal(null);
  });

  describe('remembered', () => {
    const recents = (element: WaylineJourney) =>
      deepAll<HTMLButtonElement>(element, '.recent').map((one) => spaced(textIn(one)));

    it('is the last one first, with the name, each once, on this page only', async () => {
      const stored = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]);
      const element = await journey({ interactionData: null });
      for (const [address, name] of [
        [amara, 'Okonkwo'],
        ['amo@example.org', 'Moreau'],
        ['+44 7700 900481', 'Okonkwo'],
      ] as const) {
        await lookUp(element, address);
        await waitUntil(() => head(element).includes(name));
      }
      await openForm(element);
      expect(recents(element)).to.deep.equal(['Amara Okonkwo +44 7700 900481', "Anaïs Moreau-O'Neill amo@example.org"]);
      for (const secret of [amara, '7700 900481', 'amo@example.org', 'Okonkwo'])
        expect(stored()).not.to.include(secret);

      deepAll<HTMLButtonElement>(element, '.recent')[1]!.click();
      await waitUntil(() => head(element).includes('Moreau'));
      await openForm(element);
      expect(recents(element)[0]).to.include('Moreau');
      button(element, 'Clear')!.click();
      await waitUntil(() => recents(element).length === 0);
      expect(fieldIn(element)!.matches(':focus')).to.equal(true);
    });

    it('is hidden from other agents and after signing out', async () => {
      const element = await journey({ interactionData: null });
      await lookUp(element, amara);
      await waitUntil(() => head(element).includes('Okonkwo'));
      element.bearerToken = '';
      await element.updateComplete;
      element.bearerToken = 'two';
      await openForm(element);
      expect(recents(element)).to.deep.equal([]);

      await lookUp(element, anais);
      await waitUntil(() => head(element).includes('Moreau'));
      const own = element.agentId;
      element.agentId = 'somebody else';
      await shows(element, 'No contact selected');
      await openForm(element);
      expect(recents(element)).to.deep.equal([]);
      element.agentId = own;
      await shows(element, 'No contact selected');
      await waitUntil(() => fieldIn(element) === undefined);
      await openForm(element);
      expect(recents(element)).to.deep.equal([]);
    });
  });
});

describe('<wayline-look-up>', () => {
  const shown = async (properties: Partial<WaylineLookUp> = {}): Promise<WaylineLookUp> => {
    const element = await fixture<WaylineLookUp>(html`<wayline-look-up .open=${true}></wayline-look-up>`);
    Object.assign(element, properties);
    await element.updateComplete;
    return element;
  };
  const message = (element: WaylineLookUp) => spaced(textIn(deepAll(element, '#message')[0]!));

  const unfit: readonly [typed: string, says: string][] = [
    ['', en.lookUp.unfit.empty],
    ['   ', en.lookUp.unfit.empty],
    ['+1415*****32', en.lookUp.unfit.masked],
    ['anonymous', en.lookUp.unfit.withheld],
    ['1'.repeat(321), en.lookUp.unfit['too-long']],
  ];
  for (const [typed, says] of unfit) {
    it(`explains what is wrong with "${typed.slice(0, 20)}", sends nothing, and keeps it`, async () => {
      const element = await shown();
      let asked = 0;
      element.addEventListener('wayline-look-up', () => (asked += 1));
      type(fieldIn(element)!, typed);
      press(fieldIn(element)!, 'Enter');
      await element.updateComplete;
      expect([message(element), asked, fieldIn(element)!.value]).to.deep.equal([says, 0, typed]);
      expect(fieldIn(element)!.getAttribute('aria-invalid')).to.equal('true');
      expect(fieldIn(element)!.getAttribute('aria-describedby')).to.equal('message');
      await expect(element).to.be.accessible();
      type(fieldIn(element)!, `${typed}1`.slice(-5));
      await element.updateComplete;
      expect(message(element)).to.equal('');
    });
  }

  it('starts with the button and with Enter, within the widget only', async () => {
    const element = await shown();
    let outside = 0;
    const count = () => (outside += 1);
    document.addEventListener('wayline-look-up', count);
    type(fieldIn(element)!, 'C-1');
    setTimeout(() => button(element, 'Look up')!.click());
    const { wish } = await oneEvent<LookUpEvent>(element, 'wayline-look-up');
    document.removeEventListener('wayline-look-up', count);
    expect(wish).to.deep.equal({ kind: 'look-up', address: readAddress('C-1') });
    expect(outside).to.equal(0);
  });

  it('closes with Escape and gives the focus back', async () => {
    const opener = await fixture<HTMLButtonElement>(html`<button>open</button>`);
    const element = await fixture<WaylineLookUp>(html`<wayline-look-up></wayline-look-up>`);
    element.addEventListener('wayline-look-up', ({ wish }) => (element.open = wish.kind !== 'close'));
    opener.focus();
    element.open = true;
    await element.updateComplete;
    expect(fieldIn(element)!.matches(':focus')).to.equal(true);
    press(fieldIn(element)!, 'Escape');
    await waitUntil(() => document.activeElement === opener);
    expect(fieldIn(element)).to.equal(undefined);
  });

  it('shows only the last characters of addresses where they are masked, and no names where these are hidden', async () => {
    const address = readAddress('+14155550132')!;
    const recents = withName(withLookUp([], address), address, {
      id: 'p1',
      firstName: 'Anaïs',
      lastName: 'C-884120',
      aliases: [{ kind: 'customerId', value: 'C-884120' }],
    });
    const element = await shown({ address, recents, display: displayOf({ masked: true }) });
    expect(textIn(element)).not.to.include('415');
    expect(textIn(element)).to.include('0132');
    expect(textIn(element)).to.include('Anaïs ••••4120');
    element.hideName = true;
    await element.updateComplete;
    expect(textIn(element)).not.to.include('Anaïs');
  });

  it('explains an error of the service in its own words', async () => {
    const address = readAddress('+14155550132')!;
    const element = await shown();
    type(fieldIn(element)!, address.value);
    press(fieldIn(element)!, 'Enter');
    element.address = address;
    element.person = { status: 'failed', value: undefined, error: new JourneyError('forbidden'), asOf: undefined };
    await element.updateComplete;
    expect(message(element)).to.include(en.errors.forbidden.text);
    await expect(element).to.be.accessible();
  });
});
