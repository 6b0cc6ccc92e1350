const { url } = import.meta;

/** The address of the folder of this script, with a slash at the end; `undefined` if not known. */
export const baseUrl: string | undefined = URL.canParse('.', url) ? new URL('.', url).href : undefined;
