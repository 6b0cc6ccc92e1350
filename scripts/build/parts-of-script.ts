import { createHash } from 'node:crypto';
import { minify } from 'terser';
import { parseAst, type Plugin } from 'vite';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const edited = (code: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, text }) => all.slice(0, start) + text + all.slice(end), code);

const nameOf = (node: { readonly type: string }): string =>
  'name' in node ? String(node.name) : String((node as unknown as { readonly value: string }).value);

/**
 * Replaces the script's `export { a as b }` with an object that its parts find under `key`. The first copy on a page
 * sets it, since that copy has defined the elements.
 */
function handOver(code: string, key: string): string {
  const exports = parseAst(code).body.filter((node) => node.type === 'ExportNamedDeclaration');
  return edited(
    code,
    exports.map(({ start, end, specifiers }) => {
      const names = specifiers.map(({ exported, local }) => `${nameOf(exported)}:${nameOf(local)}`);
      return { start, end, text: `globalThis[Symbol.for("${key}")]??={${names.join()}};` };
    }),
  );
}

/** Replaces a part's `import { a as b } from '../wayline.mjs'` with a read of that object. */
function takeOver(code: string, key: string): string {
  const imports = parseAst(code).body.filter((node) => node.type === 'ImportDeclaration');
  const fromScript = imports.filter(({ source }) => source.value.endsWith('/wayline.mjs'));
  return edited(
    code,
    fromScript.map(({ start, end, specifiers }) => {
      const names = specifiers.map((one) => ('imported' in one ? `${nameOf(one.imported)}:${one.local.name}` : ''));
      return { start, end, text: `const{${names.join()}}=globalThis[Symbol.for("${key}")];` };
    }),
  );
}

/** Minifies once more: the bundler's own minifier makes a single pass and supports older browsers. */
async function smallest(code: string): Promise<string> {
  const { code: small } = await minify(code, {
    module: true,
    ecma: 2022,
    compress: { passes: 3, keep_fargs: false },
  });
  return small ?? code;
}

/**
 * A classic script has no `import.meta`. `document.currentScript` is only set for classic scripts, so a module finds
 * its own tag.
 */
const ownUrl = `var waylineUrl=(document.currentScript||document.querySelector('script[src*="/wayline.js"]')||{}).src;`;

/**
 * A desktop layout has one classic script, which cannot share modules with the parts that it loads later. So the script
 * puts what they need under a symbol that contains the build's hash. The folder of the parts has the same hash in its
 * name, so that a browser never mixes an old part with a new script.
 */
export const partsOfScript = (): Plugin => ({
  name: 'parts-of-script',
  async generateBundle(_options, output) {
    const chunks = Object.values(output).filter((file) => file.type === 'chunk');
    const script = chunks.find(({ fileName }) => fileName === 'wayline.mjs');
    if (script === undefined) return;
    for (const chunk of chunks) chunk.code = await smallest(chunk.code);
    const hash = createHash('sha256');
    for (const { code } of chunks) hash.update(code);
    const build = hash.digest('hex').slice(0, 8);
    const key = `wayline ${build}`;
    for (const part of chunks) {
      if (part === script) continue;
      part.fileName = part.fileName.replace('parts/', `parts/${build}/`);
      part.code = takeOver(part.code, key);
    }
    script.code = handOver(script.code, key).replaceAll('./parts/', `./parts/${build}/`);
    const classic = script.code.replaceAll('import.meta', '{url:waylineUrl}');
    this.emitFile({ type: 'asset', fileName: 'wayline.js', source: `"use strict";(()=>{${ownUrl}${classic}})();\n` });
  },
});
