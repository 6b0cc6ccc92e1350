/**
 * Whether a setting is on. Layouts, flows and publishers write booleans as text, so `"false"`, `"0"`, `"no"` and
 * `"off"` are off in any case. A bare attribute, which is the empty text, is on.
 */
export const readFlag = (value: unknown): boolean =>
  typeof value === 'string' ? !/^(?:false|0|no|off)$/i.test(value.trim()) : Boolean(value);
