import type { DesktopView } from './view.js';

/** An address or a variable as the desktop shows it: only the last characters while it masks. */
export const addressText = (text: string, { mask }: Pick<DesktopView, 'mask'>): string =>
  mask && text.length > 4 ? `••••${text.slice(-4)}` : text;
