import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FrameLocator, Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, test } from '../support/servers.js';

const widgetIn = (page: Page, mode: string): Page | FrameLocator =>
  mode === 'shell' ? page.frameLocator('iframe[title="Customer journey"]') : page;

for (const mode of ['direct', 'shell']) {
  test(`accepting the first task shows who is calling and what happened before (${mode})`, async ({ page, demo }) => {
    await page.goto(`${demo}?mode=${mode}`);
    await page.getByRole('button', { name: /^Accept task 1:/ }).click({ timeout: 30_000 });
    const widget = widgetIn(page, mode);
    const journey = widget.locator('wayline-journey').first();
    await expect(journey.getByRole('heading', { level: 2 })).toContainText('Anaïs Moreau', { timeout: 20_000 });
    await expect(journey.getByText('4 aliases')).toBeVisible();
    await expect(journey.getByText('Premium Fibre')).toBeVisible();
    await expect(journey.getByText('Ongoing')).toBeVisible();
    await expect(journey.getByRole('button', { name: /^All 1\d\d/ })).toBeVisible();

    await page.getByRole('button', { name: 'Send event' }).click();
    await page.getByRole('button', { name: 'Hold', exact: true }).click();
    await expect(journey.getByText(/^Hold /).first()).toBeVisible();

    await page.getByRole('button', { name: /^Accept task 3:/ }).click();
    await expect(journey.getByRole('heading', { level: 2 })).toContainText('Søren Dahlgaard');
    await expect(journey.getByText('Premium Fibre')).toHaveCount(0);
  });
}

test('each task of the list shows its customer, or explains why it cannot', async ({ page, demo }) => {
  const expected = ['Anaïs', 'Kwame', 'Søren', 'Mei-Ling', 'João', 'Amara', 'Yusuf', 'Ingrid'];
  for (const [index, name] of expected.entries()) {
    await page.goto(`${demo}?task=${index + 1}`);
    await expect(page.locator('wayline-journey').getByRole('heading', { level: 2 })).toContainText(name, {
      timeout: 20_000,
    });
  }
});

test('maximising and restoring keeps the journey and opens no new connection', async ({ page, demo }) => {
  await page.goto(`${demo}?task=1`);
  await expect(page.locator('wayline-journey').getByText('Premium Fibre')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('wayline-journey').getByText('Live', { exact: true })).toBeVisible();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.getByRole('button', { name: 'Maximise Customer journey' }).click();
  await page.getByRole('button', { name: 'Restore Customer journey' }).click();
  await expect(page.locator('wayline-journey').getByText('Premium Fibre')).toBeVisible();
  // The widget continues to read older pages and records.
  const goesOn = /page=(?!1\b)\d+|\/search$/;
  expect(requests.filter((url) => url.includes('cisco.com') && !goesOn.test(url))).toEqual([]);
});

for (const scheme of ['', '?dark']) {
  test(`the page of themes shows one customer in three brands, each readable: themed.html${scheme}`, async ({
    page,
    demo,
  }) => {
    await page.goto(`${demo}themed.html${scheme}`);
    const journeys = page.locator('wayline-journey');
    for (const place of [0, 1, 2])
      await expect(journeys.nth(place).getByText('Premium Fibre')).toBeVisible({ timeout: 30_000 });
    const fonts = await journeys.evaluateAll((all) => all.map((one) => getComputedStyle(one).fontFamily));
    expect(new Set(fonts).size).toBe(3);
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
      const { violations } = await axe.run({ runOnly: ['color-contrast'], preload: false });
      return violations.flatMap(({ nodes }) => nodes.map(({ failureSummary, html }) => `${html} ${failureSummary}`));
    });
    expect(found).toEqual([]);
  });
}
