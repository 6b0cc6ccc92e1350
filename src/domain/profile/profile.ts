import { readZone } from '../time/format-time.js';

/** How the service computes a value of a template, in lower case except `field`; empty if the template does not say. */
export interface AttributeQuery {
  /** `count`, `sum`, `average`, `max`, `min`, `value` or `distinct`. */
  readonly aggregation: string;
  /** `string`, `integer` or `double`. */
  readonly type: string;
  /** The name of the payload field. */
  readonly field: string;
  /** The maximum number of events that count; 0 for all. */
  readonly limit: number;
}

/** One value that a template computes from a person's events. */
export interface ProfileAttribute {
  /** The name of the value, as the template's author wrote it. */
  readonly label: string;
  /** As the service sends it: text, also for counts; lists are separated by commas. Empty if there is no value. */
  readonly value: string;
  /** Set if the service could not compute the value. */
  readonly error: string | undefined;
  /** How the value is computed; absent if the service does not say. */
  readonly query?: AttributeQuery;
}

/** The profile of a person, computed from a template. */
export interface Profile {
  /** The name of the template. */
  readonly templateName: string;
  /** In the template's order. */
  readonly attributes: readonly ProfileAttribute[];
}

/** The indexes of the attributes whose value changed; empty for the first profile and after a change of template. */
export function changedPlaces(before: Profile | undefined, after: Profile | undefined): readonly number[] {
  const [old, now] = [before?.attributes, after?.attributes];
  if (old === undefined || now === undefined || before?.templateName !== after?.templateName) return [];
  if (old.length !== now.length || old.some(({ label }, place) => label !== now[place]?.label)) return [];
  return [...now.keys()].filter((place) => now[place]?.error === undefined && now[place]?.value !== old[place]?.value);
}

/** "Etc/GMT+5" is a valid zone, but it means five hours behind UTC, which few authors expect. */
const zoneName = /^(?:utc|etc\/utc|(?!etc\/)[a-z_]+(?:\/[a-z_+-]+){1,2})$/i;
const saysZone = /zon[ae]|zeit|fuso|huso|fuseau|tijd|タイムゾーン|시간대|时区/i;

/** The customer's IANA zone, if one of the values is a zone. If several are, the one whose label says so. */
export function zoneOf(profile: Profile | undefined): string | undefined {
  const zones = (profile?.attributes ?? []).filter(
    ({ value }) => zoneName.test(value.trim()) && readZone(value) !== undefined,
  );
  return (zones.find(({ label }) => saysZone.test(label)) ?? zones[0])?.value.trim();
}
