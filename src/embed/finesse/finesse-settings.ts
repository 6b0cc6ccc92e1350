import { readFlag } from '../../domain/base/read-flag.js';

/** The settings from the gadget's URL in the desktop layout, under the names that Cisco's gadget uses. */
export interface GadgetSettings {
  readonly dataCenter: string | undefined;
  readonly organizationId: string | undefined;
  readonly projectId: string | undefined;
  /** The company's token service; default: Finesse's own. */
  readonly tokenUrl: URL | undefined;
  /** The name of the token at the token service. */
  readonly tokenName: string | undefined;
  readonly iconDataUrl: string | undefined;
  readonly enableUserSearch: boolean;
  /** Customer to show without a call. */
  readonly customer: string | undefined;
  readonly condensedView: boolean;
  /** CSS pixels, 200 to 4000, default 600. */
  readonly height: number;
}

/** Why the gadget cannot start, and the setting that causes it. */
export interface SettingsProblem {
  readonly problem: 'secret' | 'address';
  readonly name: string;
}

/** Secrets are not allowed: URLs are logged, and everyone can read a layout. */
const secrets = ['ccepasskey', 'passkey', 'bearertoken', 'accesstoken', 'access_token', 'token'];

const heights = { least: 200, usual: 600, most: 4_000 } as const;

/**
 * Reads the settings.
 *
 * @param page URL of the rendered gadget; its parameter `url` contains the gadget's own URL
 */
export function readGadgetSettings(page: URL): GadgetSettings | SettingsProblem {
  const gadget = page.searchParams.get('url') ?? '';
  const own = URL.canParse(gadget, page) ? new URL(gadget, page) : page;
  // Layouts contain line breaks between the parameters.
  const values = new Map([...own.searchParams].map(([name, value]) => [name.trim(), value.trim()]));
  const textOf = (name: string): string | undefined => values.get(name) || undefined;

  const secret = [...values.keys()].find((name) => secrets.includes(name.toLowerCase()));
  if (secret !== undefined) return { problem: 'secret', name: secret };
  const given = textOf('cceTokenUrl');
  const tokenUrl = given && URL.canParse(given, page) ? new URL(given, page) : undefined;
  if (given && (tokenUrl?.protocol !== 'https:' || tokenUrl.username !== '' || tokenUrl.password !== '')) {
    return { problem: 'address', name: 'cceTokenUrl' };
  }
  return {
    dataCenter: textOf('dataCenter'),
    organizationId: textOf('organizationId'),
    projectId: textOf('projectId'),
    tokenUrl,
    tokenName: textOf('cceTokenUrlName'),
    iconDataUrl: textOf('iconDataUrl'),
    enableUserSearch: readFlag(textOf('enableUserSearch')),
    customer: textOf('customer'),
    condensedView: readFlag(textOf('condensedView')),
    height: readHeight(textOf('gadgetHeight')),
  };
}

function readHeight(text = ''): number {
  const height = Number(/^(\d+(?:\.\d+)?)(?:px)?$/.exec(text)?.[1] ?? heights.usual);
  return Math.min(heights.most, Math.max(heights.least, Math.round(height)));
}
