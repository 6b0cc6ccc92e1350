import type { FailureCode, Ready } from '../protocol/protocol.js';

/** Problems reported to the host; they never contain customer data. */
export type ProblemCode =
  /** The frame cannot run scripts, or has no origin of its own. Check its `sandbox` attribute. */
  | 'sandboxed'
  /** The page did not answer: wrong URL, blocked by `frame-ancestors`, or this host is missing in the page's list. */
  | 'no-answer'
  /** `getToken` failed, or returned something that is not a token. */
  | 'token-unreadable'
  /** The agent followed a link to an origin that is not allowed. */
  | 'link-refused'
  | FailureCode;

/** The frame and this page are connected; fired again after each load of the frame. */
export class WaylineLinkedEvent extends Event {
  /** Version of the widget. */
  readonly version: string;
  /** Languages that have texts; BCP 47 tags. */
  readonly locales: readonly string[];

  constructor({ version, locales }: Ready) {
    super('wayline-linked');
    this.version = version;
    this.locales = locales;
  }
}

/** A problem of the connection, the token or the context. */
export class WaylineProblemEvent extends Event {
  readonly code: ProblemCode;

  constructor(code: ProblemCode) {
    super('wayline-problem');
    this.code = code;
  }
}

/** The agent followed a link into the CRM. The URL has an allowed origin. */
export class WaylineOpenEvent extends Event {
  readonly url: URL;

  constructor(url: URL) {
    super('wayline-open');
    this.url = url;
  }
}

/** The height that the page in the frame needs, in CSS pixels. In a smaller frame it scrolls. */
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
  /** The events of a WaylineLink. */
  'wayline-size': WaylineSizeEvent;
}
