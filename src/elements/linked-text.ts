import { html, type TemplateResult } from 'lit';
import { linksIn } from '../domain/details.js';

/** A stranger's text with the safe addresses in it as links; everything else stays the text it is. */
export const linkedText = (text: string): readonly (string | TemplateResult)[] =>
  linksIn(text).map(({ text: words, href }) =>
    href === undefined
      ? words
      : html`<a href=${href} target="_blank" rel="noopener noreferrer"><bdi>${words}</bdi></a>`,
  );
