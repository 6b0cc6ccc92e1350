import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import packageJson from '../package.json' with { type: 'json' };
import { minifyTemplates } from './minify-templates.js';

const projectPath = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const dependencies = Object.keys(packageJson.dependencies);
const isDependency = (id: string) => dependencies.some((name) => id === name || id.startsWith(`${name}/`));

const shared = { target: 'es2022', outDir: projectPath('dist'), emptyOutDir: false, copyPublicDir: false } as const;

const bundle = (buildOptions: InlineConfig['build'], define: Readonly<Record<string, string>> = {}) =>
  build({
    configFile: false,
    root: projectPath('.'),
    logLevel: 'warn',
    plugins: [minifyTemplates()],
    define,
    build: { ...shared, ...buildOptions },
  });

const oneFile = (format: 'iife' | 'es', fileName: string, intro = '', define: Readonly<Record<string, string>> = {}) =>
  bundle(
    {
      lib: { entry: projectPath('src/index.ts'), name: 'Wayline', formats: [format], fileName: () => fileName },
      license: { fileName: 'licenses.md' },
      rolldownOptions: { output: { codeSplitting: false, minify: true, intro } },
    },
    define,
  );

/** A classic script has no `import.meta`; the document knows it while it runs. As a module it has to be looked up. */
const ownUrl = `var waylineUrl=(document.currentScript||document.querySelector('script[src*="/wayline.js"]')||{}).src;`;

/** `dist/wayline.js`: self-contained, works as a classic script and as a module. */
export const bundleScript = () => oneFile('iife', 'wayline.js', ownUrl, { 'import.meta.url': 'waylineUrl' });

/** `dist/wayline.mjs`: the same as an ES module, for a plain page. */
export const bundleModule = () => oneFile('es', 'wayline.mjs');

/** `dist/index.js` and `dist/api.js`: for those who bundle themselves, with our dependencies left to them. */
export const bundlePackage = () =>
  bundle({
    minify: false,
    lib: { entry: { index: projectPath('src/index.ts'), api: projectPath('src/api.ts') }, formats: ['es'] },
    rolldownOptions: {
      external: isDependency,
      output: {
        preserveModules: true,
        preserveModulesRoot: projectPath('src'),
        // npm never packs a folder named node_modules
        entryFileNames: ({ name }) => `${name.replace('node_modules', 'vendor')}.js`,
      },
    },
  });
