import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { utf8Text } from '../utf8.js';
import { Unusable } from './command.js';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'the file or folder does not exist',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'no permission to read or write it',
};

function saying<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Unusable(`${path}: ${reasons[code] ?? (error instanceof Error ? error.message : String(error))}.`);
  }
}

/**
 * The text of a file, a byte order mark included, so that it can be written again byte for byte.
 *
 * @param most in bytes; a larger file is not read
 * @throws {Unusable} when it is too large, cannot be read, or holds no UTF-8
 */
export function readText(path: string, most: number): string {
  const { size } = saying(path, () => statSync(path));
  if (size > most) {
    const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
    throw new Unusable(`${path}: the file has ${megabytes(size)} MB. The limit is ${megabytes(most)} MB.`);
  }
  const text = utf8Text(saying(path, () => readFileSync(path)));
  if (text === undefined) throw new Unusable(`${path}: this is not a UTF-8 file. Save it as UTF-8.`);
  return text;
}

/** @throws {Unusable} when it cannot be written */
export const writeText = (path: string, text: string): void => saying(path, () => writeFileSync(path, text));
