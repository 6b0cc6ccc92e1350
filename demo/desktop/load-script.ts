const loading = new Map<string, Promise<void>>();

const isLocal = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';

/**
 * Runs a widget's script as a classic script, once per URL however many widgets name it.
 *
 * Rejects when the script does not load, or comes over plain http from anywhere but this machine or this site.
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
