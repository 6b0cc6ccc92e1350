import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Connection } from '../../domain/status/connection.js';
import type { FirstMessages } from '../../i18n/messages.js';
import { CountdownController, secondsUntil, waitText } from '../shared/controllers/countdown-controller.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay, type Display } from '../shared/text/display.js';

const tones: Readonly<Record<Connection['status'], 'ok' | 'warn' | 'bad' | 'plain'>> = {
  off: 'plain',
  connecting: 'plain',
  live: 'ok',
  'catching-up': 'ok',
  reconnecting: 'warn',
  'signed-out': 'bad',
  polling: 'warn',
  paused: 'plain',
};

/**
 * The status of the live connection: text with a coloured dot.
 *
 * @csspart connection - The badge.
 */
export class WaylineConnection extends LitElement {
  static override readonly styles = [
    tokens,
    css`
      :host {
        display: block;
      }

      .connection {
        display: flex;
        align-items: center;
        gap: 8px;
        color: var(--_text-2);
        font-size: 12px;
        line-height: 16px;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }

      .connection.ok {
        color: var(--_ok);
      }

      .connection.warn {
        color: var(--_warn);
      }

      .connection.bad {
        color: var(--_bad);
      }

      i {
        flex: none;
        inline-size: 8px;
        block-size: 8px;
        border-radius: 50%;
        background: currentColor;
        box-shadow: 0 0 0 3px color-mix(in srgb, currentColor 22%, transparent);
        forced-color-adjust: none;
      }
    `,
  ];

  /** The connection to show; default: off. */
  @property({ attribute: false }) connection: Connection | undefined;

  /** Returns epoch milliseconds; used for the countdown to the next retry. */
  @property({ attribute: false }) clock: () => number = Date.now;

  @property({ attribute: false }) display: Display<FirstMessages> = defaultDisplay;

  constructor() {
    super();
    new CountdownController(this, () => this.#secondsLeft());
  }

  protected override render(): TemplateResult {
    const status = this.connection?.status ?? 'off';
    return html`<span class="connection ${tones[status]}" part="connection"><i></i>${this.#words(status)}</span>`;
  }

  #words(status: Connection['status']): string {
    const seconds = this.#secondsLeft();
    return seconds > 0
      ? waitText(seconds, this.display.messages.reconnectingIn)
      : this.display.messages.connection[status];
  }

  #secondsLeft(): number {
    const { status, retryAt } = this.connection ?? {};
    return status === 'reconnecting' ? secondsUntil(retryAt, this.clock()) : 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-connection': WaylineConnection;
  }
}
