import { html, type TemplateResult } from 'lit';
import { agent } from '../tasks/agent.js';
import { labelOf } from '../desktop/bindings.js';
import { iconNamed } from '../icons.js';
import type { LayoutNode, Route } from '../desktop/layout.js';
import type { Actions, DesktopView } from './view.js';

const statuses = ['Available', 'Meal break', 'Meeting'];

/** The desktop's own header items. Other parts of a layout's header are mounted below them. */
const headerItems: Readonly<Record<string, string>> = {
  'agentx-webex': 'Webex',
  'agentx-outdial': 'Outdial',
  'agentx-notification': 'Notifications',
};

const item = ({ comp }: LayoutNode, view: DesktopView, act: Actions): TemplateResult => {
  if (comp !== 'agentx-state-selector') return html`<span class="chip">${headerItems[comp] ?? comp}</span>`;
  return html`<label class="status" data-status=${view.agentStatus}
    ><span class="hidden">Agent state</span>
    <select
      .value=${view.agentStatus}
      @change=${({ target }: Event) => act.choose({ agentStatus: (target as HTMLSelectElement).value })}
    >
      ${statuses.map((status) => html`<option ?selected=${status === view.agentStatus}>${status}</option>`)}
    </select></label
  >`;
};

export const header = (view: DesktopView, act: Actions): TemplateResult => html`
  <header class="banner">
    <span class="logo">${iconNamed('desktop')}</span>
    <span class="app-title">${view.layout.appTitle}</span>
    <span class="items">${view.layout.advancedHeader.map((node) => item(node, view, act))}</span>
    <span class="agent"><span class="avatar" aria-hidden="true">MS</span>${agent.agentName}</span>
  </header>
`;

const page = ({ navigateTo, label, icon }: Route, view: DesktopView, act: Actions): TemplateResult => html`
  <li>
    <button
      type="button"
      aria-current=${view.page === navigateTo ? 'page' : 'false'}
      @click=${() => act.choose({ page: navigateTo })}
    >
      ${iconNamed(icon)}<span>${labelOf(label)}</span>
    </button>
  </li>
`;

/** The bar on the left: the tasks, then the layout's pages. */
export const navigation = (view: DesktopView, routes: readonly Route[], act: Actions): TemplateResult => html`
  <nav class="pages" aria-label="Pages">
    <ul>
      <li>
        <button
          type="button"
          aria-current=${view.page === undefined ? 'page' : 'false'}
          @click=${() => act.choose({ page: undefined })}
        >
          ${iconNamed('desktop')}<span>Tasks</span>
        </button>
      </li>
      ${routes.map((route) => page(route, view, act))}
    </ul>
  </nav>
`;
