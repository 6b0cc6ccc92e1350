import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { linkPages, withTables, type Manifest } from './reference-tables.js';

/*
 * Makes `docs/api` and the tables of `docs/reference.md` from the doc comments. With `--check` it writes nothing and fails
 * if they are out of date.
 */

const runFile = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'wayline-docs-'));
const reference = 'docs/reference.md';

/** Runs a module of a package; its output is shown only if it fails. */
async function run(module: string, ...args: string[]): Promise<void> {
  try {
    await runFile(process.execPath, [`node_modules/${module}`, ...args]);
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${module} failed.\n${stdout}${stderr}`, { cause: error });
  }
}

async function pretty(path: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

/** The files as they should be: path to text. */
async function generate(): Promise<ReadonlyMap<string, string>> {
  const api = join(folder, 'api');
  await Promise.all([
    run('typedoc/bin/typedoc', '--logLevel', 'Warn', '--out', api),
    run('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet', '--outdir', relative('.', folder)),
  ]);
  const manifest = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8')) as Manifest;
  const files = new Map([[reference, withTables(readFileSync(reference, 'utf8'), manifest, 'WaylineJourney')]]);
  for (const name of filesIn(api))
    files.set(`docs/api/${name}`, linkPages(readFileSync(join(api, name), 'utf8'), '../'));
  for (const [path, text] of files) files.set(path, await pretty(path, text));
  return files;
}

const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));

const same = (path: string, text: string): boolean => existsSync(path) && readFileSync(path, 'utf8') === text;

/** Files of `docs/api` whose module is no longer there. */
const leftOver = (files: ReadonlyMap<string, string>): readonly string[] =>
  existsSync('docs/api')
    ? filesIn('docs/api')
        .map((name) => `docs/api/${name}`)
        .filter((path) => !files.has(path))
    : [];

try {
  const files = await generate();
  const stale = [...[...files].flatMap(([path, text]) => (same(path, text) ? [] : [path])), ...leftOver(files)];
  if (process.argv.includes('--check')) {
    for (const path of stale) console.error(`${path} does not match the doc comments. Run npm run docs.`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    rmSync('docs/api', { recursive: true, force: true });
    mkdirSync('docs/api', { recursive: true });
    for (const [path, text] of files) writeFileSync(path, text);
    console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'Nothing has changed.');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
