import { envelope, readEnvelope, type GuestKind } from '../protocol/protocol.js';

/** The way to the page that frames this one. */
export interface HostLink {
  /** Of the host, as in `https://acme.lightning.force.com`. */
  readonly origin: string;
  send(kind: GuestKind, body?: unknown): void;
  close(): void;
}

/** What happens on the way; nothing else is ever told of what arrives. */
export interface HostEvents {
  linked(link: HostLink): void;
  /** The page around this one says hello, and is none of the hosts. */
  refused(origin: string): void;
  /** Over the port of the link alone. The body is a stranger's still. */
  received(kind: string, body: unknown): void;
}

/** What of a window this needs. */
export type FrameWindow = Pick<Window, 'parent' | 'addEventListener' | 'removeEventListener'>;

/**
 * Waits for the hello of a host. Only the window that frames this one counts, only with an origin that is among `hosts`
 * as a whole, and only its first hello: the port that came with it is the one way from then on. A host that says hello
 * again, because it cannot know whether this document is the one it is linked with, hears so over that port.
 *
 * Returns what stops it.
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
