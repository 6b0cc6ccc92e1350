import type { BenchPage } from './bench-session.js';

/** How much of everything; `--quick` does less of it. */
export interface Work {
  readonly liveEvents: number;
  readonly burst: number;
  readonly stormSeconds: number;
  readonly stormRate: number;
  readonly filterTimes: number;
  readonly scrollFrames: number;
  readonly switches: number;
}

export const fullWork: Work = {
  liveEvents: 100,
  burst: 10_000,
  stormSeconds: 20,
  stormRate: 1_000,
  filterTimes: 5,
  scrollFrames: 300,
  switches: 1_000,
};

export const quickWork: Work = {
  liveEvents: 30,
  burst: 2_000,
  stormSeconds: 3,
  stormRate: 1_000,
  filterTimes: 2,
  scrollFrames: 60,
  switches: 60,
};

/** One kind of work, and what is told of it. */
export interface Scenario {
  readonly name: string;
  readonly title: (work: Work) => string;
  /** What is told, in this order, and how it reads. */
  readonly figures: Readonly<Record<string, string>>;
  /** The adapter's methods it cannot do without. */
  readonly needs: readonly string[];
  /** Once for a size, since it says enough, or takes long. */
  readonly once?: boolean;
  /** With a page of its own, for the smallest journey only. */
  readonly apart?: boolean;
  readonly run: (page: BenchPage, work: Work) => Promise<Readonly<Record<string, number>>>;
}
