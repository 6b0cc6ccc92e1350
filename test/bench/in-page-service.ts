import type { Journey, LiveEvent } from './adapter.js';

/** How much a network delivers at once, bytes. */
const largestChunk = 64_000;

const encoder = new TextEncoder();
const nothing = encoder.encode('{"meta":{},"data":[]}');

/** Starts a new task, as an arriving response does. Timers would wait 4 ms if they follow each other. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

const envelope = (...items: readonly object[]) => encoder.encode(JSON.stringify({ meta: {}, data: items }));

const template = envelope({ id: 'bench-template', name: 'journey-default-template', attributes: [] });

const profile = envelope({
  templateId: 'bench-template',
  attributes: ['Contacts', 'Claims', 'Last agent', 'Last channel', 'Value', 'Division'].map((displayName, index) => ({
    queryTemplate: { displayName, widgetAttributes: { type: 'table' } },
    result: String(index * 17),
  })),
});

const person = ({ address }: Journey) =>
  envelope({ id: `person-of-${address}`, firstName: 'Ann', lastName: 'Bénch', phone: [address], email: [] });

/** The journey service for one customer at a time, inside the page: answers `fetch` from prepared journeys. */
export function createInPageService() {
  let current: Journey | undefined;
  let pagesAsked = 0;
  let line: ReadableStreamDefaultController<Uint8Array> | undefined;

  const openLine = () => {
    let own: typeof line;
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        own = line = controller;
      },
      cancel: () => {
        if (line === own) line = undefined; // the next customer's stream may be open already
      },
    });
  };

  function bodyFor({ pathname, searchParams }: URL): BodyInit {
    if (pathname.includes('/events/stream/')) return openLine();
    if (pathname.includes('/stream/')) return new ReadableStream();
    if (pathname.includes('/events/')) {
      const page = Number(searchParams.get('page'));
      if (searchParams.get('identity') !== current?.address) return nothing;
      pagesAsked = Math.max(pagesAsked, page + 1);
      return current?.pages[page] ?? nothing;
    }
    if (pathname.includes('/profile-view-template/')) return template;
    if (pathname.includes('/progressive-profile-view/')) return profile;
    return current === undefined ? nothing : person(current);
  }

  return {
    fetch: async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const body = bodyFor(new URL(input instanceof Request ? input.url : input));
      await nextTask();
      init?.signal?.throwIfAborted();
      return new Response(body);
    },

    serve(journey: Journey): void {
      current = journey;
      pagesAsked = 0;
    },

    /** Whether the page after the last one was requested. */
    isRead: (): boolean => current !== undefined && pagesAsked > current.pages.length,

    async publish(events: readonly LiveEvent[]): Promise<void> {
      let chunk = '';
      for (const [index, { json }] of events.entries()) {
        chunk += `data: ${json}\n\n`;
        if (chunk.length + (events[index + 1]?.json.length ?? Infinity) < largestChunk) continue;
        await nextTask();
        line?.enqueue(encoder.encode(chunk));
        chunk = '';
      }
    },
  };
}
