import { html, nothing, type TemplateResult } from 'lit';

/** What is said of a time beside its text. */
interface TimeTitle {
  /** For labels. */
  readonly id: string;
  /** The exact time, which never grows old. */
  readonly full: string;
  /** How long ago that is, and all else there is to say, at the moment it is pointed at. */
  readonly exact: () => string;
  /** What a press does; a mere convenience, so a button must do it too. */
  readonly press: () => void;
}

/** A time as text that machines can read too. Times no Date can hold are just text. */
export function timeElement(time: number, text: string, title?: TimeTitle): TemplateResult {
  const iso = Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : nothing;
  if (title === undefined) return html`<time datetime=${iso}>${text}</time>`;
  const { exact, full, id, press } = title;
  const refresh = ({ currentTarget }: Event) => ((currentTarget as HTMLElement).title = exact());
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the button beside it does the same
  return html`<time id=${id} datetime=${iso} title=${full} @pointerenter=${refresh} @click=${press}>${text}</time>`;
}
