import { html, type TemplateResult } from 'lit';
import type { JourneyError } from '../../../domain/base/journey-error.js';
import type { FirstMessages } from '../../../i18n/messages.js';
import type { Display } from '../text/display.js';
import type { SectionName } from '../events/retry-event.js';

/**
 * The note for a part of the journey that failed. Its text depends on the error's kind only, never on text from a
 * server.
 *
 * @param retry the part to load again
 * @param extra a sentence about what is still shown; default: none
 */
export function errorNote(
  heading: string,
  error: JourneyError | undefined,
  retry: SectionName,
  display: Display<FirstMessages>,
  extra = '',
): TemplateResult {
  const { messages } = display;
  const kind = error?.kind ?? 'server';
  const { text, next } = messages.errors?.[kind] ?? messages.failure;
  // Permission to read history includes live events, so a forbidden live connection usually has another cause.
  const advice = retry === 'live' && kind === 'forbidden' ? (messages.liveForbidden ?? next) : next;
  return html`<wayline-note
    exportparts="note"
    tone=${kind === 'forbidden' || kind === 'unauthorized' || retry === 'live' ? 'warn' : 'bad'}
    .heading=${heading}
    .text=${[text, extra, advice].filter(Boolean).join(' ')}
    .trackingId=${error?.trackingId}
    .pause=${error?.retryAfter}
    .retry=${retry}
    .display=${display}
  ></wayline-note>`;
}
