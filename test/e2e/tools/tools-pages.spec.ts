import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { brokenLayouts, soundLayout } from '../../tools/broken-layouts.js';
import { ciscoAttributes, ciscoLayout } from '../../tools/cisco-layout.js';
import { expect, test } from '../support/servers.js';

const layoutFile = (text: string | Buffer, name = 'mine.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

async function openStudio(page: Page, demo: string, text: string | Buffer): Promise<void> {
  await page.goto(`${demo}tools/layout.html`);
  await page.getByLabel('Drop the JSON file').setInputFiles(layoutFile(text));
}

async function downloaded(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({ iframes: false, preload: false });
    return violations.flatMap(({ nodes }) => nodes.map(({ failureSummary, html }) => `${html} ${failureSummary}`));
  });
  expect(found).toEqual([]);
}

test.describe('the Layout studio', () => {
  test('shows each finding at its line, with the reason and the next step', async ({ page, demo }) => {
    const { text = '' } = brokenLayouts.find(({ rule }) => rule === 'known-flag') ?? {};
    await openStudio(page, demo, text);
    const found = page.getByRole('region', { name: 'Findings' });
    const line = text.slice(0, text.indexOf('ACME_NOTES')).split('\n').length;
    await expect(found.getByRole('status')).toHaveText('0 errors, 1 warning');
    await expect(found.getByRole('listitem')).toContainText(`Warning in line ${line}`);
    await expect(found.locator('mark')).toContainText('"visibility": "ACME_NOTES"');
    await expect(found).toContainText('Remove "visibility".');
    await expectAccessible(page);
  });

  test('explains why a file is not a layout', async ({ page, demo }) => {
    await openStudio(page, demo, soundLayout.slice(0, 300));
    await expect(page.getByRole('alert').filter({ hasText: 'This is not a layout' })).toContainText(
      'ends in the middle',
    );
    await page.getByLabel('Drop the JSON file').setInputFiles(layoutFile(Buffer.from([0xff, 0xfe, 0x7b, 0x00])));
    await expect(page.getByText('mine.json is not a UTF-8 file.')).toBeVisible();
    await page.getByLabel('Drop the JSON file').setInputFiles(layoutFile(Buffer.alloc(8_000_000, '[')));
    await expect(page.getByText('mine.json has 8 MB')).toBeVisible();
  });

  test('adds Wayline in the chosen place, and removes it so that the file is the original again', async ({
    page,
    demo,
  }) => {
    const text = `\uFEFF${soundLayout.replaceAll('\n', '\r\n').replaceAll('  ', '\t')}`;
    await openStudio(page, demo, text);
    await page.getByLabel('Address of the script').fill('http://cdn.example.com/wayline.js');
    await expect(page.getByText('The script must use https')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Download' })).toBeDisabled();
    await page.getByLabel('Address of the script').fill('https://cdn.example.com/loader.js');
    await page.getByLabel('as a separate page').uncheck();
    await page.getByLabel('Journey project').fill('65f0c0ffee');
    const steps = page.getByRole('region', { name: 'Result' }).getByRole('listitem');
    await expect(steps).toHaveText(['Agents, panel, line 11: Wayline was added']);
    await expectAccessible(page);
    const added = await downloaded(page);
    expect(added).toContain('"project-id": "65f0c0ffee"');
    expect(added.split('wayline-journey')).toHaveLength(2);

    await page.getByLabel('Drop the JSON file').setInputFiles(layoutFile(added));
    await page.getByLabel('Take Wayline out').check();
    await expect(steps).toContainText(['Wayline was removed']);
    expect(await downloaded(page)).toBe(text);
  });

  test('opens a dropped file', async ({ page, demo }) => {
    await page.goto(`${demo}tools/layout.html`);
    const transfer = await page.evaluateHandle((text) => {
      const made = new DataTransfer();
      made.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
      return made;
    }, soundLayout);
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
    await expect(page.getByRole('heading', { name: 'dropped.json' })).toBeVisible();
    await expect(page.getByText('No findings.')).toBeVisible();
  });

  test('shows the layout on the demo desktop, and runs no script of another host', async ({ page, demo }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await openStudio(page, demo, soundLayout);
    await page.getByRole('button', { name: 'Preview for agents' }).click();
    const desktop = page.frameLocator('iframe[title="Your layout on the demo desktop"]');
    await expect(desktop.locator('wayline-journey').getByRole('heading', { level: 2 })).toContainText('Anaïs Moreau', {
      timeout: 60_000,
    });
    await expect(desktop.getByRole('tab')).toHaveText(['Journey', 'Notes']);
    expect(asked.filter((url) => url.includes('cdn.example.com'))).toEqual([]);
  });
});

/** Our attribute for each attribute of Cisco's widget. The table of changes explains why some have none. */
const taken = {
  projectId: ciscoAttributes['project-id'],
  templateId: ciscoAttributes['template-id'],
  customer: ciscoAttributes.customer,
  showAliasIcon: false,
  hideProfileName: true,
  timeFrame: '30-days',
  disableEventStream: true,
  enableUserSearch: true,
  condensedView: true,
  cadVariableLookup: 'customerId',
};

test.describe("Cisco's widget replaced by Wayline", () => {
  let folder = '';
  let text = '';

  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wayline-cisco-'));
    const [input, out] = [join(folder, 'in.json'), join(folder, 'out.json')];
    writeFileSync(input, ciscoLayout);
    const script = 'https://cdn.example.com/loader.js';
    const args = ['layout', 'add', input, '--script', script, '--replace-cisco', '--page', '-o', out];
    expect(spawnSync(process.execPath, ['dist/cli.js', ...args]).status).toBe(0);
    text = readFileSync(out, 'utf8');
  });
  test.afterAll(() => rmSync(folder, { recursive: true }));

  const journeyIn = (desktop: Page | FrameLocator) => desktop.locator('wayline-journey').first();

  for (const role of ['agent', 'supervisor', 'supervisorAgent']) {
    test(`works on the demo desktop with every attribute, for the role ${role}`, async ({ page, demo }) => {
      await page.addInitScript((layout) => sessionStorage.setItem('wayline-studio-layout', layout), text);
      await page.goto(`${demo}?layout=studio&role=${role}&task=1`);
      const journey = journeyIn(page);
      const head = journey.getByRole('heading', { level: 2 });
      // hide-profile-name: the address is shown instead of the name.
      await expect(head).toContainText('+1', { timeout: 60_000 });
      await expect(head).not.toContainText('Anaïs');
      for (const [name, value] of Object.entries(ciscoAttributes)) {
        await expect(journey).toHaveAttribute(name, value);
      }
      const names = Object.keys(taken);
      const values = await journey.evaluate(
        (element, all) =>
          Object.fromEntries(all.map((name) => [name, (element as unknown as Record<string, unknown>)[name]])),
        names,
      );
      expect(values).toEqual(taken);
      await expect(journey.getByText(/^\d+ aliases$/)).toHaveCount(0);
      await expect(journey.getByText('Live', { exact: true })).toHaveCount(0);
      await expect(page.locator('[role=tab]').first()).toHaveText(
        role === 'supervisorAgent' ? 'Journey' : 'Customer Journey',
      );

      await page.goto(`${demo}?layout=studio&role=${role}&page=journey`);
      await expect(journeyIn(page)).toHaveAttribute('limit', '50', { timeout: 60_000 });
      // Without a task, the widget shows the customer of `customer`.
      await expect(journeyIn(page).getByRole('heading', { level: 2 })).toContainText('+1', { timeout: 60_000 });
    });
  }
});
