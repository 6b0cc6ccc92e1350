import { isRecord, type Fields } from '../base/json.js';

/** From when on something is worth a notice. */
export interface InsightThresholds {
  /** Days, at least 2, in which contacts, transfers, holds and abandoned contacts count. */
  readonly recentDays: number;
  /** So many contacts in these days, the current one included, make a repeat contact. */
  readonly repeatContacts: number;
  /** So often handed on in these days is worth a notice. */
  readonly transfers: number;
  /** Seconds on hold in one contact that are long. */
  readonly holdSeconds: number;
  /** A satisfaction up to this is low, on a scale from 1 to 5; on other scales in proportion. */
  readonly lowCsat: number;
  /** A willingness to recommend up to this is low, on its scale from 0 to 10. */
  readonly lowNps: number;
  /** Days after which what a customer said about a contact is not brought up any more. */
  readonly satisfactionDays: number;
  /** Days after which a letter without a reply is not brought up any more. */
  readonly noReplyDays: number;
  /** Hours between two contacts in different channels that belong together. */
  readonly switchHours: number;
  /** Days after which it is not told what came since the agent last spoke with the customer. */
  readonly spokenDays: number;
}

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

/** Fewer days would read "in 1 days" in too many languages. */
const least = (name: string): number => (name === 'recentDays' ? 2 : name.startsWith('low') ? 0 : 1);

/**
 * Reads an object, or its JSON text, with some of the thresholds; the others have their defaults. `wrong` names what
 * could not be used: properties, or all of it as `JSON`.
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
