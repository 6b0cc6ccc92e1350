/** For a name or an address within a sentence, which may be written in another direction. */
export const bidiIsolate = (text: string): string => `\u2068${text}\u2069`;
