import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './support/servers.js';

const widgetIn = (page: Page, mode: string): Page | FrameLocator =>
  mode === 'shell' ? page.frameLocator('iframe[title="Customer journey"]') : page;

for (const mode of ['direct', 'shell']) {
  test(`accepting the first task shows who is calling and what happened before (${mode})`, async ({ page, demo }) => {
    test.setTimeout(60_000);
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

test('each task of the list leads to its customer, or to words that say why not', async ({ page, demo }) => {
  test.setTimeout(120_000);
  const expected = ['Anaïs', 'Kwame', 'Søren', 'Mei-Ling', 'João', 'Amara', 'Yusuf', 'Ingrid'];
  for (const [index, name] of expected.entries()) {
    await page.goto(`${demo}?task=${index + 1}`);
    await expect(page.locator('wayline-journey').getByRole('heading', { level: 2 })).toContainText(name, {
      timeout: 20_000,
    });
  }
});

test('maximising and restoring keeps the journey and opens nothing anew', async ({ page, demo }) => {
  await page.goto(`${demo}?task=1`);
  await expect(page.locator('wayline-journey').getByText('Premium Fibre')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('wayline-journey').getByText('Live', { exact: true })).toBeVisible();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.getByRole('button', { name: 'Maximise Customer journey' }).click();
  await page.getByRole('button', { name: 'Restore Customer journey' }).click();
  await expect(page.locator('wayline-journey').getByText('Premium Fibre')).toBeVisible();
  expect(requests.filter((url) => url.includes('cisco.com'))).toEqual([]);
});
