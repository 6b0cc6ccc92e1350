import { currentBuild, LoadError } from './current-build.js';
import { createFailure } from './failure.js';
import { insertScript } from './insert-script.js';

const tag = 'wayline-journey';

/** If a page has several copies of the loader, the first one loads; the others only make it try again. */
const key = Symbol.for('wayline loader');
const page = globalThis as { [key]?: () => void };

/** `currentScript` is null in a module, so the script is found by its name. */
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

  // Tries again when the network is back. After a successful load, this does nothing.
  addEventListener('online', () => void load());
  return () => void load();
}

(page[key] ??= createLoader())();
