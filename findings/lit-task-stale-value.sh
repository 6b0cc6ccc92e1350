#!/usr/bin/env bash
# A Lit task keeps the value of the last run while the next one is pending.
#
# `task.value` and `task.error` change only when a run ends. While the journey of the next customer loads, `value` is
# still the previous customer's. A template that reads `task.value` shows the wrong person. Read it only when `status`
# is COMPLETE. `run()` resolves even when the task fails, so awaiting it proves nothing.
#
# Seen with @lit/task 1.0.3.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
install @lit/task@1.0.3

cat >look.mjs <<'JS'
import { Task, TaskStatus } from '@lit/task';

const names = Object.fromEntries(Object.entries(TaskStatus).map(([name, value]) => [value, name]));
const host = { addController() {}, requestUpdate() {} };
const load = async ([customer]) => {
  if (customer === 'Cyd') throw new Error('no journey');
  return `journey of ${customer}`;
};
const task = new Task(host, { task: load, args: () => [], autoRun: false });
const show = (when) =>
  console.log(`${when}: ${names[task.status]}, value ${task.value}, error ${task.error?.message}`);

await task.run(['Ann']);
show('Ann loaded');
const second = task.run(['Bob']);
show('Bob is loading');
await second;
show('Bob loaded');
console.log('run() of a failing task:', await task.run(['Cyd']).then(() => 'resolved', () => 'rejected'));
show('Cyd failed');
void task.run(['Dan']);
show('Dan is loading');
JS

expect node look.mjs <<'SEEN'
Ann loaded: COMPLETE, value journey of Ann, error undefined
Bob is loading: PENDING, value journey of Ann, error undefined
Bob loaded: COMPLETE, value journey of Bob, error undefined
run() of a failing task: resolved
Cyd failed: ERROR, value undefined, error no journey
Dan is loading: PENDING, value undefined, error no journey
SEEN
