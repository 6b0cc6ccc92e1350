import type { BenchPage } from './bench-session.js';

/** The amounts of work in a run; `--quick` uses smaller ones. */
export interface Work {
  readonly liveEvents: number;
  readonly burst: number;
  readonly stormSeconds: number;
  readonly stormRate: number;
  readonly filterTimes: number;
  readonly scrollFrames: number;
  readonly switches: number;
}

/** The amounts of a normal run. */
export const fullWork: Work = {
  liveEvents: 100,
  burst: 10_000,
  stormSeconds: 20,
  stormRate: 1_000,
  filterTimes: 5,
  scrollFrames: 300,
  switches: 1_000,
};

/** The amounts of `--quick`. */
export const quickWork: Work = {
  liveEvents: 30,
  burst: 2_000,
  stormSeconds: 3,
  stormRate: 1_000,
  filterTimes: 2,
  scrollFrames: 60,
  switches: 60,
};

/** One kind of work, and its figures. */
export interface Scenario {
  readonly name: string;
  readonly title: (work: Work) => string;
  /** The figures that are shown, in this order, with their labels. */
  readonly figures: Readonly<Record<string, string>>;
  /** The methods of the adapter that it needs. */
  readonly needs: readonly string[];
  /** Run only once per size: one run is enough, or it takes long. */
  readonly once?: boolean;
  /** Run on a page of its own, and only for the smallest journey. */
  readonly apart?: boolean;
  readonly run: (page: BenchPage, work: Work) => Promise<Readonly<Record<string, number>>>;
}
