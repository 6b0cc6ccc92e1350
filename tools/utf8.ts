/**
 * The text of a file, with its byte order mark, so that it can be written back unchanged; `undefined` if it is not
 * UTF-8 text.
 */
export function utf8Text(bytes: BufferSource): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // UTF-16 can look like UTF-8 with a zero byte after each letter.
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
