import type { Browser } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: `dur` by the clock, `tdur` of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Measures tasks between `start` and `stop`. */
export interface Tracer {
  start(): Promise<void>;
  /** Ends the trace. The longest task on a page's main thread since the start, in milliseconds of processor time. */
  stop(): Promise<number>;
}

/**
 * Reads the browser's own trace, which has the processor time of each task. The page's "long tasks" are measured by the
 * clock, which includes other processes, and only from 50 ms on.
 */
export async function createTracer(browser: Browser): Promise<Tracer> {
  const devTools = await browser.newBrowserCDPSession();
  let mainThreads = new Set<string>();
  let tasks: { readonly thread: string; readonly ms: number }[] = [];
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  devTools.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) {
      if (event.name === 'thread_name' && event.args.name === 'CrRendererMain') mainThreads.add(threadOf(event));
      if (event.name !== 'ThreadControllerImpl::RunTask' || (event.dur ?? 0) < 1_000) continue;
      tasks.push({ thread: threadOf(event), ms: (event.tdur ?? event.dur ?? 0) / 1_000 });
    }
  });
  return {
    async start() {
      mainThreads = new Set();
      tasks = [];
      const includedCategories = ['toplevel'];
      const traceConfig = {
        recordMode: 'recordAsMuchAsPossible' as const,
        excludedCategories: ['*'],
        includedCategories,
      };
      await devTools.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
    },
    async stop() {
      const complete = new Promise((resolve) => devTools.once('Tracing.tracingComplete', resolve));
      await devTools.send('Tracing.end');
      await complete;
      return tasks.reduce((longest, { thread, ms }) => (mainThreads.has(thread) ? Math.max(longest, ms) : longest), 0);
    },
  };
}
