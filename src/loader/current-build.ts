/** The current build, as `wayline.json` beside the loader describes it. */
export interface Build {
  /** File name of the script, in the folder of `wayline.json`. */
  readonly script: string;
  /** Hash of the script, in the format of the attribute `integrity`. */
  readonly integrity: string;
}

/** Why nothing was loaded. In English, for the console and the administrator. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
}

/** Reads a build. Throws a {@link LoadError} if a changed file names another script, or one without its hash. */
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

/** Timeout in milliseconds. */
const patience = 20_000;

/**
 * Reads `wayline.json`, without the browser's cache: the loader itself might be cached for a long time.
 *
 * @param base URL of the loader
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
