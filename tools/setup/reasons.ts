import type { Answer, Reply } from './ask.js';

/** Whether the request succeeded. */
export const isGood = (reply: Reply): reply is Answer => reply.kind === 'answer' && reply.status < 300;

/** Whether there was a response with one of these statuses. */
export const has = (reply: Reply, ...statuses: readonly number[]): boolean =>
  reply.kind === 'answer' && statuses.includes(reply.status);

const names: Readonly<Record<number, string>> = {
  400: 'the service rejected the request',
  401: 'the service did not accept the token',
  403: 'the token has no permission',
  404: 'not found',
  409: 'the service reported a conflict',
  429: 'too many requests',
};

/** Why a request failed, in a few words, with the tracking ID for support. */
export function reasonOf(reply: Reply): string {
  if (reply.kind === 'silence') return `no response: ${reply.why}`;
  const { status, trackingId, retryAfter } = reply;
  const name = status < 300 ? 'the response cannot be read' : (names[status] ?? 'service error');
  const later = retryAfter === undefined ? '' : `, retry after ${retryAfter} s`;
  return `${name} (${status}${later}${trackingId && `, tracking ID ${trackingId}`})`;
}

/** How to fix it, and where. `right`: the permission that the token needs. */
export function mendOf(reply: Reply, right: string): string | undefined {
  if (reply.kind === 'silence') {
    return 'Allow the desktops and this machine to reach the host. In Control Hub, open Contact Center, tenant settings, security. Add the host to the content-security allow-list. It takes effect after about ten minutes.';
  }
  if (reply.status === 401) return 'Sign in again and use a new token of this organization and data center.';
  if (reply.status === 403)
    return `The token needs ${right}. In Control Hub, open Users, the user, the contact-center role.`;
  if (reply.status === 429)
    return 'The limit is 300 requests a minute for all clients together. Wait, and check other clients.';
  if (reply.status >= 500) return 'Try again later. If the problem continues, give the tracking ID to Cisco support.';
  return undefined;
}
