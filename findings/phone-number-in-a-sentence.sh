#!/usr/bin/env bash
# libphonenumber-js turns text with a few digits into a phone number.
#
# The parser looks for a number inside the text and drops the rest. The result is not `undefined` but a PhoneNumber in
# E.164 form. The usual test `if (number)` lets a ticket ID or an agent's name through, and a look-up then asks for a
# stranger. Letters of a vanity number are not read as digits either: 1-800-FLOWERS becomes +11800. `extract: false`
# refuses text around the number. Only `isValid()` refuses a date.
#
# Seen with libphonenumber-js 1.13.16.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install libphonenumber-js@1.13.16

cat >look.mjs <<'JS'
import parse from 'libphonenumber-js/min';

const show = (number) => (number ? `${number.number} ${number.isValid() ? 'valid' : 'not valid'}` : 'no number');
for (const text of ['Ticket 48151623 is open', 'agent-7 12345', '1-800-FLOWERS', '2026-11-18', '(415) 555-0132']) {
  const strict = parse(text, { defaultCountry: 'US', extract: false });
  console.log(`${text.padEnd(24)}${show(parse(text, 'US')).padEnd(24)}extract: false: ${show(strict)}`);
}
JS

expect node look.mjs <<'SEEN'
Ticket 48151623 is open +148151623 not valid    extract: false: no number
agent-7 12345           +1712345 not valid      extract: false: no number
1-800-FLOWERS           +11800 not valid        extract: false: no number
2026-11-18              +120261118 not valid    extract: false: +120261118 not valid
(415) 555-0132          +14155550132 valid      extract: false: +14155550132 valid
SEEN
