import { expect, test } from '../support/servers.js';

const scripts = {
  'a classic script': '<script src="/dist/wayline.js"></script>',
  'the same file as a module': '<script type="module" src="/dist/wayline.js"></script>',
  'the ES module': '<script type="module" src="/dist/wayline.mjs"></script>',
  'the same script twice': '<script src="/dist/wayline.js"></script><script src="/dist/wayline.js"></script>',
};

for (const [name, tags] of Object.entries(scripts)) {
  test(`defines the element from ${name}`, async ({ page, files }) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.route('**/page.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Host</title>${tags}` }),
    );
    await page.goto(`${files}/page.html`);
    await page.waitForFunction(() => customElements.get('wayline-journey') !== undefined);
    expect(errors).toEqual([]);
  });
}
