import { isLoopback } from '../../platform/loopback.js';

/** Written as browsers write it, so that it can be compared as a whole: no path, no wildcard; https, or this machine. */
export function isExactOrigin(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { hostname, origin, protocol } = new URL(value);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isSafe && origin === value && !hostname.includes('*');
}
