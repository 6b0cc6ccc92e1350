import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.js';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

type Command = readonly [module: string, ...args: string[]];

/** What a part runs, each command after the one before has succeeded; the last one counts its tests. */
const parts: Readonly<Record<string, readonly Command[]>> = {
  unit: [['@web/test-runner/dist/bin.js']],
  e2e: [
    ['tsx/dist/cli.mjs', 'scripts/build/build.ts'],
    ['@playwright/test/cli.js', 'test'],
  ],
};

function runCommand([module, ...args]: Command, env: NodeJS.ProcessEnv): boolean {
  return spawnSync(process.execPath, [`node_modules/${module}`, ...args], { stdio: 'inherit', env }).status === 0;
}

function readCounts(file: string): Counts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }; // the part crashed before it could count
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

const total = (all: readonly Counts[], key: keyof Counts) => all.reduce((sum, counts) => sum + counts[key], 0);

/** Runs the named part, or all of them, and prints the counts as the last line. */
function test(partName: string | undefined, args: readonly string[]): number {
  const chosen = Object.entries(parts).filter(([name]) => partName === undefined || name === partName);
  if (chosen.length === 0) throw new Error(`There is no part "${partName}". Use ${Object.keys(parts).join(' or ')}.`);
  const env = { ...process.env, CHROME_PATH: findBrowser() };
  const all = chosen.map(([, commands]) => runPart(commands, args, env));
  const failed = total(all, 'failed');
  const skipped = total(all, 'skipped');
  console.log(`${total(all, 'passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 ? 1 : 0;
}

try {
  const [partName, ...args] = process.argv.slice(2);
  process.exitCode = test(partName, args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
