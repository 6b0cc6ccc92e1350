import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import type { AttributeQuery, ProfileAttribute } from './profile.js';

/** The meaning of a value's text; `text` if it is not certain. */
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

/** Longer numbers would lose digits. */
const exactBelow = 1e15;

/** Longer text is prose, and would not fit as a list either. */
const longestRead = 2000;

/** The service joins values with a comma. A comma with a space after it is part of a sentence or a name. */
const commaOfText = /,\s|^,|,$|,,/;
const onlyDigits = /^[\d,.]*$/;

/** Some systems use dates before or after these years for "never" or "unknown". */
const isoDay = /^(?:19|20)\d\d-\d\d-\d\d$/;
const isoTime = /^((?:19|20)\d\d-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?:Z|[+-]\d\d:?\d\d)$/;
/** Most systems write a day as midnight UTC. In another zone it would be shown as the day before. */
const dayAsTime = /T00:00(?::00(?:\.0+)?)?Z$/;
/** The years 2001 to 2033. Longer numbers, or numbers with another first digit, are IDs, phone or article numbers. */
const epochMs = /^1\d{12}$/;
const isoDuration = /^P(?:(\d+)D)?T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/;

const emailAddress = /^[\w.+'-]+@[\w-]+(?:\.[\w-]+)+$/;

/** A year, a version or a number of something is not an amount. */
const nameOfNumber = /(?:^|[\W_])(?:id|no|nr|number|code|zip|plz|phone|year|version)s?(?:[\W_]|$)/i;
const nameOfNumberInCamel = /[a-z](?:I[dD]|No|Nr|Number|Code|Zip|Phone|Year|Version)s?$/;

/** The unit at the end of a field's name. `Min` is not in the list, because it can mean minimum. */
const fieldUnits: readonly (readonly [name: RegExp, ms: number])[] = [
  [/(?:^|_)m(?:illi)?s(?:ec(?:ond)?s?)?$|[a-z\d]M(?:illi)?s(?:ec(?:ond)?s?)?$|[mM]illis$/, 1],
  [/(?:^|_)sec(?:ond)?s?$|[a-z\d]Sec(?:ond)?s?$/, 1000],
  [/(?:^|_)minutes?$|[a-z\d]Minutes?$/, 60_000],
  [/(?:^|_)hours?$|[a-z\d]Hours?$/, 3_600_000],
];

/** In a label, only brackets contain a unit: "Spent in the last 24 hours" is not a duration. */
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
 * Reads one value of a profile. Values arrive as text. The template's type counts first. If in doubt, the value stays
 * text, because a wrong format is worse than none.
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

/** A value is an amount only if it can have a fraction, or if the template asks for a maximum or minimum. */
function isAmount(label: string, whole: string, query: AttributeQuery | undefined): boolean {
  const { aggregation, field = '', type } = query ?? {};
  if (!isNumeric(query) || [label, field].some((name) => nameOfNumber.test(name) || nameOfNumberInCamel.test(name))) {
    return false;
  }
  if (/^(?:19|20)\d\d$/.test(whole)) return false;
  return type === 'double' || aggregation === 'max' || aggregation === 'min';
}

function numberIn(whole: string): number | undefined {
  // Java writes large numbers with an exponent.
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

/** Several values as the service joins them, or a list that was published as one value. */
function readList(whole: string, query: AttributeQuery | undefined): ProfileValue | undefined {
  const items = whole.startsWith('[') ? itemsOfJson(whole) : itemsBetweenCommas(whole, query);
  return items === undefined || items.length < 2 ? undefined : { kind: 'list', items };
}

function itemsBetweenCommas(whole: string, query: AttributeQuery | undefined): readonly string[] | undefined {
  if (!/^(?:value|distinct)$/.test(query?.aggregation ?? '') || query?.limit === 1) return undefined;
  // "1,5" can be one number with a fraction, unless the template says that its values are integers.
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
