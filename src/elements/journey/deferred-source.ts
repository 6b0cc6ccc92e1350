import { JourneyError } from '../../domain/base/journey-error.js';
import type { DeferredAbilities, DeferredSourceOptions } from '../../sources/deferred-source-options.js';
import { loadDeferred } from '../shared/loading/deferred.js';
import { sourceAbilities } from './deferred-slots.js';

/**
 * The source methods that the first view does not need. Each call waits for the deferred part. Rejects with a
 * JourneyError (`network`) if the part cannot be loaded.
 */
export function deferredSource(options: DeferredSourceOptions): DeferredAbilities {
  let made: Required<DeferredAbilities> | undefined;
  const source = async (): Promise<Required<DeferredAbilities>> => {
    try {
      await loadDeferred();
      return (made ??= sourceAbilities.get()!(options));
    } catch (cause) {
      throw new JourneyError('network', { cause });
    }
  };
  return {
    profile: async (...asked) => (await source()).profile(...asked),
    async *live(...asked) {
      yield* (await source()).live(...asked);
    },
    async *liveProfile(...asked) {
      yield* (await source()).liveProfile(...asked);
    },
    edit: async (...asked) => (await source()).edit(...asked),
    mayMerge: async (...asked) => (await source()).mayMerge(...asked),
    merge: async (...asked) => (await source()).merge(...asked),
    ...(options.recordsHost !== undefined && {
      async *records(...asked: Parameters<Required<DeferredAbilities>['records']>) {
        yield* (await source()).records(...asked);
      },
    }),
  };
}
