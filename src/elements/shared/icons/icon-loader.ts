import type { ReactiveControllerHost } from 'lit';
import { readIconMap } from '../../../domain/event/icon-map.js';
import { readIconLibrary } from './icon-library.js';
import { noIcons, type Icons } from './icon-set.js';
import { warnOnce } from '../../../platform/warn-once.js';

/** Reads a JSON file, as {@link loadJson} does. */
type Load = (url: string, signal: AbortSignal) => Promise<unknown>;

/**
 * Loads an administrator's icon map, and the icon library when a map or an event needs it. If a file is missing or not
 * valid, the built-in icons are used and the console shows a warning.
 */
export class IconLoader {
  readonly #host: ReactiveControllerHost;
  readonly #load: Load;
  #icons: Icons = { ...noIcons, want: () => this.#wantLibrary() };
  #mapUrl: string | undefined;
  #libraryUrl: string | undefined;
  #wanted = false;
  #job = new AbortController();

  constructor(host: ReactiveControllerHost, load: Load) {
    this.#host = host;
    this.#load = load;
  }

  /** The icons loaded so far. */
  get icons(): Icons {
    return this.#icons;
  }

  /** Sets the URLs to load from; `undefined` for none. Aborts running requests when a URL changed. */
  follow(mapUrl: string | undefined, libraryUrl: string | undefined): void {
    if (mapUrl === this.#mapUrl && libraryUrl === this.#libraryUrl) return;
    this.#job.abort();
    this.#job = new AbortController();
    this.#mapUrl = mapUrl;
    this.#libraryUrl = libraryUrl;
    this.#icons = { ...this.#icons, map: undefined, library: undefined };
    if (mapUrl !== undefined) void this.#read(mapUrl, this.#takeMap);
    if (mapUrl !== undefined || this.#wanted) this.#readLibrary();
  }

  readonly #takeMap = (value: unknown): boolean => {
    const map = readIconMap(value);
    for (const key of map?.refused ?? []) {
      warnOnce(`icon-data-url: "${key.slice(0, 100)}" is not a valid or safe regular expression and is ignored.`);
    }
    this.#icons = { ...this.#icons, map };
    return map !== undefined;
  };

  readonly #takeLibrary = (value: unknown): boolean => {
    const library = readIconLibrary(value);
    this.#icons = { ...this.#icons, library };
    return library !== undefined;
  };

  #wantLibrary(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#readLibrary();
  }

  #readLibrary(): void {
    this.#wanted = true;
    if (this.#libraryUrl !== undefined) void this.#read(this.#libraryUrl, this.#takeLibrary);
  }

  async #read(url: string, take: (value: unknown) => boolean): Promise<void> {
    const { signal } = this.#job;
    try {
      const value = await this.#load(url, signal);
      signal.throwIfAborted();
      if (!take(value)) throw new TypeError('Another format');
      this.#host.requestUpdate();
    } catch {
      if (!signal.aborted) warnOnce(`${url} could not be loaded or is not valid. The built-in icons are used.`);
    }
  }
}
