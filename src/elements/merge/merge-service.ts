import type { Address } from '../../domain/address/address.js';
import type { MergeService } from '../shared/events/merge-event.js';
import { createPhoneLibrary } from '../shared/loading/phone-library.js';

/** Waits for what reads a number without its country code; see `PhoneReader` for the regions. */
const formsOf = (address: Address, named: string, usual: string | undefined): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const look = (): void => {
      const forms = reader.forms(address, named, usual);
      if (forms !== undefined) resolve(forms);
    };
    const reader = createPhoneLibrary(look);
    look();
  });

/** The store as a desk for merges: whom the agent looks up there is found under all forms, as the caller is. */
export const mergeService = (store: MergeService, named: string, usual: string | undefined): MergeService => ({
  mayMerge: () => store.mayMerge(),
  find: async (address) => store.find({ ...address, candidates: await formsOf(address, named, usual) }),
  merge: (other) => store.merge(other),
});
