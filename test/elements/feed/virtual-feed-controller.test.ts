import { expect, fixture, html } from '@open-wc/testing';
import '../../support/whole-widget.js';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { createRandom } from '../../../demo/scenarios/happenings.js';
import type { Entry } from '../../../src/domain/timeline/entry.js';
import { JourneyError } from '../../../src/domain/base/journey-error.js';
import { noFacets } from '../../../src/domain/timeline/facets.js';
import { noFilter } from '../../../src/domain/timeline/filter.js';
import {
  contactAt,
  FeedStage,
  journeyOf,
  keyOf,
  lone,
  painted,
  startTime,
  type Setting,
} from '../../support/feed-stage.js';
import { displayOf } from '../../support/display.js';

const minute = 60_000;
const middleGap = { from: startTime - 3000 * minute, to: startTime - 2900 * minute };
const contactsOnly = { ...noFilter, chosen: { ...noFacets, kind: ['contact'] } };
const loneOnly = { ...noFilter, chosen: { ...noFacets, kind: ['event'] } };

/** The places of rows in each of the next painted frames, relative to their places before. */
async function moved(stage: FeedStage, key: string, act: () => unknown, frames = 4): Promise<number[]> {
  const before = stage.topOf(key);
  await act();
  const seen: number[] = [];
  for (let frame = 0; frame < frames; frame++) {
    await painted();
    seen.push(stage.topOf(key) - before);
  }
  return seen;
}

const still = [0, 0, 0, 0];

/** Scrolled to the middle of 150 entries of every height, two of them open, a gap in what is drawn. */
async function reading(setting: Setting = 'wide', parts = {}): Promise<FeedStage> {
  const stage = await FeedStage.open(journeyOf(150), { gap: middleGap, ...parts }, setting);
  await stage.readFrom('gap');
  await stage.scrollTo(stage.scroller.scrollTop - 187); // no row begins where the view does
  const { rows, seen } = stage;
  const first = rows.indexOf(seen[0]!);
  for (const row of [rows[first - 1]!, rows[first + 1]!]) stage.open(keyOf(row));
  await stage.painted();
  return stage;
}

/** The position of a row for assistive technology. */
const placeOf = (row: HTMLElement): [position: number, size: number] => {
  const article = row.shadowRoot!.querySelector('[role=article]') ?? row;
  return [Number(article.getAttribute('aria-posinset')), Number(article.getAttribute('aria-setsize'))];
};

async function focusRow(stage: FeedStage, row: HTMLElement): Promise<string> {
  row.focus({ preventScroll: true });
  await stage.drawn();
  return keyOf(stage.focused!);
}

describe('the feed', () => {
  before(() => setViewport({ width: 1024, height: 720 }));
  after(() => setViewport({ width: 800, height: 600 }));

  describe('of any length', () => {
    it('draws no more rows of 20,000 entries than of 100', async () => {
      const counts: number[][] = [];
      for (const length of [100, 20_000]) {
        const stage = await FeedStage.open(journeyOf(length));
        const atTop = stage.rows.length;
        await stage.scrollTo(1500);
        counts.push([atTop, stage.rows.length]);
        stage.box.remove();
      }
      expect(counts[1]).to.deep.equal(counts[0]);
      expect(Math.max(...counts.flat())).to.be.below(25);
    });

    for (const order of ['newest-first', 'oldest-first'] as const) {
      it(`shows every entry while it is scrolled from end to end, ${order}`, async () => {
        const stage = await FeedStage.open(journeyOf(120), { gap: middleGap, order });
        const seen = new Set<string>();
        for (let top = 0; top <= stage.scroller.scrollHeight; top += 300) {
          stage.scroller.scrollTop = top;
          await painted();
          for (const row of stage.seen) seen.add(keyOf(row));
        }
        expect([...seen]).to.deep.equal(stage.keys);
      });
    }

    it('is as tall as all of its entries at any scroll position', async () => {
      const gap = { from: -Infinity, to: startTime - 37 * 20 * minute - 1 };
      const stage = await FeedStage.open(journeyOf(60), { gap });
      const heights = new Set<number>();
      for (const measuring of [true, false]) {
        for (let top = 0; top <= stage.scroller.scrollHeight; top += 200) {
          stage.scroller.scrollTop = top;
          await painted();
          if (!measuring) heights.add(stage.feed.offsetHeight);
        }
      }
      expect(heights.size).to.equal(1);
    });

    for (const setting of ['wide', 'narrow', 'page'] as const) {
      it(`keeps the heading of a day below the bar while the day passes by, ${setting}`, async () => {
        const stage = await FeedStage.open(journeyOf(150), {}, setting);
        await stage.scrollToMiddle();
        for (let step = 0; step < 40; step++) {
          stage.scroller.scrollTop += 47;
          await painted();
          const { edge } = stage;
          expect(edge).to.be.closeTo(stage.bar.offsetHeight + (setting === 'page' ? 0 : edgeOfScroller(stage)), 1);
          const day = stage.seen[0]!.parentElement!;
          const heading = day.querySelector('.heading')!.getBoundingClientRect();
          const { bottom, top } = day.getBoundingClientRect();
          expect(heading.top).to.be.closeTo(Math.max(top, Math.min(edge, bottom - heading.height)), 0.6);
        }
      });
    }
  });

  describe('while an entry is read', () => {
    const fresh = (count: number) => journeyOf(count, 200 * count, 'fresh ', 100);
    const isEntry = (row: HTMLElement) => row.localName === 'wayline-entry';
    const below = ({ rows, seen }: FeedStage) => rows.slice(rows.indexOf(seen.at(-1)!) + 1).find(isEntry)!;
    const above = ({ rows, seen }: FeedStage) => rows.slice(0, rows.indexOf(seen[0]!)).findLast(isEntry)!;
    const happenings: readonly [string, (stage: FeedStage) => unknown][] = [
      ['an event comes in', (stage) => stage.add(lone('new', 60))],
      ['50 entries come in', (stage) => stage.add(...fresh(50))],
      ['5,000 entries come in', (stage) => stage.add(...fresh(5000))],
      [
        'events come in one after the other',
        async (stage) => {
          for (let at = 1; at <= 30; at++) {
            stage.add(...(at % 2 === 0 ? [lone(`n${at}`, 60 + at)] : contactAt(`n${at}`, 60 + at, 1 + (at % 3))));
            await stage.drawn();
          }
        },
      ],
      ['older entries come in', (stage) => stage.add(...journeyOf(80, -150 * 37 - 5, 'old '))],
      [
        'a contact above goes on, and moves to the top',
        (stage) => stage.add(...contactAt('3', 60, 1).map((one) => ({ ...one, key: 'more', type: 'task:on-hold' }))),
      ],
      [
        'a contact below goes on, and moves to the top',
        (stage) => stage.add(...contactAt('147', 60, 1).map((one) => ({ ...one, key: 'more', type: 'task:on-hold' }))),
      ],
      ['details are closed above', (stage) => stage.open(keyOf(above(stage)))],
      ['its own details are opened', (stage) => stage.open(stage.read)],
      ['details are opened below', (stage) => stage.open(keyOf(below(stage)))],
      [
        'details are opened above',
        (stage) => {
          const closed = stage.rows.slice(0, stage.rows.indexOf(stage.seen[0]!)).filter(isEntry);
          stage.open(keyOf(closed.find((row) => row.shadowRoot!.querySelector('.details') === null)!));
        },
      ],
      ['the gap is closed', (stage) => (stage.element.gap = undefined)],
      ['another gap is found above', (stage) => (stage.element.gap = { from: startTime - minute, to: startTime })],
      ['the page turns dark', (stage) => (stage.box.style.colorScheme = 'dark')],
      ['the bar grows by a line', (stage) => (stage.bar.style.paddingBlockEnd = '48px')],
      [
        'older events cannot be loaded',
        ({ element }) =>
          (element.history = { ...element.history!, status: 'failed', error: new JourneyError('server') }),
      ],
      ['all is read again', (stage) => stage.readAnew()],
      [
        'all is read again, and much is gone',
        (stage) => stage.readAnew(({ data }) => Number(data['taskId'] ?? 1) % 2 !== 0),
      ],
      ['the content above grows', (stage) => (stage.above.style.blockSize = '333px')],
    ];
    for (const setting of ['wide', 'narrow'] as const) {
      for (const [what, act] of happenings) {
        it(`keeps it in its place when ${what}, ${setting}`, async () => {
          const stage = await reading(setting);
          expect(await moved(stage, stage.read, () => act(stage))).to.deep.equal(still);
        });
      }
    }

    for (const setting of ['unsized', 'page'] as const) {
      it(`keeps it in its place through all of this, ${setting}`, async () => {
        const stage = await reading(setting);
        for (const [what, act] of happenings) {
          expect(await moved(stage, stage.read, () => act(stage)), what).to.deep.equal(still);
        }
      });
    }

    it('keeps the next entry in its place when the read entry moves to the top', async () => {
      const stage = await reading();
      await stage.readFrom('task 84');
      const [first, second] = stage.seen.map(keyOf);
      expect(first).to.equal('task 84');
      const more = { ...contactAt('84', 60, 1)[0]!, key: 'more', type: 'task:on-hold' };
      expect(await moved(stage, second!, () => stage.add(more))).to.deep.equal(still);
      expect(stage.keys[0]).to.equal('task 84');
    });

    it('keeps the read entry in its place when it gets an event', async () => {
      const stage = await reading();
      await stage.readFrom('task 84');
      const more = { ...contactAt('84', -84 * 37 + 9, 1)[0]!, key: 'more', type: 'task:on-hold' };
      expect(await moved(stage, stage.read, () => stage.add(more))).to.deep.equal(still);
    });

    for (const order of ['newest-first', 'oldest-first'] as const) {
      it(`keeps it in its place while a filter comes and goes, ${order}`, async () => {
        const stage = await reading('wide', { order });
        await stage.readFrom('task 84');
        expect(stage.read).to.equal('task 84');
        const { total } = stage;
        expect(await moved(stage, 'task 84', () => stage.filter(contactsOnly))).to.deep.equal(still);
        expect(stage.total).to.be.below(total);
        expect(await moved(stage, 'task 84', () => stage.filter(noFilter))).to.deep.equal(still);
        expect(stage.total).to.equal(total);
      });
    }

    it('keeps it in its place where bar and heading fill the view', async () => {
      const stage = await FeedStage.open(journeyOf(100));
      stage.box.style.setProperty('block-size', '130px');
      await painted();
      await stage.scrollTo(1500);
      const { top } = stage.scroller.getBoundingClientRect();
      const read = stage.rows.find((row) => row.getBoundingClientRect().bottom > top)!;
      const before = read.getBoundingClientRect().top;
      for (const id of ['x', 'y', 'z']) {
        stage.add(lone(id, 100));
        await painted();
      }
      expect(read.getBoundingClientRect().top).to.equal(before);
    });

    it('puts the nearest one in its place when a filter takes it away', async () => {
      const stage = await reading();
      await stage.readFrom('task 84');
      stage.element.gap = undefined;
      await stage.painted();
      const place = stage.keys.indexOf('task 84');
      const next = stage.keys.slice(place).find((key) => !key.startsWith('task'))!;
      expect(await moved(stage, next, () => stage.filter(loneOnly))).to.deep.equal(still);
    });

    it('keeps it in its place when the order is turned round and back', async () => {
      const stage = await reading();
      const { read } = stage;
      expect(await moved(stage, read, () => (stage.element.order = 'oldest-first'))).to.deep.equal(still);
      expect(stage.seen.map(keyOf)).not.to.deep.equal([read]);
      expect(await moved(stage, read, () => (stage.element.order = 'newest-first'))).to.deep.equal(still);
    });

    it('keeps it in its place while the zone changes', async () => {
      const stage = await reading();
      expect(
        await moved(stage, stage.read, () => (stage.element.display = displayOf({ zone: 'Asia/Kathmandu' }))),
      ).to.deep.equal(still);
    });

    /** Below the bar, which may have another height now. */
    const belowBar = (stage: FeedStage, key: string) => stage.topOf(key) - stage.viewTop;

    for (const [from, to] of [
      ['narrow', 'wide'],
      ['wide', 'narrow'],
    ] as const) {
      it(`keeps it in its place while the widget goes from ${from} to ${to} and back`, async () => {
        const stage = await reading(from);
        const { read } = stage;
        const before = belowBar(stage, read);
        for (const setting of [to, from]) {
          stage.resize(setting);
          await stage.painted();
          expect(belowBar(stage, read)).to.be.closeTo(before, 0.5);
        }
      });
    }

    it('does not undo a scroll of the page right before an update', async () => {
      const stage = await reading();
      stage.scroller.scrollTop += 230;
      const key = keyOf(stage.seen.at(-2)!);
      expect(await moved(stage, key, () => stage.add(lone('new', 60)))).to.deep.equal(still);
    });

    it('fills the view after a scroll of any distance right before an update', async () => {
      const stage = await reading();
      stage.scroller.scrollTop = 900;
      stage.add(lone('new', 60));
      await stage.painted();
      expect(stage.scroller.scrollTop).to.be.within(900, 1000);
      expect(coveredBy(stage)).to.equal(true);
    });

    it('does not drift when the growth above is smaller than a scroll step of the browser', async () => {
      const stage = await reading('narrow');
      scrollByWholePixels(stage.scroller);
      const { read } = stage;
      stage.above.style.blockSize = '300px';
      await stage.painted();
      const start = stage.topOf(read);
      for (let step = 1; step <= 60; step++) {
        stage.above.style.blockSize = `${300 + step * 0.4}px`;
        await painted();
        expect(stage.topOf(read)).to.be.closeTo(start, 1);
      }
    });
  });

  describe('at its top', () => {
    it('shows new events', async () => {
      const stage = await FeedStage.open(journeyOf(100));
      stage.add(lone('new', 60), ...contactAt('newer', 61));
      await stage.painted();
      expect(stage.seen.slice(0, 2).map(keyOf)).to.deep.equal(['task newer', stage.element.view!.shown.at(-2)!.key]);
      expect([stage.scroller.scrollTop, stage.pill]).to.deep.equal([0, null]);
    });

    it('shows new events at its bottom, oldest first', async () => {
      const stage = await FeedStage.open(journeyOf(100), { order: 'oldest-first' });
      await toEnd(stage);
      for (let at = 1; at < 5; at++) {
        stage.add(...contactAt(`newer ${at}`, 60 * at));
        await stage.painted();
        expect(keyOf(stage.seen.at(-1)!)).to.equal(`task newer ${at}`);
        expect(stage.row(`task newer ${at}`)!.getBoundingClientRect().bottom).to.be.most(stage.bottom);
        expect(stage.pill).to.equal(null);
      }
    });

    it('stays at the top of older entries that come in', async () => {
      const stage = await FeedStage.open(journeyOf(4));
      stage.add(...journeyOf(100, -500, 'old '));
      await stage.painted();
      expect([keyOf(stage.seen[0]!), stage.scroller.scrollTop]).to.deep.equal(['task 0', 0]);
      expect(coveredBy(stage)).to.equal(true);
    });
  });

  describe('with the focus', () => {
    it('keeps it on an entry that is scrolled far away, and continues from there', async () => {
      const stage = await FeedStage.open(journeyOf(400));
      const key = await focusRow(stage, stage.rows[3]!);
      await stage.scrollTo(12_000);
      stage.add(lone('new', 60));
      await stage.painted();
      expect(keyOf(stage.focused!)).to.equal(key);
      expect(stage.seen.includes(stage.focused!)).to.equal(false);
      stage.press('PageDown');
      await stage.drawn();
      const keys = stage.keys;
      expect(keyOf(stage.focused!)).to.equal(keys[keys.indexOf(key) + 1]);
      expect(stage.seen.includes(stage.focused!)).to.equal(true);
      await stage.painted();
      expect(coveredBy(stage)).to.equal(true);
    });

    it('keeps it inside an entry that is scrolled far away', async () => {
      const stage = await FeedStage.open(journeyOf(400));
      const row = stage.rows[3]!;
      const title = row.shadowRoot!.querySelector<HTMLElement>('.title')!;
      title.focus();
      await stage.scrollTo(12_000);
      await stage.scrollTo(20_000);
      expect(stage.focused === row && row.shadowRoot!.activeElement === title).to.equal(true);
    });

    it('keeps it on an entry that moves to the top, and keeps the reader’s place', async () => {
      const stage = await reading();
      const row = stage.seen.find((one) => keyOf(one).startsWith('task'))!;
      const key = await focusRow(stage, row);
      const other = keyOf(stage.seen.find((one) => one !== row)!);
      const more = { ...contactAt(key.slice(5), 60, 1)[0]!, key: 'more', type: 'task:on-hold' };
      expect(await moved(stage, other, () => stage.add(more))).to.deep.equal(still);
      expect(keyOf(stage.focused!)).to.equal(key);
      expect(placeOf(stage.focused!)).to.deep.equal([1, 151]);
    });

    it('keeps it, and opened details, while all is read again', async () => {
      const stage = await reading();
      const row = stage.seen.find((one) => keyOf(one).startsWith('task'))!;
      const title = row.shadowRoot!.querySelector<HTMLElement>('.title')!;
      title.focus({ preventScroll: true });
      const open = () => stage.rows.filter((one) => one.shadowRoot!.querySelector('.details') !== null);
      await stage.painted();
      const opened = open();
      expect(opened).to.have.lengthOf(2);
      const { entry } = row as HTMLElementTagNameMap['wayline-entry'];
      stage.readAnew();
      await stage.painted();
      expect((row as HTMLElementTagNameMap['wayline-entry']).entry === entry, 'it was read anew').to.equal(false);
      expect(stage.focused === row && row.shadowRoot!.activeElement === title).to.equal(true);
      expect(open()).to.deep.equal(opened);
    });

    it('gives it to the neighbour of an entry that a filter takes away', async () => {
      const stage = await reading();
      const row = stage.seen.find((one) => keyOf(one).startsWith('task'))!;
      const key = await focusRow(stage, row);
      const keys = stage.keys;
      stage.filter(loneOnly);
      await stage.drawn();
      const neighbours = [keys[keys.indexOf(key) - 1], keys[keys.indexOf(key) + 1]];
      expect(neighbours).to.include(keyOf(stage.focused!));
    });

    it('does not scroll to the neighbour of an entry that was far away', async () => {
      const stage = await FeedStage.open(journeyOf(400));
      await focusRow(stage, stage.row('task 3')!);
      await stage.scrollToMiddle();
      const key = keyOf(stage.seen.find((row) => !keyOf(row).startsWith('task'))!);
      await stage.readFrom(key);
      expect(await moved(stage, stage.read, () => stage.filter(loneOnly))).to.deep.equal(still);
      expect(stage.focused?.localName).to.equal('wayline-entry');
    });

    it('gives it to a neighbour of the gap when that is closed', async () => {
      const stage = await reading();
      stage.row('gap')!.shadowRoot!.querySelector('button')!.focus();
      stage.element.gap = undefined;
      await stage.drawn();
      expect(stage.focused?.localName).to.equal('wayline-entry');
    });

    /** Goes through the whole feed, event by event, and tells every step. */
    async function walk(stage: FeedStage, key: 'PageDown' | 'PageUp', steps: number, happens: (step: number) => void) {
      const visited = [keyOf(stage.focused!)];
      for (let step = 1; step <= steps; step++) {
        stage.press(key);
        await stage.drawn();
        const row = stage.focused;
        if (row === undefined) throw new Error(`The focus was lost at step ${step}`);
        visited.push(keyOf(row));
        const keys = stage.keys;
        expect(placeOf(row)).to.deep.equal([keys.indexOf(keyOf(row)) + 1, keys.length]);
        happens(step);
        await stage.drawn();
        if (stage.focused !== row) throw new Error(`The focus was lost after step ${step}`);
      }
      return visited;
    }

    it('goes through 401 lines and back without a skipped or repeated one, while events come in', async () => {
      const stage = await FeedStage.open(journeyOf(400), { gap: middleGap });
      const keys = stage.keys;
      await focusRow(stage, stage.rows[0]!);
      const happens = (step: number) =>
        step % 50 === 25 && stage.add(lone(`new ${step} ${stage.total}`, 60 + stage.total));
      expect(await walk(stage, 'PageDown', 400, happens)).to.deep.equal(keys);
      expect(await walk(stage, 'PageUp', 400, happens)).to.deep.equal(keys.toReversed());
    }).timeout(120_000);

    function openOne(stage: FeedStage, share: number): void {
      const entries = stage.rows.filter((row) => row.localName === 'wayline-entry');
      stage.open(keyOf(entries[Math.floor(share * entries.length)]!));
    }

    for (let seed = 1; seed <= 20; seed++) {
      it(`goes through a journey and back without a skipped or repeated line, journey ${seed}`, async () => {
        const random = createRandom(seed);
        const order = seed % 2 === 0 ? 'newest-first' : 'oldest-first';
        const step = 5 + Math.round(random() * 400);
        const gap = { from: -Infinity, to: startTime - Math.round(random() * 30 * step) * minute };
        const setting = (['wide', 'narrow', 'page'] as const)[seed % 3]!;
        const stage = await FeedStage.open(journeyOf(30, 0, 'x', step), { gap, order }, setting);
        const keys = stage.keys;
        await focusRow(stage, stage.rows[0]!);
        const happens = () => random() < 0.1 && openOne(stage, random());
        expect(await walk(stage, 'PageDown', 30, happens)).to.deep.equal(keys);
        expect(await walk(stage, 'PageUp', 30, happens)).to.deep.equal(keys.toReversed());
      });
    }

    it('stays where it is at either end', async () => {
      const stage = await FeedStage.open(journeyOf(3));
      await focusRow(stage, stage.rows[0]!);
      for (const [key, place] of [
        ['PageUp', 1],
        ['PageDown', 2],
        ['PageDown', 3],
        ['PageDown', 3],
      ] as const) {
        stage.press(key);
        await stage.drawn();
        expect(placeOf(stage.focused!)).to.deep.equal([place, 3]);
      }
    });

    it('leaves keys with a modifier to the browser', async () => {
      const stage = await FeedStage.open(journeyOf(3));
      await focusRow(stage, stage.rows[0]!);
      const pressed = new KeyboardEvent('keydown', { key: 'PageDown', ctrlKey: true, bubbles: true, cancelable: true });
      stage.focused!.dispatchEvent(pressed);
      await stage.drawn();
      expect([pressed.defaultPrevented, placeOf(stage.focused!)]).to.deep.equal([false, [1, 3]]);
    });

    it('goes a page at a time by the real key, below the bar and the heading', async () => {
      const stage = await FeedStage.open(journeyOf(40));
      await focusRow(stage, stage.rows[0]!);
      for (const key of [...Array<string>(12).fill('PageDown'), ...Array<string>(9).fill('PageUp')]) {
        await sendKeys({ press: key });
        await stage.painted();
        const rect = stage.focused!.getBoundingClientRect();
        expect(rect.top).to.be.least(stage.edge + 34);
        expect(rect.bottom).to.be.most(stage.bottom);
      }
      expect(placeOf(stage.focused!)).to.deep.equal([4, 40]);
    });
  });

  describe('in any place', () => {
    let errors: string[] = [];
    const told = ({ message }: ErrorEvent) => errors.push(message);
    beforeEach(() => {
      errors = [];
      window.addEventListener('error', told);
    });
    afterEach(() => window.removeEventListener('error', told));

    /** Updates from now on, once everything has come to rest. */
    async function updatesAtRest(stage: FeedStage): Promise<number> {
      let count = 0;
      const counter = { hostUpdated: () => count++ };
      await stage.painted();
      count = 0;
      stage.element.addController(counter);
      for (let frame = 0; frame < 6; frame++) await painted();
      stage.element.removeController(counter);
      return count;
    }

    const places: readonly [string, (stage: FeedStage) => unknown][] = [
      ['where it was put', () => undefined],
      ['in a page from right to left', ({ box }) => (box.dir = 'rtl')],
      ['in a box without a height', ({ box }) => (box.style.blockSize = '0')],
      ['in a box one pixel tall', ({ box }) => (box.style.blockSize = '1px')],
      ['in a box without a width', ({ box }) => (box.style.inlineSize = '0')],
      ['in a box 120 pixels wide', ({ box }) => (box.style.inlineSize = '120px')],
      ['in a box 4,000 pixels tall', ({ box }) => (box.style.blockSize = '4000px')],
      ['in a zoomed page', ({ box }) => (box.style.zoom = '1.1')],
      ['in a scaled box', ({ box }) => (box.style.scale = '0.67')],
      ['in fractions of pixels', ({ box }) => Object.assign(box.style, { marginTop: '0.37px', inlineSize: '700.3px' })],
      ['in a page without rendering', ({ box }) => (box.style.display = 'none')],
      ['outside of the document', ({ box }) => box.remove()],
    ];
    for (const setting of ['wide', 'page'] as const) {
      for (const [where, put] of setting === 'wide' ? places : places.slice(-5)) {
        it(`comes to rest ${where}, ${setting}`, async () => {
          const stage = await reading(setting);
          put(stage);
          expect(await updatesAtRest(stage)).to.equal(0);
          stage.add(lone('new', 60));
          expect(await updatesAtRest(stage)).to.equal(0);
          expect(errors).to.deep.equal([]);
          expect(stage.rows.length).to.be.below(100);
          stage.box.remove();
        });
      }
    }

    it('keeps the reader’s place when it is moved in the document', async () => {
      const stage = await reading();
      const { read } = stage;
      const before = stage.topOf(read) - stage.viewTop;
      const other = await fixture<HTMLElement>(html`<div></div>`);
      other.append(stage.box);
      await stage.painted();
      expect(stage.topOf(read) - stage.viewTop).to.be.closeTo(before, 0.5);
      expect(coveredBy(stage)).to.equal(true);
      expect(await moved(stage, read, () => stage.add(...contactAt('newer', 61)))).to.deep.equal(still);
      await stage.scrollTo(stage.scroller.scrollTop + 2000);
      expect(coveredBy(stage)).to.equal(true);
    });

    for (const setting of ['wide', 'narrow', 'unsized', 'page'] as const) {
      it(`keeps the reader’s place while it is hidden, ${setting}`, async () => {
        const stage = await reading(setting);
        const { read } = stage;
        const before = stage.topOf(read);
        const page = document.scrollingElement!;
        const { scrollTop } = page;
        stage.box.style.display = 'none';
        for (let at = 0; at < 3; at++) {
          stage.add(lone(`new ${at}`, 60 + at));
          await stage.painted();
        }
        stage.box.style.display = '';
        if (setting === 'unsized' || setting === 'page') page.scrollTop = scrollTop; // nothing else restores it
        await stage.painted();
        expect(coveredBy(stage)).to.equal(true);
        if (setting === 'wide' || setting === 'narrow') expect(stage.topOf(read)).to.equal(before);
      });
    }

    it('fills a box that grows', async () => {
      const stage = await reading();
      stage.box.style.blockSize = '60px';
      stage.add(lone('new', 60));
      await stage.painted();
      expect(stage.rows.length).to.be.below(8);
      stage.box.style.blockSize = '700px';
      await stage.painted();
      expect(coveredBy(stage)).to.equal(true);
    });

    it('fills a window that grows', async () => {
      const stage = await reading('page');
      await setViewport({ width: 1024, height: 300 });
      stage.add(lone('new', 60));
      await stage.painted();
      expect(stage.rows.length).to.be.below(15);
      await setViewport({ width: 1024, height: 720 });
      await stage.painted();
      expect(coveredBy(stage)).to.equal(true);
    });

    it('continues when an entry cannot be drawn, and reports the error', async () => {
      const { onerror } = window;
      const stage = await FeedStage.open(journeyOf(100));
      const entries = stage.element.view!.shown;
      const broken = { ...entries[90]!, kind: 'event', event: undefined } as unknown as Entry;
      window.onerror = () => true;
      stage.element.view = { ...stage.element.view!, shown: entries.with(90, broken) };
      await stage.scrollTo(400);
      const steps = await moved(stage, stage.read, () => stage.add(lone('new', 60)));
      window.onerror = onerror;
      expect(steps).to.deep.equal(still);
      expect(errors).not.to.deep.equal([]);
    });
  });
});

const edgeOfScroller = (stage: FeedStage): number => stage.scroller.getBoundingClientRect().top;

/** Whether there is a row, or a heading, wherever one can look. */
const coveredBy = (stage: FeedStage): boolean => {
  const { feed, rows } = stage;
  const rects = rows.map((row) => row.getBoundingClientRect()).filter(({ height }) => height > 0);
  const end = feed.querySelector('.end')!.getBoundingClientRect();
  const reach = Math.min(stage.bottom, end.bottom - 28);
  let covered = Math.max(stage.edge, feed.getBoundingClientRect().top) + 1;
  for (const { bottom, top } of rects) if (top <= covered + 35) covered = Math.max(covered, bottom);
  return covered >= reach - 35;
};

/** As browsers do whose scrolling knows no parts of a pixel. */
function scrollByWholePixels(scroller: Element): void {
  const own = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollTop')!;
  Object.defineProperty(scroller, 'scrollTop', {
    ...own,
    set: (top: number) => own.set!.call(scroller, Math.round(top)),
  });
}

async function toEnd(stage: FeedStage): Promise<void> {
  for (let left = Infinity; left > 1;) {
    await stage.scrollTo(stage.scroller.scrollHeight);
    left = stage.scroller.scrollHeight - stage.scroller.clientHeight - stage.scroller.scrollTop;
  }
}
