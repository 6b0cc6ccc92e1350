/** No search terms; always the same list, so that elements see no change. */
export const noTerms: readonly string[] = [];
