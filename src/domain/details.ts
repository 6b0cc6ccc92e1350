import { textOf, type JourneyEvent } from './event.js';
import { readFlag } from './flag.js';
import { isRecord, type Fields } from './record.js';

/** How the publisher of a custom event wants it to be shown. */
export interface UiData {
  readonly title: string | undefined;
  readonly subTitle: string | undefined;
  readonly iconType: string | undefined;
  /** With the tag for the channel. */
  readonly filterTags: readonly string[];
  /** Names the channel, in the publisher's words. */
  readonly channelTypeTag: string | undefined;
  /** A label to show instead of the event's source. */
  readonly eventSource: string | undefined;
  readonly division: string | undefined;
  readonly hidden: boolean;
}

/** Whether an event says how to show it, which makes it a custom one, even if nobody can read what it says. */
export const hasUiData = ({ data }: Pick<JourneyEvent, 'data'>): boolean => (data.uiData ?? undefined) !== undefined;

const noUiData: UiData = {
  title: undefined,
  subTitle: undefined,
  iconType: undefined,
  filterTags: [],
  channelTypeTag: undefined,
  eventSource: undefined,
  division: undefined,
  hidden: false,
};

/** Nothing is set for an event that carries no `uiData`. */
export function uiDataOf({ data: { uiData } }: Pick<JourneyEvent, 'data'>): UiData {
  if (!isRecord(uiData)) return noUiData;
  const { filterTags, channelTypeTag, hidden } = uiData;
  const tags: readonly unknown[] = Array.isArray(filterTags) ? filterTags : [filterTags];
  return {
    title: textOf(uiData, 'title'),
    subTitle: textOf(uiData, 'subTitle'),
    iconType: textOf(uiData, 'iconType'),
    filterTags: [...tags, channelTypeTag].filter(isTag).map((tag) => tag.trim()),
    channelTypeTag: textOf(uiData, 'channelTypeTag'),
    eventSource: textOf(uiData, 'eventSource'),
    division: textOf(uiData, 'division'),
    hidden: Boolean(hidden) && readFlag(hidden),
  };
}

const isTag = (tag: unknown): tag is string => typeof tag === 'string' && tag.trim() !== '';

/** One field of an event as a label and a text. */
export interface Detail {
  /** The field's name; within objects and lists with the way to it. */
  readonly label: string;
  readonly value: string;
}

/** Everything the payload holds, in its order, nothing left out but `uiData`: that is shown as title and icon. */
export const detailsOf = ({ data }: Pick<JourneyEvent, 'data'>): readonly Detail[] => flatten(data, 'uiData');

/** Everything beside the payload: what its publisher says of how to show it, and the envelope. */
export const surroundingsOf = (event: Pick<JourneyEvent, 'data' | 'raw' | 'readable'>): readonly Detail[] => [
  ...(hasUiData(event) ? flatten({ uiData: event.data.uiData }) : []),
  ...envelopeOf(event),
];

/** Everything around the payload, as received; of what is no event at all, everything. */
export function envelopeOf({ raw, readable }: Pick<JourneyEvent, 'raw' | 'readable'>): readonly Detail[] {
  return isRecord(raw) ? flatten(raw, readable ? 'data' : undefined) : flatten({ raw });
}

/** Every field there is, also those that only decide how the event is shown. */
export const everyDetailOf = (event: Pick<JourneyEvent, 'data' | 'raw' | 'readable'>): readonly Detail[] => [
  ...detailsOf(event),
  ...surroundingsOf(event),
];

/** Deeper ways are abridged: a payload nested ten thousand levels deep would otherwise fill a page with every label. */
const deepest = 8;

interface Branch {
  readonly label: string;
  readonly depth: number;
  readonly value: unknown;
}

/** Walks with a list of its own: a stranger's nesting can be deeper than the call stack. */
function flatten(fields: Fields, left?: string): readonly Detail[] {
  const details: Detail[] = [];
  const open: Branch[] = [];
  const push = (value: object, way: string, depth: number): void => {
    const names = Object.keys(value);
    const before = depth === 0 ? '' : `${depth < deepest ? way : abridged(way)} › `;
    if (names.length === 0 && depth > 0) details.push({ label: way, value: Array.isArray(value) ? '[]' : '{}' });
    for (let index = names.length - 1; index >= 0; index--) {
      const name = names[index] ?? '';
      if (depth === 0 && name === left) continue;
      const step = Array.isArray(value) ? String(Number(name) + 1) : name;
      open.push({ label: before + step, depth: depth + 1, value: (value as Fields)[name] });
    }
  };
  push(fields, '', 0);
  for (let branch = open.pop(); branch !== undefined; branch = open.pop()) {
    const { label, depth, value } = branch;
    if (typeof value !== 'object' || value === null) details.push({ label, value: String(value) });
    else push(value, label, depth);
  }
  return details;
}

const abridged = (way: string): string => [...way.split(' › ', deepest - 1), '…'].join(' › ');

/** A piece of text; with `href` it is a link. */
export interface TextPiece {
  readonly text: string;
  readonly href: string | undefined;
}

/*
 * `[text](address)`, with one level of brackets in the address. Neither part runs over the opening bracket of another
 * link, so unbalanced brackets cannot make the search go over the same text again and again.
 */
const markedLink = /\[([^[\]]+)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g;

/** Finds the links in a value: the whole value, if it is an address, else every `[text](address)` in it. */
export function linksIn(text: string): readonly TextPiece[] {
  const whole = text.trim();
  if (/^(?:https?:|mailto:|tel:|www\.)\S+$/i.test(whole)) return [{ text, href: safeHref(whole) }];
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(markedLink)) {
    const [marked, words = '', address = ''] = match;
    const href = safeHref(address);
    if (href === undefined) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), href: undefined });
    pieces.push({ text: words, href });
    end = match.index + marked.length;
  }
  if (end < text.length || pieces.length === 0) pieces.push({ text: text.slice(end), href: undefined });
  return pieces;
}

/** An address an agent may follow; any other scheme could run a script or open a program. */
function safeHref(address: string): string | undefined {
  const full = /^www\./i.test(address) ? `https://${address}` : address;
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(full) && URL.canParse(full) ? full : undefined;
}
