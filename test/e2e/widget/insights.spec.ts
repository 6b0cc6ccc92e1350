import type { Page } from '@playwright/test';
import { openHostPage } from '../support/host-page.js';
import { publish } from '../support/publish.js';
import { expect, test } from '../support/servers.js';

const notices = (page: Page) => page.getByRole('group', { name: 'Notices' }).getByRole('button');

test.describe('narrow', () => {
  test.use({ viewport: { width: 380, height: 760 } });

  test('notices appear without a jump: nothing below them moves afterwards', async ({ page, files, emulator }) => {
    await page.addInitScript(() => {
      const moves: number[] = [];
      Object.assign(window, { moves });
      interface Shift extends PerformanceEntry {
        readonly value: number;
        readonly sources: readonly { readonly previousRect: DOMRect }[];
      }
      new PerformanceObserver((list) => {
        for (const { sources, value } of list.getEntries() as Shift[]) {
          // The avatar, in the first 60 px, moves if the name needs a second line. Notices only move what is below them.
          if (!sources.some(({ previousRect }) => previousRect.top < 60)) moves.push(value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await openHostPage(page, { files, service: emulator.url });
    await expect(notices(page)).toHaveCount(4);
    await expect(page.locator('wayline-entry').first()).toBeVisible();
    const top = () => page.locator('wayline-profile').evaluate((profile) => profile.getBoundingClientRect().top);
    const before = await top();
    await publish(emulator.url, 'First parcel');
    await expect(page.getByText('First parcel')).toBeAttached();
    expect(await top()).toBe(before);
    const moved = await page.evaluate(() =>
      (window as unknown as { moves: number[] }).moves.reduce((a, b) => a + b, 0),
    );
    expect(moved).toBeLessThan(0.1);
  });

  test('a notice leads to its entries and back, by keyboard alone', async ({ page, files, emulator }) => {
    await openHostPage(page, { files, service: emulator.url });
    await expect(notices(page)).toHaveText([
      '5th contact in 7 days',
      'Last CSAT 2 of 5',
      'Transferred 2 times in 7 days',
      '+2, 2 more notices',
    ]);
    await notices(page).nth(1).focus();
    await page.keyboard.press('Enter');
    const entries = page.locator('wayline-entry');
    await expect(entries).toHaveCount(1);
    const details = page.getByText('I had to explain everything twice.').last();
    await expect(details).toBeVisible();
    await expect(entries.getByRole('article')).toBeFocused();
    await expect(entries.getByRole('article')).toBeInViewport();
    const chip = page.getByRole('button', { name: 'Remove filter Last CSAT 2 of 5' });
    await chip.focus();
    await page.keyboard.press('Enter');
    await expect(chip).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^All \d+/ })).toBeVisible();
    await expect.poll(() => entries.count()).toBeGreaterThan(1);
  });
});

test.describe('wide', () => {
  test.use({ viewport: { width: 980, height: 760 } });

  test('a live event is not added to the entries of a notice', async ({ page, files, emulator }) => {
    await openHostPage(page, { files, service: emulator.url });
    await notices(page).nth(2).click();
    const entries = page.locator('wayline-entry');
    await expect(entries).toHaveCount(2);
    await publish(emulator.url, 'Third parcel');
    await expect(page.getByRole('button', { name: /^2 of 1\d\d match/ })).toBeVisible();
    await expect(page.getByText('Third parcel')).toHaveCount(0);
    await notices(page).nth(2).click();
    await expect(page.getByText('Third parcel')).toBeVisible();
  });
});

test('an unanswered email shows its topic', async ({ page, files, emulator }) => {
  await openHostPage(page, { files, service: emulator.url });
  const letter = page.locator('wayline-entry').filter({ hasText: 'Second invoice charged twice' }).first();
  await expect(letter).toContainText('Email from customer');
  await expect(letter).toContainText('No reply yet');
});
