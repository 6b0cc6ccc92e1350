import type { FailureCode, Ready } from '../protocol/protocol.js';

/** What the host is told of; never anything about a customer. */
export type ProblemCode =
  /** The frame may not run scripts, or has no origin of its own: see its `sandbox`. */
  | 'sandboxed'
  /** Nobody in the frame said hello back: another address, `frame-ancestors`, or this host is not on the page's list. */
  | 'no-answer'
  /** `getToken` failed, or gave something else than a token. */
  | 'token-unreadable'
  /** A link to somewhere that is not among the allowed ones. */
  | 'link-refused'
  | FailureCode;

/** The frame and this page are linked; again after each load of the frame. */
export class WaylineLinkedEvent extends Event {
  /** Of the widget. */
  readonly version: string;
  /** Languages there are words for. */
  readonly locales: readonly string[];

  constructor({ version, locales }: Ready) {
    super('wayline-linked');
    this.version = version;
    this.locales = locales;
  }
}

export class WaylineProblemEvent extends Event {
  readonly code: ProblemCode;

  constructor(code: ProblemCode) {
    super('wayline-problem');
    this.code = code;
  }
}

/** The agent follows a link into the CRM; an address of an allowed origin. */
export class WaylineOpenEvent extends Event {
  readonly url: URL;

  constructor(url: URL) {
    super('wayline-open');
    this.url = url;
  }
}

/** How high the page in the frame would like to be, CSS pixels. It scrolls where it is not. */
export class WaylineSizeEvent extends Event {
  readonly height: number;

  constructor(height: number) {
    super('wayline-size');
    this.height = height;
  }
}

export interface WaylineLinkEventMap {
  'wayline-linked': WaylineLinkedEvent;
  'wayline-problem': WaylineProblemEvent;
  'wayline-open': WaylineOpenEvent;
  'wayline-size': WaylineSizeEvent;
}
