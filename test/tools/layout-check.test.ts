import { expect } from '@open-wc/testing';
import { checkLayout } from '../../tools/layout/check.js';
import { readDocument, UnreadableLayout } from '../../tools/layout/document.js';
import { layoutRules } from '../../tools/layout/rules.js';
import { brokenLayouts, hostileFiles, soundLayout } from './broken-layouts.js';

const messageOf = (text: string): string => {
  try {
    readDocument(text);
  } catch (error) {
    if (error instanceof UnreadableLayout) return error.message;
    throw error;
  }
  return 'read without complaint';
};

describe('checking a layout', function () {
  this.timeout(120_000);

  it('finds nothing in a correct layout', () => {
    expect(checkLayout(readDocument(soundLayout))).to.deep.equal([]);
  });

  for (const broken of brokenLayouts) {
    it(`finds ${broken.with}, and nothing else (${broken.rule})`, () => {
      const found = checkLayout(readDocument(broken.text));
      expect(found.map(({ rule, path }) => `${rule} at ${path}`)).to.deep.equal([`${broken.rule} at ${broken.at}`]);
      for (const { what, why, fix } of found)
        expect([what, why, fix].every((words) => words.length > 5)).to.equal(true);
    });
  }

  it('has a broken layout for every rule', () => {
    const covered = new Set(brokenLayouts.map(({ rule }) => rule));
    expect(layoutRules.map(({ name }) => name).filter((name) => !covered.has(name))).to.deep.equal([]);
  });

  it('reports the line and the column, with any line breaks', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['{', '  "area": {', '    "panel": { "comp": 7 }', '  }', '}'].join(end);
      const [finding] = checkLayout(readDocument(text));
      expect(finding?.position).to.deep.equal({ line: 3, column: 24 });
    }
  });

  it('does not repeat a secret', () => {
    const { text = '' } = brokenLayouts.find(({ rule }) => rule === 'no-secret') ?? {};
    expect(JSON.stringify(checkLayout(readDocument(text)))).to.not.contain('eyJ');
  });

  it('reads a duplicate key as the desktop does', () => {
    const [finding, ...more] = checkLayout(readDocument('{"area": 1, "area": {}}'));
    expect(finding?.rule).to.equal('double-key');
    expect(more).to.deep.equal([]);
  });

  for (const { name, says, make } of hostileFiles) {
    it(`explains the error in ${name}`, () => {
      expect(messageOf(make())).to.match(says);
    });
  }

  it('ignores names that every object has', () => {
    const text = `{"area": {"__proto__": {"panel": 1}, "constructor": 1, "toString": 2,
      "headless": {"id": "p", "widgets": {"__proto__": {"comp": "div"}},
        "layout": {"areas": [["__proto__", "toString"]], "size": {"cols": [1], "rows": [1]}}}}}`;
    const found = checkLayout(readDocument(text));
    expect(found.map(({ path }) => path)).to.deep.equal(['area.headless.layout.areas[0][1]']);
    expect(Object.hasOwn(Object.prototype, 'panel')).to.equal(false);
  });

  const many: readonly [what: string, text: string][] = [
    ['nodes without comp', `{"area": {"persistent": [${'{},'.repeat(100_000)}{}]}}`],
    ['bindings to nowhere', `{"area": {}, "x": [${'"$STORE.x",'.repeat(80_000)}"$STORE.x"]}`],
    ['keys of one name', `{"area": {}, ${'"x":1,'.repeat(100_000)}"x":1}`],
    ['pages of one id', `{"area": {"navigation": [${'{"page":{"id":"p"}},'.repeat(40_000)}{}]}}`],
    ['keys with half a character', `{"area": {"panel": {"comp": "a-b", "attributes": {"\\ud800": []}}}}`],
    [
      'cells that name nothing',
      `{"area": {"headless": {"id": "p", "widgets": {}, "layout": {"areas": [[${'"a",'.repeat(200_000)}"b"]]}}}}`,
    ],
  ];
  for (const [what, text] of many) {
    it(`ends with ${what}`, () => {
      const found = checkLayout(readDocument(text));
      expect(found.length).to.be.greaterThan(0).and.lessThan(20_000);
    });
  }
});
