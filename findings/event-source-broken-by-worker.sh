#!/usr/bin/env bash
# `EventSource` reconnects after a broken socket, but not after a service worker broke the stream.
#
# Mocks run in service workers. A test that breaks a stream there sees another behaviour than production: `readyState`
# 2 (closed) and no second request, where a broken socket gives 0 (connecting) and a second request. A stream that the
# worker closes normally is reconnected. Live events must not rely on the browser's own reconnect, and a test has to
# break a real socket too.
#
# Seen with Chromium 156.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install playwright-core@1.65.1
use_browser

cat >worker.js <<'JS'
const event = new TextEncoder().encode('retry: 50\ndata: hello\n\n');
self.addEventListener('activate', (activation) => activation.waitUntil(clients.claim()));
self.addEventListener('fetch', (request) => {
  const way = /worker-(\w+)$/.exec(request.request.url)?.[1];
  if (way === undefined) return;
  const start = async (controller) => {
    controller.enqueue(event);
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (way === 'breaks') controller.error(new TypeError('broken'));
    else controller.close();
  };
  const headers = { 'content-type': 'text/event-stream' };
  request.respondWith(new Response(new ReadableStream({ start }), { headers }));
});
JS

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { browser, end, send, serve } from './browser.mjs';

const origin = await serve(({ url }, response) => {
  if (url === '/worker.js') return send(response, 'text/javascript', readFileSync('worker.js'));
  if (url === '/') return send(response, 'text/html', '<!doctype html>');
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 50\ndata: hello\n\n');
  setTimeout(() => response.destroy(), 100);
});
const page = await browser.newPage();
await page.goto(origin);
const lines = await page.evaluate(async () => {
  await navigator.serviceWorker.register('worker.js');
  await navigator.serviceWorker.ready;
  const { serviceWorker } = navigator;
  if (!serviceWorker.controller) await new Promise((done) => (serviceWorker.oncontrollerchange = done));
  const look = (path) =>
    new Promise((resolve) => {
      const source = new EventSource(path);
      let opened = 0;
      let state;
      source.onopen = () => opened++;
      source.onerror = () => (state ??= source.readyState);
      setTimeout(() => {
        source.close();
        resolve(`${path}: readyState ${state}, ${opened > 1 ? 'reconnected' : 'not reconnected'}`);
      }, 3000);
    });
  return Promise.all(['socket-breaks', 'worker-breaks', 'worker-closes'].map(look));
});
console.log(lines.join('\n'));
await end();
JS

expect node look.mjs <<'SEEN'
socket-breaks: readyState 0, reconnected
worker-breaks: readyState 2, not reconnected
worker-closes: readyState 0, reconnected
SEEN
