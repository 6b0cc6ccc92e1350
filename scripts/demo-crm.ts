import { parseArgs } from 'node:util';
import { startCrm } from '../demo/crm/servers.js';
import { startEmulatorServer } from '../demo/emulator/server.js';
import { createWorld } from '../demo/emulator/world.js';
import { seedDemoWorld } from '../demo/scenarios/customers.js';
import { bundleEmbed, bundleScripts } from './build/bundles.js';

const { values: options } = parseArgs({
  options: { port: { type: 'string', default: '5181' }, 'no-build': { type: 'boolean', default: false } },
});

const port = Number(options.port);
if (!Number.isInteger(port) || port < 1 || port > 65_533) {
  console.error(`--port must be a number from 1 to 65533, not "${options.port}". The next two ports are also used.`);
  process.exit(2);
}

if (!options['no-build']) {
  await bundleScripts();
  await bundleEmbed();
}

const world = createWorld();
seedDemoWorld(world, world.now());
const emulator = await startEmulatorServer({ world });
const { crm, page } = await startCrm({ service: emulator.url, port });
console.log(`A CRM with Wayline in its frame: ${crm}/?page=${encodeURIComponent(page)}
Wayline's page: ${page}/ok/embed.html, the journey service: ${emulator.url}`);
