import { expect } from '@open-wc/testing';
import type { JourneyContext } from '../../src/embed/protocol/protocol.js';

export const nobody: JourneyContext = { identities: [] };

/** What an adapter tells, in order. */
export function recorder() {
  const told: JourneyContext[] = [];
  return { told, update: (context: JourneyContext) => void told.push(context) };
}

/** An answer that comes when the test says so. */
export function later<T>() {
  let answer!: (value: T) => void;
  let refuse!: (reason: Error) => void;
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve;
    refuse = reject;
  });
  return { promise, answer, refuse };
}

/** Never over: nothing in a test is late. */
export const patient = () => new Promise<void>(() => undefined);

/** Over at once: everything is late. */
export const impatient = () => Promise.resolve();

/** What has been promised by now has been followed. */
export const settled = () => new Promise<void>((resolve) => void setTimeout(resolve));

const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Runs something and fails when one of the secrets was on the console, in storage, or is in the page's address. */
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
