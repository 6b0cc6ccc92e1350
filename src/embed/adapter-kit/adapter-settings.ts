import type { AdapterSettings } from './host-adapter.js';

const place = (name: string): string => `adapterSettings.${name} of wayline-config.json`;

/** Reads an https URL. Throws an Error for the administrator if it is missing or not valid. */
export function addressSetting(settings: AdapterSettings, name: string): URL {
  const address = optionalAddress(settings, name);
  if (address === undefined) throw new Error(`${place(name)} is missing. Set it to an https address.`);
  return address;
}

/** Like `addressSetting`, but the setting can be missing. */
export function optionalAddress(settings: AdapterSettings, name: string): URL | undefined {
  const text = textSetting(settings, name);
  if (text === undefined) return undefined;
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address?.protocol === 'https:' && address.username === '' && address.password === '') return address;
  throw new Error(`${place(name)} is "${text}", which is not an https address.`);
}

/** Reads a text; `undefined` if it is missing or empty. */
export function textSetting(settings: AdapterSettings, name: string): string | undefined {
  const text = Object.hasOwn(settings, name) ? settings[name] : undefined;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/**
 * Reads the name of a class, a version or a field. Throws for other characters, because the name becomes part of a URL
 * or a call.
 */
export function nameSetting(settings: AdapterSettings, name: string): string | undefined {
  const text = textSetting(settings, name);
  if (text === undefined || /^[\w.]+$/.test(text)) return text;
  throw new Error(`${place(name)} is "${text}". Use only letters, digits, _ and dots.`);
}
