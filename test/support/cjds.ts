import { createCjdsLive } from '../../src/sources/cjds/cjds-live.js';
import { createCjdsProfiles } from '../../src/sources/cjds/cjds-profiles.js';
import { createCjdsSource, type CjdsOptions } from '../../src/sources/cjds/cjds-source.js';

/** All functions of CJDS, also the ones that the widget loads later. */
export const createWholeCjds = (options: CjdsOptions) => ({
  ...createCjdsSource(options),
  ...createCjdsLive(options),
  ...createCjdsProfiles(options),
});
