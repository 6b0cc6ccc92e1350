import { applier, type BoundValues } from './bindings.js';
import { shiftClock } from '../clock.js';
import { loadScript } from './load-script.js';
import { problem } from './mount.js';
import { isToShell, type FromShell } from './shell-protocol.js';

/** The inside of the frame: creates the element that the desktop asks for, and sets the values that it sends. */

// Widgets must work without storage: the desktop's shell proxies it, and a browser may block it.
for (const name of ['localStorage', 'sessionStorage'] as const) {
  Object.defineProperty(window, name, {
    get: () => {
      throw new DOMException('Storage is off in this frame', 'SecurityError');
    },
  });
}

shiftClock(Number(new URLSearchParams(location.search).get('clock') ?? 0));

let apply: ((values: BoundValues) => void) | undefined;

addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (source !== parent || !isToShell(data)) return;
  document.documentElement.dataset.theme = data.dark ? 'dark' : 'light';
  if (data.wayline === 'mount') {
    const element = document.createElement(data.comp);
    apply = applier(element);
    document.body.replaceChildren(element);
    loadScript(data.script).catch((error: unknown) => document.body.replaceChildren(problem(error)));
  }
  apply?.(data.values);
});

parent.postMessage({ wayline: 'ready' } satisfies FromShell, location.origin);
