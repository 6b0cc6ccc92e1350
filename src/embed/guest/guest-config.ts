import { isRecord, type Fields } from '../../domain/base/json.js';
import { isExactOrigin } from '../protocol/exact-origin.js';
import type { AdapterSettings } from '../adapter-kit/host-adapter.js';

/** `wayline-config.json` beside the page. No other setting decides who may frame the page. */
export interface GuestConfig {
  /** Allowed hosts as exact origins. Can be empty only with an adapter. */
  readonly hosts: ReadonlySet<string>;
  /** File name of the adapter in `adapters/`, without `.js`; default: a host that uses our protocol. */
  readonly adapter?: string;
  readonly adapterSettings?: AdapterSettings;
  /** Timeout for the host's `hello`, in milliseconds, default 10000. */
  readonly patience?: number;
  /** Properties of the widget, by name. */
  readonly properties: Readonly<Record<string, string | boolean>>;
}

/** An entry of the file is not valid. `message` names the entry, with its value if that helps. */
export class ConfigError extends Error {}

const texts = ['dataCenter', 'organizationId', 'projectId', 'templateId', 'baseUrl', 'defaultRegion'];
const switches = ['enableUserSearch', 'mask', 'readOnly'];
const known = ['hosts', 'adapter', 'adapterSettings', 'patience', ...texts, ...switches];

/** Reads the configuration. Throws a {@link ConfigError}. */
export function readConfig(value: unknown): GuestConfig {
  if (!isRecord(value)) throw new ConfigError('{}');
  for (const name of Object.keys(value)) if (!known.includes(name)) throw new ConfigError(name);
  const hosts = readHosts(value.hosts ?? []);
  const adapter = optional(value, 'adapter', (name): name is string => isText(name) && /^[a-z\d-]+$/.test(name));
  if (hosts.size === 0 && adapter === undefined) throw new ConfigError('hosts: []');
  const adapterSettings = optional(value, 'adapterSettings', isSettings);
  const patience = optional(value, 'patience', (time): time is number => Number.isFinite(time) && Number(time) > 0);
  return {
    hosts,
    ...(adapter !== undefined && { adapter }),
    ...(adapterSettings !== undefined && { adapterSettings }),
    ...(patience !== undefined && { patience }),
    properties: Object.fromEntries<string | boolean>([
      ...texts.flatMap((name) => entryOf(name, optional(value, name, isText))),
      ...switches.flatMap((name) => entryOf(name, optional(value, name, isFlag))),
    ]),
  };
}

function readHosts(hosts: unknown): ReadonlySet<string> {
  if (!Array.isArray(hosts)) throw new ConfigError('hosts');
  const strange = hosts.findIndex((host) => !isExactOrigin(host));
  if (strange >= 0) throw new ConfigError(`hosts: ${JSON.stringify(hosts[strange])}`);
  return new Set(hosts as readonly string[]);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

const isSettings = (value: unknown): value is AdapterSettings =>
  isRecord(value) && Object.values(value).every((setting) => typeof setting === 'string');

const entryOf = <T>(name: string, value: T | undefined): readonly (readonly [string, T])[] =>
  value === undefined ? [] : [[name, value]];

function optional<T>(fields: Fields, name: string, isRight: (value: unknown) => value is T): T | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (value !== undefined && !isRight(value)) throw new ConfigError(`${name}: ${JSON.stringify(value)}`);
  return value;
}
