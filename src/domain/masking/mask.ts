import { readAddress, type Address } from '../address/address.js';
import type { InteractionRecord } from '../interaction/interaction-record.js';
import type { JourneyEvent } from '../event/event.js';
import { maskedForm } from './masked-form.js';
import { maskEmails } from './mask-emails.js';
import { maskJson } from './mask-json.js';
import { maskNumbers } from './mask-numbers.js';
import { maskValues } from './mask-values.js';
import { memoize } from '../base/memoize.js';
import { sortAliases } from '../person/sort-aliases.js';
import { nameOf, type Person, type PersonMatch } from '../person/person.js';
import type { Profile, ProfileAttribute } from '../profile/profile.js';
import type { Task } from '../task/task.js';

export { maskedForm } from './masked-form.js';

/** Masks the addresses of one customer and everything that looks like an address. The same object is masked once. */
export interface Mask {
  /** Masks all addresses in a text. */
  text(value: string): string;
  /** A form that may be displayed. It cannot be used for a look-up. */
  address(address: Address): Address;
  /** Masks persons. The matched alias of each person stays the first one. */
  match(match: PersonMatch): PersonMatch;
  task(task: Task): Task;
  record(record: InteractionRecord): InteractionRecord;
  /** A copy with all values masked. Its key still identifies it, but contains no address. */
  event(event: JourneyEvent): JourneyEvent;
  profile(profile: Profile): Profile;
}

/** Texts repeat, so results are cached: at most this many texts, each at most this long. */
const remembered = { texts: 5000, characters: 64 };

/** Without one of these characters, a text has nothing to mask. */
const worthALook = /[\p{Nd}@＠]|%(?:25)*40/u;

/** Masks everything that looks like a phone number or an email address. */
export const maskUnknown = (text: string): string => (worthALook.test(text) ? maskNumbers(maskEmails(text)) : text);

/** A computed amount is not a phone number, but a maximum of a field can be one. */
const isAmount = ({ query, value }: ProfileAttribute): boolean =>
  /^(?:count|sum|average)$/.test(query?.aggregation ?? '') && /^-?\d+(?:\.\d+)?(?:E\d+)?$/.test(value.trim());

/** A person's name; it may be only one of their aliases. */
export const maskedName = (person: Person): string =>
  createMask(person.aliases.map(({ value }) => value)).text(nameOf(person));

/** @param values the addresses of the customer: aliases and forms of the task's address */
export const createMask = (values: readonly string[]): Mask => maskFor(maskValues(values), false);

function maskFor(known: (text: string) => string, nested: boolean): Mask {
  const masked = new Map<string, string>();
  const keys = new Map<string, string>();
  const others = new Map<string, Mask['event']>();

  const text = (value: string): string => {
    if (value.length > remembered.characters) return maskUnknown(known(value));
    const ready = masked.get(value);
    if (ready !== undefined) return ready;
    const made = maskUnknown(known(value));
    if (masked.size >= remembered.texts) masked.clear();
    masked.set(value, made);
    return made;
  };

  /** Most numbers are not addresses. In an amount, a time or a count, only a known address is masked. */
  const number = (value: number): number | string => {
    const written = String(value);
    const made = known(written);
    return made === written ? value : made;
  };

  /** A hash instead of a key: the key may contain an address. */
  const keyOf = (key: string): string => {
    if (text(key) === key) return key;
    const made = keys.get(key) ?? `masked ${keys.size}`;
    keys.set(key, made);
    return made;
  };

  const maskWith = (own: (text: string) => string): Mask => maskFor((value) => own(known(value)), true);

  /** Events may be stored under an alias that is not known. */
  const forIdentity = (identity: string): Mask['event'] => {
    if (nested || identity.trim() === '' || text(identity) !== identity) return eventOf;
    const own = others.get(identity) ?? maskWith(maskValues([identity])).event;
    if (others.size < 100) others.set(identity, own);
    return own;
  };

  const eventOf = (event: JourneyEvent): JourneyEvent => {
    const { data, id, identity, identityType, key, raw, source, type } = event;
    const names = { source: text(source), type: text(type), identityType: text(identityType) };
    const rest = { ...names, key: keyOf(key), id: text(id), identity: text(identity) };
    const copy = (value: unknown) => maskJson(value, { text, number });
    const whole = copy(raw);
    const payload = payloadOf(raw) === data ? payloadOf(whole) : copy(data);
    return { ...event, ...rest, raw: whole, data: withTaskId(payload as JourneyEvent['data'], data) };
  };

  /** The task ID identifies a contact. A long one of digits is not a phone number and stays. */
  const maskedTaskId = (taskId: string): string =>
    /^\d+$/.test(taskId) && known(taskId) === taskId ? taskId : text(taskId);

  const withTaskId = (payload: JourneyEvent['data'], { taskId }: JourneyEvent['data']): JourneyEvent['data'] =>
    typeof taskId === 'string' && payload.taskId !== taskId ? { ...payload, taskId: maskedTaskId(taskId) } : payload;

  const textIn = (value: string | undefined): string | undefined => value && text(value);

  const addressOf = memoize(({ local: _, ...address }: Address): Address => {
    const { shown } = address;
    const hidden = readAddress(shown)?.masked ? shown : maskedForm(shown);
    return { ...address, value: hidden, shown: hidden, candidates: [] };
  });

  return {
    text,
    address: addressOf,
    match: memoize(({ address, persons }) => ({
      address: maskedForm(address),
      persons: persons.map((person) => ({
        ...person,
        firstName: text(person.firstName),
        lastName: text(person.lastName),
        aliases: sortAliases(person.aliases, address).map(({ kind, value }) => ({ kind, value: maskedForm(value) })),
      })),
    })),
    task: memoize((task) => ({
      ...task,
      interactionId: task.interactionId && maskedTaskId(task.interactionId),
      queueName: textIn(task.queueName),
      address: task.address && addressOf(task.address),
      division: textIn(task.division),
      defaultFilter: textIn(task.defaultFilter),
    })),
    record: memoize((record) => ({
      ...record,
      taskId: maskedTaskId(record.taskId),
      turns: record.turns.map(({ agentId, agentName, at }) => ({
        at,
        agentId: textIn(agentId),
        agentName: text(agentName),
      })),
      lastAgent: textIn(record.lastAgent),
      wrapUp: textIn(record.wrapUp),
      queue: textIn(record.queue),
    })),
    event: (event) => forIdentity(event.identity)(event),
    profile: memoize((profile) => ({
      ...profile,
      attributes: profile.attributes.map((attribute) => ({
        ...attribute,
        label: text(attribute.label),
        value: isAmount(attribute) ? known(attribute.value) : text(attribute.value),
      })),
    })),
  };
}

const payloadOf = (raw: unknown): unknown => (raw as { readonly data?: unknown } | null)?.data;
