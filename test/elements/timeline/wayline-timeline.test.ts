import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../support/whole-widget.js';
import 'axe-core/axe.min.js';
import type { Connection } from '../../../src/domain/status/connection.js';
import { JourneyError, type JourneyErrorKind } from '../../../src/domain/base/journey-error.js';
import type { JourneyEvent } from '../../../src/domain/event/event.js';
import type { Gap } from '../../../src/domain/status/gap.js';
import { noFacets } from '../../../src/domain/timeline/facets.js';
import { noFilter } from '../../../src/domain/timeline/filter.js';
import type { Loadable } from '../../../src/domain/status/loadable.js';
import { createTimeline } from '../../../src/domain/timeline/timeline.js';
import type { RetryEvent } from '../../../src/elements/shared/events/retry-event.js';
import { WaylineEntry } from '../../../src/elements/entry/wayline-entry.js';
import type { WaylineTimeline } from '../../../src/elements/timeline/wayline-timeline.js';
import { announced } from '../../support/announced.js';
import { event } from '../../support/events.js';
import { contactAt, FeedStage, journeyOf, keyOf, lone, painted } from '../../support/feed-stage.js';
import { putOnGround } from '../../support/ground.js';
import { button, deepAll, textIn } from '../../support/shadow-text.js';
import { waitUntil } from '../../support/wait-until.js';
import { displayOf } from '../../support/display.js';

const ten = Date.parse('2026-11-20T10:00:00Z');
const live: Connection = { status: 'live', retryAt: undefined, error: undefined };
const section = (status: Loadable<unknown>['status'], asOf?: number, error?: JourneyError): Loadable<unknown> => ({
  status,
  value: undefined,
  error,
  asOf,
});
const noTerms: readonly string[] = [];

/** The view of events without a filter. */
function viewOf(events: readonly JourneyEvent[]) {
  const known = createTimeline(() => true);
  known.choose(noFilter, 'UTC', ten + 3_600_000);
  known.add(events, ten + 3_600_000);
  return known.view;
}

const order = (id: string, minute: number) => event(id, minute, { source: 'shop', type: `order:${id}` });
const ofCall = (id: string, minute: number, type: string) => event(id, minute, { type, data: { taskId: 'call' } });
const call = [ofCall('c3', 3, 'task:connected'), ofCall('c2', 2, 'task:parked'), ofCall('c1', 1, 'task:new')];

async function timeline(events: readonly JourneyEvent[], parts: Partial<WaylineTimeline> = {}) {
  const element = await fixture<WaylineTimeline>(
    html`<wayline-timeline
      .view=${viewOf(events)}
      .terms=${noTerms}
      .history=${section('ready', ten)}
      .connection=${live}
      .now=${ten + 300_000}
      .display=${displayOf()}
    ></wayline-timeline>`,
  );
  Object.assign(element, parts);
  await settled(element);
  return element;
}

const entries = (element: WaylineTimeline): WaylineEntry[] => [
  ...element.shadowRoot!.querySelectorAll<WaylineEntry>('wayline-entry'),
];

async function settled(element: WaylineTimeline): Promise<void> {
  await element.updateComplete;
  await Promise.all(entries(element).map(({ updateComplete }) => updateComplete));
}

const title = (entry: WaylineEntry | undefined) => entry!.shadowRoot!.querySelector<HTMLButtonElement>('.title')!;

describe('<wayline-timeline>', () => {
  it('shows a heading for each day and lists its entries in order', async () => {
    const element = await timeline([order('late', 5), order('early', -700)]);
    const days = ['Today Friday 20 November', 'Yesterday Thursday 19 November'];
    const headings = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=day]')];
    expect(headings.map((heading) => heading.innerText.replace(/\s+/g, ' '))).to.deep.equal(days);
    // For screen readers, the headings are in the first entry of each day: a feed may contain only articles.
    expect(deepAll(element, 'h3').map(({ textContent }) => textContent)).to.deep.equal(days);
    expect(headings.every(({ ariaHidden }) => ariaHidden === 'true')).to.equal(true);
    expect(entries(element).map((entry) => title(entry).innerText.trim())).to.deep.equal(['Order late', 'Order early']);
  });

  it('gives each entry a machine-readable time', async () => {
    const element = await timeline([order('late', 5)]);
    expect(entries(element)[0]!.shadowRoot!.querySelector('time')!.dateTime).to.equal('2026-11-20T10:05:00.000Z');
  });

  it('reverses the order', async () => {
    const element = await timeline([order('late', 5), order('early', -700)], { order: 'oldest-first' });
    expect(entries(element).map((entry) => title(entry).innerText.trim())).to.deep.equal(['Order early', 'Order late']);
    expect(textIn(element.shadowRoot!.querySelector('[part=day]')!)).to.contain('Yesterday');
  });

  const states: readonly [Connection['status'], string][] = [
    ['off', 'Live updates off'],
    ['connecting', 'Connecting'],
    ['live', 'Live'],
    ['catching-up', 'Catching up'],
    ['signed-out', 'Signed out'],
    ['polling', 'Updates every 30 s'],
    ['paused', 'Paused'],
  ];
  for (const [status, words] of states) {
    it(`says "${words}" while the connection is ${status}`, async () => {
      const element = await timeline([], { connection: { ...live, status } });
      expect(textIn(element.shadowRoot!.querySelector('wayline-connection')!).trim()).to.equal(words);
    });
  }

  it('shows no connection status before the first request', async () => {
    const element = await timeline([], { history: section('idle'), connection: { ...live, status: 'off' } });
    expect(element.shadowRoot!.querySelector('wayline-connection')).to.equal(null);
  });

  it('counts down to the next try', async () => {
    let now = ten;
    const badge = await fixture<HTMLElementTagNameMap['wayline-connection']>(
      html`<wayline-connection
        .clock=${() => now}
        .connection=${{ status: 'reconnecting', retryAt: ten + 2000, error: undefined }}
      ></wayline-connection>`,
    );
    expect(textIn(badge)).to.contain('Reconnecting in 2 s');
    now += 1000;
    await waitUntil(() => textIn(badge).includes('Reconnecting in 1 s'));
    now += 1000;
    await waitUntil(() => textIn(badge).trim() === 'Reconnecting');
  });

  describe('with a gap', () => {
    const minute = 60_000;
    const gap = { from: ten + 12 * minute, to: ten + 57 * minute };
    const lines = (element: WaylineTimeline): string[] =>
      [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=day], .line')].map((line) =>
        line instanceof WaylineEntry ? title(line).innerText.trim() : textIn(line).replace(/\s+/g, ' ').trim(),
      );
    const words = 'Events between 10:12 and 10:57 may be missing Load';

    it('says between which entries events may be missing', async () => {
      const element = await timeline([order('after', 58), order('before', 11)], { gap });
      expect(lines(element)).to.deep.equal(['Today Friday 20 November', 'Order after', words, 'Order before']);
    });

    it('shows the gap also without entries', async () => {
      const element = await timeline([], { gap });
      expect(lines(element)).to.deep.equal(['Today Friday 20 November', words]);
      expect(textIn(element)).not.to.contain('First contact');
    });

    const stretches: readonly [string, Gap, string][] = [
      [
        'over midnight',
        { ...gap, from: ten - 840 * minute },
        'Events between 19 Nov 2026, 20:00 and 20 Nov 2026, 10:57',
      ],
      ['within a minute', { ...gap, from: gap.to - 1 }, 'Events between 10:56 and 10:57'],
      ['of no length', { ...gap, from: gap.to }, 'Events around 10:57'],
      ['without a beginning', { ...gap, from: -Infinity }, 'Events before 10:57'],
    ];
    for (const [stretch, which, start] of stretches) {
      it(`names a stretch ${stretch}`, async () => {
        const element = await timeline([order('after', 58)], { gap: which });
        expect(lines(element).at(-1)).to.equal(`${start} may be missing Load`);
      });
    }

    it('is an article of the feed, but is not counted as an entry', async () => {
      const element = await timeline([order('c', 59), order('b', 58), order('a', 1)], { gap });
      expect(lines(element).slice(1)).to.deep.equal(['Order c', 'Order b', words, 'Order a']);
      const line = element.shadowRoot!.querySelector('wayline-gap')!;
      const { ariaPosInSet, ariaSetSize, role } = line;
      expect([role, ariaPosInSet, ariaSetSize]).to.deep.equal(['article', '3', '4']);
      expect(textIn(element.shadowRoot!.querySelector('wayline-filters')!)).to.contain('All 3');
    });

    it('requests the missing events once', async () => {
      const element = await timeline([order('after', 58)], { gap });
      const asked: string[] = [];
      element.addEventListener('wayline-retry', ({ section }) => asked.push(section));
      button(element, 'Load')!.click();
      expect(asked).to.deep.equal(['history']);
      element.connection = { ...live, status: 'catching-up' };
      await settled(element);
      await element.shadowRoot!.querySelector('wayline-gap')!.updateComplete;
      const pressed = button(element, 'Loading')!;
      expect(pressed.ariaDisabled).to.equal('true');
      pressed.click();
      expect(asked).to.deep.equal(['history']);
    });

    it('disappears when it is closed', async () => {
      const element = await timeline([order('after', 58)], { gap });
      element.gap = undefined;
      await settled(element);
      expect(lines(element)).to.deep.equal(['Today Friday 20 November', 'Order after']);
    });
  });

  const staleness: readonly [Connection['status'], string][] = [
    ['live', ''],
    ['connecting', ''],
    ['catching-up', ''],
    ['polling', ''],
    ['off', ''],
    ['reconnecting', 'as of 10:00'],
    ['signed-out', 'as of 10:00'],
    ['paused', 'as of 10:00'],
  ];
  for (const [status, words] of staleness) {
    it(`says ${words === '' ? 'nothing of its age' : `"${words}"`} while the connection is ${status}`, async () => {
      const element = await timeline(call, { connection: { ...live, status } });
      expect(element.shadowRoot!.querySelector('.total')!.textContent.trim()).to.equal(words);
    });
  }

  it('shows the age of its events once, in the note, when history failed', async () => {
    const history = section('failed', ten, new JourneyError('server'));
    const element = await timeline(call, { history, connection: { ...live, status: 'reconnecting' } });
    expect(textIn(element).split('as of 10:00')).to.have.lengthOf(2);
  });

  it('shows placeholders while the first events load', async () => {
    const element = await timeline([], { history: section('loading') });
    expect(element.shadowRoot!.querySelectorAll('.skeleton-bar.round')).to.have.lengthOf(4);
    expect(element.shadowRoot!.querySelector('section')!.getAttribute('aria-busy')).to.equal('true');
    expect(textIn(element)).to.contain('Loading').and.not.contain('First contact');
  });

  it('shows that it loads more while further pages are read', async () => {
    expect(textIn(await timeline([order('a', 1)], { history: section('loading') }))).to.contain('Loading older events');
  });

  it('calls it a first contact when there is nothing', async () => {
    expect(textIn(await timeline([])))
      .to.contain('First contact')
      .and.contain('New events appear here live');
  });

  it('keeps its events when history fails, shows their age, and offers to try again', async () => {
    const error = new JourneyError('server', { trackingId: 'trk-1' });
    const element = await timeline([order('a', 1)], { history: section('failed', ten, error) });
    expect(entries(element)).to.have.lengthOf(1);
    const words = textIn(element);
    for (const part of ['Older events could not be loaded', 'as of 10:00', 'Tracking ID trk-1']) {
      expect(words).to.contain(part);
    }
    setTimeout(() => button(element, 'Try again')!.click());
    const asked = await oneEvent<RetryEvent>(element, 'wayline-retry');
    expect([asked.section, asked.bubbles, asked.composed]).to.deep.equal(['history', true, true]);
  });

  it('does not show a failed history as a first contact', async () => {
    const element = await timeline([], { history: section('failed', undefined, new JourneyError('network')) });
    expect(textIn(element)).to.contain('Events could not be loaded').and.not.contain('First contact');
  });

  const refusals: readonly [string, Connection['status'], JourneyErrorKind, readonly string[]][] = [
    ['an expired sign-in', 'signed-out', 'unauthorized', ['continues when the desktop renews']],
    [
      'a missing right',
      'polling',
      'forbidden',
      ['cjp:user', 'wxcc-cjds-event-stream-toggle-visibility', 'New events are checked every 30 seconds'],
    ],
    [
      'a refused request',
      'polling',
      'rejected',
      ['did not accept the request', 'New events are checked every 30 seconds'],
    ],
  ];
  for (const [what, status, kind, parts] of refusals) {
    it(`explains why there are no live events after ${what}, and offers to try again`, async () => {
      const connection: Connection = { status, retryAt: undefined, error: new JourneyError(kind) };
      const element = await timeline([order('a', 1)], { connection });
      for (const part of ['Live events are not available', ...parts]) expect(textIn(element)).to.contain(part);
      setTimeout(() => button(element, 'Try again')!.click());
      expect((await oneEvent<RetryEvent>(element, 'wayline-retry')).section).to.equal('live');
    });
  }

  describe('when events come in', () => {
    it('announces a burst once, as a number', async () => {
      const element = await timeline([order('a', 1)]);
      element.view = viewOf([order('b', 2), order('a', 1)]);
      await element.updateComplete;
      element.view = viewOf([order('c', 3), order('b', 2), order('a', 1)]);
      await element.updateComplete;
      expect(announced(element)).to.deep.equal(['2 new events']);
    });

    it('stays silent about past events, and about another customer', async () => {
      const element = await timeline([], { history: section('loading') });
      element.view = viewOf([order('a', 1)]);
      await element.updateComplete;
      element.history = section('ready', ten);
      element.view = viewOf([order('b', 2), order('a', 1)]);
      await element.updateComplete;
      element.view = viewOf([order('b', 2), order('a', 1), order('old', -60)]);
      await element.updateComplete;
      element.view = viewOf([order('new', 9), order('b', 2)]);
      await element.updateComplete;
      expect(announced(element)).to.deep.equal(['1 new event']);
    });

    it('leaves the focus where it is', async () => {
      const element = await timeline([order('b', 2), order('a', 1)]);
      title(entries(element)[1]).focus();
      element.view = viewOf([order('c', 3), order('b', 2), order('a', 1)]);
      await settled(element);
      expect(entries(element)[2]!.shadowRoot!.activeElement === title(entries(element)[2])).to.equal(true);
    });

    it('keeps focus and details of an entry that moves to the top', async () => {
      const element = await timeline([order('a', 4), ...call]);
      const focused = entries(element)[1]!;
      title(focused).click();
      await settled(element);
      title(focused).focus();
      element.view = viewOf([ofCall('c4', 6, 'task:on-hold'), order('a', 4), ...call]);
      await settled(element);
      const [first] = entries(element);
      expect(first!.entry!.key).to.equal('task call');
      expect(first!.open).to.equal(true);
      expect(first!.shadowRoot!.activeElement === title(first)).to.equal(true);
    });

    it('keeps focus and details of an entry that moves to another day', async () => {
      const early = [ofCall('c1', -700, 'task:new')];
      const element = await timeline([order('a', 4), ...early]);
      title(entries(element)[1]).click();
      await settled(element);
      title(entries(element)[1]).focus();
      element.view = viewOf([ofCall('c4', 6, 'task:on-hold'), order('a', 4), ...early]);
      await settled(element);
      const [first] = entries(element);
      expect([first!.entry!.key, first!.open]).to.deep.equal(['task call', true]);
      expect(element.shadowRoot!.activeElement === first).to.equal(true);
    });
  });

  describe('while something else is read', () => {
    const said = ({ pill }: FeedStage) => pill && textIn(pill).replace(/\s+/g, ' ').trim();
    const contactsOnly = { ...noFilter, chosen: { ...noFacets, kind: ['contact'] } };
    const ends = [
      ['newest-first', '↑'],
      ['oldest-first', '↓'],
    ] as const;

    async function away(order: 'newest-first' | 'oldest-first', parts = {}): Promise<FeedStage> {
      const stage = await FeedStage.open(journeyOf(100), { order, ...parts });
      await stage.scrollToMiddle();
      return stage;
    }

    it('continues to count while everything is read again', async () => {
      const stage = await away('newest-first');
      stage.add(lone('new', 60));
      await stage.drawn();
      const { history } = stage.element;
      for (const status of ['loading', 'ready'] as const) {
        stage.element.history = { ...history!, status };
        await stage.drawn();
        expect(said(stage), status).to.equal('↑ 1 new event');
      }
    });

    for (const [order, arrow] of ends) {
      it(`counts new events, and goes to the newest with the focus, ${order}`, async () => {
        const stage = await away(order);
        expect(said(stage)).to.equal(null);
        stage.add(lone('new', 60));
        await stage.drawn();
        expect(said(stage)).to.equal(`${arrow} 1 new event`);
        stage.add(...contactAt('newest', 70, 2));
        await stage.drawn();
        expect(said(stage)).to.equal(`${arrow} 3 new events`);
        stage.pill!.click();
        await stage.painted();
        expect(keyOf(stage.focused!)).to.equal('task newest');
        expect(stage.seen.includes(stage.focused!)).to.equal(true);
        expect(said(stage)).to.equal(null);
        await stage.scrollToMiddle();
        expect(said(stage)).to.equal(null);
      });

      it(`removes the count when the newest entry is scrolled into view, ${order}`, async () => {
        const stage = await away(order);
        stage.add(lone('new', 60));
        await stage.drawn();
        for (let step = 0; step < 4; step++) {
          await stage.scrollTo(order === 'newest-first' ? 0 : stage.scroller.scrollHeight);
        }
        expect(said(stage)).to.equal(null);
      });

      it(`shows no count at the end where new events arrive, ${order}`, async () => {
        const stage = await away(order);
        for (let step = 0; step < 4; step++) {
          await stage.scrollTo(order === 'newest-first' ? 0 : stage.scroller.scrollHeight);
        }
        stage.add(lone('new', 60), lone('newer', 61));
        await stage.drawn();
        expect(said(stage)).to.equal(null);
        await stage.painted();
        expect(said(stage)).to.equal(null);
      });

      it(`goes by itself from near the end, ${order}`, async () => {
        const stage = await away(order);
        const near = order === 'newest-first' ? 0 : stage.scroller.scrollHeight;
        for (let step = 0; step < 4; step++) await stage.scrollTo(near);
        await stage.scrollTo(stage.scroller.scrollTop + (order === 'newest-first' ? 45 : -60));
        stage.add(lone('new', 60));
        await stage.drawn();
        expect(said(stage)).to.equal(`${arrow} 1 new event`);
        stage.pill!.click();
        await stage.painted();
        expect(said(stage)).to.equal(null);
      });
    }

    const noNews: readonly [string, (stage: FeedStage) => unknown][] = [
      ['events that the filter hides', (stage) => stage.add(lone('hidden', 60))],
      ['another filter, though it shows newer ones', (stage) => stage.filter(noFilter)],
      [
        'what a search has found',
        ({ element }) => {
          const { shown, total } = viewOf([order('found', 600)]);
          Object.assign(element, { terms: ['FOUND'], view: { ...element.view, shown, total } });
        },
      ],
      ['a page of history', (stage) => stage.add(...journeyOf(30, -100 * 37 - 5, 'old '))],
      ['another gap', ({ element }) => (element.gap = { from: ten, to: ten + 3_600_000 })],
      ['another order', ({ element }) => (element.order = 'oldest-first')],
      ['another zone', ({ element }) => (element.display = displayOf({ zone: 'Asia/Kathmandu' }))],
    ];
    for (const [what, happens] of noNews) {
      it(`does not count as new: ${what}`, async () => {
        const stage = await away('newest-first');
        stage.add(lone('seen by nobody', 30));
        stage.filter(contactsOnly);
        await stage.painted();
        await stage.scrollToMiddle();
        await happens(stage);
        await stage.painted();
        expect(said(stage)).to.equal(null);
        stage.add(...contactAt('news', 700, 1));
        await stage.painted();
        const told = announced(stage.element).filter((words) => words.includes('new event'));
        expect(told).to.deep.equal(['1 new event']);
        // If few entries are left, the newest may be visible.
        expect(said(stage) ?? '1 new event').to.contain('1 new event');
      });
    }

    it('announces the number of matches of a filter after the search has ended', async () => {
      const stage = await away('newest-first');
      stage.filter(contactsOnly);
      stage.element.searching = true;
      await stage.drawn();
      expect(announced(stage.element)).to.deep.equal([]);
      stage.element.searching = false;
      await stage.drawn();
      expect(announced(stage.element)).to.deep.equal(['34 of 100 match']);
      expect(stage.feed.querySelector('[role=feed]')!.getAttribute('aria-busy')).to.equal('false');
    });

    it('keeps the opened details of an entry that was scrolled far away', async () => {
      const stage = await FeedStage.open(journeyOf(300));
      stage.open('task 0');
      await stage.painted();
      const inner = () => stage.row('task 0')!.shadowRoot!.querySelector<HTMLButtonElement>('button.event')!;
      inner().click();
      await stage.painted();
      (document.activeElement as HTMLElement | null)?.blur();
      await stage.scrollTo(9000);
      expect(stage.row('task 0')).to.equal(undefined);
      await stage.scrollTo(0);
      expect(inner().getAttribute('aria-expanded')).to.equal('true');
    });

    it('lets Tab enter the feed at one entry only', async () => {
      const stage = await away('newest-first');
      const stops = () =>
        deepAll<HTMLElement>(stage.element, '.item, wayline-gap').filter(({ tabIndex }) => tabIndex === 0);
      expect(stops()).to.have.lengthOf(1);
      stage.seen[2]!.focus({ preventScroll: true });
      stage.press('PageDown');
      await stage.drawn();
      await painted();
      expect(stops().map((item) => (item.getRootNode() as ShadowRoot).host === stage.focused)).to.deep.equal([true]);
      await stage.scrollTo(stage.scroller.scrollTop + 260); // other rows are drawn
      expect(stops().map((item) => (item.getRootNode() as ShadowRoot).host === stage.focused)).to.deep.equal([true]);
    });
  });

  it('says that nothing matches when a filter hides everything', async () => {
    const filter = { ...noFilter, query: 'nowhere' };
    const view = { ...viewOf([order('a', 1)]), shown: [] };
    expect(textIn(await timeline([], { filter, view })))
      .to.contain('No match')
      .and.not.contain('First contact');
  });

  for (const scheme of ['light', 'dark']) {
    it(`is accessible in ${scheme}, with details open and with every note`, async () => {
      const events = [order('b', 5), ...call, event('broken', -2000, { readable: false, raw: 'half' })];
      const element = await timeline(events, {
        history: section('failed', ten, new JourneyError('server', { trackingId: 'trk-1' })),
        connection: { status: 'signed-out', retryAt: undefined, error: undefined },
        gap: { from: ten + 60_000, to: ten + 240_000 },
      });
      putOnGround(element, scheme);
      for (const entry of entries(element)) title(entry).click();
      await settled(element);
      await expect(element).to.be.accessible();
    });

    for (const order of ['newest-first', 'oldest-first'] as const) {
      it(`is accessible in ${scheme} in the midst of a long feed, with a gap and new events, ${order}`, async () => {
        const gap = { from: ten - 2000 * 60_000, to: ten - 1850 * 60_000 };
        const stage = await FeedStage.open(journeyOf(100), { order, gap, terms: ['ORDER'] });
        putOnGround(stage.box, scheme);
        await stage.readFrom('gap');
        stage.add(lone('new', 60));
        stage.open(keyOf(stage.seen[1]!));
        await stage.painted();
        expect([stage.pill, stage.row('gap')])
          .not.to.include(null)
          .and.not.include(undefined);
        await expect(stage.element).to.be.accessible();
      });
    }

    it(`is accessible in ${scheme} when nothing matches`, async () => {
      const element = await timeline([], {
        filter: { ...noFilter, query: 'nowhere' },
        view: { ...viewOf([order('a', 1)]), shown: [] },
      });
      putOnGround(element, scheme);
      await expect(element).to.be.accessible();
    });

    it(`is accessible in ${scheme} while empty or loading`, async () => {
      const element = await timeline([]);
      putOnGround(element, scheme);
      await expect(element).to.be.accessible();
      element.history = section('loading');
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }
});
