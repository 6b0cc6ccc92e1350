import { addressKey, customerKey, type AddressKey, type CustomerKey } from '../address/customer-key.js';
import type { Address } from '../address/address.js';
import { JourneyError } from '../base/journey-error.js';
import type { Task } from './task.js';

/** The input of the decision: what the desktop, the host and the layout say. */
export interface Situation {
  /** The desktop's task, or the error of reading it. */
  readonly task: Task | JourneyError | undefined;
  /** The addresses of the customer that the host names, shown while there is no task. */
  readonly host: readonly Address[];
  readonly lookUpEnabled: boolean;
  readonly organizationId: string;
  readonly agentId: string;
  /** Whether there was a token. */
  readonly signedIn: boolean;
  /** The regions of phone numbers without a country code, ISO 3166-1 alpha-2. */
  readonly regions: readonly (string | undefined)[];
}

/** The customer that the agent looked up, and the situation at the start of the look-up. */
export interface LookUp {
  readonly address: Address;
  readonly began: Situation;
}

/** The situation, and the look-up if there is one. */
export interface ShownInput extends Situation {
  readonly lookUp: LookUp | undefined;
}

/** The customer shown, or why no customer is. */
export type Shown = ShownNobody | ShownCustomer;

/** No customer is shown, and why. */
export type ShownNobody =
  | { readonly kind: 'nobody'; readonly why: 'no-task' | 'anonymous' | 'masked' | 'signing-in' }
  | { readonly kind: 'nobody'; readonly why: 'unreadable'; readonly error: JourneyError };

/** The customer shown, and where their address comes from. */
export interface ShownCustomer {
  readonly kind: 'customer';
  readonly from: 'task' | 'host' | 'look-up';
  /** Changes with the customer and with the interaction: then no data of the one before may stay. */
  readonly key: CustomerKey;
  /** The key of the customer without the interaction. Only for data that the agent may keep between interactions. */
  readonly addressKey: AddressKey;
  /** The address to display. */
  readonly address: Address;
  /** The addresses to ask for. */
  readonly addresses: readonly Address[];
  /** The desktop's task; `undefined` if the customer comes from the host or a look-up. */
  readonly task: Task | undefined;
}

/** Shown before the desktop has selected a task. */
export const noTask: Shown = { kind: 'nobody', why: 'no-task' };

/**
 * Decides which customer is shown. All other code reads the result. Returns the `previous` object if nothing changed;
 * `previous` has no other influence.
 */
export function shownCustomer(input: ShownInput, previous: Shown): Shown {
  const shown = decide(input);
  return isUnchanged(shown, previous) ? previous : shown;
}

function decide(input: ShownInput): Shown {
  const { host, lookUp, signedIn, task } = input;
  if (task instanceof JourneyError) return { kind: 'nobody', why: 'unreadable', error: task };
  if (!signedIn) return { kind: 'nobody', why: 'signing-in' };
  if (lookUp !== undefined && !isLookUpOver(lookUp.began, input)) return customer(input, 'look-up', [lookUp.address]);
  if (task === undefined) return host.length === 0 ? noTask : customer(input, 'host', host);
  return task.address === undefined
    ? { kind: 'nobody', why: 'anonymous' }
    : customer(input, 'task', [task.address], task);
}

function customer({ regions }: Situation, from: ShownCustomer['from'], given: readonly Address[], task?: Task): Shown {
  const addresses = given.filter(({ masked }) => !masked);
  const [address] = addresses;
  if (address === undefined) return { kind: 'nobody', why: 'masked' };
  const byAddress = addressKey(given, regions);
  const key = customerKey(byAddress, task?.interactionId);
  return { kind: 'customer', from, key, addressKey: byAddress, address, addresses, task };
}

/**
 * Whether a look-up ended: the agent must see the customer of a new interaction at once. The end of an interaction, or
 * the same interaction set again, does not end it.
 */
export function isLookUpOver(began: Situation, now: Situation): boolean {
  if (!now.lookUpEnabled || now.task instanceof JourneyError) return true;
  if (isOtherAgent(began, now) || addressKey(now.host) !== addressKey(began.host)) return true;
  const contact = contactOf(now);
  return contact !== undefined && contact !== contactOf(began);
}

/** Whether another agent is signed in, or an agent of another organization. */
export const isOtherAgent = (one: Situation, another: Situation): boolean =>
  one.organizationId !== another.organizationId || one.agentId !== another.agentId;

/** Identifies an interaction. Not by address if it has an ID: a flow may set its CAD variables late. */
function contactOf({ task }: Situation): string | undefined {
  if (task === undefined || task instanceof JourneyError) return undefined;
  return task.interactionId ?? addressKey(task.address === undefined ? [] : [task.address]);
}

function isUnchanged(shown: Shown, previous: Shown): boolean {
  if (shown.kind === 'nobody') {
    if (previous.kind !== 'nobody' || shown.why !== previous.why) return false;
    return shown.why !== 'unreadable' || previous.why !== 'unreadable' || shown.error === previous.error;
  }
  if (previous.kind === 'nobody' || shown.key !== previous.key) return false;
  return shown.from === previous.from && shown.address === previous.address && shown.task === previous.task;
}
