import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../../domain/status/connection.js';
import type { Loadable } from '../../domain/status/loadable.js';
import { staleSince } from '../../domain/status/staleness.js';
import { clockTime } from '../../domain/time/format-time.js';
import type { FirstMessages } from '../../i18n/messages.js';
import type { Display } from '../shared/text/display.js';
import { errorNote } from '../shared/notes/error-note.js';

/** What the notes depend on. */
export interface TimelineStatus {
  readonly history: Loadable<unknown> | undefined;
  readonly connection: Connection | undefined;
  readonly display: Display<FirstMessages>;
}

type Note = TemplateResult | typeof nothing;

/** The notes about a failed history and a lost connection; `known` says whether older entries are shown. */
export function timelineNotes(status: TimelineStatus, known: boolean): Note {
  const { display, history } = status;
  if (history?.status !== 'failed') return liveNote(status);
  const { locale, messages, zone } = display;
  const { failed, failedOlder } = messages.timeline;
  const since = staleSince(history);
  const asOf = since === undefined ? '' : messages.showingAsOf({ time: clockTime(since, zone, locale) });
  const note = errorNote(known ? failedOlder : failed, history.error, 'history', display, asOf);
  return html`${note}${liveNote(status)}`;
}

function liveNote({ connection, display }: TimelineStatus): Note {
  if (connection?.status !== 'signed-out' && connection?.status !== 'polling') return nothing;
  const { notLive, polled } = display.messages.timeline;
  return errorNote(notLive, connection.error, 'live', display, connection.status === 'polling' ? polled : '');
}
