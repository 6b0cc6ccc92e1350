import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import { JourneyError } from '../../../src/domain/base/journey-error.js';
import type { Person } from '../../../src/domain/person/person.js';
import type { WaylineMerge } from '../../../src/elements/merge/wayline-merge.js';
import { announced } from '../../support/announced.js';
import { answerAt, matchOf, type PersonDesk } from '../../support/person-desk.js';
import { waitUntil } from '../../support/wait-until.js';
import '../../support/whole-widget.js';

const anais: Person = {
  id: 'p1',
  firstName: 'Anaïs',
  lastName: 'Moreau',
  aliases: [
    { kind: 'phone', value: '+14155550132' },
    { kind: 'email', value: 'anais@example.com' },
  ],
};
const other: Person = {
  id: 'p2',
  firstName: 'A.',
  lastName: 'Moreau',
  aliases: [
    { kind: 'email', value: 'amo@example.org' },
    { kind: 'customerId', value: 'C-884120' },
  ],
};
const third: Person = { ...other, id: 'p3', firstName: 'Tomasz', lastName: 'Nowak' };

async function stage(desk: Partial<PersonDesk> = {}, parts: Partial<WaylineMerge> = {}) {
  const element = document.createElement('wayline-merge');
  const heard: string[] = [];
  for (const name of ['merged', 'close']) element.addEventListener(name, () => heard.push(name));
  const asked = answerAt(element, {
    find: () => Promise.resolve(matchOf(other)),
    merge: () => Promise.resolve(),
    ...desk,
  });
  Object.assign(element, { person: anais, ...parts });
  await fixture(html`${element}`);
  await element.updateComplete;
  const root = element.shadowRoot!;
  const field = root.querySelector<HTMLInputElement>('input[name=address]')!;
  const button = (words: string) =>
    [...root.querySelectorAll<HTMLButtonElement>('button')].find(
      (one) => one.checkVisibility() && (one.ariaLabel ?? one.textContent).trim().startsWith(words),
    );
  return {
    element,
    root,
    asked,
    heard,
    field,
    button,
    text: () => root.querySelector('dialog')!.innerText.replace(/\s+/g, ' '),
    find: async (typed: string) => {
      field.value = typed;
      field.dispatchEvent(new Event('input'));
      button('Look up')!.click();
      await element.updateComplete;
    },
    compare: () => waitUntil(() => root.querySelector('.card') !== null),
    note: () => root.querySelector('wayline-note'),
  };
}

describe('<wayline-merge>', () => {
  it('looks up the other person and shows both, the result, and that a merge is final', async () => {
    const on = await stage();
    expect(on.root.activeElement).to.equal(on.field);
    await on.find('amo@example.org');
    await on.compare();
    const cards = [...on.root.querySelectorAll<HTMLElement>('.card')].map(({ innerText }) =>
      innerText.replace(/\s+/g, ' '),
    );
    expect(cards).to.deep.equal([
      'Kept AM Anaïs Moreau +14155550132 phone anais@example.com email',
      'Merged into it AM A. Moreau amo@example.org email C-884120 customer ID',
    ]);
    expect(on.text().replace(/[\u2068\u2069]/g, '')).to.contain(
      'The name will be Anaïs Moreau. The result has 4 aliases. All events of both persons will be shown together. This cannot be undone.',
    );
    expect(on.root.activeElement?.textContent).to.equal('Kept');
  });

  it('merges only after the agent has confirmed that both are the same person', async () => {
    const on = await stage();
    await on.find('amo@example.org');
    await on.compare();
    on.button('Merge into Anaïs Moreau')!.click();
    await on.element.updateComplete;
    expect(on.asked.merged).to.have.lengthOf(0);
    expect(on.text()).to.contain('Confirm that both are the same customer.');
    expect(on.root.activeElement).to.equal(on.root.querySelector('[type=checkbox]'));
    await sendKeys({ press: 'Space' });
    on.button('Merge into Anaïs Moreau')!.click();
    await waitUntil(() => on.heard.includes('close'));
    expect(on.asked.merged).to.deep.equal([other]);
    expect(on.heard).to.deep.equal(['merged', 'close']);
    expect(announced(on.element)).to.deep.equal(['Merged into Anaïs Moreau.']);
  });

  it('stays closed when the merged person is drawn before its close event', async () => {
    const { element, root, find, compare, button, heard } = await stage();
    await find('amo@example.org');
    await compare();
    root.querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    button('Merge into')!.click();
    await waitUntil(() => !root.querySelector('dialog')!.open);
    element.person = { ...anais, aliases: [...anais.aliases, ...other.aliases] };
    await element.updateComplete;
    expect(root.querySelector('dialog')!.open).to.equal(false);
    await waitUntil(() => heard.includes('close'));
    expect(root.querySelector('dialog')!.open).to.equal(false);
  });

  it('merges once for several presses of the button', async () => {
    const on = await stage({ merge: () => new Promise(() => undefined) });
    await on.find('amo@example.org');
    await on.compare();
    on.root.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
    const button = on.button('Merge into')!;
    button.click();
    await on.element.updateComplete;
    button.click();
    expect([on.asked.merged.length, button.ariaBusy]).to.deep.equal([1, 'true']);
  });

  for (const [what, typed, persons, words] of [
    ['no address', ' ', [], 'Enter a number, an email address or an ID.'],
    ['a masked address', '+1415*****32', [], 'Enter a number, an email address or an ID.'],
    ['an unknown address', 'new@example.org', [], 'No person found.'],
    ['an address of the person shown', 'anais@example.com', [anais], 'This is the person already shown.'],
  ] as const) {
    it(`stays with the first step for ${what}`, async () => {
      const on = await stage({ find: () => Promise.resolve(matchOf(...persons)) });
      await on.find(typed);
      await waitUntil(() => on.text().includes(words));
      expect(on.root.querySelector('.card')).to.equal(null);
      expect(on.root.activeElement).to.equal(on.field);
      expect(announced(on.element)[0]).to.contain(words);
      on.field.dispatchEvent(new Event('input'));
      await on.element.updateComplete;
      expect(on.text()).not.to.contain(words);
    });
  }

  it('asks which person is meant when several have the address, and keeps the choice to itself', async () => {
    const on = await stage({ find: () => Promise.resolve(matchOf(anais, other, third)) });
    const outside: Event[] = [];
    const listen = (event: Event) => outside.push(event);
    addEventListener('wayline-choose', listen);
    await on.find('info@example.org');
    await waitUntil(() => on.text().includes('Several persons have it.'));
    const persons = on.root.querySelector('wayline-persons')!;
    await persons.updateComplete;
    const buttons = [...persons.shadowRoot!.querySelectorAll('button')];
    expect(buttons.map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Choose A. Moreau', 'Choose Tomasz Nowak']);
    buttons[1]!.click();
    await on.compare();
    removeEventListener('wayline-choose', listen);
    expect(on.text()).to.contain('Tomasz Nowak');
    expect(outside).to.have.lengthOf(0);
  });

  it('goes back to the first step with the typed text', async () => {
    const on = await stage();
    await on.find('amo@example.org');
    await on.compare();
    on.button('Back')!.click();
    await waitUntil(() => on.root.activeElement === on.field);
    expect([on.root.querySelector('.card'), on.field.value]).to.deep.equal([null, 'amo@example.org']);
  });

  it('stays on top of everything, with the typed text, when the desktop moves the widget', async () => {
    const on = await stage();
    on.field.value = 'amo@';
    const dialog = on.root.querySelector('dialog')!;
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(on.element);
    await on.element.updateComplete;
    expect([dialog.matches(':modal'), on.field.value, on.heard]).to.deep.equal([true, 'amo@', []]);
    dialog.close();
    document.body.append(elsewhere);
    await on.element.updateComplete;
    expect(dialog.open).to.equal(false);
  });

  it('does not go back to another person while this one is being merged', async () => {
    const on = await stage({ merge: () => new Promise(() => undefined) });
    await on.find('amo@example.org');
    await on.compare();
    on.root.querySelector<HTMLInputElement>('[type=checkbox]')!.checked = true;
    on.button('Merge into')!.click();
    await on.element.updateComplete;
    on.button('Back')!.click();
    await on.element.updateComplete;
    expect(on.root.querySelectorAll('.card')).to.have.lengthOf(2);
  });

  it('starts with a suggested address', async () => {
    const find: PersonDesk['find'] = ({ value }) =>
      Promise.resolve(value === 'amo@example.org' ? matchOf(other) : matchOf());
    const on = await stage({ find }, { suggested: 'amo@example.org' });
    await on.compare();
  });

  it('names the person whose name is lost when the remaining one has none', async () => {
    const on = await stage({}, { person: { ...anais, firstName: '', lastName: '' } });
    await on.find('amo@example.org');
    await on.compare();
    expect(on.text().replace(/[\u2068\u2069]/g, '')).to.contain('has no name. The name A. Moreau is not copied');
  });

  it('stays open when the merge fails, explains why, and tries again', async () => {
    let fails = true;
    const on = await stage({
      merge: () => (fails ? Promise.reject(new JourneyError('server', { trackingId: 'trk-1' })) : Promise.resolve()),
    });
    await on.find('amo@example.org');
    await on.compare();
    on.root.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
    on.button('Merge into')!.click();
    await waitUntil(() => on.note() !== null);
    expect([on.note()!.heading, on.note()!.trackingId]).to.deep.equal(['The persons were not merged', 'trk-1']);
    expect(on.heard).to.deep.equal([]);
    fails = false;
    await on.note()!.updateComplete;
    on.note()!.shadowRoot!.querySelector<HTMLElement>('.button')!.click();
    await waitUntil(() => on.heard.includes('merged'));
  });

  it('says that the permission is missing, and does not offer to try again', async () => {
    const on = await stage({ merge: () => Promise.reject(new JourneyError('forbidden')) });
    await on.find('amo@example.org');
    await on.compare();
    on.root.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
    on.button('Merge into')!.click();
    await waitUntil(() => on.note() !== null);
    expect(on.note()!.text).to.contain('You have no permission to merge persons.');
    expect([on.note()!.retry, on.root.querySelector('dialog')!.open]).to.deep.equal([undefined, true]);
  });

  it('says that the look-up failed, and tries again', async () => {
    let fails = true;
    const on = await stage({
      find: () => (fails ? Promise.reject(new JourneyError('network')) : Promise.resolve(matchOf(other))),
    });
    await on.find('amo@example.org');
    await waitUntil(() => on.note() !== null);
    expect(on.note()!.heading).to.equal('The look-up failed');
    fails = false;
    await on.note()!.updateComplete;
    on.note()!.shadowRoot!.querySelector<HTMLElement>('.button')!.click();
    await on.compare();
  });

  it('shows aliases only as they may be displayed', async () => {
    const on = await stage({}, { shownOf: (value) => `••${value.slice(-2)}` });
    await on.find('amo@example.org');
    await on.compare();
    const lists = [...on.root.querySelectorAll<HTMLElement>('.card ul')].map(({ innerText }) =>
      innerText.replace(/\s+/g, ' '),
    );
    expect(lists).to.deep.equal(['••32 phone ••om email', '••rg email ••20 customer ID']);
  });

  it('is accessible in both steps and schemes, within 320 pixels', async () => {
    for (const scheme of ['light', 'dark']) {
      const on = await stage();
      on.element.style.colorScheme = scheme;
      on.root.querySelector('dialog')!.style.inlineSize = '300px';
      await expect(on.element).to.be.accessible();
      await on.find('amo@example.org');
      await on.compare();
      on.button('Merge into')!.click();
      await on.element.updateComplete;
      await expect(on.element).to.be.accessible();
      const dialog = on.root.querySelector('dialog')!;
      expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
    }
  });
});
