import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

const mediaTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Serves the files under `root` without caching, and calls `next` for every other path. */
export const staticFiles = (root: string) => (request: IncomingMessage, response: ServerResponse, next: () => void) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const file = join(root, decodeURIComponent(pathname));
  if (!file.startsWith(root + sep)) {
    next();
    return;
  }
  readFile(file).then(
    (body) => {
      const type = mediaTypes[extname(file)] ?? 'application/octet-stream';
      response
        .writeHead(200, {
          'content-type': `${type}; charset=utf-8`,
          'cache-control': 'no-store',
          'access-control-allow-origin': '*', // a sandboxed frame has no origin of its own
        })
        .end(body);
    },
    () => next(),
  );
};
