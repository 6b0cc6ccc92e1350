import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../support/whole-widget.js';
import { sendKeys } from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import { dimensions, noFacets, type Counts, type Facets } from '../../../src/domain/timeline/facets.js';
import { noFilter, type Filter, type TimeFrame } from '../../../src/domain/timeline/filter.js';
import { rangeText } from '../../../src/domain/time/time-range.js';
import { choicesIn } from '../../../src/elements/filters/filter-choices.js';
import type { EntryOrder } from '../../../src/elements/shared/events/filter-event.js';
import { readSavedView, saveView } from '../../../src/elements/filters/saved-view.js';
import { WaylineFilters } from '../../../src/elements/filters/wayline-filters.js';
import { putOnGround } from '../../support/ground.js';
import { deepAll } from '../../support/shadow-text.js';
import { waitUntil } from '../../support/wait-until.js';
import { displayOf } from '../../support/display.js';

const countsOf = (parts: Partial<Record<keyof Counts, Readonly<Record<string, number>>>> = {}): Counts =>
  Object.fromEntries(
    dimensions.map((dimension) => [dimension, new Map(Object.entries(parts[dimension] ?? {}))]),
  ) as unknown as Counts;

const some: Counts = countsOf({
  channel: { custom: 2, email: 22, voice: 31, chat: 0 },
  kind: { '#churn': 3, event: 9, contact: 40, '#billing': 5 },
  direction: { outbound: 12, inbound: 28 },
  outcome: { abandoned: 4, answered: 30 },
  division: { retail: 7 },
});

const chose = (chosen: Partial<Facets>, parts: Partial<Filter> = {}): Filter => ({
  ...noFilter,
  chosen: { ...noFacets, ...chosen },
  ...parts,
});

const range = { from: Date.parse('2026-10-17'), to: Date.parse('2026-11-04') };

async function bar(parts: Partial<WaylineFilters> = {}, open = false): Promise<WaylineFilters> {
  const element = await fixture<WaylineFilters>(
    html`<wayline-filters .counts=${some} .shown=${3} .total=${84} .display=${displayOf()}></wayline-filters>`,
  );
  Object.assign(element, parts);
  await element.updateComplete;
  if (open) await press(element, opener(element));
  return element;
}

const one = <T extends HTMLElement>(element: WaylineFilters, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector)!;
const opener = (element: WaylineFilters) => one<HTMLButtonElement>(element, '.icon-button');
const field = (element: WaylineFilters) => one<HTMLInputElement>(element, 'input');
const spaced = (node: Element) => node.textContent.replace(/\s+/g, ' ').trim();
const chipsIn = (element: WaylineFilters, selector = '[part=chips]') => [
  ...one(element, selector).querySelectorAll<HTMLButtonElement>('.chip'),
];
const chip = (element: WaylineFilters, words: string): HTMLButtonElement =>
  deepAll<HTMLButtonElement>(element.shadowRoot!, '.chip').find((one) => spaced(one) === words)!;
const focused = (element: WaylineFilters) => {
  const active = element.shadowRoot!.activeElement;
  return active === null ? undefined : spaced(active);
};

async function press(element: WaylineFilters, target: HTMLElement): Promise<void> {
  target.click();
  await element.updateComplete;
}

async function type(element: WaylineFilters, text: string): Promise<void> {
  field(element).focus();
  await sendKeys({ type: text });
  await element.updateComplete;
}

/** Everything the element tells from now on. */
function toldBy(element: WaylineFilters): { filter: Filter; order: EntryOrder }[] {
  const told: { filter: Filter; order: EntryOrder }[] = [];
  element.addEventListener('wayline-filter', ({ filter, order }) => told.push({ filter, order }));
  return told;
}

describe('<wayline-filters>', () => {
  describe('the row of chips', () => {
    const cases: readonly [what: string, Filter, ...chips: string[]][] = [
      ['nothing chosen', noFilter, 'All 84 +', 'Voice 31 -', 'Chat 0 -', 'Email 22 -', 'Custom 2 -'],
      [
        'a search',
        { ...noFilter, query: 'A-1009' },
        '3 of 84 match, clear all filters -',
        'Voice 31 -',
        'Chat 0 -',
        'Email 22 -',
        'Custom 2 -',
      ],
      [
        'channels, also one that this customer never used',
        chose({ channel: ['sms', 'voice'] }),
        '3 of 84 match, clear all filters -',
        'Voice 31 +',
        'Chat 0 -',
        'Email 22 -',
        'SMS 0 +',
        'Custom 2 -',
      ],
      [
        'everything else that can be chosen',
        chose(
          {
            kind: ['contact', '#churn'],
            direction: ['inbound'],
            outcome: ['not-answered'],
            division: ['retail'],
          },
          { frame: '90-days', range },
        ),
        '3 of 84 match, clear all filters -',
        'Voice 31 -',
        'Chat 0 -',
        'Email 22 -',
        'Custom 2 -',
        'Remove filter Last 90 days',
        'Remove filter 17 Oct – 3 Nov',
        'Remove filter Contacts',
        'Remove filter churn',
        'Remove filter Inbound',
        'Remove filter Not answered',
        'Remove filter retail',
      ],
    ];
    for (const [what, filter, ...chips] of cases) {
      it(`shows ${what}`, async () => {
        const element = await bar({ filter });
        const pressed = { true: ' +', false: ' -' } as Record<string, string>;
        const shown = chipsIn(element).map((one) => spaced(one) + (pressed[one.ariaPressed ?? ''] ?? ''));
        expect(shown).to.deep.equal(chips);
      });
    }

    it('shows the position among the matches', async () => {
      const element = await bar({ filter: { ...noFilter, query: 'x' }, shown: 1, total: 12_345 });
      expect(spaced(one(element, '.all'))).to.contain('1 of 12,345 matches');
    });

    it('marks a removable filter with a cross', async () => {
      const element = await bar({ filter: chose({ channel: ['voice'] }, { frame: '7-days' }) });
      const crossed = chipsIn(element).filter((one) => one.querySelector('svg') !== null);
      expect(crossed.map(spaced)).to.deep.equal([
        '3 of 84 match, clear all filters',
        'Voice 31',
        'Remove filter Last 7 days',
      ]);
    });

    it('hides channels without a match while a filter is chosen, except a chosen channel', async () => {
      const seen = (element: WaylineFilters) =>
        chipsIn(element).flatMap((one) => (one.checkVisibility() ? [spaced(one)] : []));
      expect(seen(await bar())).to.include('Chat 0');
      const filter = chose({ channel: ['sms'] }, { query: 'x' });
      const all = '3 of 84 match, clear all filters';
      expect(seen(await bar({ filter }))).to.deep.equal([all, 'Voice 31', 'Email 22', 'SMS 0', 'Custom 2']);
      expect(seen(await bar({ filter }, true)), 'nothing moves while the panel is open').to.include('Chat 0');
    });

    it('keeps a place at its end for the messages of the timeline', async () => {
      const element = await bar();
      expect(one(element, '[part=chips]').lastElementChild!.localName).to.equal('slot');
    });
  });

  describe('what the agent chooses', () => {
    const full = chose(
      { channel: ['voice'], kind: ['#churn'], direction: ['inbound'], outcome: ['answered'], division: ['retail'] },
      { query: 'plan', frame: '30-days', range },
    );
    const cases: readonly [chip: string, before: Filter, after: Filter][] = [
      ['Voice 31', noFilter, chose({ channel: ['voice'] })],
      ['Email 22', chose({ channel: ['voice'] }), chose({ channel: ['voice', 'email'] })],
      ['Voice 31', full, { ...full, chosen: { ...full.chosen, channel: [] } }],
      ['Chat 0', noFilter, chose({ channel: ['chat'] })],
      ['3 of 84 match, clear all filters', full, noFilter],
      ['Remove filter Last 30 days', full, { ...full, frame: 'all' }],
      ['Remove filter 17 Oct – 3 Nov', full, { ...full, range: undefined }],
      ['Remove filter churn', full, { ...full, chosen: { ...full.chosen, kind: [] } }],
      ['Remove filter Answered', full, { ...full, chosen: { ...full.chosen, outcome: [] } }],
      ['Remove filter retail', full, { ...full, chosen: { ...full.chosen, division: [] } }],
      ['Contacts 40', noFilter, chose({ kind: ['contact'] })],
      ['billing 5', chose({ kind: ['contact'] }), chose({ kind: ['contact', '#billing'] })],
      ['Outbound 12', noFilter, chose({ direction: ['outbound'] })],
      ['Abandoned 4', noFilter, chose({ outcome: ['abandoned'] })],
      ['retail 7', full, { ...full, chosen: { ...full.chosen, division: [] } }],
    ];
    for (const [words, before, after] of cases) {
      it(`becomes the new filter: ${words}, ${before === noFilter ? 'first of all' : 'beside others'}`, async () => {
        const element = await bar({ filter: before, order: 'oldest-first' }, !words.startsWith('Remove'));
        const told = toldBy(element);
        await press(element, chip(element, words));
        expect(told).to.deep.equal([{ filter: after, order: 'oldest-first' }]);
      });
    }

    it('is sent within the shadow tree of the bar only, because a search may contain an address', async () => {
      const host = await fixture(html`<div></div>`);
      const element = document.createElement('wayline-filters');
      host.attachShadow({ mode: 'open' }).append(element);
      element.counts = some;
      await element.updateComplete;
      const heard: EventTarget[] = [];
      for (const place of [host.shadowRoot!, host]) place.addEventListener('wayline-filter', () => heard.push(place));
      chip(element, 'Voice 31').click();
      expect(heard).to.deep.equal([host.shadowRoot]);
    });

    it('adds up when chosen in quick succession', async () => {
      const element = await bar();
      const told = toldBy(element);
      await press(element, chip(element, 'Voice 31'));
      await press(element, chip(element, 'Email 22'));
      expect(told.at(-1)!.filter).to.deep.equal(chose({ channel: ['voice', 'email'] }));
    });

    it('changes nothing when everything is shown already', async () => {
      const element = await bar();
      const told = toldBy(element);
      await press(element, chip(element, 'All 84'));
      expect(told).to.be.empty;
    });

    it('is shown once: in the panel while that is open, else in the bar', async () => {
      const element = await bar({ filter: chose({ outcome: ['answered'] }), order: 'oldest-first' });
      const removable = () =>
        chipsIn(element).flatMap((one) => (spaced(one).startsWith('Remove') ? [spaced(one)] : []));
      expect(removable()).to.deep.equal(['Remove filter Answered', 'Remove filter Oldest first']);
      await press(element, opener(element));
      expect(removable()).to.be.empty;
      expect(['Answered 30', 'Oldest first'].map((words) => chip(element, words).ariaPressed)).to.deep.equal([
        'true',
        'true',
      ]);
    });

    it('may be the order, which its chip resets', async () => {
      const element = await bar({ filter: chose({ outcome: ['answered'] }), order: 'oldest-first' });
      const told = toldBy(element);
      await press(element, chip(element, 'Remove filter Oldest first'));
      expect(told).to.deep.equal([{ filter: chose({ outcome: ['answered'] }), order: 'newest-first' }]);
    });

    it('may be the order', async () => {
      const element = await bar({}, true);
      const told = toldBy(element);
      await press(element, chip(element, 'Oldest first'));
      expect(chip(element, 'Oldest first').ariaPressed).to.equal('true');
      expect(chip(element, 'Newest first').ariaPressed).to.equal('false');
      await press(element, chip(element, 'Newest first'));
      expect(told).to.deep.equal([
        { filter: noFilter, order: 'oldest-first' },
        { filter: noFilter, order: 'newest-first' },
      ]);
    });

    const frames: readonly [TimeFrame, string][] = [
      ['24-hours', 'Last 24 hours'],
      ['7-days', 'Last 7 days'],
      ['30-days', 'Last 30 days'],
      ['90-days', 'Last 90 days'],
      ['all', 'All time'],
    ];
    for (const [frame, words] of frames) {
      it(`may be a time frame: ${words}`, async () => {
        const element = await bar({ filter: { ...noFilter, frame: frame === 'all' ? '7-days' : 'all' } });
        const told = toldBy(element);
        const select = one<HTMLSelectElement>(element, 'select');
        select.selectedIndex = [...select.options].findIndex(({ text }) => text === words);
        select.dispatchEvent(new Event('change'));
        expect(told[0]!.filter).to.deep.equal({ ...noFilter, frame });
      });
    }
  });

  describe('the search field', () => {
    it('offers a search in all entries', async () => {
      const element = await bar();
      expect(field(element).placeholder).to.equal('Search 84 entries');
      expect(field(element).labels![0]!.textContent.trim()).to.equal('Search');
    });

    it('sends every keystroke, and keeps the chosen filters', async () => {
      const element = await bar({ filter: chose({ channel: ['voice'] }) });
      const told = toldBy(element);
      await type(element, 'A-1');
      expect(told.map(({ filter }) => filter)).to.deep.equal(
        ['A', 'A-', 'A-1'].map((query) => chose({ channel: ['voice'] }, { query })),
      );
    });

    it('does not move the cursor while the agent types', async () => {
      const element = await bar({ filter: { ...noFilter, query: 'order' } });
      field(element).focus();
      field(element).setSelectionRange(1, 1);
      await type(element, 'ff');
      expect([field(element).value, field(element).selectionStart]).to.deep.equal(['offrder', 3]);
    });

    it('is cleared by Escape, which then reaches no other element', async () => {
      const element = await bar();
      let escapes = 0;
      element.addEventListener('keydown', ({ key }) => (escapes += key === 'Escape' ? 1 : 0));
      await type(element, 'plan');
      const told = toldBy(element);
      await sendKeys({ press: 'Escape' });
      await element.updateComplete;
      expect([field(element).value, told.map(({ filter }) => filter.query), escapes]).to.deep.equal(['', [''], 0]);
      await sendKeys({ press: 'Escape' });
      expect([told.length, escapes]).to.deep.equal([1, 1]);
    });

    it('is cleared by its button, and gets the focus again', async () => {
      const element = await bar();
      const clear = ({ shadowRoot }: WaylineFilters) => shadowRoot!.querySelectorAll('.clear').length;
      expect(clear(element)).to.equal(0);
      await type(element, 'plan');
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot!.activeElement!.ariaLabel).to.equal('Clear search');
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect([element.filter, field(element).value]).to.deep.equal([noFilter, '']);
      expect([element.shadowRoot!.activeElement?.localName, clear(element)]).to.deep.equal(['input', 0]);
    });

    it('follows a filter that is set from outside, as the time frame does', async () => {
      const element = await bar();
      await type(element, 'plan');
      for (const [query, frame] of [
        ['', '30-days'],
        ['other', 'all'],
      ] as const) {
        element.filter = { ...noFilter, query, frame };
        await element.updateComplete;
        expect([field(element).value, one<HTMLSelectElement>(element, 'select').value]).to.deep.equal([query, frame]);
      }
    });
  });

  describe('the panel', () => {
    const groups = (element: WaylineFilters) =>
      deepAll(element.shadowRoot!, '.group').map((group) => [
        spaced(
          element.shadowRoot!.getElementById(group.querySelector('[role=toolbar]')!.getAttribute('aria-labelledby')!)!,
        ),
        ...[...group.querySelectorAll('.chip')].map(spaced),
      ]);

    it('opens and closes', async () => {
      const element = await bar();
      expect(opener(element).getAttribute('aria-expanded')).to.equal('false');
      await press(element, opener(element));
      expect(opener(element).getAttribute('aria-expanded')).to.equal('true');
      expect(opener(element).getAttribute('aria-controls')).to.equal(one(element, '.panel').id);
      await press(element, opener(element));
      expect(opener(element).hasAttribute('aria-controls')).to.equal(false);
      expect(deepAll(element.shadowRoot!, '.panel')).to.have.lengthOf(0);
    });

    it('offers the values that occur', async () => {
      expect(groups(await bar({}, true))).to.deep.equal([
        ['Order', 'Newest first', 'Oldest first'],
        ['Kind', 'Contacts 40', 'Other events 9', 'billing 5', 'churn 3'],
        ['Direction', 'Inbound 28', 'Outbound 12'],
        ['Outcome', 'Answered 30', 'Abandoned 4'],
        ['Division', 'retail 7'],
      ]);
    });

    it('offers no value that does not occur, but allows removing a chosen one', async () => {
      const counts = countsOf({ kind: { agent: 2 } });
      expect(groups(await bar({ counts, filter: chose({ outcome: ['failed'] }) }, true))).to.deep.equal([
        ['Order', 'Newest first', 'Oldest first'],
        ['Kind', 'Agent states 2'],
        ['Outcome', 'Failed 0'],
      ]);
    });

    it('mutes choices without a match', async () => {
      const element = await bar();
      const muted = chipsIn(element).filter((one) => getComputedStyle(one).borderStyle === 'dashed');
      expect(muted.map(spaced)).to.deep.equal(['Chat 0']);
      expect(muted[0]!.disabled).to.equal(false);
    });

    const marks: readonly [what: string, Partial<WaylineFilters>, name: string][] = [
      ['nothing is chosen', {}, 'Filters and order'],
      [
        'only filters outside the panel are chosen',
        { filter: chose({ channel: ['voice'] }, { query: 'x', frame: '7-days' }) },
        'Filters and order',
      ],
      [
        'two values are chosen in it',
        { filter: chose({ kind: ['#churn'], division: ['retail'] }) },
        'Filters and order, 2 chosen',
      ],
      ['the order is turned', { order: 'oldest-first' }, 'Filters and order, 1 chosen'],
    ];
    for (const [what, parts, name] of marks) {
      it(`says on its closed button that ${what}`, async () => {
        const element = await bar(parts);
        expect([opener(element).ariaLabel, opener(element).classList.contains('marked')]).to.deep.equal([
          name,
          name !== 'Filters and order',
        ]);
      });
    }
  });

  describe("a publisher's words", () => {
    const hostile = '<img src=x onerror=alert(1)>\u202Eevil';
    const long = 'wort'.repeat(10_000);
    const filter = chose({ kind: [`#${hostile}`, `#${long}`], division: [hostile, long] });
    const counts = countsOf({
      channel: { voice: 1 },
      kind: { contact: 1, [`#${hostile}`]: 1, [`#${long}`]: 2, '#constructor': 3 },
      division: { [hostile]: 1, [long]: 2, constructor: 3 },
    });

    it('are shown as text, each in its own direction', async () => {
      const element = await bar({ counts, filter }, true);
      expect(deepAll(element.shadowRoot!, 'img')).to.be.empty;
      const shown = deepAll(element.shadowRoot!, 'bdi').filter((bdi) => bdi.textContent === hostile);
      expect(shown).to.have.lengthOf(2);
      expect(deepAll(element.shadowRoot!, '.chip').map(spaced)).to.include('constructor 3');
    });

    it('are in no attribute', async () => {
      const element = await bar({ counts, filter }, true);
      const values = deepAll(element.shadowRoot!, '*').flatMap((one) => [...one.attributes].map(({ value }) => value));
      expect(values).to.include.members(['voice', 'contact']);
      for (const word of ['img', 'wort', 'constructor']) expect(values.join('\n')).not.to.contain(word);
    });

    /** By so much the panel is wider, lest it cuts off the ring. */
    const focusRing = 4;

    it('are cut where they are long, so that the bar is no wider than its pane', async () => {
      const element = await bar({ counts, filter }, true);
      for (const width of [280, 320, 980]) {
        element.style.setProperty('inline-size', `${width}px`);
        await nextFrame();
        const ends = deepAll(element.shadowRoot!, '*').map((one) => one.getBoundingClientRect().right);
        expect(Math.max(...ends)).to.be.at.most(element.getBoundingClientRect().right + focusRing);
        const panel = one(element, '.panel');
        expect(panel.scrollWidth).to.equal(panel.clientWidth);
      }
      const name = deepAll<HTMLElement>(element.shadowRoot!, 'bdi').find((bdi) => bdi.textContent.startsWith('wort'))!;
      expect(name.textContent.length).to.equal(240);
      expect(name.scrollWidth).to.be.above(name.clientWidth);
    });
  });

  describe('the keys', () => {
    it('leave one Tab stop to each row of chips, where the focus was last', async () => {
      const element = await bar({}, true);
      const stops = () =>
        deepAll<HTMLElement>(element.shadowRoot!, '[role=toolbar]').map((bar) =>
          [...bar.querySelectorAll('button')].filter(({ tabIndex }) => tabIndex === 0).map(spaced),
        );
      const [first, ...others] = stops();
      expect(first).to.deep.equal(['All 84']);
      for (const stop of others) expect(stop).to.have.lengthOf(1);
      chip(element, 'Voice 31').focus();
      expect(stops()[0]).to.deep.equal(['Voice 31']);
      field(element).focus();
      element.counts = countsOf({ channel: { agent: 1, voice: 31 } });
      await element.updateComplete;
      expect(stops()[0]).to.deep.equal(['Voice 31']);
    });

    const ways: readonly [key: string, ltr: string, rtl: string][] = [
      ['ArrowRight', 'Chat 0', 'All 84'],
      ['ArrowLeft', 'All 84', 'Chat 0'],
      ['End', 'Custom 2', 'Custom 2'],
      ['Home', 'All 84', 'All 84'],
    ];
    for (const [key, ltr, rtl] of ways) {
      it(`lead from Voice with ${key} to ${ltr}, from right to left to ${rtl}`, async () => {
        const element = await bar();
        for (const [dir, expected] of Object.entries({ ltr, rtl })) {
          element.dir = dir;
          chip(element, 'Voice 31').focus();
          await sendKeys({ press: key });
          expect(focused(element), dir).to.equal(expected);
        }
      });
    }

    it('skip a hidden chip, and lead from the last one to the first', async () => {
      const element = await bar({ filter: chose({ channel: ['voice'] }) });
      chip(element, 'Voice 31').focus();
      await sendKeys({ press: 'ArrowRight' });
      expect(focused(element)).to.equal('Email 22');
      for (const key of ['End', 'ArrowRight']) await sendKeys({ press: key });
      expect(focused(element)).to.equal('3 of 84 match, clear all filters');
    });

    it('close the panel with Escape, which goes no further, and return to what opened it', async () => {
      const element = await bar({}, true);
      let escaped = 0;
      element.addEventListener('keydown', () => escaped++);
      one(element, '.panel .chip').focus();
      await sendKeys({ press: 'Escape' });
      await element.updateComplete;
      expect([one(element, '.panel'), element.shadowRoot!.activeElement, escaped]).to.deep.equal([
        null,
        opener(element),
        0,
      ]);
    });

    it('open the panel at its first choice from anywhere in the widget, and close it again', async () => {
      const element = await bar();
      element.toggle();
      await waitUntil(() => focused(element) === 'Newest first');
      element.toggle();
      expect(element.shadowRoot!.activeElement).to.equal(opener(element));
      await element.updateComplete;
      expect(one(element, '.panel')).to.equal(null);
    });

    it('go to the search field from anywhere in the widget, with its text selected', async () => {
      const element = await bar({ filter: { ...noFilter, query: 'old' } });
      element.search();
      await sendKeys({ type: 'new' });
      expect(field(element).value).to.equal('new');
    });
  });

  describe('the focus', () => {
    it('stays on a chip that is pressed with the keyboard', async () => {
      const element = await bar();
      field(element).focus();
      for (const key of ['Tab', 'Tab', 'Tab', 'ArrowRight', 'ArrowRight']) await sendKeys({ press: key });
      expect(focused(element)).to.equal('Chat 0');
      for (const pressed of ['true', 'false']) {
        await sendKeys({ press: 'Space' });
        await element.updateComplete;
        expect([focused(element), chip(element, 'Chat 0').ariaPressed]).to.deep.equal(['Chat 0', pressed]);
      }
    });

    const chosen = chose({ direction: ['inbound'], outcome: ['answered'] }, { frame: '7-days' });
    const cases: readonly [chip: string, Filter, next: string][] = [
      ['Remove filter Last 7 days', chosen, 'Remove filter Inbound'],
      ['Remove filter Inbound', chosen, 'Remove filter Answered'],
      ['Remove filter Answered', chosen, 'Remove filter Inbound'],
      ['Remove filter Last 7 days', { ...noFilter, frame: '7-days' }, 'Custom 2'],
      ['SMS 0', chose({ channel: ['sms'] }), 'Custom 2'],
      ['3 of 84 match, clear all filters', chosen, 'All 84'],
      ['Failed 0', chose({ outcome: ['failed'] }), 'Abandoned 4'],
      ['west 0', chose({ division: ['west'] }), 'All 84'],
    ];
    for (const [words, filter, next] of cases) {
      it(`goes from ${words} to ${next}`, async () => {
        const counts = words.startsWith('west') ? { ...some, division: new Map<string, number>() } : some;
        const element = await bar({ filter, counts }, !words.startsWith('Remove'));
        chip(element, words).focus();
        await sendKeys({ press: 'Enter' });
        await element.updateComplete;
        expect(focused(element)).to.equal(next);
      });
    }

    it('is not lost when the filter is cleared from outside', async () => {
      const element = await bar({ filter: chosen });
      chip(element, 'Remove filter Inbound').focus();
      element.filter = noFilter;
      await element.updateComplete;
      expect(focused(element)).to.equal('Custom 2');
    });

    it('stays with its chip when others come in before it', async () => {
      const element = await bar({ filter: chosen });
      chip(element, 'Remove filter Inbound').focus();
      element.filter = { ...chosen, range };
      await element.updateComplete;
      expect(focused(element)).to.equal('Remove filter Inbound');
      await press(element, opener(element));
      chip(element, 'churn 3').focus();
      element.counts = { ...some, kind: new Map([...some.kind, ['#apple', 9]]) };
      await element.updateComplete;
      expect(focused(element)).to.equal('churn 3');
    });

    it('is not moved when it is elsewhere', async () => {
      const element = await bar({ filter: chosen });
      field(element).focus();
      element.filter = noFilter;
      await element.updateComplete;
      expect(element.shadowRoot!.activeElement?.localName).to.equal('input');
    });
  });

  describe('for everyone', () => {
    const everything = chose(
      { channel: ['voice'], kind: ['contact', '#churn'], outcome: ['answered'] },
      { query: 'plan', frame: '90-days', range },
    );
    for (const [what, parts, open] of [
      ['closed', {}, false],
      ['open', {}, true],
      ['with everything chosen, and searching', { filter: everything, busy: true }, true],
    ] as const) {
      it(`is accessible, ${what}`, async () => {
        const element = await bar(parts, open);
        for (const scheme of ['light', 'dark']) {
          putOnGround(element, scheme);
          await expect(element).to.be.accessible();
        }
      });
    }

    it('has targets of at least 24 by 24 pixels and text of at least 12', async () => {
      const element = await bar({ filter: everything }, true);
      for (const target of deepAll<HTMLElement>(element.shadowRoot!, 'button, input, select')) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), spaced(target)).to.be.at.least(24);
        expect(parseFloat(getComputedStyle(target).fontSize)).to.be.at.least(12);
      }
    });

    it('shows the running search only while it runs', async () => {
      const element = await bar({ busy: true });
      const animations = () => one(element, '.search .icon').getAnimations().length;
      expect(animations()).to.equal(1);
      element.busy = false;
      await element.updateComplete;
      expect(animations()).to.equal(0);
    });
  });

  it('finds its chips by channel', async () => {
    const element = await bar();
    const voice = one(element, '[data-dimension="channel"][data-value="voice"]');
    expect(spaced(voice)).to.equal('Voice 31');
  });
});

describe('what can be chosen', () => {
  const tags = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`#tag-${index + 10}`, (index * 7) % 40]));
  const offered = (chosen: readonly string[] = [], kind: Readonly<Record<string, number>> = { ...tags, contact: 0 }) =>
    choicesIn('kind', countsOf({ kind }), { ...noFacets, kind: chosen }, 'en');

  for (const [what, ours] of [
    ['without other words', {}],
    ['beside rare words of ours', { contact: 0, event: 1 }],
    ['beside frequent words of ours', { contact: 1000, agent: 999, event: 998 }],
  ] as const) {
    it(`is, of many tags, the thirty most frequent, ${what}`, () => {
      const frequent = Object.keys(tags).filter((tag) => tags[tag]! >= 10);
      expect(offered([], { ...tags, ...ours })).to.deep.equal([...Object.keys(ours), ...frequent.sort()]);
    });
  }

  for (const count of [0, 1]) {
    it(`is at most thirty tags, even if all are equally frequent: ${count}`, () => {
      const equal = Object.fromEntries(Object.keys(tags).map((tag) => [tag, count]));
      expect(offered([], equal)).to.have.lengthOf(30);
      expect(offered([], { ...equal, '#vip': 2 }))
        .to.have.lengthOf(30)
        .and.include('#vip');
    });
  }

  it('includes a chosen tag, once', () => {
    const [rare = '', frequent = ''] = [
      Object.keys(tags).find((tag) => tags[tag]! < 10),
      Object.keys(tags).find((tag) => tags[tag]! > 30),
    ];
    expect(offered([rare, frequent, '#gone', 'agent'])).to.deep.equal([
      'contact',
      'agent',
      ...new Set([...offered().slice(1), rare, '#gone'].sort()),
    ]);
  });
});

describe('what is remembered of a view', () => {
  const key = 'wayline-view:agent-7';
  const nothing = { filter: noFilter, order: 'newest-first' };

  afterEach(() => localStorage.clear());

  const kept: readonly [what: string, Filter, EntryOrder][] = [
    ['channels', chose({ channel: ['voice', 'chat'] }), 'newest-first'],
    ['kinds that are our own words', chose({ kind: ['contact', 'agent', 'event'] }), 'newest-first'],
    ['directions and outcomes', chose({ direction: ['inbound'], outcome: ['not-answered'] }), 'oldest-first'],
    ['the time frame', { ...noFilter, frame: '30-days' }, 'newest-first'],
    ['the order', noFilter, 'oldest-first'],
  ];
  for (const [what, filter, order] of kept) {
    it(`is ${what}`, () => {
      saveView('agent-7', filter, order);
      expect(readSavedView('agent-7')).to.deep.equal({ filter, order });
    });
  }

  const secret: readonly [what: string, Filter][] = [
    ['the search', { ...noFilter, query: 'secret' }],
    ['the range', { ...noFilter, range }],
    ['tags', chose({ kind: ['#secret'] })],
    ['divisions', chose({ division: ['secret'] })],
  ];
  for (const [what, filter] of secret) {
    it(`is never ${what}`, () => {
      saveView('agent-7', filter, 'newest-first');
      expect(localStorage).to.have.lengthOf(0);
      saveView('agent-7', { ...filter, frame: '7-days' }, 'newest-first');
      expect(localStorage.getItem(key)).not.to.match(/secret|17922|17937/);
      expect(readSavedView('agent-7')).to.deep.equal({ ...nothing, filter: { ...noFilter, frame: '7-days' } });
    });
  }

  it('is removed when everything is at its default again', () => {
    saveView('agent-7', noFilter, 'oldest-first');
    expect(localStorage.getItem(key)).not.to.equal(null);
    saveView('agent-7', noFilter, 'newest-first');
    expect(localStorage).to.have.lengthOf(0);
  });

  it('is each agent’s own', () => {
    saveView('agent-7', noFilter, 'oldest-first');
    saveView(undefined, { ...noFilter, frame: '7-days' }, 'newest-first');
    expect(Object.keys(localStorage).sort()).to.deep.equal(['wayline-view', key]);
    expect([readSavedView('agent-7'), readSavedView('agent-8'), readSavedView(undefined)]).to.deep.equal([
      { ...nothing, order: 'oldest-first' },
      nothing,
      { ...nothing, filter: { ...noFilter, frame: '7-days' } },
    ]);
  });

  const rubbish: readonly [what: string, record: string][] = [
    ['no JSON', '{"channel":'],
    ['a list', '["voice"]'],
    ['null', 'null'],
    ['unknown words', '{"channel":["pigeon",1,null],"kind":["#tag","other"],"frame":"2-days","order":"sideways"}'],
    ['values of other types', '{"channel":"voice","kind":{"length":1},"outcome":7,"frame":["all"],"order":true}'],
    ['what must not be kept', '{"query":"x","range":{"from":0,"to":1},"division":["retail"],"kind":["#vip"]}'],
    ['inherited names', '{"frame":"constructor","channel":["toString"],"__proto__":{"order":"oldest-first"}}'],
  ];
  for (const [what, record] of rubbish) {
    it(`is nothing where the storage holds ${what}`, () => {
      localStorage.setItem(key, record);
      expect(readSavedView('agent-7')).to.deep.equal(nothing);
    });
  }

  it('is the valid part of a record with unknown parts', () => {
    localStorage.setItem(key, '{"channel":["voice","pigeon","voice"],"frame":"7-days","order":0}');
    expect(readSavedView('agent-7')).to.deep.equal({
      ...nothing,
      filter: chose({ channel: ['voice'] }, { frame: '7-days' }),
    });
  });

  const storages: readonly [what: string, PropertyDescriptor][] = [
    [
      'forbids itself',
      {
        get() {
          throw new DOMException('', 'SecurityError');
        },
      },
    ],
    ['is absent', { value: undefined }],
    [
      'is full',
      {
        value: {
          getItem: () => null,
          setItem: () => {
            throw new DOMException('', 'QuotaExceededError');
          },
        },
      },
    ],
  ];
  for (const [what, storage] of storages) {
    it(`is nothing, without an error, where the storage ${what}`, () => {
      const real = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
      Object.defineProperty(window, 'localStorage', { ...storage, configurable: true });
      try {
        saveView('agent-7', noFilter, 'oldest-first');
        expect(readSavedView('agent-7')).to.deep.equal(nothing);
      } finally {
        Object.defineProperty(window, 'localStorage', real);
      }
    });
  }
});

describe('a range in words', () => {
  const cases: readonly [from: string, to: string, zone: string, locale: string, words: string][] = [
    ['2026-10-17T00:00Z', '2026-11-04T00:00Z', 'UTC', 'en-GB', '17 Oct – 3 Nov'],
    ['2026-10-17T00:00Z', '2026-11-04T00:01Z', 'UTC', 'en-GB', '17 Oct – 4 Nov'],
    ['2026-10-17T00:00Z', '2026-11-04T00:00Z', 'Pacific/Auckland', 'en-GB', '17 Oct – 4 Nov'],
    ['2026-10-17T00:00Z', '2026-11-04T00:00Z', 'America/New_York', 'en-US', 'Oct 16 – Nov 3'],
    ['2025-10-17T00:00Z', '2026-01-04T00:00Z', 'UTC', 'en-GB', '17 Oct 2025 – 3 Jan 2026'],
    ['2026-11-03T10:00Z', '2026-11-03T11:00Z', 'UTC', 'en-GB', '3 Nov, 10:00–11:00'],
    ['not a time', '2026-11-03T11:00Z', 'UTC', 'en-GB', ''],
  ];
  for (const [from, to, zone, locale, words] of cases) {
    it(`is ${words || 'nothing'} for ${from} to ${to} in ${zone}, ${locale}`, () => {
      const text = rangeText({ from: Date.parse(from), to: Date.parse(to) }, zone, locale);
      expect(text.replace(/\s/g, ' ')).to.equal(words);
    });
  }
});
