import { JourneyError } from '../../domain/base/journey-error.js';
import { isLoopback } from '../../platform/loopback.js';

/** Whether the streams read the token from the header, or from the address as the incumbent sends it. */
export type StreamAuth = 'header' | 'query';

interface DataCenter {
  /** The regional contact-center gateway. */
  readonly gateway?: string;
  /** The journey service's own host. */
  readonly journey?: string;
  /** Where its customers are at home; none where they are in many countries. */
  readonly region?: string;
}

const gateway = (region: string): string => `https://api.wxcc-${region}.cisco.com`;
const internalGateway = (name: string): string => `https://api.${name}.ciscoccservice.com`;
const journey = (name: string): string => `https://api-jds.wxdap-${name}.webex.com`;

/** By the desktop's name. A token is good in its own region only: what is not listed here has no host. */
const dataCenters = new Map<string, DataCenter>([
  ['produs1', { gateway: gateway('us1'), journey: journey('produs1'), region: 'US' }],
  ['prodeu1', { gateway: gateway('eu1'), journey: journey('prodeu1'), region: 'GB' }],
  ['prodeu2', { gateway: gateway('eu2'), journey: journey('prodeu2') }],
  ['prodanz1', { gateway: gateway('anz1'), region: 'AU' }],
  ['prodca1', { gateway: gateway('ca1'), region: 'CA' }],
  ['prodjp1', { gateway: gateway('jp1'), region: 'JP' }],
  ['prodsg1', { gateway: gateway('sg1'), region: 'SG' }],
  ['prodin1', { gateway: gateway('in1'), region: 'IN' }],
  ['loadus1', { gateway: 'https://api.loadus1.cisco.com' }],
  ['load', { journey: journey('stgus1') }],
  ['qaus1', { gateway: internalGateway('qaus1'), journey: journey('stgus1') }],
  ['appstaging', { journey: journey('stgus1') }],
  ['intgus1', { gateway: internalGateway('intgus1'), journey: journey('devus1') }],
  ['devus1', { journey: journey('devus1') }],
]);

/**
 * Where a data center's journeys are, the best host first, without a slash at the end. A base URL overrides it. Throws
 * `host-unknown` for a data center nobody has described, `host-refused` for a base URL no token may be sent to.
 */
export function hostsOf(
  dataCenter: string | undefined,
  baseUrl: string | undefined,
  streamAuth: StreamAuth,
): readonly string[] {
  if (baseUrl?.trim()) return [ownHost(baseUrl.trim())];
  const hosts = dataCenters.get(keyOf(dataCenter));
  if (hosts === undefined) throw new JourneyError('host-unknown');
  // A token in the address has only ever been seen to work on the journey hosts.
  const order = streamAuth === 'query' ? [hosts.journey, hosts.gateway] : [hosts.gateway, hosts.journey];
  return order.filter((host) => host !== undefined);
}

/** Where a data center's contact records are searched for; `undefined` where it has no gateway. Throws `host-refused`. */
export const searchHostOf = (dataCenter: string | undefined, baseUrl: string | undefined): string | undefined =>
  baseUrl?.trim() ? ownHost(baseUrl.trim()) : dataCenters.get(keyOf(dataCenter))?.gateway;

/** The country whose numbers a data center's customers write without a country code, ISO 3166-1 alpha-2, if it is one. */
export const regionOf = (dataCenter: string | undefined): string | undefined =>
  dataCenters.get(keyOf(dataCenter))?.region;

const keyOf = (dataCenter: string | undefined): string => dataCenter?.trim().toLowerCase() ?? '';

function ownHost(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !isSafe(url)) throw new JourneyError('host-refused');
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

function isSafe({ protocol, hostname, username, password, search, hash }: URL): boolean {
  if (username || password || search || hash) return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
