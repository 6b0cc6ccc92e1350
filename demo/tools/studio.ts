import { addTo, type AddOptions } from '../../tools/layout/add.js';
import type { Changed } from '../../tools/layout/change.js';
import { checkLayout } from '../../tools/layout/check.js';
import { readDocument, UnreadableLayout, type LayoutDocument, type Position } from '../../tools/layout/document.js';
import type { Finding } from '../../tools/layout/finding.js';
import { placeholderScript } from '../../tools/layout/our-nodes.js';
import { configsOf, roles, type Role } from '../../tools/layout/places.js';
import { removeFrom } from '../../tools/layout/remove.js';
import { scriptProblem } from '../../tools/layout/script-address.js';

/** What the administrator has chosen. */
export interface Choices {
  readonly act: 'add' | 'remove';
  readonly script: string;
  readonly roles: readonly Role[];
  readonly panel: boolean;
  readonly page: boolean;
  readonly tab: 'first' | 'last';
  readonly project: string;
  readonly replaceCisco: boolean;
  /** Also removes what was put in by hand. */
  readonly all: boolean;
}

export const firstChoices: Choices = {
  act: 'add',
  script: placeholderScript,
  roles,
  panel: true,
  page: true,
  tab: 'first',
  project: '',
  replaceCisco: false,
  all: false,
};

/** A file that was dropped, and what it is. */
export interface Opened {
  readonly name: string;
  readonly text: string;
  readonly document: LayoutDocument | undefined;
  /** Why it cannot be used, and where. */
  readonly problem: { readonly words: string; readonly position: Position } | undefined;
  readonly findings: readonly Finding[];
}

export function open(name: string, text: string): Opened {
  try {
    const document = readDocument(text);
    return { name, text, document, problem: undefined, findings: checkLayout(document) };
  } catch (error) {
    if (!(error instanceof UnreadableLayout)) throw error;
    const problem = { words: error.message, position: error.position };
    return { name, text, document: undefined, problem, findings: [] };
  }
}

/** The roles that a layout tells apart; none where it is flat. */
export const rolesIn = ({ document }: Opened): readonly Role[] =>
  document === undefined ? [] : configsOf(document.root).flatMap(({ role }) => role ?? []);

/** What the choices make of the file, or what keeps them from it. */
export type Made = Changed & { readonly refused: boolean; readonly findings: readonly Finding[] };

export function problemOf(opened: Opened, { act, script, panel, page, roles: chosen }: Choices): string | undefined {
  if (opened.document === undefined) return 'This file is not a layout.';
  if (act === 'remove') return undefined;
  if (!panel && !page) return 'Choose the panel, a page or both.';
  const known = rolesIn(opened);
  if (known.length > 0 && !known.some((role) => chosen.includes(role))) return 'Choose a role.';
  return scriptProblem(script);
}

export function make(opened: Opened, choices: Choices): Made | undefined {
  const { document } = opened;
  if (document === undefined || problemOf(opened, choices) !== undefined) return undefined;
  const known = rolesIn(opened);
  const options: AddOptions = {
    script: choices.script,
    page: choices.page,
    noPanel: !choices.panel,
    tab: choices.tab,
    project: choices.project.trim() === '' ? undefined : choices.project.trim(),
    replaceCisco: choices.replaceCisco,
    roles: known.length === 0 ? undefined : known.filter((role) => choices.roles.includes(role)),
  };
  const changed = choices.act === 'add' ? addTo(document, options) : removeFrom(document, { all: choices.all });
  const refused = changed.steps.some(({ did }) => did === 'refused');
  return { ...changed, refused, findings: checkLayout(readDocument(changed.text)) };
}
