import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { checkIdentities, mostKept, NoIdentities } from '../../tools/identities/check-identities.js';
import type { Rule } from '../../tools/identities/finding.js';

const header = 'Id,First Name,Last Name,Email Addresses,Phone Numbers,Customer Ids';
const file = (...lines: readonly string[]) => [header, ...lines, ''].join('\n');
const check = (text: string, region?: string) => checkIdentities(text, { region });

/** The place and the rule of a finding, and whether the corrected file is right there. */
const told = (text: string, region?: string) =>
  check(text, region).findings.map(
    ({ line, cell, rule, mended }) => `${line}:${cell} ${rule}${mended ? ' mended' : ''}`,
  );

const correctedLines = (text: string, region?: string) => check(text, region).corrected.split(/\r?\n/).slice(1, -1);

interface Case {
  readonly lines: readonly string[];
  readonly told: readonly string[];
  readonly corrected: readonly string[];
  readonly region?: string;
}

const cases: Readonly<Record<string, Case>> = {
  'an id': {
    lines: ['7,Ann,Berg,ann@example.org,,'],
    told: ['2:1 id mended'],
    corrected: [',Ann,Berg,ann@example.org,,'],
  },
  'a person without an address': { lines: [',Ann,Berg,,,'], told: ['2:0 nobody'], corrected: [',Ann,Berg,,,'] },
  'an empty line': {
    lines: [',Ann,,ann@example.org,,', '', ',Li,,,+14155550130,'],
    told: ['3:0 empty-row mended'],
    corrected: [',Ann,,ann@example.org,,', ',Li,,,+14155550130,'],
  },
  'more than five of a kind': {
    lines: [',Ann,,,,a|b|c|d|e|f', ',Li,,,,g|h|i|j|k'],
    told: ['2:6 too-many'],
    corrected: [',Ann,,,,a|b|c|d|e|f', ',Li,,,,g|h|i|j|k'],
  },
  'values that are separated otherwise': {
    lines: [',Ann,,a@example.org; b@example.org,"+14155550123, +14155550124",C1|'],
    told: ['2:4 values mended', '2:5 values mended', '2:6 values mended'],
    corrected: [',Ann,,a@example.org|b@example.org,+14155550123|+14155550124,C1'],
  },
  'a value that is there twice': {
    lines: [',Ann,,ann@example.org|ANN@example.org,+14155550123|+1 415 555 0123,'],
    told: ['2:4 values mended', '2:5 phone mended', '2:5 values mended'],
    corrected: [',Ann,,ann@example.org,+14155550123,'],
  },
  'an email address that is none': {
    lines: [
      ',Ann,,ann@example,,',
      ',Li,,li at example.org,,',
      ',Bo,,mailto:bo@example.org,,',
      ',Su,,su@bücher.example,,',
    ],
    told: ['2:4 email', '3:4 email', '4:4 email mended'],
    corrected: [',Ann,,ann@example,,', ',Li,,li at example.org,,', ',Bo,,bo@example.org,,', ',Su,,su@bücher.example,,'],
  },
  'a phone number that is none, or written for eyes': {
    lines: [',Ann,,,+1 (415) 555-0123,', ',Li,,,0049 30 123456,', ',Bo,,,+123,', ',Su,,,+14155550123 ext. 5,'],
    told: ['2:5 phone mended', '3:5 phone mended', '4:5 phone', '5:5 phone'],
    corrected: [',Ann,,,+14155550123,', ',Li,,,+4930123456,', ',Bo,,,+123,', ',Su,,,+14155550123 ext. 5,'],
  },
  'a number without a country code': {
    lines: [',Ann,,,030 123456,'],
    told: ['2:5 country'],
    corrected: [',Ann,,,030 123456,'],
  },
  'a number without a country code, in a country': {
    lines: [',Ann,,,030 123456,'],
    told: ['2:5 country mended'],
    corrected: [',Ann,,,+4930123456,'],
    region: 'de',
  },
  'what a spreadsheet has spoiled': {
    lines: [',Ann,,,1.41556E+10,', ',Li,,,,#N/A'],
    told: ['2:5 spreadsheet', '3:6 spreadsheet'],
    corrected: [',Ann,,,1.41556E+10,', ',Li,,,,#N/A'],
  },
  'letters that were lost': {
    lines: [',Zo\uFFFD,,zoe@example.org,,'],
    told: ['2:2 encoding'],
    corrected: [',Zo\uFFFD,,zoe@example.org,,'],
  },
  'an address of two persons': {
    lines: [',Ann,,ann@example.org,+14155550123,', ',Li,,Ann@Example.org,+1 415 555 0123,'],
    told: ['3:5 phone mended', '3:4 duplicate', '3:5 duplicate'],
    corrected: [',Ann,,ann@example.org,+14155550123,', ',Li,,Ann@Example.org,+14155550123,'],
  },
  'a person who is there twice': {
    lines: [',Ann,,ann@example.org,,', '8,Ann,, ann@example.org,,'],
    told: ['3:1 id mended', '3:4 values mended', '3:0 duplicate mended'],
    corrected: [',Ann,,ann@example.org,,'],
  },
  'too many values for the columns, and too few': {
    lines: [',Ann,,ann@example.org', ',Berg, Li,li@example.org,,,,', ',Bo,,bo@example.org,,,x'],
    told: ['2:0 cells mended', '3:0 cells mended', '4:0 cells'],
    corrected: [',Ann,,ann@example.org,,', ',Berg,Li,li@example.org,,', ',Bo,,bo@example.org,,'],
  },
  'a quoted value with lines of its own': {
    lines: [',"Ann\nMaria",,ann@example.org,,', ',Li,,li@example,,'],
    told: ['4:4 email'],
    corrected: [',"Ann', 'Maria",,ann@example.org,,', ',Li,,li@example,,'],
  },
  'a quote within a value': {
    lines: [',"Ann "the first" Berg",,ann@example.org,,'],
    told: ['2:0 quotes'],
    corrected: [',"Ann ""the first"" Berg",,ann@example.org,,'],
  },
  'a quote that is never closed': {
    lines: [',Ann,,ann@example.org,,', ',"Li,,li@example.org,,', ',Bo,,bo@example.org,,'],
    told: ['3:0 quotes', '3:0 cells mended', '3:0 nobody'],
    corrected: [',Ann,,ann@example.org,,', ',"Li,,li@example.org,,', ',Bo,,bo@example.org,,",,,,'],
  },
};

describe('the check of identities', function () {
  this.timeout(60_000);

  it('finds nothing in a correct file, and returns it unchanged', () => {
    const text = [
      header,
      ',Ann,Berg,ann@example.org|a.berg@example.com,+14155550123|+14155550124,C1007',
      ',"O""Neill, Li",Ōkafor,,+447700900123,',
      ',,,,,X-1',
      '',
    ].join('\r\n');
    const { findings, rows, corrected } = check(text);
    expect(findings).to.deep.equal([]);
    expect(rows).to.equal(3);
    expect(corrected).to.equal(text);
    expect(told(text.replace('Customer Ids', 'Customers Ids'))).to.deep.equal([]);
  });

  for (const [name, { lines, told: expected, corrected, region }] of Object.entries(cases)) {
    it(`finds ${name}`, () => {
      expect(told(file(...lines), region)).to.deep.equal(expected);
      expect(correctedLines(file(...lines), region)).to.deep.equal(corrected);
    });
  }

  it('finds errors in the first line, and corrects them', () => {
    const text = '\uFEFFlast name;Email;Notes;First Name;E-mail\nBerg;ann@example.org;vip;Ann;x\n';
    const { findings, corrected } = check(text);
    const first = (rule: Rule) => findings.filter((one) => one.rule === rule && one.line === 1);
    expect(first('encoding')).to.have.lengthOf(1);
    expect(first('separator')).to.have.lengthOf(1);
    expect(first('column').map(({ cell, what }) => `${cell} ${what}`)).to.deep.equal([
      '1 the import calls this column “Last Name”',
      '2 the import calls this column “Email Addresses”',
      '3 the import does not know this column',
      '5 this column is there twice',
      '0 columns are missing: “Id”, “Phone Numbers”, “Customer Ids”',
      '0 the columns are in the wrong order',
    ]);
    expect(corrected).to.equal(`${header}\n,Ann,Berg,ann@example.org,,\n`);
  });

  it('refuses other files, and invalid countries', () => {
    for (const text of ['', 'a,b\n1,2\n', '{"area":{}}', '<!doctype html>', '\0\0\0']) {
      expect(() => check(text), JSON.stringify(text)).to.throw(NoIdentities);
    }
    expect(() => check(file(), 'Germany')).to.throw(NoIdentities);
  });

  it('finds nothing to correct in a corrected file', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        'a@example.org',
        'b@example.org ; a@example.org',
        '+1 415 555 0123',
        '0049 30 123456',
        'x|',
        '|',
        '"',
        '\n',
      ),
    );
    const line = fc.array(cell, { minLength: 1, maxLength: 8 });
    const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const once = check(file(...lines.map((cells) => cells.map(quoted).join())));
        const twice = check(once.corrected);
        expect(twice.findings.filter(({ mended }) => mended)).to.deep.equal([]);
        expect(twice.corrected).to.equal(once.corrected);
      }),
      { numRuns: 300 },
    );
  });

  it('reads 100,000 lines with an error each, keeps some of the findings and counts all', () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => {
      const number = String(index).padStart(7, '0');
      return `,Ann,"Berg, ${index}",a${index}@example.org,+1 415 ${number},C${index}`;
    });
    const { findings, counts, rows } = check(file(...lines));
    expect(rows).to.equal(100_000);
    expect(findings).to.have.lengthOf(mostKept);
    expect(counts.get('phone')).to.deep.equal({ found: 100_000, mended: 100_000 });
    expect(findings.at(-1)!.line).to.equal(mostKept + 1);
  });
});
