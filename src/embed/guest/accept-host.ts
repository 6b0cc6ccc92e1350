import { envelope, readEnvelope, type GuestKind } from '../protocol/protocol.js';

/** The connection to the host, the page that frames this one. */
export interface HostLink {
  /** Origin of the host, for example `https://acme.lightning.force.com`. */
  readonly origin: string;
  /** Sends a message to the host. */
  send(kind: GuestKind, body?: unknown): void;
  /** Closes the port. */
  close(): void;
}

/** Events of the connection. All other messages are ignored. */
/** The host is connected. */
export interface HostEvents {
  linked(link: HostLink): void;
  /** The framing page sent `hello`, but is not an allowed host. */
  refused(origin: string): void;
  /** A message over the connection's port. The body is still untrusted. */
  received(kind: string, body: unknown): void;
}

/** The parts of `Window` that are used. */
export type FrameWindow = Pick<Window, 'parent' | 'addEventListener' | 'removeEventListener'>;

/**
 * Waits for the `hello` of a host and answers it. Accepts it only from the framing window, with an origin that is
 * exactly one of `hosts`, and only once: all later messages use the port that came with it. If the host sends `hello`
 * again, because it cannot know whether this page was reloaded, it gets the answer over the existing port.
 *
 * @returns a function that closes the connection
 */
export function acceptHost(hosts: ReadonlySet<string>, events: HostEvents, framed: FrameWindow = window): () => void {
  let link: HostLink | undefined;

  const heed = ({ data, origin, ports, source }: MessageEvent): void => {
    if (framed.parent === framed || source !== framed.parent || readEnvelope(data)?.kind !== 'hello') return;
    if (!hosts.has(origin)) {
      if (link === undefined) events.refused(origin);
      return;
    }
    const [port] = ports;
    if (port === undefined) return;
    if (link !== undefined) {
      port.close();
      if (origin === link.origin) link.send('welcome');
      return;
    }
    link = overPort(port, origin, events);
    link.send('welcome');
    events.linked(link);
  };

  framed.addEventListener('message', heed);
  return () => {
    framed.removeEventListener('message', heed);
    link?.close();
  };
}

function overPort(port: MessagePort, origin: string, { received }: HostEvents): HostLink {
  port.onmessage = ({ data }: MessageEvent) => {
    const read = readEnvelope(data);
    if (read !== undefined) received(read.kind, read.body);
  };
  return {
    origin,
    send: (kind, body) => port.postMessage(envelope(kind, body)),
    close() {
      port.onmessage = null;
      port.close();
    },
  };
}
