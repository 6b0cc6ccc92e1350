import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Channel } from '../domain/channel.js';
import type { Task } from '../domain/task.js';
import { en } from '../i18n/en.js';
import type { Messages } from '../i18n/messages.js';
import { channelIcon } from './channel-icon.js';
import { icon } from './icon.js';
import { queueNamed } from './queue-named.js';
import { tokens } from './tokens.js';

/**
 * The contact that goes on now: what kind, which queue, which direction. Empty without a task.
 *
 * @csspart now - The banner.
 */
export class WaylineNow extends LitElement {
  static override readonly styles = [
    tokens,
    css`
      :host {
        display: block;
      }

      .now {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 8px 12px;
        border-radius: var(--_radius);
        background: var(--_ok-bg);
        color: var(--_ok);
        font-size: 13px;
        line-height: 20px;
        overflow-wrap: anywhere;
        outline: 1px solid transparent;
      }

      .now.ended {
        background: var(--_bg-sunken);
        color: var(--_text-2);
      }

      b {
        font-weight: 600;
      }
    `,
  ];

  /** The desktop's selected contact. */
  @property({ attribute: false }) task: Task | undefined;

  @property({ attribute: false }) messages: Messages = en;

  protected override render(): TemplateResult | typeof nothing {
    const { task } = this;
    if (task === undefined) return nothing;
    const { directions, now, separator } = this.messages;
    const words = [
      task.queueName === undefined ? undefined : queueNamed(task.queueName, this.messages),
      task.direction === undefined ? undefined : directions[task.direction],
    ].filter((word) => word !== undefined);
    const channel: Channel = task.channel ?? 'custom';
    return html`<p class="now ${task.ended ? 'ended' : ''}" part="now">
      ${icon(channelIcon[channel])}
      <span
        ><b>${task.ended ? now.ended : now.doing[task.channel ?? 'unknown']}</b>${words.map(
          (word) => html`${separator}<bdi>${word}</bdi>`,
        )}</span
      >
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-now': WaylineNow;
  }
}
