import type { Activity } from '../../domain/timeline/activity.js';
import type { Channel } from '../../domain/event/channel.js';
import type { Messages } from '../../i18n/messages.js';
import type { ActivityDates } from './activity-dates.js';

/** The stacking order, from bottom to top. Channels with the same colour are next to each other. */
const channelOrder: readonly Channel[] = [
  ...(['voice', 'chat', 'video', 'email', 'sms', 'social', 'web', 'work-item', 'agent', 'custom'] as const),
];

/** The sums of an activity. */
export interface ActivityTotals {
  readonly entries: number;
  /** The channels that occur, in stacking order. */
  readonly channels: readonly (readonly [Channel, number])[];
  /** Number of entries in each bin. */
  readonly bins: readonly number[];
}

/** Adds up an activity. */
export function totalsOf({ bins }: Activity): ActivityTotals {
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
  const totals = bins.map((bin) => sum(bin.values()));
  const channels = channelOrder.map((channel) => [channel, sum(bins.map((bin) => bin.get(channel) ?? 0))] as const);
  return { entries: sum(totals), channels: channels.filter(([, count]) => count > 0), bins: totals };
}

/** Describes the strip as text, for screen readers. */
export function describeActivity(
  { edges }: Activity,
  { entries, channels, bins }: ActivityTotals,
  dates: ActivityDates,
  { activity, channels: names, language }: Messages,
): string {
  const [begin = 0, end = begin] = [edges[0], edges.at(-1)];
  const [first, last] = [dates.day(begin), dates.day(end - 1)];
  if (entries === 0) return activity.nothing({ from: first, to: last });
  const shares = channels.map(([channel, count]) => activity.share({ count, channel: names[channel] }));
  const list = new Intl.ListFormat(language, { type: 'unit' }).format(shares);
  const summary = activity.summary({ count: entries, from: first, to: last, channels: list });
  const most = Math.max(...bins);
  const busiest = bins.indexOf(most);
  const [from = 0, to = 0] = edges.slice(busiest, busiest + 2);
  return `${summary} ${activity.busiest({ when: dates.stretch({ from, to }), count: most })}`;
}
