import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { layoutProblems, panes, setPane, spaceText, themes, type Theme } from '../support/looks.js';
import { expect, test } from '../support/servers.js';
import { openState, states } from '../support/states.js';

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

/** Half of all there are, so that each state meets every theme, width and language. */
const combinations: readonly Combination[] = Object.keys(states)
  .flatMap((state, place) =>
    (Object.keys(panes).map(Number) as (keyof typeof panes)[]).flatMap((width, column) =>
      (Object.keys(themes) as Theme[]).flatMap((theme, row) =>
        (place + column + row) % 2 === 0 ? [] : [{ state, theme, width }],
      ),
    ),
  )
  .map((chosen, place) => ({ ...chosen, language: languages[place % languages.length] ?? 'en' }));

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  preload: false,
  elementRef: false,
};

const violations = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as { axe: { run(context: Node, options: object): Promise<AxeResults> } };
    const { violations } = await axe.run(document.querySelector('wayline-journey')!, options);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    );
  }, options);

const speak = async (page: Page, language: string): Promise<void> => {
  const widget = page.locator('wayline-journey');
  await widget.evaluate((element, lang) => element.setAttribute('lang', lang), language);
  await expect(widget.locator('> [role=status], [role=status][lang]').first()).toHaveAttribute(
    'lang',
    new RegExp(`^${language}`),
  );
  await widget.evaluate((element: HTMLElementTagNameMap['wayline-journey']) => element.updateComplete);
};

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the matrix has all states, themes, widths and languages, in 300 combinations or more', () => {
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
  test(`axe finds nothing, and nothing is cut: ${name}`, async ({ page, files, emulator }) => {
    await openState(page, state, { files, emulator });
    await page.evaluate(axe);
    const problems: Record<string, readonly string[]> = {};
    for (const { language, state, theme, width } of combinations) {
      if (state !== name) continue;
      await page.emulateMedia(themes[theme]);
      await setPane(page, width);
      await speak(page, language);
      const found = [...(await violations(page)), ...(await layoutProblems(page))];
      if (found.length > 0) problems[`${theme}, ${width} px, ${language}`] = found;
    }
    expect(problems).toEqual({});
  });
}

for (const name of [
  'a known customer',
  'the panel of filters',
  'an entry opened',
  'the list of keys',
  'a history that fails',
  'a look-up that finds nobody',
  'a customer being edited',
  'two persons to be merged',
]) {
  test(`nothing is cut with wider text spacing: ${name}`, async ({ page, files, emulator }) => {
    await openState(page, states[name]!, { files, emulator });
    await spaceText(page);
    const problems: Record<string, readonly string[]> = {};
    for (const width of [320, 380, 980] as const) {
      await setPane(page, width);
      await page
        .locator('wayline-journey')
        .evaluate((widget: HTMLElementTagNameMap['wayline-journey']) => widget.updateComplete);
      const found = await layoutProblems(page);
      if (found.length > 0) problems[`${width} px`] = found;
    }
    expect(problems).toEqual({});
  });
}
