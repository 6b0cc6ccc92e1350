import { http, HttpResponse, type RequestHandler } from 'msw';
import { errorResponse } from './errors-wire.js';
import type { Faults } from './faults.js';
import { readFaults } from './faults-wire.js';
import { Refusal } from './refusal.js';
import type { Streams } from './streams.js';

/** The emulator's own routes. They need no token, and faults do not affect them. */
export function controlHandlers(faults: Faults, streams: Streams): RequestHandler[] {
  const shown = () => HttpResponse.json(faults.list());
  return [
    http.get('*/emulator/faults', shown),
    http.post('*/emulator/faults', async ({ request }) => {
      try {
        readFaults(await request.json().catch(() => undefined)).forEach((fault) => faults.add(fault));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { status, message, errors } = error;
        return errorResponse({ status, message, errors, now: Date.now() });
      }
      return shown();
    }),
    http.delete('*/emulator/faults', () => {
      faults.clear();
      return shown();
    }),
    http.get('*/emulator/streams', () => HttpResponse.json(streams.list())),
  ];
}
