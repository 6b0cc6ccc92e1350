import {
  abandoned,
  channelSwitched,
  heldLong,
  openInteractions,
  repeatContact,
  transferred,
  withoutReply,
} from './interaction-insights.js';
import type { InteractionEntry, Entry, TimelineEntries } from '../timeline/entry.js';
import { provenBy, type Insight } from '../timeline/insight.js';
import type { InsightContext } from './insight-context.js';
import { entrySentiment, satisfactionOf } from '../timeline/satisfaction.js';
import { insertionIndex } from '../base/sorted-list.js';
import type { InsightThresholds } from './thresholds.js';
import { day } from '../time/calendar-day.js';

/** What an agent should notice, most urgent first. Looks at what lies within the thresholds, not at the whole journey. */
export function insightsOf({ all, contacts, opinions }: TimelineEntries, context: InsightContext): readonly Insight[] {
  const { agentId, away, complete, now, task, thresholds } = context;
  const { noReplyDays, recentDays, satisfactionDays, spokenDays } = thresholds;
  const within = <E extends Entry>(entries: readonly E[], days: number): readonly E[] =>
    between(entries, now - days * day, now + farthestAhead);
  const isCurrent = (entry: Entry): boolean =>
    entry.kind === 'interaction' && entry.interaction.taskId === task?.interactionId;
  const recent = within(contacts, recentDays);
  const past = recent.filter((entry) => !isCurrent(entry));
  const found = [
    openInteractions(past),
    repeatContact(recent, context),
    lowSatisfaction(
      within(opinions, satisfactionDays).filter((entry) => !isCurrent(entry)),
      thresholds,
    ),
    transferred(recent, context),
    withoutReply(within(contacts, noReplyDays).filter((entry) => !isCurrent(entry))),
    heldLong(recent, thresholds),
    abandoned(past, context),
    channelSwitched(recent, context),
    away && since('since-looked', between(all, away.from + 1, away.to), isCurrent),
    agentId && sinceSpoken(all, within(contacts, spokenDays), context, isCurrent),
    complete && contacts.length === 1 && contacts.every(isCurrent)
      ? provenBy(contacts, { kind: 'first-contact' })
      : undefined,
  ];
  return found.filter((insight): insight is Insight => typeof insight === 'object');
}

/** The most that clocks differ. An event later than that has a wrong time. */
const farthestAhead = day;

/** The maximum number of entries that are read, so that a live event costs the same in a long journey. */
const most = 1000;

/** The latest entries from one time to another, both included. */
function between<E extends Entry>(entries: readonly E[], from: number, to: number): readonly E[] {
  const end = insertionIndex(entries, to, (entry, time) => (entry.time <= time ? -1 : 1));
  const start = insertionIndex(entries, from, (entry, time) => entry.time - time);
  return entries.slice(Math.max(start, end - most), end);
}

/** The last survey if its answer was bad; else the last mood, unless a survey came after it. */
function lowSatisfaction(opinions: readonly Entry[], { lowCsat, lowNps }: InsightThresholds): Insight | undefined {
  for (const entry of opinions.toReversed()) {
    const answer = entry.kind === 'event' ? satisfactionOf(entry.event) : undefined;
    if (answer !== undefined) {
      const { best, kind, score } = answer;
      const isLow = score / best <= (kind === 'csat' ? lowCsat / 5 : lowNps / 10);
      return isLow ? provenBy([entry], { kind: `low-${kind}`, score, best }) : undefined;
    }
    const mood = entrySentiment(entry);
    if (mood !== undefined) return mood === 'negative' ? provenBy([entry], { kind: 'negative-sentiment' }) : undefined;
  }
  return undefined;
}

function since(
  kind: 'since-looked' | 'since-spoken',
  entries: readonly Entry[],
  isCurrent: (entry: Entry) => boolean,
): Insight | undefined {
  const news = entries.filter((entry) => !isCurrent(entry));
  // No notice is better than a wrong number.
  return entries.length === most ? undefined : provenBy(news, { kind, count: news.length });
}

function sinceSpoken(
  all: readonly Entry[],
  contacts: readonly InteractionEntry[],
  { agentId, now }: InsightContext,
  isCurrent: (entry: Entry) => boolean,
): Insight | undefined {
  const last = contacts.findLast((entry) => !isCurrent(entry) && entry.interaction.agents.some((id) => id === agentId));
  return last && since('since-spoken', between(all, last.time + 1, now + farthestAhead), isCurrent);
}
