/** Letters and digits alone, whatever was encoded. */
function gistOf(text: string): string {
  const decoded = text.replace(/(?:%(?:25)*[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes.replace(/%(?:25)+/g, '%'));
    } catch {
      return escapes;
    }
  });
  return decoded.toLowerCase().replace(/[^\p{L}\p{Nd}]+/gu, '');
}

/** What of a value must stand nowhere: a number's last seven digits, the part of an email that says who it is, else all. */
const tellingPart = (value: string): string =>
  /^\+?\d{8,}$/.test(value)
    ? value.slice(-7)
    : gistOf(value.includes('@') ? value.slice(0, value.indexOf('@') + 4) : value);

/** Those of the values that stand in a text in any dress: with or without country code and signs, encoded, in any case. */
export function plainIn(text: string, values: readonly string[]): readonly string[] {
  const gist = gistOf(text);
  return values.filter((value) => gist.includes(tellingPart(value)));
}
