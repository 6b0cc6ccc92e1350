import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter';

/** Writes `{passed, failed, skipped}` and the seconds of each test file to the option `file`, as JSON. */
export default class PlaywrightCounts implements Reporter {
  readonly #file: string;
  #suite: Suite | undefined;
  #crashes = 0;

  constructor({ file }: { file: string }) {
    this.#file = file;
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  onError(): void {
    this.#crashes += 1;
  }

  onEnd(): void {
    const tests = this.#suite?.allTests() ?? [];
    const outcomes = tests.map((test) => test.outcome());
    const count = (outcome: (typeof outcomes)[number]) => outcomes.filter((each) => each === outcome).length;
    const failed = count('unexpected') + count('flaky') + this.#crashes;
    const seconds: Record<string, number> = {};
    for (const { location, results } of tests) {
      const file = relative(process.cwd(), location.file);
      seconds[file] = (seconds[file] ?? 0) + results.reduce((sum, { duration }) => sum + duration / 1000, 0);
    }
    const counts = { passed: count('expected'), failed, skipped: count('skipped') };
    writeFileSync(this.#file, JSON.stringify({ ...counts, seconds }));
  }

  /** Playwright’s line reporter prints the results. This one only counts. */
  printsToStdio(): boolean {
    return false;
  }
}
