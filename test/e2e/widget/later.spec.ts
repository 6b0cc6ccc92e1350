import { openHostPage } from '../support/host-page.js';
import { expect, test } from '../support/servers.js';

const part = '**/dist/parts/**';

test('the widget shows customer and events without its second file, says what is missing, and tries again', async ({
  page,
  files,
  emulator,
}) => {
  let refused = 0;
  await page.route(part, (route) => {
    refused += 1;
    return route.abort();
  });
  await openHostPage(page, { files, service: emulator.url });
  await expect(page.getByRole('heading', { name: /Anaïs/ })).toBeVisible();
  const entries = page.locator('wayline-entry');
  await expect(entries.first()).toBeVisible();
  const note = page.getByText('Part of the journey cannot be shown');
  await expect(note).toBeVisible();
  // Once for the elements, and once each for live events, profile and records, which start when they can.
  expect(refused).toBeLessThanOrEqual(4);

  await entries.first().getByRole('button').first().click();
  await expect(entries.first().getByText('Part of the journey cannot be shown')).toBeVisible();

  await page.unroute(part);
  await page.locator('wayline-note', { has: note }).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeVisible();
  await expect(page.locator('wayline-note')).toHaveCount(0);
});

test('the widget shows all known data before its second file loads, and moves little when it arrives', async ({
  page,
  files,
  emulator,
}) => {
  await page.setViewportSize({ width: 980, height: 760 });
  let deliver = () => undefined as void;
  const held = new Promise<void>((resolve) => (deliver = resolve));
  await page.route(part, async (route) => {
    await held;
    await route.continue();
  });
  await openHostPage(page, { files, service: emulator.url });
  const first = page.locator('wayline-entry').first();
  await expect(first).toBeVisible();
  const top = () => first.evaluate((entry) => entry.getBoundingClientRect().top);
  const before = await top();
  deliver();
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(24);
});

test('the same script as a classic script and as a module creates one widget with one second file', async ({
  page,
  files,
  emulator,
}) => {
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  await openHostPage(page, {
    files,
    service: emulator.url,
    script:
      '<script src="/dist/wayline.js"></script><script type="module" src="/dist/wayline.mjs"></script><script src="/dist/wayline.js?again"></script>',
  });
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Notices' })).toBeVisible();
  expect(problems).toEqual([]);
});
