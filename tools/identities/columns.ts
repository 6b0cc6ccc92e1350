/** The columns of an import, in their order. */
export const columns = ['id', 'firstName', 'lastName', 'emails', 'phones', 'customerIds'] as const;
export type Column = (typeof columns)[number];

/** A person needs a value in one of these. */
export const kinds = ['emails', 'phones', 'customerIds'] as const;
export type Kind = (typeof kinds)[number];

/** As the import calls them. */
export const columnNames: Readonly<Record<Column, string>> = {
  id: 'Id',
  firstName: 'First Name',
  lastName: 'Last Name',
  emails: 'Email Addresses',
  phones: 'Phone Numbers',
  customerIds: 'Customer Ids',
};

/** Cisco's own pages have the last column in two spellings; nobody says which is the right one. */
export const isNamed = (column: Column, name: string): boolean =>
  name === columnNames[column] || (column === 'customerIds' && name === 'Customers Ids');

/** In letters alone. */
const spellings: Readonly<Record<Column, readonly string[]>> = {
  id: ['id'],
  firstName: ['firstname', 'givenname'],
  lastName: ['lastname', 'surname', 'familyname'],
  emails: ['emailaddresses', 'emailaddress', 'emails', 'email'],
  phones: ['phonenumbers', 'phonenumber', 'phones', 'phone'],
  customerIds: ['customerids', 'customersids', 'customerid'],
};

/** Which column somebody meant by a name, however they spell it. */
export function columnMeant(name: string): Column | undefined {
  const letters = name.toLowerCase().replace(/[^a-z]/g, '');
  return columns.find((column) => spellings[column].includes(letters));
}
