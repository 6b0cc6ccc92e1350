import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import { readAddress } from '../../../src/domain/address/address.js';
import { JourneyError } from '../../../src/domain/base/journey-error.js';
import type { Alias, Person, PersonMatch } from '../../../src/domain/person/person.js';
import type { Loadable } from '../../../src/domain/status/loadable.js';
import type { ChooseEvent } from '../../../src/elements/shared/events/choose-person-event.js';
import type { RetryEvent } from '../../../src/elements/shared/events/retry-event.js';
import type { WaylinePersons } from '../../../src/elements/identity/wayline-persons.js';
import '../../support/whole-widget.js';
import { button, deepAll, textIn } from '../../support/shadow-text.js';

const ten = Date.parse('2026-11-20T10:00:00Z');
const shared: Alias = { kind: 'email', value: 'info@example.org' };
const named = (id: string, firstName: string, lastName: string, ...aliases: readonly Alias[]): Person => ({
  id,
  firstName,
  lastName,
  aliases,
});
const jo = named('p1', 'Jo', 'Berg', shared, { kind: 'customerId', value: 'C-1007' }, { kind: 'phone', value: '+49' });
const li = named('p2', 'Li', 'Okafor', shared, { kind: 'phone', value: '+4930555130' });
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

const section = (...persons: readonly Person[]): Loadable<PersonMatch> => ({
  status: 'ready',
  value: { persons, address: shared.value },
  error: undefined,
  asOf: ten,
});

const shown = (person: Loadable<PersonMatch>, address = readAddress(shared.value)) =>
  fixture<WaylinePersons>(html`<wayline-persons .person=${person} .address=${address}></wayline-persons>`);

describe('<wayline-persons>', () => {
  it('asks which of several persons it is, and sends only an ID to the page', async () => {
    const element = await shown(section(jo, li));
    await expect(element).to.be.accessible();
    const choose = deepAll<HTMLButtonElement>(element, 'button');
    expect(choose.map((one) => one.ariaLabel)).to.deep.equal(['Choose Jo Berg', 'Choose Li Okafor']);
    setTimeout(() => choose[1]!.click());
    const chosen = await oneEvent<ChooseEvent>(element, 'wayline-choose');
    expect([chosen.personId, chosen.bubbles, chosen.composed]).to.deep.equal(['p2', true, true]);
    expect(JSON.stringify(chosen)).not.to.include('Okafor');
  });

  it('shows the differing values first', async () => {
    const element = await shown(section(jo, li));
    expect(deepAll(element, '.person').map((person) => spaced(textIn(person)))).to.deep.equal([
      'JB Jo Berg +49 · phoneC-1007 · customer IDinfo@example.org · email Choose',
      'LO Li Okafor +4930555130 · phoneinfo@example.org · email Choose',
    ]);
  });

  it('is empty for one person and for none', async () => {
    expect(spaced(textIn(await shown(section(jo))))).to.equal('');
    expect(spaced(textIn(await shown(section())))).to.equal('');
  });

  it('offers to try again when the persons could not be looked up again', async () => {
    const error = new JourneyError('network');
    const element = await shown({ ...section(jo, li), status: 'failed', error });
    setTimeout(() => button(element, 'Try again')!.click());
    expect((await oneEvent<RetryEvent>(element, 'wayline-retry')).section).to.equal('person');
  });
});
