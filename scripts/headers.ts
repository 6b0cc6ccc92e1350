import { parseArgs } from 'node:util';
import { hostsOf, searchHostOf } from '../src/sources/cjds/data-center.js';
import { formats, headersFor } from './frame-headers.js';

const usage = `npm run headers -- --hosts https://acme.lightning.force.com,https://desktop.wxcc-us1.cisco.com \\
  --data-center produs1 | --service https://journey-api.example.com \\
  [--scripts https://static.zdassets.com] [--path /wayline/] --format ${Object.keys(formats).join('|')}`;

const listed = (text = ''): readonly string[] => text.split(',').flatMap((one) => one.trim() || []);

function hostsOfCenter(center: string): readonly string[] {
  try {
    return [...hostsOf(center, undefined, 'header'), searchHostOf(center, undefined)].flatMap((host) => host ?? []);
  } catch {
    throw new Error(`The data center ${center} is not known. Use the desktop's name for it, for example produs1.`);
  }
}

/** The output of the command. Throws an Error whose message says how to call it. */
function printed(args: readonly string[]): string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      hosts: { type: 'string' },
      service: { type: 'string' },
      'data-center': { type: 'string' },
      scripts: { type: 'string' },
      path: { type: 'string', default: '/' },
      format: { type: 'string', default: 'nginx' },
    },
  });
  const format = Object.entries(formats).find(([name]) => name === values.format)?.[1];
  if (format === undefined) throw new Error(usage);
  const center = values['data-center'];
  const known = center === undefined ? [] : hostsOfCenter(center);
  const services = new Set([...listed(values.service), ...known]);
  if (services.size === 0) throw new Error(usage);
  const options = { hosts: listed(values.hosts), services: [...services], scripts: listed(values.scripts) };
  return format(headersFor(options), values.path);
}

try {
  console.log(printed(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
