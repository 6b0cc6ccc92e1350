import type { Page } from '@playwright/test';
import { demoCustomer } from '../../../demo/scenarios/customers.js';
import { expect, test } from '../support/at-a-moment.js';
import { drawnBy, findPlain, findPlainEver, toldBy, watch } from '../support/drawn.js';
import { inboundCall, openHostPage, selectTask } from '../support/host-page.js';
import { publishData } from '../support/publish.js';
import { addAlias, button, kwame, lookUp, rows, startEditing } from '../support/identity.js';

const anais = demoCustomer('inbound-call');
const values = [...anais.aliases, ...demoCustomer('outbound-call').aliases];

/** The places where publishers put addresses. */
const told = {
  uiData: { title: 'Wrote as anais.moreau@example.com', subTitle: 'and called from (415) 555-0132' },
  transcript: 'Bot: Your number?\nAnaïs: 415 555 0132, and tel:+14155550132\nBot: Customer c884120?\nAnaïs: Yes',
  order: 'https://shop.example.com/orders?of=%2B14155550132&mail=amo%40example.org',
  'by +1-415-555-0132': { number: 14155550132 },
};

/** No value of a current or previous customer can be found. `typed`: not even in fields. */
const expectMasked = async (page: Page, typed = true): Promise<void> =>
  expect(await findPlain(page, values, typed)).toEqual({});

async function whole(page: Page): Promise<void> {
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
}

/** Lays the focused entry open with all its events, their raw data, and on top of everything the first transcript in it. */
const layOpen = (page: Page): Promise<{ events: number; transcript: boolean; last: boolean }> =>
  page.evaluate(async () => {
    const timeline = document.querySelector('wayline-journey')!.shadowRoot!.activeElement!;
    const entry = timeline.shadowRoot!.activeElement as HTMLElementTagNameMap['wayline-entry'];
    const press = async (selector: string, within: readonly (ShadowRoot | null)[]) => {
      for (const root of within) root!.querySelectorAll<HTMLElement>(selector).forEach((one) => one.click());
      await entry.updateComplete;
    };
    await press('.title[aria-expanded=false]', [entry.shadowRoot]);
    await press('.event[aria-expanded=false]', [entry.shadowRoot]);
    const events = [...entry.shadowRoot!.querySelectorAll('wayline-event')];
    await Promise.all(events.map(({ updateComplete }) => updateComplete));
    await press(
      '[aria-controls=raw][aria-expanded=false]',
      events.map(({ shadowRoot }) => shadowRoot),
    );
    await Promise.all(events.map(({ updateComplete }) => updateComplete));
    const [transcript] = events.flatMap(
      ({ shadowRoot }) => shadowRoot!.querySelector<HTMLElement>('.transcript') ?? [],
    );
    transcript?.click();
    await Promise.all(events.map(({ updateComplete }) => updateComplete));
    return { events: events.length, transcript: transcript !== undefined, last: entry.position === entry.setSize };
  });

test.describe('a masked journey', () => {
  test.beforeEach(({ page }) => watch(page));

  test('shows no address in any opened part, also not to screen readers or the page', async ({
    page,
    files,
    emulator,
  }) => {
    test.setTimeout(180_000);
    await publishData(emulator.url, 'told in many ways', JSON.stringify(told));
    await openHostPage(page, {
      files,
      service: emulator.url,
      token: 'supervisor-token',
      attributes: 'mask enable-user-search',
    });
    await whole(page);
    await expect(page.getByText('••• ••• 0132').first()).toBeVisible();
    await expectMasked(page);

    await test.step('every entry with all its events and their raw data', async () => {
      await page
        .locator('wayline-entry')
        .first()
        .evaluate((entry: HTMLElementTagNameMap['wayline-entry']) => entry.focus());
      let events = 0;
      let transcripts = 0;
      for (let last = false; !last;) {
        const opened = await layOpen(page);
        ({ last } = opened);
        events += opened.events;
        await expectMasked(page);
        if (opened.transcript) {
          transcripts += 1;
          await page.keyboard.press('Escape');
          await expect(page.getByRole('dialog')).toHaveCount(0);
        }
        await page.keyboard.press('PageDown');
      }
      expect(events).toBeGreaterThan(200);
      expect(transcripts).toBeGreaterThan(0);
      expect(await drawnBy(page)).toContain('"identity": "••• ••• 0132"');
    });

    await test.step('profile, aliases, notices', async () => {
      for (const name of [/^Show all/, /^Aliases/, /more notices$/]) {
        const fold = page.getByRole('button', { name, expanded: false }).first();
        if (await fold.isVisible()) await fold.click();
      }
      await expect(rows(page)).toHaveCount(4);
      await expectMasked(page);
      await page.getByRole('group', { name: 'Notices' }).getByRole('button').first().click();
      await expectMasked(page);
      await page.getByRole('group', { name: 'Notices' }).getByRole('button').first().click();
    });

    await test.step('search, filters, help', async () => {
      const search = page.getByRole('searchbox');
      await search.fill('4155550132');
      await expect(page.getByText('No match')).toBeVisible();
      await search.fill('0132');
      await expect(page.locator('wayline-entry mark').first()).toBeVisible();
      await expectMasked(page);
      await search.fill('');
      await button(page, 'Filters and order').click();
      await expectMasked(page);
      await button(page, 'Keyboard shortcuts').click();
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
      await expectMasked(page);
      await page.keyboard.press('Escape');
      await button(page, 'Filters and order').click();
    });

    await test.step('editing and merging', async () => {
      await startEditing(page);
      await addAlias(page, 'email', 'anais.moreau@example.com');
      await expect(page.getByText('This person already has this alias.')).toBeVisible();
      await page.getByLabel('Number, address or ID').fill('');
      await expectMasked(page);
      await button(page, 'Merge with another person…').click();
      const dialog = page.getByRole('dialog', { name: 'Merge persons' });
      await dialog.getByRole('textbox').fill(kwame);
      await dialog.getByRole('button', { name: 'Look up' }).click();
      await expect(dialog.getByText('••• ••• 0147')).toBeVisible();
      await expectMasked(page, false);
      await page.keyboard.press('Escape');
      await button(page, 'Done').click();
    });

    await test.step('a look-up, and the way back', async () => {
      await lookUp(page, kwame);
      await expect(page.getByText('You looked up')).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Kwame Asante' })).toBeVisible();
      await expectMasked(page);
      await button(page, 'Look up a customer').click();
      await expect(page.locator('.recent')).toContainText('••• ••• 0147');
      await expectMasked(page);
      await button(page, 'Back to the current contact').click();
      await whole(page);
      await expectMasked(page);
    });

    expect(await findPlainEver(page, values)).toEqual({});
    expect((await toldBy(page)).length).toBeGreaterThan(50);
  });

  test('shows one value for half a minute, reports it to the page, and hides it again', async ({
    page,
    files,
    emulator,
  }) => {
    await openHostPage(page, { files, service: emulator.url, attributes: 'mask' });
    await whole(page);
    await page.getByRole('button', { name: /^Aliases/, expanded: false }).click();
    await expectMasked(page);
    await page.clock.pauseAt('2026-11-20T10:10:00Z'); // from here on, the test controls the time
    const [phone, email] = anais.aliases;
    await button(page, 'Reveal phone ••• ••• 0132').click();
    await expect(page.getByText(phone!, { exact: true })).toBeVisible();
    const revealed = await findPlain(page, values);
    expect(revealed).toEqual({ drawn: [phone], accessible: [phone] });

    await button(page, 'Reveal email a••@•••').first().click();
    await expect(page.getByText(email!, { exact: true })).toBeVisible();
    expect(await findPlain(page, values)).toEqual({ drawn: [email], accessible: [email] });

    await page.clock.fastForward(29_000);
    await expect(page.getByText(email!, { exact: true })).toBeVisible();
    await page.clock.fastForward(1_000);
    await expectMasked(page); // at once, without waiting

    const told = (await toldBy(page)).filter((event) => event.startsWith('wayline-reveal'));
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('"••• ••• 0132"');
    expect(Object.keys(await findPlainEver(page, values))).toEqual(['drawn']);
  });

  test('draws nothing before the mask is loaded, reports when it cannot be loaded, and tries again', async ({
    page,
    files,
    emulator,
  }) => {
    const part = '**/dist/parts/**';
    await page.route(part, (route) => route.abort());
    await openHostPage(page, { files, service: emulator.url, attributes: 'mask' });
    const note = page.getByText('Part of the journey cannot be shown');
    await expect(note).toBeVisible();
    await expect(page.locator('wayline-header, wayline-timeline, wayline-entry')).toHaveCount(0);
    await expectMasked(page);
    await selectTask(page, inboundCall('anonymous'));
    await expect(page.getByText('Anonymous caller')).toBeVisible();
    await selectTask(page, inboundCall(anais.address));
    await expect(note).toBeVisible();

    await page.unroute(part);
    await button(page, 'Try again').click();
    await whole(page);
    await expectMasked(page);
    expect(await findPlainEver(page, values)).toEqual({});
  });

  test('follows the mask switch of the desktop while a customer is shown', async ({ page, demo }) => {
    await page.goto(`${demo}?task=1&mask=1`);
    const widget = page.locator('wayline-journey').first();
    await expect(widget.getByText('Premium Fibre')).toBeVisible();
    await expect(widget.getByText('••• ••• 0132').first()).toBeVisible();
    const plain = () => findPlain(page, anais.aliases);
    expect(await plain()).toEqual({});
    await page.getByRole('checkbox', { name: 'Mask' }).uncheck();
    await expect(widget.getByText('+14155550132').first()).toBeVisible();
    await page.getByRole('checkbox', { name: 'Mask' }).check();
    await expect(widget.getByText('+14155550132')).toHaveCount(0);
    expect(await plain()).toEqual({});
  });
});

test('a contact with an address masked by the desktop explains the step for the administrator', async ({
  page,
  files,
  emulator,
}) => {
  await openHostPage(page, {
    files,
    service: emulator.url,
    attributes: 'mask',
    interactionData: inboundCall('+1415*****32'),
  });
  await expect(page.getByRole('heading', { name: 'The address is masked' })).toBeVisible();
  await expect(page.locator('code', { hasText: 'cad-variable-lookup' })).toBeVisible();
  await expect(page.getByText('Control Hub')).toBeVisible();
});
