import { ratio } from '../../test/bench/statistics.js';
import { figureOf, type Results } from './bench-results.js';
import { scenarios } from './bench-scenarios.js';

/** The time of one frame at 60 per second, milliseconds. */
const frame = 1_000 / 60;

const longTask = 50;

/** A line with the number and whether it passes. */
const verdict = (what: string, passes: boolean | undefined, number: string): string =>
  `  ${passes === undefined ? 'not measured' : passes ? 'pass' : 'MISS'}`.padEnd(16) +
  what +
  (passes === undefined ? '' : `: ${number}`);

/** Checks the limits for a fast timeline; one line per limit, with pass or miss and the number. */
export function acceptance(results: Results): string {
  const { sizes, measures } = results;
  const smallest = Math.min(...sizes);
  const largest = Math.max(...sizes);
  const at = (scenario: string, figure: string, size: number) => figureOf(results, scenario, figure, size);
  const named = (size: number) => size.toLocaleString('en');
  const most = (figure: string, of: (scenario: string) => boolean = () => true): number | undefined => {
    const values = measures
      .filter((one) => one.figure === figure && of(one.scenario))
      .map(({ scenario, size }) => at(scenario, figure, size) ?? 0);
    return values.length > 0 ? Math.max(...values) : undefined;
  };
  const atMost = (what: string, value: number | undefined, limit: number, unit: string, digits = 1) =>
    verdict(
      what,
      value === undefined ? undefined : value <= limit,
      `${value?.toFixed(digits)}${unit}, at most ${limit.toFixed(digits)}${unit}`,
    );

  const liveNet = (size: number): number | undefined => {
    const [task, idle] = [at('live', 'task', size), at('live', 'idle', size)];
    return task === undefined || idle === undefined ? undefined : task - idle;
  };
  const [net, base] = [liveNet(largest), liveNet(smallest)];
  const inFrames = (size: number) => 2 * (at('show', 'firstRows', smallest) ?? NaN) + (size / 2_000) * frame;
  const middle = sizes.filter((size) => size > smallest && size <= 10_000).at(-1);
  const drawn = [1_000, largest].map((size) => at('show', 'elements', size) ?? NaN);
  const apart = largest > 1_000 ? Math.abs((drawn[1] ?? NaN) / (drawn[0] ?? NaN) - 1) * 100 : NaN;
  const perScenario = scenarios
    .filter(({ name }) => name !== 'show' && measures.some(({ scenario }) => scenario === name))
    .map(({ name }) =>
      atMost(
        `   no task over 50 ms in ${name}`,
        most('longest', (scenario) => scenario === name),
        longTask,
        ' ms',
        0,
      ),
    );

  return [
    `Acceptance (${named(smallest)} to ${named(largest)} events)`,
    atMost(`1  live event at ${named(largest)}, times that at ${named(smallest)} (p50)`, ratio(net, base), 2, 'x', 2),
    ...perScenario,
    middle === undefined
      ? verdict('2  first rows of 10,000', undefined, '')
      : atMost(`2  first rows of ${named(middle)}`, at('show', 'firstRows', middle), inFrames(middle), ' ms'),
    atMost(
      `2  no task over 50 ms while ${named(largest)} are taken in`,
      at('show', 'longest', largest),
      longTask,
      ' ms',
      0,
    ),
    atMost(
      `3  DOM elements (median) at 1,000 and ${named(largest)} differ by`,
      Number.isNaN(apart) ? undefined : apart,
      5,
      ' %',
    ),
    atMost('3  DOM elements, the most', most('elementsMost'), 599, '', 0),
    atMost(`4  keystroke at ${named(largest)} (median)`, at('search', 'median', largest), 100, ' ms'),
    atMost('5  scroll drift under live events', most('drift'), 0.05, ' px', 2),
    atMost('5  frames that lost the row being read', most('lost'), 0, '', 0),
  ].join('\n');
}
