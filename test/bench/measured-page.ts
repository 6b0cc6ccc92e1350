import type { LiveEvent, WidgetAdapter } from './adapter.js';
import { painted, until, watchFrames } from './frames.js';
import { median } from './statistics.js';
import { prepareJourney, prepareLive, words, type PreparedJourney } from './prepared-journey.js';

/** The other customer that the agent opens in between. */
const otherSize = 1_000;
const [mainSeed, otherSeed, liveSeed] = [1, 2, 3];

const optional = ['publish', 'scroller', 'readingPlace', 'topOf', 'search', 'toggleVoice', 'isSettled'] as const;

/** The functions that the bench calls in the page; everything is measured here. Times in milliseconds. */
export type MeasuredPage = ReturnType<typeof measuredPage>;

/** The number of elements, through all shadow roots. */
const elementsBelow = (root: ParentNode): number =>
  [...root.querySelectorAll('*')].reduce(
    (sum, { shadowRoot }) => sum + 1 + (shadowRoot ? elementsBelow(shadowRoot) : 0),
    0,
  );

export function measuredPage(adapter: WidgetAdapter) {
  let main: PreparedJourney;
  let other: PreparedJourney;
  let live: readonly LiveEvent[] = [];
  let liveBatches = 0;

  const isShown = (id: string | undefined): boolean => adapter.rows().some((ids) => ids.some((known) => known === id));
  const settled = (): boolean => adapter.isSettled?.() ?? true;

  /** Shows a customer; resolves when rows of theirs are painted. */
  async function show({ journey, newest }: PreparedJourney): Promise<number> {
    const start = performance.now();
    adapter.show(journey);
    return (await until(() => adapter.rows().some((ids) => ids.some((id) => newest.has(id))))) - start;
  }

  /** From a keystroke or click until its result is painted: `found` checks that nothing else is shown. */
  async function answered(act: () => void, found?: ReadonlySet<string>): Promise<number> {
    const start = performance.now();
    act();
    const isAnswer = () => {
      const rows = adapter.rows();
      return (
        found === undefined ||
        (rows.length > 0 === found.size > 0 && rows.every((ids) => ids.some((id) => found.has(id))))
      );
    };
    return (await until(() => settled() && isAnswer())) - start;
  }

  const scrollable = (): number => {
    const element = adapter.scroller?.();
    return element ? element.scrollHeight - element.clientHeight : 0;
  };

  async function scrollTo(top: number): Promise<void> {
    const element = adapter.scroller?.();
    if (element) element.scrollTop = top;
    for (let frame = 0; frame < 6; frame++) await painted();
  }

  const newLive = (count: number) => (live = prepareLive(liveSeed + liveBatches++, count));

  return {
    name: () => adapter.name,

    /** Which of the optional methods exist. */
    abilities: (): readonly string[] => optional.filter((name) => adapter[name] !== undefined),

    /** A fixed amount of work: it shows how fast, and how busy, the machine is. */
    calibrate(): number {
      const spin = () => {
        const start = performance.now();
        let sum = 0;
        for (let step = 0; step < 20_000_000; step++) sum = (sum + Math.imul(step, 31)) | 0;
        return sum === 0.5 ? 0 : performance.now() - start; // uses the sum, so that the loop is not optimized away
      };
      return median([spin(), spin(), spin(), spin(), spin()]);
    },

    async prepare(size: number): Promise<void> {
      main = prepareJourney(mainSeed, size);
      other = prepareJourney(otherSeed, Math.min(size, otherSize));
      await adapter.prepare();
      await painted();
    },

    async show() {
      const start = performance.now();
      const firstRows = await show(main);
      const complete = (await until(() => adapter.isComplete())) - start;
      return { firstRows, complete };
    },

    /** The number of elements at this many places from the top to the end. */
    async elements(places: number): Promise<readonly number[]> {
      const counts: number[] = [];
      for (let place = 0; place < places; place++) {
        await scrollTo((place / (places - 1)) * scrollable());
        counts.push(elementsBelow(document.body));
      }
      await scrollTo(0);
      return counts;
    },

    toMiddle: (): Promise<void> => scrollTo(scrollable() / 2),

    /** One duration per letter, and one for clearing the field. */
    async search(): Promise<readonly number[]> {
      const durations: number[] = [];
      for (const word of words) {
        for (let length = 1; length <= word.length; length++) {
          const found = length === word.length ? main.finds.get(word) : undefined;
          durations.push(await answered(() => adapter.search?.(word.slice(0, length)), found));
        }
        durations.push(await answered(() => adapter.search?.('')));
      }
      return durations;
    },

    async filter(times: number): Promise<readonly number[]> {
      const durations: number[] = [];
      for (let time = 0; time < times; time++) {
        durations.push(await answered(() => adapter.toggleVoice?.(), main.finds.get('voice')));
        durations.push(await answered(() => adapter.toggleVoice?.()));
      }
      return durations;
    },

    /** From the top to the end, an equal step per frame; `blank` counts the frames without a row in the middle. */
    async scrollThrough(frames: number) {
      const element = adapter.scroller?.();
      const step = Math.max(300, scrollable() / frames);
      let frame = 0;
      const { longest, seen } = await watchFrames(
        () => frame++ === frames,
        () => {
          const hasRow = adapter.readingPlace?.() !== undefined;
          if (element) element.scrollTop += step;
          return hasRow;
        },
      );
      await scrollTo(0);
      return { gap: longest, blank: seen.filter((hasRow) => !hasRow).length };
    },

    prepareLive: (count: number): number => newLive(count).length,

    /** Until the event is painted. */
    async liveEvent(index: number): Promise<number> {
      const start = performance.now();
      await adapter.publish?.(live.slice(index, index + 1));
      return (await until(() => isShown(live[index]?.id))) - start;
    },

    /** Two frames without an event: the cost of the measurement itself. */
    async idle(): Promise<void> {
      let frame = 0;
      await until(() => isShown('nobody') || ++frame === 2);
    },

    async burst(): Promise<number> {
      const start = performance.now();
      await adapter.publish?.(live);
      return (await until(() => isShown(live.at(-1)?.id))) - start;
    },

    /**
     * Live events at a steady rate while the agent reads in the middle. `drift`: the largest distance of the read row
     * from its place; `lost`: frames in which it was not drawn; `behind`: until the last event is known.
     */
    async storm(perSecond: number) {
      const key = adapter.readingPlace?.()?.key ?? '';
      const before = adapter.topOf?.(key);
      const start = performance.now();
      let sent = 0;
      const timer = setInterval(() => {
        const due = Math.min(live.length, Math.floor(((performance.now() - start) / 1_000) * perSecond));
        void adapter.publish?.(live.slice(sent, due));
        sent = due;
      }, 20);
      const { longest, seen } = await watchFrames(
        () => sent === live.length,
        () => adapter.topOf?.(key),
      );
      clearInterval(timer);
      const drifts = seen.flatMap((top) => (top === undefined || before === undefined ? [] : Math.abs(top - before)));
      const end = performance.now();
      await scrollTo(0);
      const behind = (await until(() => isShown(live.at(-1)?.id))) - end;
      return {
        drift: Math.max(0, ...drifts),
        lost: seen.filter((top) => top === undefined).length,
        gap: longest,
        behind,
      };
    },

    /** Switches to the other customer and back. */
    async switch() {
      const away = await show(other);
      await until(() => adapter.isComplete());
      const back = await show(main);
      await until(() => adapter.isComplete());
      return { away, back };
    },

    async switchOften(times: number): Promise<void> {
      for (let time = 0; time < times; time++) await show(time % 2 === 0 ? other : main);
    },
  };
}

/** Makes the functions available to the bench. */
export function start(adapter: WidgetAdapter): void {
  Object.assign(globalThis, { measuredPage: measuredPage(adapter) });
}
