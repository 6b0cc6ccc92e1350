import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { bundleScripts } from './build/bundles.js';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '5173' }, // 0: any free port
    host: { type: 'string', default: 'localhost' },
    'no-build': { type: 'boolean', default: false },
  },
});

const port = Number(options.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port must be a number from 0 to 65535, not "${options.port}".`);
  process.exit(2);
}

if (!options['no-build']) await bundleScripts();

const server = await createServer({ logLevel: 'warn', server: { host: options.host, port } });
await server.listen();

const address = server.httpServer?.address();
const actualPort = typeof address === 'object' && address ? address.port : port;
if (port !== 0 && actualPort !== port) console.log(`Port ${port} is busy, taking ${actualPort}.`);
const host = options.host.includes(':') ? `[${options.host}]` : options.host;
console.log(`The demo desktop: http://${host}:${actualPort}/`);
console.log(`The Layout studio: http://${host}:${actualPort}/tools/layout.html`);
