import type { Page } from '@playwright/test';
import type { EmulatorServer } from '../../../demo/emulator/server.js';
import { demoProjectId } from '../../../demo/scenarios/customers.js';
import { openHostPage } from '../support/host-page.js';
import { agentToken, button, startEditing } from '../support/identity.js';
import { expect, test } from '../support/servers.js';

test.use({ viewport: { width: 1000, height: 700 } });

const mail = 'amo@example.org';

/** Enough events to need several frames, alternately by phone and by mail. */
function fill({ world }: EmulatorServer): void {
  for (let hour = 1; hour <= 2000; hour++) {
    const [identity, identitytype, name] = hour % 2 === 0 ? [mail, 'email', 'Mail'] : ['+14155550132', 'phone', 'Call'];
    world.publish(demoProjectId, {
      ...{
        id: `hour-${hour}`,
        source: 'shop',
        type: 'order:asked',
        specversion: '1.0',
        datacontenttype: 'application/json',
      },
      ...{ identity, identitytype, time: new Date(Date.now() - hour * 3_600_000).toISOString() },
      data: { uiData: { title: `${name} ${hour}` } },
    });
  }
}

const total = (page: Page) =>
  page
    .locator('wayline-timeline')
    .evaluate(({ view }: HTMLElement & { readonly view: { readonly total: number } }) => view.total);

/** Opens an entry in the middle of the journey, and then watches its position. */
const readOn = (page: Page): Promise<string> =>
  page.locator('wayline-timeline').evaluate(async (timeline) => {
    const frame = () => new Promise(requestAnimationFrame);
    const main = timeline.closest<HTMLElement>('.main')!;
    main.scrollTop = main.scrollHeight / 2;
    for (let count = 0; count < 5; count++) await frame();
    const { bottom, top } = main.getBoundingClientRect();
    const entries = [...timeline.shadowRoot!.querySelectorAll('wayline-entry')];
    const titleOf = (entry: Element) => entry.shadowRoot!.querySelector<HTMLElement>('.title')!;
    const read = entries.find((entry) => {
      const rect = entry.getBoundingClientRect();
      return rect.top > top + 120 && rect.bottom < bottom && titleOf(entry).innerText.startsWith('Call');
    })!;
    titleOf(read).click();
    await frame();
    // The first visible entry below the bar and the heading of its day: the reader's place starts there.
    const edge = timeline.shadowRoot!.querySelector('.top')!.getBoundingClientRect().bottom + 34;
    main.scrollTop += read.getBoundingClientRect().top - edge + 1;
    for (let count = 0; count < 5; count++) await frame();
    const tops: number[] = [];
    Object.assign(window, { tops });
    const watch = (): void => {
      tops.push(read.isConnected ? read.getBoundingClientRect().top : NaN);
      requestAnimationFrame(watch);
    };
    watch();
    return titleOf(read).innerText;
  });

/** The distance from its first position, in pixels. */
const drift = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { tops } = window as unknown as { readonly tops: readonly number[] };
    return Math.max(...tops.map((top) => Math.abs(top - tops[0]!)));
  });

const press = (page: Page, name: string) =>
  button(page, name).evaluate((pressed: HTMLElement) => (pressed.focus({ preventScroll: true }), pressed.click()));

test('a change of aliases shows another journey and keeps the agent’s place', async ({ page, files, emulator }) => {
  fill(emulator);
  await openHostPage(page, { files, service: emulator.url, token: agentToken });
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await startEditing(page);
  await expect.poll(() => total(page)).toBeGreaterThan(2000);
  const read = await readOn(page);
  const opened = page.locator('wayline-entry').filter({ hasText: read }).locator('.details');
  await expect(opened).toBeVisible();

  await press(page, `Remove ${mail}`);
  await expect.poll(() => total(page)).toBeLessThan(1500);
  await expect(page.getByText(/^Mail \d+/)).toHaveCount(0);
  await expect(button(page, `Undo removing ${mail}`)).toBeFocused();
  await expect(opened).toBeVisible();
  expect(await drift(page)).toBeLessThan(1);

  await press(page, `Undo removing ${mail}`);
  await expect.poll(() => total(page)).toBeGreaterThan(2000);
  await expect(page.getByText(/^Mail \d+/).first()).toBeVisible();
  await expect(opened).toBeVisible();
  expect(await drift(page)).toBeLessThan(1);
});
