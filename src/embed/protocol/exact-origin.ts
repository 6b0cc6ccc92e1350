import { isLoopback } from '../../platform/loopback.js';

/**
 * Whether the value is an origin exactly as browsers write it, without path or wildcard; https, or http on this
 * computer.
 */
export function isExactOrigin(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { hostname, origin, protocol } = new URL(value);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isSafe && origin === value && !hostname.includes('*');
}
