const said = new Set<string>();

/** Tells the engineer on the console, once per page; never anything about a customer. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`wayline: ${message}`);
}
