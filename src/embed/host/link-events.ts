import type { FailureCode, Ready } from '../protocol/protocol.js';

/**
 * What is wrong; never anything about a customer. Next steps: docs/crm/own-host.md.
 *
 * - `sandboxed`: the frame's `sandbox` needs `allow-scripts` and `allow-same-origin`
 * - `no-answer`: the frame's page did not answer: a wrong `origin`, `frame-ancestors`, or this host is not in its `hosts`
 * - `token-unreadable`: `getToken` failed, or returned something other than a token
 * - `link-refused`: a link to an origin that is not allowed
 * - the others: see {@link FailureCode}
 */
export type ProblemCode = 'sandboxed' | 'no-answer' | 'token-unreadable' | 'link-refused' | FailureCode;

/** The frame's page is connected. It is sent again after each load of the frame. */
export class WaylineLinkedEvent extends Event {
  /** The widget's version, for example `0.1.0`. */
  readonly version: string;
  /** The languages of the widget, for example `de`. */
  readonly locales: readonly string[];

  /** @internal */
  constructor({ version, locales }: Ready) {
    super('wayline-linked');
    this.version = version;
    this.locales = locales;
  }
}

/** A problem of the connection, the token or the context. */
export class WaylineProblemEvent extends Event {
  /** What is wrong. */
  readonly code: ProblemCode;

  /** @internal */
  constructor(code: ProblemCode) {
    super('wayline-problem');
    this.code = code;
  }
}

/** The agent followed a link into the CRM. The URL has an allowed origin. */
export class WaylineOpenEvent extends Event {
  /** The link's URL: https, without user name and password. */
  readonly url: URL;

  /** @internal */
  constructor(url: URL) {
    super('wayline-open');
    this.url = url;
  }
}

/** The height that the page in the frame needs, in CSS pixels. In a smaller frame it scrolls. */
export class WaylineSizeEvent extends Event {
  /** CSS pixels, a whole number. */
  readonly height: number;

  /** @internal */
  constructor(height: number) {
    super('wayline-size');
    this.height = height;
  }
}

/** The events of a {@link WaylineLink}, by name. */
export interface WaylineLinkEventMap {
  /** The page is connected. */
  'wayline-linked': WaylineLinkedEvent;
  /** Something is wrong. */
  'wayline-problem': WaylineProblemEvent;
  /** The agent clicks a link. */
  'wayline-open': WaylineOpenEvent;
  /** The page would like another height. */
  'wayline-size': WaylineSizeEvent;
}
