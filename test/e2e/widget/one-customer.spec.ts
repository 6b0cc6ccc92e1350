import type { Page } from '@playwright/test';
import { demoCustomers } from '../../../demo/scenarios/customers.js';
import { inboundCall, openHostPage, selectTask } from '../support/host-page.js';
import { openStreams } from '../support/open-streams.js';
import { expect, test } from '../support/servers.js';

const byPhone = demoCustomers.filter(
  ({ address, firstName, key }) => address.startsWith('+') && firstName !== '' && key !== 'long',
);

const shownText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const texts: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Text) texts.push(node.data);
      if (node instanceof Element && node.localName === 'style') return;
      if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
      node.childNodes.forEach(walk);
    };
    walk(document.querySelector('wayline-journey')!);
    return texts.join(' ');
  });

test('50 switches in two seconds end with the last customer only', async ({ page, files, emulator }) => {
  await openHostPage(page, { files, service: emulator.url });
  emulator.faults.add({ delay: [0, 400] });
  for (let turn = 0; turn < 50; turn++) {
    await selectTask(page, inboundCall(byPhone[turn % byPhone.length]!.address, `turn-${turn}`));
    await page.waitForTimeout(40);
  }
  const last = byPhone[49 % byPhone.length]!;
  emulator.faults.clear();
  await expect(page.getByRole('heading', { level: 2 })).toContainText(last.lastName);
  await expect(page.locator('wayline-profile dd').first()).toBeVisible();
  await expect(page.locator('wayline-entry').first()).toBeVisible();
  await expect
    .poll(async () => (await openStreams(emulator.url)).map(({ kind, identity }) => `${kind} ${identity}`).sort())
    .toEqual([expect.stringContaining('event'), expect.stringContaining('profile')]);
  for (const { identity } of await openStreams(emulator.url)) expect(last.aliases).toContain(identity);
  const text = await shownText(page);
  for (const other of byPhone) {
    if (other === last) continue;
    expect(text).not.toContain(other.lastName);
    for (const alias of other.aliases) expect(text).not.toContain(alias);
  }
});

test('removing the element closes every connection', async ({ page, files, emulator }) => {
  await openHostPage(page, { files, service: emulator.url });
  await expect.poll(async () => (await openStreams(emulator.url)).length).toBe(2);
  await page.evaluate(() => document.querySelector('wayline-journey')!.remove());
  await expect.poll(async () => (await openStreams(emulator.url)).length).toBe(0);
});

test('moving the element within the document opens no connection and keeps what is shown', async ({
  page,
  files,
  emulator,
}) => {
  await openHostPage(page, { files, service: emulator.url });
  await expect.poll(async () => (await openStreams(emulator.url)).length).toBe(2);
  await expect(page.locator('wayline-profile dd').first()).toBeVisible();
  const requests: string[] = [];
  // The widget continues to read contact records in the background.
  page.on('request', (request) => !request.url().endsWith('/search') && requests.push(request.url()));
  await page.evaluate(() => {
    const area = document.createElement('section');
    document.body.append(area);
    area.append(document.querySelector('wayline-journey')!);
  });
  await selectTask(page, { ...inboundCall('+14155550132'), isHold: true });
  await expect(page.getByRole('heading', { level: 2 })).toContainText('Anaïs Moreau');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(requests).toEqual([]);
  expect(await openStreams(emulator.url)).toHaveLength(2);
});

test('no task, then a task, then none: the pane is empty before and after', async ({ page, files, emulator }) => {
  await openHostPage(page, { files, service: emulator.url, interactionData: null });
  await expect(page.getByText('No contact selected')).toBeVisible();
  await selectTask(page, inboundCall('+14155550132'));
  await expect(page.getByRole('heading', { level: 2 })).toContainText('Anaïs Moreau');
  await selectTask(page, null);
  await expect(page.getByText('No contact selected')).toBeVisible();
  expect(await shownText(page)).not.toContain('Moreau');
  await expect.poll(async () => (await openStreams(emulator.url)).length).toBe(0);
});
