import { expect } from '@open-wc/testing';
import { eventsOf, type Step } from '../../demo/tasks/life-cycle.js';
import { demoCustomers } from '../../demo/scenarios/customers.js';
import { readSettings } from '../../demo/settings.js';
import * as taskList from '../../demo/tasks/task-list.js';
import { sampleTasks } from '../../demo/tasks/tasks.js';
import { clockTime } from '../../demo/views/clock-time.js';
import { readTask } from '../../src/domain/task/task.js';

const now = Date.parse('2026-11-20T10:45:00Z');
let ids = 0;
const newId = (): string => `interaction-${++ids}`;
const offered = taskList.offerAll(sampleTasks, newId);
const idAt = (number: number): string => offered.tasks[number - 1]?.interactionId ?? '';
const selectedAt = (number: number) =>
  taskList.contactsOf(taskList.accept(offered, idAt(number), now, false)).taskSelected;

describe('the sample tasks', () => {
  /** The rows of the table with the field of the customer's address, then the difficult cases. */
  const rows: readonly [title: string, address: string | undefined, from: string | undefined][] = [
    ['Inbound call', '+14155550132', 'ani'],
    ['Outbound call', '+13125550147', 'dnis'],
    ['Email', 'soren.dahlgaard@example.com', 'ani'],
    ['Web chat', 'mei-ling.chen@example.net', 'ani'],
    ['SMS', '+447700900123', 'ani'],
    ['WhatsApp', '447700900481', 'ani'],
    ['Facebook message', 'yusuf.demir@example.com', 'cad.email'],
    ['Work item', '+61491570156', 'cad.phone'],
    ['Outbound SMS', '+447700900123', 'dnis'],
    ['Consult through an entry point', '+14155550178', 'callProcessingDetails.parent_ANI'],
    ['Call from a switchboard', 'C-771204', 'cad.customerId'],
    ['Unknown customer', '+12025550199', 'ani'],
    ['Anonymous caller', undefined, undefined],
    ['Masked caller', '+1415*****32', 'ani'],
    ['A long history', '+12125550164', 'ani'],
    ['Odd data', '+33199001234', 'ani'],
    ['A shared number', '+12025550117', 'ani'],
  ];

  it('are one per row', () => {
    expect(sampleTasks.map(({ title }) => title)).to.deep.equal(rows.map(([title]) => title));
  });

  rows.forEach(([title, address, from], index) => {
    it(`have the address in the desktop's field: ${title}`, () => {
      const task = readTask(selectedAt(index + 1), 'customerId');
      expect(task?.address?.value).to.equal(address);
      expect(task?.addressFrom).to.equal(from);
    });
  });

  it('have a customer that the emulator knows', () => {
    const aliases = demoCustomers.flatMap((customer): readonly string[] => customer.aliases);
    for (const { identity, title } of sampleTasks) {
      if (identity !== undefined) expect(aliases, title).to.include(identity);
    }
  });
});

describe("the agent's tasks", () => {
  const first = taskList.accept(offered, idAt(1), now, false);

  it('select an accepted task, unless the layout disables that', () => {
    expect(taskList.accept(first, idAt(2), now, false).selectedId).to.equal(idAt(2));
    expect(taskList.accept(first, idAt(2), now, true).selectedId).to.equal(idAt(1));
    expect(taskList.accept(offered, idAt(2), now, true).selectedId).to.equal(idAt(2));
  });

  it('are in the store in each phase', () => {
    const stateIn = (phase: 'held' | 'consulting' | 'wrap-up') =>
      taskList.contactsOf(taskList.enter(first, phase, now + 1)).taskSelected;
    expect(stateIn('held')).to.include({ isHold: true, holdTimestamp: now + 1, timeStamp: now });
    expect(stateIn('consulting')).to.include({ state: 'consulting', consultTimeStamp: now + 1 });
    expect(stateIn('wrap-up')).to.include({ isWrapUp: true, isTerminated: true, wrapUpTimestamp: now + 1 });
  });

  it('select the next task after wrap-up and offer the finished one as a new contact', () => {
    const two = taskList.accept(first, idAt(2), now, false);
    const left = taskList.finish(two, newId);
    expect(left.selectedId).to.equal(idAt(1));
    expect(left.tasks[1]).to.include({ phase: 'offered', number: 2 });
    expect(left.tasks[1]?.interactionId).to.not.equal(idAt(2));
    expect(taskList.contactsOf(taskList.finish(left, newId)).taskSelected).to.equal(null);
  });
});

describe('the life-cycle of a task', () => {
  const events = (step: Step, number = 1) => {
    const task = offered.tasks[number - 1];
    return task === undefined ? [] : eventsOf(step, task, now, newId);
  };
  const typesAndTimes = (step: Step) => events(step).map(({ event }) => `${event.type} ${event.time}`);

  it('publishes on accept how the call was routed', () => {
    expect(typesAndTimes('accept')).to.deep.equal([
      'task:new 2026-11-20T10:42:25.000Z',
      'task:parked 2026-11-20T10:42:46.000Z',
      'task:connect 2026-11-20T10:44:56.000Z',
      'task:connected 2026-11-20T10:45:00.000Z',
    ]);
  });

  const steps: readonly [Step, string][] = [
    ['hold', 'task:on-hold'],
    ['resume', 'task:hold-done'],
    ['consult', 'task:consulting'],
    ['consult-done', 'task:consult-done'],
    ['end', 'task:ended'],
    ['wrap-up', 'agent:state_change'],
  ];
  for (const [step, type] of steps) {
    it(`publishes ${type} on ${step}, under the same task`, () => {
      const [only] = events(step);
      expect(only?.event).to.include({ type, identity: '+14155550132', identitytype: 'phone' });
      expect(only?.event.data).to.include({ taskId: idAt(1), channelType: 'telephony', direction: 'INBOUND' });
    });
  }

  it('publishes nothing for a caller who cannot be identified', () => {
    expect(events('accept', 13)).to.deep.equal([]);
  });
});

describe("the demo page's address", () => {
  const settingsOf = (query: string) => readSettings(new URLSearchParams(query));

  it('has a default for everything', () => {
    expect(settingsOf('')).to.deep.equal({
      task: undefined,
      role: 'agent',
      mode: 'direct',
      width: 380,
      dark: false,
      mask: false,
      lang: 'en',
      late: false,
      page: undefined,
      layoutName: 'desktop-layout',
      time: undefined,
    });
  });

  it('sets what is shown', () => {
    const query =
      'task=3&role=supervisorAgent&mode=shell&width=1200&dark=1&mask=1&lang=pt-BR&late=true&page=recordings&layout=flat';
    expect(settingsOf(`${query}&time=2026-11-20T10:45:00Z`)).to.deep.equal({
      task: 3,
      role: 'supervisorAgent',
      mode: 'shell',
      width: 1200,
      dark: true,
      mask: true,
      lang: 'pt-BR',
      late: true,
      page: 'recordings',
      layoutName: 'flat',
      time: new Date(now),
    });
  });

  it('has the default instead of an invalid value', () => {
    const query = 'task=x&role=boss&mode=popup&width=5&dark=false&lang=<b>&late=0&time=soon';
    expect(settingsOf(query)).to.deep.equal(settingsOf(''));
  });
});

describe('clockTime', () => {
  for (const [milliseconds, text] of [
    [-5, '0:00'],
    [187_900, '3:07'],
    [3_729_000, '1:02:09'],
  ] as const) {
    it(`writes ${milliseconds} ms as ${text}`, () => {
      expect(clockTime(milliseconds)).to.equal(text);
    });
  }
});
