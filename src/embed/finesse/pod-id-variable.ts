/** An address as the widget's `customer` takes it: `{ id }` counts only as it is written. */
export type CustomerAddress = string | { readonly id: string };

/**
 * What the call variable `POD.ID` says of the customer: `key=value;key=value` with the customer's ID, number and email
 * address, in this order, or the plain ID. Empty when it says nothing that is known.
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
