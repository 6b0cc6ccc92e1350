import type { CountryCode } from 'libphonenumber-js/min';
import { checkValues } from './check-values.js';
import { columns, kinds, type Column, type Kind } from './columns.js';
import type { Finding } from './finding.js';
import type { Header } from './header.js';
import type { Row } from './rows.js';
import { keyOf } from './values.js';

/** The rows and addresses so far, to find duplicates. */
export interface Seen {
  /** The line number of each row, by all its values. */
  readonly rows: Map<string, number>;
  /** The line number of each address. */
  readonly values: Map<string, number>;
}

/** What the check of a row needs besides the row. */
export interface RowContext {
  readonly header: Header;
  readonly region: CountryCode | undefined;
  readonly seen: Seen;
  readonly tell: (finding: Finding) => void;
}

/** Whether a row has only empty cells. */
export const isEmpty = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === '');

/** The corrected row; `undefined` if the row must be removed. */
export function checkRow(row: Row, { header, region, seen, tell }: RowContext): readonly string[] | undefined {
  const { line, cells } = row;
  const whole = { line, cell: 0, column: '' };
  if (isEmpty(row)) {
    tell({ ...whole, rule: 'empty-row', what: 'the line is empty', fix: 'Remove it.', mended: true });
    return undefined;
  }
  if (cells.length !== header.width) {
    const surplus = cells.slice(header.width).some((cell) => cell.trim() !== '');
    const what = `the line has ${cells.length} values, but the first line has ${header.width} columns`;
    const fix = surplus
      ? 'Put quotes around a value that contains a comma.'
      : 'Use as many commas as in the first line.';
    tell({ ...whole, rule: 'cells', what, fix, mended: !surplus });
  }
  const at = (column: Column) => ({ line, cell: (header.places.get(column) ?? -1) + 1, column: header.names[column] });
  const cellOf = (column: Column): string => cells[header.places.get(column) ?? -1] ?? '';

  if (cellOf('id').trim() !== '') {
    tell({ ...at('id'), rule: 'id', what: 'the service creates the ids', fix: 'Leave it empty.', mended: true });
  }
  for (const column of columns) {
    if (cellOf(column).includes('\uFFFD')) {
      const fix = 'Export the file again as UTF-8.';
      tell({ ...at(column), rule: 'encoding', what: 'some letters are lost', fix, mended: false });
    }
  }
  const values: Readonly<Record<Kind, readonly string[]>> = {
    emails: checkValues('emails', cellOf('emails'), at('emails'), region, tell),
    phones: checkValues('phones', cellOf('phones'), at('phones'), region, tell),
    customerIds: checkValues('customerIds', cellOf('customerIds'), at('customerIds'), region, tell),
  };
  const right = [
    '',
    cellOf('firstName').trim(),
    cellOf('lastName').trim(),
    ...kinds.map((kind) => values[kind].join('|')),
  ];
  if (kinds.every((kind) => values[kind].length === 0)) {
    const fix = 'Add an email address, a phone number or a customer id, or remove the line.';
    const isNothing = right.every((cell) => cell === '');
    tell({ ...whole, rule: 'nobody', what: 'this person has no valid address', fix, mended: isNothing });
    if (isNothing) return undefined;
  }
  const key = JSON.stringify(right);
  const twin = seen.rows.get(key);
  if (twin !== undefined) {
    tell({ ...whole, rule: 'duplicate', what: `the same as line ${twin}`, fix: 'Remove it.', mended: true });
    return undefined;
  }
  seen.rows.set(key, line);
  for (const kind of kinds) {
    for (const value of values[kind]) {
      const address = keyOf(kind, value);
      const other = seen.values.get(address);
      if (other === undefined) seen.values.set(address, line);
      else {
        const fix = 'Keep it in one of the two lines, or merge the lines.';
        tell({
          ...at(kind),
          rule: 'duplicate',
          what: `“${value}” is also in line ${other}`,
          fix,
          mended: false,
        });
      }
    }
  }
  return right;
}
