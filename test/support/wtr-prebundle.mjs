import { build } from 'esbuild';

const fileName = (name) => name.replace(/\W+/g, '_');

/**
 * Serves each of `names` as one file. The runner does not bundle: a package of 200 modules would cost each test file 200
 * requests.
 */
export function prebundle(names, outdir = 'node_modules/.cache/test-vendor') {
  return {
    name: 'prebundle',
    async serverStart() {
      await build({
        entryPoints: Object.fromEntries(names.map((name) => [fileName(name), name])),
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
      return names.includes(source) ? `/${outdir}/${fileName(source)}.js` : undefined;
    },
  };
}
