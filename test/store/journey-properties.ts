import fc from 'fast-check';
import { quiet } from '../support/virtual-clock.js';
import type { Habits, Route } from './simulated-service.js';
import { createStage, customers, type Stage } from './stage.js';

const minute = 60_000;

/** One frame, and the longest time of a request on a working connection. Milliseconds. */
const arrival = 450;

/** The possible next steps. `who` is an index into `customers`. */
type Step =
  | {
      readonly kind: 'emit';
      readonly who: number;
      readonly late: number;
      readonly times: number;
      readonly hold: boolean;
      readonly work: boolean;
    }
  | { readonly kind: 'burst'; readonly who: number; readonly count: number }
  | { readonly kind: 'show'; readonly who: number }
  | { readonly kind: 'fail'; readonly route: Route; readonly status: number; readonly times: number }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: Simple };

type Simple = 'cut' | 'silence' | 'expire' | 'renew' | 'retry' | 'refresh' | 'pause' | 'resume' | 'close' | 'edit';

const who = fc.nat({ max: customers.length - 1 });
const readable: readonly Route[] = [
  'events',
  'event-stream',
  'person',
  'profile',
  'profile-stream',
  'template',
  'search',
];

const emitting = (by: fc.Arbitrary<number>): fc.Arbitrary<Step> =>
  fc.record({
    kind: fc.constant('emit' as const),
    who: by,
    late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 * minute })),
    times: fc.integer({ min: 1, max: 3 }),
    hold: fc.boolean(),
    work: fc.boolean(),
  });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: emitting(who) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('burst' as const), who, count: fc.integer({ min: 2, max: 20 }) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('show' as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fail' as const),
      route: fc.constantFrom(...readable),
      // 0: no response. A 404 from the history would mean that there are no events, which is another failure.
      status: fc.constantFrom(0, 429, 500, 503, 403),
      times: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.constantFrom(1, 20, 100, 300, 1000, 5000, 40_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom<Simple>(
        ...(['cut', 'cut', 'silence', 'expire', 'renew', 'retry', 'refresh', 'pause', 'resume', 'close'] as const),
        'edit',
      ),
    }),
  },
);

const habits: fc.Arbitrary<Habits> = fc.record({
  pageBase: fc.constantFrom(0 as const, 1 as const),
  pageSize: fc.constantFrom(5, 20, 100),
  order: fc.constantFrom('newest' as const, 'newest' as const, 'oldest' as const),
});

interface Course {
  readonly habits: Habits;
  readonly before: readonly number[];
  readonly steps: readonly (readonly [what: Step, ms: number])[];
  readonly seed: number;
}

const courseOf = (...steps: fc.MaybeWeightedArbitrary<Step>[]): fc.Arbitrary<Course> =>
  fc.record({
    habits,
    /** Events from before the run: how many seconds ago, spread over the customers. */
    before: fc.array(fc.oneof(fc.integer({ min: 0, max: 36_000 }), fc.integer({ min: 0, max: 400 })), {
      maxLength: 60,
    }),
    /** Each step with the milliseconds after it. */
    steps: fc.array(fc.tuple(fc.oneof(...steps), fc.constantFrom(0, 50, 150, 300, arrival, arrival, arrival)), {
      minLength: 1,
      maxLength: 30,
    }),
    seed: fc.integer(),
  });

/** The first customer gets and loses an alias many times, and is shown most of the time. */
const changes = courseOf(
  { weight: 5, arbitrary: fc.constant({ kind: 'edit' }) },
  { weight: 5, arbitrary: emitting(fc.constant(0)) },
  { weight: 2, arbitrary: fc.constant({ kind: 'show', who: 0 }) },
  { weight: 4, arbitrary: step },
);

function act(
  what: Step,
  { service, store, signIn, emit, edit, show, silence, close }: Stage,
  renewals: { count: number },
): void {
  switch (what.kind) {
    case 'emit':
      return emit(customers[what.who]!, what);
    case 'burst':
      for (let each = 0; each < what.count; each++) emit(customers[what.who]!);
      return;
    case 'show':
      return show(customers[what.who]!);
    case 'fail':
      return service.fail(what.route, what.status, what.times, what.status === 429 ? 2 : undefined);
    case 'cut':
      return service.cut();
    case 'silence':
      return silence();
    case 'expire':
      renewals.count += 1;
      return service.accept([`token-${renewals.count}`]);
    case 'renew':
      return signIn.set(`token-${renewals.count}`);
    case 'close':
      return close();
    case 'edit':
      return edit();
    case 'pass':
      return;
    default:
      return store[what.kind]();
  }
}

async function live({ habits, before, steps, seed }: Course): Promise<void> {
  const stage = createStage(habits, seed);
  const { clock, service, store, signIn, check } = stage;
  const renewals = { count: 0 };
  const settle = async (ms: number): Promise<void> => {
    service.release();
    await clock.advance(ms);
  };

  for (const [index, seconds] of before.entries()) {
    stage.emit(customers[index % customers.length]!, { late: seconds * 1000, work: seconds % 2 === 0 });
  }
  for (const [index, [what, ms]] of steps.entries()) {
    act(what, stage, renewals);
    await quiet();
    check(`step ${index} ${what.kind}`, false);
    if (what.kind === 'pass') await clock.advance(what.ms);
    await settle(ms);
    check(`after step ${index} ${what.kind}`, ms === arrival);
  }

  // Now everything works again: the store must show all events, automatically or on "Try again".
  stage.heal();
  signIn.set(`token-${renewals.count}`);
  store.resume();
  await settle(2 * minute);
  store.retry();
  await settle(2 * minute);
  if (stage.isUnaware()) {
    stage.showAgain();
    await settle(2 * minute);
  }
  check('in the end', true);
  stage.checkComplete('in the end');
  await stage.checkNothingLeft();
}

/**
 * Makes `runs` random runs; rejects with the shortest one in which a property of the store does not hold. The same seed
 * has the same runs.
 */
export async function liveThrough(runs: number, seed: number): Promise<void> {
  await fc.assert(fc.asyncProperty(courseOf(step), live), { numRuns: runs, seed, endOnFailure: false });
}

/** The same with a customer whose aliases change, from the first step on. */
export async function changeThrough(runs: number, seed: number): Promise<void> {
  const begin = (course: Course) => live({ ...course, steps: [[{ kind: 'show', who: 0 }, 2000], ...course.steps] });
  await fc.assert(fc.asyncProperty(changes, begin), { numRuns: runs, seed, endOnFailure: false });
}
