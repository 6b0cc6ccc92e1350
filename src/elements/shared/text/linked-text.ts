import { html } from 'lit';
import { linksIn } from '../../../domain/event/links.js';
import { highlightedText, type DrawnText } from './highlighted-text.js';

/** Thousands of links would take seconds to draw, and nobody clicks the hundredth. */
const mostLinks = 100;

/** A stranger's text with the safe addresses in it as links and the finds of the terms marked, in links too. */
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
