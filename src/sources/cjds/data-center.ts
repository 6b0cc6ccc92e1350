import { JourneyError } from '../../domain/base/journey-error.js';
import { isLoopback } from '../../platform/loopback.js';

/** Whether the streams get the token in a header, or in the URL as Cisco's widget sends it. */
export type StreamAuth = 'header' | 'query';

interface DataCenter {
  /** The regional contact-center gateway. */
  readonly gateway?: string;
  /** The journey service's own host. */
  readonly journey?: string;
  /** The country of its customers; undefined if they are in many countries. */
  readonly region?: string;
}

const gateway = (region: string): string => `https://api.wxcc-${region}.cisco.com`;
const internalGateway = (name: string): string => `https://api.${name}.ciscoccservice.com`;
const journey = (name: string): string => `https://api-jds.wxdap-${name}.webex.com`;

/** By the desktop's name. A token is only valid in its own region, so a data center that is not listed has no host. */
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
 * The journey hosts of a data center, preferred host first, without a slash at the end. A base URL overrides them.
 * Throws `host-unknown` if the data center is not listed, `host-refused` if a token must not be sent to the base URL.
 */
export function hostsOf(
  dataCenter: string | undefined,
  baseUrl: string | undefined,
  streamAuth: StreamAuth,
): readonly string[] {
  if (baseUrl?.trim()) return [ownHost(baseUrl.trim())];
  const hosts = dataCenters.get(keyOf(dataCenter));
  if (hosts === undefined) throw new JourneyError('host-unknown');
  // A token in the URL is only known to work on the journey hosts.
  const order = streamAuth === 'query' ? [hosts.journey, hosts.gateway] : [hosts.gateway, hosts.journey];
  return order.filter((host) => host !== undefined);
}

/** The host with the data center's interaction records; `undefined` if it has no gateway. Throws `host-refused`. */
export const searchHostOf = (dataCenter: string | undefined, baseUrl: string | undefined): string | undefined =>
  baseUrl?.trim() ? ownHost(baseUrl.trim()) : dataCenters.get(keyOf(dataCenter))?.gateway;

/**
 * The country of phone numbers without a country code, ISO 3166-1 alpha-2; `undefined` if a data center has several.
 */
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
