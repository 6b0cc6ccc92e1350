import { maskedEmail } from './masked-form.js';

const at = /[@＠]|%(?:25)*40/gi;
/** What may stand before and after the sign, percent-encoded too; what parts a link or a list is not among it. */
const local = /[\p{L}\p{N}\p{M}\p{Cs}.!$'*^_`{|}~+%-]/u;
const domain = /[\p{L}\p{N}\p{M}\p{Cs}.-]/u;
const quotes = /^['`*_{|~.]+/;

/** Masks whatever looks like an email address. Looks from each sign to both sides, so it takes the text's length. */
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
