import type { RequestHandler } from 'msw';
import { createAnswering } from './answering.js';
import { controlHandlers } from './control-handlers.js';
import { eventHandlers } from './event-handlers.js';
import type { Faults } from './faults.js';
import { personHandlers } from './person-handlers.js';
import { profileHandlers } from './profile-handlers.js';
import { projectHandlers } from './project-handlers.js';
import { searchHandlers } from './search-handlers.js';
import { createStreams, type Streams } from './streams.js';
import { templateHandlers } from './template-handlers.js';
import type { World } from './world.js';

/** Options of the handlers. */
export interface HandlersOptions {
  /** Where open streams are registered; default: a registry of its own. */
  readonly streams?: Streams;
  /** The accepted tokens, checked for each request; default: all but those that start with `expired`. */
  readonly tokens?: ReadonlySet<string>;
}

/** CJDS and the Search API on any host, as msw handlers; used in a service worker, in tests and over HTTP. */
export function createHandlers(world: World, faults: Faults, options: HandlersOptions = {}): RequestHandler[] {
  const { streams = createStreams({ now: world.now, faults }), tokens } = options;
  const answering = createAnswering(world, faults, tokens);
  return [
    ...eventHandlers(world, streams, answering),
    ...profileHandlers(world, streams, answering),
    ...templateHandlers(world, answering),
    ...personHandlers(world, answering),
    ...projectHandlers(world, answering),
    ...controlHandlers(faults, streams),
    ...searchHandlers(world, answering), // last: its path is the end of another route's path
  ];
}
