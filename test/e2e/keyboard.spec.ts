import type { Page } from '@playwright/test';
import { inboundCall, openHostPage } from './support/host-page.js';
import { expect, test } from './support/servers.js';

/** What the keyboard is on, however deep in shadow trees; `hidden` when the parts that stay on top cover it. */
const focused = (page: Page): Promise<{ words: string; hidden: boolean }> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element) return { words: '', hidden: false };
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const root = element.getRootNode() as ShadowRoot;
    // A slider's thumb lets the pointer through to what it slides on, or beyond its end.
    const shown =
      element.role === 'slider' ||
      [top + 1, bottom - 1].every((y) => element.contains(root.elementFromPoint((left + right) / 2, y)));
    return { words: (element.ariaLabel ?? element.textContent).replace(/\s+/g, ' ').trim(), hidden: !shown };
  });

/** Presses a key until the focus is on what begins with these words; answers with all it came by. */
async function walk(page: Page, words: string, key = 'Tab'): Promise<string[]> {
  const seen: string[] = [];
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    seen.push(now.words);
    expect(now.hidden, `"${now.words}" is covered after ${seen.length} times ${key}`).toBe(false);
    if (now.words.startsWith(words)) return seen;
  }
  throw new Error(`${key} does not lead to "${words}" but to ${seen.join(', ')}`);
}

const anaisIsThere = async (page: Page): Promise<void> => {
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  await expect(page.getByText('All 1')).toBeVisible();
};

test.use({ viewport: { width: 380, height: 600 } });

test('Tab goes through the journey from top to bottom and back, and nothing it reaches is covered', async ({
  page,
  files,
  emulator,
}) => {
  await openHostPage(page, { files, service: emulator.url });
  await anaisIsThere(page);
  const down = await walk(page, 'Chat, transferred to Retention');
  const notices = [/^Refresh$/, /^5th contact/, /^Last CSAT/, /^Transferred/];
  for (const [step, words] of notices.entries()) expect(down[step]).toMatch(words);
  const back = await walk(page, 'Refresh', 'Shift+Tab');
  for (const words of ['Filters and order', 'All 1', 'Voice', 'Viewed', 'CSAT', 'Aliases 4']) {
    for (const way of [down, back]) expect(way.filter((passed) => passed.startsWith(words)).length, words).toBe(1);
  }
});

test('Enter opens an entry, Space closes it, and the focus stays on it', async ({ page, files, emulator }) => {
  await openHostPage(page, { files, service: emulator.url });
  await anaisIsThere(page);
  await walk(page, 'Chat, transferred to Retention');
  const entry = page.locator('wayline-entry', { hasText: 'Chat, transferred to Retention' }).first();
  await page.keyboard.press('Enter');
  await expect(entry.getByText('Task ID')).toBeVisible();
  await walk(page, 'Contact started');
  await page.keyboard.press('Space');
  await walk(page, 'Raw data');
  await page.keyboard.press('Enter');
  await expect(entry.locator('pre')).toContainText('"specversion"');
  await walk(page, 'Chat, transferred to Retention', 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(entry.getByText('Task ID')).toHaveCount(0);
  expect((await focused(page)).words).toContain('Chat, transferred to Retention');
});

test('Page Down and Page Up go from entry to entry, and none is covered, skipped or told twice', async ({
  page,
  files,
  emulator,
}) => {
  test.setTimeout(60_000);
  await openHostPage(page, { files, service: emulator.url, interactionData: inboundCall('+12125550164') });
  await expect(page.getByText('All 4,4')).toBeVisible({ timeout: 20_000 });
  await page
    .locator('wayline-entry')
    .first()
    .evaluate((entry: HTMLElement) => entry.focus());
  const place = () =>
    page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return [element?.role, element?.ariaPosInSet, element?.ariaSetSize].join(' ');
    });
  const size = Number((await place()).split(' ')[2]);
  for (let step = 1; step <= 200; step++) {
    expect(await place()).toBe(`article ${step} ${size}`);
    if (step % 50 === 0) expect((await focused(page)).hidden, `entry ${step} is covered`).toBe(false);
    await page.keyboard.press('PageDown');
  }
  for (let step = 201; step > 150; step--) {
    expect(await place()).toBe(`article ${step} ${size}`);
    await page.keyboard.press('PageUp');
  }
});

test('Space folds the aliases out and in', async ({ page, files, emulator }) => {
  await openHostPage(page, { files, service: emulator.url });
  await anaisIsThere(page);
  await walk(page, 'Aliases');
  for (const shown of [true, false]) {
    await page.keyboard.press('Space');
    await expect(page.getByText('amo@example.org')).toBeVisible({ visible: shown });
  }
});

test('Enter on "Try again" loads what failed, and Tab goes on from there', async ({ page, files, emulator }) => {
  emulator.faults.add({ route: 'profile', status: 500 });
  await openHostPage(page, { files, service: emulator.url });
  await expect(page.locator('wayline-profile').getByRole('button', { name: 'Try again' })).toBeVisible();
  await walk(page, 'Try again');
  emulator.faults.clear();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  expect(await walk(page, 'Aliases')).toHaveLength(1);
});

test('Enter on "Choose" decides who of several persons it is', async ({ page, files, emulator }) => {
  await page.route(/\/aliases\//, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { data: object[] };
    const other = { ...answer.data[0], id: '507f1f77bcf86cd799439011', firstName: 'Tomasz', lastName: 'Nowak' };
    await route.fulfill({ response, json: { ...answer, data: [...answer.data, other] } });
  });
  await openHostPage(page, { files, service: emulator.url });
  await expect(page.getByRole('heading', { name: 'Who is it?' }).first()).toBeVisible();
  await walk(page, 'Choose Tomasz Nowak');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2 })).toContainText('Tomasz Nowak');
});
