import type { ComplexAttributeConverter } from 'lit';
import { readFlag } from '../../domain/base/read-flag.js';
import { warnOnce } from '../../platform/warn-once.js';

/** Attributes are text: `"false"`, `"0"`, `"no"` and `"off"` are false, whatever else is there is true. */
export const flag: ComplexAttributeConverter<boolean> = { fromAttribute: readFlag };

/** One of a few words; anything else falls back to the first with a warning. */
export const choice = <T extends string>(name: string, ...values: [T, ...T[]]): ComplexAttributeConverter<T> => ({
  fromAttribute(text) {
    const found = values.find((value) => value === text?.trim().toLowerCase());
    if (found === undefined && text !== null) {
      warnOnce(`${name}="${text}" is not a known value. Use ${values.join(' or ')}. The default is ${values[0]}.`);
    }
    return found ?? values[0];
  },
});

/** Text that `read` understands; anything else counts as absent, with a warning. */
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
