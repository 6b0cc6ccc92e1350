import { html, type TemplateResult } from 'lit';
import type { JourneyError } from '../../../domain/base/journey-error.js';
import type { ShownNobody } from '../../../domain/task/shown-customer.js';
import type { Display } from '../../shared/text/display.js';

/** Shown until the language is loaded, or until the customer can be masked: no text. */
export const skeletonBars = html`<div class="skeleton" aria-busy="true">
  <span class="skeleton-bar round"></span>
  <span class="skeleton-bar"></span>
  <span class="skeleton-bar"></span>
</div>`;

/** Why there is no journey at all. */
export const renderError = (error: JourneyError, display: Display, retry: () => void): TemplateResult =>
  html`<wayline-state
    exportparts="state"
    .error=${error}
    .display=${display}
    @wayline-refresh=${retry}
  ></wayline-state>`;

/** Why no customer is shown. A task that cannot be read is an error, see {@link renderError}. */
export const renderNobody = (
  { why }: Exclude<ShownNobody, { readonly why: 'unreadable' }>,
  display: Display,
  lookUp: boolean,
): TemplateResult =>
  html`<wayline-state exportparts="state" .state=${why} .lookUp=${lookUp} .display=${display}></wayline-state>`;

/** The deferred part could not be loaded. The event goes on to the store: the profile needs that part too. */
export function renderPartFailed(display: Display, retry: () => void): TemplateResult {
  const { text, title } = display.messages.partFailed;
  return html`<wayline-note
    exportparts="note"
    tone="bad"
    .heading=${title}
    .text=${text}
    .retry=${'part'}
    .display=${display}
    @wayline-retry=${retry}
  ></wayline-note>`;
}
