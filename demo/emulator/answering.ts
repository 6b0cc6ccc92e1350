import { HttpResponse, type HttpResponseResolver } from 'msw';
import { textOf } from './cloud-event';
import { errorResponse } from './errors-wire.js';
import type { Faults, RouteName } from './faults.js';
import { Refusal } from './refusal.js';
import type { World } from './world.js';
import type { Project } from './model.js';

/** A request with an accepted token. */
export interface Call {
  readonly request: Request;
  readonly query: URLSearchParams;
  /** A part of the path, decoded. */
  readonly part: (name: string) => string;
  /** The project in the path. @throws Refusal 404 */
  readonly project: () => Project;
  /** @throws Refusal 403 for an agent's token, which starts with `agent`: it only has the scope cjp:user. */
  readonly demandConfigWrite: () => void;
  /** @throws Refusal 400 */
  readonly json: () => Promise<unknown>;
}

/** Answers a call. @throws Refusal if the service would refuse it */
export type Answer = (call: Call) => Response | Promise<Response>;

/** Makes an msw resolver from an answer: applies faults, checks the token, and turns refusals into responses. */
export type Answering = (route: RouteName, answer: Answer) => HttpResponseResolver;

async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0 || signal.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

/** From the header or, for streams, from the query parameter that `EventSource` needs. */
function tokenOf(request: Request, route: RouteName, query: URLSearchParams): string | undefined {
  const header = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  return header ?? (route.endsWith('-stream') ? (query.get('bearerToken') ?? undefined) : undefined);
}

const callOf = (
  world: World,
  request: Request,
  token: string,
  query: URLSearchParams,
  params: Readonly<Record<string, unknown>>,
): Call => {
  const part = (name: string): string => textOf(params[name]);
  return {
    request,
    query,
    part,
    project: () => world.project(part('project')),
    demandConfigWrite() {
      if (token.startsWith('agent')) throw new Refusal(403, 'The scope cjp:config_write is missing');
    },
    json: () =>
      request.json().catch(() => {
        throw new Refusal(400, 'Malformed JSON');
      }) as Promise<unknown>,
  };
};

/** `tokens`: the accepted ones; default: all but `expired…`. */
export function createAnswering(world: World, faults: Faults, tokens?: ReadonlySet<string>): Answering {
  const accepts = (token: string | undefined): boolean =>
    token !== undefined && !faults.refuses(token) && (tokens ? tokens.has(token) : !token.startsWith('expired'));

  return (route, answer) =>
    async ({ request, params }) => {
      const query = new URL(request.url).searchParams;
      const { delay, network, status, retryAfter, body } = faults.forRequest(route);
      await wait(delay, request.signal);
      if (network) return HttpResponse.error();
      const now = world.now();
      if (status !== undefined) return errorResponse({ status, retryAfter, body, now });
      const token = tokenOf(request, route, query);
      if (!accepts(token)) {
        return errorResponse({ status: 401, message: 'The token is missing, invalid or expired', now });
      }
      try {
        return await answer(callOf(world, request, token ?? '', query, params));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return errorResponse({ ...error, message: error.message, now });
      }
    };
}
