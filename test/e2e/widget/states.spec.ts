import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { inboundCall } from '../support/host-page.js';
import { kindsOfControls, watchKeys } from '../support/interactive.js';
import { layoutProblems, panes, setPane, spaceText, themes, type Theme } from '../support/looks.js';
import { parts } from '../support/manifest.js';
import { pseudoLanguage, recordData, servePseudo, speak, textsShown, untranslated } from '../support/pseudo.js';
import { expect, test } from '../support/servers.js';
import { openState, states } from '../support/states.js';
import { uses } from '../support/uses.js';

/*
 * Opens each state once and checks all of it: controls, parts, words, axe and layout, wider text.
 */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = 'dist/languages';
const files = existsSync(folder) ? readdirSync(folder) : [];
const languages = ['en', ...files.map((file) => file.replace('.json', ''))];

interface Combination {
  readonly state: string;
  readonly theme: Theme;
  readonly width: keyof typeof panes;
  readonly language: string;
}

/** Half of all combinations, so that each state meets every theme, width and language. */
const combinations: readonly Combination[] = Object.keys(states)
  .flatMap((state, place) =>
    (Object.keys(panes).map(Number) as (keyof typeof panes)[]).flatMap((width, column) =>
      (Object.keys(themes) as Theme[]).flatMap((theme, row) =>
        (place + column + row) % 2 === 0 ? [] : [{ state, theme, width }],
      ),
    ),
  )
  .map((chosen, place) => ({ ...chosen, language: languages[place % languages.length] ?? 'en' }));

/** The widths at which the layout changes, in CSS pixels. */
const layoutOf = ({ width }: Combination) => (width >= 720 ? 'wide' : width >= 434 ? 'middle' : 'narrow');

/** The rules of axe, and what their result depends on: the same check does not run twice. */
const questions: Readonly<Record<string, (combination: Combination) => string>> = {
  'target-size': ({ width }) => String(width),
  'color-contrast': (combination) => `${combination.theme} ${layoutOf(combination)}`,
  // Names, roles, ids, landmarks, language.
  others: layoutOf,
};
const separate = Object.keys(questions).filter((question) => question !== 'others');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const violations = (page: Page, asked: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(
    async ({ asked, separate, tags }) => {
      const { axe } = globalThis as unknown as {
        axe: {
          run(context: Node, options: object): Promise<AxeResults>;
          getRules(tags: readonly string[]): readonly { readonly ruleId: string; readonly tags: readonly string[] }[];
        };
      };
      // Axe leaves these out by default only when rules are chosen by tags.
      const isOut = (tag: string) => /^(?:experimental|deprecated)$/.test(tag);
      const others = axe.getRules(tags).filter((rule) => !separate.includes(rule.ruleId) && !rule.tags.some(isOut));
      const rules = asked.flatMap((question) =>
        question === 'others' ? others.map(({ ruleId }) => ruleId) : question,
      );
      if (rules.length === 0) return [];
      const { violations } = await axe.run(document.querySelector('wayline-journey')!, {
        runOnly: { type: 'rule', values: rules },
        resultTypes: ['violations'],
        preload: false,
        elementRef: false,
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
      );
    },
    { asked, separate, tags },
  );

const drawn = (page: Page) =>
  page.locator('wayline-journey').evaluate((widget: HTMLElementTagNameMap['wayline-journey']) => widget.updateComplete);

/** The findings of axe and of the layout in the combinations of this state, each with its combination. */
async function lookAround(page: Page, state: string): Promise<readonly string[]> {
  await page.evaluate(axe);
  const answered = new Set<string>();
  const problems: string[] = [];
  for (const combination of combinations.filter((one) => one.state === state)) {
    const { language, theme, width } = combination;
    await page.emulateMedia(themes[theme]);
    await setPane(page, width);
    await speak(page, language);
    await drawn(page);
    const asked = Object.entries(questions).flatMap(([question, dependsOn]) => {
      const key = `${question} ${dependsOn(combination)}`;
      return answered.size === answered.add(key).size ? [] : [question];
    });
    const found = [...(await violations(page, asked)), ...(await layoutProblems(page))];
    problems.push(...found.map((problem) => `${theme}, ${width} px, ${language}: ${problem}`));
  }
  return problems;
}

/** Text that is cut when a reader uses wider spacing. */
async function spaceOut(page: Page): Promise<readonly string[]> {
  await page.emulateMedia(themes.light);
  await speak(page, 'en');
  await spaceText(page);
  const problems: string[] = [];
  for (const width of [320, 380, 980] as const) {
    await setPane(page, width);
    await drawn(page);
    problems.push(...(await layoutProblems(page)).map((problem) => `text spaced, ${width} px: ${problem}`));
  }
  return problems;
}

/** The state that shows a part that is not visible at first. */
const places: Readonly<Record<string, keyof typeof states>> = {
  panel: 'the panel of filters',
  details: 'raw data opened',
  fields: 'raw data opened',
  raw: 'raw data opened',
  edit: 'a customer being edited',
  merge: 'a merge begun',
  'look-up': 'a look-up that finds nobody',
  'looked-up': 'a look-up that finds nobody',
  gap: 'a gap',
  note: 'a profile that fails',
  person: 'several persons',
  state: 'no task',
  help: 'the list of keys',
};

/** Parts that appear only when something happens. */
const elsewhere = ['clock', 'new', 'transcript'];

/** The parts that a style sheet of the page does not reach. */
const partsOutOfReach = (page: Page, wanted: readonly string[]): Promise<readonly string[]> =>
  page.evaluate((names) => {
    const within = (root: ParentNode): readonly Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
    const before = [...document.adoptedStyleSheets];
    const missed = names.filter((part) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`wayline-journey::part(${part}) { scale: 1.5 }`);
      document.adoptedStyleSheets = [sheet];
      return !within(document).some((one) => getComputedStyle(one).scale === '1.5');
    });
    document.adoptedStyleSheets = before;
    return missed;
  }, wanted);

const used = new Set(Object.values(uses).map(({ kind }) => kind));

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the matrix has all states, themes, widths and languages, in at least 300 combinations', () => {
  expect(combinations.length).toBeGreaterThanOrEqual(300);
  const met = (key: keyof Combination) => new Set(combinations.map((combination) => combination[key])).size;
  expect([met('state'), met('theme'), met('width'), met('language')]).toEqual([
    Object.keys(states).length,
    4,
    6,
    languages.length,
  ]);
});

for (const [name, state] of Object.entries(states)) {
  test(`the state has no problem in looks, words and controls: ${name}`, async ({ page, files, emulator }) => {
    const data = recordData(page, emulator.url, state.host?.interactionData ?? inboundCall('+14155550132'));
    await servePseudo(page);
    await openState(page, state, { files, emulator });

    const view = page.viewportSize()!;
    await page.setViewportSize({ width: 380, height: 600 }); // as in the tests of the keyboard
    await drawn(page);
    await watchKeys(page);
    const unused = (await kindsOfControls(page)).filter((kind) => !used.has(kind));
    await page.setViewportSize(view);
    await drawn(page);
    const own = parts.filter((part) => (places[part] ?? 'a known customer') === name && !elsewhere.includes(part));
    const outOfReach = await partsOutOfReach(page, own);
    await speak(page, pseudoLanguage);
    const texts = await textsShown(page);
    expect(texts.length).toBeGreaterThan(0);
    const ownWords = untranslated(texts, await data());
    const lookedAround = await lookAround(page, name);

    // All together, so that no problem hides another one.
    expect({
      'controls that no test of the keyboard uses': unused,
      'parts out of reach': outOfReach,
      'words outside the catalogues': ownWords,
      'found by axe, or cut': lookedAround,
      'cut when the text is spaced': await spaceOut(page),
    }).toEqual({
      'controls that no test of the keyboard uses': [],
      'parts out of reach': [],
      'words outside the catalogues': [],
      'found by axe, or cut': [],
      'cut when the text is spaced': [],
    });
  });
}
