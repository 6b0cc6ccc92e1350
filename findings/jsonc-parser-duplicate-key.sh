#!/usr/bin/env bash
# jsonc-parser reads the last of two equal keys, but finds and edits the first.
#
# Layouts of desktops are written by hand, and a key can be there twice after someone copied a block. `parse` gives
# the last value, as JSON.parse does. `findNodeAtLocation` and `modify` take the first one. The tool reports success,
# the file has changed, and every reader still sees the old value. Removing the key removes the first and leaves the
# other.
#
# Seen with jsonc-parser 3.3.1.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install jsonc-parser@3.3.1

cat >look.mjs <<'JS'
import { applyEdits, findNodeAtLocation, modify, parse, parseTree } from 'jsonc-parser';

const text = '{ "comp": "old-widget", "comp": "my-widget" }';
const edited = (value) => applyEdits(text, modify(text, ['comp'], value, {}));
console.log('parse finds:             ', parse(text).comp);
console.log('findNodeAtLocation finds:', findNodeAtLocation(parseTree(text), ['comp']).value);
console.log('modify writes:           ', edited('new-widget'));
console.log('JSON.parse then reads:   ', JSON.parse(edited('new-widget')).comp);
console.log('modify removes:          ', edited(undefined));
JS

expect node look.mjs <<'SEEN'
parse finds:              my-widget
findNodeAtLocation finds: old-widget
modify writes:            { "comp": "new-widget", "comp": "my-widget" }
JSON.parse then reads:    my-widget
modify removes:           {"comp": "my-widget" }
SEEN
