import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { median, spread } from '../../test/bench/statistics.js';
import { acceptance } from './bench-acceptance.js';
import { comparisonTables, resultTables, type Results } from './bench-results.js';
import { runBench } from './bench-run.js';
import { fullWork, quickWork } from './bench-scenario.js';
import { scenarios } from './bench-scenarios.js';

const usage = `npm run bench -- [--sizes 100,1000,10000,100000] [--runs 5] [--only show,live] [--out bench.json] [--quick]
                 [--page URL --adapter FILE]   another widget: its page, on this machine, and how to work it
npm run bench -- --compare BEFORE.json AFTER.json
scenarios: ${scenarios.map(({ name }) => name).join(', ')}`;

function readArgs() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sizes: { type: 'string', default: '100,1000,10000,100000' },
      runs: { type: 'string' },
      only: { type: 'string' },
      out: { type: 'string', default: 'bench.json' },
      page: { type: 'string' },
      adapter: { type: 'string' },
      quick: { type: 'boolean', default: false },
      compare: { type: 'boolean', default: false },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const runs = Number(values.runs ?? (values.quick ? 1 : 5));
  const only = values.only?.split(',');
  const known = (only ?? []).every((name) => scenarios.some((scenario) => scenario.name === name));
  const valid = [...sizes, runs].every((value) => Number.isInteger(value) && value > 0) && known;
  if (!valid || (values.compare && positionals.length !== 2)) throw new Error(usage);
  return { ...values, sizes: sizes.sort((a, b) => a - b), runs, only, files: positionals };
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Results;

const noise = ({ calibration }: Results): string =>
  `Machine: the same calculation took ${median(calibration).toFixed(0)} ms, ${(100 * spread(calibration)).toFixed(0)} % apart at most.`;

async function main(): Promise<void> {
  const { compare, files, out, quick, ...options } = readArgs();
  if (compare) {
    const [before, after] = files.map(read) as [Results, Results];
    console.log(`${after.widget} as multiples of ${before.widget}, ${after.date} of ${before.date}`);
    console.log(`\n${comparisonTables(before, after)}\n\nBefore. ${noise(before)}\nAfter. ${noise(after)}`);
    return;
  }
  if (options.page === undefined && !existsSync('dist/wayline.js')) {
    throw new Error('dist/wayline.js was not found. Run "npm run build" first.');
  }
  const started = Date.now();
  const results = await runBench({ ...options, work: quick ? quickWork : fullWork }, (text) => console.error(text));
  writeFileSync(out, `${JSON.stringify(results, undefined, 1)}\n`);
  const { width, height } = results.viewport;
  console.log(
    `${results.widget}, ${results.browser}, ${width} x ${height} px; runs: ${options.runs}${quick ? ', quick' : ''}`,
  );
  console.log(`Columns: events in the journey. Next to a figure: its ratio to the smallest journey.\n`);
  console.log(`${resultTables(results)}\n\n${acceptance(results)}\n\n${noise(results)}`);
  console.log(`Written to ${out}, after ${Math.round((Date.now() - started) / 1_000)} s.`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
