import { expect } from '@open-wc/testing';
import type {
  DialogsHandlers,
  Finesse,
  FinesseDialog,
  Gadgets,
  UserHandlers,
} from '../../../src/embed/finesse/finesse-api.js';
import { readDialog } from '../../../src/embed/finesse/finesse-dialog.js';
import { startGadget, type JourneyElement } from '../../../src/embed/finesse/finesse-gadget.js';
import { readGadgetSettings } from '../../../src/embed/finesse/finesse-settings.js';
import { askFinesseToken } from '../../../src/embed/finesse/finesse-token.js';
import { finesseWords } from '../../../src/embed/finesse/finesse-words.js';
import { readPodIdVariable } from '../../../src/embed/finesse/pod-id-variable.js';
import { RenewTokenEvent } from '../../../src/elements/shared/events/renew-token-event.js';
import { waitUntil } from '../../support/wait-until.js';
import { expectKept } from '../../support/watched.js';

const layout = [
  'dataCenter=produs1',
  'organizationId=org-1',
  'projectId=p-1',
  'cceTokenUrl=https%3A%2F%2Ftokens.example.com%2Fagent',
  'cceTokenUrlName=journey',
  'iconDataUrl=https%3A%2F%2Ffiles.example.com%2Ficons.json',
  'enableUserSearch=true',
  'customer=%2B14155550100',
  'condensedView=true',
  'gadgetHeight=720',
].join('&\n  ');

/** The URL with which Finesse renders a gadget with these parameters. */
const rendered = (parameters: string): URL => {
  const url = new URL('https://finesse.example.com:8445/gadgets/ifr');
  url.searchParams.set('url', `/3rdpartygadget/files/wayline-gadget.xml?${parameters}`);
  return url;
};

interface Call {
  readonly id?: string;
  readonly from?: string;
  readonly callType?: string;
  readonly podId?: string;
}

const mediaOf = ({ callType = 'ACD_IN', podId }: Call) => ({
  callType,
  callvariables: {
    CallVariable: [
      { name: 'callVariable1', value: 'x' },
      ...(podId === undefined ? [] : [{ name: 'POD.ID', value: podId }]),
    ],
  },
});

const dialogOf = (call: Call): FinesseDialog => ({
  getId: () => call.id ?? '1',
  getFromAddress: () => call.from ?? '+14155550132',
  getMediaProperties: () => mediaOf(call),
});

/** Finesse with an agent at extension 1001; the test sends its events. */
function fakeFinesse(earlier: readonly Call[] = []) {
  let dialogs: DialogsHandlers | undefined;
  let handlers: UserHandlers | undefined;
  let state = 'READY';
  const user = {
    getState: () => state,
    getExtension: () => '1001',
    getDialogs(given: DialogsHandlers) {
      dialogs = given;
      return {};
    },
  };
  const finesse: Finesse = {
    gadget: {
      Config: { id: 'agent-1', host: 'finesse.example.com', hostPort: '8445', scheme: 'https', locale: 'de_DE' },
    },
    clientservices: { ClientServices: { init: () => undefined } },
    restservices: {
      User: class {
        constructor(given: UserHandlers) {
          handlers = given;
          return user;
        }
      } as unknown as Finesse['restservices']['User'],
    },
    utilities: { Utilities: { getAuthHeaderString: () => 'Basic agent-password' } },
    containerservices: {
      ContainerServices: {
        Topics: { ACTIVE_TAB: 'tab' },
        init: () => ({ addHandler: (_topic, adjust) => void tabs.push(adjust) }),
      },
    },
  };
  const tabs: (() => void)[] = [];
  const heights: (number | undefined)[] = [];
  let dismissed = 0;
  const gadgets: Gadgets = {
    HubSettings: {},
    window: { adjustHeight: (height) => void heights.push(height) },
    loadingindicator: { dismiss: () => void dismissed++ },
  };
  return {
    finesse,
    gadgets,
    heights,
    tabs,
    dismissed: () => dismissed,
    load() {
      handlers?.onLoad(user);
      const collection = Object.fromEntries(earlier.map((call, index) => [`/dialog/${index}`, dialogOf(call)]));
      dialogs?.onLoad({ getCollection: () => collection });
    },
    come: (call: Call) => {
      let change: ((dialog: FinesseDialog) => void) | undefined;
      dialogs?.onCollectionAdd({ ...dialogOf(call), addHandler: (_event, handler) => void (change = handler) });
      return { become: (next: Call) => change?.(dialogOf({ ...call, ...next })) };
    },
    go: (call: Call) => dialogs?.onCollectionDelete(dialogOf(call)),
    turn(next: string) {
      state = next;
      handlers?.onChange(user);
    },
  };
}

interface Started extends ReturnType<typeof fakeFinesse> {
  readonly journey: JourneyElement;
  readonly requests: { readonly url: string; readonly init: RequestInit }[];
  readonly scheduled: { readonly call: () => void; readonly inMs: number }[];
  readonly note: () => string | undefined;
}

interface StartOptions {
  readonly parameters?: string;
  readonly answer?: () => Response;
  readonly earlier?: readonly Call[];
}

let stage: HTMLElement;

function start({ parameters = layout, answer, earlier }: StartOptions = {}): Started {
  const fake = fakeFinesse(earlier);
  const journey = document.createElement('div') as JourneyElement;
  stage.replaceChildren(journey);
  const requests: Started['requests'] = [];
  const scheduled: Started['scheduled'] = [];
  startGadget({
    ...fake,
    journey,
    page: rendered(parameters),
    languages: ['en'],
    fetch: async (url, init = {}) => {
      requests.push({ url: String(url instanceof Request ? url.url : url), init });
      return answer?.() ?? Response.json({ value: 'secret-token', expiresAt: 600_000 });
    },
    now: () => 0,
    schedule: (call, inMs) => void scheduled.push({ call, inMs }),
  });
  const note = () => stage.querySelector('[role=alert]')?.textContent ?? undefined;
  return { ...fake, journey, requests, scheduled, note };
}

describe('the call variable POD.ID', () => {
  const texts: readonly [string, readonly unknown[]][] = [
    ['cc_CustomerId=C1;mobile=+1415;emailId=a@example.com', [{ id: 'C1' }, '+1415', 'a@example.com']],
    ['emailId=a@example.com;mobile=+1415;cc_CustomerId=C1', [{ id: 'C1' }, '+1415', 'a@example.com']],
    [' Mobile = +1415 ; EMAILID=a=b@example.com', ['+1415', 'a=b@example.com']],
    ['mobile=;emailId=a@example.com', ['a@example.com']],
    ['4155550132', [{ id: '4155550132' }]],
    ['segment=gold', []],
    ['__proto__=1;mobile=2', ['2']],
    ['', []],
  ];
  for (const [text, addresses] of texts) {
    it(`“${text}” has the addresses ${JSON.stringify(addresses)}`, () => {
      expect(readPodIdVariable(text)).to.deep.equal(addresses);
    });
  }
});

describe('a dialog of Finesse', () => {
  it('has the customer in POD.ID, else its caller', () => {
    expect(readDialog(dialogOf({ podId: 'mobile=+1' }), '1001').customer).to.deep.equal(['+1']);
    expect(readDialog(dialogOf({ podId: 'segment=gold' }), '1001').customer).to.deep.equal(['+14155550132']);
    expect(readDialog(dialogOf({}), '1001').customer).to.deep.equal(['+14155550132']);
  });

  it('is also read without getters, and with a single variable that is not in a list', () => {
    const data = {
      id: 7,
      fromAddress: '+1',
      mediaProperties: { callvariables: { CallVariable: { name: 'pod.id', value: 'C1' } } },
    };
    expect(readDialog({ _data: data }, '1001')).to.deep.equal({ id: '7', kind: 'customer', customer: [{ id: 'C1' }] });
    expect(readDialog({}, '1001')).to.deep.equal({ id: '', kind: 'customer', customer: [] });
  });

  it("has no customer if it is monitored or from the agent's own number", () => {
    expect(readDialog(dialogOf({ callType: 'SUPERVISOR_MONITOR', podId: 'C1' }), '1001').kind).to.equal('monitored');
    expect(readDialog(dialogOf({ from: '1001', podId: 'C1' }), '1001').kind).to.equal('own');
  });

  it('does not take a consulting agent for the customer', () => {
    expect(readDialog(dialogOf({ callType: 'CONSULT', from: '1002' }), '1001').customer).to.deep.equal([]);
    expect(readDialog(dialogOf({ callType: 'CONSULT', from: '1002', podId: 'C1' }), '1001').customer).to.deep.equal([
      { id: 'C1' },
    ]);
  });
});

describe('the gadget’s settings', () => {
  it("are read from the gadget's URL, with any line breaks in the layout", () => {
    expect(readGadgetSettings(rendered(layout))).to.deep.equal({
      dataCenter: 'produs1',
      organizationId: 'org-1',
      projectId: 'p-1',
      tokenUrl: new URL('https://tokens.example.com/agent'),
      tokenName: 'journey',
      iconDataUrl: 'https://files.example.com/icons.json',
      enableUserSearch: true,
      customer: '+14155550100',
      condensedView: true,
      height: 720,
    });
  });

  it('have defaults', () => {
    expect(readGadgetSettings(rendered(''))).to.include({ enableUserSearch: false, condensedView: false, height: 600 });
    expect(readGadgetSettings(new URL('https://finesse.example.com/gadgets/ifr'))).to.include({ height: 600 });
  });

  for (const [text, height] of [
    ['450px', 450],
    ['99999', 4_000],
    ['1', 200],
    ['100%', 600],
  ] as const) {
    it(`have a height of ${height} pixels for ${text}`, () => {
      expect(readGadgetSettings(rendered(`gadgetHeight=${encodeURIComponent(text)}`))).to.include({ height });
    });
  }

  for (const name of ['ccePassKey', 'CCEPASSKEY', 'bearerToken', 'access_token', 'token']) {
    it(`are refused with ${name}`, () => {
      expect(readGadgetSettings(rendered(`dataCenter=produs1&${name}=x`))).to.deep.equal({ problem: 'secret', name });
    });
  }

  it("are refused if the token's URL has no https or has a password", () => {
    for (const url of ['http://tokens.example.com', 'https://a:b@tokens.example.com', 'javascript:0']) {
      const settings = readGadgetSettings(rendered(`cceTokenUrl=${encodeURIComponent(url)}`));
      expect(settings).to.deep.equal({ problem: 'address', name: 'cceTokenUrl' });
    }
  });
});

describe('the token of the gadget', () => {
  const asked = async (settings: { tokenUrl?: URL; tokenName?: string }) => {
    const { finesse } = fakeFinesse();
    const requests: { url: URL; init: RequestInit }[] = [];
    const fetch = async (url: unknown, init: RequestInit = {}) => {
      requests.push({ url: url as URL, init });
      return Response.json({ access_token: 't', expires_in: 60 });
    };
    const { tokenUrl, tokenName } = settings;
    const token = await askFinesseToken({
      finesse,
      settings: { tokenUrl, tokenName },
      fetch: fetch,
      now: () => 0,
    });
    return { token, ...requests[0]! };
  };

  it("is requested from the URL in the layout by POST, without the agent's Finesse session", async () => {
    const { token, url, init } = await asked({
      tokenUrl: new URL('https://tokens.example.com/agent'),
      tokenName: 'journey',
    });
    expect(token).to.deep.equal({ value: 't', expiresAt: 60_000 });
    expect(url.href).to.equal('https://tokens.example.com/agent');
    expect(init).to.include({ method: 'POST', body: '{"name":"journey"}', referrerPolicy: 'no-referrer' });
    expect(JSON.stringify(init.headers)).not.to.include('Basic');
  });

  it("is requested from Finesse's own service if the layout has no URL, as the agent", async () => {
    const { url, init } = await asked({ tokenName: 'a&b' });
    expect(url.href).to.equal(
      'https://finesse.example.com:8445/finesse/api/CloudConnectTokenService?tokenSource=a%26b',
    );
    expect(init.method).to.equal('GET');
    expect(init.headers).to.deep.equal({ Authorization: 'Basic agent-password' });
  });

  it("is requested as the agent only on Finesse's own server, for any URL", async () => {
    const here = await asked({ tokenUrl: new URL('https://finesse.example.com:8445/tokens') });
    expect(JSON.stringify(here.init.headers)).to.include('Basic agent-password');
    for (const other of ['https://finesse.example.com/', 'https://finesse.example.com.evil.test:8445/']) {
      const { init } = await asked({ tokenUrl: new URL(other) });
      expect(JSON.stringify(init.headers)).not.to.include('Basic');
    }
  });
});

describe('the Finesse gadget', () => {
  beforeEach(() => {
    stage = document.createElement('div');
    document.body.append(stage);
  });
  afterEach(() => stage.remove());

  it('sets up the widget as in the layout, and hides the loading indicator', () => {
    const { journey, dismissed, heights, tabs } = start();
    expect(journey).to.include({
      dataCenter: 'produs1',
      organizationId: 'org-1',
      projectId: 'p-1',
      iconDataUrl: 'https://files.example.com/icons.json',
      enableUserSearch: true,
      condensedView: true,
      customer: '+14155550100',
      agentId: 'agent-1',
      lang: 'de_DE',
    });
    expect(journey.style.height).to.equal('720px');
    expect(dismissed()).to.equal(1);
    tabs[0]?.();
    expect(heights).to.deep.equal([720, 720]);
  });

  it("does not start with a pass key in its URL, and shows what to do, in the agent's language", () => {
    const { journey, note, requests } = start({ parameters: `${layout}&ccePassKey=pass-key-1` });
    expect(note()).to.equal(finesseWords('de', []).secret.replace('{name}', 'ccePassKey'));
    expect(note()).not.to.include('pass-key-1');
    expect(journey.hidden).to.equal(true);
    expect(journey.customer).to.equal(undefined);
    expect(requests).to.deep.equal([]);
  });

  it('shows the caller of the current call, and of one from before', () => {
    const { journey, load, come } = start({ earlier: [{ id: '0', from: '+1earlier' }] });
    load();
    expect(journey.customer).to.deep.equal(['+1earlier']);
    come({ podId: 'cc_CustomerId=C1;mobile=+1415' });
    expect(journey.customer).to.deep.equal([{ id: 'C1' }, '+1415']);
  });

  it('follows POD.ID when it is set after the call arrived, and ignores ended calls', () => {
    const { journey, load, come, go, turn } = start();
    load();
    const call = come({ from: '+1' });
    call.become({ podId: 'C1' });
    expect(journey.customer).to.deep.equal([{ id: 'C1' }]);
    turn('READY');
    go({});
    call.become({ podId: 'C2' });
    expect(journey.customer).to.equal('+14155550100');
  });

  it('keeps the customer while a supervisor monitors', () => {
    const { journey, load, come } = start();
    load();
    come({ id: '1', from: '+1' });
    come({ id: '2', from: '+2', callType: 'SUPERVISOR_MONITOR' });
    expect(journey.customer).to.deep.equal(['+1']);
  });

  it('keeps the customer during the wrap-up, and no longer', () => {
    const { journey, load, come, go, turn } = start();
    load();
    turn('TALKING');
    come({ from: '+1' });
    go({});
    turn('WORK');
    expect(journey.customer).to.deep.equal(['+1']);
    turn('READY');
    expect(journey.customer).to.equal('+14155550100');
  });

  it('clears the last customer when the agent makes a call', () => {
    const { journey, load, come, go, turn } = start();
    load();
    turn('TALKING');
    come({ id: '1', from: '+1' });
    go({ id: '1' });
    come({ id: '2', from: '1001' });
    expect(journey.customer).to.equal('+14155550100');
  });

  it('returns to the remaining call when another one ends', () => {
    const { journey, load, come, go } = start();
    load();
    come({ id: '1', from: '+1' });
    come({ id: '2', from: '+2' });
    go({ id: '2' });
    expect(journey.customer).to.deep.equal(['+1']);
  });

  it('renews the token a minute before its end and when the service refuses it, one request at a time', async () => {
    const { journey, requests, scheduled } = start();
    await waitUntil(() => scheduled.length === 1);
    expect(journey.bearerToken).to.equal('secret-token');
    expect(scheduled[0]?.inMs).to.equal(540_000);
    const events = [new RenewTokenEvent(), new RenewTokenEvent()];
    for (const event of events) journey.dispatchEvent(event);
    for (const { answer } of events) expect(await answer).to.equal('secret-token');
    expect(scheduled).to.have.lengthOf(2);
    expect(requests).to.have.lengthOf(2);
    scheduled[0]?.call();
    scheduled[1]?.call();
    await waitUntil(() => scheduled.length === 3);
    expect(requests).to.have.lengthOf(3);
  });

  it('reports a missing token, and asks again in a minute', async () => {
    const tokens: Response[] = [];
    const { journey, note, scheduled } = start({ answer: () => tokens.pop() ?? new Response('', { status: 401 }) });
    await waitUntil(() => scheduled.length === 1);
    expect(note()).to.equal(finesseWords('de', []).noToken);
    expect(scheduled[0]?.inMs).to.equal(60_000);
    tokens.push(Response.json({ value: 't', expiresAt: 600_000 }));
    scheduled[0]?.call();
    await waitUntil(() => scheduled.length === 2);
    expect(note()).to.equal(undefined);
    expect(journey.bearerToken).to.equal('t');
  });

  it("does not leak customer, token and the agent's password in a URL, attribute, storage or log", () =>
    expectKept(['+14155550132', 'secret-token', 'agent-password'], async () => {
      const { journey, load, come, requests, scheduled } = start();
      load();
      come({});
      await waitUntil(() => scheduled.length === 1);
      expect(stage.innerHTML).not.to.match(/14155550132|secret-token/);
      expect(requests.map(({ url }) => url)).to.deep.equal(['https://tokens.example.com/agent']);
      expect(journey.customer).to.deep.equal(['+14155550132']);
    }));

  it('has different texts in ten languages', () => {
    const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ja', 'ko', 'zh'];
    for (const word of ['secret', 'address', 'noToken'] as const) {
      expect(new Set(languages.map((tag) => finesseWords(tag, [])[word]))).to.have.lengthOf(10);
    }
    for (const tag of languages) expect(finesseWords(tag, []).secret).to.include('{name}');
  });
});
