#!/usr/bin/env bash
# A Lit `ref` callback gets an element that is not in the document yet.
#
# Lit clones a template, sets all its values and only then inserts it. The callback runs with the values, so on the
# first render the element is not connected and every size is 0. A virtual list that measures its rows there concludes
# that all of them fit, and draws the whole history. On later renders the same callback sees the real size, so a test
# that renders twice passes. Measure in `updated()`.
#
# Seen with lit 3.3.3 and Chromium 156.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install lit@3.3.3 esbuild@0.27.7 playwright-core@1.65.1
use_browser

cat >page.js <<'JS'
import { html, LitElement } from 'lit';
import { ref } from 'lit/directives/ref.js';

const seen = [];
const show = (when, row) => seen.push(`${when}: connected ${row.isConnected}, height ${row.offsetHeight}`);

class Rows extends LitElement {
  render() {
    return html`<p style="height: 40px" ${ref((row) => row && show('ref', row))}></p>`;
  }
  updated() {
    show('updated', this.renderRoot.querySelector('p'));
  }
}
customElements.define('my-rows', Rows);
const rows = document.body.appendChild(new Rows());
await rows.updateComplete;
rows.requestUpdate();
await rows.updateComplete;
document.body.dataset.seen = seen.join('\n');
JS
node_modules/.bin/esbuild page.js --bundle --format=esm --outfile=page.min.js --log-level=error

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { browser, end, send, serve } from './browser.mjs';

const origin = await serve(({ url }, response) =>
  url.endsWith('.js')
    ? send(response, 'text/javascript', readFileSync('page.min.js'))
    : send(response, 'text/html', '<!doctype html><body><script type="module" src="page.min.js"></script>'),
);
const page = await browser.newPage();
await page.goto(origin);
console.log(await page.locator('body[data-seen]').getAttribute('data-seen'));
await end();
JS

expect node look.mjs <<'SEEN'
ref: connected false, height 0
updated: connected true, height 40
ref: connected true, height 40
updated: connected true, height 40
SEEN
