import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { JourneyView } from './journey-view.js';
import { renderPersons, renderSide } from './render-side.js';
import { skeletonBars } from './render-states.js';

/** The header: name, address and actions. Empty while there is nothing to draw. */
export function renderHeader({ display, journey, now, options }: JourneyView): TemplateResult | typeof nothing {
  const { address, state, task } = journey.drawn;
  if (address === undefined) return nothing;
  return html`<wayline-header
    exportparts="avatar, name"
    .address=${address}
    .person=${state.person}
    .task=${task}
    .hideName=${options.hideProfileName}
    .lookUp=${options.enableUserSearch}
    .now=${Math.floor(now / 60_000) * 60_000}
    .display=${display}
  ></wayline-header>`;
}

/** The journey below the header, or the persons to choose from. Each customer gets elements of their own. */
export function renderBody(view: JourneyView): unknown {
  const { journey, partFailed, state } = view;
  if (journey.isHidden) return partFailed ?? skeletonBars;
  const severalPersons = (state.person.value?.persons.length ?? 0) > 1;
  return keyed(
    journey.view,
    severalPersons
      ? html`<div class="main alone" part="main">${partFailed ?? renderPersons(view)}</div>`
      : html`${renderSide(view)}
          <div class="main" part="main">${renderTimeline(view)}</div>`,
  );
}

function renderTimeline({ display, icons, journey, now, options }: JourneyView): TemplateResult {
  const { state, task } = journey.drawn;
  const { filter, order, searching, terms, view } = journey.timeline;
  const isStranger = state.person.value?.persons.length === 0;
  return html`<wayline-timeline
    exportparts="top, day, new, search, chips, panel, connection, gap, note, entry, title, details, fields, raw, transcript"
    .view=${view}
    .filter=${filter}
    .order=${order}
    .terms=${terms}
    .searching=${searching}
    .history=${state.events}
    .records=${state.records}
    .gap=${state.gap}
    .connection=${state.connection}
    .currentTaskId=${task?.interactionId}
    .lookUp=${isStranger && options.enableUserSearch}
    .icons=${icons}
    .now=${now}
    .display=${display}
  ></wayline-timeline>`;
}
