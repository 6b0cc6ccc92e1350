import { textOf, type JourneyEvent } from './event.js';
import { readFlag } from '../base/read-flag.js';
import { isRecord } from '../base/json.js';

/** How the publisher of a custom event wants it to be shown. */
export interface UiData {
  readonly title: string | undefined;
  readonly subTitle: string | undefined;
  readonly iconType: string | undefined;
  /** The tags to filter by, including the tag of the channel. */
  readonly filterTags: readonly string[];
  /** The name of the channel, in the publisher's words. */
  readonly channelTypeTag: string | undefined;
  /** A label to show instead of the event's source. */
  readonly eventSource: string | undefined;
  readonly division: string | undefined;
  readonly hidden: boolean;
}

/** Whether an event has `uiData`. Then it is a custom event, even if its `uiData` cannot be read. */
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

/** The `uiData` of an event; no values for an event without it. */
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
