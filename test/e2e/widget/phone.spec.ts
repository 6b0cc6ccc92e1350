import { inboundCall, openHostPage, selectTask } from '../support/host-page.js';
import { expect, test } from '../support/servers.js';

const national = inboundCall('(415) 555-0132');
const forms = '+14155550132,14155550132,(415) 555-0132,4155550132';
const phonePart = '**/dist/parts/*/regional-phone.js';

const scripts = {
  'a classic script': '<script src="/dist/wayline.js"></script>',
  'an ES module': '<script type="module" src="/dist/wayline.mjs"></script>',
};

for (const [name, script] of Object.entries(scripts)) {
  test(`a number without its country code finds its person in one look-up, from ${name}`, async ({
    page,
    files,
    emulator,
  }) => {
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/\/aliases\/|regional-phone\.js$/.test(pathname)) asked.push(decodeURIComponent(pathname.split('/').at(-1)!));
    });
    const attributes = 'data-center="produs1"';
    await openHostPage(page, { files, service: emulator.url, script, attributes, interactionData: national });
    await expect(page.getByRole('heading', { level: 2 })).toContainText('Anaïs');
    await expect(page.getByText('matched by phone as \u2068+14155550132\u2069')).toBeVisible();
    expect(asked).toEqual(['regional-phone.js', forms]);
    await selectTask(page, inboundCall('(202) 555-0117'));
    await expect(page.getByText('Tomasz Nowak')).toBeVisible();
    expect(asked).toEqual(['regional-phone.js', forms, '+12025550117,12025550117,(202) 555-0117,2025550117']);
    expect(problems).toEqual([]);
  });
}

test('a number with its country code is looked up without waiting', async ({ page, files, emulator }) => {
  let loads = 0;
  await page.route(phonePart, (route) => {
    loads += 1;
    return route.abort();
  });
  for (const ani of ['+1 415 555 0132', '001 415 555 0132', 'tel:+14155550132;ext=12']) {
    const attributes = 'data-center="produs1"';
    await openHostPage(page, { files, service: emulator.url, attributes, interactionData: inboundCall(ani) });
    await expect(page.getByRole('heading', { level: 2 })).toContainText('Anaïs');
  }
  expect(loads).toBe(0);
});

test('the widget looks up no customer while the phone library loads, and the head shows that it loads', async ({
  page,
  files,
  emulator,
}) => {
  let deliver = () => undefined as void;
  const held = new Promise<void>((resolve) => (deliver = resolve));
  const coming = page.waitForRequest(phonePart);
  await page.route(phonePart, async (route) => {
    await held;
    await route.continue();
  });
  let lookUps = 0;
  page.on('request', (request) => (lookUps += /\/aliases\/|\/events\//.test(request.url()) ? 1 : 0));
  const attributes = 'data-center="produs1"';
  await openHostPage(page, { files, service: emulator.url, attributes, interactionData: national });
  await coming;
  await expect(page.locator('wayline-header [aria-busy=true]')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toContainText('(415) 555-0132');
  expect(lookUps).toBe(0);
  deliver();
  await expect(page.getByRole('heading', { level: 2 })).toContainText('Anaïs');
});

test('the widget looks up a number as written without the phone library, and the console says so once', async ({
  page,
  files,
  emulator,
}) => {
  await page.route(phonePart, (route) => route.abort());
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  const attributes = 'data-center="produs1"';
  await openHostPage(page, { files, service: emulator.url, attributes, interactionData: national });
  await expect(page.getByText('no person has this number yet')).toBeVisible();
  await selectTask(page, inboundCall('(202) 555-0117'));
  await expect(page.getByRole('heading', { level: 2 })).toContainText('(202) 555-0117');
  await expect(page.getByText('no person has this number yet')).toBeVisible();
  const ours = warnings.filter((text) => text.startsWith('wayline'));
  expect(ours).toHaveLength(1);
  expect(ours[0]).not.toMatch(/\d/);
});

const regions = [
  { attributes: 'data-center="prodeu2" default-region="gb"', ani: '07700 900123', name: 'João', warned: 0 },
  { attributes: 'data-center="produs1" default-region=" uk "', ani: '07700 900123', name: 'João', warned: 0 },
  { attributes: 'data-center="prodanz1"', ani: '0491 570 156', name: 'Ingrid', warned: 0 },
  { attributes: 'data-center="produs1" default-region="Atlantis"', ani: '4155550132', name: 'Anaïs', warned: 1 },
  { attributes: 'data-center="produs1" default-region="xx"', ani: '4155550132', name: 'Anaïs', warned: 1 },
  { attributes: 'data-center="prodeu2"', ani: '4155550132', name: '4155550132', warned: 0 },
];
for (const { attributes, ani, name, warned } of regions) {
  test(`${ani} is ${name} with ${attributes}`, async ({ page, files, emulator }) => {
    const warnings: string[] = [];
    page.on('console', (message) => message.text().includes('default-region') && warnings.push(message.text()));
    await openHostPage(page, { files, service: emulator.url, attributes, interactionData: inboundCall(ani) });
    await expect(page.getByRole('heading', { level: 2 })).toContainText(name);
    await expect(page.locator('wayline-header [aria-busy=false]')).toBeVisible();
    expect(warnings).toHaveLength(warned);
  });
}

test('the demo’s shared number shows the question who it is', async ({ page, demo }) => {
  await page.goto(`${demo}?task=17`);
  const journey = page.locator('wayline-journey').first();
  await expect(journey.getByRole('heading', { level: 2 })).toContainText('Who is it?', { timeout: 20_000 });
  await expect(journey.getByText('Zofia Nowak')).toBeVisible();
  await expect(journey.getByText('Tomasz Nowak')).toBeVisible();
  await journey.getByRole('button', { name: 'Choose Tomasz Nowak' }).click();
  await expect(journey.getByText('matched by phone as \u206812025550117\u2069')).toBeVisible();
});
