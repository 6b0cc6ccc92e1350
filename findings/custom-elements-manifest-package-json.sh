#!/usr/bin/env bash
# The custom-elements-manifest analyzer writes the folder of its last run into package.json.
#
# `cem analyze --outdir FOLDER` looks as if it only writes a manifest into that folder. It also sets `customElements` in
# package.json to the path of that manifest, even if another path is there and the folder is a temporary one. A check
# that compares a fresh manifest with the committed one therefore changes what the package publishes. The option
# `packagejson: false` in the configuration file turns it off.
#
# Seen with @custom-elements-manifest/analyzer 0.11.0.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install @custom-elements-manifest/analyzer@0.11.0

mkdir src
echo 'export class Journey extends HTMLElement {}' >src/journey.js
field() { node -p "JSON.parse(require('fs').readFileSync('package.json', 'utf8')).customElements"; }
analyze() { node_modules/.bin/cem analyze --globs 'src/*.js' --quiet "$@" >/dev/null; }
look() {
  echo '{ "private": true, "type": "module", "customElements": "custom-elements.json" }' >package.json
  analyze --outdir check
  echo "After --outdir: $(field)"
  echo '{ "private": true, "type": "module", "customElements": "custom-elements.json" }' >package.json
  echo 'export default { packagejson: false };' >custom-elements-manifest.config.mjs
  analyze --outdir check
  echo "With packagejson: false: $(field)"
}

expect look <<'SEEN'
After --outdir: check/custom-elements.json
With packagejson: false: custom-elements.json
SEEN
