import { html, type TemplateResult } from 'lit';
import type { FirstMessages } from '../../i18n/messages.js';

/** Four empty rows, shown until the first entries are loaded. */
export const timelineSkeleton = (messages: FirstMessages): TemplateResult =>
  html`<div class="rows" aria-hidden="true">
      ${Array.from(
        { length: 4 },
        () =>
          html`<div class="row">
            <span class="skeleton-bar round"></span>
            <div><span class="skeleton-bar"></span><span class="skeleton-bar"></span></div>
          </div>`,
      )}
    </div>
    <span class="visually-hidden">${messages.loading}</span>`;
