import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { panes, themes } from './looks.js';

const folder = 'docs/screenshots/identity';

/**
 * If the environment variable SCREENSHOTS is set, writes pictures of the page, light and dark, to `folder`. Widths of
 * the pane in CSS pixels.
 */
export async function picture(page: Page, name: string, ...widths: readonly (keyof typeof panes)[]): Promise<void> {
  if (!process.env.SCREENSHOTS) return;
  mkdirSync(folder, { recursive: true });
  const view = page.viewportSize();
  for (const width of widths.length > 0 ? widths : ([380] as const)) {
    for (const theme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 860 });
      await page.emulateMedia(themes[theme]);
      await page.screenshot({ path: `${folder}/${name}-${width}-${theme}.png` });
    }
  }
  await page.emulateMedia(themes.light);
  if (view !== null) await page.setViewportSize(view);
}
