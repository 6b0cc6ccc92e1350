import { isRecord } from '../../domain/base/json.js';
import { readToken, type Token } from '../protocol/protocol.js';

/** How long a token whose answer says nothing about its end is used before the next one is asked for. */
const unsaid = 600;

/**
 * What a token service answers: ours is `{ value, expiresAt }`, those of others have the names of OAuth, in one or the other
 * spelling, with the seconds until the end. `undefined` where there is no token in it. `now` in epoch milliseconds.
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
