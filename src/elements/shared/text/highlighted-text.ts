import { css, html, type TemplateResult } from 'lit';
import type { highlight, matchesInHiddenFields } from '../../../domain/search/highlight.js';
import { slot } from '../loading/slot.js';

export const highlighter = slot<{
  readonly highlight: typeof highlight;
  readonly matchesInHiddenFields: typeof matchesInHiddenFields;
}>();

/** Thousands of marks would take seconds to draw, and nobody reads the hundredth. */
const mostMarks = 100;

/** A stranger's text, or parts of it, ready to be drawn. */
export type DrawnText = readonly (string | TemplateResult)[];

/** A text with every find of the terms marked. */
export function highlightedText(text: string, terms: readonly string[]): DrawnText {
  const pieces = terms.length === 0 ? undefined : highlighter.get()?.highlight(text, terms);
  if (pieces === undefined) return [text];
  const rest = pieces.slice(2 * mostMarks).map((piece) => piece.text);
  return [
    ...pieces.slice(0, 2 * mostMarks).map((piece) => (piece.marked ? html`<mark>${piece.text}</mark>` : piece.text)),
    ...(rest.length === 0 ? [] : [rest.join('')]),
  ];
}

/** The look of a find. */
export const highlightStyle = css`
  mark {
    border-radius: 3px;
    color: var(--_mark);
    background: var(--_mark-bg);
  }

  @media (forced-colors: active) {
    mark {
      color: MarkText;
      background: Mark;
    }
  }
`;
