import { parseArgs } from 'node:util';
import { liveThrough } from '../test/store/journey-properties.js';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error('--runs takes a whole number above 0, --seed a whole number.');
  process.exit(2);
}

console.log(`${runs} courses, seed ${seed}`);
const started = Date.now();
await liveThrough(runs, seed);
console.log(`All promises kept, in ${Math.round((Date.now() - started) / 1000)} s.`);
