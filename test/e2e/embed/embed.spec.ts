import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
  addFrame,
  anais,
  asked,
  connect,
  expect,
  inFrame,
  openCrm,
  secret,
  show,
  soren,
  test,
  told,
} from '../support/crm.js';
import { openStreams } from '../support/open-streams.js';
import { publishData } from '../support/publish.js';

/** A linked frame that shows Anaïs. */
async function showAnais(page: Page, { crm, page: origin }: { crm: string; page: string }, setup = 'ok') {
  await openCrm(page, crm);
  await addFrame(page, `${origin}/${setup}/embed.html`);
  await connect(page, origin);
  await show(page, anais);
  await expect(inFrame(page).getByText('Premium Fibre')).toBeVisible();
}

test('the frame shows the CRM’s customer, found by any of their addresses', async ({ page, crm }) => {
  await showAnais(page, crm);
  await expect(inFrame(page).getByText("Anaïs Moreau-O'Neill").first()).toBeVisible();
  expect(await told(page)).toEqual(['linked']);
  expect(await asked(page)).toEqual(['journey start']);
});

test('the frame shows a customer within a second of the CRM’s message', async ({ page, crm }) => {
  await showAnais(page, crm);
  const times: number[] = [];
  // A busy machine is slow, not wrong: the best of several runs counts.
  for (const [identities, name] of [
    [soren, 'Søren Dahlgaard'],
    [anais, 'Anaïs'],
    [soren, 'Søren Dahlgaard'],
    [anais, 'Anaïs'],
  ] as const) {
    const frame = page.frame('journey')!;
    const shown = frame.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          const look = () => {
            const journey = document.querySelector('wayline-journey')?.shadowRoot;
            const heading = journey?.querySelector('wayline-header')?.shadowRoot?.querySelector('h2')?.textContent;
            if (heading?.includes(wanted)) resolve(performance.timeOrigin + performance.now());
            else requestAnimationFrame(look);
          };
          look();
        }),
      name,
    );
    const began = await page.evaluate((list) => {
      const now = performance.timeOrigin + performance.now();
      window.crm.links.journey!.show(list);
      return now;
    }, identities);
    times.push((await shown) - began);
  }
  expect(Math.min(...times)).toBeLessThan(1000);
});

test('the frame requests a token before the old one expires, and uses the new one', async ({ page, crm }) => {
  const tokens: string[] = [];
  page.on('request', (request) => tokens.push(request.headers()['authorization'] ?? ''));
  await page.clock.install();
  await showAnais(page, crm);
  await page.evaluate(() => (window.crm.token = { value: 'second-token', lifetime: 3_600_000 }));
  await page.clock.runFor('58:00');
  expect(await asked(page)).toEqual(['journey start']);
  await page.clock.runFor('02:00');
  await expect.poll(() => asked(page)).toEqual(['journey start', 'journey expiry']);
  await show(page, soren);
  await expect(inFrame(page).getByText('Søren Dahlgaard').first()).toBeVisible();
  expect(tokens).toContain('Bearer second-token');
});

test('the frame requests another token when the service refuses one, and uses it', async ({ page, crm, emulator }) => {
  await showAnais(page, crm);
  emulator.faults.add({ token: 'expired' });
  await page.evaluate(() => (window.crm.token = { value: 'second-token', lifetime: 3_600_000 }));
  await show(page, soren);
  await expect(inFrame(page).getByText('Søren Dahlgaard').first()).toBeVisible();
  expect(await asked(page)).toEqual(['journey start', 'journey refused']);
});

test('the frame tells the CRM when the second token is also refused', async ({ page, crm }) => {
  await openCrm(page, crm.crm);
  await page.evaluate(() => (window.crm.token = { value: 'expired-token', lifetime: 3_600_000 }));
  await addFrame(page, `${crm.page}/ok/embed.html`);
  await connect(page, crm.page);
  await show(page, anais);
  await expect.poll(() => asked(page)).toContain('journey refused');
  await inFrame(page).getByRole('button', { name: 'Try again' }).first().click();
  await expect.poll(() => told(page)).toContain('problem token-refused');
});

test('the frame says that there is no sign-in, and tries again on request', async ({ page, crm }) => {
  await page.clock.install();
  await openCrm(page, crm.crm);
  await page.evaluate(() => (window.crm.token = undefined));
  await addFrame(page, `${crm.page}/ok/embed.html`);
  await connect(page, crm.page);
  await show(page, anais);
  await expect(inFrame(page).getByRole('heading', { name: 'Waiting for sign-in' })).toBeVisible();
  await page.clock.runFor(10_000);
  await expect(inFrame(page).getByRole('heading', { name: 'Not signed in' })).toBeVisible();
  expect(await told(page)).toContain('problem no-token');
  await page.evaluate((value) => (window.crm.token = { value, lifetime: 3_600_000 }), secret);
  await inFrame(page).getByRole('button', { name: 'Try again' }).click();
  await expect(inFrame(page).getByText('Premium Fibre')).toBeVisible();
});

test('the frame links again after a reload of the frame, and shows the same customer', async ({ page, crm }) => {
  await showAnais(page, crm);
  for (let time = 0; time < 3; time++) {
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')!;
      frame.src = frame.getAttribute('src')!;
    });
    await expect.poll(async () => (await told(page)).filter((what) => what === 'linked').length).toBe(time + 2);
    await expect(inFrame(page).getByText('Premium Fibre')).toBeVisible();
  }
  expect(await told(page)).toEqual(['linked', 'linked', 'linked', 'linked']);
});

test('the frame links again after a reload of the CRM', async ({ page, crm }) => {
  await showAnais(page, crm);
  await showAnais(page, crm);
  expect(await told(page)).toEqual(['linked']);
});

test('a frame that is connected before it loads links once, and loading does not change this', async ({
  page,
  crm,
}) => {
  await page.clock.install();
  await openCrm(page, crm.crm);
  await page.evaluate((origin) => {
    const { connect: link, links, told: said } = window.crm;
    const frame = document.createElement('iframe');
    frame.id = 'journey';
    links.journey = link(frame, { origin, getToken: () => undefined, onProblem: (code) => said.push(code) });
    links.journey.addEventListener('wayline-linked', () => said.push('linked'));
    frame.src = `${origin}/ok/embed.html`;
    document.body.append(frame);
  }, crm.page);
  await expect(inFrame(page).getByRole('heading', { name: 'No customer selected' })).toBeVisible();
  await page.evaluate(() => document.querySelector('iframe')!.dispatchEvent(new Event('load')));
  await page.clock.runFor(9_000);
  await page.clock.runFor(9_000);
  await show(page, anais);
  await expect(inFrame(page).getByRole('heading', { name: 'Waiting for sign-in' })).toBeVisible();
  expect((await told(page)).filter((what) => what !== 'no-token')).toEqual(['linked']);
});

test('two frames show two customers, each only its own', async ({ page, crm }) => {
  await showAnais(page, crm);
  await addFrame(page, `${crm.page}/ok/embed.html`, { name: 'second' });
  await connect(page, crm.page, { name: 'second' });
  await show(page, soren, {}, 'second');
  await expect(inFrame(page, 'second').getByText('Søren Dahlgaard').first()).toBeVisible();
  await expect(inFrame(page).getByText('Anaïs').first()).toBeVisible();
  await expect(inFrame(page).getByText('Dahlgaard')).toHaveCount(0);
  await expect(inFrame(page, 'second').getByText('Moreau')).toHaveCount(0);
});

test('the frame shows the last customer of quick changes, and never two customers', async ({ page, crm }) => {
  await showAnais(page, crm);
  const frame = page.frame('journey')!;
  await frame.evaluate(() => {
    const textOf = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .map((one) => (one.shadowRoot ? textOf(one.shadowRoot) : ''))
        .concat(root.textContent ?? '')
        .join(' ');
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const look = () => {
      const text = textOf(document);
      const names = ['Moreau', 'Dahlgaard', 'Okonkwo'].filter((name) => text.includes(name)).join(' and ');
      if (seen.at(-1) !== names) seen.push(names);
      requestAnimationFrame(look);
    };
    look();
  });
  for (const identities of [soren, anais, soren, anais, soren]) await show(page, identities);
  await page.evaluate(() => window.crm.links.journey!.show([{ kind: 'phone', value: '+44 7700 900481' }]));
  await expect(inFrame(page).getByText('Amara Okonkwo').first()).toBeVisible();
  const seen = () => frame.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  await expect.poll(async () => (await seen()).at(-1)).toBe('Okonkwo');
  expect((await seen()).filter((names) => names.includes(' and '))).toEqual([]);
});

test('another contact of the same customer starts again', async ({ page, crm }) => {
  await openCrm(page, crm.crm);
  await addFrame(page, `${crm.page}/ok/embed.html`);
  await connect(page, crm.page);
  await show(page, anais, { interactionId: 'first' });
  await expect(inFrame(page).getByText('Premium Fibre')).toBeVisible();
  const search = inFrame(page).getByRole('searchbox');
  await search.fill('router');
  await show(page, anais, { interactionId: 'first', theme: 'dark' });
  await expect(inFrame(page).locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(search).toHaveValue('router');
  await show(page, anais, { interactionId: 'second' });
  await expect(search).toHaveValue('');
  await expect(inFrame(page).getByText('Premium Fibre')).toBeVisible();
});

test('the frame shows no customer after clear and for a record without an address, and closes every stream', async ({
  page,
  crm,
  emulator,
}) => {
  await showAnais(page, crm);
  await page.evaluate(() => window.crm.links.journey!.clear());
  await expect(inFrame(page).getByRole('heading', { name: 'No customer selected' })).toBeVisible();
  await expect(inFrame(page).getByText('Moreau')).toHaveCount(0);
  await expect.poll(async () => (await openStreams(emulator.url)).length).toBe(0);
  await show(page, [{ kind: 'email', value: '  ' }]);
  await expect(inFrame(page).getByRole('heading', { name: 'No customer selected' })).toBeVisible();
});

test('the CRM can disconnect: the frame then shows no customer', async ({ page, crm, emulator }) => {
  await showAnais(page, crm);
  await page.evaluate(() => window.crm.links.journey!.close());
  await expect(inFrame(page).getByRole('heading', { name: 'Disconnected' })).toBeVisible();
  await expect(inFrame(page).locator('wayline-journey')).toHaveCount(0);
  await expect.poll(async () => (await openStreams(emulator.url)).length).toBe(0);
});

test('the frame uses the language and the theme of the CRM', async ({ page, crm }) => {
  await showAnais(page, crm);
  await show(page, anais, { locale: 'de_AT', theme: 'dark' });
  await expect(inFrame(page).getByText('Letzte', { exact: false }).first()).toBeVisible();
  await page.evaluate(() => window.crm.links.journey!.show([], { locale: 'de_AT', theme: 'dark' }));
  await expect(inFrame(page).getByRole('heading', { name: 'Kein Kunde ausgewählt' })).toBeVisible();
  await expect(inFrame(page).locator('html')).toHaveAttribute('lang', 'de');
  const ground = await inFrame(page)
    .locator('body')
    .evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(ground).toBe('rgb(27, 29, 32)');
});

test('the CRM opens links into the CRM, and other links open as usual', async ({ page, crm, emulator }) => {
  const links = { into: 'https://crm.example.com/case/5', out: 'https://other.example.com/x' };
  await publishData(emulator.url, 'links', JSON.stringify({ ...links }));
  await openCrm(page, crm.crm);
  await addFrame(page, `${crm.page}/ok/embed.html`);
  await connect(page, crm.page, { allowedLinks: ['https://crm.example.com'] });
  await show(page, anais, { recordUrl: 'https://crm.example.com/contact/7' });
  const entry = inFrame(page).locator('wayline-entry').first();
  await entry.locator('button.title').click();
  await entry.getByRole('link', { name: links.into }).first().click();
  await expect.poll(() => told(page)).toContain(`open ${links.into}`);
  await page.context().route('https://other.example.com/**', (route) => route.fulfill({ body: 'other' }));
  const popup = page.context().waitForEvent('page');
  await entry.getByRole('link', { name: links.out }).first().click();
  expect((await popup).url()).toBe(links.out);
  expect((await told(page)).filter((what) => what.startsWith('open'))).toHaveLength(1);
});

test('the frame works when the browser blocks all storage', async ({ page, crm }) => {
  await page.addInitScript(() => {
    if (window === top) return;
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  });
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await showAnais(page, crm);
  await inFrame(page).getByRole('searchbox').fill('router');
  await expect(inFrame(page).getByText('Live', { exact: true })).toBeVisible();
  expect(errors).toEqual([]);
});

test('the frame works in a sandbox with allow-scripts and allow-same-origin', async ({ page, crm }) => {
  await openCrm(page, crm.crm);
  await addFrame(page, `${crm.page}/ok/embed.html`, { sandbox: 'allow-scripts allow-same-origin' });
  await connect(page, crm.page);
  await show(page, anais);
  await expect(inFrame(page).getByText('Premium Fibre')).toBeVisible();
});

test('both sides explain the problem in a sandbox without allow-same-origin', async ({ page, crm }) => {
  await openCrm(page, crm.crm);
  await addFrame(page, `${crm.page}/ok/embed.html`, { sandbox: 'allow-scripts' });
  await connect(page, crm.page);
  await expect(inFrame(page).getByRole('heading', { name: 'The frame is too restricted' })).toBeVisible();
  await expect(inFrame(page).getByText('allow-same-origin')).toBeVisible();
  await expect.poll(() => told(page)).toEqual(['problem sandboxed']);
});

test('the CRM gets no-answer if frame-ancestors does not name it, and the how-to explains why', async ({
  page,
  crm,
}) => {
  await openCrm(page, crm.crm);
  await addFrame(page, `${crm.page}/framed-elsewhere/embed.html`);
  await connect(page, crm.page, { patience: 1000 });
  await show(page, anais);
  await expect.poll(() => told(page)).toEqual(['problem no-answer']);
  expect(await asked(page)).toEqual([]);
  const causes = readFileSync('docs/crm/own-host.md', 'utf8')
    .split('\n')
    .filter((line) => line.includes('`no-answer`'));
  expect(causes.join('\n')).toContain('frame-ancestors');
});

for (const [setup, title, detail] of [
  ['no-settings', 'The settings are missing', 'wayline-config.json'],
  ['broken-settings', 'The settings are not valid', 'hosts: "https://*.example.com"'],
  ['other-hosts', 'Not allowed here', 'http://127.0.0.1'],
] as const) {
  test(`the frame explains the problem: ${title}`, async ({ page, crm }) => {
    await openCrm(page, crm.crm);
    await addFrame(page, `${crm.page}/${setup}/embed.html`);
    await connect(page, crm.page);
    await expect(inFrame(page).getByRole('heading', { name: title })).toBeVisible();
    await expect(inFrame(page).getByText(detail).first()).toBeVisible();
  });
}

const adapter = `export const createAdapter = (settings) => ({
  name: 'fake',
  start: async (update) => {
    if (settings.name !== 'Søren') throw new Error('Another setting');
    update({ identities: [{ kind: 'email', value: 'soren.dahlgaard@example.com' }] });
  },
  token: async () => ({ value: 'demo', expiresAt: Date.now() + 3_600_000 }),
  stop: () => undefined,
});`;

test('an adapter in the settings replaces the host, and the frame ignores a hello', async ({ page, crm }) => {
  await page.route('**/adapters/fake.js', (route) => route.fulfill({ contentType: 'text/javascript', body: adapter }));
  const violations = await watchViolations(page);
  await openCrm(page, crm.crm);
  await addFrame(page, `${crm.page}/adapted/embed.html`);
  await expect(inFrame(page).getByText('Søren Dahlgaard').first()).toBeVisible();
  await connect(page, crm.page, { patience: 1 });
  await expect.poll(() => told(page)).toEqual(['problem no-answer']);
  expect(violations).toEqual([]);
});

test('the frame names the adapter that could not be started', async ({ page, crm }) => {
  await openCrm(page, crm.crm);
  await addFrame(page, `${crm.page}/adapted/embed.html`);
  await expect(inFrame(page).getByRole('heading', { name: 'The CRM does not respond' })).toBeVisible();
  await expect(inFrame(page).getByText('fake')).toBeVisible();
  await expect(inFrame(page).locator('wayline-journey')).toHaveCount(0);
});

test('the frame shows why an adapter does not start, and says at once that there is no sign-in', async ({
  page,
  crm,
}) => {
  let body = adapter.replace("'Søren'", "'somebody else'");
  await page.route('**/adapters/fake.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await openCrm(page, crm.crm);
  await addFrame(page, `${crm.page}/adapted/embed.html`);
  await expect(inFrame(page).getByRole('heading', { name: 'The journey cannot be opened' })).toBeVisible();
  await expect(inFrame(page).getByText('Another setting')).toBeVisible();

  body = adapter.replace(/token: async .*/, 'token: async () => undefined,');
  await addFrame(page, `${crm.page}/adapted/embed.html`, { name: 'second' });
  await expect(inFrame(page, 'second').getByRole('heading', { name: 'Not signed in' })).toBeVisible();
  await expect(inFrame(page, 'second').getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('the page says that it belongs in a frame when it is opened directly', async ({ page, crm }) => {
  await page.goto(`${crm.page}/ok/embed.html`);
  await expect(page.getByText('This page must be in a frame')).toBeVisible();
});

/** Collects the policy violations of all frames. */
async function watchViolations(page: Page): Promise<readonly string[]> {
  const violations: string[] = [];
  await page.exposeFunction('reportViolation', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
      (globalThis as unknown as { reportViolation(text: string): void }).reportViolation(
        `${violatedDirective} ${blockedURI}`,
      ),
    );
  });
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  return violations;
}

test('the frame runs under the headers that the command prints, without a report', async ({ page, crm }) => {
  const violations = await watchViolations(page);
  await showAnais(page, crm);
  const frame = inFrame(page);
  await expect(frame.getByText('Live', { exact: true })).toBeVisible();
  await frame.locator('wayline-entry').first().locator('button').first().click();
  await expect(frame.locator('wayline-event, wayline-details').first()).toBeVisible();
  await frame.getByRole('searchbox').fill('router');
  await show(page, [], { theme: 'dark', locale: 'ja' });
  await expect(frame.getByRole('heading', { name: 'お客様が選択されていません' })).toBeVisible();
  expect(violations).toEqual([]);
});

test('no token and no identity appear in a URL, referrer, storage or log of either side', async ({
  page,
  crm,
  emulator,
}) => {
  const seen: string[] = [];
  page.on('console', (message) => seen.push(message.text()));
  // The service gets the customer in the URL, as everywhere. The token is in no URL, not even there.
  page.on('request', (request) => {
    const own = !request.url().startsWith(emulator.url);
    seen.push(own ? request.url() : request.url().replaceAll(/(?<=identity\/|aliases\/|identity=)[^/?&]+/g, ''));
    seen.push(request.headers()['referer'] ?? '');
  });
  await showAnais(page, crm);
  await show(page, anais, { interactionId: 'task-815', recordUrl: 'https://crm.example.com/contact/815' });
  await expect(inFrame(page).getByText('Live', { exact: true })).toBeVisible();
  emulator.faults.add({ status: 500 });
  await inFrame(page).getByRole('button', { name: 'Refresh' }).click();
  await expect(inFrame(page).getByText('Tracking ID').first()).toBeVisible();
  for (const frame of page.frames()) {
    seen.push(frame.url());
    seen.push(
      ...(await frame.evaluate(() => {
        const attributes = [document.cookie];
        try {
          attributes.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }));
        } catch {
          // Chromium keeps storage from a frame of another site.
        }
        const walk = (root: ParentNode): void => {
          for (const element of root.querySelectorAll('*')) {
            attributes.push(...[...element.attributes].map(({ value }) => value));
            if (element.shadowRoot) walk(element.shadowRoot);
          }
        };
        walk(document);
        return [...attributes, window.name, JSON.stringify(history.state), document.referrer];
      })),
    );
  }
  seen.push(...crm.log.flatMap(({ url, referrer }) => [url, referrer]));
  expect(seen.length).toBeGreaterThan(50);
  // In every format. Shorter parts of them also appear in ports and IDs.
  const leaks = [secret, /5\D?5\D?5\D?0\D?1\D?3\D?2/, /anais/i, 'C-884120', 'task-815', 'contact/815'];
  const leaked = seen.filter((text) => leaks.some((leak) => text.search(leak) >= 0));
  expect(leaked).toEqual([]);
});
