import Papa from 'papaparse';
import { columnMeant } from './columns.js';

/** A row of the file; it can have several lines. */
export interface Row {
  /** The line where the row starts, from 1: a quoted value can span several lines. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a CSV file, and its format. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly delimiter: string;
  /** The file's line break. */
  readonly newline: string;
  /** The lines where quotes do not match. */
  readonly brokenQuotes: readonly { readonly line: number; readonly what: string }[];
}

const lineBreak = /\r\n|\r|\n/g;

const linesIn = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (cell.match(lineBreak)?.length ?? 0), 0);

/** The delimiter of the header. Spreadsheet programs use the usual one of their country. */
function delimiterOf(text: string): string {
  const header = text.slice(0, 10_000).split(lineBreak, 1)[0] ?? '';
  const known = (delimiter: string): number =>
    header.split(delimiter).filter((name) => columnMeant(name) !== undefined).length;
  return [',', ';', '\t'].reduce((best, one) => (known(one) > known(best) ? one : best));
}

const quoteWords: Readonly<Record<string, string>> = {
  MissingQuotes: 'a closing quote is missing, so the rest of the file is read as one value',
  InvalidQuotes: 'a quote within a value is not written twice',
};

/** @param text without a byte order mark */
export function readRows(text: string): Rows {
  const delimiter = delimiterOf(text);
  const { data, errors, meta } = Papa.parse<string[]>(text, { delimiter });
  const rows: Row[] = [];
  let line = 1;
  for (const cells of data) {
    rows.push({ line, cells });
    line += 1 + linesIn(cells);
  }
  const brokenQuotes = errors
    .filter(({ type }) => type === 'Quotes')
    .map(({ code, row }) => ({ line: rows[row ?? 0]?.line ?? line, what: quoteWords[code] ?? code }))
    .filter((one, index, all) => one.line !== all[index - 1]?.line);
  return { rows, delimiter, newline: meta.linebreak || '\n', brokenQuotes };
}

/** @param newline the line break of the original file */
export const writeRows = (rows: readonly (readonly string[])[], newline: string): string =>
  Papa.unparse(rows as string[][], { newline }) + newline;
