import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Channel } from '../../domain/event/channel.js';
import type { Interaction } from '../../domain/interaction/interaction.js';
import type { Task } from '../../domain/task/task.js';
import { clockOf, type TaskClock } from '../../domain/task/task-clock.js';
import { durationText } from '../../domain/time/format-time.js';
import type { FirstMessages } from '../../i18n/messages.js';
import { channelIcon } from '../shared/icons/channel-icon.js';
import { icon } from '../shared/icons/icon.js';
import { queueDisplayName } from '../shared/text/queue-name.js';
import { tokens } from '../shared/style/tokens.js';
import { VisibilityController } from '../shared/controllers/visibility-controller.js';
import { defaultDisplay, type Display } from '../shared/text/display.js';

const noTimes: TaskClock = { elapsed: undefined, took: undefined };

/**
 * The current interaction: channel, queue, direction and running time; after its end, its duration. Empty without a
 * task.
 *
 * @csspart now - The banner.
 * @csspart clock - The running clock.
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
        outline: 1px solid var(--_edge);
      }

      .now.hold,
      .now.consult {
        background: var(--_warn-bg);
        color: var(--_warn);
      }

      .now.ended {
        background: var(--_bg-sunken);
        color: var(--_text-2);
      }

      b,
      .clock {
        font-weight: 600;
      }

      .clock {
        flex: none;
        margin-inline-start: auto;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
    `,
  ];

  /** The desktop's selected task. */
  @property({ attribute: false }) task: Task | undefined;

  /** The same interaction in the journey. Its times are used where the task has none. */
  @property({ attribute: false }) interaction: Interaction | undefined;

  @property({ attribute: false }) display: Display<FirstMessages> = defaultDisplay;

  /** Returns epoch milliseconds. */
  @property({ attribute: false }) clock: () => number = Date.now;

  #visible = true;
  #times = noTimes;
  #tick: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new VisibilityController(this, 0, (visible) => {
      this.#visible = visible;
      this.requestUpdate();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate(); // the clock ran on while the element was removed
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#tick);
  }

  protected override willUpdate(): void {
    const { task } = this;
    this.#times = task === undefined ? noTimes : clockOf(task, this.interaction, this.clock());
  }

  /** Schedules the next update for the next full second, if the element is visible. */
  protected override updated(): void {
    clearTimeout(this.#tick);
    const { elapsed } = this.#times;
    if (elapsed === undefined || !this.#visible || !this.isConnected) return;
    this.#tick = setTimeout(() => this.requestUpdate(), 1000 - (elapsed % 1000));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { task } = this;
    const { messages } = this.display;
    if (task === undefined) return nothing;
    const { elapsed, took } = this.#times;
    const { directions, now } = messages;
    const separator = messages.separator.replace(' ', '\u00a0'); // a line must not start with the separator
    const words = [
      task.queueName === undefined ? undefined : queueDisplayName(task.queueName, messages),
      task.direction === undefined ? undefined : directions[task.direction],
      took === undefined ? undefined : now.took({ duration: durationText(took) }),
    ].filter((word) => word !== undefined);
    const channel: Channel = task.channel ?? 'custom';
    return html`<p class="now ${task.stage.kind} ${task.ended ? 'ended' : ''}" part="now">
      ${icon(channelIcon[channel])}
      <span><b>${this.#doing(task)}</b>${words.map((word) => html`${separator}<bdi>${word}</bdi>`)}</span>
      ${
        elapsed === undefined
          ? nothing
          : html`<span class="clock" part="clock" role="timer">${durationText(elapsed).padStart(5, '0')}</span>`
      }
    </p>`;
  }

  #doing({ channel, ended, stage: { kind } }: Task): string {
    const { now } = this.display.messages;
    if (ended && kind !== 'wrap-up') return now.ended;
    return kind === 'talk' ? now.doing[channel ?? 'unknown'] : now.stages[kind];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-now': WaylineNow;
  }
}
