import { LoadError } from './current-build.js';

interface ScriptUrls {
  createScriptURL(url: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: ScriptUrls): ScriptUrls;
}

let policy: ScriptUrls | undefined;

/** Makes a Trusted Types URL if the page requires it. Only URLs in the loader's folder get here. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  try {
    policy ??= trustedTypes?.createPolicy('wayline-loader', { createScriptURL: (text) => text });
  } catch {
    // The page does not allow the policy. If it does not require Trusted Types, plain text works.
  }
  return policy?.createScriptURL(url) ?? url;
}

/**
 * Loads and runs a script.
 *
 * @param integrity hash of the script
 * @param nonce nonce of the page's content security policy; empty if it has none
 * @throws {LoadError} if the script cannot be loaded, or the page forbids it
 */
export async function insertScript(url: string, integrity: string, nonce: string): Promise<void> {
  const script = document.createElement('script');
  script.crossOrigin = 'anonymous';
  script.integrity = integrity;
  script.nonce = nonce;
  script.referrerPolicy = 'no-referrer';
  try {
    script.src = trusted(url);
  } catch {
    throw new LoadError('The page requires Trusted Types. Allow the policy name wayline-loader.');
  }
  await new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () =>
      reject(
        new LoadError(`${url} is missing, blocked by script-src, without CORS headers, or changed after the build.`),
      );
    document.head.append(script);
  }).finally(() => script.remove());
}
