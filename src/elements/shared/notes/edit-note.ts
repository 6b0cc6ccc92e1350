import { html, type TemplateResult } from 'lit';
import type { JourneyError } from '../../../domain/base/journey-error.js';
import type { Messages } from '../../../i18n/messages.js';
import type { Explanation } from '../../../i18n/phrase.js';
import type { RetryEvent } from '../events/retry-event.js';

type Advice = Omit<Explanation, 'title'>;

interface Note {
  readonly heading: string;
  readonly error: JourneyError;
  readonly messages: Messages;
  /** Sends it again; without it there is no such button. */
  readonly again?: (() => void) | undefined;
  /** In place of what is said of all errors of the kind. */
  readonly advice?: Advice | undefined;
}

/** The note for a change that failed; what was typed is still there. */
export function editNote({ heading, error, messages, again, advice }: Note): TemplateResult {
  const { text, next } = advice ?? adviceFor(error, messages);
  const retry = (event: RetryEvent) => {
    event.stopPropagation();
    again?.();
  };
  return html`<wayline-note
    exportparts="note"
    tone=${error.kind === 'network' || error.kind === 'server' ? 'bad' : 'warn'}
    .heading=${heading}
    .text=${[text, next].filter(Boolean).join(' ')}
    .trackingId=${error.trackingId}
    .pause=${error.retryAfter}
    .retry=${again !== undefined && mayRetry(error) ? 'part' : undefined}
    .messages=${messages}
    @wayline-retry=${retry}
  ></wayline-note>`;
}

/** Some kinds mean something else when a person is changed than when one is read. */
function adviceFor({ kind }: JourneyError, { editing, errors }: Messages): Advice {
  return kind === 'not-found' ? editing.gone : errors[kind];
}

/** Whether the same change may succeed a moment later, as it was asked for. */
const mayRetry = ({ kind }: JourneyError): boolean =>
  kind === 'network' || kind === 'server' || kind === 'rate-limited' || kind === 'conflict' || kind === 'unauthorized';
