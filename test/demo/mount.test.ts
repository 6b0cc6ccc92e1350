import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { initialState } from '../../demo/desktop/initial-state.js';
import { readLayout, roles, type LayoutNode } from '../../demo/desktop/layout.js';
import { layouts } from '../../demo/desktop/layouts.js';
import { loadScript } from '../../demo/desktop/load-script.js';
import { localBuild } from '../../demo/local-build.js';
import { mount, mountDirect, type MountContext } from '../../demo/desktop/mount.js';
import { mountInShell } from '../../demo/desktop/shell-frame.js';
import { mountHeadless, mountPane, mountRoute, type StageOptions } from '../../demo/desktop/stage.js';
import { defineStandIns } from '../../demo/desktop/stand-ins.js';
import { createDesktopStore, lateReader, type DesktopStore } from '../../demo/desktop/store.js';
import * as taskList from '../../demo/tasks/task-list.js';
import { sampleTasks } from '../../demo/tasks/tasks.js';
import { waitUntil } from '../support/wait-until.js';

let ids = 0;
const newId = (): string => `interaction-${++ids}`;
const offered = taskList.offerAll(sampleTasks, newId);
const acceptFirst = (): taskList.TaskList =>
  taskList.accept(offered, offered.tasks[0]?.interactionId ?? '', 1_795_000_000_000, false);

const newStore = (): DesktopStore =>
  createDesktopStore(initialState({ dark: false, lang: 'en', mask: false }, offered, 'token-1'));

const node = (parts: Partial<LayoutNode>): LayoutNode => ({
  comp: 'div',
  script: undefined,
  attributes: {},
  properties: {},
  children: [],
  textContent: undefined,
  style: {},
  wrapper: undefined,
  visibility: undefined,
  width: undefined,
  height: undefined,
  ...parts,
});

const contextWith = (store: MountContext['store']): MountContext => ({
  store,
  isVisible: (flag) => flag === 'SCREEN_POP',
  widget: mountDirect,
});

/** An element that keeps every value it is given. */
class RecordingWidget extends HTMLElement {
  readonly received: unknown[] = [];

  set interactionData(value: unknown) {
    this.received.push(value);
  }
}
customElements.define('recording-widget', RecordingWidget);

function recorder(store: MountContext['store']): RecordingWidget {
  const properties = { interactionData: '$STORE.agentContact.taskSelected' };
  const { element } = mount(node({ comp: 'recording-widget', properties }), contextWith(store));
  if (!(element instanceof RecordingWidget)) throw new Error('Not the recording widget');
  return element;
}

describe('binding a widget to the desktop store', () => {
  it('starts without a task and sets a new object on every change of a contact', () => {
    const store = newStore();
    const widget = recorder(store);
    const list = acceptFirst();
    store.change({ agentContact: taskList.contactsOf(list) });
    store.change({ agentContact: taskList.contactsOf(taskList.enter(list, 'held', 1)) });
    store.change({ agentContact: {} });
    const [none, connected, held, equal, ...more] = widget.received;
    expect(none).to.equal(null);
    expect(connected).to.include({ ani: '+14155550132', isHold: false });
    expect(held).to.include({ isHold: true });
    expect(equal).to.deep.equal(held);
    expect(equal).to.not.equal(held);
    expect(more).to.deep.equal([]);
  });

  it('does not set a task again when another value changes', () => {
    const store = newStore();
    const widget = recorder(store);
    store.change({ auth: { accessToken: 'token-2' }, app: { darkMode: true } });
    expect(widget.received).to.deep.equal([null]);
  });

  it('sets attributes as text and removes them without a value', () => {
    const store = newStore();
    const attributes = {
      'is-dark-mode': '$STORE.app.darkMode',
      ani: '$STORE.agentContact.taskSelected.ani',
      nothing: '$STORE.no.such.path',
    };
    const { element } = mount(node({ attributes }), contextWith(store));
    expect(element.getAttributeNames()).to.deep.equal(['is-dark-mode']);
    expect(element.getAttribute('is-dark-mode')).to.equal('false');
    store.change({ agentContact: taskList.contactsOf(acceptFirst()) });
    expect(element.getAttribute('ani')).to.equal('+14155550132');
    store.change({ agentContact: taskList.contactsOf(offered) });
    expect(element.hasAttribute('ani')).to.equal(false);
  });

  it('reads a map by its keys, and whole groups', () => {
    const store = newStore();
    const list = acceptFirst();
    store.change({ agentContact: taskList.contactsOf(list) });
    expect(store.read(`agentContact.taskMap.${list.selectedId}.ani`)).to.equal('+14155550132');
    expect(store.read('agent')).to.include({ agentName: 'Maria Silva' });
    expect(store.read('agent.constructor')).to.equal(undefined);
  });

  it('puts values into longer texts', () => {
    const store = newStore();
    const title = node({ comp: 'page-title', attributes: { pageTitle: 'Hi {$STORE.agent.agentName}!' } });
    const { element } = mount(title, contextWith(store));
    expect(element.textContent).to.equal('Hi Maria Silva!');
    store.change({ agent: { agentName: 'Tom Baker' } });
    expect(element.textContent).to.equal('Hi Tom Baker!');
  });

  it('stops when the part is removed', () => {
    const store = newStore();
    const mounted = mount(node({ attributes: { token: '$STORE.auth.accessToken' } }), contextWith(store));
    mounted.stop();
    store.change({ auth: { accessToken: 'token-2' } });
    expect(mounted.element.getAttribute('token')).to.equal('token-1');
  });

  it('sets no value before a late store opens, and all of them then', async () => {
    let open = (): void => {};
    const opened = new Promise<void>((done) => (open = done));
    const store = newStore();
    store.change({ agentContact: taskList.contactsOf(acceptFirst()) });
    const widget = recorder(lateReader(store, opened));
    store.change({ app: { darkMode: true } });
    expect(widget.received).to.deep.equal([undefined]);
    open();
    await waitUntil(() => widget.received.length === 2);
    expect(widget.received[1]).to.include({ ani: '+14155550132' });
  });

  it('refuses names that run code or change the prototype', () => {
    const names = ['innerHTML', 'outerHTML', 'srcdoc', 'onclick', 'onwaylineready', '__proto__', 'constructor'];
    const properties = Object.fromEntries(names.map((name) => [name, '<b>code</b>']));
    const attributes = {
      onclick: 'alert(1)',
      OnLoad: 'alert(1)',
      srcdoc: '<b></b>',
      style: 'color: red',
      title: 'kept',
    };
    const { element } = mount(node({ comp: 'recording-widget', properties, attributes }), contextWith(newStore()));
    expect(element.getAttributeNames()).to.deep.equal(['title']);
    expect(element.childNodes).to.have.length(0);
    expect(Object.keys(element)).to.deep.equal(['received']);
    expect(element.onclick).to.equal(null);
    expect(element).to.be.instanceOf(RecordingWidget);
  });

  it('creates no element that loads something by itself', () => {
    for (const comp of ['script', 'iframe', 'object', 'link', '#SCREEN_POP', 'slot', 'agentx-wc-iframe']) {
      const { element } = mount(node({ comp, attributes: { src: 'https://example.com' } }), contextWith(newStore()));
      expect(element.tagName, comp).to.equal('SPAN');
      expect(element.hasAttribute('src'), comp).to.equal(false);
    }
  });

  it('skips nodes that a flag of the desktop hides', () => {
    const children = [node({ visibility: 'SCREEN_POP', textContent: 'pop' }), node({ visibility: 'WXM_JOURNEY' })];
    expect(mount(node({ children }), contextWith(newStore())).element.textContent).to.equal('pop');
    expect(mount(node({ children }), contextWith(newStore())).element.children).to.have.length(1);
  });
});

describe("loading a widget's script", () => {
  const script = new URL('./fixture-widget.ts', import.meta.url).href;

  it('loads each URL once, for any number of widgets', async () => {
    const count = (): number => document.querySelectorAll(`script[src="${script}"]`).length;
    await Promise.all([loadScript(script), loadScript(` ${script} `), loadScript(script)]);
    await loadScript(script);
    expect(count()).to.equal(1);
  });

  it('refuses http from other hosts and other schemes', async () => {
    for (const url of ['http://cdn.example.com/x.js', 'data:text/javascript,1', 'javascript:1']) {
      const message = await loadScript(url).then(
        () => 'loaded',
        (error: unknown) => String(error),
      );
      expect(message, url).to.contain('must use https');
    }
  });

  it('shows a message instead of the widget if its script cannot be loaded', async () => {
    const { element } = mountDirect(
      node({ comp: 'never-defined', script: new URL('./no-such.js', import.meta.url).href }),
      contextWith(newStore()),
    );
    document.body.append(element);
    await waitUntil(() => element.shadowRoot?.querySelector('[role=alert]'));
    expect(element.shadowRoot?.textContent).to.contain('Could not load');
    element.remove();
  });

  it('loads Wayline from this build, for any script in a layout, and leaves other widgets alone', () => {
    const elsewhere = node({ comp: 'wayline-journey', script: 'https://cdn.example.com/wayline.js' });
    expect(localBuild(elsewhere).script).to.equal('/dist/wayline.js');
    expect(localBuild(node({ script })).script).to.equal(script);
  });
});

describe('the layouts on the demo desktop', () => {
  before(defineStandIns);

  const options = (store: DesktopStore): StageOptions => ({
    store,
    // In a frame that stays empty no widget is loaded: this test is about the layout.
    mode: 'shell',
    late: 0,
    shellUrl: 'about:blank',
    maximiseArea: () => null,
  });

  const journeys: Readonly<Record<string, number>> = { 'panel-only': 1, 'page-only': 1 };
  const cases = Object.entries(layouts).flatMap(([name, file]) => roles.map((role) => ({ name, file, role })));
  for (const { name, file, role } of cases) {
    it(`mount every part of ${name} for the role ${role}`, async () => {
      const layout = readLayout(file, role);
      const store = newStore();
      const routes = [layout.homepage, ...layout.navigation].flatMap((each) => (each ? [each.navigateTo] : []));
      const parts = [
        mountPane(layout, options(store)),
        mountHeadless(layout, options(store)),
        ...routes.map((navigateTo) => mountRoute(layout, navigateTo, options(store))),
      ];
      const place = await fixture(html`<div>${parts.map(({ element }) => element)}</div>`);
      const frames = [...place.children].flatMap((part) => [...(part.shadowRoot?.querySelectorAll('iframe') ?? [])]);
      const expected = Array<string>(journeys[name] ?? 2).fill('Customer journey');
      expect(frames.map(({ title }) => title)).to.deep.equal(expected);
      parts.forEach(({ stop }) => stop());
    });
  }

  it('show one tab at a time and change it by mouse and arrow keys', async () => {
    const { element, stop } = mountPane(readLayout(layouts['desktop-layout'], 'agent'), options(newStore()));
    const place = await fixture(html`<div>${element}</div>`);
    await nextFrame();
    const root = place.firstElementChild?.shadowRoot;
    const tabs = [...(root?.querySelectorAll<HTMLElement>('md-tab') ?? [])];
    const open = (): string[] =>
      [...(root?.querySelectorAll<HTMLElement>('md-tab-panel:not([hidden])') ?? [])].map(
        (panel) => root?.getElementById(panel.getAttribute('aria-labelledby') ?? '')?.textContent ?? '',
      );
    expect(tabs.map(({ textContent }) => textContent)).to.deep.equal(['Journey', 'IVR transcript', 'Screen pop']);
    expect(open()).to.deep.equal(['Journey']);
    tabs[2]?.click();
    expect(open()).to.deep.equal(['Screen pop']);
    tabs[2]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    expect(open()).to.deep.equal(['Journey']);
    await expect(place).to.be.accessible();
    stop();
  });
});

describe('a widget in the iframe shell', () => {
  const shellUrl = new URL('../../demo/shell.html', import.meta.url).href;
  const script = new URL('./fixture-widget.ts', import.meta.url).href;

  it('gets values as clones, new ones on every change, and storage throws', async () => {
    const store = newStore();
    const shell = mountInShell(
      node({
        comp: 'fixture-widget',
        script,
        properties: { task: '$STORE.agentContact.taskSelected', tasks: '$STORE.agentContact.taskMap' },
        attributes: { dark: '$STORE.app.darkMode' },
        wrapper: { title: 'Customer journey' },
      }),
      { store },
      shellUrl,
    );
    const place = await fixture(html`<div>${shell.element}</div>`);
    const frame = place.querySelector('iframe');
    const widget = (): (HTMLElement & { task?: { ani?: string } | null; tasks?: Map<string, unknown> }) | null =>
      frame?.contentDocument?.querySelector('fixture-widget') ?? null;
    await waitUntil(() => widget()?.task === null, 'the widget appears with the first values');
    expect(widget()?.getAttribute('dark')).to.equal('false');

    store.change({ agentContact: taskList.contactsOf(acceptFirst()), app: { darkMode: true } });
    await waitUntil(() => widget()?.task?.ani === '+14155550132');
    const first = widget()?.task;
    expect(first).to.not.equal(store.read('agentContact.taskSelected'));
    expect(Object.prototype.toString.call(widget()?.tasks)).to.equal('[object Map]');
    expect(widget()?.getAttribute('dark')).to.equal('true');

    store.change({ agentContact: {} });
    await waitUntil(() => widget()?.task !== first);
    expect(() => frame?.contentWindow?.localStorage).to.throw('Storage is off');
    shell.stop();
  });
});
