#!/usr/bin/env bash
# Shared by the findings: a temporary folder with pinned packages, and the comparison at the end.
# Exit codes: 0 as described, 1 the behaviour changed, 2 the finding could not run.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json

# Installs packages with exact versions, and prints the versions that were installed.
install() {
  npm install --no-save --no-audit --no-fund --silent --ignore-scripts "$@" || {
    echo "npm could not install $*" >&2
    exit 2
  }
  echo "Node $(node --version), npm $(npm --version)"
  local spec name
  for spec in "$@"; do
    name=${spec%@*}
    echo "$name $(node -p "require('./node_modules/$name/package.json').version")"
  done
}

# Runs a command, prints its output and compares it with the text on standard input.
expect() {
  local seen wanted
  wanted=$(cat)
  seen=$("$@") || {
    echo "$seen"
    echo "This finding could not run: $*" >&2
    exit 2
  }
  echo "$seen"
  if [[ $seen != "$wanted" ]]; then
    echo "The behaviour changed (< expected, > seen):" >&2
    diff <(echo "$wanted") <(echo "$seen") >&2 || true
    exit 1
  fi
  echo "As described."
}

# Finds Chromium and writes `browser.mjs`, which opens a page that a local server answers.
use_browser() {
  CHROME_PATH=${CHROME_PATH:-$(command -v chromium || true)}
  export CHROME_PATH
  [[ -n $CHROME_PATH ]] || {
    echo "Set CHROME_PATH to a Chromium, or put chromium on the PATH." >&2
    exit 2
  }
  cat >browser.mjs <<'JS'
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const quiet = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];
const local = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';
const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

setTimeout(() => process.exit(2), 90_000).unref();
let answer;
const server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
export const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH,
  args: [...quiet, local, ...root],
});
console.error(`Chromium ${browser.version()}`);

/** Starts the server and gives its origin. */
export async function serve(listener) {
  answer = listener;
  return `http://127.0.0.1:${server.address().port}`;
}

/** Answers with a text of this type. */
export const send = (response, type, body, headers = {}) =>
  void response.writeHead(200, { 'content-type': type, ...headers }).end(body);

export async function end() {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
JS
}
