const said = new Set<string>();

/** Shows a warning on the console, once per page; never customer data. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`wayline: ${message}`);
}
