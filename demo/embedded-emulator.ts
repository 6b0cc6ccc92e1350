import type { Emulator } from './emulator/emulator.js';

/** The real host of the demo's data center; the service worker answers in its place. */
export const journeyHost = 'https://api.wxcc-us1.cisco.com';

/**
 * Starts CJDS in this page. Resolves once the worker answers every request to `journeyHost`, so nothing that is mounted
 * later can reach the real one.
 *
 * @throws in words for the reader of the page when the browser cannot do that here
 */
export async function startEmbeddedEmulator(): Promise<Emulator> {
  if (!('serviceWorker' in navigator)) {
    throw new Error(
      'This browser offers no service workers here. They need https, or the address http://localhost; private windows of some browsers switch them off.',
    );
  }
  const [{ http, HttpResponse }, { setupWorker }, { createEmulator }, { seedDemoWorld }] = await Promise.all([
    import('msw'),
    import('msw/browser'),
    import('./emulator/emulator.js'),
    import('./scenarios/customers.js'),
  ]);
  const emulator = createEmulator({ now: () => Date.now(), seed: seedDemoWorld });
  // What the emulator does not know must not leave for the real host either.
  const unknown = http.all(`${journeyHost}/*`, () => HttpResponse.json({ message: 'Not emulated' }, { status: 404 }));
  await setupWorker(...emulator.handlers, unknown).start({
    onUnhandledRequest: 'bypass',
    quiet: true,
    serviceWorker: { url: '/mockServiceWorker.js' },
  });
  // After a forced reload the browser keeps the worker out of this page.
  if (navigator.serviceWorker.controller === null) {
    throw new Error('The service worker does not serve this page. Reload it once, without holding the shift key.');
  }
  return emulator;
}
