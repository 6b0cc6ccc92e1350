import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../../domain/status/connection.js';
import type { Loadable } from '../../domain/status/loadable.js';
import { staleSince } from '../../domain/status/staleness.js';
import { clockTime } from '../../domain/time/format-time.js';
import type { FirstMessages } from '../../i18n/messages.js';
import { errorNote } from '../shared/notes/error-note.js';

/** What the notes depend on. */
export interface TimelineStatus {
  readonly history: Loadable<unknown> | undefined;
  readonly connection: Connection | undefined;
  readonly zone: string | undefined;
  readonly locale: string;
  readonly messages: FirstMessages;
}

type Note = TemplateResult | typeof nothing;

/** The notes about a failed history and a lost connection; `known` says whether older entries are shown. */
export function timelineNotes(status: TimelineStatus, known: boolean): Note {
  const { history, locale, messages, zone } = status;
  if (history?.status !== 'failed') return liveNote(status);
  const { failed, failedOlder } = messages.timeline;
  const since = staleSince(history);
  const asOf = since === undefined ? '' : messages.showingAsOf({ time: clockTime(since, zone, locale) });
  const note = errorNote(known ? failedOlder : failed, history.error, 'history', messages, asOf);
  return html`${note}${liveNote(status)}`;
}

function liveNote({ connection, messages }: TimelineStatus): Note {
  if (connection?.status !== 'signed-out' && connection?.status !== 'polling') return nothing;
  const { notLive, polled } = messages.timeline;
  return errorNote(notLive, connection.error, 'live', messages, connection.status === 'polling' ? polled : '');
}
