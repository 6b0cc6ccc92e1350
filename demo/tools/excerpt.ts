/** A line of a file with its number, and whether it is the reported one. */
export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  readonly isMeant: boolean;
}

/** The maximum length of a line. A minified layout is one long line, so only the part around the place is shown. */
const longest = 160;

function cut(text: string, column: number): string {
  if (text.length <= longest) return text;
  const start = Math.max(0, column - longest / 2);
  const end = start + longest;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

/** The lines around a place. Lines and columns count from 1, as in an editor. */
export function excerptOf(lines: readonly string[], line: number, column: number, around = 1): readonly ExcerptLine[] {
  const first = Math.max(1, line - around);
  return lines.slice(first - 1, line + around).map((text, index) => {
    const number = first + index;
    return { number, text: cut(text, number === line ? column - 1 : 0), isMeant: number === line };
  });
}

export const linesOf = (text: string): readonly string[] => text.split(/\r\n?|\n/);
