import type { DesktopView } from './view.js';

/** A contact's address, or the value of a variable, as the desktop writes it: with its last characters only while it masks. */
export const addressText = (text: string, { mask }: Pick<DesktopView, 'mask'>): string =>
  mask && text.length > 4 ? `••••${text.slice(-4)}` : text;
