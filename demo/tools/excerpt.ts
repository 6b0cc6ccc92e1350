/** A line of a file with its number; the one that is meant is marked. */
export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  readonly isMeant: boolean;
}

/** A minified layout is one line; of a long one the part around the place is enough. */
const longest = 160;

function cut(text: string, column: number): string {
  if (text.length <= longest) return text;
  const start = Math.max(0, column - longest / 2);
  const end = start + longest;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

/** The lines around a place, which counts from 1 as in an editor. */
export function excerptOf(lines: readonly string[], line: number, column: number, around = 1): readonly ExcerptLine[] {
  const first = Math.max(1, line - around);
  return lines.slice(first - 1, line + around).map((text, index) => {
    const number = first + index;
    return { number, text: cut(text, number === line ? column - 1 : 0), isMeant: number === line };
  });
}

export const linesOf = (text: string): readonly string[] => text.split(/\r\n?|\n/);
