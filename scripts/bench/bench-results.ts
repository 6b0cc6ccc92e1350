import { median, ratio } from '../../test/bench/statistics.js';
import type { Work } from './bench-scenario.js';
import { scenarios, taskFigures } from './bench-scenarios.js';

/** What a bench found; as written to a file. */
export interface Results {
  readonly widget: string;
  readonly browser: string;
  /** ISO time. */
  readonly date: string;
  readonly viewport: { readonly width: number; readonly height: number };
  /** Events in a journey. */
  readonly sizes: readonly number[];
  readonly work: Work;
  /** How long the same arithmetic took in each page, milliseconds. */
  readonly calibration: readonly number[];
  readonly measures: readonly Measure[];
  /** What could not be measured, and why. */
  readonly notes: readonly Note[];
}

export interface Measure {
  readonly scenario: string;
  readonly figure: string;
  readonly size: number;
  /** One value for each run. */
  readonly values: readonly number[];
}

export interface Note {
  readonly scenario: string;
  readonly size: number;
  readonly text: string;
}

/** Of these the worst run counts; of all others the median. */
const worstCounts = new Set(['longest', 'count', 'drift', 'lost', 'gap', 'blank', 'worst', 'elementsMost']);

export function figureOf({ measures }: Results, scenario: string, figure: string, size: number): number | undefined {
  const found = measures.find((one) => one.scenario === scenario && one.figure === figure && one.size === size);
  if (found === undefined) return undefined;
  return worstCounts.has(figure) ? Math.max(...found.values) : median(found.values);
}

const write = (value: number | undefined, digits = Math.abs(value ?? 0) < 100 ? 1 : 0): string =>
  value === undefined ? '–' : value.toFixed(Number.isInteger(value) ? 0 : digits);

const times = (value: number | undefined): string => (value === undefined ? '' : `${value.toFixed(2)}x`);

const labelWidth = 56;

const heading = (title: string, sizes: readonly number[]): string =>
  title.padEnd(labelWidth) + sizes.map((size) => size.toLocaleString('en').padStart(10).padEnd(19)).join('');

const row = (label: string, cells: readonly (readonly [string, string])[]): string =>
  `  ${label}`.padEnd(labelWidth) +
  cells.map(([value, beside]) => value.padStart(10) + ` ${beside}`.padEnd(9)).join('');

type Cell = (scenario: string, figure: string, size: number) => readonly [string, string];

/** A table for each scenario that `has` something to tell, sizes as columns. */
function tables(results: Results, cell: Cell): string {
  const { measures, notes, sizes, work } = results;
  return scenarios
    .filter(({ name }) => [...measures, ...notes].some(({ scenario }) => scenario === name))
    .map(({ name, title, figures }) => {
      const told = sizes.filter((size) => measures.some((one) => one.scenario === name && one.size === size));
      const labels = told.length > 0 ? Object.entries({ ...figures, ...taskFigures }) : [];
      const rows = labels.map(([figure, label]) =>
        row(
          label,
          told.map((size) => cell(name, figure, size)),
        ),
      );
      const own = notes.filter(({ scenario }) => scenario === name);
      const said = own.map(({ size, text }) => `  ${size.toLocaleString('en')}: ${text}`);
      return [heading(title(work), told), ...rows, ...said].join('\n').trimEnd();
    })
    .join('\n\n');
}

/** Everything found; beside each figure how many times that of the smallest journey it is. */
export function resultTables(results: Results): string {
  const [smallest = 0] = results.sizes;
  return tables(results, (scenario, figure, size) => {
    const value = figureOf(results, scenario, figure, size);
    return [write(value), size === smallest ? '' : times(ratio(value, figureOf(results, scenario, figure, smallest)))];
  });
}

/** What `after` found as multiples of what `before` found. */
export function comparisonTables(before: Results, after: Results): string {
  return tables(after, (scenario, figure, size) => {
    const [old, value] = [before, after].map((results) => figureOf(results, scenario, figure, size));
    return [write(value), times(ratio(value, old)) || (old === value ? '=' : `was ${write(old)}`)];
  });
}
