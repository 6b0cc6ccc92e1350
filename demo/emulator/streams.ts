import { HttpResponse } from 'msw';
import type { Fault, Faults, RouteName } from './faults.js';

type StreamRoute = Extract<RouteName, 'event-stream' | 'profile-stream'>;

/** An open connection. */
export interface OpenStream {
  readonly kind: StreamRoute;
  readonly identity: string;
  /** ISO time. */
  readonly openedAt: string;
}

/** The streams that clients have open. */
export interface Streams {
  /** Starts a stream of server-sent events. `feed` gets a function that sends, and returns a function that stops it. */
  open(kind: StreamRoute, identity: string, feed: (send: (message: unknown) => void) => () => void): Response;
  list(): readonly OpenStream[];
}

/** Options of the streams. */
export interface StreamsOptions {
  readonly now: () => number;
  readonly faults: Faults;
  /** Milliseconds between two heartbeat comments. Default 15,000. */
  readonly heartbeat?: number;
}

export function createStreams({ now, faults, heartbeat = 15_000 }: StreamsOptions): Streams {
  const streams = new Set<OpenStream>();
  const encoder = new TextEncoder();

  return {
    list: () => [...streams],
    open(kind, identity, feed) {
      const stream: OpenStream = { kind, identity, openedAt: new Date(now()).toISOString() };
      const stops: (() => void)[] = [];
      const stop = (): void => {
        streams.delete(stream);
        stops.splice(0).forEach((done) => done());
      };
      let heldBack: string | undefined;

      const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
        const write = (frame: string): void => controller.enqueue(encoder.encode(frame));

        const cut = (how: 'drop' | 'end'): void => {
          stop();
          if (how === 'end') controller.close();
          else controller.error(new TypeError('network error'));
        };

        const send = (message: unknown): void => {
          const wrong = faults.forMessage(kind);
          const frame = `data: ${JSON.stringify(message)}\n\n`;
          if (!wrong.has('silent')) {
            if (wrong.has('malformed')) write(`data: ${JSON.stringify(message).slice(0, 40)}\n\n`);
            if (wrong.has('reorder') && heldBack === undefined) {
              heldBack = frame;
            } else {
              write(wrong.has('duplicate') ? frame + frame : frame);
              if (heldBack !== undefined) write(heldBack);
              heldBack = undefined;
            }
          }
          if (wrong.has('drop') || wrong.has('end')) cut(wrong.has('drop') ? 'drop' : 'end');
        };

        const hear = ({ route = kind, stream: how, after }: Fault): void => {
          if (route === kind && after === undefined && (how === 'drop' || how === 'end')) cut(how);
        };

        const timer = setInterval(() => {
          if (!faults.isSilent(kind)) write(': heartbeat\n\n');
        }, heartbeat);
        stops.push(() => clearInterval(timer), faults.subscribe(hear), feed(send));
        streams.add(stream);
      };

      const body = new ReadableStream<Uint8Array>({ start, cancel: stop });
      return new HttpResponse(body, { headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' } });
    },
  };
}
