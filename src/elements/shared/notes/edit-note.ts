import { html, type TemplateResult } from 'lit';
import type { JourneyError } from '../../../domain/base/journey-error.js';
import type { Messages } from '../../../i18n/messages.js';
import type { Explanation } from '../../../i18n/phrase.js';
import type { Display } from '../text/display.js';
import type { RetryEvent } from '../events/retry-event.js';

type Advice = Omit<Explanation, 'title'>;

interface Note {
  /** What failed, as a title. */
  readonly heading: string;
  readonly error: JourneyError;
  readonly display: Display;
  /** Sends the change again; default: no such button. */
  readonly again?: (() => void) | undefined;
  /** Default: the advice for errors of this kind. */
  readonly advice?: Advice | undefined;
}

/** The note for a change that failed. The form keeps the agent's input. */
export function editNote({ heading, error, display, again, advice }: Note): TemplateResult {
  const { text, next } = advice ?? adviceFor(error, display.messages);
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
    .display=${display}
    @wayline-retry=${retry}
  ></wayline-note>`;
}

/** Some error kinds need other advice for a change than for a read. */
function adviceFor({ kind }: JourneyError, { editing, errors }: Messages): Advice {
  return kind === 'not-found' ? editing.gone : errors[kind];
}

/** Whether the same change can succeed on another try. */
const mayRetry = ({ kind }: JourneyError): boolean =>
  kind === 'network' || kind === 'server' || kind === 'rate-limited' || kind === 'conflict' || kind === 'unauthorized';
