import { isSafePattern } from './safe-regex.js';
import { isRecord } from '../base/json.js';

/** What a map says about a keyword. */
export interface MappedIcon {
  /** An icon's name in the vendor's libraries; nobody has promised that we have it. */
  readonly name: string;
  /** In lower case, `gray` for both spellings; `undefined` for none. */
  readonly colour: string | undefined;
}

/** An administrator's choice of icons. */
export interface IconMap {
  /** What the last pattern that fits says, in any case; of a long keyword the beginning decides. */
  find(keyword: string): MappedIcon | undefined;
  /** Patterns that were left out: no regular expressions, or so many choices that a text could keep them busy. */
  readonly refused: readonly string[];
}

/** A stranger chooses the keyword; on so many characters no pattern takes longer than a frame. */
const longestKeyword = 64;
const mostPatterns = 500;
/** Journeys have a handful of keywords; what a stranger has by the thousand is not kept. */
const mostKept = 200;

/** Reads `{ "<regular expression>": { "name": …, "color": … } }`; `undefined` for what is no object at all. */
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
