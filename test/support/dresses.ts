/** Only the letters and digits, after decoding. */
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

/** The part of a value that must not appear: a number's last seven digits, the name in an email, else all of it. */
const tellingPart = (value: string): string =>
  /^\+?\d{8,}$/.test(value)
    ? value.slice(-7)
    : gistOf(value.includes('@') ? value.slice(0, value.indexOf('@') + 4) : value);

/** The values that a text contains in any format: with or without country code and separators, encoded, in any case. */
export function plainIn(text: string, values: readonly string[]): readonly string[] {
  const gist = gistOf(text);
  return values.filter((value) => gist.includes(tellingPart(value)));
}
