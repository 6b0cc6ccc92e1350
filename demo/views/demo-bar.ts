import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { customEvents } from '../custom-events.js';
import { roles } from '../desktop/layout.js';
import { layouts } from '../desktop/layouts.js';
import { languages, modes, paneWidths } from '../settings.js';
import { selectedOf } from '../tasks/task-list.js';
import { lasting, passing } from '../troubles.js';
import type { Actions, DesktopView } from './view.js';

interface Choice<T> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly words?: Readonly<Record<string, string>>;
  choose(value: T): void;
}

function choice<T extends string | number>({ label, value, options, words = {}, choose }: Choice<T>): TemplateResult {
  const known = options.includes(value) ? options : [...options, value];
  const onChange = ({ target }: Event): void => {
    const chosen = known[(target as HTMLSelectElement).selectedIndex];
    if (chosen !== undefined) choose(chosen);
  };
  return html`<label
    >${label}
    <select @change=${onChange}>
      ${known.map((each) => html`<option ?selected=${each === value}>${words[String(each)] ?? each}</option>`)}
    </select></label
  >`;
}

const flag = (label: string, on: boolean, toggle: () => void): TemplateResult =>
  html`<label class="flag"><input type="checkbox" .checked=${live(on)} @change=${toggle} />${label}</label>`;

const faults = ({ troubles }: DesktopView, act: Actions): TemplateResult => html`
  <button type="button" popovertarget="faults" data-on=${troubles.size > 0}>
    Faults${troubles.size > 0 ? ` (${troubles.size})` : ''}
  </button>
  <div id="faults" popover aria-label="Faults">
    <fieldset>
      <legend>Until switched off</legend>
      ${Object.keys(lasting).map((name) => flag(name, troubles.has(name), () => act.toggleTrouble(name)))}
    </fieldset>
    <fieldset>
      <legend>Once, now</legend>
      ${Object.keys(passing).map(
        (name) => html`<button type="button" @click=${() => act.cause(name)}>${name}</button>`,
      )}
      <button type="button" @click=${() => act.renewToken()}>Renew the token</button>
    </fieldset>
  </div>
`;

function sender({ list }: DesktopView, act: Actions): TemplateResult {
  const nobody = selectedOf(list)?.sample.identity === undefined;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = new FormData(event.target as HTMLFormElement).get('event');
    if (typeof name === 'string') act.send(name);
  };
  return html`<form @submit=${onSubmit}>
    <label
      ><span class="hidden">Event</span>
      <select name="event">
        ${Object.keys(customEvents).map((name) => html`<option>${name}</option>`)}
      </select></label
    >
    <button type="submit" ?disabled=${nobody}>Send event</button>
  </form>`;
}

/** The bar of the demo itself; the desktop has no such bar. */
export const demoBar = (view: DesktopView, act: Actions): TemplateResult => html`
  <section class="demo-bar" aria-label="Demo">
    <h1>Wayline <span>demo desktop</span></h1>
    ${choice({
      label: 'Role',
      value: view.role,
      options: roles,
      words: { agent: 'Agent', supervisor: 'Supervisor', supervisorAgent: 'Both' },
      choose: (role) => act.choose({ role }),
    })}
    ${choice({
      label: 'Layout',
      value: view.layoutName,
      options: Object.keys(layouts),
      choose: (layoutName) => act.choose({ layoutName }),
    })}
    ${choice({
      label: 'Mounting',
      value: view.mode,
      options: modes,
      words: { direct: 'Direct', shell: 'Iframe' },
      choose: (mode) => act.choose({ mode }),
    })}
    ${choice({
      label: 'Width',
      value: view.width,
      options: paneWidths,
      choose: (width) => act.choose({ width }),
    })}
    ${choice({
      label: 'Language',
      value: view.lang,
      options: languages,
      choose: (lang) => act.choose({ lang }),
    })}
    ${flag('Dark', view.dark, () => act.choose({ dark: !view.dark }))}
    ${flag('Mask', view.mask, () => act.choose({ mask: !view.mask }))}
    ${flag('Late store', view.late, () => act.choose({ late: !view.late }))} ${faults(view, act)} ${sender(view, act)}
    <a href="themed.html">Themes</a>
    <a href="tools/layout.html">Layout studio</a>
    <a href="tools/setup.html">Setup check</a>
    <a href="tools/identities.html">Identities</a>
  </section>
`;
