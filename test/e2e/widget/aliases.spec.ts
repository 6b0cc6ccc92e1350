import type { Locator, Page } from '@playwright/test';
import type { EmulatorServer } from '../../../demo/emulator/server.js';
import { expect, test } from '../support/at-a-moment.js';
import { inboundCall, openHostPage, selectTask } from '../support/host-page.js';
import {
  addAlias,
  addForm,
  agentToken,
  anais,
  button,
  changePerson,
  kwame,
  personOf,
  personsOf,
  row,
  rows,
  startEditing,
  title,
  valuesOf,
} from '../support/identity.js';
import { picture } from '../support/picture.js';
import { publishData } from '../support/publish.js';

const soren = 'soren.dahlgaard@example.com';

async function edit(page: Page, files: string, emulator: EmulatorServer, token = agentToken): Promise<void> {
  await openHostPage(page, { files, service: emulator.url, token });
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  await startEditing(page);
}

/** One of the two persons of a merge. */
const card = (dialog: Locator, heading: string): Locator => dialog.locator('.card').filter({ hasText: heading });

test('each alias shows its number of events, and each event shows its alias', async ({ page, files, emulator }) => {
  await openHostPage(page, { files, service: emulator.url });
  await button(page, /^Aliases 4/).click();
  await expect(rows(page)).toHaveText([
    /\+14155550132 phone.· matched.· \d+ events/,
    /anais\.moreau@example\.com email.· \d+ events/,
    /amo@example\.org email.· \d+ events/,
    /C-884120 customer ID.· \d+ events/,
  ]);
  const count = async () => Number(/(\d+) events/.exec(await row(page, anais).innerText())?.[1]);
  const before = await count();
  await publishData(emulator.url, 'by-phone', JSON.stringify({ uiData: { title: 'Asked by phone' } }));
  await expect.poll(count).toBe(before + 1);
  await button(page, 'Asked by phone').click();
  await expect(page.locator('wayline-event').filter({ hasText: 'Alias' }).first()).toContainText(anais);
});

test('an alias of each kind can be added, and the journey keeps its place', async ({ page, files, emulator }) => {
  await edit(page, files, emulator);
  for (const [kind, typed, stored] of [
    ['phone', '+44 20 7946 0958', '+442079460958'],
    ['email', ' anais@example.net ', 'anais@example.net'],
    ['customer ID', ' c-42 ', 'c-42'],
  ] as const) {
    await addAlias(page, kind, typed);
    await expect(addForm(page)).toContainText(`${stored} was added.`);
    await expect(row(page, stored)).toContainText(kind);
    await expect(page.getByLabel('Number, address or ID')).toHaveValue('');
    expect(valuesOf(emulator, anais)).toContain(stored);
  }
  await expect(rows(page)).toHaveCount(7);
  await expect(page.getByText('7 aliases')).toBeVisible();
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  await picture(page, 'editing', 380, 980);
  await button(page, 'Done').click();
  await expect(addForm(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Remove / })).toHaveCount(0);
});

test('an invalid number or address is not sent', async ({ page, files, emulator }) => {
  await edit(page, files, emulator);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') sent.push(request.url());
  });
  for (const [kind, typed, words] of [
    ['phone', '', 'Enter a number, an address or an ID.'],
    ['phone', 'twelve', 'This is not a valid phone number.'],
    ['email', 'anais at example', 'This is not a valid email address. Write it like name@example.com.'],
  ] as const) {
    await addAlias(page, kind, typed);
    await expect(addForm(page)).toContainText(words);
    await expect(page.getByLabel('Number, address or ID')).toBeFocused();
  }
  expect(sent).toEqual([]);
});

test('a removed alias can be restored within ten seconds, and not later', async ({ page, files, emulator }) => {
  await edit(page, files, emulator);
  await button(page, 'Remove amo@example.org').click();
  const undo = button(page, 'Undo removing amo@example.org');
  await expect(undo).toHaveText(/Undo \(\d+ s\)/);
  expect(valuesOf(emulator, anais)).not.toContain('amo@example.org');
  await picture(page, 'removed');
  await page.clock.fastForward(3_000);
  await expect(undo).toHaveText(/Undo \([1-7] s\)/);
  await undo.click();
  await expect(button(page, 'Remove amo@example.org')).toBeVisible();
  await expect(undo).toHaveCount(0);
  expect(valuesOf(emulator, anais)).toContain('amo@example.org');

  await button(page, 'Remove amo@example.org').click();
  await expect(undo).toBeVisible();
  await page.clock.fastForward(10_000);
  await expect(undo).toHaveCount(0);
  await expect(row(page, 'amo@example.org')).toHaveCount(0);
  await expect(rows(page)).toHaveCount(3);
});

test('the agent is asked before the matched alias or the last alias is removed', async ({ page, files, emulator }) => {
  await openHostPage(page, { files, service: emulator.url, interactionData: inboundCall(`+${kwame}`) });
  await expect(title(page)).toHaveText('Kwame Asante');
  await startEditing(page);
  await button(page, `Remove ${kwame}`).click();
  await expect(row(page, kwame)).toContainText('This is the last alias.');
  await picture(page, 'doubt');
  await button(page, 'Keep').click();
  await addAlias(page, 'customer ID', 'C-1');
  await expect(row(page, 'C-1')).toBeVisible();
  await button(page, `Remove ${kwame}`).click();
  await expect(row(page, kwame)).toContainText('This is the address of the current contact.');
  expect(valuesOf(emulator, kwame)).toEqual([kwame, 'C-1']);
  await button(page, 'Remove').click();
  await expect(button(page, `Undo removing ${kwame}`)).toBeVisible();
  expect(valuesOf(emulator, 'C-1')).toEqual(['C-1']);
});

test('a customer can get another name in any script, or no name', async ({ page, files, emulator }) => {
  await edit(page, files, emulator);
  await page.getByLabel('First name').fill('さくら');
  await page.getByLabel('Last name').fill('日本');
  await button(page, 'Save name').click();
  await expect(title(page)).toHaveText('さくら 日本');
  await expect(page.getByText('Name saved: \u2068さくら 日本\u2069')).toBeVisible();
  expect(personOf(emulator, anais)).toMatchObject({ firstName: 'さくら', lastName: '日本' });
  await page.getByLabel('First name').fill('');
  await page.getByLabel('Last name').fill('');
  await expect(page.getByText('Without a name, the address is shown instead.')).toBeVisible();
  await button(page, 'Save name').click();
  await expect(title(page)).toHaveText(anais);
});

test('an administrator merges two persons after seeing both', async ({ page, files, emulator }) => {
  await edit(page, files, emulator, 'admin-token');
  await button(page, /^Merge with another person/).click();
  const dialog = page.getByRole('dialog', { name: 'Merge persons' });
  await dialog.getByLabel('Number, address or ID of the other person').fill('nobody@example.com');
  await dialog.getByRole('button', { name: 'Look up' }).click();
  await expect(dialog).toContainText('No person found.');
  await dialog.getByLabel('Number, address or ID of the other person').fill('C-884120');
  await dialog.getByRole('button', { name: 'Look up' }).click();
  await expect(dialog).toContainText('This is the person already shown.');
  await picture(page, 'merge-look-up');

  await dialog.getByLabel('Number, address or ID of the other person').fill(soren);
  await dialog.getByRole('button', { name: 'Look up' }).click();
  await expect(card(dialog, 'Kept')).toContainText('amo@example.org');
  await expect(card(dialog, 'Merged into it')).toContainText('Søren Dahlgaard');
  await expect(dialog).toContainText('The result has 5 aliases.');
  await expect(dialog).toContainText('This cannot be undone.');
  await picture(page, 'merge', 380, 980);

  const into = dialog.getByRole('button', { name: "Merge into Anaïs Moreau-O'Neill" });
  await into.click();
  await expect(dialog).toContainText('Confirm that both are the same customer.');
  expect(personsOf(emulator).byAlias(soren)?.firstName).toBe('Søren');
  await dialog.getByLabel('Both are the same customer').check();
  await into.click();
  await expect(dialog).toHaveCount(0);
  await expect(row(page, soren)).toBeVisible();
  await expect(title(page)).toContainText('Anaïs');
  expect(valuesOf(emulator, soren)).toContain(anais);
  // The events of the other person are now part of the journey.
  await expect(row(page, soren)).toContainText(/[1-9]\d* events/);
});

test('an alias of another person leads an administrator directly to the merge', async ({ page, files, emulator }) => {
  await edit(page, files, emulator, 'admin-token');
  await addAlias(page, 'email', soren);
  await expect(addForm(page)).toContainText('If both are the same customer, merge them.');
  await addForm(page)
    .getByRole('button', { name: /^Merge with another person/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Merge persons' });
  await expect(card(dialog, 'Merged into it')).toContainText('Søren Dahlgaard');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  expect(valuesOf(emulator, soren)).toEqual([soren]);
});

test('a sign-in without the permission gets no merge, and one that loses the permission loses the merge', async ({
  page,
  files,
  emulator,
}) => {
  await edit(page, files, emulator);
  await expect(button(page, 'Add alias')).toBeVisible();
  await addAlias(page, 'customer ID', 'C-1'); // after this answer, the permissions of the sign-in are known
  await expect(row(page, 'C-1')).toBeVisible();
  await expect(button(page, /Merge/)).toHaveCount(0);

  await edit(page, files, emulator, 'admin-token');
  await button(page, /^Merge with another person/).click();
  const dialog = page.getByRole('dialog', { name: 'Merge persons' });
  await dialog.getByLabel('Number, address or ID of the other person').fill(soren);
  await dialog.getByRole('button', { name: 'Look up' }).click();
  await dialog.getByLabel('Both are the same customer').check();
  emulator.faults.add({ route: 'person', status: 403 });
  await dialog.getByRole('button', { name: /^Merge into/ }).click();
  await expect(dialog).toContainText('The persons were not merged');
  await expect(dialog).toContainText('You have no permission to merge persons.');
  await picture(page, 'merge-forbidden');
  emulator.faults.clear();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(button(page, /Merge/)).toHaveCount(0);
  await expect(button(page, 'Add alias')).toBeVisible();
  expect(valuesOf(emulator, soren)).toEqual([soren]);
});

test('the read-only widget shows data and allows no change', async ({ page, files, emulator }) => {
  await openHostPage(page, { files, service: emulator.url, attributes: 'read-only' });
  await button(page, /^Aliases 4/).click();
  await expect(rows(page)).toHaveCount(4);
  await expect(button(page, /Edit|Remove|Add|Merge/)).toHaveCount(0);
  const widget = page.locator('wayline-journey');
  await widget.evaluate((element) => element.removeAttribute('read-only'));
  await startEditing(page);
  await widget.evaluate((element) => element.setAttribute('read-only', ''));
  await expect(button(page, /Edit|Remove|Add|Merge|Done/)).toHaveCount(0);
});

test('another contact closes the open edits of the previous customer', async ({ page, files, emulator }) => {
  await edit(page, files, emulator, 'admin-token');
  await page.getByLabel('Last name').fill('Not finished');
  await page.getByLabel('Number, address or ID').fill('C-1');
  await button(page, 'Remove amo@example.org').click();
  await expect(button(page, 'Undo removing amo@example.org')).toBeVisible();
  await button(page, /^Merge with another person/).click();
  await expect(page.getByRole('dialog')).toBeVisible();

  await selectTask(page, inboundCall('+447700900123'));
  await expect(title(page)).toHaveText('João Carvalho');
  await expect(button(page, 'Edit aliases and name')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(button(page, /Undo|Save name|Add alias/)).toHaveCount(0);
  await startEditing(page);
  await expect(page.getByLabel('Last name')).toHaveValue('Carvalho');
  await expect(page.getByLabel('Number, address or ID')).toHaveValue('');
  await expect(rows(page)).toHaveCount(2);
});

test('a late answer to an edit of the previous customer does not change the current one', async ({
  page,
  files,
  emulator,
}) => {
  await edit(page, files, emulator);
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/admin/v1/api/person/**', async (route) => {
    if (route.request().method() === 'PATCH') await held;
    await route.continue();
  });
  const sent = page.waitForRequest((request) => request.method() === 'PATCH');
  await addAlias(page, 'customer ID', 'C-1');
  await sent;
  await selectTask(page, inboundCall('+447700900123'));
  await expect(title(page)).toHaveText('João Carvalho');
  release();
  await expect.poll(() => valuesOf(emulator, anais)).toContain('C-1');
  await expect(page.locator('wayline-journey')).not.toContainText('C-1');
  await expect(title(page)).toHaveText('João Carvalho');
  expect(valuesOf(emulator, '+447700900123')).not.toContain('C-1');
});

test('an alias that another user added appears with the next edit', async ({ page, files, emulator }) => {
  await edit(page, files, emulator);
  changePerson(emulator, anais, ({ aliases }) => ({
    aliases: [...aliases, { type: 'email', value: 'by-somebody@example.com' }],
  }));
  await addAlias(page, 'customer ID', 'C-1');
  await expect(row(page, 'by-somebody@example.com')).toBeVisible();
  await expect(rows(page)).toHaveCount(6);
});
