import { inboundCall, openHostPage } from '../support/host-page.js';
import { publish } from '../support/publish.js';
import { expect, test } from '../support/servers.js';

test.use({ viewport: { width: 980, height: 760 } });

test('a search for an order number finds and marks its entries, by keyboard alone', async ({
  page,
  files,
  emulator,
}) => {
  await openHostPage(page, { files, service: emulator.url });
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('a-1009');
  await expect(page.getByRole('button', { name: /^\d of 1\d\d match/ })).toBeVisible();
  const marks = page.locator('wayline-entry mark');
  await expect(marks.first()).toHaveText('A-1009');
  expect(await marks.count()).toBeGreaterThanOrEqual(await page.locator('wayline-entry').count());
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^All 1\d\d/ })).toBeVisible();
  await expect(marks).toHaveCount(0);
});

test('filters narrow each other, show this, and can be removed one by one', async ({ page, files, emulator }) => {
  await openHostPage(page, { files, service: emulator.url });
  const chips = page.getByRole('toolbar', { name: 'Filters', exact: true });
  const voice = page.locator('[data-dimension=channel][data-value=voice]');
  await voice.click();
  await expect(voice).toHaveAttribute('aria-pressed', 'true');
  const entries = page.locator('wayline-entry');
  const count = Number(/\d+/.exec(await voice.innerText())?.[0]);
  await expect(entries).toHaveCount(count);
  await page.getByRole('combobox').selectOption('30-days');
  await expect(chips.getByRole('button', { name: /Last 30 days/ })).toBeVisible();
  const within = await entries.count();
  expect(within).toBeLessThan(count);
  await voice.click();
  await expect.poll(() => entries.count()).toBeGreaterThan(within);
  await chips.getByRole('button', { name: /Last 30 days/ }).click();
  await expect(page.getByRole('button', { name: /^All 1\d\d/ })).toBeVisible();
});

test('a range of the activity strip, chosen by keyboard, narrows the timeline', async ({ page, files, emulator }) => {
  await openHostPage(page, { files, service: emulator.url });
  await expect(page.getByRole('button', { name: /^All 1\d\d/ })).toBeVisible();
  await page.getByRole('slider', { name: 'From' }).focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press('PageUp');
  await expect(page.getByRole('button', { name: /^\d+ of 1\d\d match/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^All 1\d\d/ })).toBeVisible();
});

test('the reader’s place stays while events arrive, and "2 new events" leads to them', async ({
  page,
  files,
  emulator,
}) => {
  await openHostPage(page, { files, service: emulator.url });
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const main = page.locator('.main');
  await main.evaluate((scroller) => scroller.scrollTo(0, 2000));
  const read = page.locator('wayline-entry').nth(6);
  await expect(read).toBeInViewport();
  const key = await read.evaluate((entry: HTMLElementTagNameMap['wayline-entry']) => entry.entry!.key);
  const top = () =>
    page.locator('wayline-timeline').evaluate((timeline, wanted) => {
      const rows = timeline.shadowRoot!.querySelectorAll('wayline-entry');
      return [...rows].find(({ entry }) => entry?.key === wanted)?.getBoundingClientRect().top;
    }, key);
  const before = await top();
  await publish(emulator.url, 'First parcel');
  await publish(emulator.url, 'Second parcel');
  const news = page.getByRole('button', { name: '2 new events' });
  await expect(news).toBeVisible();
  expect(await top()).toBe(before);
  await news.click();
  await expect(page.getByText('Second parcel')).toBeInViewport();
  await expect(news).toHaveCount(0);
  await publish(emulator.url, 'Third parcel');
  await expect(page.getByText('Third parcel')).toBeInViewport();
});

test('10,000 events need only a few rows in the document, and the oldest can be reached', async ({
  page,
  files,
  emulator,
}) => {
  await openHostPage(page, { files, service: emulator.url, interactionData: inboundCall('+12125550164') });
  await expect(page.getByRole('button', { name: /^All 4,4/ })).toBeVisible({ timeout: 20_000 });
  const elements = () =>
    page.evaluate(() => {
      const count = (root: ParentNode): number =>
        [...root.querySelectorAll('*')].reduce(
          (sum, { shadowRoot }) => sum + 1 + (shadowRoot ? count(shadowRoot) : 0),
          0,
        );
      return count(document);
    });
  expect(await elements()).toBeLessThan(600);
  const main = page.locator('.main');
  await main.evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
  await main.evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
  await expect
    .poll(() =>
      page
        .locator('wayline-entry')
        .last()
        .evaluate(({ position, setSize }: HTMLElementTagNameMap['wayline-entry']) => position === setSize),
    )
    .toBe(true);
  expect(await elements()).toBeLessThan(600);
});
