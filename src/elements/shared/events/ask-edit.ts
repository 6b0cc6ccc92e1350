import type { EditOutcome, PersonEdit } from '../../../domain/person/person-edit.js';
import { EditPersonEvent } from './edit-person-event.js';

/** Asks for a change; `undefined` when there is nobody to ask. */
export function askEdit(element: EventTarget, edit: PersonEdit): Promise<EditOutcome> | undefined {
  const event = new EditPersonEvent(edit);
  element.dispatchEvent(event);
  return event.answer;
}
