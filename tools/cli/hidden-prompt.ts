import type { ReadStream } from 'node:tty';
import { Unusable } from './command.js';

/** The keys that end the input: Return (CR or LF) and Ctrl+D. */
const ends = ['\r', '\n', '\u0004'];

/**
 * Asks for a secret at the terminal without showing it.
 *
 * @throws {Unusable} without a terminal, or when Ctrl+C is pressed
 */
export function askHidden(question: string, terminal: ReadStream = process.stdin): Promise<string> {
  if (!terminal.isTTY) {
    throw new Unusable('No terminal to type the token in. Set the environment variable WAYLINE_TOKEN.');
  }
  process.stderr.write(question);
  return new Promise((resolve, reject) => {
    let typed = '';
    const stop = () => {
      terminal.off('data', hear);
      terminal.setRawMode(false);
      terminal.pause();
      process.stderr.write('\n');
    };
    const hear = (chunk: Buffer | string) => {
      for (const character of chunk.toString()) {
        if (character === '\u0003') {
          stop();
          reject(new Unusable('Cancelled. Nothing was checked.'));
          return;
        }
        if (ends.includes(character)) {
          stop();
          resolve(typed.trim());
          return;
        }
        typed = character === '\u007f' || character === '\b' ? typed.slice(0, -1) : typed + character;
      }
    };
    terminal.setRawMode(true);
    terminal.resume();
    terminal.on('data', hear);
  });
}
