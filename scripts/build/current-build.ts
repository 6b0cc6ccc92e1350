import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const hashed = /^wayline\.[\da-f]+\.js$/;

/** Removes the files of earlier builds: their names have hashes, so a new build does not overwrite them. */
export async function removeOldBuilds(dist: string): Promise<void> {
  const names = await readdir(dist).catch(() => []);
  for (const name of ['parts', ...names.filter((one) => hashed.test(one))]) {
    await rm(join(dist, name), { recursive: true, force: true });
  }
}

/**
 * Writes `wayline.<hash>.js`, which browsers may cache forever, and `wayline.json` with its name and hash for the
 * loader.
 */
export async function writeCurrentBuild(dist: string): Promise<void> {
  const content = await readFile(join(dist, 'wayline.js'));
  const digest = createHash('sha384').update(content).digest();
  const script = `wayline.${digest.toString('hex').slice(0, 16)}.js`;
  await writeFile(join(dist, script), content);
  const build = { script, integrity: `sha384-${digest.toString('base64')}` };
  await writeFile(join(dist, 'wayline.json'), `${JSON.stringify(build, undefined, 2)}\n`);
}
