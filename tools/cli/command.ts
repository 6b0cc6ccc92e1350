/** The exit codes: no findings, findings, or invalid input. */
export const exitCodes = { ok: 0, findings: 1, unusable: 2 } as const;
/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where a command writes. An answer goes to stdout, for the next program; a remark goes to stderr, for people. */
export interface Voice {
  answer(text: string): void;
  /** Writes the text of a file, without adding a line break. */
  answerExactly(text: string): void;
  remark(text: string): void;
}

/** A command of `wayline`. */
export interface Command {
  /** How to call the command, one line each, without the name of the program. */
  readonly usage: readonly string[];
  /** @throws {Unusable} for invalid input; the message is for the administrator */
  run(args: readonly string[], voice: Voice): Promise<ExitCode> | ExitCode;
}

/** Invalid input: a file that does not exist or has other contents, or an unknown option. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}
