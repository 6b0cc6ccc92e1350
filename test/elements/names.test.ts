import { expect, fixture, html } from '@open-wc/testing';
import { createEmulator } from '../../demo/emulator/emulator.js';
import { emulatorFetch } from '../../demo/emulator/respond.js';
import { names, type Name } from '../support/names.js';
import { button, deepAll, textIn } from '../support/shadow-text.js';
import { waitUntil } from '../support/wait-until.js';
import '../support/whole-widget.js';

const project = '65f0c0ffee0123456789abcd';
const phone = '+14155550132';
const rightToLeft = /[\p{scx=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u;
const soon = { interval: 2 };

const wholeOf = ([first, last]: Name): string => [first, last].filter(Boolean).join(' ');

/** Why a person would not accept these initials as their own. */
function flawIn(initials: string, [first, last, expected]: Name): string | undefined {
  if (expected !== undefined) return initials === expected ? undefined : `${initials} instead of ${expected}`;
  const own = `${first} ${last}`.toUpperCase();
  if (!/^[\p{L}\p{N}]/u.test(initials)) return `${initials} begins with no letter`;
  return [...initials].every((letter) => own.includes(letter)) ? undefined : `${initials} has letters of nobody`;
}

describe('names', function () {
  this.timeout(120_000);

  const realFetch = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  it('are 200, and no two of them look the same', () => {
    expect(names).to.have.lengthOf(200);
    expect(new Set(names.map(wholeOf)).size).to.equal(200);
  });

  it('can all be saved and are shown letter by letter, in their own direction and with initials', async () => {
    const { handlers, world } = createEmulator();
    const { persons } = world.addProject({ id: project, name: 'Sales' });
    const { id } = persons.create({ firstName: 'Nobody', lastName: 'Yet', aliases: [{ type: 'phone', value: phone }] });
    globalThis.fetch = emulatorFetch(handlers);
    const element = document.createElement('wayline-journey');
    element.setAttribute('project-id', project);
    Object.assign(element, { bearerToken: 'agent', dataCenter: 'produs1', customer: phone, disableEventStream: true });
    await fixture(html`<div style="block-size: 800px">${element}</div>`);
    const heading = () =>
      deepAll<HTMLElement>(element, 'wayline-header h2')[0] ?? deepAll<HTMLElement>(element, 'h2')[0];
    const shown = () => heading()?.textContent?.trim();
    await waitUntil(() => shown() === 'Nobody Yet' && button(element, 'Edit') !== undefined);
    button(element, 'Edit')!.click();
    await waitUntil(() => deepAll(element, 'wayline-rename').length === 1);
    const [form] = deepAll(element, 'wayline-rename');
    const fields = () => deepAll<HTMLInputElement>(form!, 'input');

    const flaws: string[] = [];
    for (const name of names) {
      const [first, last] = name;
      const whole = wholeOf(name);
      fields().forEach((field, at) => {
        field.value = name[at as 0 | 1];
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      deepAll(form!, 'form')[0]!.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
      await waitUntil(() => textIn(form!).includes(`Name saved: \u2068${whole}\u2069`), `${whole} was not saved`, soon);
      await waitUntil(() => shown() === whole, `${whole} was not shown`, soon);

      const { firstName, lastName } = persons.get(id);
      if ((firstName ?? '') !== first || (lastName ?? '') !== last)
        flaws.push(`${whole}: kept as ${firstName} ${lastName}`);
      if (fields().some(({ value }, at) => value !== name[at])) flaws.push(`${whole}: another name in the form`);
      const letter = /\p{L}/u.exec(whole)![0];
      const direction = rightToLeft.test(letter) ? 'rtl' : 'ltr';
      for (const place of [heading()!, fields()[first === '' ? 1 : 0]!]) {
        const { direction: actual, unicodeBidi } = getComputedStyle(place);
        if (actual !== direction) flaws.push(`${whole}: ${actual} in ${place.localName}`);
        if (place.localName !== 'input' && !/isolate|plaintext/.test(unicodeBidi)) flaws.push(`${whole}: not isolated`);
      }
      const initials = deepAll<HTMLElement>(element, '[part=avatar]')[0]!.textContent.trim();
      const flaw = flawIn(initials, name);
      if (flaw !== undefined) flaws.push(`${whole}: ${flaw}`);
    }
    expect(flaws.join('\n')).to.equal('');
    element.remove();
  });
});
