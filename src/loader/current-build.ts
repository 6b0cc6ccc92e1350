/** Which build is the current one: what `wayline.json` beside the loader says. */
export interface Build {
  /** Name of the script; it lies beside `wayline.json`. */
  readonly script: string;
  /** Hash of that script, in the words of the attribute `integrity`. */
  readonly integrity: string;
}

/** Why nothing was loaded: for the console and an administrator, so in English. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
}

/** A file that was changed by somebody else must not name a script elsewhere, or one without its hash. */
export function readBuild(value: unknown): Build {
  const { script, integrity } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const isOurs =
    typeof script === 'string' &&
    /^wayline\.[\da-f]{8,}\.js$/.test(script) &&
    typeof integrity === 'string' &&
    /^sha384-[\w+/]{64}$/.test(integrity);
  if (!isOurs) throw new LoadError('wayline.json was not written by the build.');
  return { script, integrity };
}

/** Milliseconds; who waits longer has no line. */
const patience = 20_000;

/**
 * Asks the server each time, whatever a cache holds: the loader itself may be cached for as long as anybody likes.
 *
 * @throws {LoadError}
 */
export async function currentBuild(base: string): Promise<Build> {
  const url = new URL('wayline.json', base);
  const response = await fetch(url, {
    cache: 'no-cache',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(patience),
  }).catch(() => {
    throw new LoadError(`${url.href} gave no answer: offline, blocked by connect-src, or without CORS headers.`);
  });
  if (!response.ok) throw new LoadError(`${url.href} returned status ${response.status}.`);
  return readBuild(await response.json().catch(() => undefined));
}
