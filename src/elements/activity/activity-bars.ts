import type { Activity } from '../../domain/timeline/activity.js';
import type { Channel } from '../../domain/event/channel.js';
import type { ActivityTotals } from './describe-activity.js';

/** Least count at the top of the scale, so that a single entry does not fill the height. */
const lowestTop = 4;

/** Least height of a bar, so that a single entry is visible beside thousands. */
const lowest = 2;

/**
 * The stacked bars: one SVG path per channel. A bin is one unit wide, the strip is `height` units high. A chart library
 * would be too large for this.
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
