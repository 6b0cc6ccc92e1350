import parse, { getCountryCallingCode, isSupportedCountry, type CountryCode } from 'libphonenumber-js/min';
import type { Address } from './address.js';

/** A country code (ISO 3166-1 alpha-2, any case) in upper case; `undefined` if the country has no phone numbers. */
export function readRegion(text: string): string | undefined {
  if (!/^[a-z]{2}$/i.test(text.trim())) return undefined;
  const { region = '' } = new Intl.Locale(`und-${text.trim()}`); // `UK` becomes `GB`
  return isSupportedCountry(region) ? region : undefined;
}

/**
 * The forms of a phone number without a country code, for a known region (ISO 3166-1 alpha-2), E.164 first. If the
 * number can be read in two ways, both are in the list, the region's own first. If they belong to several persons, the
 * agent chooses.
 *
 * Ten digits or fewer are never read as a foreign number, although `+4155550132` would be valid. A number without a
 * valid reading keeps its candidates.
 */
export function regionalCandidates({ local, candidates }: Address, region: string): readonly string[] {
  const home = local === undefined || !isSupportedCountry(region) ? undefined : read(local, region);
  if (local === undefined || home === undefined) return candidates;
  const abroad = candidates.filter((form) => form.startsWith('+') && (!home.sure || parse(form)?.isValid() === true));
  const international = unique([home.international, ...abroad]);
  const written = candidates.filter((form) => !form.startsWith('+') && form !== local);
  return unique([...international, ...international.map(withoutPlus), ...written, ...home.national, local]);
}

interface Reading {
  /** Whether the number is valid by the library's data. If not, only its length and its prefix are. */
  readonly sure: boolean;
  /** E.164. */
  readonly international: string;
  /** The number as dialled within the region, digits only; empty for a number abroad. */
  readonly national: readonly string[];
}

function read(digits: string, region: CountryCode): Reading | undefined {
  const number = parse(digits, { defaultCountry: region, extract: false });
  if (number === undefined) return undefined;
  const sure = number.isValid();
  const isHome = number.countryCallingCode === getCountryCallingCode(region);
  // New number ranges may open after the library's release, so a possible number with its prefix is accepted too.
  const isDialled = isHome && number.isPossible() && digits !== number.nationalNumber;
  if (!sure && !isDialled) return undefined;
  return {
    sure,
    international: number.number,
    national: isHome && sure ? [number.formatNational().replace(/\D/g, '')] : [],
  };
}

const withoutPlus = (form: string): string => form.slice(1);

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
