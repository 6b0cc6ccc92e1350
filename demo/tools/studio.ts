import { addTo, type AddOptions } from '../../tools/layout/add.js';
import type { Changed } from '../../tools/layout/change.js';
import { checkLayout } from '../../tools/layout/check.js';
import { readDocument, UnreadableLayout, type LayoutDocument, type Position } from '../../tools/layout/document.js';
import type { Finding } from '../../tools/layout/finding.js';
import { placeholderScript } from '../../tools/layout/our-nodes.js';
import { configsOf, roles, type Role } from '../../tools/layout/places.js';
import { removeFrom } from '../../tools/layout/remove.js';
import { scriptProblem } from '../../tools/layout/script-address.js';

/** The administrator's choices. */
export interface Choices {
  readonly act: 'add' | 'remove';
  readonly script: string;
  readonly roles: readonly Role[];
  readonly panel: boolean;
  readonly page: boolean;
  readonly tab: 'first' | 'last';
  readonly project: string;
  readonly replaceCisco: boolean;
  /** Also remove nodes that were added by hand. */
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

/** A file that was opened, and its contents. */
export interface Opened {
  readonly name: string;
  readonly text: string;
  readonly document: LayoutDocument | undefined;
  /** Why it cannot be used, and where. */
  readonly problem: { readonly words: string; readonly position: Position } | undefined;
  readonly findings: readonly Finding[];
}

/** Reads a file and checks it. */
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

/** The roles with a part of their own; empty for a flat layout. */
export const rolesIn = ({ document }: Opened): readonly Role[] =>
  document === undefined ? [] : configsOf(document.root).flatMap(({ role }) => role ?? []);

/** The file after the choices were applied, and the findings in it. */
export type Made = Changed & { readonly refused: boolean; readonly findings: readonly Finding[] };

/** Why the choices cannot be applied; `undefined` if they can. */
export function problemOf(opened: Opened, { act, script, panel, page, roles: chosen }: Choices): string | undefined {
  if (opened.document === undefined) return 'This file is not a layout.';
  if (act === 'remove') return undefined;
  if (!panel && !page) return 'Choose the panel, a page or both.';
  const known = rolesIn(opened);
  if (known.length > 0 && !known.some((role) => chosen.includes(role))) return 'Choose a role.';
  return scriptProblem(script);
}

/** Applies the choices to the file. */
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
