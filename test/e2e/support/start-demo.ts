import { spawn } from 'node:child_process';

/**
 * Serves what `npm start` serves, by its own command, until all tests have run: one Vite for all workers, since two would
 * share a folder for what they prepare. `DEMO_URL` is the address it prints.
 */
export default async function startDemo(): Promise<() => void> {
  const command = ['node_modules/tsx/dist/cli.mjs', 'scripts/start.ts', '--no-build', '--port', '0'];
  const demo = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  // Read on to its end: a demo that nobody listens to any more ends as well.
  process.env.DEMO_URL = await new Promise<string>((resolve, reject) => {
    demo.stdout.on('data', (chunk: Buffer) => {
      printed += String(chunk);
      const found = /http:\/\/\S+\//.exec(printed)?.[0];
      if (found !== undefined) resolve(found);
    });
    demo.on('exit', () => reject(new Error(`npm start printed no address: ${printed}`)));
  });
  return () => void demo.kill();
}
