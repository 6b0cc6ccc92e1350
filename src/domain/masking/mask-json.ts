/** The masked form of a text or number. */
export interface JsonMasks {
  readonly text: (value: string) => string;
  readonly number: (value: number) => number | string;
}

type Branch = readonly [from: object, to: Record<string, unknown> | unknown[]];

const emptyLike = (value: object): Branch[1] => (Array.isArray(value) ? [] : {});

/** A field named `__proto__` must stay a field. */
const put = (target: object, name: string, value: unknown): unknown =>
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });

/**
 * A masked copy of JSON data, including the names of fields. Uses a list instead of recursion: untrusted data can be
 * nested deeper than the call stack.
 */
export function maskJson(value: unknown, { text, number }: JsonMasks): unknown {
  const open: Branch[] = [];
  const copyOf = (item: unknown): unknown => {
    if (typeof item === 'string') return text(item);
    if (typeof item === 'number') return number(item);
    if (typeof item !== 'object' || item === null) return item;
    const copy = emptyLike(item);
    open.push([item, copy]);
    return copy;
  };
  const whole = copyOf(value);
  for (let branch = open.pop(); branch !== undefined; branch = open.pop()) {
    const [from, to] = branch;
    if (Array.isArray(to)) {
      for (const item of from as readonly unknown[]) to.push(copyOf(item));
      continue;
    }
    let twins = 0;
    for (const name of Object.keys(from)) {
      const masked = text(name);
      // Two addresses can have the same masked form; both fields must stay.
      const free = masked === name || !Object.hasOwn(to, masked) ? masked : `${masked} (${++twins + 1})`;
      const copy = copyOf((from as Readonly<Record<string, unknown>>)[name]);
      if (free === '__proto__') put(to, free, copy);
      else to[free] = copy;
    }
  }
  return whole;
}
