#!/usr/bin/env bash
# msw's `sse()` sends no event until the handler has returned, and `retry` removes the data beside it.
#
# A handler that sends, waits and sends again looks like a live stream. But msw awaits the handler before it answers.
# The response and all its events arrive together at the end, so a test of a slow stream or of reconnecting tests
# nothing. `send({ data, retry })` sends the retry alone. The handler matches only the exact header `Accept:
# text/event-stream`. A stream made by hand, in an `http.get` handler, has none of these limits.
#
# Seen with msw 2.15.0. The handler needs a global `EventSource`, which Node 20, 22 and 24 do not have by default.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install msw@2.15.0

cat >look.mjs <<'JS'
globalThis.EventSource ??= class {};
const { delay, getResponse, http, HttpResponse, sse } = await import('msw');

const url = 'https://journey.example/stream';
const started = performance.now();
const when = () => (performance.now() - started < 400 ? 'at once' : 'after the handler');
const answer = (handler, accept = 'text/event-stream') =>
  getResponse([handler], new Request(url, { headers: { accept } }), { quiet: true });

const live = sse(url, async ({ client }) => {
  client.send({ data: 'one' });
  client.send({ data: 'two', retry: 1000 });
  await delay(800);
  client.send({ data: 'three' });
});
const byHand = http.get(url, () => {
  const start = (controller) => controller.enqueue(new TextEncoder().encode('data:one\n\n'));
  return new HttpResponse(new ReadableStream({ start }), { headers: { 'content-type': 'text/event-stream' } });
});

async function show(name, response, count) {
  console.log(`${name}: response ${when()}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let i = 0; i < count; i++) console.log(' ', JSON.stringify((await reader.read()).value), when());
}

await show('http.get', await answer(byHand), 1);
await show('sse', await answer(live), 3);
console.log('sse, Accept with */*:', (await answer(live, 'text/event-stream, */*')) ?? 'no match');
process.exit();
JS

expect node look.mjs <<'SEEN'
http.get: response at once
  "data:one\n\n" at once
sse: response after the handler
  "data:one\n\n" after the handler
  "retry:1000\n\n" after the handler
  "data:three\n\n" after the handler
sse, Accept with */*: no match
SEEN
