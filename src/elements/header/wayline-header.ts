import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Address } from '../../domain/address/address.js';
import { initialsOf, nameOf, type PersonMatch } from '../../domain/person/person.js';
import type { Loadable } from '../../domain/status/loadable.js';
import { staleSince } from '../../domain/status/staleness.js';
import type { Task } from '../../domain/task/task.js';
import { clockTime, dayKey, relativeDay } from '../../domain/time/format-time.js';
import type { FirstMessages } from '../../i18n/messages.js';
import { matchedForm, matchedKind } from '../../domain/person/matched-alias.js';
import { controls } from '../shared/style/controls.js';
import { icon } from '../shared/icons/icon.js';
import { bidiIsolate } from '../shared/text/bidi-isolate.js';
import { exactTimes } from '../shared/text/exact-time-slot.js';
import { OpenLookUpEvent } from '../shared/events/open-look-up-event.js';
import { RefreshEvent } from '../shared/events/refresh-event.js';
import { skeleton } from '../shared/style/skeleton.js';
import { tokens } from '../shared/style/tokens.js';
import { defaultDisplay, type Display } from '../shared/text/display.js';

/** Addresses are templates with `<bdi>`: between words of another direction, "+1 415" would become "415 1+". */
type Part = string | TemplateResult;

/** The content of the header. */
interface Heading {
  readonly avatar: string;
  readonly title: string;
  /** `undefined` while loading. */
  readonly line: readonly Part[] | undefined;
}

/**
 * The customer: initials, name, the matched address, and the customer's local time.
 *
 * @fires {OpenLookUpEvent} wayline-open-look-up - The agent wants to look up another customer.
 * @fires {RefreshEvent} wayline-refresh - The agent wants everything to be loaded again.
 * @csspart avatar - The circle with the initials.
 * @csspart name - The customer's name, or the address while there is none.
 */
export class WaylineHeader extends LitElement {
  static override readonly styles = [
    tokens,
    controls,
    skeleton,
    css`
      :host {
        display: block;
      }

      .header {
        display: flex;
        gap: 12px;
        align-items: center;
        padding: calc(14px - 6px * var(--_dense, 0)) 16px calc(12px - 6px * var(--_dense, 0));
        border-block-end: 1px solid var(--_line);
        background: var(--_bg);
      }

      .avatar {
        display: grid;
        place-items: center;
        flex: none;
        inline-size: 40px;
        block-size: 40px;
        border-radius: 50%;
        background: var(--_accent-bg);
        color: var(--_accent);
        font-weight: 600;
        outline: 1px solid var(--_edge);
      }

      .who {
        flex: 1;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }

      h2 {
        font-size: 16px;
        line-height: 22px;
        font-weight: 600;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        line-clamp: 2;
        overflow: hidden;
      }

      p {
        min-block-size: 16px;
        text-wrap: balance;
        color: var(--_text-2);
        font-size: 12px;
        line-height: 16px;
      }

      p .skeleton-bar {
        inline-size: 70%;
      }

      .coming {
        padding-block: 2px;
      }

      /* In a narrow pane the text wraps, at the latest when the customer's local time is added. */
      @container (max-width: 480px) {
        p {
          min-block-size: 32px;
        }
      }

      @container (max-width: 340px) {
        p {
          min-block-size: 48px;
        }
      }

      h2 .skeleton-bar {
        inline-size: 50%;
        block-size: 16px;
        margin-block: 3px;
      }
    `,
  ];

  /** The persons that the address matched, as far as known. */
  @property({ attribute: false }) person: Loadable<PersonMatch> | undefined;

  /** The customer's address; `undefined` for an anonymous customer. */
  @property({ attribute: false }) address: Address | undefined;

  /** The desktop's task; shown for customers without an address. */
  @property({ attribute: false }) task: Task | undefined;

  /** Whether to show the address instead of the person's name; default: off. */
  @property({ type: Boolean, attribute: 'hide-name' }) hideName = false;

  /** Whether to offer the look-up of other customers; default: off. */
  @property({ type: Boolean, attribute: 'look-up' }) lookUp = false;

  /** Epoch milliseconds. */
  @property({ attribute: false }) now = 0;

  @property({ attribute: false }) display: Display<FirstMessages> = defaultDisplay;

  protected override render(): TemplateResult {
    const { avatar, title, line } = this.#heading();
    const separator = this.display.messages.separator.replace(' ', '\u00a0'); // a line must not start with the separator
    return html`<div class="header" aria-busy=${line === undefined ? 'true' : 'false'}>
      <span class="avatar" part="avatar" aria-hidden="true">${avatar}</span>
      <div class="who">
        <h2 part="name" dir="auto">
          ${title === '' ? html`<span class="visually-hidden">${this.display.messages.loading}</span><span class="skeleton-bar"></span>` : title}
        </h2>
        <p class=${line === undefined ? 'coming' : ''}>
          ${line?.flatMap((part, place) => (place === 0 ? [part] : [separator, part])) ?? html`<span class="skeleton-bar"></span>`}
        </p>
      </div>
      ${
        this.lookUp
          ? html`<button
              class="look-up icon-button"
              type="button"
              aria-label=${this.display.messages.header.lookUp}
              title=${this.display.messages.header.lookUp}
              @click=${() => this.dispatchEvent(new OpenLookUpEvent())}
            >
              ${icon('search')}
            </button>`
          : nothing
      }
      ${
        this.address === undefined
          ? nothing
          : html`<button
              class="icon-button"
              type="button"
              aria-label=${this.display.messages.refresh}
              title=${this.display.messages.refresh}
              @click=${() => this.dispatchEvent(new RefreshEvent())}
            >
              ${icon('refresh')}
            </button>`
      }
    </div>`;
  }

  #heading(): Heading {
    const { address, person: section, task } = this;
    const { header, directions, channels, aliasKinds } = this.display.messages;
    if (address === undefined) {
      const line = [task?.channel && channels[task.channel], task?.direction && directions[task.direction]];
      return { avatar: '?', title: header.anonymous, line: line.filter((part) => part !== undefined) };
    }
    const { shown } = address;
    const since = staleSince(section);
    const asOf =
      since === undefined
        ? ''
        : this.display.messages.asOf({ time: clockTime(since, this.display.zone, this.display.locale) });
    const said = (...parts: readonly Part[]): readonly Part[] => [...parts, asOf].filter((part) => part !== '');
    const match = section?.value;
    if (match === undefined) {
      const failed = section?.status === 'failed';
      return { avatar: failed ? '?' : '', title: shown, line: failed ? [header.failed] : undefined };
    }
    const [person, ...others] = match.persons;
    const matched = matchedKind(address, match, person);
    const kind = aliasKinds[matched];
    if (person === undefined) {
      return {
        avatar: '?',
        title: shown,
        line: said(kind, header.nobodyHolds[matched === 'phone' ? 'number' : 'address']),
      };
    }
    if (others.length > 0) {
      const count = match.persons.length;
      return {
        avatar: String(count),
        title: header.whoIsIt,
        line: said(header.share({ count, address: bidiIsolate(shown) })),
      };
    }
    const name = this.hideName ? '' : nameOf(person);
    const form = matchedForm(address, match);
    return {
      avatar: (name && initialsOf(person)) || '?',
      title: name || shown,
      line: said(
        name && html`<bdi>${shown}</bdi>`,
        form === undefined ? header.matchedBy({ kind }) : header.matchedAs({ kind, address: bidiIsolate(form) }),
        header.aliases({ count: person.aliases.length }),
        exactTimes
          .get()
          ?.thereText(this.now, this.display, (day) =>
            relativeDay(day, dayKey(this.now, this.display.zone), this.display.locale),
          ) ?? '',
      ),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wayline-header': WaylineHeader;
  }
}
