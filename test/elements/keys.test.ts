import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { AnnounceEvent } from '../../src/elements/shared/events/announce-event.js';
import { AnnouncementController } from '../../src/elements/journey/announcement-controller.js';
import { themeOf } from '../../src/elements/journey/theme.js';
import { shortcutOf } from '../../src/elements/help/shortcuts.js';
import { waitUntil } from '../support/wait-until.js';

class Speaker extends LitElement {
  readonly announcements: AnnouncementController = new AnnouncementController(this, 300);

  protected override render() {
    return html`<div role="status">${this.announcements.said.map((words) => html`<p>${words}</p>`)}</div>
      <button></button>`;
  }
}
customElements.define('test-speaker', Speaker);

describe('announcements', () => {
  const speaker = async () => {
    const element = await fixture<Speaker>(html`<test-speaker></test-speaker>`);
    const root = element.shadowRoot!;
    const announce = (...[topic, words, count]: ConstructorParameters<typeof AnnounceEvent>) =>
      root.querySelector('button')!.dispatchEvent(new AnnounceEvent(topic, words, count));
    const said = () => [...root.querySelectorAll('p')].map(({ textContent }) => textContent);
    return { element, announce, said };
  };
  const events = (count: number) => `${count} events`;

  it('come in one batch, with the last words and the sum of the counts of each topic', async () => {
    const { announce, said } = await speaker();
    announce('news', events, 2);
    announce('copied', () => 'Copied');
    announce('news', events, 3);
    announce('matching', () => '');
    expect(said()).to.deep.equal([]);
    await waitUntil(() => said().length > 0);
    expect(said()).to.deep.equal(['5 events', 'Copied']);
  });

  it('end after a while, so that the same words can be read out again', async () => {
    const { announce, said } = await speaker();
    for (let time = 0; time < 2; time++) {
      announce('copied', () => 'Copied');
      await waitUntil(() => said().length > 0);
      await waitUntil(() => said().length === 0);
    }
  });

  it('stay within the widget and are cleared with the customer', async () => {
    const { element, announce, said } = await speaker();
    let leaked = 0;
    element.addEventListener('wayline-announce', () => leaked++);
    announce('copied', () => 'Copied');
    element.announcements.clear();
    announce('news', events, 1);
    await waitUntil(() => said().length > 0);
    expect([leaked, ...said()]).to.deep.equal([0, '1 events']);
  });
});

describe('shortcuts', () => {
  const pressed = (options: KeyboardEventInit, element: Element = document.createElement('button')) => {
    let asked: string | undefined;
    element.addEventListener('keydown', (event) => (asked = shortcutOf(event as KeyboardEvent)));
    element.dispatchEvent(new KeyboardEvent('keydown', options));
    return asked;
  };

  const keys: readonly [string, KeyboardEventInit, string | undefined][] = [
    ['/', { key: '/' }, 'search'],
    ['/ where it takes Shift', { key: '/', shiftKey: true }, 'search'],
    ['f', { key: 'f' }, 'filters'],
    ['n', { key: 'n' }, 'newest'],
    ['?', { key: '?', shiftKey: true }, 'help'],
    ['F with Shift', { key: 'F', shiftKey: true }, undefined],
    ['f with Ctrl', { key: 'f', ctrlKey: true }, undefined],
    ['n with Alt', { key: 'n', altKey: true }, undefined],
    ['/ with Meta', { key: '/', metaKey: true }, undefined],
    ['n while an input method composes', { key: 'n', isComposing: true }, undefined],
    ['a name of every object', { key: 'constructor' }, undefined],
    ['another key', { key: 'x' }, undefined],
  ];
  for (const [what, options, expected] of keys) {
    it(`take ${what} for ${expected ?? 'nothing'}`, () => expect(pressed(options)).to.equal(expected));
  }

  for (const tag of ['input', 'textarea', 'select']) {
    it(`do not take the keys of <${tag}>`, () =>
      expect(pressed({ key: 'n' }, document.createElement(tag))).to.equal(undefined));
  }
});

describe('the look', () => {
  const looks: readonly [...Parameters<typeof themeOf>, string | undefined, boolean][] = [
    [undefined, undefined, undefined, undefined, false],
    [true, undefined, undefined, 'dark', false],
    ['false', undefined, undefined, 'light', false],
    ['true', undefined, undefined, 'dark', false],
    [undefined, 'momentumV2', undefined, undefined, false],
    [undefined, 'DARK', undefined, 'dark', false],
    [undefined, 'Light', true, 'light', false],
    [false, 'dark', true, 'light', false],
    [undefined, 'high-contrast-dark', undefined, 'dark', true],
    [undefined, 'HighContrast', true, 'dark', true],
    [undefined, 'constructor', false, 'light', false],
    [undefined, {}, 'yes', undefined, false],
  ];
  for (const [darkMode, theme, desktop, scheme, contrast] of looks) {
    const given = JSON.stringify({ darkMode, theme, desktop });
    it(`with ${given} is ${scheme ?? "the system's"}${contrast ? ' with more contrast' : ''}`, () =>
      expect(themeOf(darkMode, theme, desktop)).to.deep.equal({ scheme, contrast }));
  }
});
