import { expect } from '@open-wc/testing';
import { journeyAddressAfter, sameAliases } from '../../../src/domain/person/journey-address.js';
import type { Person } from '../../../src/domain/person/person.js';

const holding = (...values: readonly string[]): Person => ({
  id: 'anna',
  firstName: '',
  lastName: '',
  aliases: values.map((value) => ({ kind: 'unknown', value })),
});

describe('a change of aliases', () => {
  it('does not depend on the order of the aliases', () => {
    expect(sameAliases(holding('a', 'b'), holding('b', 'a'))).to.equal(true);
    expect(sameAliases(holding('a', 'b'), holding('a'))).to.equal(false);
    expect(sameAliases(holding('a'), holding('a', 'b'))).to.equal(false);
    expect(sameAliases(holding('a', 'b'), holding('a', 'c'))).to.equal(false);
    expect(sameAliases(holding(), holding())).to.equal(true);
  });

  const number = '+14155550132';
  const plain = '14155550132';
  const forms = [number, plain];
  const cases: readonly [
    what: string,
    before: readonly string[],
    after: readonly string[],
    form: string,
    now: string,
    among?: readonly (readonly string[])[],
  ][] = [
    ['keeps the form that is asked for', [number, 'a@b.example'], [number], number, number],
    ['keeps it while another one is added', [number], [number, plain], number, number],
    ['keeps one that was written otherwise', [number], [number, 'a@b.example'], plain, number],
    ['keeps the only one that is found', [plain], [plain, 'a@b.example'], plain, plain],
    ['keeps one that the service reads more freely than we do', ['4155550132'], ['4155550132', 'x'], number, number],
    ['keeps one that no alias has, when none has gone', ['x'], ['x', 'y'], number, number],
    ['uses the other form of the matched number', [number, plain], [plain, 'x'], number, plain],
    ['takes another alias when the address has gone', [number, 'x', 'y'], ['x', 'y'], number, 'x'],
    ['takes another alias when all that is the same number has gone', [plain, 'x'], ['x'], number, 'x'],
    ['goes back to the address that is there again', ['x', 'y'], ['x', 'y', number], 'x', number],
    ['stays with another alias otherwise', ['x', 'y'], ['x', 'y', 'z'], 'y', 'y'],
    ['has nothing left when all have gone', [number], [], number, ''],
    ['begins with what comes after that', [], ['x'], '', 'x'],
    ['never takes what others have too', [number, 'own', 'new'], [number, 'new'], 'own', 'new', [[number]]],
    ['has nothing where all is shared', [number, 'own'], [number], 'own', '', [[number]]],
  ];
  for (const [what, before, after, form, now, among = []] of cases) {
    it(`${what}: ${before.join()} -> ${after.join()}`, () => {
      const others = among.map((values, index) => ({ ...holding(...values), id: String(index) }));
      expect(
        journeyAddressAfter(holding(...before), holding(...after), { form, candidates: forms, among: others }),
      ).to.equal(now);
    });
  }
});
