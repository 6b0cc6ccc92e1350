import { currentBuild, LoadError } from './current-build.js';
import { createFailure } from './failure.js';
import { insertScript } from './insert-script.js';

const tag = 'wayline-journey';

/** Of all copies of the loader on a page the first one loads; the others have it try again. */
const key = Symbol.for('wayline loader');
const page = globalThis as { [key]?: () => void };

/** As a module the script is not told which one it is. */
const own = document.currentScript ?? document.querySelector('script[src*="/loader.js"]');
const { src = '', nonce = '' } = own instanceof HTMLScriptElement ? own : {};

function createLoader(): () => void {
  let loading = false;
  const failure = createFailure(tag, () => void load());

  async function loadBuild(): Promise<void> {
    if (!URL.canParse('.', src)) throw new LoadError('The loader cannot find its own address.');
    const { script, integrity } = await currentBuild(src);
    await insertScript(new URL(script, src).href, integrity, nonce);
    if (customElements.get(tag) === undefined) throw new LoadError(`${script} ran, and defined nothing.`);
  }

  async function load(): Promise<void> {
    if (loading || customElements.get(tag) !== undefined) return;
    loading = true;
    failure.busy();
    try {
      await loadBuild();
      failure.clear();
    } catch (error) {
      failure.show(error instanceof Error ? error.message : String(error));
    } finally {
      loading = false;
    }
  }

  // What failed without a network is tried again once there is one; without a failure there is nothing left to load.
  addEventListener('online', () => void load());
  return () => void load();
}

(page[key] ??= createLoader())();
