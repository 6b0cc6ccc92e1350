/** A number from 0 to 2^32 - 1, always the same for the same text (FNV-1a); for random choices that can be repeated. */
export function hash(text: string): number {
  let result = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) result = Math.imul(result ^ text.charCodeAt(at), 0x01000193);
  return result >>> 0;
}
