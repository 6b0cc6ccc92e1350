import { median, ratio } from '../../test/bench/statistics.js';
import type { Work } from './bench-scenario.js';
import { scenarios, taskFigures } from './bench-scenarios.js';

/** The results of a bench, as written to a file. */
export interface Results {
  readonly widget: string;
  readonly browser: string;
  /** ISO time. */
  readonly date: string;
  readonly viewport: { readonly width: number; readonly height: number };
  /** The sizes of the journeys, in events. */
  readonly sizes: readonly number[];
  readonly work: Work;
  /** How long the same calculation took in each page, milliseconds: it shows how fast the machine was. */
  readonly calibration: readonly number[];
  readonly measures: readonly Measure[];
  /** What could not be measured, and why. */
  readonly notes: readonly Note[];
}

/** The values of one figure in one scenario, for one size. */
export interface Measure {
  readonly scenario: string;
  readonly figure: string;
  readonly size: number;
  /** One value per run. */
  readonly values: readonly number[];
}

/** Why a scenario could not be measured. */
export interface Note {
  readonly scenario: string;
  readonly size: number;
  readonly text: string;
}

/** Figures whose worst run counts; of all others, the median counts. */
const worstCounts = new Set(['longest', 'count', 'drift', 'lost', 'gap', 'blank', 'worst', 'elementsMost']);

/** One number for the runs of a figure; `undefined` if it was not measured. */
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

/** A table for each scenario with results or notes, sizes as columns. */
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

/** All results. Beside each figure: how many times the figure of the smallest journey it is. */
export function resultTables(results: Results): string {
  const [smallest = 0] = results.sizes;
  return tables(results, (scenario, figure, size) => {
    const value = figureOf(results, scenario, figure, size);
    return [write(value), size === smallest ? '' : times(ratio(value, figureOf(results, scenario, figure, smallest)))];
  });
}

/** The results of `after` as multiples of `before`. */
export function comparisonTables(before: Results, after: Results): string {
  return tables(after, (scenario, figure, size) => {
    const [old, value] = [before, after].map((results) => figureOf(results, scenario, figure, size));
    return [write(value), times(ratio(value, old)) || (old === value ? '=' : `was ${write(old)}`)];
  });
}
