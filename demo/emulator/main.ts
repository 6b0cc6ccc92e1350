import { parseArgs } from 'node:util';
import { demoCustomers, demoProjectId, seedDemoWorld } from '../scenarios/customers.js';
import { startEmulatorServer } from './server.js';
import { createWorld } from './world.js';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8787' }, host: { type: 'string' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port ${values.port} is not a valid port. Use a number from 0 to 65535`);
  process.exit(2);
}

const world = createWorld();
seedDemoWorld(world, world.now());
const { url } = await startEmulatorServer({ port, world, ...(values.host !== undefined && { host: values.host }) });
const taken = Number(new URL(url).port);
if (port !== 0 && taken !== port) console.log(`Port ${port} is busy, using ${taken}.`);

const [customer] = demoCustomers;
const event = {
  specversion: '1.0',
  id: 'shipment-4711',
  type: 'order:shipped',
  source: 'https://shop.example.com/orders',
  identity: customer.address,
  identitytype: 'phone',
  datacontenttype: 'application/json',
  data: { order: 'A-4711', uiData: { title: 'Order shipped', subTitle: 'A-4711, arrives tomorrow', iconType: 'task' } },
};
console.log(`Journey emulator on ${url}, project ${demoProjectId}. Any bearer token works.

An event for ${customer.firstName} ${customer.lastName}:

curl '${url}/publish/v1/api/event?workspaceId=${demoProjectId}' \\
  -H 'Authorization: Bearer demo' -H 'Content-Type: application/json' \\
  -d '${JSON.stringify(event)}'
`);
