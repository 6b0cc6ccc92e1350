import { readFlag } from '../../domain/base/read-flag.js';

/** What the desktop layout sets in the gadget's address, in the incumbent's names. */
export interface GadgetSettings {
  readonly dataCenter: string | undefined;
  readonly organizationId: string | undefined;
  readonly projectId: string | undefined;
  /** Where the token is asked for; `undefined` for Finesse's own token service. */
  readonly tokenUrl: URL | undefined;
  /** What the token service calls the token. */
  readonly tokenName: string | undefined;
  readonly iconDataUrl: string | undefined;
  readonly enableUserSearch: boolean;
  readonly customer: string | undefined;
  readonly condensedView: boolean;
  /** CSS pixels. */
  readonly height: number;
}

/** Why the gadget does not start, and which setting is to blame. */
export interface SettingsProblem {
  readonly problem: 'secret' | 'address';
  readonly name: string;
}

/** Addresses are in histories and logs, and a layout is read by all: whatever opens something has no place in them. */
const secrets = ['ccepasskey', 'passkey', 'bearertoken', 'accesstoken', 'access_token', 'token'];

const heights = { least: 200, usual: 600, most: 4_000 } as const;

/** `page` is the address of the rendered gadget, which has the gadget's own in its parameter `url`. */
export function readGadgetSettings(page: URL): GadgetSettings | SettingsProblem {
  const gadget = page.searchParams.get('url') ?? '';
  const own = URL.canParse(gadget, page) ? new URL(gadget, page) : page;
  // Layouts break lines between the parameters.
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
