import { html, nothing, type TemplateResult } from 'lit';
import { durationText } from '../../domain/time/format-time.js';
import type { FirstMessages } from '../../i18n/messages.js';
import { legSegments, legendOf } from './leg-segments.js';
import { cssProperty } from '../shared/style/css-property.js';
import type { Leg } from '../../domain/interaction/leg.js';

const widthOf = (duration: number) => cssProperty('flex-grow', String(Math.ceil(duration / 1000)));

/**
 * The legs of an interaction as a proportional bar, with a legend that shows the same as text.
 *
 * @param nameOf returns the name of a leg's agent
 */
export function legBar(
  legs: readonly Leg[],
  now: number,
  nameOf: (leg: Leg) => string | undefined,
  { entry, legs: names }: FirstMessages,
): TemplateResult | typeof nothing {
  const segments = legSegments(legs, now, nameOf);
  if (segments.length === 0) return nothing;
  return html`<div class="bar" aria-hidden="true">
      ${segments.map(({ kind, duration }) => html`<i class=${kind} ${widthOf(duration)}></i>`)}
    </div>
    <ul class="legend" role="list" aria-label=${entry.course}>
      ${legendOf(segments).map(({ kind, name, duration }) => {
        const leg = entry.leg({ leg: name ?? names[kind], duration: durationText(duration) });
        return html`<li class=${kind} dir="auto">${leg}</li>`;
      })}
    </ul>`;
}
