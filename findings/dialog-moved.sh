#!/usr/bin/env bash
# A modal dialog that is moved within the page stays open, but is no longer modal.
#
# Agent desktops move a widget in the DOM when the agent maximises it. Removing the dialog takes it out of the top
# layer, and inserting it does not bring it back. `open` is still true, so code that asks for it does nothing. The
# dialog has no backdrop any more, other elements can cover it, and the page around it can be clicked. `showModal()`
# throws until `open` is set to false. `moveBefore` keeps the dialog modal, but the desktop decides how it moves.
#
# Seen with Chromium 156.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install playwright-core@1.65.1
use_browser

cat >look.mjs <<'JS'
import { browser, end, send, serve } from './browser.mjs';

const markup = '<!doctype html><div><section><dialog>Merge?</dialog></section></div><div></div>';
const origin = await serve((_request, response) => send(response, 'text/html', markup));
const page = await browser.newPage();
await page.goto(origin);
const lines = await page.evaluate(() => {
  const [widget, dialog] = document.querySelectorAll('section, dialog');
  const [small, large] = document.querySelectorAll('div');
  const seen = [];
  const show = (when) => seen.push(`${when}: open ${dialog.open}, modal ${dialog.matches(':modal')}`);
  dialog.addEventListener('close', () => seen.push('close event'));
  dialog.showModal();
  show('shown');
  large.moveBefore(widget, null);
  show('moved by moveBefore');
  small.append(widget);
  show('moved by append');
  try {
    dialog.showModal();
  } catch (error) {
    seen.push(`showModal() throws ${error.name}`);
  }
  dialog.open = false;
  dialog.showModal();
  show('shown again');
  return seen;
});
console.log(lines.join('\n'));
await end();
JS

expect node look.mjs <<'SEEN'
shown: open true, modal true
moved by moveBefore: open true, modal true
moved by append: open true, modal false
showModal() throws InvalidStateError
shown again: open true, modal true
SEEN
