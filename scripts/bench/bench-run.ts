import type { Measure, Note, Results } from './bench-results.js';
import type { Scenario, Work } from './bench-scenario.js';
import { scenarios } from './bench-scenarios.js';
import { GivenUp, startSession, viewport, type BenchPage, type SessionOptions } from './bench-session.js';

/** What to measure. */
export interface BenchOptions extends SessionOptions {
  readonly sizes: readonly number[];
  readonly runs: number;
  /** Names of the scenarios; all if undefined. */
  readonly only: readonly string[] | undefined;
  readonly work: Work;
}

/** Measures one widget, with a new page for each size and run. `say` gets progress messages. */
export async function runBench(options: BenchOptions, say: (text: string) => void): Promise<Results> {
  const { sizes, runs, only, work } = options;
  const wanted = scenarios.filter(({ name }) => only === undefined || only.includes(name));
  const session = await startSession(options);
  const measures = new Map<string, Measure & { readonly values: number[] }>();
  const notes = new Map<string, Note>();
  const calibration: number[] = [];
  let widget = '';

  const keep = (scenario: string, size: number, values: Readonly<Record<string, number>>): void => {
    for (const [figure, value] of Object.entries(values)) {
      const key = `${scenario} ${figure} ${size}`;
      const measure = measures.get(key) ?? { scenario, figure, size, values: [] };
      measure.values.push(value);
      measures.set(key, measure);
    }
  };

  /** Returns whether the scenario finished. */
  async function measure(page: BenchPage, scenario: Scenario, size: number): Promise<boolean> {
    try {
      keep(scenario.name, size, await scenario.run(page, work));
      return true;
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
      note(scenario, size, error.message);
      return false;
    }
  }

  function note({ name }: Scenario, size: number, text: string): void {
    notes.set(`${name} ${size}`, { scenario: name, size, text });
    say(`${name} at ${size}: ${text}`);
  }

  const wasGivenUp = ({ name }: Scenario, size: number) => notes.get(`${name} ${size}`)?.text.startsWith('given up');

  async function runPage(size: number, chosen: readonly Scenario[]): Promise<void> {
    const page = await session.openPage();
    try {
      await page.ask('prepare', size);
      widget = await page.ask('name');
      calibration.push(await page.ask('calibrate'));
      for (const [index, scenario] of chosen.entries()) {
        if (wasGivenUp(scenario, size)) return;
        const abilities = scenario.needs.length > 0 ? await page.ask('abilities') : [];
        const missing = scenario.needs.filter((need) => !abilities.includes(need));
        if (missing.length > 0) note(scenario, size, `not available (${missing.join(', ')})`);
        else if (!(await measure(page, scenario, size))) {
          for (const rest of chosen.slice(index + 1))
            note(rest, size, `not run, because "${scenario.name}" did not end`);
          return;
        }
      }
    } finally {
      await page.close();
    }
  }

  try {
    for (let run = 0; run < runs; run++) {
      for (const size of sizes) {
        say(`run ${run + 1} of ${runs}, ${size} events`);
        const shared = scenarios.filter((one) => one.name === 'show' || (wanted.includes(one) && !one.apart));
        if (shared.length > 1 || wanted.includes(shared[0]!)) {
          await runPage(
            size,
            shared.filter(({ once }) => run === 0 || !once),
          );
        }
        if (run > 0 || size !== sizes[0]) continue;
        for (const scenario of wanted) if (scenario.apart) await runPage(size, [scenario]);
      }
    }
  } finally {
    await session.close();
  }
  const { browser } = session;
  const date = new Date().toISOString();
  return {
    widget,
    browser,
    date,
    viewport,
    sizes,
    work,
    calibration,
    measures: [...measures.values()],
    notes: [...notes.values()],
  };
}
