import { median, quantile } from '../../test/bench/statistics.js';
import type { Scenario } from './bench-scenario.js';
import type { Cost } from './bench-session.js';

/** Live events before the first one that counts, so that the browser has compiled the code. */
const warmUp = 10;
const megabyte = 1e6;

const show: Scenario = {
  name: 'show',
  title: () => 'Show a journey whose data is in the page',
  figures: {
    firstRows: 'first rows painted (ms)',
    complete: 'complete (ms)',
    elements: 'DOM elements, median of 25 places',
    elementsMost: 'DOM elements, the most',
    heap: 'heap for the journey (MB)',
  },
  needs: [],
  async run(page) {
    const before = await page.heap();
    const { value, tasks } = await page.watch(() => page.ask('show'));
    const elements = await page.ask('elements', 25);
    const heap = ((await page.heap()) - before) / megabyte;
    return { ...value, elements: median(elements), elementsMost: Math.max(...elements), heap, ...tasks };
  },
};

const search: Scenario = {
  name: 'search',
  title: () => 'Search, letter by letter',
  figures: { median: 'keystroke to painted, median (ms)', p95: 'p95 (ms)', worst: 'worst (ms)' },
  needs: ['search'],
  async run(page) {
    const { value: keystrokes, tasks } = await page.watch(() => page.ask('search'));
    return { median: median(keystrokes), p95: quantile(keystrokes, 0.95), worst: Math.max(...keystrokes), ...tasks };
  },
};

const filter: Scenario = {
  name: 'filter',
  title: () => 'Filter by a channel, and everything again',
  figures: { median: 'click to painted, median (ms)', worst: 'worst (ms)' },
  needs: ['toggleVoice'],
  async run(page, { filterTimes }) {
    const { value: clicks, tasks } = await page.watch(() => page.ask('filter', filterTimes));
    return { median: median(clicks), worst: Math.max(...clicks), ...tasks };
  },
};

const scroll: Scenario = {
  name: 'scroll',
  title: ({ scrollFrames }) => `Scroll through everything in ${scrollFrames} frames`,
  figures: { gap: 'longest frame (ms)', blank: 'frames without a row' },
  needs: ['scroller', 'readingPlace'],
  async run(page, { scrollFrames }) {
    const { value, tasks } = await page.watch(() => page.ask('scrollThrough', scrollFrames));
    return { ...value, ...tasks };
  },
};

const less = (a: Cost, b: Cost): Cost => ({ task: a.task - b.task, layout: a.layout - b.layout });

const live: Scenario = {
  name: 'live',
  title: () => 'Live events, one by one',
  figures: {
    task: 'main thread, p50 (ms)',
    taskP95: 'main thread, p95 (ms)',
    idle: 'of it the measuring, p50 (ms)',
    layout: 'style and layout, p50 (ms)',
    wall: 'to painted, p50 (ms)',
    wallP95: 'to painted, p95 (ms)',
  },
  needs: ['publish'],
  async run(page, { liveEvents }) {
    const costOf = async <T>(act: () => Promise<T>) => {
      const before = await page.cost();
      const value = await act();
      return { value, ...less(await page.cost(), before) };
    };
    const idle: Cost[] = [];
    const events: (Cost & { readonly value: number })[] = [];
    await page.ask('prepareLive', warmUp + liveEvents);
    const { tasks: longTasks } = await page.watch(async () => {
      for (let index = 0; index < warmUp + liveEvents; index++) {
        idle.push(await costOf(() => page.ask('idle')));
        events.push(await costOf(() => page.ask('liveEvent', index)));
      }
    });
    const counted = events.slice(warmUp);
    const tasks = counted.map(({ task }) => task);
    const walls = counted.map(({ value }) => value);
    return {
      task: median(tasks),
      taskP95: quantile(tasks, 0.95),
      idle: median(idle.slice(warmUp).map(({ task }) => task)),
      layout: median(counted.map(({ layout }) => layout)),
      wall: median(walls),
      wallP95: quantile(walls, 0.95),
      ...longTasks,
    };
  },
};

const change: Scenario = {
  name: 'switch',
  title: () => 'Switch to a customer of up to 1,000 events, and back',
  figures: { away: 'away, first rows painted (ms)', back: 'back, first rows painted (ms)' },
  needs: [],
  async run(page) {
    const { value, tasks } = await page.watch(() => page.ask('switch'));
    return { ...value, ...tasks };
  },
};

const storm: Scenario = {
  name: 'storm',
  title: ({ stormRate, stormSeconds }) =>
    `${stormRate.toLocaleString('en')} events a second for ${stormSeconds} s, read in the middle`,
  figures: {
    drift: 'scroll drift (px)',
    lost: 'frames without the row being read',
    gap: 'longest frame (ms)',
    behind: 'afterwards, until at the top and known (ms)',
  },
  needs: ['publish', 'scroller', 'readingPlace', 'topOf'],
  once: true,
  async run(page, { stormRate, stormSeconds }) {
    await page.ask('switch');
    await page.ask('prepareLive', stormRate * stormSeconds);
    await page.ask('toMiddle');
    const { value, tasks } = await page.watch(() => page.ask('storm', stormRate));
    return { ...value, ...tasks };
  },
};

const burst: Scenario = {
  name: 'burst',
  title: ({ burst: count }) => `A burst of ${count.toLocaleString('en')} live events`,
  figures: { known: 'until the last one is painted (ms)' },
  needs: ['publish'],
  async run(page, { burst: count }) {
    await page.ask('prepareLive', count);
    const { value: known, tasks } = await page.watch(() => page.ask('burst'));
    return { known, ...tasks };
  },
};

const growth: Scenario = {
  name: 'growth',
  title: ({ switches }) => `${switches.toLocaleString('en')} switches between two small journeys`,
  figures: { perSwitch: 'heap growth for each (kB)', heap: 'heap growth in all (MB)', time: 'for each (ms)' },
  needs: [],
  once: true,
  apart: true,
  async run(page, { switches }) {
    await page.ask('show');
    await page.ask('switchOften', 20);
    const before = await page.heap();
    const start = performance.now();
    const { tasks } = await page.watch(async () => {
      for (let done = 0; done < switches; done += 20) await page.ask('switchOften', 20);
    });
    const time = (performance.now() - start) / switches;
    const grown = (await page.heap()) - before;
    return { perSwitch: grown / switches / 1_000, heap: grown / megabyte, time, ...tasks };
  },
};

/** In the order of the run: later scenarios change the journey. */
export const scenarios: readonly Scenario[] = [show, search, filter, scroll, live, change, burst, storm, growth];

/** Figures of every scenario. */
export const taskFigures = {
  longest: 'longest task (ms of processor time)',
  count: 'tasks over 50 ms by the clock',
} as const;
