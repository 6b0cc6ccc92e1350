import { html, type TemplateResult } from 'lit';
import { linksIn } from '../domain/details.js';

/** Thousands of links would take seconds to draw, and nobody clicks the hundredth. */
const mostLinks = 100;

/** A stranger's text with the safe addresses in it as links; everything else stays the text it is. */
export function linkedText(text: string): readonly (string | TemplateResult)[] {
  const parts = linksIn(text);
  if (parts.length > 2 * mostLinks) return [text];
  return parts.map(({ text: words, href }) =>
    href === undefined
      ? words
      : html`<a href=${href} target="_blank" rel="noopener noreferrer"><bdi>${words}</bdi></a>`,
  );
}
