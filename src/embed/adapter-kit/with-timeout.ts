export type Wait = (milliseconds: number) => Promise<void>;

/** How long a CRM may take for its first answer, in milliseconds; some load their own scripts first. */
const patience = 10_000;

/** The answer of a CRM's SDK, or a rejection that says what did not answer: many SDKs keep silent outside their CRM. */
export async function withTimeout<T>(answer: Promise<T>, name: string, pause: Wait): Promise<T> {
  const late = pause(patience).then(() => {
    throw new Error(`${name} does not respond.`);
  });
  late.catch(() => undefined); // it may be late after the answer has come
  return Promise.race([answer, late]);
}
