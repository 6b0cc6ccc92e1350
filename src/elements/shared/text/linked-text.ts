import { html } from 'lit';
import { linksIn } from '../../../domain/event/links.js';
import { highlightedText, type DrawnText } from './highlighted-text.js';

/** Thousands of links would take seconds to render. A text with more than 100 links is shown without links. */
const mostLinks = 100;

/** External text with its safe URLs as links and with the matches of the terms highlighted, also inside links. */
export function linkedText(text: string, terms: readonly string[]): DrawnText {
  const parts = linksIn(text);
  if (parts.length > 2 * mostLinks) return highlightedText(text, terms);
  return parts.flatMap(({ text: words, href }) => {
    const drawn = highlightedText(words, terms);
    return href === undefined
      ? drawn
      : [html`<a href=${href} target="_blank" rel="noopener noreferrer"><bdi>${drawn}</bdi></a>`];
  });
}
