import type { Address } from '../address/address.js';
import { channelNamed, type Channel } from '../event/channel.js';
import { readFlag } from '../base/read-flag.js';
import { isRecord, type Fields } from '../base/json.js';
import { cadName, customerOf } from './task-customer.js';
import type { LegKind } from '../interaction/leg.js';

/** The current stage of a task. Times: epoch milliseconds, `undefined` if the desktop does not give them. */
export interface TaskStage {
  readonly kind: Extract<LegKind, 'talk' | 'hold' | 'consult' | 'conference' | 'wrap-up'>;
  /** When it started; never set for talk and conference. */
  readonly since: number | undefined;
  /** The desktop's `timeStamp` of the task: probably when the agent answered. */
  readonly acceptedAt: number | undefined;
}

/** The desktop's selected task, read from any of its formats. */
export interface Task {
  readonly interactionId: string | undefined;
  readonly channel: Channel | undefined;
  readonly direction: 'inbound' | 'outbound' | undefined;
  readonly queueName: string | undefined;
  /** The customer's address; `undefined` for an anonymous caller. */
  readonly address: Address | undefined;
  /** The field with the address, e.g. `ani` or `cad.customerId`. */
  readonly addressFrom: string | undefined;
  /** Whether the customer left or the agent is in wrap-up. */
  readonly ended: boolean;
  readonly stage: TaskStage;
  /** The division of the events to show, from the CAD variable `JDSDivision`. */
  readonly division: string | undefined;
  /** The first filter, from the CAD variable `JDSDefaultFilter`: a channel or a publisher's tag. */
  readonly defaultFilter: string | undefined;
}

/** How to recognize each stage, checked in this order: during a consultation the customer is also on hold. */
const stages = [
  { kind: 'wrap-up', flag: 'isWrapUp', state: /^wrap_?up$/i, since: 'wrapUpTimestamp' },
  { kind: 'conference', flag: 'isConferencing', state: /^conferenc(?:e|ing)$/i, since: undefined },
  { kind: 'consult', flag: undefined, state: /^consult(?:ing)?$/i, since: 'consultTimeStamp' },
  { kind: 'hold', flag: 'isHold', state: /^(?:hold|held|on_?hold)$/i, since: 'holdTimestamp' },
] as const;

const endedStates = /^(?:wrap_?up|post_?call|ended|terminated)$/i;

const noFields: Fields = {};
const fieldsIn = (value: unknown): Fields => (isRecord(value) ? value : noFields);

/** Accepts numbers: some flows store an address as a number. */
const readText = (value: unknown): string | undefined => {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
};

/**
 * Reads the desktop's selected task: the flattened one, or a raw one with its `interaction` inside. Any field may be
 * missing. `cadVariable` is the CAD variable with the customer's address, if the layout names one.
 */
export function readTask(selected: unknown, cadVariable?: string): Task | undefined {
  if (!isRecord(selected)) return undefined;
  const raw = fieldsIn(selected.interaction);
  const details = { ...fieldsIn(selected.callProcessingDetails), ...fieldsIn(raw.callProcessingDetails) };
  const flat = (name: string): string | undefined => readText(selected[name]) ?? readText(raw[name]);
  const either = (name: string): string | undefined => flat(name) ?? readText(details[name]);

  const mediaType = flat('mediaType');
  const mediaChannel = flat('mediaChannel');
  const direction = readDirection(selected.contactDirection) ?? readDirection(raw.contactDirection);
  const cad = new Map([...readCad(raw.callAssociatedData), ...readCad(selected.callAssociatedData)]);
  const variable = (wanted: string): string | undefined => {
    const name = cadName(cad, wanted);
    return name === undefined ? undefined : cad.get(name);
  };
  const found = customerOf(
    { direction, mediaType, mediaChannel, flat, raw: (name) => readText(details[name]), cad },
    cadVariable,
  );
  const isOn = (name: string): boolean => readFlag(selected[name]) || readFlag(raw[name]);
  return {
    interactionId: flat('interactionId'),
    channel: channelFrom(mediaType, mediaChannel),
    direction,
    queueName: either('virtualTeamName'),
    address: found?.address,
    addressFrom: found?.from,
    ended: ['isTerminated', 'isWrapUp', 'hasCustomerLeft'].some(isOn) || endedStates.test(flat('state') ?? ''),
    stage: readStage(flat, isOn),
    division: variable('JDSDivision'),
    defaultFilter: variable('JDSDefaultFilter'),
  };
}

function readStage(flat: (name: string) => string | undefined, isOn: (name: string) => boolean): TaskStage {
  const stage = stages.find(({ flag, state }) => (flag && isOn(flag)) || state.test(flat('state') ?? ''));
  return {
    kind: stage?.kind ?? 'talk',
    since: readTime(stage?.since && flat(stage.since)),
    acceptedAt: readTime(flat('timeStamp')),
  };
}

/** Epoch milliseconds, epoch seconds, or an ISO time: it is not documented which one a desktop uses. */
function readTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * (Number(text) < 1e11 ? 1000 : 1) || undefined;
  const time = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/**
 * The media type first: the media channel of a web chat is `web`, that of a call `broadcloud`. Only `social` is too
 * general.
 */
function channelFrom(mediaType: string | undefined, mediaChannel: string | undefined): Channel | undefined {
  const channel = channelNamed(mediaType);
  return channel === undefined || channel === 'social' ? (channelNamed(mediaChannel) ?? channel) : channel;
}

function readDirection(value: unknown): Task['direction'] {
  const word = readText(isRecord(value) ? value.type : value)?.toLowerCase();
  return word === 'inbound' || word === 'outbound' ? word : undefined;
}

/**
 * Reads an object, a Map, the desktop's observable map, or pairs. Skips secure variables: their values are encrypted.
 */
function readCad(data: unknown): ReadonlyMap<string, string> {
  const cad = new Map<string, string>();
  for (const [name, entry] of entriesIn(data)) {
    const value = readText(isRecord(entry) ? entry.value : entry);
    if (value !== undefined && !(isRecord(entry) && readFlag(entry.isSecure))) cad.set(name, value);
  }
  return cad;
}

function entriesIn(data: unknown): readonly (readonly [string, unknown])[] {
  if (typeof data !== 'object' || data === null) return [];
  if (!(Symbol.iterator in data)) return Object.entries(data);
  const items: readonly unknown[] = Array.from(data as Iterable<unknown>);
  return items.flatMap((item) => (Array.isArray(item) && typeof item[0] === 'string' ? [[item[0], item[1]]] : []));
}
