import { JourneyError } from '../../domain/base/journey-error.js';
import type { CjdsOptions } from '../../sources/cjds/cjds-source.js';
import type { JourneySource } from '../../sources/journey-source.js';
import type { TokenHolder } from '../../sources/http/token-holder.js';
import type { Refusals } from '../../sources/wxcc-search/interaction-records.js';
import { loadDeferred } from '../shared/loading/deferred.js';

export interface DeferredSourceOptions extends CjdsOptions {
  readonly token: TokenHolder['get'];
  /** Where contact records are asked for; none are without. */
  readonly recordsHost: string | undefined;
  readonly refusals: Refusals;
}

type Abilities = Pick<JourneySource, 'live' | 'profile' | 'liveProfile' | 'records' | 'edit' | 'mayMerge' | 'merge'>;

/** What of a source is never needed at first sight, so that what asks for it comes later as well. */
export function deferredSource(options: DeferredSourceOptions): Abilities {
  let made: Required<Abilities> | undefined;
  const source = async (): Promise<Required<Abilities>> => {
    try {
      return (made ??= (await loadDeferred()).sourceParts(options));
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
      async *records(...asked: Parameters<Required<Abilities>['records']>) {
        yield* (await source()).records(...asked);
      },
    }),
  };
}
