import { HttpResponse } from 'msw';
import type { ErrorBody } from './faults.js';

const reasons: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  502: 'BAD_GATEWAY',
  503: 'SERVICE_UNAVAILABLE',
};

/** The contents of an error response. */
export interface ErrorAnswer {
  readonly status: number;
  readonly message?: string;
  readonly errors?: readonly string[];
  /** The `status` in the body; default: the documented text, such as `400 BAD_REQUEST`. */
  readonly said?: number | undefined;
  readonly body?: ErrorBody | undefined;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** An error in the format of the service, or of the gateway in front of it. */
export function errorResponse({ status, message, errors = [], said, body, retryAfter, now }: ErrorAnswer): Response {
  const headers = new Headers(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) });
  const trackingId = crypto.randomUUID().replaceAll('-', '').slice(0, 16);
  const reason = reasons[status] ?? 'ERROR';
  const description = message ?? reason.toLowerCase().replaceAll('_', ' ');
  switch (body ?? (status === 401 || status === 403 ? 'gateway' : 'cjds')) {
    case 'gateway':
      return HttpResponse.json(
        { trackingId, error: { key: String(status), message: [{ description }] } },
        { status, headers },
      );
    case 'empty':
      return new HttpResponse(null, { status, headers });
    case 'html':
      return HttpResponse.html(`<html><body><h1>${status} ${reason}</h1></body></html>`, { status, headers });
    case 'cjds': {
      const timestamp = new Date(now).toISOString();
      const answer = { status: said ?? `${status} ${reason}`, message: description, errors, timestamp, trackingId };
      return HttpResponse.json(answer, { status, headers });
    }
  }
}
