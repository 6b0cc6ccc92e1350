import { JourneyError } from '../../domain/base/journey-error.js';
import type { Profile } from '../../domain/profile/profile.js';
import { reconnecting } from '../stream/reconnecting.js';
import { sharedRead } from '../shared-read.js';
import type { JourneySource } from '../journey-source.js';
import type { CjdsOptions } from './cjds-source.js';
import { openCjdsStream } from './cjds-stream.js';
import { undefinedIfNotFound } from './not-found.js';
import { paths } from './wire/paths.js';
import { readProfile, readProfileMessage } from './wire/profile-wire.js';
import { chooseTemplate } from './choose-template.js';

/** The customer's profile by the project's template, now and whenever it changes. */
export function createCjdsProfiles(options: CjdsOptions): Required<Pick<JourneySource, 'profile' | 'liveProfile'>> {
  const { http, projectId, templateId } = options;
  const template = sharedRead((signal) => chooseTemplate(http, projectId, templateId, signal));
  const listen = openCjdsStream(options);

  return {
    async profile(personId, address, signal) {
      const chosen = await template(signal);
      if (chosen === undefined) return undefined;
      const read = async (path: string) => readProfile(await http.json(path, { signal }), chosen.name);
      const byAddress = () => read(paths.profileOfAddress(projectId, address, chosen.id)).catch(undefinedIfNotFound);
      if (personId === '') return byAddress();
      // By the documentation, agents may only read profiles by person. Some services refuse that but allow it by
      // address.
      return read(paths.profileOfPerson(projectId, personId, chosen.id)).catch((error: unknown) => {
        if (error instanceof JourneyError && (error.kind === 'forbidden' || error.kind === 'not-found'))
          return byAddress();
        throw error;
      });
    },

    liveProfile: (address, signal) => {
      const connect = async (line: AbortSignal) => {
        const chosen = await template(line);
        if (chosen === undefined) return undefined;
        const path = paths.profileStream(projectId, address, chosen.id);
        return listen<Profile>(path, (text) => readProfileMessage(text, chosen.name), line);
      };
      return reconnecting(connect, signal, options);
    },
  };
}
