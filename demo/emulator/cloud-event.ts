/** The JSON of CJDS, and functions that read it. */

export const aliasTypes = ['phone', 'email', 'customerId', 'temporaryId', 'socialId'] as const;
export type AliasType = (typeof aliasTypes)[number];

/** An event as it was published. Publishers spell the keys of the envelope in different ways. */
export interface CloudEvent {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** The alias under which the event is stored. */
  readonly identity: string;
  readonly identitytype?: string;
  /** Another alias of the same person. */
  readonly previousidentity?: string | null;
  readonly time?: string;
  /** An object, or the JSON text of one. */
  readonly data?: unknown;
  readonly [key: string]: unknown;
}

export type Aggregation = 'Value' | 'Count' | 'Distinct' | 'Sum' | 'Max' | 'Min' | 'Average';

/** One attribute of a template: which events to read, and how to combine their values. */
export interface TemplateAttribute {
  readonly displayName: string;
  readonly version: string;
  readonly event: string;
  readonly metaDataType: string;
  readonly metaData: string;
  readonly limit: number;
  readonly lookBackDurationType: string;
  readonly lookBackPeriod: number;
  readonly aggregationMode: Aggregation;
  readonly verbose: boolean | string;
  readonly widgetAttributes?: { readonly type?: string; readonly tag?: string };
}

/** A profile template. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly attributes: readonly TemplateAttribute[];
}

export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as text: JSON for objects and lists, empty for `undefined` and `null`. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The payload as an object, from an object or JSON text; `{}` for anything else. */
export function payloadOf({ data }: Pick<CloudEvent, 'data'>): Json {
  if (typeof data !== 'string') return isRecord(data) ? data : {};
  try {
    const parsed: unknown = JSON.parse(data);
    return isRecord(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

/** Epoch milliseconds from an ISO time, or from epoch milliseconds as number or text. */
export function millisecondsOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const milliseconds = /^\d{12,}$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
