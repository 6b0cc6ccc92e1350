/** Named values of any type: an untrusted object before it is read. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object, not a list and not `null`. */
export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
