/**
 * For a page that shows Wayline in a frame. The steps: docs/crm/own-host.md.
 *
 * @module wayline/host
 */
import { isExactOrigin } from '../protocol/exact-origin.js';
import {
  WaylineLinkedEvent,
  WaylineOpenEvent,
  WaylineProblemEvent,
  WaylineSizeEvent,
  type ProblemCode,
  type WaylineLinkEventMap,
} from './link-events.js';
import * as protocol from '../protocol/protocol.js';
import type { HostKind, Identity, JourneyContext, Token, TokenReason } from '../protocol/protocol.js';

export type { FailureCode, Identity, JourneyContext, Token, TokenReason } from '../protocol/protocol.js';
export type * from './link-events.js';

/** The options of {@link connectWayline}. */
export interface ConnectOptions {
  /** The exact origin of the frame's page, for example `https://journey.example.com`. Only this origin gets messages. */
  readonly origin: string;
  /**
   * Returns the agent's token, or `undefined` if no agent is signed in. The page does not call it again before the last
   * call has returned. A sign-in can take as long as it needs.
   */
  readonly getToken: (reason: TokenReason) => Promise<Token | undefined> | Token | undefined;
  /** Called when the agent clicks a link to this page's origin or one of `allowedLinks`. Default: none. */
  readonly onOpen?: (url: URL) => void;
  /** Called with a code when something is wrong. Default: none. */
  readonly onProblem?: (code: ProblemCode) => void;
  /** More exact origins whose links `onOpen` gets. Default: none. */
  readonly allowedLinks?: readonly string[];
  /** How long to wait for the frame's page before the problem `no-answer`: milliseconds, default 10000. */
  readonly patience?: number;
}

/** Details of the customer and the agent: a context without the identities. */
export type ContextDetails = Omit<JourneyContext, 'identities'>;

/** The connection to the page in a frame. It sends the events of {@link WaylineLinkEventMap}. */
export interface WaylineLink extends EventTarget {
  /**
   * Shows the customer of these identities. All of them belong to one customer. You can call it at any time: the last call
   * counts, also after each load of the frame. Blank identities are ignored. Throws a TypeError if the context is not
   * valid, see {@link JourneyContext}.
   */
  show(identities: readonly Identity[], details?: ContextDetails): void;
  /** Shows no customer. */
  clear(): void;
  /**
   * Ends the connection. The frame shows no customer, forgets the token, and connects again only after it is reloaded.
   */
  close(): void;
  addEventListener<K extends keyof WaylineLinkEventMap>(
    type: K,
    listener: (event: WaylineLinkEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** Interval of `hello` messages in milliseconds: the host cannot know when the page in the frame starts to listen. */
const rhythm = 300;

/**
 * Connects this page with Wayline's page in `frame`, again after each load of the frame. Call it once for each frame.
 * Throws a TypeError if `origin` or one of `allowedLinks` is not an exact origin.
 */
export function connectWayline(frame: HTMLIFrameElement, options: ConnectOptions): WaylineLink {
  const origins = [options.origin, ...(options.allowedLinks ?? [])];
  if (origins.some((origin) => !isExactOrigin(origin))) {
    throw new TypeError(`Not a list of exact origins, for example https://journey.example.com: ${origins.join(', ')}`);
  }
  return new Link(frame, options);
}

class Link extends EventTarget implements WaylineLink {
  readonly #frame: HTMLIFrameElement;
  readonly #options: ConnectOptions;
  readonly #links: ReadonlySet<string>;
  #port: MessagePort | undefined;
  /** Whether the page can take a context. */
  #ready = false;
  #context: JourneyContext | undefined;
  #asking = false;
  #closed = false;
  #again: ReturnType<typeof setInterval> | undefined;
  #late: ReturnType<typeof setTimeout> | undefined;

  constructor(frame: HTMLIFrameElement, options: ConnectOptions) {
    super();
    this.#frame = frame;
    this.#options = options;
    this.#links = new Set([location.origin, ...(options.allowedLinks ?? [])]);
    frame.addEventListener('load', this.#start);
    // Deferred, so that the caller can add event listeners first.
    queueMicrotask(this.#start);
  }

  show(identities: readonly Identity[], details: ContextDetails = {}): void {
    const given = identities.filter(({ value }) => typeof value !== 'string' || value.trim() !== '');
    const context = protocol.readContext({ ...details, identities: given });
    if (context === undefined) throw new TypeError('Invalid context. See JourneyContext for the allowed values.');
    this.#context = context;
    if (this.#ready) this.#send('context', context);
  }

  clear(): void {
    this.show([]);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#context = undefined;
    this.#frame.removeEventListener('load', this.#start);
    this.#rest();
    this.#send('bye');
    this.#drop();
  }

  /** Sends `hello` until there is an answer. An existing connection stays if the same page answers. */
  readonly #start = (): void => {
    if (this.#closed) return;
    this.#rest();
    const { sandbox } = this.#frame;
    const isBoxed = this.#frame.hasAttribute('sandbox');
    if (isBoxed && !(sandbox.contains('allow-scripts') && sandbox.contains('allow-same-origin'))) {
      this.#tell('sandboxed');
      return;
    }
    this.#again = setInterval(this.#hello, rhythm);
    this.#late = setTimeout(() => {
      this.#rest();
      this.#drop();
      if (this.#frame.isConnected) this.#tell('no-answer');
    }, this.#options.patience ?? 10_000);
    this.#hello();
  };

  readonly #hello = (): void => {
    // While the frame is still empty, a message would cause a console warning about the wrong origin.
    if (this.#frame.contentDocument?.URL === 'about:blank') return;
    const { port1, port2 } = new MessageChannel();
    // Accepts late answers: a page takes only the first `hello`, and could not connect again if that port were closed.
    port1.onmessage = ({ data }: MessageEvent) => {
      if (!this.#closed && protocol.readEnvelope(data)?.kind === 'welcome') this.#link(port1);
    };
    this.#frame.contentWindow?.postMessage(protocol.envelope('hello'), this.#options.origin, [port2]);
  };

  #link(port: MessagePort): void {
    this.#drop();
    this.#rest();
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent) => {
      const read = protocol.readEnvelope(data);
      if (read !== undefined) this.#receive(read.kind, read.body);
    };
  }

  /** Messages of a page that was reloaded in between are lost with its port. */
  #receive(kind: string, body: unknown): void {
    if (kind === 'welcome') this.#rest();
    else if (kind === 'ready') this.#begin(protocol.readReady(body));
    else if (kind === 'need-token') void this.#giveToken(protocol.readReason(body));
    else if (kind === 'open') this.#open(protocol.readOpen(body));
    else if (kind === 'size') {
      const height = protocol.readHeight(body);
      if (height !== undefined) this.dispatchEvent(new WaylineSizeEvent(height));
    } else if (kind === 'failed') {
      const code = protocol.readFailure(body);
      if (code !== undefined) this.#tell(code);
    } else if (kind === 'bye') {
      this.#drop();
      this.#start();
    }
  }

  #begin(ready: protocol.Ready | undefined): void {
    if (ready === undefined) return;
    this.#ready = true;
    if (this.#context !== undefined) this.#send('context', this.#context);
    this.dispatchEvent(new WaylineLinkedEvent(ready));
  }

  async #giveToken(reason: TokenReason | undefined): Promise<void> {
    if (reason === undefined || this.#asking) return;
    this.#asking = true;
    let given: Token | undefined;
    let failed = false;
    try {
      given = await this.#options.getToken(reason);
    } catch {
      failed = true; // the error text might contain the agent's data
    }
    this.#asking = false;
    const token = protocol.readToken(given);
    if (token !== undefined) this.#send('token', token);
    else if (failed || given !== undefined) this.#tell('token-unreadable');
  }

  #open(url: URL | undefined): void {
    if (url === undefined || !this.#links.has(url.origin)) {
      this.#tell('link-refused');
      return;
    }
    this.dispatchEvent(new WaylineOpenEvent(url));
    this.#options.onOpen?.(url);
  }

  #tell(code: ProblemCode): void {
    this.dispatchEvent(new WaylineProblemEvent(code));
    this.#options.onProblem?.(code);
  }

  #send(kind: HostKind, body?: unknown): void {
    this.#port?.postMessage(protocol.envelope(kind, body));
  }

  #rest(): void {
    clearInterval(this.#again);
    clearTimeout(this.#late);
  }

  #drop(): void {
    this.#ready = false;
    if (this.#port !== undefined) this.#port.onmessage = null;
    this.#port?.close();
    this.#port = undefined;
  }
}
