import { render } from 'lit';
import { utf8Text } from '../../tools/utf8.js';
import { identitiesPage, type IdentitiesActions, type IdentitiesView } from './identities-page.js';
import type { IdentitiesJob, IdentitiesResult } from './identities-worker.js';

const place = document.getElementById('identities');
if (place === null) throw new Error('The page has no #identities');

let view: IdentitiesView = { name: '', region: '', running: false, checked: undefined, problem: '' };
let text: string | undefined;

function show(change: Partial<IdentitiesView>): void {
  view = { ...view, ...change };
  if (place !== null) render(identitiesPage(view, act), place);
}

let worker: Worker | undefined;

/** Checks in a worker: large files take a while. A new file or country stops the check before. */
function check(job: IdentitiesJob): void {
  worker?.terminate();
  worker = new Worker(new URL('identities-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<IdentitiesResult>) => {
    if (data.kind === 'checked') show({ checked: data.checked, running: false });
    else show({ problem: data.problem, running: false });
  });
  worker.addEventListener('error', () => show({ problem: 'The file could not be checked.', running: false }));
  show({ running: true, problem: '', checked: undefined });
  worker.postMessage(job);
}

const start = (): void => {
  if (text !== undefined) check({ text, region: view.region.trim() || undefined });
};

async function take(file: File): Promise<void> {
  text = undefined;
  show({ name: file.name, checked: undefined, problem: '' });
  const read = utf8Text(await file.arrayBuffer());
  if (read === undefined) {
    show({ problem: `${file.name} is not a UTF-8 file. Save it as UTF-8.` });
    return;
  }
  text = read;
  start();
}

function download(): void {
  if (view.checked === undefined) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([view.checked.corrected], { type: 'text/csv' }));
  link.download = view.name.replace(/(\.corrected)?\.csv$|$/i, '.corrected.csv');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const act: IdentitiesActions = {
  take: (file) => void take(file),
  choose(region) {
    show({ region });
    start();
  },
  download,
};

for (const name of ['dragover', 'drop']) document.addEventListener(name, (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  const file = event.dataTransfer?.files[0];
  if (file !== undefined) void take(file);
});

show({});
