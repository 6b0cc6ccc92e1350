import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { InteractionRecord } from '../../domain/interaction/interaction-record.js';
import type { JourneyEvent } from '../../domain/event/event.js';
import type { Interaction } from '../../domain/interaction/interaction.js';
import { clockTime, durationText } from '../../domain/time/format-time.js';
import type { Messages } from '../../i18n/messages.js';
import { eventTitle } from './describe-entry.js';
import type { Display } from '../shared/text/display.js';
import { exactTime } from '../shared/text/exact-time.js';
import { highlightedText } from '../shared/text/highlighted-text.js';
import { timeElement } from '../shared/text/time-element.js';
import type { Leg } from '../../domain/interaction/leg.js';

/** Most events listed at first. Only a faulty interaction has more. */
const mostEvents = 100;

/** What the details depend on, apart from the interaction. */
export interface ContactSetting {
  readonly record: InteractionRecord | undefined;
  readonly agentOf: (leg: Leg) => string | undefined;
  readonly agentName: (id: string) => string | undefined;
  readonly terms: readonly string[];
  /** Keys of the open events and of their raw data. */
  readonly openEvents: ReadonlySet<string>;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly display: Display;
  readonly toggle: (key: string, open: boolean) => void;
  /** Renders an open event. */
  readonly shownOf: (event: JourneyEvent) => TemplateResult;
  /** Renders the search matches of a closed event. */
  readonly foundIn: (event: JourneyEvent, title: string) => TemplateResult | typeof nothing;
}

/** The details of an interaction: its fields and its list of events. */
export function contactDetails(interaction: Interaction, setting: ContactSetting): TemplateResult {
  const { entry, profile } = setting.display.messages;
  const { events, taskId } = interaction;
  const all = `all ${taskId}`;
  const whole = events.length <= mostEvents || setting.openEvents.has(all);
  return html`<wayline-details
      part="fields"
      .rows=${rowsOf(interaction, setting).flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))}
      .terms=${setting.terms}
      .display=${setting.display}
    ></wayline-details>
    <h4>${entry.events({ count: events.length })}</h4>
    <ol role="list">
      ${repeat(
        whole ? events : events.slice(0, mostEvents),
        ({ key }) => key,
        (event) => eventRow(event, setting),
      )}
    </ol>
    ${
      whole
        ? nothing
        : html`<button class="fold" type="button" @click=${() => setting.toggle(all, true)}>
            ${profile.showAll({ count: events.length })}
          </button>`
    }`;
}

function rowsOf(
  interaction: Interaction,
  setting: ContactSetting,
): readonly (readonly [label: string, value: string | undefined])[] {
  const { display, now, record } = setting;
  const { locale, messages, zone } = display;
  const { channels, details, directions, handovers, legs, outcomes, separator } = messages;
  const { channel, direction, endedAt, outcome, queues, startedAt, taskId } = interaction;
  return [
    [details.outcome, outcomes[outcome]],
    [details.reason, endingOf(interaction, messages)],
    [channels.agent, textOfAll(agentsOf(interaction, setting), separator)],
    ...interaction.transfers.map(
      ({ at, kind, queue }) =>
        [details.transfer, textOfAll([clockTime(at, zone, locale, true), handovers[kind], queue], separator)] as const,
    ),
    [details.queue, textOfAll(queues, ' › ')],
    [legs['wrap-up'], record?.wrapUp],
    [details.csat, record?.csat?.toLocaleString(locale)],
    [details.channel, channels[channel]],
    [details.direction, direction && directions[direction]],
    [details.started, exactTime(startedAt, now, display)],
    [details.ended, endedAt === undefined ? undefined : exactTime(endedAt, now, display)],
    [details.duration, endedAt === undefined ? undefined : durationText(endedAt - startedAt)],
    [details.taskId, taskId],
  ];
}

/** The agents' names; an ID where the name is unknown. Includes agents who were only consulted. */
function agentsOf(
  { agents, legs }: Interaction,
  { agentName, agentOf }: ContactSetting,
): readonly (string | undefined)[] {
  const served = legs.filter(({ kind }) => kind === 'talk' || kind === 'conference');
  const others = agents.filter((agent) => !served.some((leg) => leg.agent === agent));
  const named = served.map((leg) => agentOf(leg) ?? leg.agent);
  return [...new Set([...named, ...others.map((agent) => agentName(agent) ?? agent)])];
}

function eventRow(event: JourneyEvent, setting: ContactSetting): TemplateResult {
  const { openEvents, terms } = setting;
  const { locale, messages, zone } = setting.display;
  const open = openEvents.has(event.key);
  const title = eventTitle(event, messages);
  return html`<li>
    <button
      class="event"
      type="button"
      aria-expanded=${open ? 'true' : 'false'}
      @click=${() => setting.toggle(event.key, !open)}
    >
      <bdi>${highlightedText(title, terms)}</bdi> ${timeElement(event.time, clockTime(event.time, zone, locale, true))}
    </button>
    ${open ? html`<div class="within">${setting.shownOf(event)}</div>` : setting.foundIn(event, title)}
  </li>`;
}

/**
 * Who ended the interaction, and the reason the contact center recorded if it says more; `undefined` when neither is
 * known.
 */
export function endingOf({ endedBy, reason }: Interaction, { entry, separator }: Messages): string | undefined {
  const by = endedBy && entry.endedBy[endedBy];
  const same = reason?.toLowerCase() === by?.toLowerCase();
  return textOfAll([by, same ? undefined : reason], separator);
}

/** Joins the known parts; `undefined` when none is known, so that the row is left out. */
const textOfAll = (parts: readonly (string | undefined)[], between: string): string | undefined =>
  parts.filter((part) => part !== undefined).join(between) || undefined;
