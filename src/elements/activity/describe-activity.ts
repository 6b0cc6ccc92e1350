import type { Activity } from '../../domain/timeline/activity.js';
import type { Channel } from '../../domain/event/channel.js';
import type { Messages } from '../../i18n/messages.js';
import type { ActivityDates } from './activity-dates.js';

/** From the bottom of a bar to its top: those that share a colour lie together. */
const channelOrder: readonly Channel[] = [
  ...(['voice', 'chat', 'video', 'email', 'sms', 'social', 'web', 'work-item', 'agent', 'custom'] as const),
];

/** What an activity adds up to. */
export interface ActivityTotals {
  readonly entries: number;
  /** Those that occur, in the order in which they are stacked. */
  readonly channels: readonly (readonly [Channel, number])[];
  /** Entries of each bin. */
  readonly bins: readonly number[];
}

export function totalsOf({ bins }: Activity): ActivityTotals {
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
  const totals = bins.map((bin) => sum(bin.values()));
  const channels = channelOrder.map((channel) => [channel, sum(bins.map((bin) => bin.get(channel) ?? 0))] as const);
  return { entries: sum(totals), channels: channels.filter(([, count]) => count > 0), bins: totals };
}

/** Says what the strip shows, for those who do not see it. */
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
