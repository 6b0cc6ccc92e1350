import type { ComplexAttributeConverter } from 'lit';
import { readFlag } from '../../domain/base/read-flag.js';
import { warnOnce } from '../../platform/warn-once.js';

/** Attributes that are documented, but have no effect in this version. */
export const withoutEffect: readonly string[] = ['limit'];

/** Names of attributes in layouts for other widgets, with the name here. */
export const otherNames: Readonly<Record<string, string>> = {
  darkmode: 'dark-mode',
  'icon-data-path': 'icon-data-url',
  'read-only-aliases': 'read-only',
  'user-search': 'enable-user-search',
};

/** A page can set a property to any value, whatever its type says. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads a boolean attribute: `"false"`, `"0"`, `"no"` and `"off"` are false, all other text is true. */
export const flag: ComplexAttributeConverter<boolean> = { fromAttribute: readFlag };

/** Reads one of several words. Other text becomes the first word, with a warning. */
export const choice = <T extends string>(name: string, ...values: [T, ...T[]]): ComplexAttributeConverter<T> => ({
  fromAttribute(text) {
    const found = values.find((value) => value === text?.trim().toLowerCase());
    if (found === undefined && text !== null) {
      warnOnce(`${name}="${text}" is not a known value. Use ${values.join(' or ')}. The default is ${values[0]}.`);
    }
    return found ?? values[0];
  },
});

/** Reads text with `read`. If that returns `undefined`, the attribute counts as missing, with a warning. */
export const readable = (
  name: string,
  read: (text: string) => string | undefined,
): ComplexAttributeConverter<string | undefined> => ({
  fromAttribute(text) {
    if (text === null || text.trim() === '') return undefined;
    const value = read(text.trim());
    if (value === undefined) warnOnce(`${name}="${text}" is not a known value. The browser's is used.`);
    return value;
  },
});
