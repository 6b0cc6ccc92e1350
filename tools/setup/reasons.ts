import type { Answer, Reply } from './ask.js';

export const isGood = (reply: Reply): reply is Answer => reply.kind === 'answer' && reply.status < 300;

export const has = (reply: Reply, ...statuses: readonly number[]): boolean =>
  reply.kind === 'answer' && statuses.includes(reply.status);

const names: Readonly<Record<number, string>> = {
  400: 'the service calls the request wrong',
  401: 'the token is refused',
  403: 'the token lacks the right',
  404: 'not found',
  409: 'the service says that something is in the way',
  429: 'too many requests',
};

/** What a reply that brought nothing says, in a few words; the tracking id is what support asks for. */
export function reasonOf(reply: Reply): string {
  if (reply.kind === 'silence') return `no answer: ${reply.why}`;
  const { status, trackingId, retryAfter } = reply;
  const name = status < 300 ? 'an answer that cannot be read' : (names[status] ?? 'the service failed');
  const later = retryAfter === undefined ? '' : `, to be asked again after ${retryAfter} s`;
  return `${name} (${status}${later}${trackingId && `, tracking ID ${trackingId}`})`;
}

/** Where to go for it. `right`: what the token would need. */
export function mendOf(reply: Reply, right: string): string | undefined {
  if (reply.kind === 'silence') {
    return 'Let the desktops and this machine reach the host. In Control Hub: Contact Center, tenant settings, security, content-security allow-list; it takes about ten minutes.';
  }
  if (reply.status === 401) return 'Sign in again and take a fresh token, of this organization and data center.';
  if (reply.status === 403)
    return `The token needs ${right}. In Control Hub: Users, the user, their contact-center role.`;
  if (reply.status === 429)
    return 'The limit is 300 requests a minute for all that share it. Wait, and look for another client.';
  if (reply.status >= 500) return 'Try later; if it stays, give the tracking ID to Cisco support.';
  return undefined;
}
