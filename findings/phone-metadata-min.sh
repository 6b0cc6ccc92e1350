#!/usr/bin/env bash
# The smallest metadata of libphonenumber-js calls numbers valid that the full metadata refuses.
#
# The three sets of metadata look like a choice of size and of `getType()`. But `isValid()` differs too: the smallest
# set has one general pattern for a country. A German mobile number that lacks a digit passes, and so does a Brazilian
# one from before the ninth digit. A form that validates with `min` in the browser and a service with `max` then
# disagree about the same number. With `min`, treat `isValid()` as a hint.
#
# Seen with libphonenumber-js 1.13.16.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install libphonenumber-js@1.13.16

cat >look.mjs <<'JS'
import min from 'libphonenumber-js/min';
import mobile from 'libphonenumber-js/mobile';
import max from 'libphonenumber-js/max';

for (const text of ['+49 151 1234567', '+49 1511 2345678', '+55 11 9123-4567', '+55 11 91234-5678']) {
  const valid = Object.entries({ min, mobile, max }).map(([name, parse]) => `${name} ${parse(text).isValid()}`);
  console.log(`${text.padEnd(18)} ${valid.join(', ')}`);
}
JS

expect node look.mjs <<'SEEN'
+49 151 1234567    min true, mobile false, max false
+49 1511 2345678   min true, mobile true, max true
+55 11 9123-4567   min true, mobile false, max false
+55 11 91234-5678  min true, mobile true, max true
SEEN
