/** Waits for some milliseconds. */
export type Wait = (milliseconds: number) => Promise<void>;

/** Timeout for the first response of a CRM, in milliseconds. Some load their own scripts first. */
const patience = 10_000;

/**
 * The response of a CRM's SDK. Rejects with an Error after 10 seconds, because many SDKs never respond outside of their
 * CRM.
 */
export async function withTimeout<T>(answer: Promise<T>, name: string, pause: Wait): Promise<T> {
  const late = pause(patience).then(() => {
    throw new Error(`${name} does not respond.`);
  });
  late.catch(() => undefined); // the timeout can end after the response
  return Promise.race([answer, late]);
}
