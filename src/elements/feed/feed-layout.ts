import { createDayKeyCache } from '../../domain/time/day-key-cache.js';
import { insertionIndex, spliceMany } from '../../domain/base/sorted-list.js';
import { createSizeIndex } from './size-index.js';
import type { EntryOrder } from '../shared/events/filter-event.js';
import { changedRange, lineOrder, type Line } from './feed-lines.js';

/** One line to render. */
export interface FeedLine {
  readonly line: Line;
  /** Index from the top of the whole feed; 0 for the first line. */
  readonly place: number;
  /** Space above it for lines that are not rendered. All sizes are in CSS pixels. */
  readonly before: number;
}

/**
 * The rendered part of one day. It has the height of the whole day, so that its heading stays while the day scrolls.
 */
export interface FeedDay {
  /** `yyyy-MM-dd`; empty for a time outside of the calendar. */
  readonly day: string;
  /** Unique in a layout, even if a day appears twice. */
  readonly key: string;
  readonly before: number;
  readonly lines: readonly FeedLine[];
  readonly after: number;
}

/** The lines to render, and the space around them. */
export interface FeedLayout {
  readonly days: readonly FeedDay[];
  readonly length: number;
  /** Space below the last rendered day. */
  readonly after: number;
}

/** The position of every line of the feed, rendered or not. A place is an index from the top, in both orders. */
export interface Feed {
  readonly length: number;
  /** Sets the lines, oldest first. Only changed lines cost time. */
  update(lines: readonly Line[], order: EntryOrder, zone: string | undefined): void;
  /** The line at a place. */
  lineAt(place: number): Line | undefined;
  /** The place of a line; for a removed line, the place it would have. */
  placeOf(line: Line): number;
  /** The place of the line with the same key, also if it moved; `undefined` if it was removed. */
  find(line: Line): number | undefined;
  /** The top of the line, below the heading of its day. */
  topOf(place: number): number;
  /** The place at an offset from the top of the feed; outside of the feed the nearest one, -1 in an empty feed. */
  placeAt(offset: number): number;
  /** Sets the measured height of a line. */
  measure(place: number, size: number): void;
  /** Forgets all measured heights, because the width changed. */
  forget(): void;
  /**
   * The layout for rendering these places.
   *
   * @param places in ascending order
   */
  layOut(places: readonly number[]): FeedLayout;
}

/** Height of a day heading in the style sheet, in CSS pixels. */
export const headingSize = 34;

/** Estimated height before a line is measured: a card with its leg bar, or a row with two lines of text. */
const guess = (line: Line): number => (line.kind === 'interaction' && line.interaction.endedAt !== undefined ? 98 : 56);

/** Creates an empty feed. */
export function createFeed(): Feed {
  const extents = createSizeIndex();
  const measured = new Map<string, number>();
  let lines: readonly Line[] = [];
  /** The key of each line's day. */
  const days: string[] = [];
  let shownOrder: EntryOrder = 'newest-first';
  let shownZone: string | undefined;
  let dayOf = createDayKeyCache(undefined);

  /** Converts a place to an index and back. */
  const flip = (index: number): number => (shownOrder === 'newest-first' ? lines.length - 1 - index : index);
  const beginsDay = (index: number): boolean =>
    days[index] !== days[shownOrder === 'newest-first' ? index + 1 : index - 1];
  const sizeOf = (index: number): number => {
    const line = lines[index]!;
    return (measured.get(line.key) ?? guess(line)) + (beginsDay(index) ? headingSize : 0);
  };
  /** The top of a line, including the heading of its day. */
  const edgeOf = (place: number): number => {
    const index = flip(place);
    return shownOrder === 'newest-first' ? extents.total - extents.startOf(index + 1) : extents.startOf(index);
  };
  const topOf = (place: number): number => edgeOf(place) + (beginsDay(flip(place)) ? headingSize : 0);
  const endOf = (place: number): number => edgeOf(place) + extents.sizeOf(flip(place));

  const placeOf = (line: Line): number =>
    Math.max(0, Math.min(lines.length - 1, flip(insertionIndex(lines, line, lineOrder))));

  /** The last place of the same day in one direction. */
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
      // A neighbour might have gained or lost its day heading.
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
      // A line moves only when it becomes newer.
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
          // When clocks go back over midnight, a day appears twice, interrupted by a minute of the next day.
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
