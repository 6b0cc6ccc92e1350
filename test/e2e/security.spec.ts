import { openHostPage, token } from './support/host-page.js';
import { expect, test } from './support/servers.js';

test('the token is in no address, log, storage or attribute', async ({ page, files, emulator }) => {
  const seen: string[] = [];
  page.on('request', (request) => seen.push(request.url(), request.headers()['referer'] ?? ''));
  page.on('console', (message) => seen.push(message.text()));
  await openHostPage(page, { files, service: emulator.url });
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  emulator.faults.add({ status: 500 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('Tracking ID').first()).toBeVisible({ timeout: 15_000 });

  seen.push(
    ...(await page.evaluate(() => {
      const attributes: string[] = [
        JSON.stringify({ ...localStorage }),
        JSON.stringify({ ...sessionStorage }),
        document.cookie,
      ];
      const walk = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          attributes.push(...[...element.attributes].map(({ value }) => value));
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document);
      return attributes;
    })),
  );
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.filter((text) => text.includes(token))).toEqual([]);
});

test('stream-auth="query" puts the token in the address of the streams only', async ({ page, files, emulator }) => {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await openHostPage(page, { files, service: emulator.url, attributes: 'stream-auth="query"' });
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect.poll(() => urls.filter((url) => url.includes('/progressive-profile-view/stream/')).length).toBe(1);
  const withToken = urls.filter((url) => url.includes(token));
  expect(withToken).toHaveLength(2);
  for (const url of withToken) expect(url).toContain('/stream/');
});

test('runs under a strict policy with Trusted Types without a report', async ({ page, files, emulator }) => {
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(globalThis, { violations });
    addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, lineNumber }) =>
      violations.push(`${violatedDirective} ${sourceFile}:${lineNumber}`),
    );
  });
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src ${emulator.url}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  await openHostPage(page, { files, service: emulator.url, policy });
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  await page.locator('wayline-entry').first().getByRole('button').first().click();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations)).toEqual([]);
});

test('a base-url that is no https address gets no token', async ({ page, files }) => {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await openHostPage(page, { files, service: 'http://journeys.example.com' });
  await expect(page.getByText('Service address refused')).toBeVisible();
  expect(urls.filter((url) => url.includes('journeys.example.com'))).toEqual([]);
});
