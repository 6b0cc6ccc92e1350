/** Isolates a name or an address in a sentence, because its text direction can differ. */
export const bidiIsolate = (text: string): string => `\u2068${text}\u2069`;
