import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { getResponse, type RequestHandler } from 'msw';
import { createEmulator } from './emulator.js';
import { createFaults, type Faults } from './faults.js';
import { createHandlers } from './handlers.js';
import type { World } from './world.js';

/** A running server. */
export interface EmulatorServer {
  readonly url: string;
  readonly world: World;
  readonly faults: Faults;
  /** Closes every connection. */
  close(): Promise<void>;
}

/** Where to listen, and what to serve. */
export interface ServerOptions {
  /** Default 0: any free port. If a port is in use, the next one is tried. */
  readonly port?: number;
  /** Default 127.0.0.1: this machine only. */
  readonly host?: string;
  /** Default: an empty one. */
  readonly world?: World;
}

const anyOrigin = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Retry-After',
};
const preflight = {
  ...anyOrigin,
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type',
  'access-control-max-age': '600',
};

function requestOf(message: IncomingMessage, signal: AbortSignal): Request {
  const { method = 'GET', url = '/', headers } = message;
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const init: RequestInit & { duplex?: 'half' } = { method, signal, headers: entries };
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = Readable.toWeb(message) as ReadableStream<Uint8Array>;
    init.duplex = 'half';
  }
  return new Request(new URL(url, 'http://emulator.localhost'), init);
}

async function answer(handlers: RequestHandler[], message: IncomingMessage, reply: ServerResponse): Promise<void> {
  if (message.method === 'OPTIONS') {
    reply.writeHead(204, preflight).end();
    return;
  }
  const gone = new AbortController();
  reply.on('close', () => gone.abort());
  const response = await getResponse(handlers, requestOf(message, gone.signal), { quiet: true });
  if (response?.type === 'error' || gone.signal.aborted) {
    await response?.body?.cancel();
    reply.destroy();
    return;
  }
  reply.writeHead(response?.status ?? 404, { ...Object.fromEntries(response?.headers ?? []), ...anyOrigin });
  reply.flushHeaders();
  if (!response?.body) {
    reply.end();
    return;
  }
  // The pipeline waits for slow readers, and cancels the body when the client disconnects.
  await pipeline(Readable.fromWeb(response.body as NodeStream<Uint8Array>), reply);
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  for (let candidate = port; ; candidate++) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once('error', resolve);
      server.listen(candidate, host, () => {
        server.off('error', resolve);
        resolve(undefined);
      });
    });
    if (!error) return;
    if (error.code !== 'EADDRINUSE' || candidate >= Math.min(port + 100, 65_535)) throw error;
  }
}

/** Serves the emulator over HTTP, with streams, to pages of any origin. */
export async function startEmulatorServer(options: ServerOptions = {}): Promise<EmulatorServer> {
  const { port = 0, host = '127.0.0.1', world = createEmulator().world } = options;
  const faults = createFaults();
  const handlers = createHandlers(world, faults);
  const server = createServer((message, reply) => {
    answer(handlers, message, reply).catch((error: unknown) => {
      if (reply.headersSent) reply.destroy();
      else reply.writeHead(error instanceof URIError ? 400 : 500, anyOrigin).end();
    });
  });
  await listen(server, port, host);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    world,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
