import { textOf, type JourneyEvent } from './event.js';

const sentiments = ['positive', 'negative', 'neutral'] as const;

/** How the customer felt, as a machine heard it. */
export type Sentiment = (typeof sentiments)[number];

/** What the latest of the events, newest first, says of the customer's mood. */
export function sentimentOf(events: readonly JourneyEvent[]): Sentiment | undefined {
  for (const { data } of events) {
    const word = textOf(data, 'customerSentiment')?.toLowerCase();
    const known = sentiments.find((sentiment) => sentiment === word);
    if (known !== undefined) return known;
  }
  return undefined;
}
