import { isExactOrigin } from '../src/embed/protocol/exact-origin.js';

/** The settings for the headers of the page that a CRM frames. */
export interface HeaderOptions {
  /** The exact origins of all pages around it, including the outermost. */
  readonly hosts: readonly string[];
  /** Origins that the page requests: the journey service, and the source of the token. */
  readonly services: readonly string[];
  /** Origins of the CRM's own script, for adapters that need one. */
  readonly scripts?: readonly string[];
}

/** The headers to send, in order. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** Throws a TypeError for a value that is not an exact origin: it could add something else to a header. */
export function headersFor({ hosts, services, scripts = [] }: HeaderOptions): Headers {
  if (hosts.length === 0) throw new TypeError('Name at least one host. Without hosts, any page could frame this one.');
  const strange = [...hosts, ...services, ...scripts].filter((origin) => !isExactOrigin(origin));
  if (strange.length > 0)
    throw new TypeError(`Not an exact origin, for example https://crm.example.com: ${strange.join(', ')}`);
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    "style-src 'self'",
    ["connect-src 'self'", ...services].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    ['frame-ancestors', ...hosts].join(' '),
    "require-trusted-types-for 'script'",
    scripts.length > 0 ? 'trusted-types lit-html wayline-embed' : 'trusted-types lit-html',
  ];
  return [
    ['Content-Security-Policy', policy.join('; ')],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Cache-Control', 'no-cache'],
  ];
}

/** The values contain no double quotes, so they are not escaped. */
export const formats = {
  nginx: (headers: Headers, path: string) =>
    [`location ${path} {`, ...headers.map(([name, value]) => `  add_header ${name} "${value}" always;`), '}'].join(
      '\n',
    ),
  netlify: (headers: Headers, path: string) =>
    [`${path}*`, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  node: (headers: Headers, path: string) =>
    [
      `const headers = ${JSON.stringify(Object.fromEntries(headers), undefined, 2)};`,
      '',
      `// For everything below ${path}, before the file is sent:`,
      'for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);',
    ].join('\n'),
} as const;
