import { readFileSync } from 'node:fs';

const installed = readFileSync('node_modules/msw/lib/mockServiceWorker.js', 'utf8');
const ours = readFileSync('public/mockServiceWorker.js', 'utf8');
if (ours !== installed) {
  console.error("public/mockServiceWorker.js is not the installed msw's: run npx msw init public --no-save.");
  process.exitCode = 1;
}
