import { JourneyError } from '../../domain/base/journey-error.js';
import { matchOf, type Person } from '../../domain/person/person.js';
import { createYieldToPage } from '../../platform/yield-to-page.js';
import type { LineOptions } from '../stream/event-stream.js';
import type { Http } from '../http/http.js';
import type { ReconnectingOptions } from '../stream/reconnecting.js';
import type { JourneySource } from '../journey-source.js';
import type { StreamAuth } from './data-center.js';
import { readHistoryPage } from './wire/event-wire.js';
import { undefinedIfNotFound } from './not-found.js';
import { pages, pageSize } from './paging.js';
import { requireValue, paths } from './wire/paths.js';
import { readPersons } from './wire/person-wire.js';

/** A service without paging sends a whole journey in one response: too many events to process without a pause. */
const mostAtOnce = 1_000;

/** The connection to one project of CJDS. */
export interface CjdsOptions extends LineOptions, ReconnectingOptions {
  readonly http: Http;
  readonly projectId: string;
  /** Only sent by streams with the token in the URL. */
  readonly organizationId?: string | undefined;
  /** ID or name of the profile template; {@link chooseTemplate} has the default. */
  readonly templateId?: string | undefined;
  readonly streamAuth?: StreamAuth;
}

/**
 * The person with an address, and their past events, in one project of Cisco's Customer Journey Data Service (CJDS).
 */
export function createCjdsSource(options: CjdsOptions): Required<Pick<JourneySource, 'history' | 'person'>> {
  const { http, projectId, now = Date.now } = options;
  const { yieldToPage = createYieldToPage() } = options;

  return {
    async *history(address, signal) {
      const load = async (page: number) => {
        const query = { identity: requireValue(address), page, pageSize };
        return readHistoryPage(await http.json(paths.events(projectId), { signal, query }), now());
      };
      try {
        for await (const page of pages(load, ({ key }) => key)) {
          for (let start = 0; start < page.length; start += mostAtOnce) {
            yield page.slice(start, start + mostAtOnce);
            await yieldToPage();
          }
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },

    async person(candidates, signal) {
      if (candidates.length === 0) return matchOf([], []);
      const holders = async (...forms: readonly string[]) =>
        readPersons(await http.json(paths.persons(projectId, forms), { signal }).catch(undefinedIfNotFound));
      try {
        return matchOf(candidates, await holders(...candidates));
      } catch (error) {
        if (!isRejection(error) || candidates.length === 1) throw error;
      }
      // Read each form alone: one rejected form says nothing about the others, and two persons may have one number in
      // two forms.
      const persons: Person[] = [];
      const accepted: string[] = [];
      let rejection: unknown;
      for (const form of candidates) {
        try {
          persons.push(...(await holders(form)));
          accepted.push(form);
        } catch (error) {
          if (!isRejection(error)) throw error;
          rejection ??= error;
        }
      }
      if (accepted.length === 0) throw rejection;
      return matchOf(accepted, persons);
    },
  };
}

const isRejection = (error: unknown): boolean => error instanceof JourneyError && error.kind === 'rejected';
