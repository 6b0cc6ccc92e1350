import type { FrameLocator, Page } from '@playwright/test';
import { startCrm, type CrmServers, type Setup } from '../../../demo/crm/servers.js';
import type { connectWayline, ContextDetails, Identity, WaylineLink } from '../../../src/embed/host/connect-wayline.js';
import { test as base } from './servers.js';

export const secret = 'secret-agent-token-0815';

export const anais: readonly Identity[] = [
  { kind: 'phone', value: '+1 (415) 555-0132' },
  { kind: 'email', value: 'anais.moreau@example.com' },
];
export const soren: readonly Identity[] = [{ kind: 'email', value: 'soren.dahlgaard@example.com' }];

/** In the CRM's page: the requests and messages it got, and its links by the name of their frame. */
export interface Crm {
  readonly connect: typeof connectWayline;
  readonly links: Record<string, WaylineLink>;
  readonly asked: string[];
  readonly told: string[];
  /** Its lifetime in milliseconds. Each token that starts with `expired` is different. `undefined`: no sign-in. */
  token: { value: string; lifetime: number } | undefined;
}

declare global {
  interface Window {
    crm: Crm;
  }
}

/** Runs in the CRM's page, before its other scripts. */
function defineCrm(value: string): void {
  const { Wayline } = globalThis as unknown as { Wayline: { connect: typeof connectWayline } };
  const { connect } = Wayline;
  window.crm = { connect, links: {}, asked: [], told: [], token: { value, lifetime: 3_600_000 } };
}

const markup = `<!doctype html><html lang="en"><title>CRM</title><style>
  html, body { block-size: 100%; margin: 0 } body { display: flex } iframe { inline-size: 500px; border: 0 }
</style><script src="/host.js"></script><body></body></html>`;

/** A page of a CRM at `origin`, empty except for the host helper. */
export async function openCrm(page: Page, origin: string, hostScript?: string): Promise<void> {
  await page.route(`${origin}/crm-page`, (route) => route.fulfill({ contentType: 'text/html', body: markup }));
  if (hostScript !== undefined) await page.route(`${origin}/host.js`, (route) => route.fulfill({ path: hostScript }));
  await page.goto(`${origin}/crm-page`);
  await page.evaluate(defineCrm, secret);
}

export interface FrameOptions {
  readonly name?: string;
  readonly sandbox?: string;
  readonly patience?: number;
  readonly allowedLinks?: readonly string[];
}

/** Adds a frame without linking it. Resolves when it has loaded or failed. */
export const addFrame = (page: Page, src: string, { name = 'journey', sandbox }: FrameOptions = {}): Promise<void> =>
  page.evaluate(
    async ([url, id, tokens]) => {
      const frame = document.createElement('iframe');
      frame.name = frame.id = id;
      frame.title = id;
      if (tokens !== undefined) frame.setAttribute('sandbox', tokens);
      frame.src = url;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      document.body.append(frame);
      await loaded;
    },
    [src, name, sandbox] as const,
  );

/** Links the frame with this name. */
export const connect = (page: Page, origin: string, { name = 'journey', ...options }: FrameOptions = {}) =>
  page.evaluate(
    ({ frame, pageOrigin, rest }) => {
      const { asked, connect: link, links, told } = window.crm;
      links[frame] = link(document.getElementById(frame) as HTMLIFrameElement, {
        origin: pageOrigin,
        ...rest,
        getToken: (reason) => {
          asked.push(`${frame} ${reason}`);
          const { token } = window.crm;
          const { lifetime, value } = token ?? { lifetime: 0, value: '' };
          const counted = value.startsWith('expired') ? `${value}-${asked.length}` : value;
          return token && { value: counted, expiresAt: Date.now() + lifetime };
        },
        onOpen: (url) => told.push(`open ${url.href}`),
        onProblem: (code) => told.push(`problem ${code}`),
      });
      links[frame].addEventListener('wayline-linked', () => told.push('linked'));
    },
    { frame: name, pageOrigin: origin, rest: options },
  );

export const show = (page: Page, identities: readonly Identity[], details: ContextDetails = {}, name = 'journey') =>
  page.evaluate(([frame, shown, more]) => window.crm.links[frame]!.show(shown, more), [
    name,
    identities,
    details,
  ] as const);

export const told = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.crm.told);
export const asked = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.crm.asked);

export const inFrame = (page: Page, name = 'journey'): FrameLocator => page.frameLocator(`#${name}`);

const lookAlikeHosts = ['https://good.example'];

/** Origins that look like a host's origin but are not. */
export const lookAlikes = [
  ...['https://good.example.evil.test', 'http://good.example', 'https://good.example:8443'],
  ...['https://evil-good.example', 'https://www.good.example'],
];

const setups = (crm: string, otherCrm: string): Readonly<Record<string, Setup>> => ({
  // The header allows it, so that the handshake has to refuse it.
  unlisted: { config: { hosts: [crm] }, ancestors: [crm, otherCrm] },
  'look-alikes': {
    config: { hosts: lookAlikeHosts },
    ancestors: [...lookAlikeHosts, ...lookAlikes.filter((origin) => origin.startsWith('https:')), crm],
  },
  adapted: { config: { adapter: 'fake', adapterSettings: { name: 'Søren' } } },
  hasty: { config: { hosts: [crm], patience: 1 } },
});

interface CrmFixture {
  /** A CRM and Wayline's page on two origins, and a log of the requests. */
  readonly crm: CrmServers;
}

export const test = base.extend<CrmFixture>({
  crm: async ({ emulator }, use) => {
    const servers = await startCrm({ service: emulator.url, setups });
    await use(servers);
    servers.close();
  },
});

export { expect } from './servers.js';
