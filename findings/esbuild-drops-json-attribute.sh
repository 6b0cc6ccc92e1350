#!/usr/bin/env bash
# esbuild removes `with { type: 'json' }` without a warning when the target is a year, even a recent one.
#
# Import attributes are part of ECMAScript 2025. For `es2022` and `es2024` esbuild does not refuse the syntax, as it
# does with other syntax that it cannot lower. It deletes the attribute and keeps the import. A test runner that
# transforms file by file then serves a module that no runtime loads, since JSON modules need the attribute. Use
# `esnext`, or name browsers as the target.
#
# Seen with esbuild 0.27.7.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install esbuild@0.27.7

echo '{ "greeting": "hello" }' >words.json
cat >look.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { transform } from 'esbuild';

const source = "import words from './words.json' with { type: 'json' };\nexport default words.greeting;";
for (const target of ['es2022', 'es2024', 'esnext', 'chrome123']) {
  const { code, warnings } = await transform(source, { target });
  writeFileSync(`${target}.mjs`, code);
  const loaded = await import(`./${target}.mjs`).then((module) => module.default, (error) => error.name);
  console.log(`${target}: ${code.split('\n')[0]} ${warnings.length} warnings, loaded: ${loaded}`);
}
JS

expect node --no-warnings look.mjs <<'SEEN'
es2022: import words from "./words.json"; 0 warnings, loaded: TypeError
es2024: import words from "./words.json"; 0 warnings, loaded: TypeError
esnext: import words from "./words.json" with { type: "json" }; 0 warnings, loaded: hello
chrome123: import words from "./words.json" with { type: "json" }; 0 warnings, loaded: hello
SEEN
