import { millisecondsOf, payloadOf, type CloudEvent, type Json } from './cloud-event';
import { Refusal } from './refusal.js';
import { aliasTypeOf } from './world.js';

/** A body that the contact center sends to a subscriber: without time and identity, but with an organization. */
export const isWebhook = (body: Json): boolean =>
  !('identity' in body) && ('comciscoorgid' in body || 'comciscocorgid' in body || /wxcc/i.test(String(body.source)));

/** What a webhook event needs besides its body. */
export interface WebhookContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** The customer of a known interaction: later events do not always contain the customer. */
  readonly identityOfTask: (taskId: string) => string | undefined;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The customer's address: the caller, or for outbound the called number. */
function customerOf(data: Json, { identityOfTask }: WebhookContext): string | undefined {
  const taskId = text(data.taskId);
  const known = taskId === undefined ? undefined : identityOfTask(taskId);
  return known ?? text(String(data.direction).toUpperCase() === 'OUTBOUND' ? data.destination : data.origin);
}

/** The event that CJDS stores for a webhook payload. @throws Refusal 400 if it has no customer */
export function eventFromWebhook(body: Json, context: WebhookContext): CloudEvent {
  const { comciscoorgid: _org, comciscocorgid: _misspelled, comciscotimestamp, ...envelope } = body;
  const data = payloadOf(body);
  const identity = customerOf(data, context);
  if (identity === undefined) {
    throw new Refusal(400, 'Validation failed', ['No customer: neither origin, destination nor a known taskId']);
  }
  const at = millisecondsOf(comciscotimestamp) ?? millisecondsOf(data.createdTime) ?? context.now;
  return {
    datacontenttype: 'application/json',
    specversion: '1.0',
    ...envelope,
    id: text(body.id) ?? crypto.randomUUID(),
    type: text(body.type) ?? 'task:new',
    source: text(body.source) ?? 'wxcc',
    time: new Date(at).toISOString(),
    identity,
    identitytype: aliasTypeOf(identity, data.channelType === 'social' ? 'socialId' : 'temporaryId'),
    previousidentity: null,
  };
}
