import { isSupportedCountry } from 'libphonenumber-js/min';
import { checkRow, isEmpty, type Seen } from './check-row.js';
import { columns } from './columns.js';
import type { Finding, Rule } from './finding.js';
import { readHeader } from './header.js';
import { readRows, writeRows } from './rows.js';

/** The result of the check. */
export interface Checked {
  /** In the order of the file's lines; at most {@link mostKept}. */
  readonly findings: readonly Finding[];
  readonly counts: ReadonlyMap<Rule, Count>;
  /** The number of persons, including those that cannot be imported. */
  readonly rows: number;
  /** The file with all corrections that are possible; the rest is unchanged. */
  readonly corrected: string;
}

/** The number of findings, and how many of them are corrected. */
export interface Count {
  readonly found: number;
  readonly mended: number;
}

/** Options of the check. */
export interface IdentityOptions {
  /** The country of phone numbers without a country code, ISO 3166-1 alpha-2, e.g. `DE`. */
  readonly region?: string | undefined;
}

/** The text is not a list of identities. The message is for the administrator. */
export class NoIdentities extends Error {
  override readonly name = 'NoIdentities';
}

/** The maximum number of findings that are kept. All of them are counted. */
export const mostKept = 10_000;

const byteOrderMark = '\uFEFF';

/** @throws {NoIdentities} if the region is not a country code, or the first line has no column with addresses */
export function checkIdentities(text: string, { region }: IdentityOptions = {}): Checked {
  const country = region?.trim().toUpperCase();
  if (country !== undefined && !isSupportedCountry(country)) {
    throw new NoIdentities(`${region} is not a country code. Use two letters, for example DE or US.`);
  }
  const marked = text.startsWith(byteOrderMark);
  const { rows, delimiter, newline, brokenQuotes } = readRows(marked ? text.slice(1) : text);
  const [first, ...others] = rows;
  const header = first && readHeader(first);
  if (header === undefined) {
    throw new NoIdentities(
      'The first line has no column with addresses. It must be: Id,First Name,Last Name,Email Addresses,Phone Numbers,Customer Ids',
    );
  }

  const findings: Finding[] = [];
  const counts = new Map<Rule, Count>();
  const tell = (finding: Finding): void => {
    const { found, mended } = counts.get(finding.rule) ?? { found: 0, mended: 0 };
    counts.set(finding.rule, { found: found + 1, mended: mended + (finding.mended ? 1 : 0) });
    if (findings.length < mostKept) findings.push(finding);
  };
  const file = { line: 1, cell: 0, column: '', mended: true } as const;
  if (marked) {
    tell({
      ...file,
      rule: 'encoding',
      what: 'the file starts with a byte order mark',
      fix: 'Save it as UTF-8 without a byte order mark. The import might not read it.',
    });
  }
  if (delimiter !== ',') {
    const name = delimiter === '\t' ? 'tabs' : 'semicolons';
    tell({
      ...file,
      rule: 'separator',
      what: `the values are separated by ${name}`,
      fix: 'Separate them with commas.',
    });
  }
  header.findings.forEach(tell);

  const last = others.at(-1);
  const persons = last !== undefined && isEmpty(last) ? others.slice(0, -1) : others;
  const seen: Seen = { rows: new Map(), values: new Map() };
  const corrected: (readonly string[])[] = [columns.map((column) => header.names[column])];
  const quotes = [...brokenQuotes];
  let count = 0;
  for (const row of persons) {
    while (quotes[0] !== undefined && quotes[0].line <= row.line) {
      const { line, what } = quotes.shift()!;
      const fix = 'Write each quote within a value twice, and put quotes around the value.';
      tell({ line, cell: 0, column: '', rule: 'quotes', what, fix, mended: false });
    }
    if (!isEmpty(row)) count++;
    const right = checkRow(row, { header, region: country, seen, tell });
    if (right !== undefined) corrected.push(right);
  }
  return { findings, counts, rows: count, corrected: writeRows(corrected, newline) };
}
