import { render } from 'lit';
import { checkSetup } from '../../tools/setup/check-setup.js';
import { UnusableSettings, type SetupSettings } from '../../tools/setup/settings.js';
import { startEmbeddedEmulator, type EmbeddedEmulator } from '../embedded-emulator.js';
import { demoCustomers } from '../scenarios/customers.js';
import { lasting } from '../troubles.js';
import { setupPage, type Service, type SetupActions, type SetupView } from './setup-page.js';

const place = document.getElementById('check');
if (place === null) throw new Error('The page has no #check');

const service: Service = new URLSearchParams(location.search).has('own') ? 'own' : 'emulator';

let view: SetupView = {
  service,
  fields: {
    ...{ dataCenter: '', baseUrl: '', organizationId: '', projectId: '', templateId: '', customer: '', token: '' },
    ...{ publish: false, trouble: '' },
  },
  lines: [],
  running: false,
  problem: '',
};

function show(change: Partial<SetupView>): void {
  view = { ...view, ...change };
  if (place !== null) render(setupPage(view, act), place);
}

let emulator: EmbeddedEmulator | undefined;

/** Removes the emulator's service worker: it must not handle this page's requests to a real service. */
async function leaveEmulator(): Promise<void> {
  if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller === null) return;
  const registrations = await navigator.serviceWorker.getRegistrations();
  const gone = await Promise.all(registrations.map((registration) => registration.unregister()));
  if (gone.some(Boolean)) location.reload();
}

const given = (text: string): string | undefined => text.trim() || undefined;

async function prepare(): Promise<{ readonly settings: SetupSettings; readonly token: string }> {
  const { fields } = view;
  const { publish } = fields;
  if (service === 'emulator') {
    emulator ??= await startEmbeddedEmulator();
    emulator.setFaults(lasting[fields.trouble] ?? []);
    return {
      settings: { dataCenter: 'produs1', customer: demoCustomers[0].address, listen: 16_000, publish },
      token: 'demo',
    };
  }
  const token = fields.token.trim().replace(/^Bearer\s+/i, '');
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new UnusableSettings('This is not a valid token: it is empty, or contains spaces.');
  if (publish && fields.customer.trim() === '') {
    throw new UnusableSettings(
      'This adds two events to a journey, and they cannot be removed. Name your own test customer.',
    );
  }
  const settings = {
    dataCenter: given(fields.dataCenter),
    baseUrl: given(fields.baseUrl),
    organizationId: given(fields.organizationId),
    projectId: given(fields.projectId),
    templateId: given(fields.templateId),
    customer: given(fields.customer),
    publish,
  };
  return { settings, token };
}

async function run(): Promise<void> {
  show({ lines: [], running: true, problem: '' });
  try {
    const { settings, token } = await prepare();
    const tools = { token, fetch: (...request: Parameters<typeof fetch>) => fetch(...request), now: Date.now };
    for await (const line of checkSetup(settings, tools)) show({ lines: [...view.lines, line] });
  } catch (error) {
    show({ problem: error instanceof Error ? error.message : String(error) });
  } finally {
    show({ running: false });
  }
}

const act: SetupActions = {
  fill: (change) => show({ fields: { ...view.fields, ...change } }),
  run: () => {
    if (!view.running) void run();
  },
};

if (service === 'own') await leaveEmulator();
show({});
