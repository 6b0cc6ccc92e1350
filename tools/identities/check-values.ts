import type { CountryCode } from 'libphonenumber-js/min';
import type { Kind } from './columns.js';
import type { Finding } from './finding.js';
import { keyOf, readValue, type Value } from './values.js';

/** The maximum number of values of one kind per person. */
const mostValues = 5;

const separators: Readonly<Record<Kind, RegExp>> = {
  emails: /[|;,\r\n]+/,
  phones: /[|;,\r\n]+/,
  customerIds: /[|\r\n]+/,
};

/** The corrected values of a cell. A value that cannot be corrected stays unchanged. */
export function checkValues(
  kind: Kind,
  cell: string,
  at: Pick<Finding, 'line' | 'cell' | 'column'>,
  region: CountryCode | undefined,
  tell: (finding: Finding) => void,
): readonly string[] {
  if (cell === '') return [];
  const separator = separators[kind];
  const parts = cell.split(separator).map((part) => part.trim());
  const texts = parts.filter((part) => part !== '');
  const read = texts.map((text) => ({ text, ...renamed(readValue(kind, text, region)) }));
  for (const { text, problem } of read) if (problem) tell({ ...at, ...problem, what: `“${text}”: ${problem.what}` });
  const keys = new Set<string>();
  const right = read.flatMap(({ right: value }) => {
    const key = keyOf(kind, value);
    if (keys.has(key)) return [];
    keys.add(key);
    return [value];
  });
  const oddity =
    texts.join('|') !== cell
      ? 'separate several values with a single |, without spaces'
      : right.length < texts.length
        ? 'the same value is there twice'
        : undefined;
  if (oddity !== undefined) {
    const fix = right.length === 0 ? 'Leave the cell empty.' : `Write ${right.join('|')}.`;
    tell({ ...at, rule: 'values', what: oddity, fix, mended: true });
  }
  if (right.length > mostValues) {
    const fix = `Keep ${mostValues}. Add the others later in the widget or with the API.`;
    tell({
      ...at,
      rule: 'too-many',
      what: `${right.length} values, but the import accepts at most ${mostValues}`,
      fix,
      mended: false,
    });
  }
  return right;
}

const renamed = ({ text, ...others }: Value) => ({ right: text, ...others });
