/** An address for the widget's `customer`. An `{ id }` is never read as a number or an email address. */
export type CustomerAddress = string | { readonly id: string };

/**
 * Reads the call variable `POD.ID`: `key=value;key=value` with the customer's ID, number and email address, in this
 * order, or only the ID. Empty if it contains none of them.
 */
export function readPodIdVariable(text: string): readonly CustomerAddress[] {
  if (!text.includes('=')) return idOf(text);
  const values = new Map(text.split(';').map(pairOf));
  const { cc_customerid: id = '', mobile = '', emailid: email = '' } = Object.fromEntries(values);
  return [...idOf(id), ...[mobile, email].filter((address) => address !== '')];
}

const idOf = (text: string): readonly CustomerAddress[] => (text.trim() === '' ? [] : [{ id: text.trim() }]);

function pairOf(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at).trim().toLowerCase(), pair.slice(at + 1).trim()];
}
