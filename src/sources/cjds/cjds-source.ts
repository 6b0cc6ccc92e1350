import { JourneyError } from '../../domain/error.js';
import type { JourneyEvent } from '../../domain/event.js';
import type { PersonMatch } from '../../domain/person.js';
import type { Profile } from '../../domain/profile.js';
import { reconnecting, serverSentEvents } from '../event-stream.js';
import type { Http } from '../http.js';
import { sharedRead } from '../shared-read.js';
import type { JourneySource } from '../source.js';
import type { Wait } from '../wait.js';
import type { StreamAuth } from './data-center.js';
import { readHistoryPage, readStreamMessage } from './event-wire.js';
import { pages, pageSize } from './paging.js';
import { given, paths } from './paths.js';
import { readPersons } from './person-wire.js';
import { readProfile, readProfileMessage } from './profile-wire.js';
import { chooseTemplate } from './template.js';

export interface CjdsOptions {
  readonly http: Http;
  readonly projectId: string;
  /** Only streams whose token travels in the address send it. */
  readonly organizationId?: string | undefined;
  /** Id or name of the profile template; see {@link chooseTemplate} for what happens without. */
  readonly templateId?: string | undefined;
  readonly streamAuth?: StreamAuth;
  readonly now?: () => number;
  readonly wait?: Wait;
  readonly random?: () => number;
}

/** Journeys of one project of Cisco's Customer Journey Data Service. */
export function createCjdsSource(options: CjdsOptions): Required<JourneySource> {
  const { http, projectId, organizationId, templateId, streamAuth = 'header', now = Date.now } = options;
  const template = sharedRead((signal) => chooseTemplate(http, projectId, templateId, signal));
  const streamOptions = streamAuth === 'query' ? { query: { organizationId }, tokenParameter: 'bearerToken' } : {};

  async function listen<T>(path: string, read: (text: string) => T | undefined, signal: AbortSignal) {
    const body = await http.stream(path, { signal, ...streamOptions });
    return readEach(serverSentEvents(body, signal), read);
  }

  return {
    async *history(address, signal) {
      const load = async (page: number) => {
        const query = { identity: given(address), page, pageSize };
        return readHistoryPage(await http.json(paths.events(projectId), { signal, query }), now());
      };
      try {
        yield* pages(load, ({ key }) => key);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },

    live: (address, signal) => {
      const path = () => paths.eventStream(projectId, address);
      const connect = () => listen<JourneyEvent>(path(), (text) => readStreamMessage(text, now()), signal);
      return reconnecting(connect, signal, options);
    },

    async person(candidates, signal): Promise<PersonMatch> {
      for (const address of candidates) {
        const answer = await http.json(paths.persons(projectId, address), { signal }).catch(nobody);
        const persons = readPersons(answer);
        if (persons.length > 0) return { persons, address };
      }
      return { persons: [], address: candidates[0] ?? '' };
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
      const connect = async () => {
        const chosen = await template(signal);
        if (chosen === undefined) return undefined;
        const path = paths.profileStream(projectId, address, chosen.id);
        return listen<Profile>(path, (text) => readProfileMessage(text, chosen.name), signal);
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
