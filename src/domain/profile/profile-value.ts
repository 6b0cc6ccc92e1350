import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import type { AttributeQuery, ProfileAttribute } from './profile.js';

/** What the text of a value stands for; `text` wherever that is not sure. */
export type ProfileValue =
  | { readonly kind: 'text' }
  | { readonly kind: 'number'; readonly number: number }
  /** A calendar day, `yyyy-MM-dd`. */
  | { readonly kind: 'day'; readonly day: string }
  /** Epoch milliseconds. */
  | { readonly kind: 'time'; readonly time: number }
  | { readonly kind: 'duration'; readonly ms: number }
  | { readonly kind: 'email'; readonly href: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const text: ProfileValue = { kind: 'text' };

/** Beyond it the digits of a number would change. */
const exactBelow = 1e15;

/** What is longer is prose, and would not fit a cell as a list either. */
const longestRead = 2000;

/** The service joins with bare commas; where spaces follow, they are part of a sentence or a name. */
const commaOfText = /,\s|^,|,$|,,/;
const onlyDigits = /^[\d,.]*$/;

/** What lies before or after says "never" or "unknown" in some system's way. */
const isoDay = /^(?:19|20)\d\d-\d\d-\d\d$/;
const isoTime = /^((?:19|20)\d\d-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?:Z|[+-]\d\d:?\d\d)$/;
/** Midnight in universal time is how most systems write a day: shown in another zone, it would be the day before. */
const dayAsTime = /T00:00(?::00(?:\.0+)?)?Z$/;
/** From 2001 to 2033: longer numbers with another first digit are ids, telephone or article numbers. */
const epochMs = /^1\d{12}$/;
const isoDuration = /^P(?:(\d+)D)?T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/;

const emailAddress = /^[\w.+'-]+@[\w-]+(?:\.[\w-]+)+$/;

/** A year, a version or the number of something is no amount. */
const nameOfNumber = /(?:^|[\W_])(?:id|no|nr|number|code|zip|plz|phone|year|version)s?(?:[\W_]|$)/i;
const nameOfNumberInCamel = /[a-z](?:I[dD]|No|Nr|Number|Code|Zip|Phone|Year|Version)s?$/;

/** Fields that end with a unit say what they count. `Min` may be the least of something, so it is not among them. */
const fieldUnits: readonly (readonly [name: RegExp, ms: number])[] = [
  [/(?:^|_)m(?:illi)?s(?:ec(?:ond)?s?)?$|[a-z\d]M(?:illi)?s(?:ec(?:ond)?s?)?$|[mM]illis$/, 1],
  [/(?:^|_)sec(?:ond)?s?$|[a-z\d]Sec(?:ond)?s?$/, 1000],
  [/(?:^|_)minutes?$|[a-z\d]Minutes?$/, 60_000],
  [/(?:^|_)hours?$|[a-z\d]Hours?$/, 3_600_000],
];

/** In a label only brackets make a unit of it: "Spent in the last 24 hours" is no duration. */
const unitInBrackets = /\((ms|s|sec|seconds|min|minutes|h|hours)\)\s*$/i;
const labelUnits: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  sec: 1000,
  seconds: 1000,
  min: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hours: 3_600_000,
};

/**
 * Reads one value of a profile, all of which arrive as text. What the template says counts first; a wrong format would
 * be worse than none, so whatever is in doubt stays the text it is.
 */
export function readProfileValue({ label, query, value }: ProfileAttribute): ProfileValue {
  const whole = value.trim();
  if (whole === '' || whole.length > longestRead) return text;
  const aggregation = query?.aggregation ?? '';
  if (aggregation === 'count') return readNumber(whole);
  const unit = unitOf(label, query);
  if (aggregation === 'sum' || aggregation === 'average') return readAmount(whole, unit);
  return (
    readDate(whole) ??
    readIsoDuration(whole) ??
    (unit !== undefined && isNumeric(query) ? readAmount(whole, unit) : undefined) ??
    (isAmount(label, whole, query) ? readNumber(whole) : undefined) ??
    readList(whole, query) ??
    (emailAddress.test(whole) ? { kind: 'email', href: `mailto:${whole}` } : text)
  );
}

const isNumeric = (query: AttributeQuery | undefined): boolean => /^(?:integer|double)$/.test(query?.type ?? '');

/** Of single values only fractions are surely no ids; who asks for the greatest of all has amounts in mind. */
function isAmount(label: string, whole: string, query: AttributeQuery | undefined): boolean {
  const { aggregation, field = '', type } = query ?? {};
  if (!isNumeric(query) || [label, field].some((name) => nameOfNumber.test(name) || nameOfNumberInCamel.test(name))) {
    return false;
  }
  if (/^(?:19|20)\d\d$/.test(whole)) return false;
  return type === 'double' || aggregation === 'max' || aggregation === 'min';
}

function numberIn(whole: string): number | undefined {
  // Java writes great numbers with an exponent.
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:E\d+)?$/.test(whole)) return undefined;
  const number = Number(whole);
  return Math.abs(number) < exactBelow ? number : undefined;
}

function readNumber(whole: string): ProfileValue {
  const number = numberIn(whole);
  return number === undefined ? text : { kind: 'number', number };
}

function readAmount(whole: string, unit: number | undefined): ProfileValue {
  const number = numberIn(whole);
  return number === undefined || number < 0 || unit === undefined
    ? readNumber(whole)
    : { kind: 'duration', ms: number * unit };
}

function unitOf(label: string, query: AttributeQuery | undefined): number | undefined {
  const named = unitInBrackets.exec(label)?.[1]?.toLowerCase();
  return named === undefined ? fieldUnits.find(([name]) => name.test(query?.field ?? ''))?.[1] : labelUnits[named];
}

function readDate(whole: string): ProfileValue | undefined {
  if (epochMs.test(whole)) return { kind: 'time', time: Number(whole) };
  const day = isoDay.test(whole) ? whole : isoTime.exec(whole)?.[1];
  if (day === undefined || !isOnCalendar(day)) return undefined;
  if (day === whole || dayAsTime.test(whole)) return { kind: 'day', day };
  const time = parseISO(whole).getTime();
  return Number.isNaN(time) ? undefined : { kind: 'time', time };
}

const isOnCalendar = (day: string): boolean => isValid(parseISO(day));

function readIsoDuration(whole: string): ProfileValue | undefined {
  const parts = isoDuration.exec(whole);
  if (parts === null) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return { kind: 'duration', ms: (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 };
}

/** Several values as the service joins them, or a list that was published as such. */
function readList(whole: string, query: AttributeQuery | undefined): ProfileValue | undefined {
  const items = whole.startsWith('[') ? itemsOfJson(whole) : itemsBetweenCommas(whole, query);
  return items === undefined || items.length < 2 ? undefined : { kind: 'list', items };
}

function itemsBetweenCommas(whole: string, query: AttributeQuery | undefined): readonly string[] | undefined {
  if (!/^(?:value|distinct)$/.test(query?.aggregation ?? '') || query?.limit === 1) return undefined;
  // "1,5" may be one number with a fraction, unless the template says that its values are whole.
  if (commaOfText.test(whole) || (onlyDigits.test(whole) && query?.type !== 'integer')) return undefined;
  return whole.split(',');
}

function itemsOfJson(whole: string): readonly string[] | undefined {
  try {
    const items: unknown = JSON.parse(whole);
    const isList = Array.isArray(items) && items.every((item) => typeof item === 'string' || typeof item === 'number');
    return isList ? items.map(String) : undefined;
  } catch {
    return undefined;
  }
}
