import { css, html, type TemplateResult } from 'lit';
import type { highlight, matchesInHiddenFields } from '../../../domain/search/highlight.js';
import { slot } from '../loading/slot.js';

/** The search functions of the deferred part. */
export const highlighter = slot<{
  readonly highlight: typeof highlight;
  readonly matchesInHiddenFields: typeof matchesInHiddenFields;
}>();

/** Thousands of highlights would take seconds to render. */
const mostMarks = 100;

/** External text or parts of it, ready to be rendered. */
export type DrawnText = readonly (string | TemplateResult)[];

/**
 * The text with all matches of the terms highlighted, at most the first 100. Plain until the deferred part is
 * loaded.
 */
export function highlightedText(text: string, terms: readonly string[]): DrawnText {
  const pieces = terms.length === 0 ? undefined : highlighter.get()?.highlight(text, terms);
  if (pieces === undefined) return [text];
  const rest = pieces.slice(2 * mostMarks).map((piece) => piece.text);
  return [
    ...pieces.slice(0, 2 * mostMarks).map((piece) => (piece.marked ? html`<mark>${piece.text}</mark>` : piece.text)),
    ...(rest.length === 0 ? [] : [rest.join('')]),
  ];
}

/** Style of a highlighted match. */
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
