import { spawn } from 'node:child_process';

/**
 * Runs `npm start` until all tests have run. All workers use one Vite, because two would write to the same cache
 * folder. `DEMO_URL` is the address it prints.
 */
export default async function startDemo(): Promise<() => void> {
  const command = ['node_modules/tsx/dist/cli.mjs', 'scripts/start.ts', '--no-build', '--port', '0'];
  const demo = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  // Read the output to its end: the demo stops when its output is not read.
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
