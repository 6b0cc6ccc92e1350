import type { RequestHandler } from 'msw';
import { createFaults, type Faults } from './faults.js';
import { createHandlers } from './handlers.js';
import { createStreams, type Streams } from './streams.js';
import { createWorld, type World, type WorldOptions } from './world.js';

/** An emulator: its data, faults, streams and handlers. */
export interface Emulator {
  readonly world: World;
  readonly faults: Faults;
  readonly streams: Streams;
  readonly handlers: RequestHandler[];
}

/** How to create an emulator. */
export interface EmulatorOptions extends WorldOptions {
  /** Fills the emulator with data, e.g. `seedDemoWorld`; default: empty. */
  readonly seed?: (world: World, now: number) => void;
  /** See `HandlersOptions`. */
  readonly tokens?: ReadonlySet<string>;
  /** Milliseconds between two heartbeats of a stream; default 15,000. */
  readonly heartbeat?: number;
}

/** An emulator of CJDS with its data in memory. */
export function createEmulator({ seed, tokens, heartbeat, ...options }: EmulatorOptions = {}): Emulator {
  const world = createWorld(options);
  const faults = createFaults();
  const streams = createStreams({ now: world.now, faults, ...(heartbeat !== undefined && { heartbeat }) });
  seed?.(world, world.now());
  return { world, faults, streams, handlers: createHandlers(world, faults, { streams, ...(tokens && { tokens }) }) };
}
