#!/usr/bin/env bash
# Lit's `styleMap` writes a style attribute on its first render, which a content security policy blocks.
#
# From the second render on, `styleMap` uses the style object, which no policy blocks. So under `style-src 'self'` the
# first value is missing and the next change is shown: a bar looks right as soon as something updates it. A binding in
# `style="..."` is blocked on every render. The page around a widget sets the policy, so the widget's own tests do not
# see the problem. `.style=${text}` and `style.setProperty` work.
#
# Seen with lit 3.3.3 and Chromium 156.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install lit@3.3.3 esbuild@0.27.7 playwright-core@1.65.1
use_browser

cat >page.js <<'JS'
import { html, render } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';

const ways = {
  styleMap: (width) => html`<p style=${styleMap({ width })}></p>`,
  'style="${...}"': (width) => html`<p style="width: ${width}"></p>`,
  '.style=${...}': (width) => html`<p .style=${`width: ${width}`}></p>`,
};
document.body.dataset.seen = Object.entries(ways)
  .map(([name, template]) => {
    const box = document.body.appendChild(document.createElement('div'));
    const widths = ['10px', '20px'].map((width) => {
      render(template(width), box);
      return box.querySelector('p').offsetWidth;
    });
    return `${name}: 10 px shown as ${widths[0]}, then 20 px as ${widths[1]}`;
  })
  .join('\n');
JS
node_modules/.bin/esbuild page.js --bundle --format=esm --outfile=page.min.js --log-level=error

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { browser, end, send, serve } from './browser.mjs';

const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-sheet'";
const sheet = '<style nonce="sheet">p { width: 500px }</style>';
const markup = `<!doctype html>${sheet}<body><script type="module" src="page.min.js"></script>`;
const origin = await serve(({ url }, response) =>
  url.endsWith('.js')
    ? send(response, 'text/javascript', readFileSync('page.min.js'))
    : send(response, 'text/html', markup, { 'content-security-policy': policy }),
);
const page = await browser.newPage();
await page.goto(origin);
console.log(await page.locator('body').getAttribute('data-seen'));
await end();
JS

expect node look.mjs <<'SEEN'
styleMap: 10 px shown as 500, then 20 px as 20
style="${...}": 10 px shown as 500, then 20 px as 500
.style=${...}: 10 px shown as 10, then 20 px as 20
SEEN
