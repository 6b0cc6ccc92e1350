import { readFileSync } from 'node:fs';

const installed = readFileSync('node_modules/msw/lib/mockServiceWorker.js', 'utf8');
const ours = readFileSync('public/mockServiceWorker.js', 'utf8');
if (ours !== installed) {
  console.error('public/mockServiceWorker.js does not match the installed msw. Run npx msw init public --no-save.');
  process.exitCode = 1;
}
