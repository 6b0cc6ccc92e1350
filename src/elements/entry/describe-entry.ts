import { isContactCenterEvent, channelOf, type Channel } from '../../domain/event/channel.js';
import type { InteractionRecord } from '../../domain/interaction/interaction-record.js';
import { payloadFields } from '../../domain/event/event-fields.js';
import { hasUiData, uiDataOf } from '../../domain/event/ui-data.js';
import { linksIn } from '../../domain/event/links.js';
import { textOf, type JourneyEvent } from '../../domain/event/event.js';
import type { Interaction } from '../../domain/interaction/interaction.js';
import { sentimentOf, type Sentiment } from '../../domain/event/sentiment.js';
import { wasEverAnswered } from '../../domain/interaction/answered.js';
import { clockTime, durationText } from '../../domain/time/format-time.js';
import { totalsIn } from '../../domain/interaction/leg-totals.js';
import { eventsOf, type Entry } from '../../domain/timeline/entry.js';
import type { FirstMessages } from '../../i18n/messages.js';
import { channelIcon } from '../shared/icons/channel-icon.js';
import { humanise, shorten } from '../shared/text/humanise.js';
import type { Shape } from '../shared/icons/icon-library.js';
import { queueDisplayName } from '../shared/text/queue-name.js';
import type { IconName } from '../shared/icons/icon.js';
import {
  keywordIcons,
  mappedIcon,
  namedIcon,
  noIcons,
  type IconAppearance,
  type Icons,
} from '../shared/icons/icon-set.js';

/** Texts and icon of one timeline entry while it is closed. */
export interface Description {
  readonly title: string;
  readonly subtitle: string;
  readonly tag: Tag | undefined;
  /** The customer's sentiment. */
  readonly mood: Tag | undefined;
  readonly icon: IconName | Shape;
  /** A colour of the icon map; default: the channel's colour. */
  readonly colour: string | undefined;
  readonly channel: Channel;
}

interface Tag {
  readonly text: string;
  readonly tone: 'ok' | 'warn' | 'bad' | 'plain';
}

/** What the description depends on, apart from the entry. */
export interface DescribeOptions {
  readonly messages: FirstMessages;
  /** IANA zone; the runtime's own when undefined. */
  readonly zone: string | undefined;
  /** BCP 47 tag. */
  readonly locale: string;
  /** The contact center's record of the interaction. */
  readonly record?: InteractionRecord | undefined;
  /** Task ID of the agent's own interaction; shown differently from one that a colleague handles. */
  readonly currentTaskId?: string | undefined;
  /** Default: the built-in icons. */
  readonly icons?: Icons;
}

/** Describes an entry: titles, tags and icon. */
export const describe = (entry: Entry, setting: DescribeOptions): Description =>
  entry.kind === 'interaction' ? describeInteraction(entry.interaction, setting) : describeEvent(entry.event, setting);

/** All text of an entry that is not part of its events: titles, tags, agents. Used by the search. */
export function searchableWords(entry: Entry, setting: DescribeOptions): string {
  const { title, subtitle, tag, mood } = describe(entry, setting);
  const events = eventsOf(entry).map((event) => eventTitle(event, setting.messages));
  const agents = setting.record?.turns.map(({ agentName }) => agentName) ?? [];
  return [title, subtitle, tag?.text, mood?.text, ...agents, ...events].join('\n');
}

const isMissed = ({ outcome, direction }: Interaction): boolean =>
  outcome === 'abandoned' || (outcome === 'not-answered' && direction !== 'outbound');

const isUnansweredEmail = (interaction: Interaction): boolean =>
  interaction.channel === 'email' && interaction.direction !== 'outbound' && !wasEverAnswered(interaction);

function describeInteraction(interaction: Interaction, setting: DescribeOptions): Description {
  const { channel } = interaction;
  return {
    title: interactionTitle(interaction, setting.messages),
    subtitle: interactionSubtitle(interaction, setting),
    tag: interactionTag(interaction, setting.messages),
    mood: moodTag(interaction.sentiment, setting.messages),
    ...interactionLook(interaction, setting.icons ?? noIcons),
    channel,
  };
}

function interactionLook(interaction: Interaction, icons: Icons): IconAppearance {
  const { channel, direction } = interaction;
  const own =
    channel !== 'voice'
      ? channelIcon[channel]
      : isMissed(interaction)
        ? 'phone-missed'
        : direction === 'outbound'
          ? 'phone-outgoing'
          : 'phone';
  const keyword = channel !== 'voice' ? channel : direction === undefined ? 'call' : `${direction}-call`;
  return mappedIcon(keyword, own, icons) ?? { icon: own, colour: undefined };
}

const moodTones = { positive: 'ok', negative: 'bad', neutral: 'plain' } as const;

const moodTag = (sentiment: Sentiment | undefined, { sentiments }: FirstMessages): Tag | undefined =>
  sentiment && { text: sentiments[sentiment], tone: moodTones[sentiment] };

function interactionTitle(interaction: Interaction, { entry }: FirstMessages): string {
  const { channel, direction, outcome } = interaction;
  const titles = entry.titles[channel];
  const title = titles[direction ?? 'either'];
  if (outcome === 'transferred') {
    const queue = queueTransferredTo(interaction);
    return queue === undefined ? entry.transferred({ title }) : entry.transferredTo({ title, queue });
  }
  if (channel === 'email') return title;
  if (isMissed(interaction)) return titles.missed;
  return outcome === 'answered' && channel === 'chat' ? entry.answered({ title }) : title;
}

function interactionTag(interaction: Interaction, { entry, outcomes }: FirstMessages): Description['tag'] {
  const { outcome } = interaction;
  if (isUnansweredEmail(interaction)) return { text: entry.noReply, tone: 'warn' };
  if (outcome === 'ongoing') return { text: outcomes.ongoing, tone: 'ok' };
  if (outcome === 'failed') return { text: outcomes.failed, tone: 'bad' };
  if (outcome === 'unknown') return { text: outcomes.unknown, tone: 'plain' };
  return outcome === 'not-answered' && !isMissed(interaction)
    ? { text: outcomes['not-answered'], tone: 'warn' }
    : undefined;
}

function interactionSubtitle(interaction: Interaction, setting: DescribeOptions): string {
  const { endedAt, legs, outcome, startedAt } = interaction;
  const { locale, messages, zone } = setting;
  const { entry, separator } = messages;
  const queue = named(interaction.queue ?? setting.record?.queue);
  const leg = legs.at(-1);
  if (outcome === 'ongoing' && leg !== undefined) {
    const time = clockTime(leg.from, zone, locale);
    const mine = leg.kind === 'talk' && interaction.taskId === setting.currentTaskId;
    return joined(separator, queue, mine ? entry.withYouSince({ time }) : entry.since[leg.kind]({ time }));
  }
  const duration = endedAt === undefined ? undefined : durationText(endedAt - startedAt);
  if (outcome === 'abandoned' && duration !== undefined && interaction.channel !== 'email') {
    const { waiting } = totalsIn(legs, endedAt ?? startedAt);
    return queue === undefined || waiting === 0
      ? entry.abandonedAfter({ duration })
      : entry.abandonedInQueue({ duration: durationText(waiting), queue: queueDisplayName(queue, messages) });
  }
  if (isUnansweredEmail(interaction)) return shorten(subjectOf(interaction) ?? queue ?? '');
  if (outcome === 'transferred' || (outcome === 'answered' && interaction.channel === 'chat')) {
    const by = interaction.endedBy && entry.endedBy[interaction.endedBy];
    const last = queueTransferredTo(interaction) === undefined ? queue : undefined;
    return joined(separator, by, last, duration, ...recorded(setting));
  }
  // The title or the tag already shows all other outcomes.
  return joined(
    separator,
    queue,
    duration,
    outcome === 'answered' ? entry.wasAnswered : undefined,
    ...recorded(setting),
  );
}

/** The wrap-up reason and the CSAT score, if the contact center recorded them. */
const recorded = ({ messages: { entry }, record }: DescribeOptions): readonly (string | undefined)[] => [
  record?.wrapUp && entry.wrapUp({ reason: shorten(record.wrapUp) }),
  record?.csat === undefined ? undefined : entry.csat({ score: record.csat }),
];

/** For an email, the subject is more useful than the queue. */
const subjectOf = ({ events }: Interaction): string | undefined =>
  events.map(({ data }) => textOf(data, 'subject')).find((subject) => subject !== undefined);

/** The name of a queue. An ID is left out, because it means nothing to an agent; the details show it. */
const named = (queue: string | undefined): string | undefined =>
  queue === undefined || /^[0-9a-f-]{20,}$/i.test(queue) ? undefined : shorten(queue);

const queueTransferredTo = ({ transfers }: Interaction): string | undefined => named(transfers.at(-1)?.queue);

const joined = (separator: string, ...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(separator);

function describeEvent(event: JourneyEvent, { icons = noIcons, messages }: DescribeOptions): Description {
  const none = { tag: undefined, mood: undefined, colour: undefined };
  if (!event.readable) {
    return { ...none, title: messages.entry.unreadable, subtitle: '', icon: 'unreadable', channel: 'custom' };
  }
  const channel = channelOf(event);
  const { title, subTitle } = uiDataOf(event);
  return {
    ...none,
    title: shorten(title ?? eventTitle(event, messages)),
    subtitle: shorten(subTitle ?? eventSubtitle(event, messages)),
    mood: moodTag(sentimentOf([event]), messages),
    ...eventLook(event, channel, icons),
    channel,
  };
}

/** The administrator's map has priority over the publisher's keyword. Icons of a channel keep the channel's colour. */
function eventLook(event: JourneyEvent, channel: Channel, icons: Icons): IconAppearance {
  const { data, type } = event;
  const { iconType } = uiDataOf(event);
  const keyword = iconType ?? textOf(data, 'channelType') ?? (type.startsWith('agent:') ? 'agent' : undefined);
  const named = iconType === undefined ? undefined : namedIcon(iconType, icons);
  const icon = named?.icon ?? keywordIcons.get()?.(type.replace(/^task:/, ''))?.icon ?? channelIcon[channel];
  const mapped = keyword === undefined ? undefined : mappedIcon(keyword, channelIcon[channel], icons);
  return mapped ?? { icon, colour: channel === 'custom' ? named?.colour : undefined };
}

/** The first two payload fields, for events without a subtitle. */
const eventSubtitle = (event: JourneyEvent, { separator }: FirstMessages): string =>
  payloadFields(event)
    .slice(0, 2)
    .map(({ label, value }) => `${label} ${withoutLinks(shorten(value))}`)
    .join(separator);

const withoutLinks = (value: string): string =>
  linksIn(value)
    .map(({ text }) => text)
    .join('');

/** The title of one event, for its entry and for the event list of an interaction. */
export function eventTitle(event: JourneyEvent, { agentStates = {}, entry, eventTypes }: FirstMessages): string {
  const { source, type } = event;
  if (!event.readable) return entry.unreadable;
  // Publishers of custom events often use the type `task:new`. Then the title comes from the source.
  const borrowed = type.startsWith('task:') && (hasUiData(event) || !isContactCenterEvent(event));
  if (borrowed || type === '') return uiDataOf(event).eventSource ?? humanise(source) ?? entry.custom;
  const known = Object.hasOwn(eventTypes, type) ? eventTypes[type] : undefined;
  if (known !== undefined) return known;
  const agentState = type.startsWith('agent:') ? textOf(event.data, 'currentState') : undefined;
  if (agentState === undefined) return humanise(type) ?? type;
  const state = agentState.toLowerCase().replace(/[^a-z]/g, '');
  const words = Object.hasOwn(agentStates, state) ? agentStates[state] : humanise(agentState)?.toLowerCase();
  return entry.agent({ state: words ?? agentState });
}
