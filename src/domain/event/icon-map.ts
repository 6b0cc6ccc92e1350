import { isSafePattern } from './safe-regex.js';
import { isRecord } from '../base/json.js';

/** The icon and colour that a map gives a keyword. */
export interface MappedIcon {
  /** The name of an icon in the vendor's libraries. We may not have it. */
  readonly name: string;
  /** In lower case, `gray` for both spellings; `undefined` if the map has no colour. */
  readonly colour: string | undefined;
}

/** An administrator's choice of icons. */
export interface IconMap {
  /** The result of the last matching pattern, in any case. Only the beginning of a long keyword is compared. */
  find(keyword: string): MappedIcon | undefined;
  /** Patterns that are not used: not valid, or not safe. */
  readonly refused: readonly string[];
}

/** Keywords come from untrusted events. With this length, no pattern takes longer than a frame. */
const longestKeyword = 64;
const mostPatterns = 500;
/** Journeys have few keywords. The cache has a limit, because untrusted events can have thousands. */
const mostKept = 200;

/** Reads `{ "<regular expression>": { "name": …, "color": … } }`; `undefined` for a value that is not an object. */
export function readIconMap(value: unknown): IconMap | undefined {
  if (!isRecord(value)) return undefined;
  const refused: string[] = [];
  const icons: { readonly pattern: RegExp; readonly icon: MappedIcon }[] = [];
  for (const [key, entry] of Object.entries(value).reverse()) {
    const [pattern, icon] = [patternFrom(key), iconFrom(entry)];
    if (pattern === undefined || icons.length === mostPatterns) refused.push(key);
    else if (icon !== undefined) icons.push({ pattern, icon });
  }
  const kept = new Map<string, MappedIcon | undefined>();
  return {
    refused,
    find(text) {
      const keyword = text.slice(0, longestKeyword);
      if (!kept.has(keyword)) {
        if (kept.size === mostKept) kept.clear();
        kept.set(keyword, icons.find(({ pattern }) => pattern.test(keyword))?.icon);
      }
      return kept.get(keyword);
    },
  };
}

function patternFrom(key: string): RegExp | undefined {
  try {
    return isSafePattern(key) ? new RegExp(key, 'i') : undefined;
  } catch {
    return undefined;
  }
}

function iconFrom(entry: unknown): MappedIcon | undefined {
  if (!isRecord(entry)) return undefined;
  const { name, color } = entry;
  if (typeof name !== 'string') return undefined;
  return { name, colour: typeof color === 'string' ? color.trim().toLowerCase().replace('grey', 'gray') : undefined };
}
