import { render } from 'lit';
import { shiftClock } from '../clock.js';
import { customEventFor } from '../custom-events.js';
import { startEmbeddedEmulator, type EmbeddedEmulator } from '../embedded-emulator.js';
import type { CloudEvent } from '../emulator/cloud-event';
import { initialState } from './initial-state.js';
import { readLayout } from './layout.js';
import { layoutNamed } from './layouts.js';
import { eventsOf, type Step } from '../tasks/life-cycle.js';
import { readSettings } from '../settings.js';
import { createStage, isVisible, mountHeadless, mountPane, mountRoute, type StageOptions } from './stage.js';
import { defineStandIns } from './stand-ins.js';
import { createDesktopStore } from './store.js';
import * as taskList from '../tasks/task-list.js';
import { sampleTasks } from '../tasks/tasks.js';
import { lasting, passing } from '../troubles.js';
import { demoBar } from '../views/demo-bar.js';
import { header, navigation } from '../views/header.js';
import { interaction } from '../views/interaction.js';
import { tasks } from '../views/tasks.js';
import type { Actions, DesktopView } from '../views/view.js';

const settings = readSettings(new URLSearchParams(location.search));
const clockOffset = settings.time === undefined ? 0 : settings.time.getTime() - Date.now();
shiftClock(clockOffset);
defineStandIns();

const newId = (): string => crypto.randomUUID();

function place(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}`);
  return element;
}

let tokens = 0;
/** The emulator derives permissions from the token: agents may not merge persons. */
const nextToken = (role: string): string => `${role === 'agent' ? 'agent' : 'supervisor'}-token-${++tokens}`;

const list = taskList.offerAll(sampleTasks, newId);
const store = createDesktopStore(initialState(settings, list, nextToken(settings.role)));
const layout = readLayout(layoutNamed(settings.layoutName), settings.role);
let view: DesktopView = {
  ...settings,
  layout,
  list,
  agentStatus: 'Available',
  page: settings.page ?? (settings.task === undefined ? layout.homepage?.navigateTo : undefined),
  troubles: new Set(),
  published: [],
};

const stages = {
  pane: createStage(place('pane')),
  page: createStage(place('page')),
  headless: createStage(place('headless')),
};

/** Mounts the parts that the view needs. Parts that are already mounted stay. */
function stageParts(): void {
  const { layout, layoutName, role, mode, late, page, list } = view;
  const options: StageOptions = {
    store,
    mode,
    late: late ? 3000 : 0,
    shellUrl: `shell.html?clock=${clockOffset}`,
    maximiseArea: () => place('app-maximize-area'),
  };
  const setting = `${layoutName} ${role} ${mode} ${late}`;
  const hasTask = list.selectedId !== undefined;
  stages.headless.show(setting, () => mountHeadless(layout, options));
  stages.pane.show(hasTask ? setting : undefined, () => mountPane(layout, options));
  stages.page.show(page === undefined ? undefined : `${setting} ${page}`, () => mountRoute(layout, page, options));
  place('pane').hidden = !hasTask;
  place('work').hidden = page !== undefined;
  place('page').hidden = page === undefined;
}

function draw(): void {
  const now = Date.now();
  const { layout, dark, width } = view;
  const root = document.documentElement;
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.pane = width >= 1000 ? 'wide' : 'beside';
  root.style.setProperty('--pane-width', `${width}px`);
  const routes = [...(layout.homepage ? [layout.homepage] : []), ...layout.navigation].filter(
    ({ visibility }) => visibility === undefined || isVisible(visibility),
  );
  render(demoBar(view, act), place('demo-bar'));
  render(header(view, act), place('header'));
  render(navigation(view, routes, act), place('pages'));
  render(tasks(view, now, act), place('tasks'));
  render(interaction(view, now, act), place('interaction'));
}

function show(change: Partial<DesktopView>): void {
  view = { ...view, ...change };
  draw();
  stageParts();
}

function showTasks(list: taskList.TaskList, page = view.page): void {
  store.change({ agentContact: taskList.contactsOf(list) });
  show({ list, page });
}

const emulator = startEmbeddedEmulator();
const running = emulator.catch(() => undefined);

function publish(event: CloudEvent, interactionId: string | undefined, after = 0): void {
  const send = (started: EmbeddedEmulator | undefined): void => {
    if (started === undefined) return;
    started.publish(event);
    show({ published: [{ interactionId, type: event.type, at: Date.parse(event.time ?? '') }, ...view.published] });
  };
  setTimeout(() => void running.then(send), after);
}

function publishStep(step: Step, task: taskList.DeskTask | undefined): void {
  if (task === undefined) return;
  for (const { event, after } of eventsOf(step, task, Date.now(), newId)) {
    publish(event, task.interactionId, after);
  }
}

const phaseAfter = {
  hold: 'held',
  resume: 'connected',
  consult: 'consulting',
  'consult-done': 'connected',
  end: 'wrap-up',
} as const;

/** Sets all lasting troubles together: the emulator can only remove all faults at once. */
function setTroubles(troubles: ReadonlySet<string>): void {
  void running.then((started) => started?.setFaults([...troubles].flatMap((name) => lasting[name] ?? [])));
  show({ troubles });
}

const act: Actions = {
  choose(change) {
    const { dark, lang, mask, role, layoutName, agentStatus } = { ...view, ...change };
    store.change({
      app: { darkMode: dark, language: lang },
      agent: { subStatus: agentStatus, getIsMaskSensitiveDataEnabled: mask },
    });
    if (role !== view.role) store.change({ auth: { accessToken: nextToken(role) } });
    const isSame = role === view.role && layoutName === view.layoutName;
    const next = isSame ? view.layout : readLayout(layoutNamed(layoutName), role);
    show({ ...change, layout: next, ...(isSame ? {} : { page: undefined }) });
  },
  accept(interactionId) {
    const task = view.list.tasks.find((each) => each.interactionId === interactionId);
    const { stopNavigateOnAcceptTask: stay } = view.layout;
    publishStep('accept', task);
    showTasks(taskList.accept(view.list, interactionId, Date.now(), stay), stay ? view.page : undefined);
    place('tasks').scrollTop = 0;
  },
  select: (interactionId) => showTasks(taskList.select(view.list, interactionId), undefined),
  step(step) {
    publishStep(step, taskList.selectedOf(view.list));
    if (step === 'wrap-up') showTasks(taskList.finish(view.list, newId));
    else showTasks(taskList.enter(view.list, phaseAfter[step], Date.now()));
  },
  send(name) {
    const task = taskList.selectedOf(view.list);
    const identity = task?.sample.identity;
    const event = identity === undefined ? undefined : customEventFor(name, identity, Date.now(), newId());
    if (event !== undefined) publish(event, task?.interactionId);
  },
  toggleTrouble(name) {
    const troubles = new Set(view.troubles);
    if (!troubles.delete(name)) troubles.add(name);
    setTroubles(troubles);
  },
  cause: (name) => void running.then((started) => started?.addFaults(passing[name] ?? [])),
  renewToken: () => store.change({ auth: { accessToken: nextToken(view.role) } }),
};

draw();
try {
  await emulator;
  stageParts();
  const wanted = view.list.tasks.find(({ number }) => number === settings.task);
  if (wanted !== undefined) act.accept(wanted.interactionId);
  setInterval(draw, 1000);
  setInterval(act.renewToken, 60_000);
} catch (error) {
  const notice = place('notice');
  notice.hidden = false;
  notice.textContent = `The demo cannot start. ${error instanceof Error ? error.message : String(error)}`;
}
