import { html, nothing, type TemplateResult } from 'lit';
import type { Task } from '../../../domain/task/task.js';
import { currentInteraction } from '../../../domain/task/task-clock.js';
import type { JourneyView } from './journey-view.js';

type Part = TemplateResult | typeof nothing;

/** The side: current contact, notices, profile, aliases and activity. */
export function renderSide(view: JourneyView): TemplateResult {
  const { options, partFailed } = view;
  const { state, task } = view.journey.drawn;
  const isStranger = state.person.value?.persons.length === 0;
  return html`<div class="side" part="side">
    ${partFailed ?? nothing} ${state.chosen ? renderPersons(view) : nothing}
    ${task === undefined ? nothing : renderNow(view, task)} ${partFailed === undefined ? renderNotices(view) : nothing}
    ${isStranger ? nothing : renderProfile(view)} ${options.showAliasIcon ? renderAliases(view) : nothing}
    ${partFailed === undefined ? renderActivity(view, isStranger) : nothing}
  </div>`;
}

/** The persons to choose from. */
export function renderPersons({ display, journey, now, state }: JourneyView): TemplateResult {
  const { chosen, lastContacts, person } = state;
  return html`<wayline-persons
    exportparts="person, note"
    .address=${journey.drawn.address}
    .person=${person}
    .chosen=${chosen}
    .lastContacts=${lastContacts}
    .now=${now}
    .display=${display}
  ></wayline-persons>`;
}

function renderNow({ display, journey, now }: JourneyView, task: Task): TemplateResult {
  return html`<wayline-now
    exportparts="now, clock"
    .task=${task}
    .interaction=${currentInteraction(journey.timeline.known.contacts, task, now)}
    .display=${display}
  ></wayline-now>`;
}

function renderNotices({ display, journey: { drawn, insights, timeline } }: JourneyView): Part {
  const { asOf, status } = drawn.state.events;
  const isReading = (asOf === undefined || !timeline.takenAll) && status !== 'failed';
  const loading = insights === undefined || isReading;
  if (!loading && insights.length === 0) return nothing;
  return html`<wayline-notices
    exportparts="notice, more"
    .insights=${insights ?? []}
    .shown=${timeline.filter.only?.insight.kind}
    .loading=${loading}
    .display=${display}
  ></wayline-notices>`;
}

function renderProfile({ display, journey, now }: JourneyView): TemplateResult {
  const { connection, profile } = journey.drawn.state;
  return html`<wayline-profile
    exportparts="facts, note"
    .profile=${profile}
    .person=${journey.person}
    .now=${now}
    .connection=${connection}
    .display=${display}
  ></wayline-profile>`;
}

function renderAliases({ display, journey, options, permissions, state }: JourneyView): TemplateResult {
  return html`<wayline-identity
    exportparts="aliases, alias, edit, merge, person, note"
    .address=${journey.drawn.address}
    .person=${state.person}
    .counts=${journey.aliasCounts}
    .readOnly=${options.readOnly}
    .permissions=${permissions}
    .display=${display}
  ></wayline-identity>`;
}

function renderActivity({ display, journey: { timeline } }: JourneyView, isStranger: boolean): Part {
  const { filter, view } = timeline;
  if (isStranger && view.total === 0) return nothing;
  return html`<wayline-activity
    exportparts="strip"
    .activity=${view.total === 0 ? undefined : view.activity}
    .frame=${filter.frame}
    .range=${filter.range}
    .display=${display}
  ></wayline-activity>`;
}
