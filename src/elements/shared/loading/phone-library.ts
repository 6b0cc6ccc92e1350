import type { Address } from '../../../domain/address/address.js';
import { warnOnce } from '../../../platform/warn-once.js';

// eslint-disable-next-line no-restricted-syntax -- with `load-deferred.ts` the only lazy imports: this one is of the domain
const loadPhone = () => import('../../../domain/address/regional-phone.js');

type Phone = Awaited<ReturnType<typeof loadPhone>>;

/** Longest wait for the library, in milliseconds. Without it, the number is searched as it is written. */
const patience = 3_000;

interface Reading {
  readonly address: Address;
  readonly named: string;
  readonly usual: string | undefined;
  readonly forms: readonly string[];
}

/** Reads phone numbers that are written without their country code. */
export interface PhoneLibrary {
  /**
   * The forms to search for in the region `named` by the host, else in the `usual` region. Returns `undefined` while
   * the library is loading. An address whose loading failed keeps its plain forms: a library that arrives late must not
   * replace the journey shown.
   */
  forms(address: Address, named: string, usual: string | undefined): readonly string[] | undefined;
}

/**
 * The phone library is nearly as large as the script, so it is loaded when the first number needs it.
 * @param changed called when the library is loaded or has failed
 * @param mostWait milliseconds, default 3000
 */
export function createPhoneLibrary(changed: () => void, load = loadPhone, mostWait = patience): PhoneLibrary {
  let phone: Phone | undefined;
  const awaited = new Set<string>();
  const without = new Set<string>();
  let last: Reading | undefined;

  async function need(value: string): Promise<void> {
    awaited.add(value);
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const tooLong = new Promise<never>((_resolve, reject) => (timer = setTimeout(reject, mostWait)));
      phone = await Promise.race([load(), tooLong]);
    } catch {
      without.add(value);
      warnOnce('Phone numbers without a country code are searched as written: the phone library could not be loaded.');
    }
    clearTimeout(timer);
    awaited.delete(value);
    changed();
  }

  return {
    forms(address, named, usual) {
      const { candidates, local, value } = address;
      if (local === undefined || without.has(value) || !(named.trim() || usual)) return candidates;
      if (phone === undefined) {
        if (!awaited.has(value)) void need(value);
        return undefined;
      }
      if (last?.address !== address || last.named !== named || last.usual !== usual) {
        const own = phone.readRegion(named);
        if (own === undefined && named.trim())
          warnOnce(`default-region="${named}" is not a known country code and is ignored.`);
        const region = own ?? usual;
        const forms = region === undefined ? candidates : phone.regionalCandidates(address, region);
        last = { address, named, usual, forms };
      }
      return last.forms;
    },
  };
}
