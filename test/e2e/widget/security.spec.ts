import type { Page } from '@playwright/test';
import { openHostPage, token } from '../support/host-page.js';
import { publishData } from '../support/publish.js';
import { expect, test } from '../support/servers.js';

test('the token is in no URL, log, storage or attribute', async ({ page, files, emulator }) => {
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

test('stream-auth="query" puts the token only in the URL of the streams', async ({ page, files, emulator }) => {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await openHostPage(page, { files, service: emulator.url, attributes: 'stream-auth="query"' });
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect.poll(() => urls.filter((url) => url.includes('/progressive-profile-view/stream/')).length).toBe(1);
  const withToken = urls.filter((url) => url.includes(token));
  expect(withToken).toHaveLength(2);
  for (const url of withToken) expect(url).toContain('/stream/');
});

const strictPolicy = (service: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${service}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

/** Collects policy violations, and returns a function that reads them. */
async function watchViolations(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(globalThis, { violations });
    addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, lineNumber }) =>
      violations.push(`${violatedDirective} ${sourceFile}:${lineNumber}`),
    );
  });
  return () => page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);
}

test('runs under a strict policy with Trusted Types without a report', async ({ page, files, emulator }) => {
  const violations = await watchViolations(page);
  await openHostPage(page, { files, service: emulator.url, policy: strictPolicy(emulator.url) });
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  await page.locator('wayline-entry').first().getByRole('button').first().click();
  await expect(page.locator('wayline-event, wayline-details').first()).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  expect(await violations()).toEqual([]);
});

const hostileTexts: readonly string[] = [
  '<img src=x onerror="document.title=1"><script>document.title=1</script>',
  '[x](javascript:document.title=1) [x](data:text/html,x) [x](//evil.example) [x](vbscript:x)',
  '[safe](https://www.example.com/safe)',
  ']('.repeat(100_000),
  'x'.repeat(1_000_000),
  '\u202E\u2067 turned round \uD800',
];
const hostileData: readonly string[] = [
  ...hostileTexts.map((text) =>
    JSON.stringify({
      note: text,
      transcript: `Bot: ${text}`,
      uiData: { title: text, subTitle: text, iconType: text, filterTags: [text], eventSource: text, division: text },
    }),
  ),
  // As JSON text, because the emulator cannot store it in another form.
  JSON.stringify(`{"a":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`),
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"uiData":{"__proto__":{"title":"x"}}}',
  JSON.stringify({ uiData: { title: 7, subTitle: [], iconType: {}, filterTags: { a: 1 }, hidden: 'false' } }),
];

test('hostile events are shown as harmless text under a strict policy, without a report', async ({
  page,
  files,
  emulator,
}) => {
  test.slow();
  const violations = await watchViolations(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const [index, data] of hostileData.entries()) await publishData(emulator.url, `hostile ${index}`, data);
  const map = { '.*': { name: '<script>', color: 'red;--x:url(//evil.example)' }, '(a+)+$': {}, '(': {} };
  await page.route(`${files}/map.json`, (route) => route.fulfill({ json: map }));
  await openHostPage(page, {
    files,
    service: emulator.url,
    policy: strictPolicy(emulator.url),
    attributes: 'icon-data-url="/map.json"',
  });
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect.poll(() => asked.filter((url) => /map\.json$|icons\.json$/.test(url)).length).toBe(2);
  let transcripts = 0;
  for (const index of hostileData.keys()) {
    const entry = page.locator('wayline-entry').nth(index);
    await entry.locator('button.title').dispatchEvent('click');
    await entry.locator('button[aria-controls=raw]').dispatchEvent('click');
    await expect(entry.locator('pre')).toBeAttached();
    const transcript = entry.locator('button.transcript');
    if ((await transcript.count()) > 0) {
      transcripts++;
      await transcript.focus();
      await page.keyboard.press('Enter');
      await expect(entry.getByRole('dialog', { name: 'Transcript' })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(transcript).toBeFocused();
    }
    await entry.locator('button.title').dispatchEvent('click');
  }
  expect(transcripts).toBe(hostileTexts.length);
  expect(await violations()).toEqual([]);
  expect(await page.title()).toBe('Host');
  expect(asked.filter((url) => url.includes('evil.example'))).toEqual([]);
  await expect(page.getByText('Premium Fibre')).toBeVisible();
});

test('a base-url that is not an https address gets no token', async ({ page, files }) => {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await openHostPage(page, { files, service: 'http://journeys.example.com' });
  await expect(page.getByText('Service address not allowed')).toBeVisible();
  expect(urls.filter((url) => url.includes('journeys.example.com'))).toEqual([]);
});
