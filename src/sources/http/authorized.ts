import { JourneyError } from '../../domain/base/journey-error.js';

/** Where requests get their token. */
export interface Authorization {
  /** Asked whenever something is sent, since a token may be renewed at any time. */
  readonly token: () => string | undefined;
  /**
   * Asks the host for a newer token than the one refused. Resolves when there is one, or when there will be none soon.
   * Every request that was refused calls it: that the host is asked once for all of them is its own concern.
   */
  readonly renewToken?: ((refused: string, signal: AbortSignal) => Promise<void>) | undefined;
}

type SendWithToken = <T>(send: (token: string) => Promise<T>, signal: AbortSignal) => Promise<T>;

/** A token may be renewed while a request with the one before is under way, and that one again. */
const mostTokens = 3;

/** After a renewal that brought nothing of use, the host is left alone for this long. Milliseconds. */
const restAfterAsking = 30_000;

/**
 * Sends with the token of the moment. When that is refused, sends again with another one, each token once: the one that
 * has come meanwhile, or the one the host is asked for. Throws `unauthorized` when there is none.
 *
 * A host whose every token is refused would be asked without end, by requests that take turns. So it is asked again only
 * once a token has worked since, or after half a minute.
 */
export function withToken({ token, renewToken, now }: Authorization & { readonly now: () => number }): SendWithToken {
  const current = () => token()?.trim() || undefined;
  /** The token at hand after the host was last asked, until it works. */
  let unproven: { readonly token: string | undefined; readonly since: number } | undefined;

  // The distance either way: a clock that was set back must not keep the host unasked for hours.
  const isResting = (sent: string) => unproven?.token === sent && Math.abs(now() - unproven.since) < restAfterAsking;

  const hasWorked = (sent: string) => {
    if (unproven?.token === sent) unproven = undefined;
  };

  async function renew(refused: string, signal: AbortSignal): Promise<void> {
    try {
      await renewToken?.(refused, signal);
    } catch {
      // No newer token, for whatever reason.
    }
    signal.throwIfAborted();
    unproven = { token: current(), since: now() };
  }

  return async (send, signal) => {
    for (let sends = 1; ; sends++) {
      const sent = current();
      if (sent === undefined) throw new JourneyError('unauthorized');
      try {
        const answer = await send(sent);
        hasWorked(sent);
        return answer;
      } catch (error) {
        if (!(error instanceof JourneyError)) throw error;
        if (error.kind !== 'unauthorized' && error.status !== undefined) hasWorked(sent);
        if (error.kind !== 'unauthorized' || sends === mostTokens) throw error;
        if (current() === sent && !isResting(sent)) await renew(sent, signal);
        if ((current() ?? sent) === sent) throw error;
      }
    }
  };
}
