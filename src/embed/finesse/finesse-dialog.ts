import { isRecord } from '../../domain/base/json.js';
import type { FinesseDialog } from './finesse-api.js';
import { readPodIdVariable, type CustomerAddress } from './pod-id-variable.js';

/** What a dialog is for the gadget. */
export type DialogKind = 'customer' | 'own' | 'monitored';

export interface ReadDialog {
  readonly id: string;
  readonly kind: DialogKind;
  readonly customer: readonly CustomerAddress[];
}

/** Whose number the caller's is not: another agent asks something. */
const internal = /^(?:consult|agent_inside)/i;

const fieldOf = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** `own` is the agent's number: a call from it leads to nobody's customer. */
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

/** One variable alone comes without a list around it. */
function podIdIn(media: unknown): string {
  const variables = fieldOf(fieldOf(media, 'callvariables') ?? fieldOf(media, 'callVariables'), 'CallVariable');
  const found = [variables].flat().find((one: unknown) => textOf(fieldOf(one, 'name')).toUpperCase() === 'POD.ID');
  return textOf(fieldOf(found, 'value'));
}
