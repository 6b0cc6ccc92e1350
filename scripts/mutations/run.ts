import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { findBrowser } from '../browser.js';
import { mutations, type Mutation } from './mutations.js';

/*
 * Breaks one promise after the other in a copy of the project, and says which test sees it. Every week, and before and
 * after a change of the tests. `-- 3 7` breaks the third and the seventh only; `-- 1-20` the first twenty.
 */

const left = ['node_modules', '.git', 'dist', 'coverage', 'test-results'];

function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'wayline-mutations-'));
  cpSync('.', copy, { recursive: true, filter: (path) => !left.includes(basename(path)) });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  return copy;
}

interface Outcome {
  readonly passed: boolean;
  /** The first test that failed, or what the runner said of a file that did not load. */
  readonly by: string;
}

function runTests(copy: string, tests: readonly string[]): Outcome {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['node_modules/@web/test-runner/dist/bin.js', '--files', ...tests],
    { cwd: copy, encoding: 'utf8', env: { ...process.env, CHROME_PATH: findBrowser() }, maxBuffer: 2 ** 28 },
  );
  const by = /❌ (.+)|𐄂 (.+)|(\S*Error: .+)/u.exec(stdout)?.[0] ?? '';
  return { passed: status === 0, by: by.slice(0, 120) };
}

function attempt(copy: string, { file, find, replace, tests }: Mutation): string {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  if (whole.split(find).length !== 2) return 'NOT FOUND once: the break must follow the code';
  writeFileSync(
    path,
    whole.replace(find, () => replace),
  );
  const { by, passed } = runTests(copy, tests);
  writeFileSync(path, whole);
  return passed ? 'SURVIVED' : `caught ${by}`;
}

const chosen = new Set(
  process.argv.slice(2).flatMap((argument) => {
    const [first = NaN, last = first] = argument.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }),
);

const copy = copyProject();
const wanted = mutations.map((mutation, index) => ({ mutation, number: index + 1 }));
const broken = wanted.filter(({ number }) => chosen.size === 0 || chosen.has(number));
const tests = [...new Set(broken.flatMap(({ mutation }) => mutation.tests))];
let caught = 0;
try {
  const sound = runTests(copy, tests);
  if (!sound.passed) throw new Error(`The tests fail without a break: ${sound.by}`);
  for (const { mutation, number } of broken) {
    const outcome = attempt(copy, mutation);
    if (outcome.startsWith('caught')) caught++;
    console.log(`${number}. ${mutation.promise} (${mutation.file}): ${outcome}`);
  }
} finally {
  rmSync(copy, { recursive: true });
}
console.log(`${caught} of ${broken.length} caught`);
process.exitCode = caught === broken.length ? 0 : 1;
