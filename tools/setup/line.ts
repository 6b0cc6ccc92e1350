/** What the check says about one thing. */
export interface Line {
  readonly about: string;
  readonly verdict: 'pass' | 'fail' | 'unknown';
  readonly why: string;
  /** What mends it, and where. */
  readonly mend?: string | undefined;
  /** The widget does without it. */
  readonly optional?: boolean;
}

/** Whether agents would miss something. */
export const failed = (lines: readonly Line[]): boolean =>
  lines.some(({ verdict, optional = false }) => verdict === 'fail' && !optional);

/** `12 pass, 1 fail, 2 unknown`. */
export function tally(lines: readonly Line[]): string {
  const count = (verdict: Line['verdict']) => lines.filter((line) => line.verdict === verdict).length;
  return `${count('pass')} pass, ${count('fail')} fail, ${count('unknown')} unknown`;
}
