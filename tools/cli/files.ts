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
 * The text of a file, with its byte order mark, so that it can be written back unchanged.
 *
 * @param most the maximum size in bytes
 * @throws {Unusable} if the file is too large, cannot be read, or is not UTF-8
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

/** @throws {Unusable} if the file cannot be written */
export const writeText = (path: string, text: string): void => saying(path, () => writeFileSync(path, text));
