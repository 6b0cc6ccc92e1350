/**
 * The text of a file, a byte order mark included, so that it can be written again byte for byte; `undefined` when it is no
 * text in UTF-8.
 */
export function utf8Text(bytes: BufferSource): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // UTF-16 can look like UTF-8 with a zero beside each letter.
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
