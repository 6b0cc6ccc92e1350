import { readZone } from '../time/format-time.js';

/** How a template has the service compute a value, in lower case but for `field`; empty where it does not say. */
export interface AttributeQuery {
  /** `count`, `sum`, `average`, `max`, `min`, `value` or `distinct`. */
  readonly aggregation: string;
  /** `string`, `integer` or `double`. */
  readonly type: string;
  /** Name of the payload field that is read. */
  readonly field: string;
  /** How many events count at most; 0 for all. */
  readonly limit: number;
}

/** One value a template computes from a person's events. */
export interface ProfileAttribute {
  /** The name of the value, as the template's author wrote it. */
  readonly label: string;
  /** As the service sends it: text, also for counts; a list is separated by commas. Empty when there is nothing. */
  readonly value: string;
  /** Set when the service could not compute it. */
  readonly error: string | undefined;
  /** How the value is computed; absent if the service does not say. */
  readonly query?: AttributeQuery;
}

/** What a template makes of a person. */
export interface Profile {
  /** The name of the template. */
  readonly templateName: string;
  /** In the template's order. */
  readonly attributes: readonly ProfileAttribute[];
}

/** Places of the attributes whose value is another now; none before the first profile, or after another template. */
export function changedPlaces(before: Profile | undefined, after: Profile | undefined): readonly number[] {
  const [old, now] = [before?.attributes, after?.attributes];
  if (old === undefined || now === undefined || before?.templateName !== after?.templateName) return [];
  if (old.length !== now.length || old.some(({ label }, place) => label !== now[place]?.label)) return [];
  return [...now.keys()].filter((place) => now[place]?.error === undefined && now[place]?.value !== old[place]?.value);
}

/** "Etc/GMT+5" is a zone too, but it means five hours behind: nobody who wrote it can be sure to have meant that. */
const zoneName = /^(?:utc|etc\/utc|(?!etc\/)[a-z_]+(?:\/[a-z_+-]+){1,2})$/i;
const saysZone = /zon[ae]|zeit|fuso|huso|fuseau|tijd|タイムゾーン|시간대|时区/i;

/** The IANA zone the customer lives in, when a value is one; of several the one whose label says so. */
export function zoneOf(profile: Profile | undefined): string | undefined {
  const zones = (profile?.attributes ?? []).filter(
    ({ value }) => zoneName.test(value.trim()) && readZone(value) !== undefined,
  );
  return (zones.find(({ label }) => saysZone.test(label)) ?? zones[0])?.value.trim();
}
