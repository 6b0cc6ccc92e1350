#!/usr/bin/env bash
# A page that Playwright fulfils itself cannot reach a server on the same machine.
#
# Chromium asks the user before a page from the internet reaches the local network. A page that `route.fulfill`
# answers counts as one from the internet. Its requests to a mock service on 127.0.0.1 fail with "Failed to fetch", as
# if the service were down or sent no CORS headers. They never arrive there. A page from a local server has no such
# limit. Give the context the permission `local-network-access`.
#
# Seen with playwright-core 1.65.1 and Chromium 156.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install playwright-core@1.65.1
use_browser

cat >look.mjs <<'JS'
import { browser, end, send, serve } from './browser.mjs';

let requests = 0;
const origin = await serve(({ url }, response) => {
  if (url === '/page') return send(response, 'text/html', '<!doctype html>');
  requests++;
  send(response, 'application/json', '"journey"', { 'access-control-allow-origin': '*' });
});

async function show(name, url, permissions) {
  const context = await browser.newContext({ permissions });
  const page = await context.newPage();
  const answer = { contentType: 'text/html', body: '<!doctype html>' };
  await page.route('https://desktop.example/', (route) => route.fulfill(answer));
  await page.goto(url);
  requests = 0;
  const ask = (service) => fetch(service).then((response) => response.json(), ({ message }) => message);
  const result = await page.evaluate(ask, `${origin}/journey`);
  console.log(`${name}: ${result}, ${requests} requests reached the service`);
}

await show('page of a local server', `${origin.replace('127.0.0.1', 'localhost')}/page`, []);
await show('fulfilled page', 'https://desktop.example/', []);
await show('fulfilled page with the permission', 'https://desktop.example/', ['local-network-access']);
await end();
JS

expect node look.mjs <<'SEEN'
page of a local server: journey, 1 requests reached the service
fulfilled page: Failed to fetch, 0 requests reached the service
fulfilled page with the permission: journey, 1 requests reached the service
SEEN
