import { uiDataOf } from './details.js';
import type { JourneyEvent } from './event.js';
import { entryOfEvent, entryOfInteraction, type Entry } from './entry.js';
import type { Gap } from './gap.js';
import { contactOf, interactionFrom } from './interaction.js';
import { dayKey } from './time.js';

/** Where events may be missing; stands at the later end of its stretch of time. */
export interface GapLine {
  readonly kind: 'gap';
  readonly key: 'gap';
  readonly time: number;
  readonly gap: Gap;
}

/** The entries of one calendar day, newest first; `day` is `yyyy-MM-dd` in the agent's zone. */
export interface TimelineDay<Line = Entry> {
  readonly day: string;
  readonly entries: readonly Line[];
}

/**
 * What the timeline shows of a journey's events, newest first: the events of one task as one entry, where its latest
 * event stands; all others by themselves. Events whose publisher hides them are left out.
 */
export function entriesFrom(events: Iterable<JourneyEvent>, now: number): readonly Entry[] {
  const contacts = new Map<string, JourneyEvent[]>();
  const lines: { readonly event: JourneyEvent; readonly contact: readonly JourneyEvent[] | undefined }[] = [];
  for (const event of events) {
    if (uiDataOf(event).hidden) continue;
    const taskId = contactOf(event);
    const known = taskId === undefined ? undefined : contacts.get(taskId);
    if (known !== undefined) {
      known.push(event);
      continue;
    }
    const contact = taskId === undefined ? undefined : [event];
    if (taskId !== undefined && contact !== undefined) contacts.set(taskId, contact);
    lines.push({ event, contact });
  }
  return lines.map(({ event, contact }) =>
    contact === undefined ? entryOfEvent(event) : entryOfInteraction(interactionFrom(contact, now)),
  );
}

/** Every zone's days begin at a quarter of an hour of universal time, so one answer serves for all times within one. */
const quarterHour = 15 * 60 * 1000;

/** Groups entries, newest first, by the calendar days of a zone. */
export function daysFrom(entries: readonly Entry[], zone: string | undefined): readonly TimelineDay[] {
  const dayOfQuarter = new Map<number, string>();
  const days: { readonly day: string; readonly entries: Entry[] }[] = [];
  for (const entry of entries) {
    const quarter = Math.floor(entry.time / quarterHour);
    let day = dayOfQuarter.get(quarter);
    if (day === undefined) dayOfQuarter.set(quarter, (day = dayKey(entry.time, zone)));
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/**
 * Puts a gap at its place: below all that is known from its later end on, above all that is older; on a day of its own
 * where its day has no entry.
 */
export function withGap(
  days: readonly TimelineDay[],
  gap: Gap | undefined,
  zone: string | undefined,
): readonly TimelineDay<Entry | GapLine>[] {
  if (gap === undefined) return days;
  const known: readonly TimelineDay<Entry | GapLine>[] = days;
  const line: Entry | GapLine = { kind: 'gap', key: 'gap', time: gap.to, gap };
  const isOlder = (entry: Entry | GapLine | undefined): boolean => entry !== undefined && entry.time < gap.to;
  const day = dayKey(gap.to, zone);
  const firstOlder = known.findIndex(({ entries }) => isOlder(entries.at(-1)));
  const here = firstOlder === -1 ? known.length : firstOlder;
  const index = known[here]?.day !== day && known[here - 1]?.day === day ? here - 1 : here;
  const shared = known[index];
  if (shared?.day !== day) return known.toSpliced(index, 0, { day, entries: [line] });
  const place = shared.entries.findIndex(isOlder);
  const entries = shared.entries.toSpliced(place === -1 ? shared.entries.length : place, 0, line);
  return known.with(index, { day, entries });
}
