import { readFlag } from '../../domain/base/read-flag.js';

/** How the widget should look, as far as somebody says so; the system decides the rest. */
export interface Theme {
  readonly scheme: 'dark' | 'light' | undefined;
  readonly contrast: boolean;
}

/** The desktop's own word on the matter, where its component library is on the page. */
export const desktopIsDark = (): unknown =>
  (globalThis as { MomentumUIThemeManager?: { isDarkMode?: unknown } }).MomentumUIThemeManager?.isDarkMode;

/**
 * What counts first is `darkMode`, then what the name of the theme says ("dark", "light"), then the desktop. Which names
 * a desktop has is written nowhere, so they are only looked at for words.
 *
 * @param theme its name, if it is text
 * @param desktop whether the desktop is dark, if it is a boolean
 */
export function themeOf(darkMode: boolean | string | undefined, theme: unknown, desktop: unknown): Theme {
  const name = typeof theme === 'string' ? theme : '';
  const named = /dark/i.test(name) ? true : /light/i.test(name) ? false : undefined;
  const dark = (darkMode === undefined ? undefined : readFlag(darkMode)) ?? named ?? desktop;
  return { scheme: typeof dark !== 'boolean' ? undefined : dark ? 'dark' : 'light', contrast: /contrast/i.test(name) };
}
