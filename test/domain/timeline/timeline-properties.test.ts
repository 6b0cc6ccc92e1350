import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { binEdges, longestSpan } from '../../../src/domain/timeline/activity.js';
import { channelOf } from '../../../src/domain/event/channel.js';
import { uiDataOf } from '../../../src/domain/event/ui-data.js';
import type { Entry } from '../../../src/domain/timeline/entry.js';
import type { JourneyEvent } from '../../../src/domain/event/event.js';
import { newestFirst } from '../../../src/domain/interaction/event-order.js';
import { dimensions, type Dimension, type Facets } from '../../../src/domain/timeline/facets.js';
import { noFilter, timeFrames, type Filter, type TimeFrame } from '../../../src/domain/timeline/filter.js';
import { taskIdOfInteraction, interactionFrom, type Interaction } from '../../../src/domain/interaction/interaction.js';
import { createSearch, isNarrower, termsOf } from '../../../src/domain/search/search.js';
import { createTimeline, type Timeline, type TimelineView } from '../../../src/domain/timeline/timeline.js';
import { createRandom } from '../../../demo/scenarios/happenings.js';
import { readEvent } from '../../../src/sources/cjds/wire/event-wire.js';
import { generatedJourney } from '../../bench/generated-journey.js';
import { event } from '../../support/events.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const begin = Date.parse('2026-11-20T10:00:00Z');

/* The steps: a journey arrives in any order, while the agent filters and searches, and time passes. */

interface Journey {
  readonly seed: number;
  /** Events from the bench's generator, and unusual ones. */
  readonly usual: number;
  readonly odd: number;
  /** How far the order of arrival is from the order of the events: 0 the same, 1 random. */
  readonly disorder: number;
}

const taskTypes = [
  ...['task:new', 'task:parked', 'task:connect', 'task:connected', 'task:on-hold', 'task:hold-done', 'task:ended'],
  ...['task:ended', 'task:failed', 'task:conference-transferred', 'agent:state_change', 'capture:available'],
];
const otherTypes = ['page:seen', 'agent:login', 'task:new', 'claim:filed', ''];
const tags = [['Claims'], ['claims', 'CLAIMS '], ['Web', 'claims', 'vip'], 'VIP', [], [7], undefined];
/** Some of them are impossible times. */
const brokenTimes = [1e11, -6e13, 8.64e15, 1e17, -1e17];

/** Variants by publishers and wrong clocks: hidden, tagged, unnamed, at the same time, in any state. */
function oddEvents(seed: number, count: number): readonly JourneyEvent[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const reach = pick([3 * hour, 2 * day, 20 * day]);
  const timeOf = (): number => {
    if (random() < 0.04) return pick(brokenTimes);
    // Whole minutes or hours, so that some times and starts of frames are equal; some are in the future.
    const unit = pick([minute, hour]);
    return begin + unit * Math.round(((random() * 1.2 - 1) * pick([2 * hour, reach])) / unit);
  };
  return Array.from({ length: count }, (_, index) => {
    const ofTask = random() < 0.6;
    const data = {
      taskId: ofTask ? `t${Math.floor(random() * 8)}` : undefined,
      channelType: pick([undefined, undefined, 'telephony', 'Chat', 'E-Mail', 'carrier pigeon', 7]),
      direction: pick([undefined, 'INBOUND', 'outbound', 'sideways']),
      currentState: pick(['wrapup', 'wrapup', 'wrapup-done', 'connected', 'ringing', undefined]),
      note: pick(['alpha', 'alphabet', 'Beta', 'Ärger', { deep: [{ alpha: 'gamma' }, null, 49.5] }, undefined]),
      uiData:
        ofTask && random() < 0.9
          ? undefined
          : {
              title: pick(['Claim', 'Order', undefined]),
              filterTags: pick(tags),
              division: pick(['Retail', 'retail', 'BUSINESS', undefined]),
              hidden: random() < 0.15,
            },
    };
    const read = JSON.parse(JSON.stringify(data)) as JourneyEvent['data'];
    return event(`odd ${index}`, 0, {
      type: pick(ofTask ? taskTypes : otherTypes),
      source: ofTask ? '/com/cisco/wxcc/1' : pick(['shop', 'Website', '', 'portal']),
      identityType: pick(['phone', 'email', 'customerId']),
      time: timeOf(),
      data: read,
      raw: { id: `odd ${index}`, data: read },
      readable: random() < 0.95,
    });
  });
}

function eventsOf({ seed, usual, odd, disorder }: Journey): readonly JourneyEvent[] {
  const wire = generatedJourney({ seed, count: usual, until: begin, span: 120 * day });
  const known = [...wire.flatMap((value) => readEvent(value, begin) ?? []), ...oddEvents(seed, odd)];
  const random = createRandom(seed + 1);
  return known
    .sort(newestFirst)
    .map((event, index) => ({ event, at: index + random() * disorder * known.length }))
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event);
}

const journey: fc.Arbitrary<Journey> = fc.record({
  seed: fc.nat(),
  usual: fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 250 })),
  odd: fc.oneof(fc.nat({ max: 40 }), fc.integer({ min: 80, max: 250 })),
  disorder: fc.constantFrom(0, 0.1, 1),
});

type Command =
  | { readonly kind: 'add'; readonly count: number; readonly ms: number }
  | { readonly kind: 'age'; readonly ms: number }
  | { readonly kind: 'choose'; readonly filter: Filter; readonly zone: string | undefined; readonly ms: number }
  /** Starts a search and drops the one before. */
  | { readonly kind: 'find'; readonly query: string; readonly steps: number }
  | { readonly kind: 'proceed'; readonly steps: number };

/** Some terms that occur, and some that do not. */
const values: Readonly<Record<Dimension, readonly string[]>> = {
  channel: ['voice', 'chat', 'email', 'web', 'social', 'agent', 'custom', 'sms'],
  kind: ['contact', 'agent', 'event', '#claims', '#web', '#vip', '#none'],
  direction: ['inbound', 'outbound'],
  outcome: ['ongoing', 'answered', 'transferred', 'abandoned', 'not-answered', 'failed', 'unknown'],
  division: ['retail', 'business', 'none'],
};

const someOf = <D extends Dimension>(dimension: D): fc.Arbitrary<Facets[D]> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...values[dimension]], { minLength: 1, maxLength: 2 }) },
  ) as fc.Arbitrary<Facets[D]>;

const someFilter: fc.Arbitrary<Filter> = fc.record({
  query: fc.constant('this is not looked for'),
  chosen: fc.record({
    channel: someOf('channel'),
    kind: someOf('kind'),
    direction: someOf('direction'),
    outcome: someOf('outcome'),
    division: someOf('division'),
  }),
  frame: fc.constantFrom<TimeFrame>('all', ...timeFrames),
  range: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.nat({ max: 6 }), fc.constantFrom(hour, day, 30 * day), fc.integer({ min: 1, max: 6 }))
        .map(([ago, unit, units]) => ({ from: begin - ago * unit, to: begin + (units - ago) * unit })),
    },
  ),
  only: fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc
        .subarray(['task t0', 'task t1', 'task t2', 'task t3', 'task gone'], { minLength: 1 })
        .map((keys) => ({ insight: { kind: 'first-contact' as const, keys }, before: noFilter })),
    },
  ),
});

const ms = fc.constantFrom(0, 0, 0, 1000, 20 * minute, 59 * minute, hour, 5 * hour, 3 * day);
const query = fc.constantFrom(
  ...['', 'a', 'al', 'alpha', 'alphab', 'alpha beta', 'arger', 'e', 'ongoing', 'on', 'unknown', 'gamma x'],
  ...['agent', 'agent 7', 'claim retail', 'Ärger an', 'munch', 'zzz'],
);
const steps = fc.constantFrom(0, 1, 1, 2, Infinity, Infinity);

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      count: fc.constantFrom(0, 1, 1, 1, 2, 5, 20, 50, 100),
      ms,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('age' as const), ms }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('choose' as const),
      filter: fc.oneof({ weight: 1, arbitrary: fc.constant(noFilter) }, { weight: 5, arbitrary: someFilter }),
      zone: fc.constantFrom('UTC', 'Europe/Berlin', undefined),
      ms,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('find' as const), query, steps }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('proceed' as const), steps }) },
);

const course = fc.record({
  journey,
  /** The number of events at the start. */
  history: fc.constantFrom(0, 0.5, 0.9),
  commands: fc.array(command, { minLength: 1, maxLength: 15 }),
});

/* The expected view, by simple loops over all known events. */

interface Known {
  events: readonly JourneyEvent[];
  now: number;
  filter: Filter;
  zone: string | undefined;
  terms: readonly string[];
  /** The start of the frame at the last look. */
  frameAt: number;
  /** When each contact was last read. */
  seenAt: ReadonlyMap<string, number>;
}

interface Line {
  readonly id: string;
  readonly key: string;
  readonly time: number;
  readonly facets: Facets;
  readonly texts: string;
}

const lengths: Readonly<Record<TimeFrame, number>> = {
  all: Infinity,
  '24-hours': day,
  '7-days': 7 * day,
  '30-days': 30 * day,
  '90-days': 90 * day,
};

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();

function textsIn(value: unknown, left?: string): string {
  if (typeof value !== 'object' || value === null) return plain(String(value));
  return Object.entries(value)
    .filter(([name]) => name !== left)
    .map(([, each]) => textsIn(each))
    .join('\n');
}

const textsOfEvent = new WeakMap<JourneyEvent, string>();
function textsOf(event: JourneyEvent): string {
  const texts = textsOfEvent.get(event) ?? `${textsIn(event.data)}\n${textsIn(event.raw, 'data')}`;
  textsOfEvent.set(event, texts);
  return texts;
}

/** Text that is not in an event; it changes as time passes. */
const wordsOf = (outcome: string | undefined): string => outcome ?? 'alone';

const told = ({ events, legs, ...rest }: Interaction): string =>
  JSON.stringify([rest, legs.map(({ kind, from, to }) => [kind, from, to ?? 'lasts']), events.map(({ key }) => key)]);

function lineOfContact(interaction: Interaction): Line {
  const { channel, direction, outcome, events } = interaction;
  return {
    id: told(interaction),
    key: `task ${interaction.taskId}`,
    time: Math.max(...events.map(({ time }) => time)),
    facets: {
      channel: [channel],
      kind: ['contact'],
      direction: direction ? [direction] : [],
      outcome: [outcome],
      division: [],
    },
    texts: [plain(wordsOf(outcome)), ...events.map(textsOf)].join('\n'),
  };
}

function lineOfEvent(event: JourneyEvent): Line {
  const { filterTags, division } = uiDataOf(event);
  const kinds = filterTags.map((tag) => `#${tag.toLowerCase()}`);
  const otherwise = event.type.startsWith('agent:') ? 'agent' : 'event';
  return {
    id: event.key,
    key: event.key,
    time: event.time,
    facets: {
      channel: [channelOf(event)],
      kind: kinds.length > 0 ? kinds.filter((kind, index) => kinds.indexOf(kind) === index) : [otherwise],
      direction: [],
      outcome: [],
      division: division === undefined ? [] : [division.toLowerCase()],
    },
    texts: `${plain(wordsOf(undefined))}\n${textsOf(event)}`,
  };
}

/** Oldest first: each entry is at the place of its latest event. */
function linesIn({ events, seenAt, now }: Known): readonly Line[] {
  const lines: Line[] = [];
  const met = new Set<string>();
  const visible = events.filter((event) => !uiDataOf(event).hidden).sort(newestFirst);
  const tasks = Map.groupBy(visible, taskIdOfInteraction);
  for (const event of visible) {
    const taskId = taskIdOfInteraction(event);
    if (taskId === undefined) lines.push(lineOfEvent(event));
    else if (!met.has(taskId)) {
      met.add(taskId);
      lines.push(lineOfContact(interactionFrom(tasks.get(taskId) ?? [], seenAt.get(taskId) ?? now)));
    }
  }
  return lines.reverse();
}

/** The whole view in a form to compare. */
interface Said {
  readonly shown: readonly string[];
  readonly total: number;
  readonly counts: Readonly<Record<Dimension, Readonly<Record<string, number>>>>;
  readonly edges: readonly number[];
  readonly bins: readonly Readonly<Record<string, number>>[];
}

const sortedFields = (pairs: Iterable<readonly [string, number]>): Readonly<Record<string, number>> =>
  Object.fromEntries([...pairs].sort(([a], [b]) => (a < b ? -1 : 1)));

function expected(known: Known): Said {
  const { filter, frameAt, now, terms, zone } = known;
  const lines = linesIn(known);
  const start = frameAt - lengths[filter.frame];
  const has = (line: Line, dimension: Dimension, wanted: readonly string[]): boolean =>
    wanted.length === 0 || line.facets[dimension].some((value) => wanted.includes(value));
  const fits = (line: Line, left?: Dimension): boolean =>
    dimensions.every((dimension) => dimension === left || has(line, dimension, filter.chosen[dimension]));
  const inFrame = (line: Line): boolean => line.time >= start;
  const inRange = ({ time }: Line): boolean =>
    filter.range === undefined || (time >= filter.range.from && time < filter.range.to);
  const found = ({ key, texts }: Line): boolean =>
    terms.every((term) => texts.includes(term)) && (filter.only?.insight.keys.includes(key) ?? true);

  const countsOf = (dimension: Dimension): Readonly<Record<string, number>> => {
    const open = lines.filter((line) => inFrame(line) && inRange(line) && found(line) && fits(line, dimension));
    const occurring = new Set<string>(lines.flatMap(({ facets }) => facets[dimension]));
    return sortedFields(
      [...occurring].map((value) => [value, open.filter((line) => has(line, dimension, [value])).length]),
    );
  };
  const edges = binEdges(filter.frame, lines.find(({ time }) => time >= now - longestSpan)?.time, now, zone);
  const bins = edges.slice(1).map((to, index) => {
    const from = edges[index]!;
    const counted = lines.filter(
      (line) => line.time >= from && line.time < to && inFrame(line) && found(line) && fits(line),
    );
    const channels = new Set(counted.flatMap(({ facets }) => facets.channel));
    return sortedFields(
      [...channels].map((channel) => [channel, counted.filter((line) => has(line, 'channel', [channel])).length]),
    );
  });
  return {
    shown: lines.filter((line) => inFrame(line) && inRange(line) && found(line) && fits(line)).map(({ id }) => id),
    total: lines.length,
    counts: {
      channel: countsOf('channel'),
      kind: countsOf('kind'),
      direction: countsOf('direction'),
      outcome: countsOf('outcome'),
      division: countsOf('division'),
    },
    edges,
    bins,
  };
}

const ids = new WeakMap<Entry, string>();
function idOf(entry: Entry): string {
  const id = ids.get(entry) ?? (entry.kind === 'event' ? entry.key : told(entry.interaction));
  ids.set(entry, id);
  return id;
}

const saidBy = ({ shown, total, counts, activity: { edges, bins } }: TimelineView): Said => ({
  shown: shown.map(idOf),
  total,
  counts: {
    channel: sortedFields(counts.channel),
    kind: sortedFields(counts.kind),
    direction: sortedFields(counts.direction),
    outcome: sortedFields(counts.outcome),
    division: sortedFields(counts.division),
  },
  edges,
  bins: bins.map(sortedFields),
});

const parts = ({ shown, total, counts, edges, bins }: Said): readonly (readonly [string, unknown])[] => [
  ['total', total],
  ['entries', shown.length],
  ...shown.map((id, index) => [`entry ${index}`, id] as const),
  ...dimensions.map((dimension) => [dimension, counts[dimension]] as const),
  ['edges', edges],
  ['bins', bins],
];

function expectSame(actual: Said, wanted: Said, when: string): void {
  if (JSON.stringify(actual) === JSON.stringify(wanted)) return;
  const should = parts(wanted);
  for (const [index, [part, value]] of parts(actual).entries())
    expect(value, `${when}: ${part}`).to.deep.equal(should[index]?.[1]);
}

const createSearching = (): Timeline => {
  const search = createSearch((entry) => wordsOf(entry.kind === 'event' ? undefined : entry.interaction.outcome));
  return createTimeline((entry, terms) => search.matches(entry, terms), isNarrower);
};

function live({ journey, history, commands }: { journey: Journey; history: number; commands: readonly Command[] }) {
  const waiting = [...eventsOf(journey)];
  const timeline = createSearching();
  const known: Known = {
    ...{ events: [], now: begin, filter: noFilter, zone: undefined, terms: [] },
    ...{ frameAt: begin, seenAt: new Map() },
  };
  let search: { readonly run: Generator<void, void, void>; readonly terms: readonly string[] } | undefined;
  const before: (readonly [TimelineView, Said])[] = [];

  const look = (taskIds: Iterable<string | undefined>): void => {
    const seen = [...taskIds].flatMap((taskId) => (taskId === undefined ? [] : [[taskId, known.now] as const]));
    known.seenAt = new Map([...known.seenAt, ...seen]);
  };
  const add = (count: number): void => {
    const events = waiting.splice(0, count);
    known.events = [...known.events, ...events];
    look(events.filter((event) => !uiDataOf(event).hidden).map(taskIdOfInteraction));
    timeline.add(events, known.now);
  };
  const age = (): void => {
    known.frameAt = known.now;
    look(known.seenAt.keys());
    timeline.age(known.now);
  };
  const proceed = (steps: number): void => {
    for (let step = 0; search !== undefined && step < steps; step++) {
      if (search.run.next().done !== true) continue;
      known.terms = search.terms;
      search = undefined;
    }
  };
  const act = (command: Command): void => {
    if ('ms' in command) known.now += command.ms;
    switch (command.kind) {
      case 'add':
        return add(command.count);
      case 'age':
        return age();
      case 'choose':
        known.filter = command.filter;
        known.zone = command.zone;
        known.frameAt = known.now;
        return timeline.choose(command.filter, command.zone, known.now);
      case 'find':
        search = { run: timeline.find(termsOf(command.query)), terms: termsOf(command.query) };
        return proceed(command.steps);
      case 'proceed':
        return proceed(command.steps);
    }
  };
  const check = (when: string): void => {
    const said = saidBy(timeline.view);
    expectSame(said, expected(known), when);
    before.push([timeline.view, said]);
  };

  add(Math.floor(waiting.length * history));
  check('at first');
  for (const [index, command] of commands.entries()) {
    act(command);
    check(`after ${index} ${command.kind}`);
  }
  proceed(Infinity);
  add(waiting.length);
  age();
  check('in the end');

  const atOnce = createSearching();
  atOnce.choose(known.filter, known.zone, known.now);
  atOnce.add(known.events, known.now);
  expect([...atOnce.find(known.terms)].every((pause) => pause === undefined)).to.equal(true);
  expectSame(saidBy(timeline.view), saidBy(atOnce.view), 'compared with all at once');
  for (const [view, said] of before) expectSame(saidBy(view), said, 'of an old view');
}

describe('a timeline with random changes', () => {
  it('shows and counts the same as a simple recount (seed 20261120)', () => {
    fc.assert(fc.property(course, live), { numRuns: 300, seed: 20_261_120, includeErrorInReport: true });
  }).timeout(30_000);
});
