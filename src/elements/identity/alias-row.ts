import { html, nothing, type TemplateResult } from 'lit';
import { isEditable } from '../../domain/person/alias-input.js';
import { isMatched } from '../../domain/person/matched-alias.js';
import type { Alias, PersonMatch } from '../../domain/person/person.js';
import { icon } from '../shared/icons/icon.js';
import { editNote } from '../shared/notes/edit-note.js';
import type { Display } from '../shared/text/display.js';
import { bidiIsolate } from '../shared/text/bidi-isolate.js';
import type { EditController } from './edit-controller.js';
import { aliasKey } from './removed-aliases.js';
import type { RevealController } from './reveal-controller.js';

/** What all rows depend on. */
export interface RowSetting {
  readonly match: PersonMatch;
  readonly display: Display;
  readonly editing: boolean;
  /** Whether events are loaded, so that they can be counted. */
  readonly counted: boolean;
  readonly edits: EditController;
  readonly reveal: RevealController;
  /** Returns the text to display for an alias. */
  readonly shown: (alias: Alias) => string;
  /** The same for a text that stays longer than a value is revealed. */
  readonly said: (alias: Alias) => string;
}

/** The row of one of the person's aliases, with the number of its events. */
export function aliasRow(alias: Alias, count: number, setting: RowSetting): TemplateResult {
  const { counted, edits, display, editing: isEditing, match, reveal, said } = setting;
  const matched = isMatched(alias, match);
  const { aliasKinds, editing, entry, identity, separator } = display.messages;
  const words = [
    aliasKinds[alias.kind],
    ...(matched ? [identity.matched] : []),
    ...(counted ? [entry.events({ count })] : []),
  ];
  const between = separator.replace(' ', '\u00a0'); // a line must not start with the separator
  const shown = setting.shown(alias);
  const name = `remove ${aliasKey(alias)}`;
  const running = edits.requests.isRunning(name);
  const error = edits.requests.failureOf(name);
  return html`<li part="alias" class="alias ${matched ? 'matched' : ''}">
    <bdi class="value">${shown}</bdi> <span class="kind">${words.join(between)}</span> ${reveal.controlsOf(alias)}
    ${
      isEditing && isEditable(alias)
        ? html`<button
            class="remove"
            type="button"
            aria-label=${editing.remove({ alias: shown })}
            title=${editing.remove({ alias: shown })}
            aria-busy=${running ? 'true' : 'false'}
            aria-disabled=${running ? 'true' : 'false'}
            @click=${() => edits.remove(alias)}
          >
            ${icon('remove')}
          </button>`
        : nothing
    }
    ${isEditing && edits.isDoubted(alias) ? doubt(alias, matched, setting) : nothing}
    ${
      error && error.kind !== 'forbidden'
        ? html`<div class="below">
            ${editNote({ heading: editing.removeFailed({ alias: said(alias) }), error, display, again: () => void edits.removeNow(alias) })}
          </div>`
        : nothing
    }
  </li>`;
}

/** Asks for a confirmation before a removal with an unusual effect. */
function doubt(alias: Alias, matched: boolean, { display, edits, match }: RowSetting): TemplateResult {
  const { keep, removeAnyway, removeLast, removeMatched } = display.messages.editing;
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    edits.keep(alias);
  };
  const last = match.persons[0]?.aliases.length === 1;
  return html`<div class="below doubt" role="group" aria-labelledby="doubt" @keydown=${keyed}>
    <p id="doubt">${last ? removeLast : matched ? removeMatched : nothing}</p>
    <div class="actions">
      <button class="button bad" type="button" @click=${() => edits.removeNow(alias)}>${removeAnyway}</button>
      <button class="button keep" type="button" @click=${() => edits.keep(alias)}>${keep}</button>
    </div>
  </div>`;
}

/** The row of a removed alias, with the undo button. */
export function removedAliasRow(alias: Alias, { display, edits, said, shown: textOf }: RowSetting): TemplateResult {
  const { editing } = display.messages;
  const shown = textOf(alias);
  const name = `undo ${aliasKey(alias)}`;
  const running = edits.requests.isRunning(name);
  const error = edits.requests.failureOf(name);
  const count = edits.secondsToUndo(alias);
  return html`<li part="alias" class="alias gone">
    <span class="value">${editing.removed({ alias: bidiIsolate(shown) })}</span>
    ${
      error === undefined
        ? html`<button
            class="undo"
            type="button"
            aria-label=${editing.undoLabel({ alias: shown })}
            aria-busy=${running ? 'true' : 'false'}
            aria-disabled=${running ? 'true' : 'false'}
            @click=${() => edits.undo(alias)}
          >
            ${running ? editing.busy : editing.undo({ count })}
          </button>`
        : html`<div class="below">
            ${editNote({ heading: editing.undoFailed({ alias: said(alias) }), error, display, again: () => void edits.undo(alias) })}
          </div>`
    }
  </li>`;
}
