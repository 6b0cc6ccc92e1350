import { isRecord } from '../../domain/base/json.js';
import type { FinesseDialog } from './finesse-api.js';
import { readPodIdVariable, type CustomerAddress } from './pod-id-variable.js';

/** How the gadget treats a dialog: a customer's call, the agent's own call, or a monitored call. */
export type DialogKind = 'customer' | 'own' | 'monitored';

/** What the gadget needs of a dialog. */
export interface ReadDialog {
  readonly id: string;
  readonly kind: DialogKind;
  /** The customer's addresses; empty if none is known. */
  readonly customer: readonly CustomerAddress[];
}

/** Call types in which another agent is the caller, so that the caller's number is not the customer's. */
const internal = /^(?:consult|agent_inside)/i;

const fieldOf = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/**
 * Reads a dialog.
 *
 * @param own the agent's phone number: a call from it has no customer
 */
export function readDialog(dialog: FinesseDialog, own: string): ReadDialog {
  const { _data: data } = dialog;
  const media = dialog.getMediaProperties?.() ?? fieldOf(data, 'mediaProperties');
  const from = textOf(dialog.getFromAddress?.() ?? fieldOf(data, 'fromAddress'));
  const callType = textOf(fieldOf(media, 'callType'));
  const id = textOf(dialog.getId?.() ?? fieldOf(data, 'id'));
  if (callType.toUpperCase() === 'SUPERVISOR_MONITOR') return { id, kind: 'monitored', customer: [] };
  if (from !== '' && from === own.trim()) return { id, kind: 'own', customer: [] };
  const named = readPodIdVariable(podIdIn(media));
  const calling = internal.test(callType) || from === '' ? [] : [from];
  return { id, kind: 'customer', customer: named.length > 0 ? named : calling };
}

/** The value of the variable `POD.ID`. A single variable is not in a list. */
function podIdIn(media: unknown): string {
  const variables = fieldOf(fieldOf(media, 'callvariables') ?? fieldOf(media, 'callVariables'), 'CallVariable');
  const found = [variables].flat().find((one: unknown) => textOf(fieldOf(one, 'name')).toUpperCase() === 'POD.ID');
  return textOf(fieldOf(found, 'value'));
}
