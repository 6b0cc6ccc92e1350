import { expect } from '@open-wc/testing';
import { addressesOf } from '../../../src/domain/address/given-addresses.js';

describe('the addresses of a customer', () => {
  const kinds = (given: unknown) => addressesOf(given).map(({ kind, value }) => `${kind} ${value}`);

  const cases: readonly (readonly [given: unknown, addresses: readonly string[]])[] = [
    ['+14155550132', ['phone +14155550132']],
    [
      ['+14155550132', 'ann@example.org'],
      ['phone +14155550132', 'email ann@example.org'],
    ],
    [
      [{ id: '4155550132' }, { id: ' C-77 ' }],
      ['opaque 4155550132', 'opaque C-77'],
    ],
    [[], []],
    [undefined, []],
    [null, []],
    [['', ' ', 'anonymous', { id: '' }, { id: ' ' }, { id: 7 }, { name: 'x' }, 7, null], []],
  ];
  for (const [given, addresses] of cases) {
    it(`are read from ${JSON.stringify(given)}`, () => expect(kinds(given)).to.deep.equal(addresses));
  }
});
