/** A piece of text; a link if it has an `href`. */
export interface TextPiece {
  readonly text: string;
  readonly href: string | undefined;
}

/*
 * `[text](address)`, with one level of brackets in the address. Both parts stop at the opening bracket of the next
 * link, so unbalanced brackets cannot make the search slow.
 */
const markedLink = /\[([^[\]]+)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g;

/** Finds the links in a value: the whole value if it is an address, else each `[text](address)` in it. */
export function linksIn(text: string): readonly TextPiece[] {
  const whole = text.trim();
  if (/^(?:https?:|mailto:|tel:|www\.)\S+$/i.test(whole)) return [{ text, href: safeHref(whole) }];
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(markedLink)) {
    const [marked, words = '', address = ''] = match;
    const href = safeHref(address);
    if (href === undefined) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), href: undefined });
    pieces.push({ text: words, href });
    end = match.index + marked.length;
  }
  if (end < text.length || pieces.length === 0) pieces.push({ text: text.slice(end), href: undefined });
  return pieces;
}

/** An address that an agent may open. Any other scheme could run a script or open a program. */
function safeHref(address: string): string | undefined {
  const full = /^www\./i.test(address) ? `https://${address}` : address;
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(full) && URL.canParse(full) ? full : undefined;
}
