import { css, unsafeCSS } from 'lit';

/**
 * The colours of icon maps, for light and dark themes. Each has enough contrast on the background and on its own tint.
 */
export const iconColours: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  black: ['#16191d', '#f2f4f5'],
  blue: ['#1069c0', '#6bb2ff'],
  cobalt: ['#2553c7', '#8fa9ff'],
  cyan: ['#0a7391', '#53c5e3'],
  darkmint: ['#0b5f57', '#3fbfae'],
  darkred: ['#8c1420', '#ff7a83'],
  gold: ['#8a6100', '#e0ad45'],
  gray: ['#5d6770', '#a9b1b9'],
  green: ['#17804a', '#4fcb86'],
  lime: ['#4b7a0c', '#a3d455'],
  mint: ['#0c7f72', '#5fd6c4'],
  orange: ['#b54f00', '#ff9c5a'],
  pink: ['#bf2a74', '#ff8dc0'],
  purple: ['#8a35b8', '#d595f7'],
  red: ['#c0283a', '#ff8f96'],
  violet: ['#6a3fd1', '#b59cff'],
  yellow: ['#7d6a00', '#e6d04a'],
};

/** Sets `--_c` by the colour's class. Must come after the style sheets that set it by channel. */
export const iconColourStyle = css`
  ${unsafeCSS(
    Object.entries(iconColours)
      .map(([name, [light, dark]]) => `.${name}{--_c:light-dark(${light},${dark})}`)
      .join(''),
  )}
`;
