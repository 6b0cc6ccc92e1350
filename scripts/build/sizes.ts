import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(8);

/** The sizes of one file, bytes. */
export interface Size {
  readonly name: string;
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** The size of a file in bytes, uncompressed and as a web server would send it. */
export function sizeOf(path: string): Size {
  const content = readFileSync(path);
  return {
    name: basename(path),
    minified: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content).length,
  };
}

/** One line per file, in kB (1000 bytes). */
export const sizeTable = (sizes: readonly Size[]): string =>
  [
    `${'kB'.padEnd(14)}     min    gzip  brotli`,
    ...sizes.map(({ name, minified, gzip, brotli }) =>
      [name.padEnd(14), ...[minified, gzip, brotli].map(kilobytes)].join(''),
    ),
  ].join('\n');
