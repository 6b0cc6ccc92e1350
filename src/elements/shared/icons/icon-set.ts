import type { IconMap } from '../../../domain/event/icon-map.js';
import { iconColours } from './icon-colours.js';
import type { IconLibrary, Shape } from './icon-library.js';
import { slot } from '../loading/slot.js';
import type { iconForKeyword } from './icon-keywords.js';
import type { IconName } from './icon.js';

/** Finds the built-in icon for a keyword. Until the deferred part is loaded, entries have the icon of their channel. */
export const keywordIcons = slot<typeof iconForKeyword>();

/** Icon and colour of an entry. */
export interface IconAppearance {
  readonly icon: IconName | Shape;
  /** One of {@link iconColours}; default: the colour of the channel. */
  readonly colour: string | undefined;
}

/** The administrator's icon map and the icon library, as far as loaded. Immutable: a change makes a new object. */
export interface Icons {
  /** The administrator's icon map; `undefined` if there is none, or it is not loaded yet. */
  readonly map: IconMap | undefined;
  /** The icon library; `undefined` until it is loaded. */
  readonly library: IconLibrary | undefined;
  /** Requests the icon library; called when a built-in icon is not enough. */
  readonly want: () => void;
}

/** No map, no library: only the built-in icons. */
export const noIcons: Icons = { map: undefined, library: undefined, want: () => undefined };

/**
 * The icon map's entry for a keyword; `undefined` when it has none. An unknown icon becomes `fallback` in the map's
 * colour.
 */
export function mappedIcon(keyword: string, fallback: IconName, icons: Icons): IconAppearance | undefined {
  const mapped = icons.map?.find(keyword);
  if (mapped === undefined) return undefined;
  const icon = fromLibrary(mapped.name, icons) ?? keywordIcons.get()?.(mapped.name)?.icon ?? fallback;
  const { colour } = mapped;
  return { icon, colour: colour !== undefined && Object.hasOwn(iconColours, colour) ? colour : undefined };
}

/** The icon for a publisher's keyword; `undefined` when there is none, or the library is not loaded yet. */
export function namedIcon(word: string, icons: Icons): IconAppearance | undefined {
  const find = keywordIcons.get();
  if (find === undefined) return undefined;
  const inside = find(word);
  if (inside !== undefined) return inside;
  const icon = fromLibrary(word, icons);
  return icon === undefined ? undefined : { icon, colour: undefined };
}

function fromLibrary(name: string, { library, want }: Icons): Shape | undefined {
  if (library === undefined) want();
  return library?.shapeOf(name);
}
