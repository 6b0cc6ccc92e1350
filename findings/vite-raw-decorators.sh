#!/usr/bin/env bash
# Vite leaves decorators in the bundle when the tsconfig does not include the file.
#
# Vite 8 reads `experimentalDecorators` from a tsconfig.json, and only if its `include` covers the file. An element in
# a folder that `include` forgot keeps `@property()` as it is. Standard decorators, which need no such option, stay
# too: Vite does not lower them for any target. The build reports success without a warning, and no browser can read
# the bundle. Tests that esbuild compiles are green, since esbuild lowers both.
#
# Seen with vite 8.3.8 and lit 3.3.3.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install vite@8.3.8 lit@3.3.3

mkdir src widgets standard
echo '{ "compilerOptions": { "experimentalDecorators": true }, "include": ["src"] }' >tsconfig.json
echo '{ "include": ["."] }' >standard/tsconfig.json
for file in src/journey.ts widgets/journey.ts standard/journey.ts; do
  cat >"$file" <<'TS'
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
export class Journey extends LitElement {
  @property() accessor customer = '';
}
TS
done

cat >look.mjs <<'JS'
import { Script } from 'node:vm';
import { build } from 'vite';

for (const folder of ['src', 'widgets', 'standard']) {
  const lib = { entry: `${folder}/journey.ts`, name: 'journey', formats: ['iife'] };
  const warnings = [];
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'warn',
    customLogger: { info() {}, warn: (text) => warnings.push(text), warnOnce: (text) => warnings.push(text) },
    build: { write: false, target: 'es2022', lib },
  });
  let result = 'a script';
  try {
    new Script(output[0].code);
  } catch (error) {
    result = error.name;
  }
  console.log(`${folder}: built, ${warnings.length} warnings, ${result}`);
}
JS

expect node look.mjs <<'SEEN'
src: built, 0 warnings, a script
widgets: built, 0 warnings, SyntaxError
standard: built, 0 warnings, SyntaxError
SEEN
