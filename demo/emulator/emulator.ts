import type { RequestHandler } from 'msw';
import { createFaults, type Faults } from './faults.js';
import { createHandlers } from './handlers.js';
import { createStreams, type Streams } from './streams.js';
import { createWorld, type World, type WorldOptions } from './world.js';

export interface Emulator {
  readonly world: World;
  readonly faults: Faults;
  readonly streams: Streams;
  readonly handlers: RequestHandler[];
}

export interface EmulatorOptions extends WorldOptions {
  /** Fills the world, e.g. `seedDemoWorld`; an empty one when absent. */
  readonly seed?: (world: World, now: number) => void;
  /** See `HandlersOptions`. */
  readonly tokens?: ReadonlySet<string>;
  /** Milliseconds between two heartbeats of a stream. Default 15 s. */
  readonly heartbeat?: number;
}

/** CJDS in memory, ready to answer. */
export function createEmulator({ seed, tokens, heartbeat, ...options }: EmulatorOptions = {}): Emulator {
  const world = createWorld(options);
  const faults = createFaults();
  const streams = createStreams({ now: world.now, faults, ...(heartbeat !== undefined && { heartbeat }) });
  seed?.(world, world.now());
  return { world, faults, streams, handlers: createHandlers(world, faults, { streams, ...(tokens && { tokens }) }) };
}
