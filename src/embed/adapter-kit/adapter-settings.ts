import type { AdapterSettings } from './host-adapter.js';

const place = (name: string): string => `adapterSettings.${name} of wayline-config.json`;

/** An https address. Throws when there is none: an administrator reads it. */
export function addressSetting(settings: AdapterSettings, name: string): URL {
  const address = optionalAddress(settings, name);
  if (address === undefined) throw new Error(`${place(name)} is missing. Set it to an https address.`);
  return address;
}

/** As `addressSetting`, where it may be left out. */
export function optionalAddress(settings: AdapterSettings, name: string): URL | undefined {
  const text = textSetting(settings, name);
  if (text === undefined) return undefined;
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address?.protocol === 'https:' && address.username === '' && address.password === '') return address;
  throw new Error(`${place(name)} is "${text}", which is not an https address.`);
}

export function textSetting(settings: AdapterSettings, name: string): string | undefined {
  const text = Object.hasOwn(settings, name) ? settings[name] : undefined;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** What a CRM calls a class, a version or a field: nothing else may get into an address or a call. */
export function nameSetting(settings: AdapterSettings, name: string): string | undefined {
  const text = textSetting(settings, name);
  if (text === undefined || /^[\w.]+$/.test(text)) return text;
  throw new Error(`${place(name)} is "${text}". Use only letters, digits, _ and dots.`);
}
