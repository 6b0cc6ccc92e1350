import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import type { Step } from '../../tools/layout/change.js';
import type { Position } from '../../tools/layout/document.js';
import type { Finding } from '../../tools/layout/finding.js';
import { roles, type Role } from '../../tools/layout/places.js';
import { fromStudio, layouts } from '../desktop/layouts.js';
import { excerptOf, linesOf } from './excerpt.js';
import { problemOf, rolesIn, type Choices, type Made, type Opened } from './studio.js';

/** The state of the page. */
export interface StudioView {
  readonly choices: Choices;
  readonly opened: Opened | undefined;
  readonly made: Made | undefined;
  /** Why a file could not be opened. */
  readonly problem: string;
  readonly preview: { readonly role: Role; readonly number: number } | undefined;
}

/** The actions of the page. */
export interface StudioActions {
  take(file: File): void;
  example(name: string): void;
  choose(change: Partial<Choices>): void;
  preview(role: Role): void;
  download(): void;
}

/** The maximum number of findings shown; the command line shows all. */
const mostShown = 200;

const roleWords: Readonly<Record<Role, string>> = {
  agent: 'Agents',
  supervisor: 'Supervisors',
  supervisorAgent: 'Supervisors who are agents',
};

function chooser({ problem }: StudioView, act: StudioActions): TemplateResult {
  const onChange = ({ target }: Event): void => {
    const file = (target as HTMLInputElement).files?.[0];
    if (file !== undefined) act.take(file);
  };
  const onExample = ({ target }: Event): void => act.example((target as HTMLSelectElement).value);
  return html`<section class="drop" aria-label="Your layout">
    <label class="field"
      >Drop the JSON file of your layout anywhere, or choose it
      <input type="file" accept=".json,application/json" @change=${onChange}
    /></label>
    <label
      >or begin with one of ours
      <select @change=${onExample}>
        <option value="" selected disabled>Choose</option>
        ${Object.keys(layouts).map((name) => html`<option>${name}</option>`)}
      </select></label
    >
    <p class="problem" role="alert" ?hidden=${problem === ''}>${problem}</p>
  </section>`;
}

const excerpt = (lines: readonly string[], { line, column }: Position): TemplateResult =>
  html`<pre tabindex="0" aria-label="Line ${line}">
${excerptOf(lines, line, column).map(({ number, text, isMeant }) => {
      const shown = `${String(number).padStart(5)}  ${text}\n`;
      return isMeant ? html`<mark>${shown}</mark>` : shown;
    })}</pre>`;

const finding = (lines: readonly string[], { level, rule, position, path, what, why, fix }: Finding): TemplateResult =>
  html`<li data-level=${level}>
    <p><strong>${level === 'error' ? 'Error' : 'Warning'}</strong> in line ${position.line}: ${what}</p>
    ${excerpt(lines, position)}
    <p>${why} <b>${fix}</b></p>
    <p class="quiet"><code>${path}</code>, rule ${rule}</p>
  </li>`;

const findingList = (text: string, findings: readonly Finding[]): TemplateResult => {
  const lines = linesOf(text);
  const more = findings.length - mostShown;
  return html`<ol class="findings">
      ${findings.slice(0, mostShown).map((each) => finding(lines, each))}
    </ol>
    ${more > 0 ? html`<p class="quiet">… and ${more} more.</p>` : nothing}`;
};

const counted = (findings: readonly Finding[]): string => {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const words = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
  return `${words(errors, 'error')}, ${words(findings.length - errors, 'warning')}`;
};

function foundIn(opened: Opened): TemplateResult {
  const { name, text, problem, findings } = opened;
  return html`<section aria-label="Findings">
    <h2>${name}</h2>
    ${
      problem === undefined
        ? html`<p role="status" class=${findings.length === 0 ? 'good' : ''}>
              ${findings.length === 0 ? 'No findings.' : counted(findings)}
            </p>
            ${findingList(text, findings)}`
        : html`<p role="alert" class="problem">
              This is not a layout, line ${problem.position.line}, column ${problem.position.column}: ${problem.words}.
            </p>
            ${excerpt(linesOf(text), problem.position)}`
    }
  </section>`;
}

const flag = (label: string, on: boolean, choose: (on: boolean) => void): TemplateResult =>
  html`<label
    ><input
      type="checkbox"
      .checked=${live(on)}
      @change=${({ target }: Event) => choose((target as HTMLInputElement).checked)}
    />${label}</label
  >`;

const field = (label: string, type: 'text' | 'url', value: string, choose: (value: string) => void): TemplateResult =>
  html`<label class="field"
    >${label}
    <input
      type=${type}
      .value=${live(value)}
      @input=${({ target }: Event) => choose((target as HTMLInputElement).value)}
  /></label>`;

const acts: Readonly<Record<Choices['act'], string>> = { add: 'Put Wayline in', remove: 'Take Wayline out' };

function addFields(opened: Opened, choices: Choices, act: StudioActions): TemplateResult {
  const known = rolesIn(opened);
  const toggled = (role: Role, on: boolean): readonly Role[] =>
    roles.filter((each) => (each === role ? on : choices.roles.includes(each)));
  return html`
    ${field('Address of the script', 'url', choices.script, (script) => act.choose({ script }))}
    <fieldset>
      <legend>Where</legend>
      ${flag('in the panel next to a contact', choices.panel, (panel) => act.choose({ panel }))}
      ${flag('as a separate page, with look-up', choices.page, (page) => act.choose({ page }))}
      ${flag('as the last tab', choices.tab === 'last', (last) => act.choose({ tab: last ? 'last' : 'first' }))}
      ${flag("instead of Cisco's widget", choices.replaceCisco, (on) => act.choose({ replaceCisco: on }))}
    </fieldset>
    ${
      known.length === 0
        ? html`<p class="quiet">This layout is the same for all roles.</p>`
        : html`<fieldset>
            <legend>For</legend>
            ${known.map((role) =>
              flag(roleWords[role], choices.roles.includes(role), (on) => act.choose({ roles: toggled(role, on) })),
            )}
          </fieldset>`
    }
    ${field('Journey project (agents often have no permission to list projects)', 'text', choices.project, (project) =>
      act.choose({ project }),
    )}
  `;
}

function wishes(opened: Opened, { choices }: StudioView, act: StudioActions): TemplateResult {
  const radio = (each: Choices['act']): TemplateResult =>
    html`<label
      ><input
        type="radio"
        name="act"
        .checked=${live(choices.act === each)}
        @change=${() => act.choose({ act: each })}
      />${acts[each]}</label
    >`;
  return html`<section aria-label="What to do">
    <h2>What to do</h2>
    <fieldset>
      <legend class="quiet">The rest of the file stays as it is, byte for byte.</legend>
      ${radio('add')} ${radio('remove')}
    </fieldset>
    ${
      choices.act === 'add'
        ? addFields(opened, choices, act)
        : html`<fieldset>
            ${flag('also widgets that were added by hand', choices.all, (all) => act.choose({ all }))}
          </fieldset>`
    }
  </section>`;
}

const did: Readonly<Record<Step['did'], string>> = {
  added: 'Wayline was added',
  already: 'Wayline is already there',
  replaced: 'Cisco’s widget was replaced',
  removed: 'Wayline was removed',
  restored: 'Cisco’s widget was restored',
  left: 'left alone',
  refused: 'not possible',
};

const places: Readonly<Record<Step['place'], string>> = { panel: 'panel', page: 'page', node: 'widget' };

const step = ({ role, place, did: what, position, reason }: Step): TemplateResult =>
  html`<li class=${what === 'refused' ? 'problem' : ''}>
    ${role === undefined ? 'All roles' : roleWords[role]}, ${places[place]}, line ${position.line}:
    ${did[what]}${reason === '' ? '' : `. ${reason}`}
  </li>`;

const desktopOf = (role: Role): string => `../?${String(new URLSearchParams({ layout: fromStudio, role, task: '1' }))}`;

function result(opened: Opened, view: StudioView, act: StudioActions): TemplateResult {
  const { made, choices, preview } = view;
  const shownRoles = rolesIn(opened).length === 0 ? roles : rolesIn(opened);
  const off = made === undefined || made.refused;
  const fresh = made?.findings.filter(
    ({ rule, what }) => !opened.findings.some((old) => old.rule === rule && old.what === what),
  );
  return html`<section aria-label="Result">
    <h2>Result</h2>
    ${
      made === undefined
        ? html`<p class="problem" role="alert">${problemOf(opened, choices)}</p>`
        : html`<div role="status">
            <ul>
              ${made.steps.map(step)}${made.text === opened.text ? html`<li>The file was not changed.</li>` : nothing}
            </ul>
          </div>`
    }
    ${fresh === undefined || fresh.length === 0 ? nothing : findingList(made?.text ?? '', fresh)}
    <div class="row">
      <button type="button" class="first" ?disabled=${off} @click=${() => act.download()}>Download</button>
      ${shownRoles.map(
        (role) =>
          html`<button type="button" ?disabled=${off} @click=${() => act.preview(role)}>
            Preview for ${roleWords[role].toLowerCase()}
          </button>`,
      )}
    </div>
    ${
      preview === undefined
        ? nothing
        : keyed(
            preview.number,
            html`<p class="quiet">
                Wayline is this build, the customers are invented; other widgets’ scripts are not loaded here.
              </p>
              <iframe title="Your layout on the demo desktop" src=${desktopOf(preview.role)}></iframe>`,
          )
    }
  </section>`;
}

/** The whole page below its title. */
export function studioPage(view: StudioView, act: StudioActions): TemplateResult {
  const { opened } = view;
  return html`${chooser(view, act)} ${opened === undefined ? nothing : foundIn(opened)}
  ${opened?.document === undefined ? nothing : html`${wishes(opened, view, act)} ${result(opened, view, act)}`}`;
}
