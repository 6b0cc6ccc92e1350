import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { bundleCommandLine, bundleEmbed, bundlePackage, bundleScripts } from './bundles.js';
import { sizeOf, sizeTable } from './sizes.js';

/**
 * The maximum size of `dist/wayline.js` with brotli, in bytes: the agent waits for it while the phone rings. Before
 * raising it, load later what is not needed at the start.
 */
const budget = 55_000;

function run(module: string, ...args: string[]): void {
  const { status } = spawnSync(process.execPath, [`node_modules/${module}`, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

rmSync('dist', { recursive: true, force: true });
await bundleScripts();
await bundleEmbed();
await bundlePackage();
await bundleCommandLine();
run('typescript/bin/tsc', '--project', 'tsconfig.build.json');
run('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet');

const script = sizeOf('dist/wayline.js');
console.log(sizeTable([script, sizeOf('dist/wayline.mjs'), sizeOf('dist/embed.js'), sizeOf('dist/host.js')]));
if (script.brotli > budget) {
  console.error(
    `dist/wayline.js is ${script.brotli - budget} bytes too large. The limit is ${budget} bytes as brotli.`,
  );
  process.exitCode = 1;
}
