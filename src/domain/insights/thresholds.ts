import { isRecord, type Fields } from '../base/json.js';

/** The thresholds for notices. */
export interface InsightThresholds {
  /** Days in which interactions, transfers, holds and abandoned interactions count. At least 2, default 7. */
  readonly recentDays: number;
  /** The number of interactions in `recentDays`, including the current one, that is a repeat contact. Default 3. */
  readonly repeatContacts: number;
  /** The number of transfers in `recentDays` that is worth a notice. Default 2. */
  readonly transfers: number;
  /** Seconds on hold in one interaction that are worth a notice. Default 300. */
  readonly holdSeconds: number;
  /** The highest low CSAT score, on a scale from 1 to 5; other scales in proportion. Default 2. */
  readonly lowCsat: number;
  /** The highest low NPS score, on the scale from 0 to 10. Default 6. */
  readonly lowNps: number;
  /** Days until a survey answer or sentiment is not shown any more. Default 90. */
  readonly satisfactionDays: number;
  /** Days until an email without an answer is not shown any more. Default 30. */
  readonly noReplyDays: number;
  /** The maximum hours between two interactions that count as a switch of channel. Default 24. */
  readonly switchHours: number;
  /** Days until the entries since the agent last spoke with the customer are not shown any more. Default 30. */
  readonly spokenDays: number;
}

/** The thresholds that apply if the host sets none. */
export const defaultThresholds: InsightThresholds = Object.freeze({
  recentDays: 7,
  repeatContacts: 3,
  transfers: 2,
  holdSeconds: 300,
  lowCsat: 2,
  lowNps: 6,
  satisfactionDays: 90,
  noReplyDays: 30,
  switchHours: 24,
  spokenDays: 30,
});

/** The minimum. With fewer days, the text would be "in 1 days" in many languages. */
const least = (name: string): number => (name === 'recentDays' ? 2 : name.startsWith('low') ? 0 : 1);

/**
 * Reads an object, or its JSON text, with some of the thresholds; the others have their defaults. `wrong` names the
 * properties that are ignored, or `JSON` if the whole value is.
 */
export function readThresholds(value: unknown): {
  readonly thresholds: InsightThresholds;
  readonly wrong: readonly string[];
} {
  const given = fieldsOf(value);
  if (given === undefined) return { thresholds: defaultThresholds, wrong: ['JSON'] };
  const names = Object.keys(given);
  const usable = names.filter((name) => {
    const number = given[name];
    return Object.hasOwn(defaultThresholds, name) && Number.isFinite(number) && (number as number) >= least(name);
  });
  const thresholds = { ...defaultThresholds, ...Object.fromEntries(usable.map((name) => [name, given[name]])) };
  return { thresholds, wrong: names.filter((name) => !usable.includes(name)) };
}

function fieldsOf(value: unknown): Fields | undefined {
  if (value === undefined || value === null || value === '') return {};
  if (typeof value !== 'string') return isRecord(value) ? value : undefined;
  try {
    const read: unknown = JSON.parse(value);
    return isRecord(read) ? read : undefined;
  } catch {
    return undefined;
  }
}
