import type { Address } from '../../domain/address/address.js';
import type { MergeService } from '../shared/events/merge-event.js';
import { createPhoneLibrary } from '../shared/loading/phone-library.js';

/** The forms of an address. Waits for the phone library if needed; see {@link PhoneLibrary} for the regions. */
const formsOf = (address: Address, named: string, usual: string | undefined): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const look = (): void => {
      const forms = reader.forms(address, named, usual);
      if (forms !== undefined) resolve(forms);
    };
    const reader = createPhoneLibrary(look);
    look();
  });

/** The merge service of the store. Adds the forms of an address, so that another person is found by all of them. */
export const mergeService = (store: MergeService, named: string, usual: string | undefined): MergeService => ({
  mayMerge: () => store.mayMerge(),
  find: async (address) => store.find({ ...address, candidates: await formsOf(address, named, usual) }),
  merge: (other) => store.merge(other),
});
