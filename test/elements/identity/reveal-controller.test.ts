import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import { readAddress } from '../../../src/domain/address/address.js';
import type { Person } from '../../../src/domain/person/person.js';
import type { RevealEvent } from '../../../src/elements/shared/events/reveal-event.js';
import type { WaylineIdentity } from '../../../src/elements/identity/wayline-identity.js';
import { announced } from '../../support/announced.js';
import { button, deepAll, textIn } from '../../support/shadow-text.js';
import '../../support/whole-widget.js';
import { displayOf } from '../../support/display.js';

const anais: Person = {
  id: 'p-1',
  firstName: 'Anaïs',
  lastName: 'Moreau',
  aliases: [
    { kind: 'phone', value: '+14155550132' },
    { kind: 'email', value: 'anais@example.com' },
    { kind: 'customerId', value: 'C-884120' },
  ],
};
const other: Person = { ...anais, id: 'p-2' };
const plain = anais.aliases.map(({ value }) => value);
const section = (person: Person) =>
  ({
    status: 'ready',
    value: { persons: [person], address: '+14155550132' },
    error: undefined,
    asOf: 0,
  }) as const;
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('a masked alias', () => {
  let now: number;
  beforeEach(() => (now = 1_000_000));

  const identity = () =>
    fixture<WaylineIdentity>(
      html`<wayline-identity
        .display=${displayOf({ masked: true })}
        .person=${section(anais)}
        .address=${readAddress('+14155550132')}
        .clock=${() => now}
      ></wayline-identity>`,
    );
  const rows = (element: Element) => deepAll(element, '.alias').map((row) => spaced(textIn(row)));
  const press = async (element: WaylineIdentity, row: number) => {
    deepAll<HTMLButtonElement>(element, '.alias button')[row]!.click();
    await element.updateComplete;
  };
  const shownIn = (element: Element) => plain.filter((value) => element.shadowRoot!.innerHTML.includes(value));
  const masked = ['••• ••• 0132 phone · matched Reveal', 'a••@••• email Reveal', '••••4120 customer ID Reveal'];

  it('shows only its last characters, in text and attributes', async () => {
    const element = await identity();
    expect(rows(element)).to.deep.equal(masked);
    expect(shownIn(element)).to.deep.equal([]);
    const label = button(element, 'Reveal')!.getAttribute('aria-label');
    expect(label).to.equal('Reveal phone ••• ••• 0132');
    await expect(element).to.be.accessible();
  });

  it('is shown on demand for half a minute, and the focus stays', async () => {
    const element = await identity();
    button(element, 'Aliases')!.click(); // nothing that is folded away can have the focus
    await element.updateComplete;
    const reveal = deepAll<HTMLButtonElement>(element, '.alias button')[0]!;
    reveal.focus();
    await press(element, 0);
    expect(rows(element)[0]).to.equal('+14155550132 phone · matched hides in 30 s Hide');
    expect(shownIn(element)).to.deep.equal(['+14155550132']);
    expect(element.shadowRoot!.activeElement === reveal).to.equal(true);
    now += 6000;
    element.requestUpdate();
    await element.updateComplete;
    expect(rows(element)[0]).to.equal('+14155550132 phone · matched hides in 24 s Hide');
    now += 24_000;
    element.requestUpdate();
    await element.updateComplete;
    expect(rows(element)).to.deep.equal(masked);
    expect(element.shadowRoot!.activeElement === reveal).to.equal(true);
  });

  it('is hidden by its own button and when another one is shown', async () => {
    const element = await identity();
    await press(element, 0);
    await press(element, 2);
    expect(shownIn(element)).to.deep.equal(['C-884120']);
    await press(element, 2);
    expect(rows(element)).to.deep.equal(masked);
  });

  const ends: readonly (readonly [what: string, happens: (element: WaylineIdentity) => unknown])[] = [
    [
      'Escape is pressed',
      (element) =>
        button(element, 'Hide')!.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
        ),
    ],
    ['another person comes', (element) => (element.person = section(other))],
    ['the person is unknown', (element) => (element.person = { ...section(anais), value: undefined })],
    ['it is not masked any more', (element) => (element.display = displayOf())],
    ['its list leaves the document', (element) => element.remove()],
    [
      'the page is hidden',
      () => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        delete (document as { visibilityState?: unknown }).visibilityState;
      },
    ],
  ];
  for (const [what, happens] of ends) {
    it(`is hidden again when ${what}`, async () => {
      const element = await identity();
      await press(element, 1);
      expect(shownIn(element)).to.deep.equal(['anais@example.com']);
      happens(element);
      await element.updateComplete;
      Object.assign(element, { person: section(anais), display: displayOf({ masked: true }) });
      await element.updateComplete;
      expect(shownIn(element)).to.deep.equal([]);
    });
  }

  it('does not handle Escape while no value is shown', async () => {
    const element = await identity();
    const heard: string[] = [];
    element.parentElement!.addEventListener('keydown', ({ key }) => heard.push(key));
    const escape = () =>
      deepAll(element, '.alias button')[0]!.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
      );
    await press(element, 0);
    escape();
    expect(heard).to.deep.equal([]);
    escape();
    expect(heard).to.deep.equal(['Escape']);
  });

  it('is reported to the page when it is revealed, without the value', async () => {
    const element = await identity();
    const told = oneEvent<RevealEvent>(element, 'wayline-reveal');
    await press(element, 1);
    const event = await told;
    const { aliasKind, bubbles, composed, masked: hidden, personId, until } = event;
    expect({ aliasKind, bubbles, composed, hidden, personId, until }).to.deep.equal({
      ...{ aliasKind: 'email', bubbles: true, composed: true, hidden: 'a••@•••', personId: 'p-1' },
      until: 1_030_000,
    });
    expect(JSON.stringify(event)).not.to.contain('example.com');
  });

  it('is announced to screen readers once, not every second', async () => {
    const element = await identity();
    await press(element, 0);
    now += 1000;
    element.requestUpdate();
    await element.updateComplete;
    expect(announced(element)).to.deep.equal(['Shown for 30 seconds, then hidden again']);
    const countdown = deepAll(element, '.alias .kind').find((each) => textIn(each).includes('hides in'));
    expect(countdown?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('cannot be revealed if only the desktop masks it', async () => {
    const element = await fixture<WaylineIdentity>(
      html`<wayline-identity .person=${section(anais)} .address=${readAddress('+1415*****32')}></wayline-identity>`,
    );
    expect(rows(element)[0]).to.equal('+1415*****32 phone · matched');
    expect(button(element, 'Reveal')).to.equal(undefined);
  });
});
