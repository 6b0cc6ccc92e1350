import { maskedEmail } from './masked-form.js';

const at = /[@＠]|%(?:25)*40/gi;
/** The characters before and after the @, also percent-encoded; not those that separate parts of a link or list. */
const local = /[\p{L}\p{N}\p{M}\p{Cs}.!$'*^_`{|}~+%-]/u;
const domain = /[\p{L}\p{N}\p{M}\p{Cs}.-]/u;
const quotes = /^['`*_{|~.]+/;

/**
 * Masks everything that looks like an email address. It searches from each @ in both directions, so the time grows only
 * with the length of the text.
 */
export function maskEmails(text: string): string {
  let masked = '';
  let done = 0;
  let floor = 0;
  for (const { 0: sign, index } of text.matchAll(at)) {
    let start = index;
    while (start > floor && local.test(text.charAt(start - 1))) start--;
    start += quotes.exec(text.slice(start, Math.min(index, start + 8)))?.[0].length ?? 0;
    const behind = index + sign.length;
    let end = behind;
    while (end < text.length && domain.test(text.charAt(end))) end++;
    while (text.charAt(end - 1) === '.' || text.charAt(end - 1) === '-') end--; // the end of a sentence
    floor = behind;
    if (start >= index || end <= behind) continue;
    masked += text.slice(done, start) + maskedEmail(text.slice(start, index));
    done = floor = end;
  }
  return masked + text.slice(done);
}
