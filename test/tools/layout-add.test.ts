import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { addTo, type AddOptions } from '../../tools/layout/add.js';
import { checkLayout } from '../../tools/layout/check.js';
import { readDocument } from '../../tools/layout/document.js';
import type { Changed } from '../../tools/layout/change.js';
import { explainLayout } from '../../tools/layout/explain.js';
import { roles } from '../../tools/layout/places.js';
import { removeFrom } from '../../tools/layout/remove.js';
import { layoutTexts } from './random-layout.js';

const script = 'https://cdn.example.com/wayline/loader.js';

const add = (text: string, options: Partial<AddOptions> = {}): Changed =>
  addTo(readDocument(text), { script, ...options });
const remove = (text: string, all = false): Changed => removeFrom(readDocument(text), { all });

const optionSets: fc.Arbitrary<Partial<AddOptions>> = fc.record({
  page: fc.boolean(),
  replaceCisco: fc.boolean(),
  tab: fc.constantFrom('first', 'last'),
  project: fc.constantFrom(undefined, '65f0c0ffee'),
});

const errorsIn = (text: string): readonly string[] =>
  checkLayout(readDocument(text))
    .filter(({ level }) => level === 'error')
    .map(({ rule, what }) => `${rule}: ${what}`);

describe('adding Wayline to a layout', function () {
  this.timeout(180_000);
  const runs = { numRuns: 800, seed: 20_261_128 };

  it('and removing it restores the file exactly, in any style', () => {
    let changed = 0;
    fc.assert(
      fc.property(layoutTexts, optionSets, (text, options) => {
        const added = add(text, options).text;
        if (added !== text) changed++;
        expect(remove(added).text).to.equal(text);
      }),
      runs,
    );
    expect(changed).to.be.greaterThan(500);
  });

  it('twice changes nothing the second time', () => {
    fc.assert(
      fc.property(layoutTexts, optionSets, (text, options) => {
        const added = add(text, options).text;
        expect(add(added, options).text).to.equal(added);
      }),
      runs,
    );
  });

  it('by role and by place can be removed with one call', () => {
    fc.assert(
      fc.property(layoutTexts, fc.shuffledSubarray([...roles], { minLength: 3 }), (text, order) => {
        const byRole = order.reduce((now, role) => add(now, { roles: [role] }).text, text);
        const withPages = add(byRole, { page: true, noPanel: true }).text;
        const withOurs = add(withPages, { page: true, replaceCisco: true }).text;
        expect(remove(withOurs).text).to.equal(text);
      }),
      runs,
    );
  });

  it('causes no new errors', () => {
    fc.assert(
      fc.property(layoutTexts, optionSets, (text, options) => {
        const before = new Set(errorsIn(text));
        expect(errorsIn(add(text, options).text).filter((error) => !before.has(error))).to.deep.equal([]);
      }),
      { ...runs, numRuns: 500 },
    );
  });

  it('handles wrong types without an exception, and can still be removed', () => {
    const odd = ['null', '1', '[]', '{}', '[[]]', '""', '"md-tabs"', '"md-tab"', '"slot"', '"customer-journey-widget"'];
    const places = /"(?:[^"\\]|\\.)*"(\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*|\{\s*\}|\[\s*\]/g;
    const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...odd)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(layoutTexts, changes, optionSets, (text, list, options) => {
        const oddText = list.reduce((now, [at, value]) => {
          const found = [...now.matchAll(places)].filter(([, colon]) => colon === undefined);
          const place = found[at % Math.max(1, found.length)];
          if (place === undefined) return now;
          return now.slice(0, place.index) + value + now.slice(place.index + place[0].length);
        }, text);
        const document = readDocument(oddText);
        checkLayout(document);
        explainLayout(document);
        expect(remove(add(oddText, options).text).text).to.equal(oddText);
      }),
      runs,
    );
  });

  it('leaves a layout without Wayline unchanged on removal', () => {
    fc.assert(
      fc.property(layoutTexts, (text) => {
        expect(remove(text, true).text).to.equal(text);
      }),
      { ...runs, numRuns: 300 },
    );
  });
});
