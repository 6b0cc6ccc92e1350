import { assetUrl } from '../../platform/assets.js';
import { baseUrl } from '../../platform/script-url.js';
import { warnOnce } from '../../platform/warn-once.js';
import { textOf } from './attributes.js';

/** Reads the address of a file from the attribute `name`. `undefined` if there is none, or with a warning. */
export function fileUrl(name: string, given: unknown): string | undefined {
  const text = textOf(given);
  if (/^\W*$/.test(text)) return undefined;
  const url = assetUrl(text.trim(), baseUrl);
  if (url === undefined)
    warnOnce(`${name}="${text}" is not allowed. Use https, or the origin of the page or the script.`);
  return url;
}

/** The folder of the files that come with the script: as the layout says, else beside the script. */
export const assetsFolder = (given: unknown): string | undefined =>
  fileUrl('assets-url', textOf(given).replace(/\/*\s*$/, '/')) ?? baseUrl;
