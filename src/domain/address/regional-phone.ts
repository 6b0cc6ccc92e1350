import parse, { getCountryCallingCode, isSupportedCountry, type CountryCode } from 'libphonenumber-js/min';
import type { Address } from './address.js';

/** A country by its ISO 3166-1 alpha-2 code, in any case, as upper case; `undefined` when it has no phone numbers. */
export function readRegion(text: string): string | undefined {
  if (!/^[a-z]{2}$/i.test(text.trim())) return undefined;
  const { region = '' } = new Intl.Locale(`und-${text.trim()}`); // `UK` becomes `GB`
  return isSupportedCountry(region) ? region : undefined;
}

/**
 * The forms to look for when the agent's region is known: those of a phone number written without its country code, E.164
 * first. `region`: ISO 3166-1 alpha-2. A number that may be read in two ways has both, the region's own first: whoever
 * holds one of them is found, and of several persons the agent chooses.
 *
 * Ten digits and less are a foreign number never, though `4155550132` would be a valid one with a plus before it. Numbers
 * without a valid reading keep the forms they have.
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
  /** Whether there is such a number as far as is known; else only its length and what is dialled before it are right. */
  readonly sure: boolean;
  /** E.164. */
  readonly international: string;
  /** As it is dialled within the region, digits only; none of a number abroad. */
  readonly national: readonly string[];
}

function read(digits: string, region: CountryCode): Reading | undefined {
  const number = parse(digits, { defaultCountry: region, extract: false });
  if (number === undefined) return undefined;
  const sure = number.isValid();
  const isHome = number.countryCallingCode === getCountryCallingCode(region);
  // Ranges are opened after this was built. Nobody has a number of a range that is not.
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
