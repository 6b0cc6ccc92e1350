import type { Activity } from '../../domain/timeline/activity.js';
import type { Channel } from '../../domain/event/channel.js';
import type { ActivityTotals } from './describe-activity.js';

/** The top of the scale is no lower, so that a single entry does not tower. */
const lowestTop = 4;

/** The lowest bar, so that a single entry can be seen beside thousands. */
const lowest = 2;

/**
 * The stacked bars as the outlines of one path for each channel, a bin one unit wide, `height` units high. The scale is
 * a line of arithmetic, for which no library is worth its size.
 */
export function barsOf(
  { bins }: Activity,
  { bins: totals, channels }: ActivityTotals,
  height: number,
): readonly (readonly [Channel, string])[] {
  const top = Math.max(lowestTop, ...totals);
  const stacked = totals.map(() => height);
  return channels.map(([channel]) => {
    const outlines = bins.map((bin, index) => {
      const [count = 0, total = 0, base = 0] = [bin.get(channel), totals[index], stacked[index]];
      if (count === 0) return '';
      const high = ((lowest + ((height - lowest) * total) / top) * count) / total;
      stacked[index] = base - high;
      return `M${index + 0.125} ${base.toFixed(2)}h.75v${(-high).toFixed(2)}h-.75z`;
    });
    return [channel, outlines.join('')];
  });
}
