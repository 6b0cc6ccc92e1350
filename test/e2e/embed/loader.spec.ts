import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { openHostPage } from '../support/host-page.js';
import { expect, test } from '../support/servers.js';

const script = '<script src="/dist/loader.js"></script>';
const failed = 'The customer’s journey could not be loaded';

const currentBuild = async () =>
  JSON.parse(await readFile(resolve(import.meta.dirname, '../../../dist/wayline.json'), 'utf8')) as {
    readonly script: string;
    readonly integrity: string;
  };

const policy = (service: string, trustedTypes: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${service}`,
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join('; ');

/** Policy violations and uncaught errors. */
async function watchProblems(page: Page): Promise<() => Promise<readonly string[]>> {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(globalThis, { violations });
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));
  });
  return async () => [
    ...errors,
    ...(await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations)),
  ];
}

test('the loader loads the current build with its hash, and that finds its later files next to it', async ({
  page,
  files,
  emulator,
}) => {
  const build = await currentBuild();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(files, '')));
  const integrities: string[] = [];
  await page.exposeFunction('noteIntegrity', (integrity: string) => integrities.push(integrity));
  await page.addInitScript(() => {
    const { noteIntegrity } = globalThis as unknown as { noteIntegrity: (text: string) => void };
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (node instanceof HTMLScriptElement && node.integrity !== '') noteIntegrity(node.integrity);
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await openHostPage(page, { files, service: emulator.url, script, attributes: 'lang="de"' });
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  await expect(page.getByRole('searchbox', { name: /suchen/i })).toBeVisible();
  expect(asked).toContain(`/dist/${build.script}`);
  expect(asked).not.toContain('/dist/wayline.js');
  expect(integrities).toEqual([build.integrity]);
});

test('the loader runs under a strict policy with Trusted Types without a report', async ({ page, files, emulator }) => {
  const problems = await watchProblems(page);
  const trustedTypes = policy(emulator.url, 'lit-html wayline-loader');
  await openHostPage(page, { files, service: emulator.url, script, policy: trustedTypes });
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  expect(await problems()).toEqual([]);
});

test('the loader reports that Trusted Types do not allow its policy', async ({ page, files, emulator }) => {
  await openHostPage(page, { files, service: emulator.url, script, policy: policy(emulator.url, 'lit-html') });
  await expect(page.getByText('Allow the policy name wayline-loader')).toBeVisible();
});

test('a failed load is reported in every element under a strict policy, and tried again', async ({
  page,
  files,
  emulator,
}) => {
  const problems = await watchProblems(page);
  await page.route('**/dist/wayline.json', (route) => route.fulfill({ status: 404, body: 'no such file' }));
  const strict = policy(emulator.url, 'lit-html wayline-loader');
  await openHostPage(page, { files, service: emulator.url, script, policy: strict });
  await expect(page.getByRole('alert')).toContainText(failed);
  await expect(page.getByRole('alert')).toContainText('/dist/wayline.json returned status 404');

  await page.evaluate(() => {
    const host = document.createElement('div');
    const late = document.createElement('wayline-journey');
    late.lang = 'fr';
    host.attachShadow({ mode: 'open' }).append(late);
    document.body.append(host);
  });
  await expect(page.getByText('Le parcours du client n’a pas pu être chargé')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible();

  const again = page.getByRole('button', { name: 'Try again' });
  await again.click();
  await expect(again).toHaveAttribute('aria-disabled', 'false');
  await expect(page.getByText(failed)).toBeVisible();

  await page.unroute('**/dist/wayline.json');
  await again.click();
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  await expect(page.getByText(failed)).toHaveCount(0);
  await expect(page.getByText('Le parcours du client n’a pas pu être chargé')).toHaveCount(0);
  expect(await problems()).toEqual([]);
});

const damages: Readonly<Record<string, { readonly path: string; readonly body: string; readonly says: RegExp }>> = {
  'a script that is not what was built': {
    path: '**/dist/wayline.*.js',
    body: 'globalThis.tampered = true;',
    says: /wayline\.[\da-f]+\.js is missing, blocked .* or changed after the build/,
  },
  'a page where the current build should be named': {
    path: '**/dist/wayline.json',
    body: '<!doctype html>',
    says: /wayline\.json was not written by the build/,
  },
  'a script elsewhere': {
    path: '**/dist/wayline.json',
    body: JSON.stringify({
      script: 'https://evil.example/wayline.0123456789abcdef.js',
      integrity: `sha384-${'A'.repeat(64)}`,
    }),
    says: /wayline\.json was not written by the build/,
  },
  'a script without its hash': {
    path: '**/dist/wayline.json',
    body: JSON.stringify({ script: 'wayline.0123456789abcdef.js', integrity: '' }),
    says: /wayline\.json was not written by the build/,
  },
};

for (const [name, { path, body, says }] of Object.entries(damages)) {
  test(`the loader does not run ${name}`, async ({ page, files, emulator }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.route(path, (route) => route.fulfill({ contentType: 'text/javascript', body }));
    await openHostPage(page, { files, service: emulator.url, script });
    await expect(page.getByText(says)).toBeVisible();
    expect(await page.evaluate(() => 'tampered' in globalThis)).toBe(false);
    expect(asked.filter((url) => url.includes('evil.example'))).toEqual([]);
  });
}

test('the loader tries again automatically when the network is back', async ({ page, files, emulator }) => {
  await page.route('**/dist/wayline.json', (route) => route.abort());
  await openHostPage(page, { files, service: emulator.url, script });
  await expect(page.getByText(failed)).toBeVisible();
  await page.unroute('**/dist/wayline.json');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.getByText('Premium Fibre')).toBeVisible();
});

test('the loader creates one widget when it is loaded twice, or together with the script', async ({
  page,
  files,
  emulator,
}) => {
  const problems = await watchProblems(page);
  await openHostPage(page, {
    files,
    service: emulator.url,
    script: `${script}<script src="/dist/loader.js?again"></script><script src="/dist/wayline.js"></script>`,
  });
  await expect(page.getByText('Premium Fibre')).toBeVisible();
  expect(await problems()).toEqual([]);
});
