import { readFlag } from '../../domain/base/read-flag.js';

/** The requested theme. Where it is undefined, the system's setting applies. */
export interface Theme {
  readonly scheme: 'dark' | 'light' | undefined;
  /** Whether to add contrast. */
  readonly contrast: boolean;
}

/** Whether the desktop is dark, as its component library says; `undefined` without that library. */
export const desktopIsDark = (): unknown =>
  (globalThis as { MomentumUIThemeManager?: { isDarkMode?: unknown } }).MomentumUIThemeManager?.isDarkMode;

/**
 * The theme to use. Priority: `darkMode`, then "dark" or "light" in the theme's name, then the desktop. Theme names are
 * not documented, so only those words are searched for.
 *
 * @param theme the name of the theme, if it is text
 * @param desktop whether the desktop is dark, if it is a boolean
 */
export function themeOf(darkMode: boolean | string | undefined, theme: unknown, desktop: unknown): Theme {
  const name = typeof theme === 'string' ? theme : '';
  const named = /dark/i.test(name) ? true : /light/i.test(name) ? false : undefined;
  const dark = (darkMode === undefined ? undefined : readFlag(darkMode)) ?? named ?? desktop;
  return { scheme: typeof dark !== 'boolean' ? undefined : dark ? 'dark' : 'light', contrast: /contrast/i.test(name) };
}
