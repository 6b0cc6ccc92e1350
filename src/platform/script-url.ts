const { url } = import.meta;

/** Where the files lie that come with this script, with a slash at the end; `undefined` when nobody can tell. */
export const baseUrl: string | undefined = URL.canParse('.', url) ? new URL('.', url).href : undefined;
