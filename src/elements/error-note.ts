import { html, type TemplateResult } from 'lit';
import type { JourneyError } from '../domain/error.js';
import type { Messages } from '../i18n/messages.js';
import type { SectionName } from './retry-event.js';

/**
 * The note for a part of the journey that failed. The words are chosen by the error's kind, never taken from a server.
 *
 * @param extra a sentence about what is still shown
 */
export function errorNote(
  heading: string,
  error: JourneyError | undefined,
  retry: SectionName,
  messages: Messages,
  extra = '',
): TemplateResult {
  const { text, next } = messages.errors[error?.kind ?? 'server'];
  return html`<wayline-note
    tone=${error?.kind === 'forbidden' || error?.kind === 'unauthorized' ? 'warn' : 'bad'}
    .heading=${heading}
    .text=${[text, extra, next].filter(Boolean).join(' ')}
    .trackingId=${error?.trackingId}
    .retry=${retry}
    .messages=${messages}
  ></wayline-note>`;
}
