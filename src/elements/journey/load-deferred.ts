/** The only import of the deferred part. Only `index.ts` uses it: an element that did would make a circle. */
// eslint-disable-next-line no-restricted-syntax -- the part may import all that the root may
export const importDeferred = (): Promise<unknown> => import('../deferred/deferred-part.js');
