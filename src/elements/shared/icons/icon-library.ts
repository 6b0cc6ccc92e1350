import { isRecord } from '../../../domain/base/json.js';

/** SVG elements of an icon, in a square of 24 units. */
export type Shape = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

/** The icon library: icons in a file of its own, loaded on demand. */
export interface IconLibrary {
  /**
   * The shape for an icon name as icon maps write it: `icon-chat_16` and `chat-bold` are both `chat`. Returns the same
   * object for the same icon; `undefined` when the library has no such icon.
   */
  shapeOf(name: string): Shape | undefined;
}

/** Allowed SVG elements and attributes: the file's content is rendered without further checks. */
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

/** Candidates from the longest to the shortest: sizes, weights and variants are at the end of a name. */
function* namesLike(name: string): Generator<string> {
  const words = name
    .slice(0, 100)
    .trim()
    .toLowerCase()
    .replace(/^icon-/, '')
    .split(/[\s_-]+/);
  for (; words.length > 0; words.pop()) yield words.join('-');
}

/**
 * Reads `{ "shapes": { "mail": [[tag, attributes]] }, "names": { "email": "mail" } }`; `undefined` if it is not valid.
 */
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
