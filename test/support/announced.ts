import type { AnnounceEvent } from '../../src/elements/shared/events/announce-event.js';

const heard = new WeakMap<EventTarget, AnnounceEvent[]>();

addEventListener('wayline-announce', (event) => {
  for (const target of event.composedPath()) heard.set(target, [...(heard.get(target) ?? []), event as AnnounceEvent]);
});

/** The announcements of the elements inside so far, as the root would send them in one batch. */
export function announced(element: EventTarget): readonly string[] {
  const topics = new Map<string, { count: number; words: (count: number) => string }>();
  for (const { count, topic, words } of heard.get(element) ?? []) {
    topics.set(topic, { words, count: (topics.get(topic)?.count ?? 0) + count });
  }
  return [...topics.values()].map(({ count, words }) => words(count)).filter(Boolean);
}
