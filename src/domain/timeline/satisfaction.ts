import type { Entry } from './entry.js';
import { textOf, type JourneyEvent } from '../event/event.js';
import { sentimentOf, type Sentiment } from '../event/sentiment.js';

/** A customer's answer to a survey. */
export interface Satisfaction {
  readonly kind: 'csat' | 'nps';
  readonly score: number;
  /** The end of the scale. */
  readonly best: number;
}

const csatNames = ['csat', 'CSAT', 'csatScore', 'csat_score'];
const npsNames = ['nps', 'NPS', 'npsScore', 'nps_score'];
const scaleNames = ['scale', 'maxRating', 'maxScore', 'outOf'];

/** `rating` only counts in a survey's events: products have ratings too. */
const survey = /survey|feedback|satisf|csat/i;

const usualCsat = 5;
const usualNps = 10;

/** The survey answer in an event; `undefined` if it has none, or if the score is not on the scale. */
export function satisfactionOf({ data, readable, source, type }: JourneyEvent): Satisfaction | undefined {
  if (!readable) return undefined;
  const nps = scoreIn(data, npsNames);
  if (nps !== undefined) return nps.score >= 0 ? onScale('nps', nps, usualNps) : undefined;
  const names = survey.test(`${type} ${source}`) ? [...csatNames, 'rating'] : csatNames;
  const csat = scoreIn(data, names);
  // 0 usually means no answer, not the worst one.
  return csat === undefined || csat.score <= 0
    ? undefined
    : onScale('csat', csat, numberAt(data, scaleNames) ?? usualCsat);
}

interface Score {
  readonly score: number;
  /** As in "4 of 5". */
  readonly best: number | undefined;
}

const onScale = (kind: Satisfaction['kind'], { score, best }: Score, usual: number): Satisfaction | undefined => {
  const end = best ?? usual;
  return score <= end && end > 1 ? { kind, score, best: end } : undefined;
};

/** "4", "4/5", "4 of 5", "4 out of 5". */
const written = /^(\d{1,3}(?:\.\d+)?)(?:\s*(?:\/|of|out of)\s*(\d{1,3}))?$/;

function scoreIn(data: JourneyEvent['data'], names: readonly string[]): Score | undefined {
  for (const name of names) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (typeof value === 'number' && Number.isFinite(value)) return { score: value, best: undefined };
    const [, score, best] = written.exec(textOf(data, name) ?? '') ?? [];
    if (score !== undefined) return { score: Number(score), best: best === undefined ? undefined : Number(best) };
  }
  return undefined;
}

const numberAt = (data: JourneyEvent['data'], names: readonly string[]): number | undefined =>
  scoreIn(data, names)?.score;

/** The customer's sentiment, the latest one of an entry. */
export const entrySentiment = (entry: Entry): Sentiment | undefined =>
  entry.kind === 'interaction' ? entry.interaction.sentiment : sentimentOf([entry.event]);

/** Whether an entry says how the customer felt. */
export const hasFeedback = (entry: Entry): boolean =>
  (entry.kind === 'event' && satisfactionOf(entry.event) !== undefined) || entrySentiment(entry) !== undefined;
