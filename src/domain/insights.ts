import type { ContactEntry, Entry } from './entry.js';
import type { TimeRange } from './filter.js';
import type { Insight } from './insight.js';
import type { Interaction } from './interaction.js';
import { moodOf, satisfactionOf } from './satisfaction.js';
import { placeIn } from './sorted.js';
import { wasAnswered } from './taken.js';
import type { Task } from './task.js';
import type { InsightThresholds } from './thresholds.js';
import { day, dayNumber, hour } from './zoned-day.js';

/** The entries of a journey that can prove something, each list oldest first. */
export interface Known {
  readonly all: readonly Entry[];
  readonly contacts: readonly ContactEntry[];
  /** Those that say how the customer felt. */
  readonly opinions: readonly Entry[];
}

/** What decides beside the entries what is worth a notice. */
export interface InsightContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA zone in which days begin; the runtime's own when undefined. */
  readonly zone: string | undefined;
  /** The agent's own contact. */
  readonly task: Pick<Task, 'interactionId' | 'channel' | 'direction'> | undefined;
  /** Without it nobody knows when this agent last spoke with the customer. */
  readonly agentId: string | undefined;
  /** From the newest event that the agent saw of this customer until they came back; undefined the first time. */
  readonly away: TimeRange | undefined;
  /** Whether the whole history is known: only then can a contact be the first. */
  readonly complete: boolean;
  readonly thresholds: InsightThresholds;
}

/** What an agent should notice, most urgent first. Looks at what lies within the thresholds, not at the whole journey. */
export function insightsOf({ all, contacts, opinions }: Known, context: InsightContext): readonly Insight[] {
  const { agentId, away, complete, now, task, thresholds } = context;
  const { noReplyDays, recentDays, satisfactionDays, spokenDays } = thresholds;
  const within = <E extends Entry>(entries: readonly E[], days: number): readonly E[] =>
    between(entries, now - days * day, now + farthestAhead);
  const isCurrent = (entry: Entry): boolean =>
    entry.kind === 'interaction' && entry.interaction.taskId === task?.interactionId;
  const recent = within(contacts, recentDays);
  const past = recent.filter((entry) => !isCurrent(entry));
  const found = [
    openContacts(past),
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
      ? about(contacts, { kind: 'first-contact' })
      : undefined,
  ];
  return found.filter((insight): insight is Insight => typeof insight === 'object');
}

/** Clocks differ, but not by more: what claims to happen later has a broken time. */
const farthestAhead = day;

/** Nobody reads more; what costs a live event must not grow with the journey. */
const most = 1000;

/** The latest entries from a time on until another, both included. */
function between<E extends Entry>(entries: readonly E[], from: number, to: number): readonly E[] {
  const end = placeIn(entries, to, (entry, time) => (entry.time <= time ? -1 : 1));
  const start = placeIn(entries, from, (entry, time) => entry.time - time);
  return entries.slice(Math.max(start, end - most), end);
}

type Told<I> = I extends Insight ? Omit<I, 'keys'> : never;

/** None without proof. */
const about = (proof: readonly Entry[], told: Told<Insight>): Insight | undefined =>
  proof.length === 0 ? undefined : { ...told, keys: proof.map(({ key }) => key) };

/** The customer came to us; what never came about is no contact. */
const isInbound = ({ direction, outcome }: Interaction): boolean => direction !== 'outbound' && outcome !== 'failed';

const isUnansweredLetter = ({ interaction }: ContactEntry): boolean =>
  interaction.channel === 'email' && isInbound(interaction) && !wasAnswered(interaction);

function openContacts(past: readonly ContactEntry[]): Insight | undefined {
  const open = past.filter((entry) => entry.interaction.outcome === 'ongoing' && !isUnansweredLetter(entry));
  return about(open, { kind: 'open', count: open.length });
}

function repeatContact(
  recent: readonly ContactEntry[],
  { now, task, thresholds: { recentDays: days, repeatContacts } }: InsightContext,
): Insight | undefined {
  const inbound = recent.filter(
    ({ interaction }) => isInbound(interaction) && interaction.startedAt >= now - days * day,
  );
  // Its events may still be on their way, but the desktop says that it is there.
  const awaited =
    task?.interactionId !== undefined &&
    task.direction !== 'outbound' &&
    !recent.some(({ interaction }) => interaction.taskId === task.interactionId);
  const count = inbound.length + Number(awaited);
  return count < repeatContacts ? undefined : about(inbound, { kind: 'repeat', count, days });
}

/** The last survey if it was a bad one; else the last mood, unless a survey came after it. */
function lowSatisfaction(opinions: readonly Entry[], { lowCsat, lowNps }: InsightThresholds): Insight | undefined {
  for (const entry of opinions.toReversed()) {
    const answer = entry.kind === 'event' ? satisfactionOf(entry.event) : undefined;
    if (answer !== undefined) {
      const { best, kind, score } = answer;
      const isLow = score / best <= (kind === 'csat' ? lowCsat / 5 : lowNps / 10);
      return isLow ? about([entry], { kind: `low-${kind}`, score, best }) : undefined;
    }
    const mood = moodOf(entry);
    if (mood !== undefined) return mood === 'negative' ? about([entry], { kind: 'negative-sentiment' }) : undefined;
  }
  return undefined;
}

function transferred(
  recent: readonly ContactEntry[],
  { now, thresholds: { recentDays: days, transfers } }: InsightContext,
): Insight | undefined {
  const timesOf = ({ interaction }: ContactEntry): number =>
    interaction.handovers.filter(({ at }) => at >= now - days * day).length;
  const count = recent.reduce((sum, entry) => sum + timesOf(entry), 0);
  if (count < transfers) return undefined;
  return about(
    recent.filter((entry) => timesOf(entry) > 0),
    { kind: 'transferred', count, days },
  );
}

const timeOnHold = ({ interaction }: ContactEntry): number =>
  interaction.legs.reduce((sum, { from, kind, to = from }) => (kind === 'hold' ? sum + to - from : sum), 0);

function heldLong(recent: readonly ContactEntry[], { holdSeconds }: InsightThresholds): Insight | undefined {
  const held = recent.filter((entry) => timeOnHold(entry) >= holdSeconds * 1000);
  return about(held, { kind: 'held', duration: Math.max(...held.map(timeOnHold)) });
}

/** A letter counts as answered by one that an agent took, or wrote, after it. */
function withoutReply(contacts: readonly ContactEntry[]): Insight | undefined {
  const answer = contacts.findLastIndex(
    ({ interaction }) => interaction.channel === 'email' && wasAnswered(interaction),
  );
  const letters = contacts.slice(answer + 1).filter(isUnansweredLetter);
  return about(letters, { kind: 'no-reply', count: letters.length });
}

function abandoned(past: readonly ContactEntry[], { now, zone }: InsightContext): Insight | undefined {
  const answer = past.findLastIndex(({ interaction }) => wasAnswered(interaction));
  const given = past
    .slice(answer + 1)
    .filter(
      ({ interaction: { channel, direction, outcome } }) =>
        channel !== 'email' && direction !== 'outbound' && (outcome === 'abandoned' || outcome === 'not-answered'),
    );
  const last = given.at(-1)?.time ?? now;
  const daysAgo = Math.max(0, dayNumber(now, zone) - dayNumber(last, zone));
  return about(given, { kind: 'abandoned', count: given.length, daysAgo });
}

function channelSwitched(
  recent: readonly ContactEntry[],
  { now, task, thresholds: { switchHours } }: InsightContext,
): Insight | undefined {
  if (task?.interactionId === undefined) return undefined;
  const current = recent.find(({ interaction }) => interaction.taskId === task.interactionId);
  const to = current?.interaction.channel ?? task.channel;
  const startedAt = current?.interaction.startedAt ?? now;
  const before = recent.findLast(
    ({ interaction, time }) =>
      isInbound(interaction) &&
      interaction.channel !== to &&
      interaction.startedAt < startedAt &&
      (interaction.endedAt ?? time) >= startedAt - switchHours * hour,
  );
  if (before === undefined || to === undefined) return undefined;
  const from = before.interaction.channel;
  return about(current === undefined ? [before] : [before, current], { kind: 'switched', from, to });
}

function since(
  kind: 'since-looked' | 'since-spoken',
  entries: readonly Entry[],
  isCurrent: (entry: Entry) => boolean,
): Insight | undefined {
  const news = entries.filter((entry) => !isCurrent(entry));
  // Rather nothing than a number that is not true.
  return entries.length === most ? undefined : about(news, { kind, count: news.length });
}

function sinceSpoken(
  all: readonly Entry[],
  contacts: readonly ContactEntry[],
  { agentId, now }: InsightContext,
  isCurrent: (entry: Entry) => boolean,
): Insight | undefined {
  const last = contacts.findLast((entry) => !isCurrent(entry) && entry.interaction.agents.some((id) => id === agentId));
  return last && since('since-spoken', between(all, last.time + 1, now + farthestAhead), isCurrent);
}
