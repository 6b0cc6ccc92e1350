import type { Insight } from '../../../domain/timeline/insight.js';

/** The agent opened or closed a notice. While it is open, only its entries are shown. */
export class NoticeEvent extends Event {
  /** The insight of the notice. */
  readonly insight: Insight;

  constructor(insight: Insight) {
    super('wayline-notice', { bubbles: true, composed: true });
    this.insight = insight;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wayline-notice': NoticeEvent;
  }
}
