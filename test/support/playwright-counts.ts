import { writeFileSync } from 'node:fs';
import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter';

/** Writes `{passed, failed, skipped}` to the option `file`, as JSON, when the run is over. */
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
    const outcomes = this.#suite?.allTests().map((test) => test.outcome()) ?? [];
    const count = (outcome: (typeof outcomes)[number]) => outcomes.filter((each) => each === outcome).length;
    const failed = count('unexpected') + count('flaky') + this.#crashes;
    writeFileSync(this.#file, JSON.stringify({ passed: count('expected'), failed, skipped: count('skipped') }));
  }

  /** The line reporter prints; this one only counts. */
  printsToStdio(): boolean {
    return false;
  }
}
