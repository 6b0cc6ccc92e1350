const opaque = /^[0-9a-f-]{16,}$/i;

/**
 * A technical name as words: `order:shipped` becomes "Order shipped". `undefined` when nothing readable is in it; ids and
 * host names are not.
 */
export function humanise(name: string): string | undefined {
  const words = name
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .split('/')
    .filter((part) => part !== '' && !opaque.test(part))
    .at(-1)
    ?.replace(/%20/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[\s:._-]+/)
    .filter(Boolean)
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
  return words === undefined || words === '' ? undefined : words.charAt(0).toUpperCase() + words.slice(1);
}

/** A stranger may heap a million accents upon one letter, which no browser lays out within a minute. */
const heapedMarks = /(\p{M}{30})\p{M}+/gu;

/** A stranger's text may be a megabyte long; the whole of it can be copied from the details. */
export const shorten = (text: string, limit = 240): string =>
  (text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`).replace(heapedMarks, '$1…');
