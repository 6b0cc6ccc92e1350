import { JourneyError, type JourneyErrorKind } from '../../domain/base/journey-error.js';
import { isRecord } from '../../domain/base/json.js';
import { parseJson, textFrom } from '../../domain/base/parse-json.js';

/** The error for a failed response: kind, status, tracking ID for support, and the wait that the service asks for. */
export async function readFailure(response: Response, now: number): Promise<JourneyError> {
  // The status is enough: a body that is empty, HTML or incomplete must not hide it.
  const body = parseJson(await response.text().catch(() => ''));
  const trackingId = isRecord(body) ? textFrom(body['trackingId']) : '';
  return new JourneyError(kindOf(response.status, body), {
    status: response.status,
    trackingId: trackingId || trackingIdOf(response),
    retryAfter: retryAfterOf(response, now),
    reasons: messagesOf(body),
  });
}

/** Only readable if the service exposes the header (CORS). */
export const trackingIdOf = ({ headers }: Response): string | undefined =>
  headers.get('trackingid') ?? headers.get('x-tracking-id') ?? undefined;

function kindOf(status: number, body: unknown): JourneyErrorKind {
  // The gateway answers 400 if the Authorization header is missing or malformed.
  if (status === 401 || (status === 400 && saysAuthorization(body))) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 409) return 'conflict';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server';
  return status >= 400 ? 'rejected' : 'malformed';
}

const saysAuthorization = (body: unknown): boolean => messagesOf(body).some((text) => /authori[sz]ation/i.test(text));

/** `message` and `errors[]` of CJDS, `error.message[].description` of the gateway. */
function messagesOf(body: unknown): readonly string[] {
  if (!isRecord(body)) return [];
  const { message, errors, error } = body;
  const described = isRecord(error) && Array.isArray(error['message']) ? (error['message'] as unknown[]) : [];
  return [message, ...(Array.isArray(errors) ? (errors as unknown[]) : []), ...described].map((part) =>
    textFrom(isRecord(part) ? part['description'] : part),
  );
}

/** Milliseconds; the header contains seconds or a date. */
function retryAfterOf({ headers }: Response, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
