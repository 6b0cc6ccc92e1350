import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { createTokenService } from './service.mjs';

const {
  ORIGIN: origin,
  WEBEX_CLIENT_ID: clientId,
  WEBEX_CLIENT_SECRET: clientSecret,
  OPENERS = '',
  SERVICE_KEY: serviceKey,
  HUBSPOT_CLIENT_SECRET: hubSpotSecret,
  PORT = '8788',
} = process.env;

if (!origin || !clientId || !clientSecret) {
  console.error('Set ORIGIN, WEBEX_CLIENT_ID and WEBEX_CLIENT_SECRET. See docs/crm/tokens.md.');
  process.exit(1);
}

const openers = OPENERS.split(',').filter((opener) => opener !== '');
const answer = createTokenService({ origin, clientId, clientSecret, openers, serviceKey, hubSpotSecret });

// Only listens on this machine: a proxy in front of it must provide https.
createServer(async (incoming, outgoing) => {
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  const request = new Request(new URL(incoming.url ?? '/', origin), {
    method: incoming.method,
    headers: incoming.headers,
    ...(hasBody && { body: Readable.toWeb(incoming), duplex: 'half' }),
  });
  const response = await answer(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}).listen(Number(PORT), '127.0.0.1', () => console.log(`Tokens at http://127.0.0.1:${PORT} for ${origin}`));
