import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { transform } from 'esbuild';
import { headersFor } from '../../scripts/frame-headers.js';
import { staticFiles } from '../../scripts/static-files.js';

/** One request, as in an access log. */
export interface LoggedRequest {
  readonly url: string;
  readonly referrer: string;
}

/** The running servers. */
export interface CrmServers {
  /** The origin of the CRM's pages: this machine by its IP address. */
  readonly crm: string;
  /** Another origin of the CRM, which no settings name. */
  readonly otherCrm: string;
  /** The origin of Wayline's page: this machine by its name, and so another site. */
  readonly page: string;
  readonly log: readonly LoggedRequest[];
  close(): void;
}

/** How Wayline's page is served in one folder. */
export interface Setup {
  /** The settings in `wayline-config.json`, besides the service; without them, the file is missing. */
  readonly config?: object;
  /** The origins in `frame-ancestors`; default: the CRM. */
  readonly ancestors?: readonly string[];
}

/** How to start the servers. */
export interface CrmOptions {
  /** The URL of the journey service. */
  readonly service: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** How long Wayline's page waits for the host's hello, milliseconds; default 10,000. */
  readonly patience?: number;
  /** More folders. */
  readonly setups?: (crm: string, otherCrm: string) => Readonly<Record<string, Setup>>;
}

type Answer = (request: IncomingMessage, response: ServerResponse, path: string) => void;

const projectPath = (path: string) => resolve(import.meta.dirname, '../..', path);

/**
 * Serves a CRM look-alike and the built page on two origins. The first folder of the page's address says how it is set up:
 *
 * | `/ok/`              | valid                          |
 * | `/other-hosts/`     | its settings name another host           |
 * | `/no-settings/`     | `wayline-config.json` is missing         |
 * | `/broken-settings/` | a wildcard among the hosts               |
 * | `/framed-elsewhere/`| `frame-ancestors` names another host     |
 */
export async function startCrm(options: CrmOptions): Promise<CrmServers> {
  const { port = 0, patience = 10_000, service } = options;
  const log: LoggedRequest[] = [];
  const serve = async (wanted: number, answer: Answer) => {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      log.push({ url: request.url ?? '', referrer: request.headers.referer ?? '' });
      answer(request, response, pathname);
    });
    server.listen(wanted, '127.0.0.1');
    await once(server, 'listening');
    return { server, port: (server.address() as AddressInfo).port };
  };

  const crmPages = await serve(port, crmAnswer);
  const otherPages = await serve(port && port + 1, crmAnswer);
  const crm = `http://127.0.0.1:${crmPages.port}`;
  const otherCrm = `http://127.0.0.1:${otherPages.port}`;
  const setups = { ...demoSetups(crm), ...options.setups?.(crm, otherCrm) };
  const settings = { baseUrl: service, organizationId: 'demo', patience };
  const wayline = await serve(port && port + 2, pageAnswer({ crm, service, settings, setups }));
  const servers: readonly Server[] = [crmPages.server, otherPages.server, wayline.server];
  return {
    crm,
    otherCrm,
    page: `http://localhost:${wayline.port}`,
    log,
    close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

const elsewhere = 'https://crm.example.com';

const demoSetups = (crm: string): Readonly<Record<string, Setup>> => ({
  ok: { config: { hosts: [crm] } },
  'other-hosts': { config: { hosts: [elsewhere] } },
  'broken-settings': { config: { hosts: ['https://*.example.com'] } },
  'framed-elsewhere': { config: { hosts: [crm] }, ancestors: [elsewhere] },
});

interface PageOptions {
  readonly crm: string;
  readonly service: string;
  readonly settings: object;
  readonly setups: Readonly<Record<string, Setup>>;
}

function pageAnswer({ crm, service, settings, setups }: PageOptions): Answer {
  const files = staticFiles(projectPath('dist'));
  return (request, response, path) => {
    const [, name = '', ...rest] = path.split('/');
    const { ancestors = [crm], config } = setups[name] ?? {};
    const headers = headersFor({ hosts: ancestors, services: [service] });
    for (const [header, value] of headers) response.setHeader(header, value);
    if (rest.join('/') === 'wayline-config.json') {
      response.writeHead(config === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ...settings, ...config }));
      return;
    }
    request.url = `/${rest.join('/')}`;
    files(request, response, () => response.writeHead(404).end());
  };
}

const crmAnswer: Answer = (request, response, path) => {
  const notFound = () => response.writeHead(404).end();
  if (path === '/host.js') {
    staticFiles(projectPath('dist'))(request, response, notFound);
  } else if (path.endsWith('.ts')) {
    readFile(projectPath(`demo/crm${path}`), 'utf8')
      .then((code) => transform(code, { loader: 'ts' }))
      .then(({ code }) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(code), notFound);
  } else {
    if (path === '/') request.url = '/crm.html';
    staticFiles(projectPath('demo/crm'))(request, response, notFound);
  }
};
