import { html, type TemplateResult } from 'lit';
import type { JourneyError } from '../../../domain/base/journey-error.js';
import type { FirstMessages } from '../../../i18n/messages.js';
import type { SectionName } from '../events/retry-event.js';

/**
 * The note for a part of the journey that failed. The words are chosen by the error's kind, never taken from a server.
 *
 * @param extra a sentence about what is still shown
 */
export function errorNote(
  heading: string,
  error: JourneyError | undefined,
  retry: SectionName,
  messages: FirstMessages,
  extra = '',
): TemplateResult {
  const kind = error?.kind ?? 'server';
  const { text, next } = messages.errors?.[kind] ?? messages.failure;
  // Whoever reads history has the right to listen as well: there the cause is mostly another.
  const advice = retry === 'live' && kind === 'forbidden' ? (messages.liveForbidden ?? next) : next;
  return html`<wayline-note
    exportparts="note"
    tone=${kind === 'forbidden' || kind === 'unauthorized' || retry === 'live' ? 'warn' : 'bad'}
    .heading=${heading}
    .text=${[text, extra, advice].filter(Boolean).join(' ')}
    .trackingId=${error?.trackingId}
    .pause=${error?.retryAfter}
    .retry=${retry}
    .messages=${messages}
  ></wayline-note>`;
}
