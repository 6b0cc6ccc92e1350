/** The columns of an import, in their order. */
export const columns = ['id', 'firstName', 'lastName', 'emails', 'phones', 'customerIds'] as const;
export type Column = (typeof columns)[number];

/** A person needs a value in at least one of these columns. */
export const kinds = ['emails', 'phones', 'customerIds'] as const;
export type Kind = (typeof kinds)[number];

/** The names that the import uses. */
export const columnNames: Readonly<Record<Column, string>> = {
  id: 'Id',
  firstName: 'First Name',
  lastName: 'Last Name',
  emails: 'Email Addresses',
  phones: 'Phone Numbers',
  customerIds: 'Customer Ids',
};

/** Cisco's own documentation spells the last column in two ways, so both are accepted. */
export const isNamed = (column: Column, name: string): boolean =>
  name === columnNames[column] || (column === 'customerIds' && name === 'Customers Ids');

/** Other spellings that are recognized; letters only, lower case. */
const spellings: Readonly<Record<Column, readonly string[]>> = {
  id: ['id'],
  firstName: ['firstname', 'givenname'],
  lastName: ['lastname', 'surname', 'familyname'],
  emails: ['emailaddresses', 'emailaddress', 'emails', 'email'],
  phones: ['phonenumbers', 'phonenumber', 'phones', 'phone'],
  customerIds: ['customerids', 'customersids', 'customerid'],
};

/** The column that a name means, in any spelling; `undefined` if none. */
export function columnMeant(name: string): Column | undefined {
  const letters = name.toLowerCase().replace(/[^a-z]/g, '');
  return columns.find((column) => spellings[column].includes(letters));
}
