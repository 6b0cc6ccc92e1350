import type { CloudEvent } from '../../demo/emulator/cloud-event';
import type { Journey, LiveEvent } from './adapter.js';
import { generatedJourney, liveEvents } from './generated-journey.js';

const pageSize = 100;

/** The searched words, typed letter by letter: in payloads, in queues, in nested fields. */
export const words = ['refrigerator', 'billing', 'münchen'] as const;

/** IDs of the events that `voice` or a word must find: the bench recognizes a result by them. */
export type Finds = ReadonlyMap<string, ReadonlySet<string>>;

export interface PreparedJourney {
  readonly journey: Journey;
  /** IDs of the newest events: a row with one of them is a row of this journey. */
  readonly newest: ReadonlySet<string>;
  readonly finds: Finds;
}

const isVoice = ({ data }: CloudEvent): boolean => (data as Record<string, unknown>)['channelType'] === 'telephony';

const idsOf = (events: readonly CloudEvent[]): ReadonlySet<string> => new Set(events.map(({ id }) => id));

function findsOf(events: readonly CloudEvent[]): Finds {
  const texts = events.map((event) => JSON.stringify(event).toLowerCase());
  const withWord = (word: string) => idsOf(events.filter((_, index) => texts[index]?.includes(word)));
  return new Map([['voice', idsOf(events.filter(isVoice))], ...words.map((word) => [word, withWord(word)] as const)]);
}

/** A customer with `size` events up to now. The events are not kept: the heap only has the widget's own data. */
export function prepareJourney(seed: number, size: number): PreparedJourney {
  const events = generatedJourney({ seed, count: size, until: Date.now() });
  const encoder = new TextEncoder();
  const pages = Array.from({ length: Math.ceil(size / pageSize) }, (_, page) =>
    encoder.encode(JSON.stringify({ meta: {}, data: events.slice(page * pageSize, (page + 1) * pageSize) })),
  );
  return {
    journey: { address: `+1415555${String(seed).padStart(4, '0')}`, size, pages },
    newest: idsOf(events.slice(0, pageSize)),
    finds: findsOf(events),
  };
}

/** Events a millisecond apart up to now, newer than all past ones. */
export const prepareLive = (seed: number, count: number): readonly LiveEvent[] =>
  liveEvents({ seed, count, from: Date.now() - count }).map((event) => ({ id: event.id, json: JSON.stringify(event) }));
