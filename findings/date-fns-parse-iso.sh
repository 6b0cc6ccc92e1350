#!/usr/bin/env bash
# date-fns `parseISO` and `Date` read the same text differently, and each accepts what the other refuses.
#
# Customer profiles deliver every value as text, so code asks of each one whether it is a date. `parseISO` takes a
# count of 17 for the year 1700. It refuses 30 February, which `Date` moves to March. RFC 3339 allows a lower-case
# `z`, and there it is `parseISO` that refuses. It rounds seven decimals up into the next minute, where `Date` cuts
# them. Code that checks with one and converts with the other shows the wrong day. Test the form of the text before
# you parse.
#
# Seen with date-fns 4.4.0 and Node 20.20.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install date-fns@4.4.0

cat >look.mjs <<'JS'
import { parseISO } from 'date-fns/parseISO';

const text = (date) => (Number.isNaN(date.getTime()) ? 'invalid' : date.toISOString());
const values = ['17', '0612', '2026-02-30', '2026-11-18T10:00:00z', '2026-11-18T10:00:59.9999999Z'];
for (const value of values) {
  console.log(`${value.padEnd(30)}parseISO ${text(parseISO(value)).padEnd(26)}Date ${text(new Date(value))}`);
}
JS

expect env TZ=UTC node look.mjs <<'SEEN'
17                            parseISO 1700-01-01T00:00:00.000Z  Date invalid
0612                          parseISO 0612-01-01T00:00:00.000Z  Date 0612-01-01T00:00:00.000Z
2026-02-30                    parseISO invalid                   Date 2026-03-02T00:00:00.000Z
2026-11-18T10:00:00z          parseISO invalid                   Date 2026-11-18T10:00:00.000Z
2026-11-18T10:00:59.9999999Z  parseISO 2026-11-18T10:01:00.000Z  Date 2026-11-18T10:00:59.999Z
SEEN
