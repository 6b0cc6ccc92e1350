import { LoadError } from './current-build.js';

interface ScriptUrls {
  createScriptURL(url: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: ScriptUrls): ScriptUrls;
}

let policy: ScriptUrls | undefined;

/** As the page's Trusted Types demand it. Only what lies beside the loader ever gets here. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  try {
    policy ??= trustedTypes?.createPolicy('wayline-loader', { createScriptURL: (text) => text });
  } catch {
    // The page does not allow the policy. It may not ask for one either, so that the plain text will do.
  }
  return policy?.createScriptURL(url) ?? url;
}

/**
 * Runs a script; resolves when it has run.
 *
 * @param nonce of the page's policy, if it goes by nonces
 * @throws {LoadError}
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
