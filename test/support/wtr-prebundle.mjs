import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

const fileName = (name) => name.replace(/\W+/g, '_');

/** Every package that the test files and their imports use, by the imported names. */
async function findPackages() {
  const files = readdirSync('test', { recursive: true }).filter((file) => file.endsWith('.test.ts'));
  const { metafile } = await build({
    entryPoints: files.map((file) => `test/${file}`),
    outdir: 'nowhere',
    bundle: true,
    packages: 'external',
    ignoreAnnotations: true, // an import for its side effects counts as well
    format: 'esm',
    metafile: true,
    write: false,
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return new Set(imports.filter(({ external }) => external).map(({ path }) => path));
}

/**
 * Serves each package as one file. The runner does not bundle: a package of 200 modules would cost each test file 200
 * requests. All are bundled together, so that two packages that need a third one share it: there is one Lit.
 */
export function prebundle(outdir = 'node_modules/.cache/test-vendor') {
  let packages = new Set();
  return {
    name: 'prebundle',
    async serverStart() {
      packages = await findPackages();
      await build({
        entryPoints: Object.fromEntries([...packages].map((name) => [fileName(name), name])),
        outdir,
        bundle: true,
        splitting: true,
        format: 'esm',
        platform: 'browser',
        target: 'es2022',
        conditions: ['browser', 'import', 'default'],
      });
    },
    resolveImport({ source }) {
      return packages.has(source) ? `/${outdir}/${fileName(source)}.js` : undefined;
    },
  };
}
