import { html, nothing, type TemplateResult } from 'lit';

/**
 * A time as text that machines can read too; `full` appears when pointed at, `id` is for labels. Times no Date can hold
 * are just text.
 */
export function moment(time: number, text: string, full?: string, id?: string): TemplateResult {
  const iso = Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : nothing;
  return html`<time id=${id ?? nothing} datetime=${iso} title=${full ?? nothing}>${text}</time>`;
}
