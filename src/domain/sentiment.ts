import { textOf, type JourneyEvent } from './event.js';

const sentiments = ['positive', 'negative', 'neutral'] as const;

/** How the customer felt, as a machine heard it. */
export type Sentiment = (typeof sentiments)[number];

/** `undefined` when the event says nothing, or another word. */
export function sentimentOf({ data }: Pick<JourneyEvent, 'data'>): Sentiment | undefined {
  const word = textOf(data, 'customerSentiment')?.toLowerCase();
  return sentiments.find((sentiment) => sentiment === word);
}
