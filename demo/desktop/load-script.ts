const loading = new Map<string, Promise<void>>();

const isLocal = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';

/**
 * Loads a widget's script as a classic script, once per URL.
 *
 * Rejects if the script does not load, or if it uses http and is neither on this machine nor on this site.
 */
export function loadScript(rawUrl: string): Promise<void> {
  const url = new URL(rawUrl.trim(), document.baseURI);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (isLocal(url) || url.origin === location.origin))) {
    return Promise.reject(new Error(`A widget's script must use https: ${url.href}`));
  }
  const known = loading.get(url.href);
  if (known !== undefined) return known;
  const job = new Promise<void>((done, fail) => {
    const script = document.createElement('script');
    script.src = url.href;
    script.onload = () => done();
    script.onerror = () => fail(new Error(`Could not load ${url.href}`));
    document.head.append(script);
  });
  loading.set(url.href, job);
  return job;
}
