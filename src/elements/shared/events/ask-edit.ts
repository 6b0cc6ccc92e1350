import type { EditOutcome, PersonEdit } from '../../../domain/person/person-edit.js';
import { EditPersonEvent } from './edit-person-event.js';

/** Requests a change of the person; `undefined` when no element handles the event. */
export function askEdit(element: EventTarget, edit: PersonEdit): Promise<EditOutcome> | undefined {
  const event = new EditPersonEvent(edit);
  element.dispatchEvent(event);
  return event.answer;
}
