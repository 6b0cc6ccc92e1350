#!/usr/bin/env bash
# Papa Parse does not recognise the semicolon of a short file with two columns.
#
# Spreadsheets in much of Europe separate with semicolons. Papa Parse guesses the delimiter from the average number of
# columns in the first ten lines, and counts the empty line after the last line break. Two columns then stay below two
# on average. A file of up to eight rows is read as one column, a longer one is read right. So the sample that someone
# tries first fails, and the real list works. A comma file reports the error too. Pass `delimiter` or
# `skipEmptyLines`.
#
# Seen with papaparse 5.7.1.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install papaparse@5.7.1

cat >look.mjs <<'JS'
import Papa from 'papaparse';

function show(name, text, options) {
  const { data, errors } = Papa.parse(text, options);
  console.log(name.padEnd(30), JSON.stringify(data[0]), errors.map(({ code }) => code).join() || 'no error');
}
const file = (rows, separator = ';') =>
  `email${separator}name\n` + `a@shop.example${separator}Ann\n`.repeat(rows);

show('8 rows', file(8));
show('9 rows', file(9));
show('8 rows, no line break at end', file(8).trimEnd());
show('8 rows, skipEmptyLines', file(8), { skipEmptyLines: true });
show('8 rows with commas', file(8, ','));
JS

expect node look.mjs <<'SEEN'
8 rows                         ["email;name"] UndetectableDelimiter
9 rows                         ["email","name"] no error
8 rows, no line break at end   ["email","name"] no error
8 rows, skipEmptyLines         ["email","name"] no error
8 rows with commas             ["email","name"] UndetectableDelimiter
SEEN
