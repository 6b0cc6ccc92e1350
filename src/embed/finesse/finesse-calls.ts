import { addressKey, type AddressKey } from '../../domain/address/customer-key.js';
import type { FinesseDialog, FinesseUser } from './finesse-api.js';
import { readDialog } from './finesse-dialog.js';
import type { CustomerAddress } from './pod-id-variable.js';

/** Follows an agent's calls. */
export interface FinesseCalls {
  take(dialog: FinesseDialog): void;
  /** Its variables are often set after it came. */
  change(dialog: FinesseDialog): void;
  end(dialog: FinesseDialog): void;
  /** What the agent does changed. */
  follow(user: FinesseUser): void;
}

export interface FinesseCallsOptions {
  /** The agent's number. */
  readonly own: () => string;
  /** `undefined` when there is no call: whom the layout wants to be shown, if anybody. */
  readonly show: (customer: readonly CustomerAddress[] | undefined) => void;
}

/** On the call, or still writing about it. */
const busy = /^(?:talking|hold|work|reserved)/i;

/**
 * Whose journey is shown is the newest call's customer. When it is over they stay until the agent is through with the work
 * after it, and no longer than until another call: two customers are never taken for one.
 */
export function createFinesseCalls({ own, show }: FinesseCallsOptions): FinesseCalls {
  const calls = new Map<string, readonly CustomerAddress[]>();
  let last: readonly CustomerAddress[] | undefined;
  let state = '';
  /** `null` before the first customer, or nobody, was shown. */
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
