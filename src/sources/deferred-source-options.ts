import type { CjdsOptions } from './cjds/cjds-source.js';
import type { LearnedPermissions } from './http/sign-in.js';
import type { JourneySource } from './journey-source.js';

/** The methods of a source that the deferred part brings. */
export type DeferredAbilities = Pick<
  JourneySource,
  'live' | 'profile' | 'liveProfile' | 'records' | 'edit' | 'mayMerge' | 'merge'
>;

/** The options of the deferred part of a source. */
export interface DeferredSourceOptions extends CjdsOptions {
  readonly signIn: LearnedPermissions;
  /** The host of the interaction records. Without one, no records are loaded. */
  readonly recordsHost: string | undefined;
}
