import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { demoProjectId } from '../../../demo/scenarios/customers.js';
import { expect, test } from '../support/servers.js';

const header = 'Id,First Name,Last Name,Email Addresses,Phone Numbers,Customer Ids';

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    const { violations } = await axe.run();
    return violations.flatMap(({ nodes }) => nodes.map(({ failureSummary, html }) => `${html} ${failureSummary}`));
  });
  expect(found).toEqual([]);
}

const line = (page: Page, about: string) => page.getByRole('listitem').filter({ hasText: `${about}:` });

test('the page of the setup check names the problems of the emulator in it', async ({ page, demo }) => {
  await page.goto(demo);
  await page.getByRole('link', { name: 'Setup check' }).click();
  await page.getByLabel('publish two events').check();
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('status')).toHaveText(/1\d pass, 0 fail/, { timeout: 60_000 });
  await expect(line(page, 'Event stream')).toContainText('delivered the published events');
  await page.getByLabel('What is wrong with it').selectOption('History fails (500)');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(line(page, 'Events')).toContainText('service error (500', { timeout: 60_000 });
  await expect(page.getByRole('status')).toHaveText(/[1-9] fail/, { timeout: 60_000 });
  await expectAccessible(page);
});

test('the page checks the user’s own service, and does not show the token', async ({ page, demo, emulator }) => {
  await page.goto(demo);
  await page.getByRole('link', { name: 'Setup check' }).click();
  await page.getByRole('link', { name: 'Your organization' }).click();
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await page.getByLabel('or the address of the service').fill(emulator.url);
  await page.getByLabel('Journey project').fill(demoProjectId);
  await page.getByLabel('A customer').fill('+14155550132');
  await page.getByLabel('publish two events').check();
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('alert')).toHaveText(/This is not a valid token/);
  await page.getByLabel('Token', { exact: true }).fill('secret-4711');
  emulator.faults.add({ route: 'template', status: 403 });
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(line(page, 'Template')).toContainText('the token has no permission (403', { timeout: 60_000 });
  await expect(page.getByRole('status')).toHaveText(/\d+ pass, 1 fail/, { timeout: 60_000 });
  expect(urls.filter((url) => url.includes('secret'))).toEqual([]);
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  );
  expect(stored).not.toContain('secret');
  await expectAccessible(page);
});

test('a file of identities is checked and corrected in the page', async ({ page, demo }) => {
  await page.goto(demo);
  await page.getByRole('link', { name: 'Identities' }).click();
  const file = (text: string | Buffer) => ({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  const choose = page.getByLabel('Drop the CSV file');
  await choose.setInputFiles(file(`${header}\n,Ann,Berg,ann@example,030 123456,\n`));
  await expect(page.getByText('2 findings: 0 corrected, 2 to correct yourself')).toBeVisible();
  await page.getByLabel('Country of phone numbers').fill('DE');
  await page.getByLabel('Country of phone numbers').press('Tab');
  await expect(page.getByText('2 findings: 1 corrected, 1 to correct yourself')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'column 4 (Email Addresses)' })).toContainText(
    'not a valid email address',
  );
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the corrected file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('people.corrected.csv');
  expect(readFileSync(await download.path(), 'utf8')).toBe(`${header}\n,Ann,Berg,ann@example,+4930123456,\n`);

  await choose.setInputFiles(file('a,b\n1,2\n'));
  await expect(page.getByRole('alert')).toHaveText(/has no column with addresses/);
  await choose.setInputFiles(file(Buffer.from([0xff, 0xfe, 0x41])));
  await expect(page.getByRole('alert')).toHaveText(/not a UTF-8 file/);
});

/** `npm run soak -- --pages` has 100,000, as the reader alone has in test/tools/identities.test.ts. */
const many = Number(process.env.IDENTITY_LINES ?? 5_000);

test(`${many} lines with an error each are read in a worker, so that the page responds`, async ({ page, demo }) => {
  let workers = 0;
  page.on('worker', () => workers++);
  await page.goto(`${demo}tools/identities.html`);
  const lines = Array.from({ length: many }, (_, index) => `,Ann,Berg,a${index}@example.org;,,`);
  const buffer = Buffer.from([header, ...lines, ''].join('\n'));
  await page.getByLabel('Drop the CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText(`${many} findings: ${many} corrected`)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(`… and ${many - 200} more.`)).toBeVisible();
  expect(workers).toBe(1);
});
