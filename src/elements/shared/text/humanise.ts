const opaque = /^[0-9a-f-]{16,}$/i;

/**
 * A technical name as words: `order:shipped` becomes "Order shipped". Removes IDs and host names. Returns `undefined`
 * when no words are left.
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

/** External text can have a million combining accents on one letter. Browsers need minutes to lay that out. */
const heapedMarks = /(\p{M}{30})\p{M}+/gu;

/**
 * Cuts a text after `limit` characters (default 240): external text can be a megabyte long. The agent can copy the full
 * text from the details.
 */
export const shorten = (text: string, limit = 240): string =>
  (text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`).replace(heapedMarks, '$1…');
