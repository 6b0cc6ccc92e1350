import { expect } from '@open-wc/testing';
import { readAddress } from '../../../src/domain/address/address.js';
import type { Person } from '../../../src/domain/person/person.js';
import { mergeService } from '../../../src/elements/merge/merge-service.js';

describe('the merge service', () => {
  const asked: unknown[] = [];
  const store = {
    mayMerge: async () => true,
    find: async ({ candidates }: { readonly candidates: readonly string[] }) => {
      asked.push(candidates);
      return { persons: [], address: '' };
    },
    merge: async (other: Person) => void asked.push(other),
  };

  beforeEach(() => asked.splice(0));

  it('looks up persons by all forms of their number in the region', async () => {
    await mergeService(store, '', 'US').find(readAddress('(415) 555-0132')!);
    await mergeService(store, 'gb', 'US').find(readAddress('020 7946 0000')!);
    await mergeService(store, '', undefined).find(readAddress('020 7946 0000')!);
    await mergeService(store, '', 'US').find(readAddress('Ann@example.org')!);
    expect(asked).to.deep.equal([
      ['+14155550132', '14155550132', '(415) 555-0132', '4155550132'],
      ['+442079460000', '442079460000', '020 7946 0000', '02079460000'],
      ['020 7946 0000', '02079460000'],
      ['Ann@example.org', 'ann@example.org'],
    ]);
  });

  it('leaves everything else to the store', async () => {
    const other: Person = { id: 'p', firstName: '', lastName: '', aliases: [] };
    const desk = mergeService(store, '', 'US');
    expect(await desk.mayMerge()).to.equal(true);
    await desk.merge(other);
    expect(asked).to.deep.equal([other]);
  });
});
