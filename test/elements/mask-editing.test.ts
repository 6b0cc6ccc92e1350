import { expect, fixture, html } from '@open-wc/testing';
import type { EditOutcome } from '../../src/domain/person/person-edit.js';
import type { Person } from '../../src/domain/person/person.js';
import { readAddress } from '../../src/domain/address/address.js';
import type { WaylineIdentity } from '../../src/elements/identity/wayline-identity.js';
import type { WaylinePersons } from '../../src/elements/identity/wayline-persons.js';
import type { WaylineRename } from '../../src/elements/identity/wayline-rename.js';
import { announced } from '../support/announced.js';
import { drawnIn } from '../support/drawn.js';
import { plainIn } from '../support/dresses.js';
import { answerAt, done, edited, matchOf, type PersonDesk } from '../support/person-desk.js';
import { button, deepAll, textIn } from '../support/shadow-text.js';
import { waitUntil } from '../support/wait-until.js';
import '../support/whole-widget.js';
import { displayOf } from '../support/display.js';

const anais: Person = {
  id: 'p1',
  firstName: 'Anaïs',
  lastName: 'Moreau',
  aliases: [
    { kind: 'phone', value: '+14155550132' },
    { kind: 'email', value: 'anais.moreau@example.com' },
    { kind: 'customerId', value: 'C-884120' },
  ],
};
const values = anais.aliases.map(({ value }) => value);
/** People first seen in an event are often called by their number. */
const numbered: Person = {
  id: 'p2',
  firstName: 'C-300117',
  lastName: '+1 312 555 0147',
  aliases: [
    { kind: 'phone', value: '+13125550147' },
    { kind: 'customerId', value: 'C-300117' },
  ],
};
const others = numbered.aliases.map(({ value }) => value);
const spaced = (text: string) =>
  text
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const ready = (...persons: readonly Person[]) =>
  ({ status: 'ready', value: matchOf(...persons), error: undefined, asOf: 0 }) as const;

async function stage(person: Person, desk: Partial<PersonDesk> = {}) {
  const element = await fixture<WaylineIdentity>(
    html`<wayline-identity .display=${displayOf({ masked: true })}></wayline-identity>`,
  );
  Object.assign(element, { person: ready(person), address: readAddress('+14155550132') });
  const become = (outcome: EditOutcome): EditOutcome => {
    element.person = ready(outcome.person);
    return outcome;
  };
  answerAt(element, {
    mayMerge: () => Promise.resolve(true),
    ...desk,
    edit: async (edit) =>
      become(
        await (desk.edit ?? ((one) => Promise.resolve(done(edited(element.person!.value!.persons[0]!, one)))))(edit),
      ),
  });
  await element.updateComplete;
  button(element, 'Edit')!.click();
  await element.updateComplete;
  return element;
}
const row = (element: Element, words: string) => deepAll(element, '.alias').find((one) => textIn(one).includes(words))!;
const type = (element: Element, place: string, text: string): HTMLInputElement => {
  const field = deepAll<HTMLInputElement>(element, place)[0]!;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return field;
};
/** Plain values in drawn text, except typed text, and in announcements. */
const plain = (element: Element, of: readonly string[] = [...values, ...others]) =>
  plainIn([drawnIn(element.shadowRoot!, false), ...announced(element)].join('\n'), of);

describe('changing a person whose aliases are masked', () => {
  it('shows only the last characters of an alias, before and after it is removed and restored', async () => {
    const restored = [{ kind: 'customerId', value: 'C-884120' }] as const;
    const lost = [{ kind: 'phone', value: '+13125550147' }] as const;
    const element = await stage(anais, {
      edit: (edit) => Promise.resolve(done(edited(element.person!.value!.persons[0]!, edit), { restored, lost })),
    });
    const remove = row(element, 'a••@•••').querySelector<HTMLElement>('.remove')!;
    expect(remove.ariaLabel).to.include('a••@•••');
    remove.click();
    await waitUntil(() => row(element, 'a••@•••').querySelector('.undo') !== null);
    expect(spaced(textIn(element)))
      .to.include('••••4120')
      .and.include('••• ••• 0147');
    row(element, 'a••@•••').querySelector<HTMLElement>('.undo')!.click();
    await waitUntil(() => row(element, 'a••@•••').querySelector('.remove') !== null);
    row(element, '0132').querySelector<HTMLElement>('.remove')!.click();
    await waitUntil(() => deepAll(element, '.doubt').length > 0);
    expect(announced(element).join(' ')).to.include('a••@•••');
    expect(plain(element)).to.deep.equal([]);
  });

  it('keeps the value out of messages while it is revealed, because messages stay longer', async () => {
    const element = await stage(anais);
    row(element, 'a••@•••').querySelector<HTMLElement>('.button')!.click();
    await element.updateComplete;
    expect(plain(element)).to.deep.equal([values[1]]);
    row(element, 'anais.moreau').querySelector<HTMLElement>('.remove')!.click();
    await waitUntil(() => announced(element).some((words) => words.includes('a••@•••')));
    expect(plainIn(announced(element).join('\n'), values)).to.deep.equal([]);
  });

  it('shows the end of an added alias and does not mask the typed value', async () => {
    const element = await stage(anais);
    const field = type(element, '.field:not(.narrow) input[inputmode]', '+1 312 555 0147');
    expect(field.value).to.equal('+1 312 555 0147');
    deepAll(element, 'form')
      .at(-1)!
      .dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
    await waitUntil(() => textIn(element).includes('••• ••• 0147'));
    expect(field.value).to.equal('');
    expect(plain(element)).to.deep.equal([]);
  });

  it('allows changing a name that contains no address', async () => {
    expect(deepAll(await stage(anais), 'wayline-rename')).to.have.lengthOf(1);
    const element = await stage(numbered);
    expect(deepAll(element, 'wayline-rename')).to.have.lengthOf(0);
    expect(plain(element)).to.deep.equal([]);
  });

  it('masks an address in the name that another user saved at the same time', async () => {
    const element = await fixture<WaylineRename>(
      html`<wayline-rename .display=${displayOf({ masked: true })} .person=${anais}></wayline-rename>`,
    );
    const outcome = { ...done({ ...anais, lastName: '+14155550132' }), kind: 'changed' } as const;
    answerAt(element, { edit: () => Promise.resolve(outcome) });
    type(element, 'input', 'Ann');
    button(element, 'Save')!.click();
    await waitUntil(() => announced(element).some((words) => words.includes('0132')));
    expect(plain(element)).to.deep.equal([]);
  });

  it('compares with another person and keeps their aliases masked', async () => {
    const element = await stage(anais, { find: () => Promise.resolve(matchOf(numbered)) });
    await waitUntil(() => button(element, 'Merge with') !== undefined);
    button(element, 'Merge with')!.click();
    await waitUntil(() => deepAll(element, '[name=address]').length > 0);
    type(element, '[name=address]', '+13125550147');
    button(element, 'Look up')!.click();
    await waitUntil(() => deepAll(element, '.card').length === 2);
    expect(spaced(textIn(deepAll(element, '.card')[1]!))).to.include('••••0117 ••• ••• 0147');
    expect(plain(element)).to.deep.equal([]);
  });

  it('lets the agent choose between several persons by their masked aliases and names', async () => {
    const shared = { kind: 'email', value: 'info@example.org' } as const;
    const both = [anais, numbered].map((one) => ({ ...one, aliases: [shared, ...one.aliases] }));
    const element = await fixture<WaylinePersons>(
      html`<wayline-persons
        .display=${displayOf({ masked: true })}
        .person=${{ ...ready(), value: matchOf(...both) }}
      ></wayline-persons>`,
    );
    expect(plain(element, [...values, ...others, shared.value])).to.deep.equal([]);
    expect(deepAll(element, '.name').map(textIn)).to.deep.equal(['Anaïs Moreau', '••••0117 ••• ••• 0147']);
  });
});
