/** The only import of the deferred part. Only `index.ts` uses it: in an element it would be a circular import. */
// eslint-disable-next-line no-restricted-syntax -- the part may import all that the root may
export const importDeferred = (): Promise<unknown> => import('../deferred/deferred-part.js');
