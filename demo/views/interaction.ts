import { html, nothing, type TemplateResult } from 'lit';
import type { Step } from '../tasks/life-cycle.js';
import { selectedOf, type DeskTask } from '../tasks/task-list.js';
import { addressText } from './address-text.js';
import { clockTime } from './clock-time.js';
import { otherSide } from './tasks.js';
import type { Actions, DesktopView, Publication } from './view.js';

const wrapUpReasons = ['Question answered', 'Refund request', 'Technical problem', 'Contract change', 'Wrong number'];

const button = (label: string, step: Exclude<Step, 'accept'>, act: Actions, look = ''): TemplateResult =>
  html`<button type="button" class=${look} @click=${() => act.step(step)}>${label}</button>`;

/** The agent's actions. Only calls can be held and have consultations. */
function controls({ phase, sample }: DeskTask, act: Actions): TemplateResult {
  if (phase === 'wrap-up') return wrapUp(act);
  const voice = sample.contact.mediaType === 'telephony';
  const hold = phase === 'held' ? button('Resume', 'resume', act) : button('Hold', 'hold', act);
  const consult =
    phase === 'consulting' ? button('End consult', 'consult-done', act) : button('Consult', 'consult', act);
  return html`<div class="controls" role="group" aria-label="Interaction control">
    ${voice && phase !== 'consulting' ? hold : nothing} ${voice && phase !== 'held' ? consult : nothing}
    ${button('End', 'end', act, 'end')}
  </div>`;
}

const wrapUp = (act: Actions): TemplateResult => html`
  <div class="controls" role="group" aria-label="Wrap-up">
    <label
      >Wrap-up reason
      <select>
        ${wrapUpReasons.map((reason) => html`<option>${reason}</option>`)}
      </select></label
    >
    ${button('Submit wrap-up', 'wrap-up', act, 'primary')}
  </div>
`;

const facts = ({ sample, interactionId }: DeskTask, view: DesktopView): TemplateResult => html`
  <dl>
    <div>
      <dt>Queue</dt>
      <dd>${sample.queue.name}</dd>
    </div>
    <div>
      <dt>ANI</dt>
      <dd>${addressText(sample.contact.ani ?? 'none', view)}</dd>
    </div>
    <div>
      <dt>DNIS</dt>
      <dd>${addressText(sample.contact.dnis ?? 'none', view)}</dd>
    </div>
    ${Object.entries(sample.contact.cad ?? {}).map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${addressText(value, view)}</dd>
        </div>`,
    )}
    <div>
      <dt>Interaction</dt>
      <dd>${interactionId}</dd>
    </div>
  </dl>
`;

const conversation = (lines: readonly string[]): TemplateResult | typeof nothing =>
  lines.length === 0
    ? nothing
    : html`<ol class="conversation" aria-label="Conversation">
        ${lines.map((line) => {
          const mine = line.startsWith('Agent: ');
          return html`<li class=${mine ? 'mine' : 'theirs'}>${mine ? line.slice('Agent: '.length) : line}</li>`;
        })}
      </ol>`;

const time = new Intl.DateTimeFormat('en', { timeStyle: 'medium' });

const log = (published: readonly Publication[]): TemplateResult | typeof nothing =>
  published.length === 0
    ? nothing
    : html`<section class="log" aria-label="Published to the journey">
        <h3>Published to the journey</h3>
        <ol>
          ${published.map(({ type, at }) => html`<li><code>${type}</code> <time>${time.format(at)}</time></li>`)}
        </ol>
      </section>`;

/** The interaction control: customer, duration and actions. */
export function interaction(view: DesktopView, now: number, act: Actions): TemplateResult {
  const task = selectedOf(view.list);
  if (task === undefined) {
    return html`<section class="interaction idle" aria-label="Interaction">
      <h2>No task yet</h2>
      <p>Accept one from the list to see its journey. The journey grows while you work on it.</p>
    </section>`;
  }
  return html`<section class="interaction" aria-label="Interaction">
    <header>
      <div>
        <h2>${task.sample.title}</h2>
        <p>${addressText(otherSide(task.sample), view)}</p>
      </div>
      <span class="timer" data-phase=${task.phase}>${clockTime(now - task.since)}</span>
    </header>
    ${controls(task, act)} ${conversation(task.sample.conversation)} ${facts(task, view)}
    ${log(view.published.filter(({ interactionId }) => interactionId === task.interactionId).slice(0, 12))}
  </section>`;
}
