/** The result of one check. */
export interface Line {
  readonly about: string;
  readonly verdict: 'pass' | 'fail' | 'unknown';
  readonly why: string;
  /** How to fix it, and where. */
  readonly mend?: string | undefined;
  /** Whether the widget works without it. */
  readonly optional?: boolean;
}

/** Whether a check failed that the widget needs. */
export const failed = (lines: readonly Line[]): boolean =>
  lines.some(({ verdict, optional = false }) => verdict === 'fail' && !optional);

/** `12 pass, 1 fail, 2 unknown`. */
export function tally(lines: readonly Line[]): string {
  const count = (verdict: Line['verdict']) => lines.filter((line) => line.verdict === verdict).length;
  return `${count('pass')} pass, ${count('fail')} fail, ${count('unknown')} unknown`;
}
