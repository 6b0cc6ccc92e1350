import { isRecord } from '../../domain/base/json.js';
import { readToken, type Token } from '../protocol/protocol.js';

/** Lifetime of a token without an expiry, in seconds. */
const unsaid = 600;

/**
 * Reads the response of a token service: our format `{ value, expiresAt }`, or OAuth names in snake case or camel case
 * with the lifetime in seconds. `undefined` without a valid token.
 *
 * @param now epoch milliseconds
 */
export function readTokenAnswer(answer: unknown, now: number): Token | undefined {
  if (!isRecord(answer)) return undefined;
  const { value, access_token, accessToken, token } = answer;
  const found = [value, access_token, accessToken, token].find((one) => typeof one === 'string');
  return readToken({ value: found, expiresAt: endOf(answer, now) });
}

function endOf({ expiresAt, expires_in, expiresIn }: Readonly<Record<string, unknown>>, now: number): number {
  const at = Number(expiresAt);
  if (at > 0) return at;
  const seconds = Number(expires_in ?? expiresIn);
  return now + (seconds > 0 ? seconds : unsaid) * 1000;
}
