import { expect } from '@open-wc/testing';
import type { JourneyContext } from '../../src/embed/protocol/protocol.js';

export const nobody: JourneyContext = { identities: [] };

/** The contexts that an adapter sends, in order. */
export function recorder() {
  const told: JourneyContext[] = [];
  return { told, update: (context: JourneyContext) => void told.push(context) };
}

/** An answer that the test sends when it wants to. */
export function later<T>() {
  let answer!: (value: T) => void;
  let refuse!: (reason: Error) => void;
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve;
    refuse = reject;
  });
  return { promise, answer, refuse };
}

/** A timeout that never ends: nothing in a test is late. */
export const patient = () => new Promise<void>(() => undefined);

/** A timeout that ends at once: everything is late. */
export const impatient = () => Promise.resolve();

/** Waits until all current promises have been handled. */
export const settled = () => new Promise<void>((resolve) => void setTimeout(resolve));

const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Runs a function. Fails if a secret is on the console, in storage, or in the page's address. */
export async function expectKept(secrets: readonly string[], run: () => Promise<unknown>): Promise<void> {
  const said: unknown[] = [];
  const originals = methods.map((method) => console[method]);
  for (const method of methods) console[method] = (...words: unknown[]) => void said.push(...words);
  try {
    await run();
  } finally {
    methods.forEach((method, index) => (console[method] = originals[index]!));
  }
  const places = [said, { ...localStorage }, { ...sessionStorage }, location.href, document.cookie, history.state];
  const everything = JSON.stringify(places);
  for (const secret of secrets) expect(everything).not.to.include(secret);
}
