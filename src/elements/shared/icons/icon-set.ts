import type { IconMap } from '../../../domain/event/icon-map.js';
import { iconColours } from './icon-colours.js';
import type { IconLibrary, Shape } from './icon-library.js';
import { iconForKeyword } from './icon-keywords.js';
import type { IconName } from './icon.js';

/** How something is marked in the timeline. */
export interface IconAppearance {
  readonly icon: IconName | Shape;
  /** One of {@link iconColours}; `undefined` leaves the colour to the channel. */
  readonly colour: string | undefined;
}

/** The icons there are: inside the script, beside it, and by the administrator's map. Never changed, but replaced. */
export interface Icons {
  readonly map: IconMap | undefined;
  readonly library: IconLibrary | undefined;
  /** Something asks for an icon that only the library could have. */
  readonly want: () => void;
}

export const noIcons: Icons = { map: undefined, library: undefined, want: () => undefined };

/** What the administrator's map says of a keyword; without an icon we have, `fallback` in the map's colour. */
export function mappedIcon(keyword: string, fallback: IconName, icons: Icons): IconAppearance | undefined {
  const mapped = icons.map?.find(keyword);
  if (mapped === undefined) return undefined;
  const icon = fromLibrary(mapped.name, icons) ?? iconForKeyword(mapped.name)?.icon ?? fallback;
  const { colour } = mapped;
  return { icon, colour: colour !== undefined && Object.hasOwn(iconColours, colour) ? colour : undefined };
}

/** What a publisher's word for an icon looks like; `undefined` when there is no such icon, or not yet. */
export function namedIcon(word: string, icons: Icons): IconAppearance | undefined {
  const inside = iconForKeyword(word);
  if (inside !== undefined) return inside;
  const icon = fromLibrary(word, icons);
  return icon === undefined ? undefined : { icon, colour: undefined };
}

function fromLibrary(name: string, { library, want }: Icons): Shape | undefined {
  if (library === undefined) want();
  return library?.shapeOf(name);
}
