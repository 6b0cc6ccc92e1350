import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Checked } from '../../tools/identities/check-identities.js';
import type { Finding } from '../../tools/identities/finding.js';

/** The state of the page. */
export interface IdentitiesView {
  readonly name: string;
  /** Two letters, or empty. */
  readonly region: string;
  readonly running: boolean;
  readonly checked: Checked | undefined;
  /** Why a file could not be checked. */
  readonly problem: string;
}

/** The actions of the page. */
export interface IdentitiesActions {
  take(file: File): void;
  choose(region: string): void;
  download(): void;
}

/** The maximum number of findings shown. */
const mostShown = 200;

const sum = (checked: Checked, what: 'found' | 'mended'): number =>
  [...checked.counts.values()].reduce((all, count) => all + count[what], 0);

const finding = ({ line, cell, column, rule, what, fix, mended }: Finding): TemplateResult =>
  html`<li data-level=${mended ? 'warning' : 'error'}>
    <p>
      <strong>${mended ? 'Corrected' : 'To correct yourself'}</strong> in line
      ${line}${cell === 0 ? '' : `, column ${cell} (${column})`}: ${what}. <b>${fix}</b>
    </p>
    <p class="quiet">rule ${rule}</p>
  </li>`;

function result(name: string, checked: Checked, act: IdentitiesActions): TemplateResult {
  const found = sum(checked, 'found');
  const mended = sum(checked, 'mended');
  return html`<section aria-label="Findings">
    <h2>${name}</h2>
    <p role="status" class=${found === 0 ? 'good' : ''}>
      ${checked.rows} persons,
      ${found === 0 ? 'no findings.' : `${found} findings: ${mended} corrected, ${found - mended} to correct yourself.`}
    </p>
    ${
      found === 0
        ? nothing
        : html`<p>
            <button type="button" class="first" @click=${() => act.download()}>Download the corrected file</button>
          </p>`
    }
    <ol class="findings">
      ${checked.findings.slice(0, mostShown).map(finding)}
    </ol>
    ${found > mostShown ? html`<p class="quiet">… and ${found - mostShown} more.</p>` : nothing}
  </section>`;
}

export const identitiesPage = (view: IdentitiesView, act: IdentitiesActions): TemplateResult =>
  html`<section class="drop" aria-label="Your file">
      <label class="field"
        >Drop the CSV file anywhere, or choose it
        <input
          type="file"
          accept=".csv,text/csv"
          @change=${({ target }: Event) => {
            const file = (target as HTMLInputElement).files?.[0];
            if (file !== undefined) act.take(file);
          }}
      /></label>
      <label
        >Country of phone numbers without a country code, such as DE
        <input
          type="text"
          size="4"
          maxlength="2"
          .value=${live(view.region)}
          @change=${({ target }: Event) => act.choose((target as HTMLInputElement).value)}
      /></label>
      <p class="problem" role="alert" ?hidden=${view.problem === ''}>${view.problem}</p>
      <p role="status">${view.running ? 'Reading …' : ''}</p>
    </section>
    ${view.checked === undefined ? nothing : result(view.name, view.checked, act)}`;
