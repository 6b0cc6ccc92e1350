import { html, type TemplateResult } from 'lit';
import { iconNamed } from '../icons.js';
import { acceptedOf, type DeskTask } from '../tasks/task-list.js';
import type { SampleTask } from '../tasks/tasks.js';
import { addressText } from './address-text.js';
import { clockTime } from './clock-time.js';
import type { Actions, DesktopView } from './view.js';

/** The address that the desktop shows for a task: the other side's, as in the task. */
export const otherSide = ({ contact }: SampleTask): string =>
  (contact.contactDirection === 'OUTBOUND' ? contact.dnis : contact.ani) ?? '';

const phases: Readonly<Record<DeskTask['phase'], string>> = {
  offered: 'Waiting',
  connected: 'Connected',
  held: 'On hold',
  consulting: 'Consulting',
  'wrap-up': 'Wrap-up',
};

const icon = ({ channel }: SampleTask): TemplateResult =>
  html`<span class="channel" data-channel=${channel}>${iconNamed(channel)}</span>`;

const acceptedTask = (task: DeskTask, view: DesktopView, now: number, act: Actions): TemplateResult => html`
  <li>
    <button
      class="task"
      type="button"
      aria-current=${task.interactionId === view.list.selectedId}
      @click=${() => act.select(task.interactionId)}
    >
      ${icon(task.sample)}
      <span class="words">
        <span class="title">${task.sample.title}</span>
        <span class="line">${addressText(otherSide(task.sample), view)}</span>
        <span class="line">${phases[task.phase]} · ${clockTime(now - task.since)}</span>
      </span>
    </button>
  </li>
`;

const waitingTask = (
  { sample, number, interactionId }: DeskTask,
  view: DesktopView,
  act: Actions,
): TemplateResult => html`
  <li class="task waiting">
    ${icon(sample)}
    <span class="words">
      <span class="title">${sample.title}</span>
      <span class="line">${addressText(otherSide(sample), view)}</span>
    </span>
    <button
      class="accept"
      type="button"
      aria-label=${`Accept task ${number}: ${sample.title}`}
      @click=${() => act.accept(interactionId)}
    >
      Accept
    </button>
    <span class="story">${sample.story}</span>
  </li>
`;

/** The agent's tasks, then those that can be accepted. */
export function tasks(view: DesktopView, now: number, act: Actions): TemplateResult {
  const accepted = acceptedOf(view.list);
  const waiting = view.list.tasks.filter(({ phase }) => phase === 'offered');
  return html`
    <section class="tasks" aria-label="Tasks">
      ${
        accepted.length === 0
          ? ''
          : html`<h2>Your tasks <span class="count">${accepted.length}</span></h2>
              <ul>
                ${accepted.map((task) => acceptedTask(task, view, now, act))}
              </ul>`
      }
      <h2>Waiting <span class="count">${waiting.length}</span></h2>
      <ul>
        ${waiting.map((task) => waitingTask(task, view, act))}
      </ul>
    </section>
  `;
}
