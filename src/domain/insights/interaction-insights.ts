import type { InteractionEntry } from '../timeline/entry.js';
import { provenBy, type Insight } from '../timeline/insight.js';
import type { InsightContext } from './insight-context.js';
import type { Interaction } from '../interaction/interaction.js';
import { wasEverAnswered } from '../interaction/answered.js';
import type { InsightThresholds } from './thresholds.js';
import { day, dayNumber, hour } from '../time/calendar-day.js';

/*
 * The insights that contacts prove, one rule each; contacts oldest first. `recent`: the contacts of the days that
 * count. `past`: those without the current one.
 */

/** The customer started the contact, and it took place. */
const isInbound = ({ direction, outcome }: Interaction): boolean => direction !== 'outbound' && outcome !== 'failed';

const isUnansweredLetter = ({ interaction }: InteractionEntry): boolean =>
  interaction.channel === 'email' && isInbound(interaction) && !wasEverAnswered(interaction);

/** Contacts that are still open; `undefined` if there are none. Letters without a reply do not count. */
export function openInteractions(past: readonly InteractionEntry[]): Insight | undefined {
  const open = past.filter((entry) => entry.interaction.outcome === 'ongoing' && !isUnansweredLetter(entry));
  return provenBy(open, { kind: 'open', count: open.length });
}

/** As many inbound contacts as `repeatContacts` in the last `recentDays`; `undefined` if there were fewer. */
export function repeatContact(
  recent: readonly InteractionEntry[],
  { now, task, thresholds: { recentDays: days, repeatContacts } }: InsightContext,
): Insight | undefined {
  const inbound = recent.filter(
    ({ interaction }) => isInbound(interaction) && interaction.startedAt >= now - days * day,
  );
  // Its events may not have arrived yet, but the desktop has the task.
  const awaited =
    task?.interactionId !== undefined &&
    task.direction !== 'outbound' &&
    !recent.some(({ interaction }) => interaction.taskId === task.interactionId);
  const count = inbound.length + Number(awaited);
  return count < repeatContacts ? undefined : provenBy(inbound, { kind: 'repeat', count, days });
}

/** As many transfers as `transfers` in the last `recentDays`; `undefined` if there were fewer. */
export function transferred(
  recent: readonly InteractionEntry[],
  { now, thresholds: { recentDays: days, transfers } }: InsightContext,
): Insight | undefined {
  const timesOf = ({ interaction }: InteractionEntry): number =>
    interaction.transfers.filter(({ at }) => at >= now - days * day).length;
  const count = recent.reduce((sum, entry) => sum + timesOf(entry), 0);
  if (count < transfers) return undefined;
  return provenBy(
    recent.filter((entry) => timesOf(entry) > 0),
    { kind: 'transferred', count, days },
  );
}

const timeOnHold = ({ interaction }: InteractionEntry): number =>
  interaction.legs.reduce((sum, { from, kind, to = from }) => (kind === 'hold' ? sum + to - from : sum), 0);

/** Contacts with at least `holdSeconds` on hold, and the longest time, milliseconds; `undefined` if there are none. */
export function heldLong(recent: readonly InteractionEntry[], { holdSeconds }: InsightThresholds): Insight | undefined {
  const held = recent.filter((entry) => timeOnHold(entry) >= holdSeconds * 1000);
  return provenBy(held, { kind: 'held', duration: Math.max(...held.map(timeOnHold)) });
}

/** A message is answered if an agent answered or wrote a contact after it. */
export function withoutReply(contacts: readonly InteractionEntry[]): Insight | undefined {
  const answer = contacts.findLastIndex(
    ({ interaction }) => interaction.channel === 'email' && wasEverAnswered(interaction),
  );
  const letters = contacts.slice(answer + 1).filter(isUnansweredLetter);
  return provenBy(letters, { kind: 'no-reply', count: letters.length });
}

/** Contacts, except email, that no agent answered since the last answered one; `undefined` if there are none. */
export function abandoned(past: readonly InteractionEntry[], { now, zone }: InsightContext): Insight | undefined {
  const answer = past.findLastIndex(({ interaction }) => wasEverAnswered(interaction));
  const given = past
    .slice(answer + 1)
    .filter(
      ({ interaction: { channel, direction, outcome } }) =>
        channel !== 'email' && direction !== 'outbound' && (outcome === 'abandoned' || outcome === 'not-answered'),
    );
  const last = given.at(-1)?.time ?? now;
  const daysAgo = Math.max(0, dayNumber(now, zone) - dayNumber(last, zone));
  return provenBy(given, { kind: 'abandoned', count: given.length, daysAgo });
}

/** A contact in another channel at most `switchHours` before the current one; `undefined` if there is none. */
export function channelSwitched(
  recent: readonly InteractionEntry[],
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
  return provenBy(current === undefined ? [before] : [before, current], { kind: 'switched', from, to });
}
