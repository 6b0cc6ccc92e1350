import type { CloudEvent } from './emulator/cloud-event';
import type { Fault } from './emulator/faults.js';

/** The real host of the demo's data center. The service worker answers instead of it. */
const journeyHost = 'https://api.wxcc-us1.cisco.com';

/** The emulator inside this page, as used by the demo's switches. */
export interface EmbeddedEmulator {
  publish(event: CloudEvent): void;
  /** Replaces all earlier faults. */
  setFaults(faults: readonly Fault[]): void;
  addFaults(faults: readonly Fault[]): void;
}

/**
 * Starts the emulator in this page. Resolves once the worker answers every request to its host, so that no widget can
 * reach the real one.
 *
 * @throws with a message for the reader of the page, if the browser does not support this here
 */
export async function startEmbeddedEmulator(): Promise<EmbeddedEmulator> {
  if (!('serviceWorker' in navigator)) {
    throw new Error(
      'This browser has no service workers here. They need https or the address http://localhost. Some browsers turn them off in private windows.',
    );
  }
  const [{ http, HttpResponse }, { setupWorker }, { createEmulator }, { demoProjectId, seedDemoWorld }] =
    await Promise.all([
      import('msw'),
      import('msw/browser'),
      import('./emulator/emulator.js'),
      import('./scenarios/customers.js'),
    ]);
  const { world, faults, handlers } = createEmulator({ now: () => Date.now(), seed: seedDemoWorld });
  // Other requests must not reach the real host either.
  const unknown = http.all(`${journeyHost}/*`, () => HttpResponse.json({ message: 'Not emulated' }, { status: 404 }));
  const worker = setupWorker(...handlers, unknown);
  const options = {
    onUnhandledRequest: 'bypass',
    quiet: true,
    serviceWorker: { url: '/mockServiceWorker.js' },
  } as const;
  await worker.start(options).catch((cause: unknown) => {
    throw new Error('The browser did not start the service worker of the journey emulator.', { cause });
  });
  // After a forced reload, the browser does not let the worker control this page.
  if (navigator.serviceWorker.controller === null) {
    throw new Error('The service worker does not control this page. Reload it once without the shift key.');
  }
  const addFaults = (added: readonly Fault[]): void => added.forEach((fault) => faults.add(fault));
  return {
    publish: (event) => world.publish(demoProjectId, event),
    setFaults(all) {
      faults.clear();
      addFaults(all);
    },
    addFaults,
  };
}
