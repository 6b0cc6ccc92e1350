import type { Insight } from '../../../domain/timeline/insight.js';

/** The agent wants to see what a notice speaks of, or not any more. */
export class NoticeEvent extends Event {
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
