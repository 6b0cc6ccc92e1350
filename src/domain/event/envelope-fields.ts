import { payloadFields, flatten, type EventField } from './event-fields.js';
import type { JourneyEvent } from './event.js';
import { isRecord } from '../base/json.js';
import { hasUiData } from './ui-data.js';

/** All fields outside the payload: `uiData` and the envelope. */
export const envelopeFields = (event: Pick<JourneyEvent, 'data' | 'raw' | 'readable'>): readonly EventField[] => [
  ...(hasUiData(event) ? flatten({ uiData: event.data.uiData }) : []),
  ...envelopeOf(event),
];

/** The envelope as received; for an invalid event, everything. */
export function envelopeOf({ raw, readable }: Pick<JourneyEvent, 'raw' | 'readable'>): readonly EventField[] {
  return isRecord(raw) ? flatten(raw, readable ? 'data' : undefined) : flatten({ raw });
}

/** All fields, including those that only decide how the event is shown. */
export const allFields = (event: Pick<JourneyEvent, 'data' | 'raw' | 'readable'>): readonly EventField[] => [
  ...payloadFields(event),
  ...envelopeFields(event),
];
