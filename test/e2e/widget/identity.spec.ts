import type { Page } from '@playwright/test';
import { demoProjectId } from '../../../demo/scenarios/customers.js';
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
  lookUp,
  lookUpField,
  personOf,
  personsOf,
  row,
  rows,
  shared,
  startEditing,
  title,
  valuesOf,
} from '../support/identity.js';
import { openStreams } from '../support/open-streams.js';
import { picture } from '../support/picture.js';

/* Every result of the question "who is it?", each with a picture. See `picture`. */

const searching = 'enable-user-search';

/** All requests about persons, as the page sends them. */
function watchQuestions(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/(person|events|progressive-profile-view)\//.test(request.url())) asked.push(request.url());
  });
  return asked;
}

const noJourney = async (page: Page): Promise<void> => {
  await expect(page.locator('wayline-timeline, wayline-entry, wayline-profile, wayline-identity')).toHaveCount(0);
};

test.describe('several persons', () => {
  test.beforeEach(({ emulator }) => {
    const email = (value: string) => ({ type: 'email', value }) as const;
    changePerson(emulator, shared, ({ aliases }) => ({
      aliases: [...aliases, email('zofia.nowak@example.com'), { type: 'customerId', value: 'C-300117' }],
    }));
    changePerson(emulator, shared.slice(1), ({ aliases }) => ({
      aliases: [...aliases, email('tomasz.nowak@example.org')],
    }));
    emulator.world.publish(demoProjectId, {
      specversion: '1.0',
      id: 'parcel',
      type: 'order:shipped',
      source: 'shop',
      identity: 'tomasz.nowak@example.org',
      identitytype: 'email',
      datacontenttype: 'application/json',
      data: { uiData: { title: 'Parcel for Tomasz' } },
      time: new Date(emulator.world.now() - 3_600_000).toISOString(),
    });
  });

  test('are shown with their differences, and no journey is shown before the agent has chosen', async ({
    page,
    files,
    emulator,
  }) => {
    await openHostPage(page, { files, service: emulator.url, interactionData: inboundCall(shared) });
    await expect(title(page)).toHaveText('Who is it?');
    await expect(page.getByText(`2 persons share \u2068${shared}\u2069`)).toBeVisible();
    const [zofia, tomasz] = ['Zofia', 'Tomasz'].map((name) => page.getByRole('listitem').filter({ hasText: name }));
    await expect(zofia!).toContainText('zofia.nowak@example.com · email');
    await expect(zofia!).toContainText('C-300117 · customer ID');
    await expect(tomasz!).toContainText('tomasz.nowak@example.org · email');
    for (const person of [zofia!, tomasz!]) await expect(person).toContainText('last contact 3 days ago, voice');
    await noJourney(page);
    await expect(page.getByText('Parcel for Tomasz')).toHaveCount(0);
    await expect.poll(() => openStreams(emulator.url)).toEqual([]);
    await picture(page, 'picker', 380, 980);

    await button(page, 'Choose Tomasz Nowak').click();
    await expect(title(page)).toHaveText('Tomasz Nowak');
    await expect(page.getByText('Parcel for Tomasz')).toBeVisible();
    const streams = await openStreams(emulator.url);
    expect(streams.length).toBeGreaterThan(0);
    for (const { identity } of streams) expect(valuesOf(emulator, shared.slice(1))).toContain(identity);
    await picture(page, 'picker-chosen');
  });

  test('are chosen for this contact, until the agent resets the choice or another contact arrives', async ({
    page,
    files,
    emulator,
  }) => {
    await openHostPage(page, { files, service: emulator.url, interactionData: inboundCall(shared, 'first') });
    await button(page, 'Choose Tomasz Nowak').click();
    await expect(page.getByText('Parcel for Tomasz')).toBeVisible();
    await selectTask(page, { ...inboundCall(shared, 'first'), isHold: true });
    await expect(title(page)).toHaveText('Tomasz Nowak');

    await button(page, 'Choose again').click();
    await expect(title(page)).toHaveText('Who is it?');
    await noJourney(page);
    await button(page, 'Choose Zofia Nowak').click();
    await expect(title(page)).toHaveText('Zofia Nowak');
    await expect(page.locator('wayline-entry').first()).toBeVisible();
    await expect(page.getByText('Parcel for Tomasz')).toHaveCount(0);

    await selectTask(page, inboundCall(shared, 'second'));
    await expect(title(page)).toHaveText('Who is it?');
    await noJourney(page);
  });
});

test.describe('an unknown customer', () => {
  const stranger = '+19995550199';

  test('is shown as unknown, and can be looked up by another address', async ({ page, files, emulator }) => {
    await openHostPage(page, {
      files,
      service: emulator.url,
      attributes: searching,
      interactionData: inboundCall(stranger),
    });
    await expect(title(page)).toHaveText(stranger);
    await expect(page.getByText('no person has this number yet')).toBeVisible();
    await expect(page.getByText('First contact', { exact: true }).first()).toBeVisible();
    await expect(page.locator('wayline-profile')).toHaveCount(0);
    await picture(page, 'unknown', 380, 980);

    await button(page, 'Look up another number or email').click();
    await expect(lookUpField(page)).toBeFocused();
    await lookUp(page, kwame);
    await expect(title(page)).toHaveText('Kwame Asante');
  });

  test('can have events: the events of the address are shown', async ({ page, files, emulator }) => {
    const { events } = emulator.world.project(demoProjectId);
    const now = emulator.world.now();
    events.add(
      {
        specversion: '1.0',
        id: 'visit',
        type: 'page:viewed',
        source: 'website',
        identity: stranger,
        identitytype: 'phone',
        datacontenttype: 'application/json',
        data: { uiData: { title: 'Asked for a call back' } },
        time: new Date(now - 600_000).toISOString(),
      },
      now,
    );
    await openHostPage(page, { files, service: emulator.url, interactionData: inboundCall(stranger) });
    await expect(page.getByText('no person has this number yet')).toBeVisible();
    await expect(page.getByText('Asked for a call back')).toBeVisible();
    await picture(page, 'unknown-with-events');
  });
});

for (const [name, ani, heading] of [
  ['anonymous', 'anonymous', 'Anonymous caller'],
  ['masked-by-desktop', '+1415*****32', 'The address is masked'],
] as const) {
  test(`an address without a customer sends no request, and the agent can look up the customer: ${name}`, async ({
    page,
    files,
    emulator,
  }) => {
    const asked = watchQuestions(page);
    await openHostPage(page, {
      files,
      service: emulator.url,
      attributes: searching,
      interactionData: inboundCall(ani),
    });
    await expect(title(page)).toHaveText(heading);
    await noJourney(page);
    await expect(button(page, 'Look up a customer')).toBeVisible();
    await expect(page.locator('wayline-journey')).not.toContainText('+1415');
    expect(asked).toEqual([]);
    await picture(page, name);

    await lookUp(page, anais);
    await expect(title(page)).toContainText('Anaïs');
    await button(page, 'Back to the current contact').click();
    await expect(title(page)).toHaveText(heading);
  });
}

test.describe('a look-up', () => {
  test('shows the customer that the agent looks up, says so, and leads back in one step', async ({
    page,
    files,
    emulator,
  }) => {
    await openHostPage(page, { files, service: emulator.url, attributes: searching });
    await expect(title(page)).toContainText('Anaïs');
    await expect(page.locator('wayline-now')).toBeVisible();
    await button(page, 'Look up a customer').click();
    await expect(lookUpField(page)).toBeFocused();
    await picture(page, 'look-up', 380, 980);

    await lookUp(page, '+1 (312) 555-0147');
    await expect(title(page)).toHaveText('Kwame Asante');
    await expect(page.getByText('You looked up')).toContainText('+1 (312) 555-0147');
    await expect(page.locator('wayline-now')).toHaveCount(0);
    await expect(lookUpField(page)).toHaveCount(0);
    await picture(page, 'looked-up');

    await button(page, 'Back to the current contact').click();
    await expect(title(page)).toContainText('Anaïs');
    await expect(page.locator('wayline-now')).toBeVisible();
    await expect(page.getByText('You looked up')).toHaveCount(0);
  });

  test('keeps the recent customers until the agent clears them', async ({ page, files, emulator }) => {
    await openHostPage(page, { files, service: emulator.url, attributes: searching });
    await lookUp(page, kwame);
    await expect(title(page)).toHaveText('Kwame Asante');
    await lookUp(page, 'soren.dahlgaard@example.com');
    await expect(title(page)).toHaveText('Søren Dahlgaard');
    await button(page, 'Back to the current contact').click();
    await button(page, 'Look up a customer').click();
    const recents = page.getByRole('region', { name: 'Recent look-ups' });
    await expect(recents.getByRole('listitem')).toHaveText([/^\s*Søren Dahlgaard/, /^\s*Kwame Asante/]);
    await picture(page, 'look-up-recents');
    await recents.getByRole('button', { name: 'Kwame Asante' }).click();
    await expect(title(page)).toHaveText('Kwame Asante');

    await button(page, 'Look up a customer').click();
    await button(page, 'Clear the recent look-ups').click();
    await expect(recents).toHaveCount(0);
  });

  test('sends no request for an invalid address', async ({ page, files, emulator }) => {
    await openHostPage(page, { files, service: emulator.url, attributes: searching });
    await expect(page.getByText('Premium Fibre')).toBeVisible();
    const asked = watchQuestions(page);
    for (const [typed, reason] of [
      ['  ', 'Enter a phone number, an email address or a customer ID.'],
      ['anonymous', 'The number is withheld, so no customer can be found.'],
      ['+1415*****32', 'Some characters are hidden. Enter the full value.'],
    ] as const) {
      await lookUp(page, typed);
      await expect(page.getByText(reason)).toBeVisible();
      await expect(lookUpField(page)).toHaveValue(typed);
    }
    expect(asked.filter((url) => /aliases/.test(url))).toEqual([]);
    await expect(title(page)).toContainText('Anaïs');
  });

  test('says that no customer was found, and keeps the typed text', async ({ page, files, emulator }) => {
    await openHostPage(page, { files, service: emulator.url, attributes: searching });
    await lookUp(page, '+1 999 555 0199');
    await expect(
      page.getByText('No customer found for this number. Check it, or try an email address or customer ID.'),
    ).toBeVisible();
    await expect(lookUpField(page)).toHaveValue('+1 999 555 0199');
    await expect(page.locator('wayline-profile')).toHaveCount(0);
    await picture(page, 'look-up-not-found');
    await lookUp(page, kwame);
    await expect(title(page)).toHaveText('Kwame Asante');
  });

  test('asks who it is when it finds several persons', async ({ page, files, emulator }) => {
    await openHostPage(page, { files, service: emulator.url, attributes: searching });
    await lookUp(page, shared);
    await expect(title(page)).toHaveText('Who is it?');
    await noJourney(page);
    await button(page, 'Choose Zofia Nowak').click();
    await expect(title(page)).toHaveText('Zofia Nowak');
    await expect(page.getByText('You looked up')).toBeVisible();
  });

  test('ends when another contact arrives, not when the previous one ends', async ({ page, files, emulator }) => {
    await openHostPage(page, { files, service: emulator.url, attributes: searching });
    await lookUp(page, kwame);
    await expect(title(page)).toHaveText('Kwame Asante');
    await selectTask(page, null);
    await expect(page.getByText('You looked up')).toBeVisible();
    await expect(title(page)).toHaveText('Kwame Asante');
    await button(page, 'Look up a customer').click();
    await selectTask(page, inboundCall('+447700900123'));
    await expect(title(page)).toHaveText('João Carvalho');
    await expect(page.getByText('You looked up')).toHaveCount(0);
    await expect(lookUpField(page)).toHaveCount(0);
  });

  test('reports a network error, keeps the typed text, and can be tried again', async ({ page, files, emulator }) => {
    await openHostPage(page, { files, service: emulator.url, attributes: searching });
    await expect(page.getByText('Premium Fibre')).toBeVisible();
    await page.context().setOffline(true);
    await lookUp(page, kwame);
    // The form's own message: the history fails earlier, while the look-up can still succeed.
    const form = page.locator('wayline-look-up');
    await expect(form.getByText('The service did not respond.')).toBeVisible();
    await expect(lookUpField(page)).toHaveValue(kwame);
    await expect(page.locator('wayline-journey')).not.toContainText('Anaïs');
    await picture(page, 'look-up-offline');
    await page.context().setOffline(false);
    await form.getByRole('button', { name: 'Try again' }).click();
    await expect(title(page)).toHaveText('Kwame Asante');
  });
});

test.describe('a conflict', () => {
  for (const status of [400, 409] as const) {
    test(`with another person’s alias is explained in plain words, with the next step: ${status}`, async ({
      page,
      files,
      emulator,
    }) => {
      emulator.world.habits.conflictStatus = status;
      await openHostPage(page, { files, service: emulator.url, token: agentToken });
      await startEditing(page);
      await addAlias(page, 'phone', `+${kwame}`);
      // The service has this number without its plus, so the two are different aliases for it.
      await expect(row(page, `+${kwame}`)).toBeVisible();
      await addAlias(page, 'email', 'soren.dahlgaard@example.com');
      await expect(addForm(page)).toContainText('The alias was not added');
      await expect(addForm(page)).toContainText(
        'This alias belongs to another person. If both are the same customer, ask a supervisor or administrator to merge them.',
      );
      await expect(page.getByLabel('Number, address or ID')).toHaveValue('soren.dahlgaard@example.com');
      await expect(button(page, /Merge/)).toHaveCount(0);
      if (status === 400) await picture(page, 'conflict');
      expect(valuesOf(emulator, anais)).not.toContain('soren.dahlgaard@example.com');
      expect(personOf(emulator, 'soren.dahlgaard@example.com').firstName).toBe('Søren');
    });
  }

  test('with an alias that the person has already is found before any request', async ({ page, files, emulator }) => {
    await openHostPage(page, { files, service: emulator.url });
    await startEditing(page);
    await addAlias(page, 'email', 'AMO@example.org');
    await expect(addForm(page)).toContainText('This person already has this alias.');
  });

  test('with the service’s limit is announced before the request, and explained after it', async ({
    page,
    files,
    emulator,
  }) => {
    changePerson(emulator, anais, ({ aliases }) => ({
      aliases: [...aliases, ...[1, 2, 3].map((n) => ({ type: 'email', value: `anais.${n}@example.net` }) as const)],
    }));
    await openHostPage(page, { files, service: emulator.url });
    await startEditing(page);
    await page.getByLabel('Kind').selectOption({ label: 'email' });
    await expect(addForm(page)).toContainText(
      'There are already 5 of the kind email. The service might refuse another.',
    );
    await addAlias(page, 'email', 'sixth@example.com');
    await expect(addForm(page)).toContainText('The service cannot store more addresses of this kind for one person.');
    await expect(page.getByLabel('Number, address or ID')).toHaveValue('sixth@example.com');
    await picture(page, 'conflict-limit');
  });

  test('with another user’s change of the name is shown, and the change is not overwritten silently', async ({
    page,
    files,
    emulator,
  }) => {
    await openHostPage(page, { files, service: emulator.url });
    await startEditing(page);
    changePerson(emulator, anais, () => ({ lastName: 'Moreau' }));
    await page.getByLabel('Last name').fill("O'Neill");
    await button(page, 'Save name').click();
    await expect(page.getByText('Another user changed the name to \u2068Anaïs Moreau\u2069.')).toBeVisible();
    await expect(page.getByLabel('Last name')).toHaveValue("O'Neill");
    await expect(title(page)).toHaveText('Anaïs Moreau');
    expect(personOf(emulator, anais).lastName).toBe('Moreau');
    await picture(page, 'conflict-name');

    await button(page, 'Save again').click();
    await expect(title(page)).toHaveText("Anaïs O'Neill");
    expect(personOf(emulator, anais).lastName).toBe("O'Neill");
  });

  test('with the same change by another user is not an error', async ({ page, files, emulator }) => {
    await openHostPage(page, { files, service: emulator.url });
    await startEditing(page);
    changePerson(emulator, anais, ({ aliases }) => ({
      aliases: [...aliases.filter(({ value }) => value !== 'amo@example.org'), { type: 'customerId', value: 'C-1' }],
    }));
    await addAlias(page, 'customer ID', 'C-1');
    await expect(addForm(page)).toContainText('Another user already made this change.');
    await expect(rows(page)).toHaveCount(4);
    await expect(row(page, 'amo@example.org')).toHaveCount(0);
  });

  test('with a removed person is explained', async ({ page, files, emulator }) => {
    await openHostPage(page, { files, service: emulator.url });
    await startEditing(page);
    const { id } = personOf(emulator, anais);
    personsOf(emulator).merge(personOf(emulator, kwame).id, [id]);
    await addAlias(page, 'customer ID', 'C-1');
    await expect(addForm(page)).toContainText('Another user merged or deleted this person.');
    await expect(page.getByLabel('Number, address or ID')).toHaveValue('C-1');
  });
});

test.describe('a missing permission', () => {
  const refuseChanges = (page: Page) =>
    page.route('**/admin/v1/api/person/**', (route) =>
      route.request().method() === 'PATCH' ? route.fulfill({ status: 403, json: {} }) : route.continue(),
    );

  test('is explained, and hides editing until another sign-in', async ({ page, files, emulator }) => {
    await refuseChanges(page);
    await openHostPage(page, { files, service: emulator.url, token: agentToken });
    await startEditing(page);
    await addAlias(page, 'customer ID', 'C-1');
    const identity = page.locator('wayline-identity');
    await expect(identity).toContainText('Not saved: no permission');
    await expect(identity).toContainText('You can view customers, but have no permission to change them.');
    await expect(button(page, /Edit/)).toHaveCount(0);
    await expect(addForm(page)).toHaveCount(0);
    await expect(row(page, 'amo@example.org')).toBeVisible();
    await picture(page, 'forbidden');

    await selectTask(page, inboundCall(`+${kwame}`));
    await expect(title(page)).toHaveText('Kwame Asante');
    await expect(identity).toContainText('Aliases');
    await expect(identity).not.toContainText('no permission');
    await expect(button(page, /Edit/)).toHaveCount(0);

    await page.evaluate(() => {
      Object.assign(document.querySelector('wayline-journey')!, { bearerToken: 'another-token' });
    });
    await expect(button(page, 'Edit aliases and name')).toBeVisible();
  });

  test('to look up customers keeps the readable data', async ({ page, files, emulator }) => {
    emulator.faults.add({ route: 'person', status: 403 });
    await openHostPage(page, { files, service: emulator.url });
    const identity = page.locator('wayline-identity');
    await expect(identity).toContainText('The customer could not be looked up');
    await expect(identity).toContainText('You have no permission to read this data.');
    await expect(page.locator('wayline-entry').first()).toBeVisible();
    await expect(button(page, /Edit/)).toHaveCount(0);
    await picture(page, 'forbidden-look-up');
  });
});

test.describe('without a network', () => {
  test.beforeEach(async ({ page, files, emulator }) => {
    await openHostPage(page, { files, service: emulator.url });
    await startEditing(page);
    await page.context().setOffline(true);
  });

  test('a new alias stays in its field, and is added by trying again', async ({ page, emulator }) => {
    await addAlias(page, 'customer ID', 'C-1');
    await expect(addForm(page)).toContainText('The alias was not added');
    await expect(addForm(page)).toContainText('The service did not respond. Check the network, then try again.');
    await expect(page.getByLabel('Number, address or ID')).toHaveValue('C-1');
    await picture(page, 'offline');
    await page.context().setOffline(false);
    await addForm(page).getByRole('button', { name: 'Try again' }).click();
    await expect(row(page, 'C-1').first()).toBeVisible();
    await expect(page.getByLabel('Number, address or ID')).toHaveValue('');
    expect(valuesOf(emulator, anais)).toContain('C-1');
  });

  test('a removed alias stays in the list, and is removed by trying again', async ({ page, emulator }) => {
    await button(page, 'Remove amo@example.org').click();
    await expect(row(page, 'amo@example.org')).toContainText('amo@example.org was not removed');
    await page.context().setOffline(false);
    await row(page, 'amo@example.org').getByRole('button', { name: 'Try again' }).click();
    await expect(button(page, 'Undo removing amo@example.org')).toBeVisible();
    expect(valuesOf(emulator, anais)).not.toContain('amo@example.org');
  });

  test('a typed name stays in its field, and is saved by trying again', async ({ page, emulator }) => {
    await page.getByLabel('Last name').fill('Moreau');
    await button(page, 'Save name').click();
    const form = page.locator('wayline-rename');
    await expect(form).toContainText('The name was not saved');
    await expect(page.getByLabel('Last name')).toHaveValue('Moreau');
    await page.context().setOffline(false);
    await form.getByRole('button', { name: 'Try again' }).click();
    await expect(title(page)).toHaveText('Anaïs Moreau');
    expect(personOf(emulator, anais).lastName).toBe('Moreau');
  });
});
