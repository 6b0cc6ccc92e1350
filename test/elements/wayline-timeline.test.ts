import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type { Connection } from '../../src/domain/connection.js';
import { JourneyError, type JourneyErrorKind } from '../../src/domain/error.js';
import type { JourneyEvent } from '../../src/domain/event.js';
import type { Gap } from '../../src/domain/gap.js';
import type { Section } from '../../src/domain/section.js';
import { daysFrom, entriesFrom } from '../../src/domain/timeline.js';
import type { RetryEvent } from '../../src/elements/retry-event.js';
import { WaylineEntry } from '../../src/elements/wayline-entry.js';
import type { WaylineTimeline } from '../../src/elements/wayline-timeline.js';
import '../../src/index.js';
import { event } from '../support/events.js';
import { putOnGround } from '../support/ground.js';
import { button, deepAll, textIn } from '../support/shadow-text.js';

const ten = Date.parse('2026-11-20T10:00:00Z');
const live: Connection = { status: 'live', retryAt: undefined, error: undefined };
const section = (status: Section<unknown>['status'], asOf?: number, error?: JourneyError): Section<unknown> => ({
  status,
  value: undefined,
  error,
  asOf,
});
const daysOf = (events: readonly JourneyEvent[]) => daysFrom(entriesFrom(events, ten + 3_600_000), 'UTC');

const order = (id: string, minute: number) => event(id, minute, { source: 'shop', type: `order:${id}` });
const ofCall = (id: string, minute: number, type: string) => event(id, minute, { type, data: { taskId: 'call' } });
const call = [ofCall('c3', 3, 'task:connected'), ofCall('c2', 2, 'task:parked'), ofCall('c1', 1, 'task:new')];

async function timeline(events: readonly JourneyEvent[], parts: Partial<WaylineTimeline> = {}) {
  const element = await fixture<WaylineTimeline>(
    html`<wayline-timeline
      .days=${daysOf(events)}
      .history=${section('ready', ten)}
      .connection=${live}
      .now=${ten + 300_000}
      .zone=${'UTC'}
      .locale=${'en-GB'}
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
  it('heads each day and lists its entries in order', async () => {
    const element = await timeline([order('late', 5), order('early', -700)]);
    const days = [...element.shadowRoot!.querySelectorAll('h3')].map((heading) =>
      heading.innerText.replace(/\s+/g, ' '),
    );
    expect(days).to.deep.equal(['Today Friday 20 November', 'Yesterday Thursday 19 November']);
    expect(element.shadowRoot!.querySelectorAll('ol')).to.have.lengthOf(2);
    expect(entries(element).map((entry) => title(entry).innerText.trim())).to.deep.equal(['Order late', 'Order early']);
  });

  it('gives machines the time of each entry', async () => {
    const element = await timeline([order('late', 5)]);
    expect(entries(element)[0]!.shadowRoot!.querySelector('time')!.dateTime).to.equal('2026-11-20T10:05:00.000Z');
  });

  it('shows as many entries as asked for, and as many again on request', async () => {
    const element = await timeline(
      Array.from({ length: 5 }, (_, index) => order(`o${index}`, 50 - index)),
      { limit: 2 },
    );
    expect(entries(element)).to.have.lengthOf(2);
    for (const [press, shown] of [
      ['Show 2 more', 4],
      ['Show 1 more', 5],
    ] as const) {
      button(element, press)!.click();
      await settled(element);
      expect(entries(element)).to.have.lengthOf(shown);
    }
    expect(button(element, 'more')).to.equal(undefined);
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

  it('says nothing of the connection before anything was asked for', async () => {
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
    await waitUntil(() => textIn(badge).includes('Reconnecting in 1 s'), undefined, { timeout: 3000 });
    now += 1000;
    await waitUntil(() => textIn(badge).trim() === 'Reconnecting', undefined, { timeout: 3000 });
  });

  describe('with a gap', () => {
    const minute = 60_000;
    const gap = { from: ten + 12 * minute, to: ten + 57 * minute };
    const lines = (element: WaylineTimeline): string[] =>
      deepAll<HTMLElement>(element, 'h3, wayline-entry, wayline-gap').map((line) =>
        line instanceof WaylineEntry ? title(line).innerText.trim() : textIn(line).replace(/\s+/g, ' ').trim(),
      );
    const words = 'Events between 10:12 and 10:57 may be missing Load';

    it('says between which entries events may be missing', async () => {
      const element = await timeline([order('after', 58), order('before', 11)], { gap });
      expect(lines(element)).to.deep.equal(['Today Friday 20 November', 'Order after', words, 'Order before']);
    });

    it('says so too when there is nothing else', async () => {
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

    it('is not counted as an entry, and is not cut off from the one above it', async () => {
      const element = await timeline([order('c', 59), order('b', 58), order('a', 1)], { gap, limit: 1 });
      expect(lines(element)).to.deep.equal(['Today Friday 20 November', 'Order c']);
      expect(button(element, 'Show')!.innerText.trim()).to.equal('Show 1 more');
      button(element, 'Show')!.click();
      await settled(element);
      expect(lines(element).slice(1)).to.deep.equal(['Order c', 'Order b', words]);
      button(element, 'Show')!.click();
      await settled(element);
      expect(lines(element).slice(1)).to.deep.equal(['Order c', 'Order b', words, 'Order a']);
    });

    it('asks for what is missing, once', async () => {
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

    it('goes when it is closed', async () => {
      const element = await timeline([order('after', 58)], { gap });
      element.gap = undefined;
      await settled(element);
      expect(lines(element)).to.deep.equal(['Today Friday 20 November', 'Order after']);
    });
  });

  const staleness: readonly [Connection['status'], string][] = [
    ['live', '3 events'],
    ['connecting', '3 events'],
    ['catching-up', '3 events'],
    ['polling', '3 events'],
    ['off', '3 events'],
    ['reconnecting', '3 events · as of 10:00'],
    ['signed-out', '3 events · as of 10:00'],
    ['paused', '3 events · as of 10:00'],
  ];
  for (const [status, words] of staleness) {
    it(`says "${words}" while the connection is ${status}`, async () => {
      const element = await timeline(call, { connection: { ...live, status }, total: 3 });
      expect(element.shadowRoot!.querySelector('.total')!.textContent.trim()).to.equal(words);
    });
  }

  it('says as of when once, in the note, when history failed', async () => {
    const history = section('failed', ten, new JourneyError('server'));
    const element = await timeline(call, { history, connection: { ...live, status: 'reconnecting' }, total: 3 });
    expect(textIn(element).split('as of 10:00')).to.have.lengthOf(2);
  });

  it('holds the place while the first events are on their way', async () => {
    const element = await timeline([], { history: section('loading') });
    expect(element.shadowRoot!.querySelectorAll('.bone.round')).to.have.lengthOf(4);
    expect(element.shadowRoot!.querySelector('section')!.getAttribute('aria-busy')).to.equal('true');
    expect(textIn(element)).to.contain('Loading').and.not.contain('First contact');
  });

  it('says that more is coming while further pages are read', async () => {
    expect(textIn(await timeline([order('a', 1)], { history: section('loading') }))).to.contain('Loading older events');
  });

  it('calls it a first contact when there is nothing', async () => {
    expect(textIn(await timeline([])))
      .to.contain('First contact')
      .and.contain('will appear here live');
  });

  it('keeps what is known when history fails, says as of when, and asks for another try', async () => {
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

  it('does not call a history that never came a first contact', async () => {
    const element = await timeline([], { history: section('failed', undefined, new JourneyError('network')) });
    expect(textIn(element)).to.contain('Events could not be loaded').and.not.contain('First contact');
  });

  const refusals: readonly [string, Connection['status'], JourneyErrorKind, readonly string[]][] = [
    ['an expired sign-in', 'signed-out', 'unauthorized', ['goes on by itself as soon as the desktop renews']],
    [
      'a missing right',
      'polling',
      'forbidden',
      ['cjp:user', 'wxcc-cjds-event-stream-toggle-visibility', 'every 30 seconds instead'],
    ],
    ['a refused request', 'polling', 'rejected', ['did not accept the request', 'every 30 seconds instead']],
  ];
  for (const [what, status, kind, parts] of refusals) {
    it(`says why there are no live events after ${what}, and asks for another try`, async () => {
      const connection: Connection = { status, retryAt: undefined, error: new JourneyError(kind) };
      const element = await timeline([order('a', 1)], { connection });
      for (const part of ['Live events are not available', ...parts]) expect(textIn(element)).to.contain(part);
      setTimeout(() => button(element, 'Try again')!.click());
      expect((await oneEvent<RetryEvent>(element, 'wayline-retry')).section).to.equal('live');
    });
  }

  describe('when events come in', () => {
    const spoken = (element: WaylineTimeline) =>
      element.shadowRoot!.querySelector('section > [role=status]')!.textContent.trim();

    it('tells a burst once, as a number', async () => {
      const element = await timeline([order('a', 1)]);
      element.days = daysOf([order('b', 2), order('a', 1)]);
      await element.updateComplete;
      expect(spoken(element)).to.equal('');
      element.days = daysOf([order('c', 3), order('b', 2), order('a', 1)]);
      await waitUntil(() => spoken(element) !== '', undefined, { timeout: 3000 });
      expect(spoken(element)).to.equal('2 new events');
      await waitUntil(() => spoken(element) === '', undefined, { timeout: 3000 });
    });

    it('stays silent about past events, and about another customer', async () => {
      const element = await timeline([], { history: section('loading') });
      element.days = daysOf([order('a', 1)]);
      await element.updateComplete;
      element.history = section('ready', ten);
      element.days = daysOf([order('b', 2), order('a', 1)]);
      await element.updateComplete;
      element.days = daysOf([order('b', 2), order('a', 1), order('old', -60)]);
      await element.updateComplete;
      element.days = daysOf([order('new', 9), order('b', 2)]);
      await waitUntil(() => spoken(element) !== '', undefined, { timeout: 3000 });
      expect(spoken(element)).to.equal('1 new event');
    });

    it('leaves the focus where it is', async () => {
      const element = await timeline([order('b', 2), order('a', 1)]);
      title(entries(element)[1]).focus();
      element.days = daysOf([order('c', 3), order('b', 2), order('a', 1)]);
      await settled(element);
      expect(entries(element)[2]!.shadowRoot!.activeElement === title(entries(element)[2])).to.equal(true);
    });

    it('keeps focus and details of an entry that moves to the top', async () => {
      const element = await timeline([order('a', 4), ...call]);
      const focused = entries(element)[1]!;
      title(focused).click();
      await settled(element);
      title(focused).focus();
      element.days = daysOf([ofCall('c4', 6, 'task:on-hold'), order('a', 4), ...call]);
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
      element.days = daysOf([ofCall('c4', 6, 'task:on-hold'), order('a', 4), ...early]);
      await settled(element);
      const [first] = entries(element);
      expect([first!.entry!.key, first!.open]).to.deep.equal(['task call', true]);
      expect(first!.shadowRoot!.activeElement === title(first)).to.equal(true);
    });
  });

  for (const scheme of ['light', 'dark']) {
    it(`is accessible in ${scheme}, with details open and with every note`, async () => {
      const events = [order('b', 5), ...call, event('broken', -2000, { readable: false, raw: 'half' })];
      const element = await timeline(events, {
        history: section('failed', ten, new JourneyError('server', { trackingId: 'trk-1' })),
        connection: { status: 'signed-out', retryAt: undefined, error: undefined },
        limit: 2,
        total: 5,
        gap: { from: ten + 60_000, to: ten + 240_000 },
      });
      putOnGround(element, scheme);
      for (const entry of entries(element)) title(entry).click();
      await settled(element);
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
