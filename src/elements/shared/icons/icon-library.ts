import { isRecord } from '../../../domain/base/json.js';

/** What an icon is drawn of, in a square of 24. */
export type Shape = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

/** The icons beside the script. */
export interface IconLibrary {
  /**
   * The shape of a name as icon maps write it: `icon-chat_16` and `chat-bold` are `chat`. Always the same one for the
   * same name; `undefined` when the library has nothing like it.
   */
  shapeOf(name: string): Shape | undefined;
}

/** What an icon may be made of: it is drawn as it is. */
const tags = /^(?:path|circle|ellipse|line|polygon|polyline|rect)$/;
const attributeNames = /^(?:d|points|height|width|fill|[cr][xy]|[xy][12]?|r)$/;

function shapeFrom(value: unknown): Shape | undefined {
  if (!Array.isArray(value)) return undefined;
  const parts = value.flatMap((part: unknown): Shape => {
    const [tag, attributes] = Array.isArray(part) ? (part as readonly unknown[]) : [];
    if (typeof tag !== 'string' || !tags.test(tag) || !isRecord(attributes)) return [];
    const known = Object.entries(attributes).filter(([name]) => attributeNames.test(name));
    return [[tag, Object.fromEntries(known.map(([name, text]) => [name, String(text)]))]];
  });
  return parts.length === 0 ? undefined : parts;
}

/** From the longest to the shortest: sizes, weights and variants stand at the end. */
function* namesLike(name: string): Generator<string> {
  const words = name
    .slice(0, 100)
    .trim()
    .toLowerCase()
    .replace(/^icon-/, '')
    .split(/[\s_-]+/);
  for (; words.length > 0; words.pop()) yield words.join('-');
}

/** Reads `{ "shapes": { "mail": [[tag, attributes]] }, "names": { "email": "mail" } }`; `undefined` for anything else. */
export function readIconLibrary(value: unknown): IconLibrary | undefined {
  if (!isRecord(value) || !isRecord(value.shapes) || !isRecord(value.names)) return undefined;
  const { names } = value;
  const shapes = new Map(Object.entries(value.shapes).map(([name, shape]) => [name, shapeFrom(shape)]));
  return {
    shapeOf(asked) {
      for (const name of namesLike(asked)) {
        const shape = shapes.get(Object.hasOwn(names, name) ? String(names[name]) : name);
        if (shape !== undefined) return shape;
      }
      return undefined;
    },
  };
}
