import { payloadOf, textOf, type TemplateAttribute } from './cloud-event';
import type { StoredEvent } from './model.js';

/** The value of a template's attribute. Results are always text. */
export interface Aggregate {
  readonly result: string | null;
  /** `null`: no error. */
  readonly error: string | null;
  /** The events that were used, newest first. */
  readonly events: readonly StoredEvent[];
}

/** Milliseconds. */
const durations: Readonly<Record<string, number>> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

function matchesType(wanted: string, type: string): boolean {
  if (wanted === 'cjds:any' || wanted === '*') return true;
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}

const numeric: Readonly<Record<string, (numbers: readonly number[]) => number>> = {
  Sum: (numbers) => numbers.reduce((sum, number) => sum + number, 0),
  Max: (numbers) => Math.max(...numbers),
  Min: (numbers) => Math.min(...numbers),
  Average: (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length,
};

function resultOf({ aggregationMode, metaData, metaDataType }: TemplateAttribute, values: readonly string[]) {
  if (aggregationMode === 'Count') return String(values.length);
  if (aggregationMode === 'Value') return values.join(',') || null;
  if (aggregationMode === 'Distinct') return [...new Set(values)].join(',') || null;
  const calculate = numeric[aggregationMode];
  if (!calculate) throw new TypeError(`Unknown aggregation ${String(aggregationMode)}`);
  if (!/^(integer|double)$/i.test(metaDataType)) {
    throw new TypeError(`${aggregationMode} needs integer or double, ${metaData} is ${metaDataType}`);
  }
  const numbers = values.map(Number);
  if (numbers.some(Number.isNaN)) throw new TypeError(`${metaData} is not always a number`);
  if (numbers.length === 0) return aggregationMode === 'Sum' ? '0' : null;
  return String(calculate(numbers));
}

/** Computes one attribute from a person's events; `now` in epoch milliseconds. A limit of 0 means no limit. */
export function aggregate(attribute: TemplateAttribute, stored: readonly StoredEvent[], now: number): Aggregate {
  const { event: wanted, metaData, limit, lookBackDurationType, lookBackPeriod } = attribute;
  const since = now - lookBackPeriod * (durations[lookBackDurationType.toLowerCase()] ?? Infinity);
  const found = stored
    .filter(({ event, at }) => at >= since && matchesType(wanted, event.type))
    .map((event) => ({ event, value: payloadOf(event.event)[metaData] }))
    .filter(({ value }) => value !== undefined && value !== null)
    .sort((a, b) => b.event.at - a.event.at)
    .slice(0, limit > 0 ? limit : undefined);
  const events = found.map(({ event }) => event);
  try {
    return {
      result: resultOf(
        attribute,
        found.map(({ value }) => textOf(value)),
      ),
      error: null,
      events,
    };
  } catch (error) {
    return { result: null, error: error instanceof Error ? error.message : String(error), events: [] };
  }
}
