import type { Page } from '@playwright/test';
import {
  addFrame,
  anais,
  asked,
  connect,
  expect,
  inFrame,
  lookAlikes,
  openCrm,
  show,
  test,
  told,
} from '../support/crm.js';

const hello = { app: 'wayline', v: 1, kind: 'hello' };
const context = { app: 'wayline', v: 1, kind: 'context', body: { identities: anais } };

/** A frame with a listening page: from now on, a message without an effect was refused. */
async function addListeningFrame(page: Page, src: string): Promise<void> {
  await addFrame(page, src);
  await inFrame(page).getByRole('heading', { name: 'Connecting' }).waitFor({ state: 'attached' });
}

/** The messages on the port of a hello that the script `by` sends to the journey's frame. The port stays open. */
const greet = (page: Page, message: object = hello): Promise<void> =>
  page.evaluate((data) => {
    const { port1, port2 } = new MessageChannel();
    const heard: string[] = [];
    Object.assign(globalThis, { heard, port: port1 });
    port1.onmessage = ({ data: answer }: MessageEvent<{ kind: string }>) => heard.push(answer.kind);
    document.querySelector('iframe')!.contentWindow!.postMessage(data, '*', [port2]);
  }, message);
const heard = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
const say = (page: Page, message: unknown): Promise<void> =>
  page.evaluate((data) => (globalThis as unknown as { port: MessagePort }).port.postMessage(data), message);

/** When this gets its answer, all earlier messages have arrived: the frame's messages keep their order. */
async function settled(page: Page): Promise<void> {
  const frame = page.frame('journey')!;
  await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
  await frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}

test('an origin that is not on the list gets no link, and the page names it', async ({ page, crm }) => {
  await openCrm(page, crm.otherCrm);
  await addListeningFrame(page, `${crm.page}/unlisted/embed.html`);
  await connect(page, crm.page, { patience: 1000 });
  await expect(inFrame(page).getByRole('heading', { name: 'Not allowed here' })).toBeVisible();
  await expect(inFrame(page).getByText(crm.otherCrm)).toBeVisible();
  await expect.poll(() => told(page)).toEqual(['problem no-answer']);
  expect(await asked(page)).toEqual([]);
});

for (const origin of lookAlikes) {
  test(`${origin} is not https://good.example`, async ({ page, crm }) => {
    // The header might not cover a page over http: the handshake alone decides.
    if (origin.startsWith('http:')) {
      await page.route(`${crm.page}/look-alikes/embed.html`, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), 'content-security-policy': "script-src 'self'" };
        await route.fulfill({ response, headers });
      });
    }
    await openCrm(page, origin, 'dist/host.js');
    await addListeningFrame(page, `${crm.page}/look-alikes/embed.html`);
    await greet(page);
    await expect(inFrame(page).getByRole('heading', { name: 'Not allowed here' })).toBeVisible();
    await settled(page);
    expect(await heard(page)).toEqual([]);
  });
}

test('the origin itself gets a link, so that the look-alike tests are valid', async ({ page, crm }) => {
  await openCrm(page, 'https://good.example', 'dist/host.js');
  await addListeningFrame(page, `${crm.page}/look-alikes/embed.html`);
  await greet(page);
  await expect.poll(() => heard(page)).toContain('welcome');
});

test('a sibling frame of a listed origin gets no link', async ({ page, crm }) => {
  await openCrm(page, crm.crm);
  await addListeningFrame(page, `${crm.page}/ok/embed.html`);
  await page.evaluate(async (src) => {
    const sibling = document.createElement('iframe');
    sibling.src = src;
    sibling.id = 'sibling';
    const loaded = new Promise((resolve) => sibling.addEventListener('load', resolve));
    document.body.append(sibling);
    await loaded;
  }, `${crm.crm}/crm-page`);
  const sibling = page.frames().find((frame) => frame.url() === `${crm.crm}/crm-page` && frame !== page.mainFrame())!;
  await sibling.evaluate((data) => {
    const { port1, port2 } = new MessageChannel();
    Object.assign(globalThis, { heard: [], port: port1 });
    port1.onmessage = () => (globalThis as unknown as { heard: string[] }).heard.push('answer');
    parent.frames[0]!.postMessage(data, '*', [port2]);
    port1.postMessage(data);
  }, hello);
  await settled(page);
  expect(await sibling.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
  // The page can still be linked by its own frame's parent.
  await connect(page, crm.page);
  await expect.poll(() => told(page)).toEqual(['linked']);
});

test('another window of a listed origin gets no link', async ({ page, crm }) => {
  await openCrm(page, crm.crm);
  await addListeningFrame(page, `${crm.page}/ok/embed.html`);
  await page
    .context()
    .route(`${crm.crm}/popup`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Popup</title>' }),
    );
  const opened = page.waitForEvent('popup');
  await page.evaluate((url) => window.open(url), `${crm.crm}/popup`);
  const popup = await opened;
  await popup.waitForLoadState();
  await popup.evaluate((data) => {
    const { port1, port2 } = new MessageChannel();
    Object.assign(globalThis, { heard: [] });
    port1.onmessage = () => (globalThis as unknown as { heard: string[] }).heard.push('answer');
    (opener as Window).frames[0]!.postMessage(data, '*', [port2]);
  }, hello);
  await settled(page);
  expect(await popup.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
  await connect(page, crm.page);
  await expect.poll(() => told(page)).toEqual(['linked']);
});

test('a second hello creates no second link: its port sends and receives nothing', async ({ page, crm }) => {
  await openCrm(page, crm.crm);
  await addListeningFrame(page, `${crm.page}/ok/embed.html`);
  await connect(page, crm.page);
  await expect.poll(() => told(page)).toEqual(['linked']);
  await greet(page);
  await say(page, context);
  await say(page, { app: 'wayline', v: 1, kind: 'token', body: { value: 'stolen', expiresAt: 9e15 } });
  await say(page, { app: 'wayline', v: 1, kind: 'bye' });
  await settled(page);
  expect(await heard(page)).toEqual([]);
  await expect(inFrame(page).getByRole('heading', { name: 'No customer selected' })).toBeVisible();
  await show(page, anais);
  await expect(inFrame(page).getByText('Premium Fibre')).toBeVisible();
});

for (const [name, message] of Object.entries({
  'another application’s hello': { app: 'other-journey', v: 1, kind: 'hello' },
  'a hello of another version': { ...hello, v: 2 },
  'a hello without an application': { v: 1, kind: 'hello' },
  'a context without a hello': context,
  'a hello in a list': [hello],
})) {
  test(`${name} is not accepted as a hello`, async ({ page, crm }) => {
    await openCrm(page, crm.crm);
    await addListeningFrame(page, `${crm.page}/ok/embed.html`);
    await greet(page, message);
    await settled(page);
    expect(await heard(page)).toEqual([]);
    await connect(page, crm.page);
    await expect.poll(() => told(page)).toEqual(['linked']);
  });
}

const envelope = (kind: string, body: unknown) => ({ app: 'wayline', v: 1, kind, body });
const polluted = JSON.parse(
  `{"__proto__": {"identities": ${JSON.stringify(anais)}}, "constructor": {"prototype": {"polluted": 1}}}`,
) as unknown;

for (const [name, body] of Object.entries({
  'too many identities': { identities: Array.from({ length: 21 }, () => anais[0]) },
  'an identity that is too long': { identities: [{ kind: 'external', value: 'x'.repeat(2001) }] },
  'an identity of no kind we know': { identities: [{ kind: 'ssn', value: '1' }] },
  'an identity that is no text': { identities: [{ kind: 'phone', value: { toString: 'x' } }] },
  'identities that are no list': { identities: { length: 1, 0: anais[0] } },
  'an address that is no https address': { identities: anais, recordUrl: 'javascript:alert(1)' },
  'a language that is none': { identities: anais, locale: '<img src=x>' },
  'looks that are none': { identities: anais, theme: 'url(//evil.example)' },
  'ten megabytes': { identities: [{ kind: 'external', value: 'x'.repeat(10_000_000) }] },
  'prototype keys': polluted,
  nothing: undefined,
})) {
  test(`a context with ${name} shows no customer, and is reported without its content`, async ({ page, crm }) => {
    await openCrm(page, crm.crm);
    await addListeningFrame(page, `${crm.page}/ok/embed.html`);
    await greet(page);
    await expect.poll(() => heard(page)).toContain('ready');
    await say(page, envelope('token', { value: 'demo', expiresAt: 9e15 }));
    await say(page, envelope('context', { identities: anais }));
    await expect(inFrame(page).getByText('Premium Fibre')).toBeVisible();
    await say(page, envelope('context', body));
    await expect(inFrame(page).getByRole('heading', { name: 'No customer selected' })).toBeVisible();
    await expect.poll(() => heard(page)).toContain('failed');
    const left = await page.frame('journey')!.evaluate(() => ({}));
    expect(left).toEqual({});
  });
}

for (const [name, body] of Object.entries({
  'that is too long': { value: 'x'.repeat(20_001), expiresAt: 9e15 },
  'with a line break in it': { value: 'x\r\nX-Evil: 1', expiresAt: 9e15 },
  'that never ends': { value: 'x', expiresAt: Infinity },
  'without an end': { value: 'x' },
  'that is an object': { value: { toString: 1 }, expiresAt: 9e15 },
})) {
  test(`a token ${name} is not accepted`, async ({ page, crm }) => {
    await openCrm(page, crm.crm);
    await addListeningFrame(page, `${crm.page}/ok/embed.html`);
    await greet(page);
    await expect.poll(() => heard(page)).toContain('ready');
    await say(page, envelope('context', { identities: anais }));
    await say(page, envelope('token', body));
    await settled(page);
    await expect(inFrame(page).getByRole('heading', { name: 'Waiting for sign-in' })).toBeVisible();
  });
}

test('a large number of unknown messages is ignored and not logged', async ({ page, crm }) => {
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  page.on('pageerror', (error) => logged.push(error.message));
  await openCrm(page, crm.crm);
  await addListeningFrame(page, `${crm.page}/ok/embed.html`);
  await connect(page, crm.page);
  await show(page, anais);
  await page.evaluate(() => {
    const strange = [null, undefined, 0, '', 'hello', [], {}, { app: 'wayline' }, new Map(), new Error('secret-4711')];
    for (let time = 0; time < 1000; time++) {
      for (const message of strange) document.querySelector('iframe')!.contentWindow!.postMessage(message, '*');
    }
  });
  await expect(inFrame(page).getByText('Premium Fibre')).toBeVisible();
  expect(logged).toEqual([]);
});

test('the page reports a host that never answers', async ({ page, crm }) => {
  await openCrm(page, crm.crm);
  await addFrame(page, `${crm.page}/hasty/embed.html`);
  await expect(inFrame(page).getByRole('heading', { name: 'The CRM does not respond' })).toBeVisible();
  // An answer can still arrive.
  await connect(page, crm.page);
  await expect(inFrame(page).getByRole('heading', { name: 'No customer selected' })).toBeVisible();
});

test('another page in the frame gets no hello, no customer and no token', async ({ page, crm }) => {
  await openCrm(page, crm.crm);
  await addListeningFrame(page, `${crm.page}/ok/embed.html`);
  await connect(page, crm.page, { patience: 1000 });
  await show(page, anais);
  await expect(inFrame(page).getByText('Premium Fibre')).toBeVisible();
  const before = await asked(page);
  await page.route('https://evil.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Evil</title><script>
        globalThis.got = []; addEventListener('message', ({data}) => got.push(JSON.stringify(data)));
      </script>`,
    }),
  );
  await page.evaluate(() => (document.querySelector('iframe')!.src = 'https://evil.example/'));
  await expect.poll(() => told(page)).toContain('problem no-answer');
  await show(page, anais);
  const evil = page.frames().find((frame) => frame.url().startsWith('https://evil.example'))!;
  expect(await evil.evaluate(() => (globalThis as unknown as { got: string[] }).got)).toEqual([]);
  expect(await asked(page)).toEqual(before);
});
