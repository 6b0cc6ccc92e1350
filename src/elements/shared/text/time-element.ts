import { html, nothing, type TemplateResult } from 'lit';

/** The title and the click action of a time. */
interface TimeTitle {
  /** ID of the element, for labels. */
  readonly id: string;
  /** Date and time; used until the pointer enters. */
  readonly full: string;
  /** Date, time and how long ago, calculated when the pointer enters. */
  readonly exact: () => string;
  /** Click action. A shortcut for the mouse only, so a button must do the same. */
  readonly press: () => void;
}

/** A `<time>` element. Without `datetime` when a `Date` cannot hold the time. */
export function timeElement(time: number, text: string, title?: TimeTitle): TemplateResult {
  const iso = Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : nothing;
  if (title === undefined) return html`<time datetime=${iso}>${text}</time>`;
  const { exact, full, id, press } = title;
  const refresh = ({ currentTarget }: Event) => ((currentTarget as HTMLElement).title = exact());
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the button beside it does the same
  return html`<time id=${id} datetime=${iso} title=${full} @pointerenter=${refresh} @click=${press}>${text}</time>`;
}
