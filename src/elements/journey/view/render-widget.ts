import { html, nothing, type TemplateResult } from 'lit';
import type { JourneyView } from './journey-view.js';
import { renderBody, renderHeader } from './render-journey.js';
import { renderError, renderNobody } from './render-states.js';

/** The content of the widget: a journey, or why there is none. */
export function renderWidget(view: JourneyView): TemplateResult {
  const { actions, customer, display, journey, options, source } = view;
  const { shown } = customer;
  if (shown.kind === 'nobody' && shown.why === 'unreadable') return renderError(shown.error, display, source.retry);
  if (source.error !== undefined) return renderError(source.error, display, source.retry);
  if (shown.kind === 'nobody' && shown.why === 'signing-in') return renderNobody(shown, display, false);
  // Text without a control must be scrolled by keys.
  const isTextOnly = shown.kind === 'nobody' && !options.enableUserSearch;
  return html`<div
    class="journey"
    tabindex=${isTextOnly ? 0 : nothing}
    @wayline-refresh=${actions.refresh}
    @wayline-retry=${actions.retry}
    @wayline-choose=${actions.choose}
    @wayline-edit-person=${actions.edit}
    @wayline-merge=${actions.merge}
    @wayline-choose-again=${actions.chooseAgain}
    @wayline-filter=${journey.filter}
    @wayline-range=${journey.showRange}
    @wayline-toggle-entry=${actions.open}
    @wayline-notice=${journey.showInsight}
  >
    <div class="head" part="head">
      ${shown.kind === 'customer' ? renderHeader(view) : nothing} ${renderLookUp(view)}
    </div>
    ${shown.kind === 'customer' ? renderBody(view) : renderNobody(shown, display, options.enableUserSearch)}
  </div>`;
}

function renderLookUp({ customer, display, options, partFailed, state }: JourneyView): unknown {
  if (customer.isLookUpWanted && partFailed !== undefined) return partFailed;
  return customer.lookUp?.render(state.person, display, options.hideProfileName);
}
