import { http, HttpResponse, type RequestHandler } from 'msw';
import type { Answering, Call } from './answering.js';
import { isRecord, payloadOf, type Json } from './cloud-event';
import { Refusal } from './refusal.js';
import { recordOf } from './search-wire.js';
import type { World } from './world.js';
import type { StoredEvent } from './model.js';

const day = 86_400_000;

/** A response with errors in the body, as in GraphQL. */
const unanswerable = (message: string): Response => HttpResponse.json({ data: null, errors: [{ message }] });

/** The part of the contact center's Search API that returns interaction records by ID. */
export function searchHandlers(world: World, answering: Answering): RequestHandler[] {
  const eventsOf = (taskId: unknown): readonly StoredEvent[] =>
    world
      .projects()
      .flatMap(({ events }) => events.of())
      .filter(({ event }) => payloadOf(event)['taskId'] === taskId && /^(task|agent):/.test(event.type))
      .sort((a, b) => a.at - b.at);

  const search = async ({ json }: Call): Promise<Response> => {
    const body = await json();
    if (!isRecord(body) || typeof body['query'] !== 'string') throw new Refusal(400, 'query is missing');
    const { query } = body;
    const variables = isRecord(body['variables']) ? body['variables'] : {};
    const { from, to } = variables;
    if (typeof from !== 'number' || typeof to !== 'number' || from >= to)
      throw new Refusal(400, 'from and to are times');
    if (from < world.now() - 3 * 365 * day) throw new Refusal(422, 'from lies more than 36 months back');
    if (to > world.now()) throw new Refusal(422, 'to lies in the future');
    if (to - from > 30 * day) throw new Refusal(422, 'Activities are given for at most 30 days');
    if (!/\btaskDetails\s*\(/.test(query)) return unanswerable('Only taskDetails is emulated');
    const ids = [...query.matchAll(/\bid\s*:\s*{\s*equals\s*:\s*\$(\w+)/g)].map(([, name = '']) => variables[name]);
    if (ids.length === 0) return unanswerable('Only the filter by id, with variables, is emulated');
    const tasks = [...new Set(ids)]
      .map(eventsOf)
      .filter(([first]) => first !== undefined && first.at >= from && first.at <= to)
      .map((events): Json => recordOf(events, world));
    return HttpResponse.json({ data: { taskDetails: { tasks, pageInfo: { hasNextPage: false, endCursor: null } } } });
  };

  return [http.post('*/search', answering('search', search))];
}
