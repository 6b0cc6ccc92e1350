import type { CjdsOptions } from './cjds/cjds-source.js';
import type { TokenHolder } from './http/token-holder.js';
import type { JourneySource } from './journey-source.js';
import type { Refusals } from './wxcc-search/interaction-records.js';

/** The methods of a source that the deferred part brings. */
export type DeferredAbilities = Pick<
  JourneySource,
  'live' | 'profile' | 'liveProfile' | 'records' | 'edit' | 'mayMerge' | 'merge'
>;

/** The options of the deferred part of a source. */
export interface DeferredSourceOptions extends CjdsOptions {
  readonly token: TokenHolder['get'];
  /** The host of the interaction records. Without one, no records are loaded. */
  readonly recordsHost: string | undefined;
  readonly refusals: Refusals;
}
