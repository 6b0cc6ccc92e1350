import { columnMeant, columnNames, columns, isNamed, kinds, type Column } from './columns.js';
import type { Finding } from './finding.js';
import type { Row } from './rows.js';

/** The first line of the file. */
export interface Header {
  /** The index of each column. Missing columns are not in the map. */
  readonly places: ReadonlyMap<Column, number>;
  readonly names: Readonly<Record<Column, string>>;
  readonly width: number;
  readonly findings: readonly Finding[];
}

/** `undefined` if the line has no column with addresses: then it is another kind of file. */
export function readHeader({ line, cells }: Row): Header | undefined {
  const places = new Map<Column, number>();
  const names = { ...columnNames };
  const findings: Finding[] = [];
  const found = (cell: number, what: string, fix: string): void => {
    const column = cells[cell] ?? '';
    findings.push({ line, cell: cell + 1, column, rule: 'column', what, fix, mended: true });
  };
  cells.forEach((cell, index) => {
    const column = columnMeant(cell);
    if (column === undefined || places.has(column)) {
      const why = column === undefined ? 'the import does not know this column' : 'this column is there twice';
      found(index, why, 'Remove it.');
      return;
    }
    places.set(column, index);
    if (isNamed(column, cell)) names[column] = cell;
    else found(index, `the import calls this column “${columnNames[column]}”`, `Write “${columnNames[column]}”.`);
  });
  if (!kinds.some((kind) => places.has(kind))) return undefined;
  const missing = columns.filter((column) => !places.has(column)).map((column) => `“${columnNames[column]}”`);
  const whole = { line, cell: 0, column: '', rule: 'column', mended: true } as const;
  if (missing.length > 0) {
    findings.push({
      ...whole,
      what: `columns are missing: ${missing.join(', ')}`,
      fix: 'Add them. They can be empty.',
    });
  }
  const order = columns.flatMap((column) => places.get(column) ?? []);
  if (order.some((place, index) => place < (order[index - 1] ?? -1))) {
    const fix = `Put them in this order: ${columns.map((column) => columnNames[column]).join(', ')}.`;
    findings.push({ ...whole, what: 'the columns are in the wrong order', fix });
  }
  return { places, names, width: cells.length, findings };
}
