import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.js';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** How long the tests of each file took. */
  readonly seconds: Readonly<Record<string, number>>;
}

type Command = readonly [module: string, ...args: string[]];

const build: Command = ['tsx/dist/cli.mjs', 'scripts/build/build.ts'];
const unit: Command = ['@web/test-runner/dist/bin.js'];

/** What the inner loop does without: the files that took longest, since they walk through very many cases. */
const slow = [
  'test/domain/time/zones.test.ts',
  'test/domain/timeline/timeline-properties.test.ts',
  'test/elements/feed/virtual-feed-controller.test.ts',
  'test/elements/hostile-events.test.ts',
  'test/elements/migration.test.ts',
  'test/sources/cjds/two-agents.test.ts',
  'test/store/journey-properties.test.ts',
  'test/tools/{identities,layout-add,layout-check,setup}.test.ts',
];

/** The commands of each part. Each runs if the one before succeeded; the last one counts its tests. */
const parts: Readonly<Record<string, readonly Command[]>> = {
  unit: [unit],
  e2e: [build, ['@playwright/test/cli.js', 'test']],
  quick: [[...unit, '--files', 'test/**/*.test.ts', ...slow.map((file) => `!${file}`)]],
};
const whole = ['unit', 'e2e'];

function runCommand([module, ...args]: Command, env: NodeJS.ProcessEnv): boolean {
  return spawnSync(process.execPath, [`node_modules/${module}`, ...args], { stdio: 'inherit', env }).status === 0;
}

function readCounts(file: string): Counts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    return { passed: 0, failed: 0, skipped: 0, seconds: {} }; // the part crashed before it could count
  }
}

function runPart(commands: readonly Command[], args: readonly string[], env: NodeJS.ProcessEnv): Counts {
  const folder = mkdtempSync(join(tmpdir(), 'wayline-test-'));
  const file = join(folder, 'counts.json');
  const succeeded = commands.every((command) =>
    runCommand(command === commands.at(-1) ? [...command, ...args] : command, { ...env, TEST_COUNTS_FILE: file }),
  );
  const counts = readCounts(file);
  rmSync(folder, { recursive: true });
  const unexplained = counts.failed === 0 && (!succeeded || counts.passed === 0);
  return unexplained ? { ...counts, failed: 1 } : counts;
}

const total = (all: readonly Counts[], key: 'passed' | 'failed' | 'skipped') =>
  all.reduce((sum, counts) => sum + counts[key], 0);

/** Shows which tests to make faster. Times are never a test result: the machine may be slow. */
function printSlowest({ seconds }: Counts): void {
  const slowest = Object.entries(seconds).sort(([, one], [, other]) => other - one);
  if (slowest.length < 2) return;
  console.log('\nThe slowest files, in seconds:');
  for (const [file, time] of slowest.slice(0, 10)) console.log(`${time.toFixed(1).padStart(7)}  ${file}`);
}

/** Runs the named part, or the whole, and prints the counts as the last line. */
function test(partName: string | undefined, args: readonly string[]): number {
  const chosen = Object.entries(parts).filter(([name]) => (partName === undefined ? whole : [partName]).includes(name));
  if (chosen.length === 0) throw new Error(`There is no part "${partName}": it is ${Object.keys(parts).join(' or ')}.`);
  const isBuilt = args.includes('--no-build');
  const rest = args.filter((arg) => arg !== '--no-build');
  const env = { ...process.env, CHROME_PATH: findBrowser() };
  const all = chosen.map(([, commands]) =>
    runPart(
      commands.filter((command) => command !== build || !isBuilt),
      rest,
      env,
    ),
  );
  all.forEach(printSlowest);
  const failed = total(all, 'failed');
  const skipped = total(all, 'skipped');
  console.log(`${total(all, 'passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 ? 1 : 0;
}

try {
  const [first, ...others] = process.argv.slice(2);
  const isPart = first !== undefined && !first.startsWith('--');
  process.exitCode = isPart ? test(first, others) : test(undefined, first === undefined ? [] : [first, ...others]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
