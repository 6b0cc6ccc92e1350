import { render } from 'lit';
import { largestLayout } from '../../tools/layout/document.js';
import { utf8Text } from '../../tools/utf8.js';
import { giveToDesktop, layouts } from '../desktop/layouts.js';
import { studioPage, type StudioActions, type StudioView } from './layout-page.js';
import { firstChoices, make, open } from './studio.js';

const place = document.getElementById('studio');
if (place === null) throw new Error('The page has no #studio');

let view: StudioView = { choices: firstChoices, opened: undefined, made: undefined, problem: '', preview: undefined };

function show(change: Partial<StudioView>): void {
  const next = { ...view, ...change };
  const made = next.opened === undefined ? undefined : make(next.opened, next.choices);
  // A preview is closed when the layout changes.
  const preview = 'preview' in change || made?.text === view.made?.text ? next.preview : undefined;
  view = { ...next, made, preview };
  draw();
}

async function take(file: File): Promise<void> {
  if (file.size > largestLayout * 3) {
    show({ problem: `${file.name} has ${Math.round(file.size / 1e6)} MB. A layout usually has some hundred kB.` });
    return;
  }
  const text = utf8Text(await file.arrayBuffer());
  if (text === undefined) show({ problem: `${file.name} is not a UTF-8 file. Save it as UTF-8.` });
  else show({ opened: open(file.name, text), problem: '' });
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const act: StudioActions = {
  take: (file) => void take(file),
  example: (name) => show({ opened: open(`${name}.json`, `${JSON.stringify(layouts[name], null, 2)}\n`), problem: '' }),
  choose: (change) => show({ choices: { ...view.choices, ...change } }),
  preview(role) {
    if (view.made === undefined) return;
    giveToDesktop(view.made.text);
    // A new number makes a new frame, which loads the current layout.
    show({ preview: { role, number: (view.preview?.number ?? 0) + 1 } });
  },
  download() {
    if (view.made === undefined || view.opened === undefined) return;
    const stem = view.opened.name.replace(/(\.wayline)?\.json$/i, '');
    download(`${stem}${view.choices.act === 'add' ? '.wayline' : ''}.json`, view.made.text);
  },
};

function draw(): void {
  if (place !== null) render(studioPage(view, act), place);
}

for (const name of ['dragover', 'drop']) document.addEventListener(name, (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  const file = event.dataTransfer?.files[0];
  if (file !== undefined) void take(file);
});

draw();
