import { JourneyError } from '../../domain/error.js';
import type { PersonMatch } from '../../domain/person.js';
import type { Profile } from '../../domain/profile.js';
import { createBreath } from '../breath.js';
import { serverSentEvents, type LineOptions } from '../event-stream.js';
import type { Http } from '../http.js';
import { reconnecting, type ReconnectingOptions } from '../reconnecting.js';
import { sharedRead } from '../shared-read.js';
import type { JourneySource } from '../source.js';
import type { StreamAuth } from './data-center.js';
import { readHistoryPage, readStreamMessage } from './event-wire.js';
import { pages, pageSize } from './paging.js';
import { given, paths } from './paths.js';
import { readPersons } from './person-wire.js';
import { readProfile, readProfileMessage } from './profile-wire.js';
import { chooseTemplate } from './template.js';

/** A service that does not page sends a whole journey in one answer: too many events to take in without a pause. */
const mostAtOnce = 1_000;

export interface CjdsOptions extends LineOptions, ReconnectingOptions {
  readonly http: Http;
  readonly projectId: string;
  /** Only streams whose token travels in the address send it. */
  readonly organizationId?: string | undefined;
  /** Id or name of the profile template; see {@link chooseTemplate} for what happens without. */
  readonly templateId?: string | undefined;
  readonly streamAuth?: StreamAuth;
}

/** Journeys of one project of Cisco's Customer Journey Data Service. */
export function createCjdsSource(
  options: CjdsOptions,
): Required<Omit<JourneySource, 'records' | 'edit' | 'mayMerge' | 'merge'>> {
  const { http, projectId, organizationId, templateId, streamAuth = 'header', now = Date.now } = options;
  const { breathe = createBreath() } = options;
  const template = sharedRead((signal) => chooseTemplate(http, projectId, templateId, signal));
  const streamOptions = streamAuth === 'query' ? { query: { organizationId }, tokenParameter: 'bearerToken' } : {};

  async function listen<T>(path: string, read: (text: string) => T | undefined, signal: AbortSignal) {
    const body = await http.stream(path, { signal, ...streamOptions });
    return readEach(serverSentEvents(body, signal, options), read);
  }

  return {
    async *history(address, signal) {
      const load = async (page: number) => {
        const query = { identity: given(address), page, pageSize };
        return readHistoryPage(await http.json(paths.events(projectId), { signal, query }), now());
      };
      try {
        for await (const page of pages(load, ({ key }) => key)) {
          for (let start = 0; start < page.length; start += mostAtOnce) {
            yield page.slice(start, start + mostAtOnce);
            await breathe();
          }
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },

    live: (address, signal) => {
      const read = (text: string) => readStreamMessage(text, now());
      const connect = async (line: AbortSignal) => listen(paths.eventStream(projectId, address), read, line);
      return reconnecting(connect, signal, options);
    },

    async person(candidates, signal): Promise<PersonMatch> {
      let unknown: string | undefined;
      let rejection: JourneyError | undefined;
      for (const address of candidates) {
        try {
          const answer = await http.json(paths.persons(projectId, address), { signal }).catch(nobody);
          const persons = readPersons(answer);
          if (persons.length > 0) return { persons, address };
          unknown ??= address;
        } catch (error) {
          // One odd form of the address says nothing about the others.
          if (!(error instanceof JourneyError && error.kind === 'rejected')) throw error;
          rejection ??= error;
        }
      }
      if (unknown === undefined && rejection !== undefined) throw rejection;
      return { persons: [], address: unknown ?? '' };
    },

    async profile(personId, address, signal) {
      const chosen = await template(signal);
      if (chosen === undefined) return undefined;
      const read = async (path: string) => readProfile(await http.json(path, { signal }), chosen.name);
      const byAddress = () => read(paths.profileOfAddress(projectId, address, chosen.id)).catch(nobody);
      if (personId === '') return byAddress();
      // The documents allow agents the way by person only; where that one is closed, the other has been seen to work.
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

async function* readEach<T>(texts: AsyncIterable<string>, read: (text: string) => T | undefined): AsyncGenerator<T> {
  for await (const text of texts) {
    const value = read(text);
    if (value !== undefined) yield value;
  }
}

/** An unknown address is not an error: nobody has it. */
function nobody(error: unknown): undefined {
  if (error instanceof JourneyError && error.kind === 'not-found') return undefined;
  throw error;
}
