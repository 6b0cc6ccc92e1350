/**
 * Loads a vendor's SDK into the page, from the https address in the administrator's settings. `data`: attributes for
 * SDKs that read their settings from their script element (`crmurl` for `data-crmurl`). Rejects if the script does not
 * load.
 */
export function loadScript(address: string, data: Readonly<Record<string, string>> = {}): Promise<void> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:') return Promise.reject(new Error(`${address} is not an https address.`));
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${url.href} could not be loaded.`));
    Object.assign(script.dataset, data);
    script.src = trusted(url.href);
    document.head.append(script);
  });
}

interface Policy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

/** If the page enforces Trusted Types, it refuses plain text. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('wayline-embed', { createScriptURL: (same) => same });
  return policy?.createScriptURL(url) ?? url;
}

let policy: Policy | undefined;
