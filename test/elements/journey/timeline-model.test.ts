import { expect } from '@open-wc/testing';
import type { Entry } from '../../../src/domain/timeline/entry.js';
import type { JourneyEvent } from '../../../src/domain/event/event.js';
import type { EventList } from '../../../src/domain/event/event-list.js';
import { noFacets } from '../../../src/domain/timeline/facets.js';
import { noFilter, type Filter } from '../../../src/domain/timeline/filter.js';
import type { Mask } from '../../../src/domain/masking/mask.js';
import { initialFilter } from '../../../src/domain/timeline/initial-filter.js';
import { createSearch, isNarrower, termsOf } from '../../../src/domain/search/search.js';
import { TimelineModel } from '../../../src/elements/journey/timeline-model.js';
import { event } from '../../support/events.js';

const ten = Date.parse('2026-11-20T10:00:00Z');
const minute = 60_000;
const day = 24 * 60 * minute;

const order = (id: string, at: number, data: object = {}) =>
  event(id, at, { source: 'shop', type: 'order:placed', data: { note: id, ...data } });

/** The given number of orders, the oldest first. Every tenth one contains `fridge`. */
const orders = (count: number): JourneyEvent[] =>
  Array.from({ length: count }, (_, at) => order(at % 10 === 0 ? `fridge ${at}` : `lamp ${at}`, at - count));

const generations = new WeakMap<readonly JourneyEvent[], number>();
let newest = 0;

/** Each array has a generation of its own. */
const generationOf = (arrivals: readonly JourneyEvent[]): number => {
  const generation = generations.get(arrivals) ?? ++newest;
  generations.set(arrivals, generation);
  return generation;
};

const listOf = (arrivals: readonly JourneyEvent[], generation = generationOf(arrivals)): EventList => ({
  size: arrivals.length,
  newest: arrivals.at(-1),
  generation,
  arrivals,
  [Symbol.iterator]: () => arrivals.toReversed()[Symbol.iterator](),
});

const seeking = (query: string): Filter => ({ ...noFilter, query });

/** A controller whose world does nothing by itself. */
class Stage {
  updates = 0;
  readonly scheduled: (() => void)[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly controller = new TimelineModel(
    { requestUpdate: () => this.updates++ },
    {
      words: (entry) => `shown as ${entry.key.slice(0, 4)}`,
      finder: () => ({ createSearch, isNarrower, termsOf }),
      yieldToPage: () => new Promise((resolve) => this.#waiting.push(resolve)),
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

describe('the timeline model', () => {
  describe('following a journey', () => {
    it('takes the events since the last time, in any order, each once', () => {
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

    it('takes one portion of a long history between two paints, for any number of draws of its host', () => {
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

    it('takes masked events, and takes all of them again when the mask changes or ends', () => {
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

    it('shows no event of a long journey with the old mask after the mask changes', () => {
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

    it('starts again with another journey, and is empty while no journey is known', () => {
      const stage = new Stage();
      stage.follow([order('a', 1), order('b', 2)]);
      stage.follow([order('other', 1)]);
      expect(stage.notes).to.deep.equal(['other']);
      stage.follow(undefined);
      expect(stage.notes).to.deep.equal([]);
      stage.follow([order('third', 1), order('fourth', 2)]);
      expect(stage.notes).to.deep.equal(['third', 'fourth']);
    });

    it('rebuilds nothing for a copied array of the same generation, and everything for another generation', () => {
      const stage = new Stage();
      const follow = (notes: readonly string[], generation: number): unknown[] => {
        const arrivals = notes.map((note, at) => order(note, at));
        stage.controller.follow(listOf(arrivals, generation), 'UTC', ten);
        return stage.notes;
      };
      expect(follow(['a', 'b'], 1_000)).to.deep.equal(['a', 'b']);
      const [first] = stage.shown;
      const { view } = stage.controller;
      follow(['a', 'b'], 1_000);
      expect(stage.controller.view === view, 'a copy').to.equal(true);
      expect(follow(['a', 'b', 'c'], 1_000)).to.deep.equal(['a', 'b', 'c']);
      expect(stage.shown[0] === first, 'a copy with one more').to.equal(true);
      expect(follow(['d', 'e', 'f'], 1_001)).to.deep.equal(['d', 'e', 'f']);
    });

    it('is not confused by another journey of the same length', () => {
      const stage = new Stage();
      stage.follow([order('a', 1)]);
      stage.controller.start(noFilter, 'newest-first');
      stage.follow([order('b', 1)]);
      expect(stage.notes).to.deep.equal(['b']);
    });

    it('spreads a burst over several frames, and requests each frame once', () => {
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

  describe('taking a journey that was read again', () => {
    const before = () => [order('kept', -2), order('gone', -1)];
    const many = (count: number) => [...orders(count), order('kept', -2)];

    /** Draws until the journey has been taken, and returns the notes shown at each draw. */
    const drawAll = (stage: Stage, arrivals: readonly JourneyEvent[], act?: () => void): unknown[][] => {
      const seen: unknown[][] = [];
      do {
        for (const work of stage.scheduled.splice(0)) work();
        stage.follow(arrivals);
        act?.();
        seen.push(stage.notes);
      } while (stage.scheduled.length > 0);
      return seen;
    };

    it('shows the old entries until all new events are taken, then all at once', () => {
      const stage = new Stage();
      stage.follow(before());
      const seen = drawAll(stage, many(30_000));
      expect(seen.length).to.be.above(2);
      for (const notes of seen.slice(0, -1)) expect(notes).to.deep.equal(['kept', 'gone']);
      expect(seen.at(-1)).to.have.lengthOf(30_001).and.to.include('kept').and.not.to.include('gone');
      expect(stage.controller.takenAll).to.equal(true);
    });

    it('reports all events as taken during the rebuild, if the old journey was taken completely', () => {
      for (const count of [20, 50_000]) {
        const stage = new Stage();
        stage.follow(orders(count));
        const { takenAll } = stage.controller;
        expect(takenAll).to.equal(count === 20);
        stage.follow(many(60_000));
        expect(stage.controller.takenAll).to.equal(takenAll);
      }
    });

    it('has events that arrive during the rebuild', () => {
      const stage = new Stage();
      stage.follow(before());
      const arrivals = many(30_000);
      let came = 0;
      drawAll(stage, arrivals, () => came++ < 3 && arrivals.push(order(`late ${came}`, came)));
      stage.followAll(arrivals);
      expect(stage.notes.slice(-3)).to.deep.equal(['late 1', 'late 2', 'late 3']);
      expect(new Set(stage.notes).size).to.equal(arrivals.length);
    });

    it('keeps the current search, and at no time shows an entry that does not match', async () => {
      const stage = new Stage();
      stage.follow([...before(), order('fridge before', -3)]);
      stage.choose(seeking('fridge'));
      await stage.searched();
      const seen = drawAll(stage, many(5000));
      expect(seen[0]).to.deep.equal(['fridge before']);
      expect(seen.at(-1)).to.have.lengthOf(500);
      for (const notes of seen) expect(notes.every((note) => String(note).startsWith('fridge'))).to.equal(true);
      expect(stage.controller.terms).to.deep.equal(termsOf('fridge'));
    });

    it('finds the matches of a search that starts during the rebuild', async () => {
      const stage = new Stage();
      stage.follow(before());
      const arrivals = many(20_000);
      stage.follow(arrivals);
      stage.choose(seeking('fridge'));
      stage.followAll(arrivals);
      expect(stage.notes).to.have.lengthOf(2000);
      expect([stage.controller.searching, stage.controller.terms]).to.deep.equal([false, termsOf('fridge')]);
      await stage.breathe();
      stage.choose(seeking('kept'));
      await stage.searched();
      expect(stage.notes).to.deep.equal(['kept']);
    });

    it('follows the filter, the zone and the clock during the rebuild', () => {
      const stage = new Stage();
      const arrivals = many(20_000);
      arrivals.push(event('call', -1, { data: { taskId: 'call' } }));
      stage.follow([...before(), event('call', -1, { data: { taskId: 'call' } })]);
      stage.follow(arrivals);
      const setting = { zone: 'Asia/Kathmandu', now: ten + minute };
      stage.follow(arrivals, setting);
      const filter: Filter = { ...noFilter, frame: '24-hours', chosen: { ...noFacets, kind: ['event'] } };
      stage.choose(filter);
      expect(stage.notes).to.deep.equal(['kept', 'gone']);
      do {
        for (const work of stage.scheduled.splice(0)) work();
        stage.follow(arrivals, setting);
      } while (stage.scheduled.length > 0);
      const fresh = new Stage();
      fresh.choose(filter);
      do {
        for (const work of fresh.scheduled.splice(0)) work();
        fresh.follow(arrivals, setting);
      } while (fresh.scheduled.length > 0);
      const { activity, counts } = stage.controller.view;
      expect(stage.notes.join() === fresh.notes.join()).to.equal(true);
      expect({ activity, counts }).to.deep.equal({
        activity: fresh.controller.view.activity,
        counts: fresh.controller.view.counts,
      });
    });

    it('is dropped for another customer, and when the journey is read once more', () => {
      const stage = new Stage();
      stage.follow(before());
      stage.follow(many(30_000));
      expect(stage.followAll([order('newest', 1)])).to.equal(1);
      expect(stage.notes).to.deep.equal(['newest']);
      stage.follow(many(30_000));
      stage.controller.start(noFilter, 'newest-first');
      expect(stage.notes).to.deep.equal([]);
      for (const work of stage.scheduled.splice(0)) work();
      stage.follow([order('other', 1)]);
      expect([stage.notes, stage.scheduled.length]).to.deep.equal([['other'], 0]);
      stage.follow(many(30_000));
      stage.follow(undefined);
      expect(stage.notes).to.deep.equal([]);
    });

    it('may have no event left', () => {
      const stage = new Stage();
      stage.follow(before());
      stage.follow([]);
      expect(stage.notes).to.deep.equal([]);
    });

    it('masks new events with the newest mask, and the others in later portions', () => {
      const as = (word: string) => (event: JourneyEvent) => ({ ...event, data: { note: word } });
      const stage = new Stage();
      stage.mask = as('masked');
      const arrivals = orders(30_000);
      stage.followAll(arrivals);
      stage.mask = as('better');
      arrivals.push(order('late', 1));
      stage.follow(arrivals);
      expect([stage.notes[0], stage.notes.at(-1), stage.notes.length]).to.deep.equal(['masked', 'better', 30_001]);
      stage.followAll(arrivals);
      expect([...new Set(stage.notes), stage.notes.length]).to.deep.equal(['better', 30_001]);
    });

    it('takes the same list again on a rebuild, and shows new events at once', () => {
      const stage = new Stage();
      const arrivals = orders(30_000);
      stage.followAll(arrivals);
      const [first] = stage.shown;
      const { updates } = stage;
      stage.controller.rebuild();
      expect(stage.updates).to.equal(updates + 1);
      arrivals.push(order('late', 1));
      stage.follow(arrivals);
      expect(stage.notes.at(-1)).to.equal('late');
      expect(stage.shown[0] === first).to.equal(true);
      stage.followAll(arrivals);
      expect(stage.shown[0] === first).to.equal(false);
      expect(stage.notes).to.have.lengthOf(30_001);
      expect([stage.notes.at(-1), new Set(stage.notes).size]).to.deep.equal(['late', 30_001]);
    });
  });

  describe('searching', () => {
    it('shows the matches of the previous search until it has ended', async () => {
      const stage = new Stage();
      stage.followAll(orders(300));
      stage.choose(seeking('FRIDGE'));
      expect([stage.controller.searching, stage.shown.length]).to.deep.equal([true, 300]);
      expect(stage.controller.terms).to.deep.equal([]);
      const updates = stage.updates;
      await stage.searched();
      expect(stage.notes.every((note) => String(note).startsWith('fridge'))).to.equal(true);
      expect([stage.shown.length, stage.controller.terms]).to.deep.equal([30, termsOf('fridge')]);
      expect(stage.updates).to.equal(updates + 1);
    });

    it('is replaced by the next search', async () => {
      const stage = new Stage();
      stage.followAll(orders(300));
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

    it('can be cleared before it has ended', async () => {
      const stage = new Stage();
      stage.followAll(orders(300));
      stage.choose(seeking('fridge'));
      await stage.breathe();
      stage.choose(noFilter);
      await stage.searched();
      await stage.breathe();
      expect([stage.shown.length, stage.controller.terms]).to.deep.equal([300, []]);
    });

    it('finds events that arrive during the search and after it', async () => {
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

    it('finds words that are shown but are in no event', async () => {
      const stage = new Stage();
      stage.follow(orders(3));
      stage.choose(seeking('"shown as'));
      await stage.searched();
      expect(stage.shown).to.have.lengthOf(0);
      stage.choose(seeking('shown as'));
      await stage.searched();
      expect(stage.shown).to.have.lengthOf(3);
    });

    it('continues when the agent chooses another filter, and starts no second search', async () => {
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

    it('keeps the matches of the last customer from the next one', async () => {
      const stage = new Stage();
      stage.followAll(orders(300));
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
        initialFilter(noFilter, { frame: 'all', defaultFilter: undefined, division: 'RETAIL' }),
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
    it('removes entries that leave the time frame', () => {
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

    it('does not show a contact as ongoing after a long silence', () => {
      const stage = new Stage();
      const arrivals = [event('call', 0, { type: 'task:connected', data: { taskId: 'call' } })];
      stage.follow(arrivals);
      expect(stage.shown[0]!.facets.outcome).to.deep.equal(['ongoing']);
      stage.follow(arrivals, { now: ten + 30 * day });
      expect(stage.shown[0]!.facets.outcome).not.to.deep.equal(['ongoing']);
    });

    it('starts the days of the activity at midnight of the zone', () => {
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
