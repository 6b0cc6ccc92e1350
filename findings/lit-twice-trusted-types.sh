#!/usr/bin/env bash
# Two bundles with Lit cannot load on one page that allows the policy `lit-html`, unless it allows duplicates.
#
# Lit creates a Trusted Types policy named `lit-html` when its module is evaluated. With one widget on the page the
# directive `trusted-types lit-html` is complete. But a desktop loads widgets of several vendors, each with a copy of
# Lit. A page can create a name only once: the second bundle throws at its start and defines no element. Which widget
# is missing depends on the order of loading. With `'allow-duplicates'` in the directive both load.
#
# Seen with lit 3.3.3 and Chromium 156.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install lit@3.3.3 esbuild@0.27.7 playwright-core@1.65.1
use_browser

for name in first second; do
  cat >$name.js <<JS
import { html, render } from 'lit';
render(html\`<b>$name</b>\`, document.body.appendChild(document.createElement('p')));
JS
  node_modules/.bin/esbuild $name.js --bundle --format=iife --outfile=dist/$name.js --log-level=error
done

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { browser, end, send, serve } from './browser.mjs';

const scripts = '<script defer src="/dist/first.js"></script><script defer src="/dist/second.js"></script>';
const origin = await serve(({ url }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (pathname.endsWith('.js')) return send(response, 'text/javascript', readFileSync(`.${pathname}`));
  const policy = `require-trusted-types-for 'script'; trusted-types ${searchParams.get('allow')}`;
  send(response, 'text/html', `<!doctype html><body>${scripts}`, { 'content-security-policy': policy });
});
for (const allow of ['lit-html', "lit-html 'allow-duplicates'"]) {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', ({ name }) => errors.push(name));
  await page.goto(`${origin}/?allow=${encodeURIComponent(allow)}`);
  const shown = await page.locator('b').allTextContents();
  console.log(`trusted-types ${allow}: ${shown.join(' and ')} shown, ${errors.join() || 'no error'}`);
}
await end();
JS

expect node look.mjs <<'SEEN'
trusted-types lit-html: first shown, TypeError
trusted-types lit-html 'allow-duplicates': first and second shown, no error
SEEN
