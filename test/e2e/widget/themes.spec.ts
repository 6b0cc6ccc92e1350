import { readdirSync, readFileSync } from 'node:fs';
import { openHostPage } from '../support/host-page.js';
import { themes } from '../support/looks.js';
import { elementParts, parts, properties } from '../support/manifest.js';
import { expect, test } from '../support/servers.js';
import { openState, states } from '../support/states.js';

const source = readdirSync('src/elements', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`src/elements/${file}`, 'utf8'))
  .join('\n');

const unique = (names: Iterable<string>) => [...new Set(names)].sort();

test('the manifest lists every custom property that has an effect, and no other', () => {
  const used = unique([...source.matchAll(/var\(\s*(--wayline-[\w-]+)/g)].map(([, name = '']) => name));
  expect(used.length).toBeGreaterThan(20);
  expect(properties).toEqual(used);
});

test('the manifest lists every part, for its element and for the widget', () => {
  const drawn = unique([...source.matchAll(/\spart="([\w-]+)"/g)].map(([, name = '']) => name));
  expect(unique(elementParts)).toEqual(drawn);
  expect(parts).toEqual(drawn);
});

/** A colour of the widget's own style, as the browser paints it. */
const looks = () => {
  const journey = document.querySelector('wayline-journey')!;
  const probe = document.createElement('i');
  journey.shadowRoot!.append(probe);
  const paint = (colour: string) => {
    probe.style.color = `color-mix(in srgb, ${colour} 100%, red 0%)`;
    return getComputedStyle(probe).color;
  };
  const said = [paint('var(--_text)'), paint('var(--_bg)'), paint('var(--_text-2)'), paint('var(--_accent-bg)')];
  const [ring, ...grounds] = ['accent', 'bg', 'bg-sunken', 'accent-bg', 'ok-bg', 'warn-bg', 'bad-bg'].map((name) =>
    paint(`var(--_${name})`),
  );
  probe.remove();
  return { text: said[0], ground: said[1], quiet: said[2], chosen: said[3], ring, grounds };
};

test('dark and light follow each setting of the desktop, else the system', async ({ page, files, emulator }) => {
  await openHostPage(page, { files, service: emulator.url, interactionData: null });
  const ground = async (change: Readonly<Record<string, unknown>>) => {
    await page.evaluate(async (change) => {
      const widget = document.querySelector('wayline-journey')!;
      for (const name of ['dark-mode', 'darkmode', 'theme']) widget.removeAttribute(name);
      const { darkmode, desktop, ...properties } = change as Record<string, string>;
      Object.assign(globalThis, {
        MomentumUIThemeManager: desktop === undefined ? undefined : { isDarkMode: desktop },
      });
      Object.assign(widget, { darkMode: undefined, theme: undefined, ...properties });
      if (darkmode !== undefined) widget.setAttribute('darkMode', darkmode);
      (widget as unknown as { requestUpdate(): void }).requestUpdate();
      await widget.updateComplete;
    }, change);
    return (await page.evaluate(looks)).ground;
  };
  const [dark, light] = [await ground({ darkMode: true }), await ground({ darkMode: false })];
  expect(dark).not.toBe(light);
  const ways: readonly [object, string | undefined][] = [
    [{ darkMode: 'true' }, dark],
    [{ darkmode: 'true' }, dark],
    [{ darkmode: 'false' }, light],
    [{ theme: 'momentumV2-dark' }, dark],
    [{ desktop: true }, dark],
    [{ desktop: true, darkMode: false }, light],
    [{}, light],
  ];
  for (const [way, expected] of ways) expect(await ground({ ...way }), JSON.stringify(way)).toBe(expected);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await ground({})).toBe(dark);
});

test('the widget has more contrast when the system or the theme requests it', async ({ page, files, emulator }) => {
  await openHostPage(page, { files, service: emulator.url, interactionData: null });
  const plain = await page.evaluate(looks);
  expect(plain.quiet).not.toBe(plain.text);
  await page.emulateMedia({ contrast: 'more' });
  const asked = await page.evaluate(looks);
  await page.emulateMedia({ contrast: 'no-preference' });
  await page.locator('wayline-journey').evaluate(async (widget: HTMLElementTagNameMap['wayline-journey']) => {
    widget.theme = 'high-contrast-light';
    await widget.updateComplete;
  });
  for (const look of [asked, await page.evaluate(looks)]) {
    const { text, ground } = plain;
    expect(look).toMatchObject({ text, ground, quiet: text, chosen: ground });
  }
});

test('the desktop’s tokens override the widget’s colours, and the page’s properties override both', async ({
  page,
  files,
  emulator,
}) => {
  await openHostPage(page, { files, service: emulator.url, interactionData: null });
  const ground = async (css: string) => {
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`:root { ${css} }`);
      document.adoptedStyleSheets = [sheet];
    }, css);
    return (await page.evaluate(looks)).ground;
  };
  const [md, mds] = ['--md-primary-bg-color: #010101;', '--mds-color-theme-background-solid-primary-normal: #020202;'];
  const own = '--wayline-background: #030303;';
  const painted = (part: number) => `color(srgb ${[part, part, part].map((one) => (one / 255).toFixed(5)).join(' ')})`;
  const rounded = (colour: string | undefined) =>
    (colour ?? '').replace(/\d*\.\d+/g, (number) => Number(number).toFixed(5));
  for (const [css, part] of [
    [md, 1],
    [md + mds, 2],
    [md + mds + own, 3],
  ] as const) {
    expect(rounded(await ground(css))).toBe(painted(part));
  }
});

test('the compact view shows more at once, and keeps the minimum sizes of targets and text', async ({
  page,
  files,
  emulator,
}) => {
  await page.setViewportSize({ width: 380, height: 800 });
  await openState(page, states['a known customer']!, { files, emulator });
  const height = () =>
    page
      .locator('wayline-entry')
      .evaluateAll((entries) => entries.slice(0, 4).reduce((sum, entry) => sum + entry.clientHeight, 0));
  const comfortable = await height();
  await page.locator('wayline-journey').evaluate((widget) => widget.setAttribute('condensed-view', 'true'));
  await expect.poll(height).toBeLessThan(comfortable * 0.9);
  await page.locator('wayline-journey').evaluate((widget) => widget.setAttribute('condensed-view', 'false'));
  await expect.poll(height).toBe(comfortable);
});

/** WCAG's contrast of two colours as the browser paints them. */
function contrast(one: string | undefined, other: string | undefined): number {
  const [light = 0, dark = 0] = [one, other]
    .map((colour = '') => {
      const parts = [...colour.replace('srgb', '').matchAll(/[\d.]+/g)].slice(0, 3).map(([part]) => Number(part));
      const linear = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0) + 0.05;
    })
    .sort((a, b) => b - a);
  return light / dark;
}

for (const [name, media] of Object.entries({
  ...themes,
  'more contrast, dark': { colorScheme: 'dark', contrast: 'more' } as const,
})) {
  if (name === 'forced colours') continue; // there the ring has a system colour
  test(`the focus ring has a contrast of 3:1 with every background: ${name}`, async ({ page, files, emulator }) => {
    await page.emulateMedia(media);
    await openHostPage(page, { files, service: emulator.url, interactionData: null });
    const { ring, grounds } = await page.evaluate(looks);
    for (const ground of grounds) expect(contrast(ring, ground)).toBeGreaterThanOrEqual(3);
  });
}
