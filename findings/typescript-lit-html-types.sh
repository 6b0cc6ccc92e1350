#!/usr/bin/env bash
# TypeScript names `lit-html` in the types of a Lit element, and with pnpm those types become `any`.
#
# `lit` only re-exports `html`, so an inferred return type is written as `import("lit-html").TemplateResult`, a
# package that the element does not depend on. Where npm installs all packages side by side, that resolves. Where each
# package sees only its own dependencies, as with pnpm, it does not. With `skipLibCheck` there is no error: the type
# becomes `any`, and the host's code is no longer checked. Write the return type: `render(): TemplateResult`.
#
# Seen with typescript 6.0.3 and lit 3.3.3.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install typescript@6.0.3 lit@3.3.3

mkdir widget
cat >widget/inferred.ts <<'TS'
import { html } from 'lit';
export const inferred = () => html`<p></p>`;
TS
cat >widget/written.ts <<'TS'
import { html, type TemplateResult } from 'lit';
export const written = (): TemplateResult => html`<p></p>`;
TS
cat >host.ts <<'TS'
import { inferred } from './widget/inferred.js';
import { written } from './widget/written.js';
export const a: number = inferred();
export const b: number = written();
TS

compile() { node_modules/.bin/tsc --module nodenext --target es2022 --strict --skipLibCheck "$@"; }
check_host() {
  echo "$1, errors in host.ts:"
  compile --noEmit host.ts | cut -d: -f1,2 || true
}
look() {
  compile --declaration --emitDeclarationOnly widget/*.ts
  rm widget/{inferred,written}.ts
  grep -h export widget/*.d.ts
  check_host 'Packages side by side'
  mkdir node_modules/lit/node_modules
  mv node_modules/{lit-html,lit-element,@lit} node_modules/lit/node_modules/
  check_host 'Each package sees its own'
}

expect look <<'SEEN'
export declare const inferred: () => import("lit-html").TemplateResult<1>;
export declare const written: () => TemplateResult;
Packages side by side, errors in host.ts:
host.ts(3,14): error TS2322
host.ts(4,14): error TS2322
Each package sees its own, errors in host.ts:
host.ts(4,14): error TS2322
SEEN
