import { chmod, cp, readdir } from 'node:fs/promises';
import { parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import packageJson from '../../package.json' with { type: 'json' };
import { writeCurrentBuild, removeOldBuilds } from './current-build.js';
import { writeIcons } from './icon-library.js';
import { minifyTemplates } from './minify-templates.js';
import { partsOfScript } from './parts-of-script.js';

const projectPath = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const dependencies = Object.keys(packageJson.dependencies);
const isDependency = (id: string) => dependencies.some((name) => id === name || id.startsWith(`${name}/`));

const shared = { target: 'es2022', outDir: projectPath('dist'), emptyOutDir: false, copyPublicDir: false } as const;

const bundle = (buildOptions: InlineConfig['build']) =>
  build({
    configFile: false,
    define: { waylineVersion: JSON.stringify(packageJson.version) },
    root: projectPath('.'),
    logLevel: 'warn',
    plugins: [minifyTemplates()],
    build: { ...shared, ...buildOptions },
  });

/**
 * Builds `dist/wayline.js`, which works as a classic script and as a module; `dist/wayline.mjs`, the same as an ES
 * module for other pages; and what both load later: `dist/parts/`, `dist/icons.json` and `dist/languages/`. Then
 * `dist/loader.js`, which loads a copy of `wayline.js` with a hash in its name.
 */
export const bundleScripts = async (): Promise<void> => {
  await removeOldBuilds(projectPath('dist'));
  await bundle({
    lib: { entry: { wayline: projectPath('src/index.ts') }, formats: ['es'] },
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      checks: { pluginTimings: false },
      preserveEntrySignatures: 'allow-extension',
      plugins: [partsOfScript()],
      output: { minify: true, entryFileNames: '[name].mjs', chunkFileNames: 'parts/[name].js' },
    },
  });
  await writeIcons(projectPath('dist/icons.json'));
  await cp(projectPath('src/i18n/languages'), projectPath('dist/languages'), { recursive: true });
  await bundle({
    lib: { entry: { loader: projectPath('src/loader/loader.ts') }, formats: ['iife'], name: 'waylineLoader' },
    rolldownOptions: { output: { minify: true, entryFileNames: 'loader.js' } },
  });
  await writeCurrentBuild(projectPath('dist'));
};

const classic = (name: string, file: string) =>
  bundle({
    lib: { entry: projectPath(file), formats: ['iife'], name: 'wayline', fileName: () => `${name}.js` },
    rolldownOptions: { output: { minify: true, extend: true } },
  });

/** The names of the files in a folder of `src`, without `.ts`; empty if there is no such folder. */
const modulesIn = async (folder: string): Promise<readonly string[]> => {
  const files = await readdir(projectPath(folder)).catch(() => []);
  return files.map((file) => parse(file).name);
};

/**
 * Builds the files for CRMs: `dist/embed.html` with its script, style sheet and adapters, beside `dist/wayline.js`, and
 * `dist/host.js` for the page around it.
 */
export const bundleEmbed = async (): Promise<void> => {
  for (const file of ['embed.html', 'embed.css']) {
    await cp(projectPath(`src/embed/guest/${file}`), projectPath(`dist/${file}`));
  }
  await classic('embed', 'src/embed/guest/embed.ts');
  await classic('host', 'src/embed/host/host.ts');
  await classic('finesse', 'src/embed/finesse/finesse.ts');
  const adapters = await modulesIn('src/embed/adapters');
  if (adapters.length === 0) return;
  await bundle({
    lib: {
      entry: Object.fromEntries(adapters.map((name) => [name, projectPath(`src/embed/adapters/${name}.ts`)])),
      formats: ['es'],
    },
    rolldownOptions: {
      output: { minify: true, entryFileNames: 'adapters/[name].js', chunkFileNames: 'adapters/parts/[name].js' },
    },
  });
};

/**
 * Builds `dist/index.js`, `dist/api.js` and `dist/embed/host/connect-wayline.js` for pages with a bundler of their own.
 * Dependencies are not included.
 */
export const bundlePackage = () =>
  bundle({
    minify: false,
    lib: {
      entry: {
        index: projectPath('src/index.ts'),
        api: projectPath('src/api.ts'),
        'embed/host/connect-wayline': projectPath('src/embed/host/connect-wayline.ts'),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: isDependency,
      output: {
        preserveModules: true,
        preserveModulesRoot: projectPath('src'),
        // Icons are copied from a development dependency. Some tools skip folders named node_modules, e.g. `yarn pack`
        // of Yarn 1.
        entryFileNames: ({ name }) => `${name.replace('node_modules', 'vendor')}.js`,
      },
    },
  });

/** Builds `dist/cli.js`, which `npx wayline` runs: one file for Node, with all its dependencies. */
export const bundleCommandLine = async (): Promise<void> => {
  await build({
    configFile: false,
    root: projectPath('.'),
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ...shared,
      target: 'node20',
      ssr: projectPath('tools/cli/main.ts'),
      license: { fileName: 'cli-licenses.md' },
      rolldownOptions: {
        output: { entryFileNames: 'cli.js', codeSplitting: false, banner: '#!/usr/bin/env node' },
      },
    },
  });
  // npx runs the file itself, so it must be executable.
  await chmod(projectPath('dist/cli.js'), 0o755);
};
