import { expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import { binIndexAt, binEdges, type Activity } from '../../../src/domain/timeline/activity.js';
import type { Channel } from '../../../src/domain/event/channel.js';
import type { TimeFrame } from '../../../src/domain/timeline/filter.js';
import { define } from '../../../src/elements/shared/loading/define.js';
import type { RangeEvent } from '../../../src/elements/shared/events/range-event.js';
import { WaylineActivity } from '../../../src/elements/activity/wayline-activity.js';
import { en } from '../../support/english.js';
import { putOnGround } from '../../support/ground.js';
import type { TimeRange } from '../../../src/domain/time/time-range.js';
import { displayOf } from '../../support/display.js';

define('wayline-activity', WaylineActivity);

const now = Date.parse('2026-11-20T12:34:56Z');

/** Entries as `date channel`, each once. */
function activityOf(frame: TimeFrame, entries: readonly string[], zone = 'UTC'): Activity {
  const times = entries.map((entry) => Date.parse(entry.split(' ')[0]!));
  const edges = binEdges(frame, Math.min(...times), now, zone);
  const bins = edges.slice(1).map(() => new Map<Channel, number>());
  for (const [index, entry] of entries.entries()) {
    const channel = entry.split(' ')[1] as Channel;
    const bin = bins[binIndexAt(edges, times[index]!)]!;
    bin.set(channel, (bin.get(channel) ?? 0) + 1);
  }
  return { edges, bins };
}

const month = activityOf('30-days', [
  '2026-10-21T10:00Z voice',
  '2026-11-01T10:00Z email',
  '2026-11-10T10:00Z voice',
  '2026-11-10T11:00Z chat',
  '2026-11-10T12:00Z chat',
  '2026-11-20T12:00Z voice',
]);
const bins = month.bins.length;
/** The month's bins from one to before another; `undefined` for all. */
const part = (first: number, end: number): TimeRange => ({ from: month.edges[first]!, to: month.edges[end]! });
const told = (range: TimeRange | undefined) =>
  range === undefined ? 'all' : `${month.edges.indexOf(range.from)} to ${month.edges.indexOf(range.to)}`;

/** A strip of 31 days, ten pixels each, and the events it sent. */
async function strip(parts: Partial<WaylineActivity> = {}, direction = 'ltr') {
  const element = await fixture<WaylineActivity>(
    html`<wayline-activity
      .activity=${month}
      .frame=${'30-days'}
      .display=${displayOf()}
      dir=${direction}
    ></wayline-activity>`,
  );
  element.style.setProperty('inline-size', `${bins * 10}px`);
  Object.assign(element, parts);
  const events: string[] = [];
  element.addEventListener('wayline-range', ({ range }: RangeEvent) => events.push(told(range)));
  await element.updateComplete;
  return { element, events };
}

const all = (element: WaylineActivity, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (element: WaylineActivity, selector: string) => all(element, selector)[0]!;
const slider = (element: WaylineActivity, end: 'from' | 'to') => one(element, `[role='slider'].${end}`);
const sentence = (element: WaylineActivity) => one(element, 'p').textContent;

describe('<wayline-activity>', () => {
  describe('what it shows', () => {
    it('is nothing without entries', async () => {
      const { element } = await strip({ activity: undefined });
      expect(element.shadowRoot!.childElementCount).to.equal(0);
      element.activity = { edges: [], bins: [] };
      await element.updateComplete;
      expect(element.shadowRoot!.childElementCount).to.equal(0);
    });

    it('keeps its place while a search finds nothing', async () => {
      const { element } = await strip({});
      element.activity = { edges: month.edges, bins: month.bins.map(() => new Map()) };
      await element.updateComplete;
      expect(element.shadowRoot!.querySelector('svg')).not.to.equal(null);
    });

    it('stays while a range matches nothing, so that the agent can clear the range', async () => {
      const { element } = await strip({ range: part(3, 5) });
      element.activity = { edges: month.edges, bins: month.bins.map(() => new Map()) };
      await element.updateComplete;
      expect(all(element, '.clear')).to.have.length(1);
      expect(sentence(element)).to.equal('No entries from 21 October to 20 November.');
    });

    it('is a path for each channel, and few elements', async () => {
      const { element } = await strip();
      expect(all(element, 'path').map(({ classList }) => classList[0])).to.deep.equal(['voice', 'chat', 'email']);
      const channels = Object.keys(en.channels) as Channel[];
      element.activity = { ...month, bins: month.bins.map(() => new Map(channels.map((channel) => [channel, 1]))) };
      element.range = part(3, 5);
      await element.updateComplete;
      expect(all(element, '.bars path')).to.have.length(channels.length + 1);
      expect(all(element, '*').length).to.be.below(30);
    });

    it('stacks the channels, and scales to the highest bar', async () => {
      const boxes = async (counts: Partial<Record<Channel, number>>[]) => {
        const filled = month.bins.map(
          (_, index) => new Map(Object.entries(counts[index] ?? {}) as [Channel, number][]),
        );
        const { element } = await strip({ activity: { ...month, bins: filled } });
        return all(element, '.bars path').map((path) => {
          const { x, y, height } = (path as unknown as SVGPathElement).getBBox();
          return `${Math.floor(x)}: ${Math.round(y)} + ${Math.round(height)}`;
        });
      };
      expect(await boxes([{ voice: 1 }])).to.deep.equal(['0: 29 + 12']);
      expect(await boxes([{}, { voice: 30, chat: 10 }])).to.deep.equal(['1: 10 + 30', '1: 0 + 10']);
      expect(await boxes([{ email: 1 }, {}, { voice: 9999 }])).to.deep.equal(['2: 0 + 40', '0: 38 + 2']);
    });

    const headings: readonly [frame: TimeFrame, heading: string, axis: string, first?: string][] = [
      ['24-hours', 'Activity, last 24 hours', '12:00, 20:00, 05:00, now'],
      ['7-days', 'Activity, last 7 days', '13 Nov, 16 Nov, 18 Nov, today'],
      ['30-days', 'Activity, last 30 days', '21 Oct, 31 Oct, 11 Nov, today'],
      ['90-days', 'Activity, last 90 days', '21 Aug, 20 Sept, 22 Oct, today'],
      ['all', 'Activity, all time', 'May 2025, Feb 2026, today', '2025-06-01T10:00Z voice'],
      ['all', 'Activity, all time', '18 Nov, 19 Nov, , today', '2026-11-18T01:00Z voice'],
    ];
    for (const [frame, heading, axis, first] of headings) {
      it(`is headed "${heading}", above ${axis}`, async () => {
        const activity = activityOf(frame, [...(first ? [first] : []), '2026-11-20T12:00Z voice']);
        const { element } = await strip({ activity, frame });
        expect(one(element, 'h3').textContent).to.equal(heading);
        expect(
          all(element, '.axis span')
            .map(({ textContent }) => textContent)
            .join(', '),
        ).to.equal(axis);
      });
    }

    const sentences: readonly [frame: TimeFrame, entries: readonly string[], sentence: string][] = [
      [
        '30-days',
        ['2026-11-10T10:00Z voice', '2026-11-10T11:00Z chat', '2026-11-20T12:00Z voice'],
        '3 entries from 21 October to 20 November: 2 Voice, 1 Chat. Busiest: 10 November with 2.',
      ],
      [
        '90-days',
        ['2026-11-10T10:00Z email'],
        '1 entry from 21 August to 20 November: 1 Email. Busiest: 9 – 10 November with 1.',
      ],
      [
        '24-hours',
        ['2026-11-20T10:10Z web', '2026-11-20T10:50Z web'],
        '2 entries from 19 November to 20 November: 2 Web. Busiest: 20 November, 10:00–11:00 with 2.',
      ],
      [
        'all',
        ['2024-06-01T10:00Z sms'],
        '1 entry from 1 June 2024 to 20 November 2026: 1 SMS. Busiest: 1 – 21 June 2024 with 1.',
      ],
    ];
    for (const [frame, entries, words] of sentences) {
      it(`says in words: ${words}`, async () => {
        const { element } = await strip({ activity: activityOf(frame, entries), frame });
        expect(sentence(element).replaceAll(/[\u2009\u202f]/g, ' ')).to.equal(words);
        expect(one(element, 'svg').getAttribute('aria-hidden')).to.equal('true');
      });
    }

    it('follows a live entry, another zone and another language', async () => {
      const { element } = await strip();
      const last = new Map(month.bins.at(-1)).set('voice', 2);
      element.activity = { edges: month.edges, bins: month.bins.with(-1, last) };
      await element.updateComplete;
      expect(sentence(element)).to.contain('7 entries');
      element.display = displayOf({ zone: 'America/New_York' });
      await element.updateComplete;
      expect(sentence(element)).to.contain('20 October');
      element.display = displayOf({ zone: 'America/New_York', locale: 'de' });
      await element.updateComplete;
      expect(sentence(element)).to.contain('20. Oktober');
      expect(one(element, '.axis span:last-child').textContent).to.equal('heute');
    });

    it('fades the bars outside the range, and names the range', async () => {
      const { element } = await strip({ range: part(10, 13) });
      expect(one(element, '.rest').getAttribute('d')).to.equal('M0 0h10v40H0zM13 0H31v40H13z');
      expect(one(element, '.clear').getAttribute('aria-label')).to.match(/^31 Oct\s–\s2 Nov, clear$/);
      const [from, to] = [slider(element, 'from'), slider(element, 'to')].map((thumb) => thumb.getBoundingClientRect());
      const { left } = one(element, '.strip').getBoundingClientRect();
      expect([from!.left + 6 - left, to!.left + 6 - left].map(Math.round)).to.deep.equal([100, 130]);
    });

    for (const scheme of ['light', 'dark']) {
      it(`is accessible in ${scheme}`, async () => {
        const { element } = await strip();
        putOnGround(element, scheme);
        await expect(element).to.be.accessible();
        element.range = part(10, 13);
        await element.updateComplete;
        await expect(element).to.be.accessible();
      });
    }
  });

  describe('chosen by keyboard', () => {
    const cases: readonly [end: 'from' | 'to', key: string, before: TimeRange | undefined, after: string][] = [
      ['from', 'ArrowRight', undefined, '1 to 31'],
      ['from', 'ArrowUp', undefined, '1 to 31'],
      ['from', 'ArrowLeft', part(5, 9), '4 to 9'],
      ['from', 'ArrowDown', part(5, 9), '4 to 9'],
      ['from', 'PageUp', part(5, 19), '12 to 19'],
      ['from', 'PageUp', part(5, 9), '8 to 9'],
      ['from', 'PageDown', part(9, 19), '2 to 19'],
      ['from', 'End', part(5, 9), '8 to 9'],
      ['from', 'Home', part(5, 9), '0 to 9'],
      ['from', 'Home', part(5, bins), 'all'],
      ['from', 'ArrowLeft', undefined, ''],
      ['from', 'ArrowRight', part(8, 9), ''],
      ['to', 'ArrowLeft', undefined, '0 to 30'],
      ['to', 'ArrowRight', part(5, 9), '5 to 10'],
      ['to', 'PageDown', undefined, '0 to 24'],
      ['to', 'PageUp', part(5, 9), '5 to 16'],
      ['to', 'Home', part(5, 9), '5 to 6'],
      ['to', 'End', part(5, 9), '5 to 31'],
      ['to', 'End', part(0, 9), 'all'],
      ['to', 'ArrowLeft', part(8, 9), ''],
      ['from', 'Escape', part(5, 9), 'all'],
      ['from', 'Escape', undefined, ''],
      ['from', 'x', part(5, 9), ''],
    ];
    for (const [end, press, range, after] of cases) {
      it(`${press} on "${end}" of ${told(range)} sends ${after || 'nothing'}`, async () => {
        const { element, events } = await strip({ range });
        slider(element, end).focus();
        await sendKeys({ press });
        expect(events.join()).to.equal(after);
        expect(element.shadowRoot!.activeElement?.className).to.equal(`thumb ${end}`);
      });
    }

    it('follows the direction of reading', async () => {
      const { element, events } = await strip({ range: part(5, 9) }, 'rtl');
      slider(element, 'from').focus();
      for (const press of ['ArrowRight', 'ArrowLeft', 'ArrowUp']) await sendKeys({ press });
      expect(events).to.deep.equal(['4 to 9', '5 to 9', '6 to 9']);
    });

    it('does not take the keys of the browser', async () => {
      const { element, events } = await strip({ range: part(5, 9) });
      for (const modifier of ['altKey', 'ctrlKey', 'metaKey']) {
        const event = new KeyboardEvent('keydown', {
          key: 'ArrowLeft',
          [modifier]: true,
          bubbles: true,
          cancelable: true,
        });
        slider(element, 'from').dispatchEvent(event);
        expect(event.defaultPrevented, modifier).to.be.false;
      }
      expect(events).to.be.empty;
    });

    it('names both ends and their values', async () => {
      const { element } = await strip();
      const tell = () =>
        [slider(element, 'from'), slider(element, 'to')].map(
          ({ ariaLabel, ariaValueMin, ariaValueNow, ariaValueMax, ariaValueText }) =>
            `${ariaLabel} ${ariaValueMin} ${ariaValueNow} ${ariaValueMax} ${ariaValueText}`,
        );
      expect(tell()).to.deep.equal(['From 0 0 30 21 October', 'To 1 31 31 today']);
      element.range = part(10, 13);
      await element.updateComplete;
      expect(tell()).to.deep.equal(['From 0 10 12 31 October', 'To 11 13 31 2 November']);
    });

    it('names the time of day where bins are shorter than days', async () => {
      const activity = activityOf('24-hours', ['2026-11-20T10:10Z web']);
      const range = { from: activity.edges[3]!, to: activity.edges[4]! };
      const { element } = await strip({ activity, frame: '24-hours', range });
      expect(slider(element, 'from').ariaValueText).to.equal('19 November at 15:00');
      expect(slider(element, 'to').ariaValueText).to.equal('19 November at 16:00');
    });

    it('is cleared by the button, which keeps the focus in the strip', async () => {
      const { element, events } = await strip({ range: part(5, 9) });
      one(element, '.clear').focus();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(events).to.deep.equal(['all']);
      expect(all(element, '.clear')).to.have.length(0);
      expect(element.shadowRoot!.activeElement?.className).to.equal('thumb from');
    });
  });

  describe('chosen by pointer', () => {
    afterEach(() => resetMouse());

    /** Moves the mouse through the middles of bins, `down` and `up` on the way, or presses a key. */
    async function mouse(element: WaylineActivity, steps: readonly (number | 'down' | 'up' | 'Escape')[]) {
      const { left, right, top, height } = one(element, '.strip').getBoundingClientRect();
      const middle = Math.round(top + height / 2);
      for (const step of steps) {
        const x = typeof step !== 'number' ? 0 : element.dir === 'rtl' ? right - step * 10 - 5 : left + step * 10 + 5;
        if (step === 'Escape') await sendKeys({ press: step });
        else if (step === 'down' || step === 'up') await sendMouse({ type: step });
        else await sendMouse({ type: 'move', position: [Math.round(x), middle] });
        await element.updateComplete;
      }
    }

    const cases: readonly [
      title: string,
      steps: Parameters<typeof mouse>[1],
      events: readonly string[],
      range?: TimeRange | undefined,
      direction?: string,
    ][] = [
      ['a press chooses its bin', [10, 'down', 'up'], ['10 to 11']],
      ['a shaking press still does', [10.4, 'down', 10.6, 'up'], ['10 to 11']],
      ['a drag chooses all it passes', [10, 'down', 11, 12, 'up'], ['10 to 12', '10 to 13']],
      ['a drag to the left does too', [10, 'down', 9, 8, 'up'], ['9 to 11', '8 to 11']],
      ['a drag back takes back', [10, 'down', 12, 11, 10, 'up'], ['10 to 13', '10 to 12', '10 to 11']],
      ['each bin is sent once', [10, 'down', 11.1, 11.3, 11.4, 'up'], ['10 to 12']],
      ['a drag ends at the ends', [20, 'down', 40, -2, 'up'], ['20 to 31', '0 to 21']],
      ['a drag over all is no range', [0, 'down', 30, 'up'], ['all'], part(5, 9)],
      ['nothing follows the release', [10, 'down', 11, 'up', 14], ['10 to 12']],
      ['moving alone is nothing', [3, 10], []],
      ['an end of the range can be moved', [9, 'down', 11, 12, 'up'], ['5 to 12', '5 to 13'], part(5, 9)],
      ['the other one too', [5, 'down', 4, 3, 'up'], ['4 to 9', '3 to 9'], part(5, 9)],
      ['an end can be moved past the other', [5, 'down', 12, 'up'], ['8 to 13'], part(5, 9)],
      ['a press near an end chooses its bin', [9, 'down', 'up'], ['9 to 10'], part(5, 9)],
      ['a drag far from the range starts a new range', [20, 'down', 21, 'up'], ['20 to 22'], part(5, 9)],
      ['Escape goes back to what was before', [20, 'down', 21, 'Escape', 22, 'up'], ['20 to 22', '5 to 9'], part(5, 9)],
      ['Escape before any move changes nothing', [20, 'down', 'Escape', 22, 'up'], [], part(5, 9)],
      ['Escape after the release clears', [20, 'down', 21, 'up', 'Escape'], ['20 to 22', 'all']],
      ['from right to left it is the same', [10, 'down', 11, 12, 'up'], ['10 to 12', '10 to 13'], undefined, 'rtl'],
    ];
    for (const [title, steps, expected, range, direction] of cases) {
      it(title, async () => {
        const { element, events } = await strip({ range }, direction);
        await mouse(element, steps);
        expect(events).to.deep.equal(expected);
      });
    }

    it('ignores the other buttons', async () => {
      const { element, events } = await strip();
      await mouse(element, [10]);
      await sendMouse({ type: 'down', button: 'right' });
      await mouse(element, [12]);
      await sendMouse({ type: 'up', button: 'right' });
      expect(events).to.be.empty;
    });

    /** What a touch screen sends; only a real pointer can be captured. */
    function touch(element: WaylineActivity, type: string, bin: number, pointerId = 7) {
      const target = one(element, '.strip');
      target.setPointerCapture = () => {};
      const clientX = target.getBoundingClientRect().left + bin * 10 + 5;
      target.dispatchEvent(new PointerEvent(type, { pointerId, pointerType: 'touch', clientX, bubbles: true }));
    }

    it('works by touch, and lets the page scroll up and down', async () => {
      const { element, events } = await strip();
      expect(getComputedStyle(one(element, '.strip')).touchAction).to.equal('pan-y');
      touch(element, 'pointerdown', 3);
      touch(element, 'pointermove', 5);
      touch(element, 'pointerdown', 20, 8);
      touch(element, 'pointermove', 25, 8);
      touch(element, 'pointerup', 25, 8);
      touch(element, 'pointerup', 5);
      expect(events).to.deep.equal(['3 to 6']);
      touch(element, 'pointerdown', 20);
      touch(element, 'pointermove', 22);
      touch(element, 'pointercancel', 22);
      expect(events.slice(1)).to.deep.equal(['20 to 23', '3 to 6']);
    });

    it('keeps the first bin of a drag when older entries change the bins', async () => {
      const { element } = await strip();
      touch(element, 'pointerdown', 10);
      touch(element, 'pointermove', 12);
      const edges = binEdges('all', now - 45 * 86_400_000, now, 'UTC');
      element.activity = { edges, bins: edges.slice(1).map(() => new Map([['voice', 1]])) };
      await element.updateComplete;
      touch(element, 'pointermove', 30);
      expect(element.range!.from).to.equal(month.edges[10]);
    });

    it('ends a drag when the element leaves the page', async () => {
      const { element, events } = await strip();
      touch(element, 'pointerdown', 10);
      const parent = element.parentElement!;
      element.remove();
      parent.append(element);
      touch(element, 'pointermove', 20);
      touch(element, 'pointerup', 20);
      expect(events).to.be.empty;
    });

    it('is sent in an event that crosses the shadow trees', async () => {
      const { element } = await strip();
      const heard: RangeEvent[] = [];
      element.addEventListener('wayline-range', (event) => heard.push(event));
      await mouse(element, [10, 'down', 'up']);
      expect(heard.map(({ bubbles, composed }) => bubbles && composed)).to.deep.equal([true]);
      expect(element.range).to.deep.equal(part(10, 11));
    });
  });
});
