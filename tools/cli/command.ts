/** What a command ends with: all is well, something was found, or there was nothing to work with. */
export const exitCodes = { ok: 0, findings: 1, unusable: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where a command's words go; an answer is for the next program in the pipe, a remark for the eyes. */
export interface Voice {
  answer(text: string): void;
  /** A file, without a line break after it. */
  answerExactly(text: string): void;
  remark(text: string): void;
}

export interface Command {
  /** How it is called, one line each, without the name of the program. */
  readonly usage: readonly string[];
  /** @throws {Unusable} when there is nothing to work with; the message is for the administrator */
  run(args: readonly string[], voice: Voice): Promise<ExitCode> | ExitCode;
}

/** There is nothing to work with: no such file, no such option, a file that holds something else. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}
