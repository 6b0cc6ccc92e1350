import type { Person } from './person.js';

declare const brand: unique symbol;

/** Tells apart the persons found under one address, which can move from one person to another. */
export type PersonKey = string & { readonly [brand]: true };

/** Empty when the service knows no person. */
export const personKey = (persons: readonly Person[]): PersonKey =>
  (persons.length === 0 ? '' : JSON.stringify(persons.map(({ id }) => id))) as PersonKey;
