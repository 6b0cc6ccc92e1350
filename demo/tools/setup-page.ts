import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { tally, type Line } from '../../tools/setup/line.js';
import { lasting } from '../troubles.js';

/** The service to check. */
export type Service = 'emulator' | 'own';

/** The values of the form. */
export interface SetupFields {
  readonly dataCenter: string;
  readonly baseUrl: string;
  readonly organizationId: string;
  readonly projectId: string;
  readonly templateId: string;
  readonly customer: string;
  readonly token: string;
  readonly publish: boolean;
  /** The fault of the emulator, by its name in `lasting`; empty for none. */
  readonly trouble: string;
}

/** The state of the page. */
export interface SetupView {
  readonly service: Service;
  readonly fields: SetupFields;
  readonly lines: readonly Line[];
  readonly running: boolean;
  /** Why the check could not start. */
  readonly problem: string;
}

/** The actions of the page. */
export interface SetupActions {
  fill(change: Partial<SetupFields>): void;
  run(): void;
}

const labels = {
  dataCenter: 'Data center, for example produs1',
  baseUrl: 'or the address of the service',
  organizationId: 'Organization',
  projectId: 'Journey project, if it is set in the layout',
  templateId: 'Template, if it is set in the layout',
  customer: 'A customer to test with',
  token: 'Token',
} as const;

function field(name: keyof typeof labels, { fields }: SetupView, act: SetupActions): TemplateResult {
  return html`<label class="field"
    >${labels[name]}
    <input
      type=${name === 'token' ? 'password' : 'text'}
      autocomplete="off"
      spellcheck="false"
      .value=${live(fields[name])}
      @input=${({ target }: Event) => act.fill({ [name]: (target as HTMLInputElement).value })}
  /></label>`;
}

const own = (view: SetupView, act: SetupActions): TemplateResult =>
  html`${(['dataCenter', 'baseUrl', 'organizationId', 'projectId', 'templateId', 'customer', 'token'] as const).map(
      (name) => field(name, view, act),
    )}
    <p class="quiet">
      The token is kept in this page alone, and sent to the service alone. Where the service does not answer pages of
      this address, the command line does the same: <code>npx wayline check</code>.
    </p>`;

const emulated = ({ fields }: SetupView, act: SetupActions): TemplateResult =>
  html`<label class="field"
    >What is wrong with it
    <select @change=${({ target }: Event) => act.fill({ trouble: (target as HTMLSelectElement).value })}>
      <option value="" ?selected=${fields.trouble === ''}>Nothing</option>
      ${Object.keys(lasting).map((name) => html`<option ?selected=${fields.trouble === name}>${name}</option>`)}
    </select></label
  >`;

const words: Readonly<Record<Line['verdict'], string>> = { pass: 'Pass', fail: 'Fail', unknown: 'Unknown' };
const levels: Readonly<Record<Line['verdict'], string>> = { pass: 'good', fail: 'error', unknown: 'warning' };

const lineItem = ({ about, verdict, why, mend, optional = false }: Line): TemplateResult =>
  html`<li data-level=${verdict === 'fail' && optional ? 'warning' : levels[verdict]}>
    <p>
      <strong>${words[verdict]}</strong> ${about}:
      ${why}${verdict === 'fail' && optional ? ' The widget works without it.' : ''}
    </p>
    ${mend === undefined ? nothing : html`<p><b>${mend}</b></p>`}
  </li>`;

const results = ({ lines, running, problem }: SetupView): TemplateResult =>
  html`<section aria-label="Result" ?hidden=${lines.length === 0 && problem === '' && !running}>
    <p class="problem" role="alert" ?hidden=${problem === ''}>${problem}</p>
    <p role="status">${running ? 'Trying …' : lines.length > 0 ? tally(lines) : ''}</p>
    <ol class="findings">
      ${lines.map(lineItem)}
    </ol>
  </section>`;

export const setupPage = (view: SetupView, act: SetupActions): TemplateResult =>
  html`<section aria-label="What to try">
      <nav class="row" aria-label="Whose service">
        <a href="setup.html" aria-current=${view.service === 'emulator' ? 'true' : 'false'}
          >The emulator in this page</a
        >
        <a href="setup.html?own" aria-current=${view.service === 'own' ? 'true' : 'false'}>Your organization</a>
      </nav>
      <form
        class="fields"
        @submit=${(event: Event) => {
          event.preventDefault();
          act.run();
        }}
      >
        ${view.service === 'own' ? own(view, act) : emulated(view, act)}
        <label
          ><input
            type="checkbox"
            .checked=${live(view.fields.publish)}
            @change=${({ target }: Event) => act.fill({ publish: (target as HTMLInputElement).checked })}
          />publish two events to the customer and wait for them (they cannot be removed)</label
        >
        <p><button class="first" ?disabled=${view.running}>Check</button></p>
      </form>
    </section>
    ${results(view)}`;
