import { addressKey, customerKey, type AddressKey, type CustomerKey } from '../address/customer-key.js';
import type { Address } from '../address/address.js';
import { JourneyError } from '../base/journey-error.js';
import type { Task } from './task.js';

/** What the desktop, the host and the layout say at one moment. */
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
  /** Where phone numbers without a country code belong. */
  readonly regions: readonly (string | undefined)[];
}

/** The customer whom the agent looked up, and the situation in which that began. */
export interface LookUp {
  readonly address: Address;
  readonly began: Situation;
}

export interface ShownInput extends Situation {
  readonly lookUp: LookUp | undefined;
}

/** Whose journey is shown, or why nobody's is. */
export type Shown = ShownNobody | ShownCustomer;

export type ShownNobody =
  | { readonly kind: 'nobody'; readonly why: 'no-task' | 'anonymous' | 'masked' | 'signing-in' }
  | { readonly kind: 'nobody'; readonly why: 'unreadable'; readonly error: JourneyError };

export interface ShownCustomer {
  readonly kind: 'customer';
  readonly from: 'task' | 'host' | 'look-up';
  /** Another key is another customer, or another contact: nothing of the one before may stay. */
  readonly key: CustomerKey;
  /** The customer without the contact. Only for what the agent may keep from one contact to the next. */
  readonly addressKey: AddressKey;
  /** The address to display. */
  readonly address: Address;
  /** The addresses to ask for. */
  readonly addresses: readonly Address[];
  /** The desktop's task; `undefined` when the customer is not the one of a task. */
  readonly task: Task | undefined;
}

export const noTask: Shown = { kind: 'nobody', why: 'no-task' };

/**
 * Decides whose journey is shown. All other code reads the result. The answer is the same object as `previous` when
 * nothing changed; `previous` has no other influence.
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
 * Whether a look-up ended: the agent must see the customer of another contact at once. The end of a contact, or the same
 * contact set again, changes nothing.
 */
export function isLookUpOver(began: Situation, now: Situation): boolean {
  if (!now.lookUpEnabled || now.task instanceof JourneyError) return true;
  if (isOtherAgent(began, now) || addressKey(now.host) !== addressKey(began.host)) return true;
  const contact = contactOf(now);
  return contact !== undefined && contact !== contactOf(began);
}

export const isOtherAgent = (one: Situation, another: Situation): boolean =>
  one.organizationId !== another.organizationId || one.agentId !== another.agentId;

/** Tells contacts apart. The address of one can change: a flow may set its CAD variables late. */
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
