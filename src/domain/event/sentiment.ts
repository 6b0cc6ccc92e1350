import { textOf, type JourneyEvent } from './event.js';

const sentiments = ['positive', 'negative', 'neutral'] as const;

/** The customer's mood, as detected by a machine. */
export type Sentiment = (typeof sentiments)[number];

/** The mood in the latest event that has one; `events` newest first. */
export function sentimentOf(events: readonly JourneyEvent[]): Sentiment | undefined {
  for (const { data } of events) {
    const word = textOf(data, 'customerSentiment')?.toLowerCase();
    const known = sentiments.find((sentiment) => sentiment === word);
    if (known !== undefined) return known;
  }
  return undefined;
}
