/** A part of a layout that cannot be read, and why. */
export class LayoutError extends Error {
  override readonly name = 'LayoutError';
  /** For example `agent.area.panel.children[1].comp`. */
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path} ${problem}`);
    this.path = path;
  }
}

/** Reads a value of a layout. @throws {LayoutError} with the path, if it is not valid */
export type Read<T> = (value: unknown, path: string) => T;

const kindOf = (value: unknown): string =>
  value === undefined ? 'missing' : value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;

function expected(value: unknown, path: string, wanted: string): LayoutError {
  return new LayoutError(
    path,
    value === undefined ? `is missing; ${wanted} is needed` : `is ${kindOf(value)}, not ${wanted}`,
  );
}

export const textAt: Read<string> = (value, path) => {
  if (typeof value !== 'string') throw expected(value, path, 'a text');
  return value;
};

export const numberAt: Read<number> = (value, path) => {
  if (typeof value !== 'number') throw expected(value, path, 'a number');
  return value;
};

export const recordAt: Read<Readonly<Record<string, unknown>>> = (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw expected(value, path, 'an object');
  return { ...value };
};

export const listOf =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value, path) => {
    if (!Array.isArray(value)) throw expected(value, path, 'a list');
    return value.map((each: unknown, index) => read(each, `${path}[${index}]`));
  };

export const recordOf =
  <T>(read: Read<T>): Read<Record<string, T>> =>
  (value, path) =>
    Object.fromEntries(
      Object.entries(recordAt(value, path)).map(([name, each]) => [name, read(each, `${path}.${name}`)]),
    );

/** Reads a value that may be missing. */
export const optional = <T>(read: Read<T>, value: unknown, path: string): T | undefined =>
  value === undefined || value === null ? undefined : read(value, path);

/** The first name that occurs twice. */
export const firstRepeated = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index);
