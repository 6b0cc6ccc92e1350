/**
 * Reports each import that leads back to its own file, imports of types included: `import-x/no-cycle` skips those. Files
 * in a circle can only be understood, moved and tested together.
 */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';

/** The TypeScript file that an import of `file` means; `undefined` for packages and all that is not TypeScript. */
function fileOf(name, file) {
  if (!/^\..*\.(js|ts)$/.test(name)) return undefined;
  const path = resolve(dirname(file), name.replace(/\.js$/, '.ts'));
  return existsSync(path) ? path : undefined;
}

const known = new Map();

/** The files that a file imports. An editor keeps this rule in memory, so a changed file is read again. */
function importsOf(file) {
  const changed = statSync(file).mtimeMs;
  const entry = known.get(file);
  if (entry?.changed === changed) return entry.imports;
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  const imports = importedFiles.map(({ fileName }) => fileOf(fileName, file)).filter((path) => path !== undefined);
  known.set(file, { changed, imports });
  return imports;
}

/** The shortest way from one file to another along imports, without its start; `undefined` if there is none. */
function routeBetween(from, to) {
  const cameFrom = new Map([[from, undefined]]);
  for (const file of cameFrom.keys()) {
    if (file === to) {
      const route = [];
      for (let step = file; step !== from; step = cameFrom.get(step)) route.unshift(step);
      return route;
    }
    for (const next of importsOf(file)) if (!cameFrom.has(next)) cameFrom.set(next, file);
  }
  return undefined;
}

const noCircle = {
  meta: { type: 'problem', schema: [], messages: { circle: 'This import closes a circle: {{route}}.' } },
  create(context) {
    const file = context.physicalFilename;
    const check = ({ source }) => {
      const imported = source?.value === undefined ? undefined : fileOf(source.value, file);
      const route = imported && routeBetween(imported, file);
      if (route === undefined) return;
      const names = [imported, ...route].map((path) => relative(context.cwd, path));
      context.report({ node: source, messageId: 'circle', data: { route: names.join(', ') } });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
      TSImportType: check,
    };
  },
};

export default { rules: { 'no-circle': noCircle } };
