import { addressKey, type AddressKey } from '../../domain/address/customer-key.js';
import type { FinesseDialog, FinesseUser } from './finesse-api.js';
import { readDialog } from './finesse-dialog.js';
import type { CustomerAddress } from './pod-id-variable.js';

/** Follows an agent's calls and shows their customers. */
export interface FinesseCalls {
  /** Adds or updates a call. */
  take(dialog: FinesseDialog): void;
  /** Updates a call: its variables are often set after it has started. */
  change(dialog: FinesseDialog): void;
  /** Removes a call. */
  end(dialog: FinesseDialog): void;
  /** Takes the agent's new state. */
  follow(user: FinesseUser): void;
}

/** Options of {@link createFinesseCalls}. */
export interface FinesseCallsOptions {
  /** Returns the agent's phone number. */
  readonly own: () => string;
  /** Shows a customer; `undefined` for no call: then the customer of the layout, if any. */
  readonly show: (customer: readonly CustomerAddress[] | undefined) => void;
}

/** States during a call and its wrap-up work. */
const busy = /^(?:talking|hold|work|reserved)/i;

/**
 * Shows the customer of the newest call. After the call, the customer stays until the agent ends the wrap-up work or
 * another call starts.
 */
export function createFinesseCalls({ own, show }: FinesseCallsOptions): FinesseCalls {
  const calls = new Map<string, readonly CustomerAddress[]>();
  let last: readonly CustomerAddress[] | undefined;
  let state = '';
  /** `null` until the first customer, or no customer, was shown. */
  let shown: AddressKey | undefined | null = null;

  function apply(): void {
    const customer = [...calls.values()].at(-1) ?? last;
    const key = customer && addressKey(customer.map(keyed));
    if (key === shown) return;
    shown = key;
    show(customer);
  }

  function take(dialog: FinesseDialog): void {
    const { id, kind, customer } = readDialog(dialog, own());
    if (kind === 'monitored') return;
    last = undefined;
    if (kind === 'customer') calls.set(id, customer);
    apply();
  }

  return {
    take,
    change(dialog) {
      if (calls.has(readDialog(dialog, own()).id)) take(dialog);
    },
    end(dialog) {
      const { id } = readDialog(dialog, own());
      const customer = calls.get(id);
      calls.delete(id);
      if (customer !== undefined && calls.size === 0 && (state === '' || busy.test(state))) last = customer;
      apply();
    },
    follow(user) {
      state = user.getState?.() ?? '';
      if (state !== '' && !busy.test(state)) last = undefined;
      apply();
    },
  };
}

const keyed = (address: CustomerAddress) =>
  typeof address === 'string' ? { kind: 'written', value: address } : { kind: 'id', value: address.id };
