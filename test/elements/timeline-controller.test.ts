import { expect } from '@open-wc/testing';
import type { Entry } from '../../src/domain/entry.js';
import type { JourneyEvent } from '../../src/domain/event.js';
import type { EventList } from '../../src/domain/event-list.js';
import { noFacets } from '../../src/domain/facets.js';
import { noFilter, type Filter } from '../../src/domain/filter.js';
import type { Mask } from '../../src/domain/mask.js';
import { startFilter } from '../../src/domain/start-filter.js';
import { createSearch, narrows, termsOf } from '../../src/domain/search.js';
import { TimelineController } from '../../src/elements/timeline-controller.js';
import { event } from '../support/events.js';

const ten = Date.parse('2026-11-20T10:00:00Z');
const minute = 60_000;
const day = 24 * 60 * minute;

const order = (id: string, at: number, data: object = {}) =>
  event(id, at, { source: 'shop', type: 'order:placed', data: { note: id, ...data } });

/** So many orders, the oldest first; every tenth says `fridge`. */
const orders = (count: number): JourneyEvent[] =>
  Array.from({ length: count }, (_, at) => order(at % 10 === 0 ? `fridge ${at}` : `lamp ${at}`, at - count));

const listOf = (arrivals: readonly JourneyEvent[]): EventList => ({
  size: arrivals.length,
  newest: arrivals.at(-1),
  arrivals,
  [Symbol.iterator]: () => arrivals.toReversed()[Symbol.iterator](),
});

const seeking = (query: string): Filter => ({ ...noFilter, query });

/** A controller whose world does nothing by itself. */
class Stage {
  updates = 0;
  readonly scheduled: (() => void)[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly controller = new TimelineController(
    { requestUpdate: () => this.updates++ },
    {
      words: (entry) => `shown as ${entry.key.slice(0, 4)}`,
      finder: () => ({ createSearch, narrows, termsOf }),
      breathe: () => new Promise((resolve) => this.#waiting.push(resolve)),
      schedule: (work) => this.scheduled.push(work),
    },
  );

  mask: Mask['event'] | undefined;

  follow(arrivals: readonly JourneyEvent[] | undefined, { zone = 'UTC', now = ten } = {}): void {
    this.controller.follow(arrivals && listOf(arrivals), zone, now, undefined, this.mask);
  }

  choose(filter: Filter): void {
    this.controller.choose(filter, 'newest-first');
  }

  /** Follows until everything has been taken, as a host does that draws each time it is asked to. */
  followAll(arrivals: readonly JourneyEvent[]): number {
    let turns = 0;
    do {
      for (const work of this.scheduled.splice(0)) work();
      this.follow(arrivals);
      turns++;
    } while (this.scheduled.length > 0);
    return turns;
  }

  /** The page has had its turn: searches go on to their next pause. */
  async breathe(): Promise<void> {
    for (const go of this.#waiting.splice(0)) go();
    for (let step = 0; step < 5; step++) await Promise.resolve();
  }

  async searched(): Promise<void> {
    while (this.controller.searching) await this.breathe();
  }

  get shown(): readonly Entry[] {
    return this.controller.view.shown;
  }

  get notes(): unknown[] {
    return this.shown.map((entry) => (entry.kind === 'event' ? entry.event.data['note'] : entry.key));
  }
}

describe('TimelineController', () => {
  describe('following a journey', () => {
    it('takes what is new since the last time, in any order, each once', () => {
      const stage = new Stage();
      const arrivals = [order('b', 2), order('a', 1)];
      stage.follow(arrivals);
      expect(stage.notes).to.deep.equal(['a', 'b']);
      const [first] = stage.shown;
      arrivals.push(order('d', 4), order('c', 3));
      stage.follow(arrivals);
      expect(stage.notes).to.deep.equal(['a', 'b', 'c', 'd']);
      expect(stage.shown[0] === first).to.equal(true);
    });

    it('goes on with a long history once between two paints, however often its host draws', () => {
      const stage = new Stage();
      const arrivals = orders(50_000);
      for (let draw = 0; draw < 3; draw++) stage.follow(arrivals);
      expect(stage.controller.view.total).to.be.below(50_000);
      expect(stage.scheduled).to.have.lengthOf(1);
      stage.scheduled.pop()!();
      expect(stage.updates).to.equal(1);
      stage.follow(arrivals);
      expect(stage.scheduled, 'it goes on after that').to.have.lengthOf(1);
    });

    it('takes events as the mask leaves them, and all of them anew when there is another one or none', () => {
      const as = (word: string) => (event: JourneyEvent) => ({ ...event, data: { note: `${word} ${event.id}` } });
      const stage = new Stage();
      const arrivals = [order('a', 1)];
      const notes = (): unknown[] => {
        stage.follow(arrivals);
        return stage.notes;
      };
      stage.mask = as('masked');
      expect(notes()).to.deep.equal(['masked a']);
      arrivals.push(order('b', 2));
      expect(notes(), 'what comes later').to.deep.equal(['masked a', 'masked b']);
      stage.mask = as('hidden');
      expect(notes()).to.deep.equal(['hidden a', 'hidden b']);
      stage.mask = undefined;
      expect(notes()).to.deep.equal(['a', 'b']);
    });

    it('shows nothing of a long journey in the way of before, once the mask is another one', () => {
      const stage = new Stage();
      const arrivals = orders(50_000);
      stage.followAll(arrivals.slice(0, 30));
      stage.mask = (event) => ({ ...event, data: { note: 'masked' } });
      stage.follow(arrivals);
      expect(new Set(stage.notes)).to.deep.equal(new Set(['masked']));
      expect(stage.controller.takenAll).to.equal(false);
    });

    it('changes nothing when there is nothing new', () => {
      const stage = new Stage();
      const arrivals = orders(20);
      stage.follow(arrivals);
      const { view } = stage.controller;
      stage.follow(arrivals);
      expect(stage.controller.view === view).to.equal(true);
      expect([stage.updates, stage.scheduled.length]).to.deep.equal([0, 0]);
    });

    it('begins anew with another journey, and forgets the last one while none is known', () => {
      const stage = new Stage();
      stage.follow([order('a', 1), order('b', 2)]);
      stage.follow([order('other', 1)]);
      expect(stage.notes).to.deep.equal(['other']);
      stage.follow(undefined);
      expect(stage.notes).to.deep.equal([]);
      stage.follow([order('third', 1), order('fourth', 2)]);
      expect(stage.notes).to.deep.equal(['third', 'fourth']);
    });

    it('is not confused by another journey of the same length', () => {
      const stage = new Stage();
      stage.follow([order('a', 1)]);
      stage.controller.start(noFilter, 'newest-first');
      stage.follow([order('b', 1)]);
      expect(stage.notes).to.deep.equal(['b']);
    });

    it('spreads a burst over several frames, and asks for each of them once', () => {
      const stage = new Stage();
      const arrivals = orders(30_000);
      stage.follow(arrivals);
      const first = stage.controller.view.total;
      expect(first).to.be.within(1, 29_999);
      expect([stage.scheduled.length, stage.updates]).to.deep.equal([1, 0]);
      stage.scheduled[0]!();
      expect(stage.updates).to.equal(1);
      expect(stage.followAll(arrivals)).to.be.greaterThan(1);
      expect(stage.controller.view.total).to.equal(30_000);
      expect(new Set(stage.shown.map(({ key }) => key)).size).to.equal(30_000);
    });

    it('drops the rest of a burst when another journey comes', () => {
      const stage = new Stage();
      stage.follow(orders(30_000));
      stage.followAll([order('other', 1)]);
      expect(stage.notes).to.deep.equal(['other']);
    });
  });

  describe('searching', () => {
    it('shows what the one before has found until it has ended', async () => {
      const stage = new Stage();
      stage.follow(orders(300));
      stage.choose(seeking('FRIDGE'));
      expect([stage.controller.searching, stage.shown.length]).to.deep.equal([true, 300]);
      expect(stage.controller.terms).to.deep.equal([]);
      const updates = stage.updates;
      await stage.searched();
      expect(stage.notes.every((note) => String(note).startsWith('fridge'))).to.equal(true);
      expect([stage.shown.length, stage.controller.terms]).to.deep.equal([30, termsOf('fridge')]);
      expect(stage.updates).to.equal(updates + 1);
    });

    it('is overtaken by the next one', async () => {
      const stage = new Stage();
      stage.follow(orders(300));
      stage.choose(seeking('fridge'));
      await stage.breathe();
      stage.choose(seeking('lamp 11'));
      const seen = new Set<number>();
      while (stage.controller.searching) {
        await stage.breathe();
        seen.add(stage.shown.length);
      }
      await stage.breathe();
      expect(stage.controller.terms).to.deep.equal(termsOf('lamp 11'));
      expect(stage.notes).to.include.members(['lamp 11', 'lamp 111', 'lamp 211']);
      expect([...seen]).to.deep.equal([300, stage.shown.length]);
    });

    it('is taken back before it has ended', async () => {
      const stage = new Stage();
      stage.follow(orders(300));
      stage.choose(seeking('fridge'));
      await stage.breathe();
      stage.choose(noFilter);
      await stage.searched();
      await stage.breathe();
      expect([stage.shown.length, stage.controller.terms]).to.deep.equal([300, []]);
    });

    it('finds what comes in meanwhile, and afterwards', async () => {
      const stage = new Stage();
      const arrivals = orders(300);
      stage.follow(arrivals);
      stage.choose(seeking('fridge'));
      await stage.breathe();
      arrivals.push(order('fridge meanwhile', 1), order('lamp meanwhile', 2));
      stage.follow(arrivals);
      await stage.searched();
      arrivals.push(order('fridge afterwards', 3), order('lamp afterwards', 4));
      stage.follow(arrivals);
      expect(stage.notes.slice(-2)).to.deep.equal(['fridge meanwhile', 'fridge afterwards']);
      expect(stage.shown).to.have.lengthOf(32);
    });

    it('finds what is only shown, in no event', async () => {
      const stage = new Stage();
      stage.follow(orders(3));
      stage.choose(seeking('"shown as'));
      await stage.searched();
      expect(stage.shown).to.have.lengthOf(0);
      stage.choose(seeking('shown as'));
      await stage.searched();
      expect(stage.shown).to.have.lengthOf(3);
    });

    it('goes on when another filter is chosen meanwhile, and begins no other one', async () => {
      const stage = new Stage();
      stage.followAll([...orders(300), event('call', -5, { data: { taskId: 'fridge call' } })]);
      stage.choose(seeking('fridge'));
      await stage.breathe();
      stage.choose({ ...seeking('fridge'), chosen: { ...noFacets, kind: ['contact'] } });
      await stage.searched();
      expect(stage.notes).to.deep.equal(['task fridge call']);
      const { terms } = stage.controller;
      stage.choose(seeking('fridge'));
      expect([stage.controller.searching, stage.controller.terms === terms]).to.deep.equal([false, true]);
      expect(stage.shown).to.have.lengthOf(31);
    });

    it('says nothing of the last customer to the next one', async () => {
      const stage = new Stage();
      stage.follow(orders(300));
      stage.choose(seeking('fridge'));
      await stage.breathe();
      stage.controller.start(noFilter, 'newest-first');
      stage.follow([order('other', 1)]);
      await stage.breathe();
      await stage.breathe();
      expect([stage.notes, stage.controller.terms, stage.controller.searching]).to.deep.equal([['other'], [], false]);
    });
  });

  describe('beginning with a filter', () => {
    const journey = () => [
      order('old', -3 * 24 * 60),
      order('retail', -20, { uiData: { division: 'Retail' } }),
      order('fridge', -10),
    ];
    const starts: readonly [string, Filter, string[]][] = [
      ['everything', noFilter, ['old', 'retail', 'fridge']],
      ['a search', seeking('fridge'), ['fridge']],
      ['a time frame', { ...noFilter, frame: '24-hours' }, ['retail', 'fridge']],
      [
        'the division of the contact',
        startFilter(noFilter, { frame: 'all', defaultFilter: undefined, division: 'RETAIL' }),
        ['retail'],
      ],
      ['a range', { ...noFilter, range: { from: ten - 15 * minute, to: ten } }, ['fridge']],
    ];
    for (const [what, filter, notes] of starts) {
      it(`shows ${what} of a journey that comes at once`, () => {
        const stage = new Stage();
        stage.controller.start(filter, 'oldest-first');
        stage.follow(journey());
        expect([stage.notes, stage.controller.order, stage.controller.filter]).to.deep.equal([
          notes,
          'oldest-first',
          filter,
        ]);
      });

      it(`shows ${what} of a journey that comes when the time is known already`, () => {
        const stage = new Stage();
        stage.controller.start(filter, 'newest-first');
        stage.controller.follow(undefined, undefined, ten);
        stage.controller.follow(listOf(journey()), undefined, ten);
        expect(stage.notes).to.deep.equal(notes);
      });
    }
  });

  describe('as time passes', () => {
    it('lets entries leave the time frame', () => {
      const stage = new Stage();
      stage.controller.start({ ...noFilter, frame: '24-hours' }, 'newest-first');
      const arrivals = [order('a', -60), order('b', 0)];
      stage.follow(arrivals);
      expect(stage.notes).to.deep.equal(['a', 'b']);
      stage.follow(arrivals, { now: ten + day - 30 * minute });
      expect(stage.notes).to.deep.equal(['b']);
      stage.follow(arrivals, { now: ten + day + minute });
      expect(stage.notes).to.deep.equal([]);
      expect(stage.controller.view.total).to.equal(2);
    });

    it('calls no contact ongoing that has been silent for long', () => {
      const stage = new Stage();
      const arrivals = [event('call', 0, { type: 'task:connected', data: { taskId: 'call' } })];
      stage.follow(arrivals);
      expect(stage.shown[0]!.facets.outcome).to.deep.equal(['ongoing']);
      stage.follow(arrivals, { now: ten + 30 * day });
      expect(stage.shown[0]!.facets.outcome).not.to.deep.equal(['ongoing']);
    });

    it('begins the days of the activity where the zone does', () => {
      const stage = new Stage();
      const arrivals = [order('a', -100 * 24 * 60), order('b', 0)];
      const firstEdge = () => new Date(stage.controller.view.activity.edges[0]!).toISOString().slice(11, 16);
      stage.follow(arrivals);
      expect(firstEdge()).to.equal('00:00');
      const { shown } = stage;
      stage.follow(arrivals, { zone: 'Asia/Kathmandu' });
      expect(firstEdge()).to.equal('18:15');
      expect(stage.shown).to.deep.equal(shown);
    });
  });
});
