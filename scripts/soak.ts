import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { changeThrough, liveThrough } from '../test/store/journey-properties.js';

/** Runs per process: Node never frees the signals that `AbortSignal.any` has combined. */
const batchSize = 5000;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    batch: { type: 'boolean', default: false },
    pages: { type: 'boolean', default: false },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error('--runs must be a whole number above 0, --seed a whole number.');
  process.exit(2);
}

/** Runs batch `index` in its own process with its own seed. Returns whether all properties held. */
async function runBatch(index: number): Promise<boolean> {
  const size = Math.min(batchSize, runs - index * batchSize);
  const script = ['node_modules/tsx/dist/cli.mjs', 'scripts/soak.ts', '--batch'];
  const args = [...script, '--runs', String(size), '--seed', String(seed + index)];
  const [code] = (await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit')) as [number | null];
  console.log(`seed ${seed + index}: ${size} runs ${code === 0 ? 'passed' : 'failed'}`);
  return code === 0;
}

/** What the tests do in a page, but longer: on what `npm run build` has built. */
const longer = { LEAK_ROUNDS: '1000', CHAOS_STEPS: '2000', IDENTITY_LINES: '100000' };

async function runPages(): Promise<boolean> {
  const script = [
    'node_modules/@playwright/test/cli.js',
    'test',
    'test/e2e/soak',
    'test/e2e/tools/check-pages.spec.ts',
  ];
  const pages = spawn(process.execPath, script, { stdio: 'inherit', env: { ...process.env, ...longer } });
  const [code] = (await once(pages, 'exit')) as [number | null];
  return code === 0;
}

async function runAll(): Promise<boolean> {
  const batches = Math.ceil(runs / batchSize);
  const kept: boolean[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < batches) kept.push(await runBatch(next++));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return kept.every(Boolean);
}

if (values.batch) {
  const changing = Math.floor(runs / 5);
  await liveThrough(runs - changing, seed);
  if (changing > 0) await changeThrough(changing, seed);
} else {
  const started = Date.now();
  const kept = await runAll();
  const pagesKept = !values.pages || (await runPages());
  console.log(
    `${runs} runs from seed ${seed} on: ${kept ? 'all passed' : 'FAILED'}, ${Math.round((Date.now() - started) / 1000)} s`,
  );
  if (!pagesKept) console.log('The long runs in a page FAILED.');
  process.exitCode = kept && pagesKept ? 0 : 1;
}
