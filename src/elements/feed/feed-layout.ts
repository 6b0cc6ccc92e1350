import { createDayKeyCache } from '../../domain/time/day-key-cache.js';
import { insertionIndex, spliceMany } from '../../domain/base/sorted-list.js';
import { createSizeIndex } from './size-index.js';
import type { EntryOrder } from '../shared/events/filter-event.js';
import { changedRange, lineOrder, type Line } from './feed-lines.js';

/** One line that is drawn. */
export interface FeedLine {
  readonly line: Line;
  /** Counted from the top of the whole feed, 0 for the first. */
  readonly place: number;
  /** Room above it for lines that are not drawn. Pixels, as all sizes here. */
  readonly before: number;
}

/** What is drawn of one day. It is as tall as the whole day, so that its heading stays while the day passes by. */
export interface FeedDay {
  /** `yyyy-MM-dd`, empty for a time that no calendar has. */
  readonly day: string;
  readonly key: string;
  readonly before: number;
  readonly lines: readonly FeedLine[];
  readonly after: number;
}

export interface FeedLayout {
  readonly days: readonly FeedDay[];
  readonly length: number;
  /** Room below the last day drawn. */
  readonly after: number;
}

/** Where every line of the feed stands, drawn or not. A place counts from the top, whatever the order. */
export interface Feed {
  readonly length: number;
  /** `lines` oldest first. Costs what has changed since the last time. */
  update(lines: readonly Line[], order: EntryOrder, zone: string | undefined): void;
  lineAt(place: number): Line | undefined;
  /** Where a line stands, or would stand if it were still there. */
  placeOf(line: Line): number;
  /** Where the line of the same key stands, even if it has moved; `undefined` when it has gone. */
  find(line: Line): number | undefined;
  /** Top of the line itself, below the heading of its day. */
  topOf(place: number): number;
  /** The line at a distance from the top of the feed; the nearest one beyond either end, -1 when there is none. */
  placeAt(offset: number): number;
  measure(place: number, size: number): void;
  /** Forgets what was measured: the width is another one. */
  forget(): void;
  /** @param places in ascending order */
  layOut(places: readonly number[]): FeedLayout;
}

/** How tall a day's heading is, as the style sheet has it. Pixels. */
export const headingSize = 34;

/** What an entry takes before anybody has seen it: a card with its bar, or a row with two lines of text. */
const guess = (line: Line): number => (line.kind === 'interaction' && line.interaction.endedAt !== undefined ? 98 : 56);

export function createFeed(): Feed {
  const extents = createSizeIndex();
  const measured = new Map<string, number>();
  let lines: readonly Line[] = [];
  /** The key of each line's day. */
  const days: string[] = [];
  let shownOrder: EntryOrder = 'newest-first';
  let shownZone: string | undefined;
  let dayOf = createDayKeyCache(undefined);

  /** From place to index and back. */
  const flip = (index: number): number => (shownOrder === 'newest-first' ? lines.length - 1 - index : index);
  const beginsDay = (index: number): boolean =>
    days[index] !== days[shownOrder === 'newest-first' ? index + 1 : index - 1];
  const sizeOf = (index: number): number => {
    const line = lines[index]!;
    return (measured.get(line.key) ?? guess(line)) + (beginsDay(index) ? headingSize : 0);
  };
  /** Top of what belongs to a line, its day's heading included. */
  const edgeOf = (place: number): number => {
    const index = flip(place);
    return shownOrder === 'newest-first' ? extents.total - extents.startOf(index + 1) : extents.startOf(index);
  };
  const topOf = (place: number): number => edgeOf(place) + (beginsDay(flip(place)) ? headingSize : 0);
  const endOf = (place: number): number => edgeOf(place) + extents.sizeOf(flip(place));

  const placeOf = (line: Line): number =>
    Math.max(0, Math.min(lines.length - 1, flip(insertionIndex(lines, line, lineOrder))));

  /** The last place of the same day in a direction. */
  const edgeOfDay = (place: number, direction: 1 | -1): number => {
    const day = days[flip(place)];
    let edge = place;
    for (let next = place + direction; next >= 0 && next < lines.length; next += direction) {
      if (days[flip(next)] !== day) break;
      edge = next;
    }
    return edge;
  };

  const clear = (): void => {
    extents.splice(0, extents.length, []);
    lines = [];
    days.length = 0;
  };

  return {
    get length() {
      return lines.length;
    },
    update(next, nextOrder, zone) {
      if (zone !== shownZone) dayOf = createDayKeyCache(zone);
      if (nextOrder !== shownOrder || zone !== shownZone) clear();
      shownOrder = nextOrder;
      shownZone = zone;
      if (next === lines) return;
      const { start, old, now } = changedRange(lines, next);
      lines = next;
      const fresh = next.slice(start, start + now).map(({ time }) => dayOf(time) || String(Math.sign(time)));
      spliceMany(days, start, old, fresh);
      // A neighbour may have got or lost the heading of its day.
      const from = Math.max(0, start - 1);
      const to = Math.min(lines.length, start + now + 1);
      const kept = start - from + (to - start - now);
      extents.splice(
        from,
        old + kept,
        Array.from({ length: to - from }, (_, offset) => sizeOf(from + offset)),
      );
    },
    lineAt: (place) => lines[flip(place)],
    placeOf,
    find(line) {
      const place = placeOf(line);
      if (lines[flip(place)]?.key === line.key) return place;
      // What moves has become newer.
      const index = lines.findLastIndex(({ key }) => key === line.key);
      return index < 0 ? undefined : flip(index);
    },
    topOf,
    placeAt(offset) {
      const at = extents.indexAt(shownOrder === 'newest-first' ? extents.total - offset : offset);
      return at < 0 ? -1 : flip(at);
    },
    measure(place, size) {
      const index = flip(place);
      const line = lines[index];
      if (line === undefined) return;
      measured.set(line.key, size);
      extents.resize(index, sizeOf(index));
    },
    forget() {
      measured.clear();
      clear();
    },
    layOut(places) {
      const drawn: (FeedDay & { lines: FeedLine[]; after: number })[] = [];
      let reached = 0;
      let drawnName: string | undefined;
      const close = (): void => {
        const last = drawn.at(-1);
        const place = last?.lines.at(-1)?.place;
        if (last === undefined || place === undefined) return;
        const end = endOf(edgeOfDay(place, 1));
        last.after = end - reached;
        reached = end;
      };
      for (const place of places) {
        const index = flip(place);
        const line = lines[index];
        if (line === undefined) continue;
        const name = days[index] ?? '';
        if (name !== drawnName) {
          close();
          drawnName = name;
          const edge = edgeOf(edgeOfDay(place, -1));
          // Where clocks go back over midnight, a day comes twice: a minute of the next one lies within it.
          const key = drawn.some((one) => one.key === name) ? `${name} ${line.key}` : name;
          drawn.push({ day: dayOf(line.time), key, before: edge - reached, lines: [], after: 0 });
          reached = edge + headingSize;
        }
        drawn.at(-1)?.lines.push({ line, place, before: topOf(place) - reached });
        reached = endOf(place);
      }
      close();
      return { days: drawn, length: lines.length, after: extents.total - reached };
    },
  };
}
