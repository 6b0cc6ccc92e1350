#!/usr/bin/env bash
# eventsource-parser holds a complete event back when a chunk ends in CR.
#
# Server-sent events may end their lines with LF, CRLF or CR. After a CR at the end of a chunk, eventsource-parser
# waits for the next chunk to see whether an LF follows. The blank line that ends the event has arrived, but the agent
# sees the event only with the next heartbeat. A server that uses CR alone is late with every event.
#
# Seen with eventsource-parser 3.1.1.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install eventsource-parser@3.1.1

cat >look.mjs <<'JS'
import { createParser } from 'eventsource-parser';

const events = [];
const parser = createParser({ onEvent: ({ data }) => events.push(data) });
const feed = (chunk) => {
  parser.feed(chunk);
  console.log(JSON.stringify(chunk).padEnd(32), events.splice(0).join(' ') || '(nothing)');
};

feed('data: ended by LF\n\n');
feed('data: ended by CR\r\r');
feed(': heartbeat\r');
feed('data: CRLF in two chunks\r\n\r');
feed('\n');
JS

expect node look.mjs <<'SEEN'
"data: ended by LF\n\n"          ended by LF
"data: ended by CR\r\r"          (nothing)
": heartbeat\r"                  ended by CR
"data: CRLF in two chunks\r\n\r" (nothing)
"\n"                             CRLF in two chunks
SEEN
