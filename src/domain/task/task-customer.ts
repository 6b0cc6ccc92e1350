import { opaqueAddress, readAddress, type Address } from '../address/address.js';
import { channelNamed } from '../event/channel.js';

/**
 * The fields of a task that decide who the customer is. Each reader returns `undefined` for a missing or empty field.
 */
export interface TaskFields {
  readonly direction: 'inbound' | 'outbound' | undefined;
  readonly mediaType: string | undefined;
  readonly mediaChannel: string | undefined;
  /** A field of the flattened task. */
  readonly flat: (name: string) => string | undefined;
  /** A field of the raw task's `callProcessingDetails`. */
  readonly raw: (name: string) => string | undefined;
  readonly cad: ReadonlyMap<string, string>;
}

interface Finding {
  readonly from: string;
  readonly address: Address;
}

/** CAD variables that usually contain a customer's phone or email; lower case without separators. */
const reachable: Readonly<Record<'phone' | 'email', readonly string[]>> = {
  phone: ['phone', 'phonenumber', 'customerphone', 'customerphonenumber', 'mobile', 'mobilenumber'],
  email: ['email', 'emailaddress', 'customeremail', 'customeremailaddress'],
};

/** Names of CAD variables with phone numbers. In any other variable, digits may be a customer number, not a phone. */
const phoneVariable = /phone|mobile|msisdn|caller|^ani|ani$|dnis|^dn$/i;

/**
 * Finds the customer's address and the field with it, by channel and direction. An unmasked address is preferred for
 * requests, but if any of the fields is masked, only that masked form is displayed.
 */
export function customerOf(contact: TaskFields, cadVariable: string | undefined): Finding | undefined {
  const named = cadVariable === undefined ? [] : namedVariable(contact, cadVariable);
  const usual = usualFindings(contact);
  const found = named.find(isUsable) ?? best(usual) ?? named[0];
  const masked = [...named, ...usual].find(({ address }) => address.masked);
  if (found === undefined || masked === undefined) return found;
  return { from: found.from, address: { ...found.address, shown: masked.address.shown } };
}

const isUsable = ({ address }: Finding): boolean => !address.masked;
const isReachable = ({ address }: Finding): boolean => address.kind !== 'opaque';

const best = (findings: readonly Finding[]): Finding | undefined =>
  findings.find((finding) => isUsable(finding) && isReachable(finding)) ?? findings.find(isUsable) ?? findings[0];

/**
 * The fields with the customer's address, best first. The other fields have the company's, so they would show another
 * customer.
 */
function usualFindings(contact: TaskFields): readonly Finding[] {
  const word = contact.mediaType ?? contact.mediaChannel;
  const voice = word === undefined || channelNamed(word) === 'voice';
  // An agent consulted through an entry point has the first agent as ANI, and the customer as `parent_ANI`.
  if ((contact.flat('parent_ANI') ?? contact.raw('parent_ANI')) !== undefined) return fields(contact, 'parent_ANI');
  if (contact.direction === 'outbound') return voice ? called(contact) : written(contact);
  const caller = [...fields(contact, 'ani'), ...fields(contact, 'displayAni')];
  if (voice) return [...caller, ...variable(contact, 'ani')];
  if (channelNamed(word) === 'email') return [...caller, ...fields(contact, 'fromAddress')];
  if (hasPlatformIds(contact)) return [...reachables(contact), ...caller.map(asId)];
  return [...caller, ...reachables(contact)];
}

/** The raw `dnis` is last: for outbound calls it is documented as the company's number. */
const called = (contact: TaskFields): readonly Finding[] => [
  ...finding('dnis', contact.flat('dnis')),
  ...variable(contact, 'dn'),
  ...finding('callProcessingDetails.customerNumber', contact.raw('customerNumber')),
  ...finding('callProcessingDetails.dnis', contact.raw('dnis')),
];

/** The other address of an outbound message is the company's, so `ani` only counts if `dnis` is not an address. */
function written(contact: TaskFields): readonly Finding[] {
  const asWritten = hasPlatformIds(contact) ? asId : (same: Finding): Finding => same;
  const to = fields(contact, 'dnis').map(asWritten);
  const from = to.some(isReachable) ? [] : fields(contact, 'ani').map(asWritten).filter(isReachable);
  return [...to, ...from, ...reachables(contact)];
}

/** Whether the channel has IDs as `ani`: one of digits must not be read as a phone number. */
function hasPlatformIds({ mediaType, mediaChannel }: TaskFields): boolean {
  const words = [mediaType, mediaChannel].filter((word) => word !== undefined);
  if (words.some((word) => /whats\W?app|sms/i.test(word))) return false;
  return words.some(
    (word) => /^custom\W?messaging$/i.test(word) || /^(?:social|work-item)$/.test(channelNamed(word) ?? ''),
  );
}

/**
 * On these channels, digits and separators are an ID: `4155-5501-32` may be a customer number. A plus, brackets or a
 * scheme mark a phone number.
 */
const asId = ({ from, address }: Finding): Finding =>
  /^\p{Nd}[\p{Nd}\p{Zs}\p{Pd}./]*$/u.test(address.value)
    ? { from, address: opaqueAddress(address.value) }
    : { from, address };

const finding = (from: string, value: string | undefined): readonly Finding[] => {
  const address = value === undefined ? undefined : readAddress(value);
  return address === undefined ? [] : [{ from, address }];
};

const fields = ({ flat, raw }: TaskFields, name: string): readonly Finding[] => [
  ...finding(name, flat(name)),
  ...finding(`callProcessingDetails.${name}`, raw(name)),
];

const bare = (name: string): string => name.toLowerCase().replace(/[\s._-]/g, '');

/** The name of a CAD variable in this task: flows differ in case and separators. `undefined` if there is none. */
export const cadName = (cad: ReadonlyMap<string, string>, wanted: string): string | undefined =>
  cad.has(wanted) ? wanted : [...cad.keys()].find((known) => bare(known) === bare(wanted));

function variable({ cad }: TaskFields, wanted: string): readonly Finding[] {
  const name = wanted === '' ? undefined : cadName(cad, wanted);
  return name === undefined ? [] : finding(`cad.${name}`, cad.get(name));
}

const namedVariable = (contact: TaskFields, name: string): readonly Finding[] =>
  variable(contact, name.trim()).map((found) => (phoneVariable.test(name.trim()) ? found : asId(found)));

const reachables = (contact: TaskFields): readonly Finding[] =>
  (['phone', 'email'] as const).flatMap((kind) =>
    reachable[kind].flatMap((name) => variable(contact, name)).filter(({ address }) => address.kind === kind),
  );
