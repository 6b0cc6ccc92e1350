import { expect } from '@open-wc/testing';

const read = async (path: string): Promise<string> => {
  const answer = await fetch(`/integrations/${path}`);
  expect(answer.status).to.equal(200);
  return answer.text();
};

const readXml = async (path: string): Promise<Document> => {
  const document = new DOMParser().parseFromString(await read(path), 'application/xml');
  expect(document.querySelector('parsererror')?.textContent ?? '').to.equal('');
  return document;
};

describe('the files for vendors', () => {
  it("load Finesse's library before the gadget's, from hosts that Finesse does not rewrite", async () => {
    const gadget = await readXml('finesse/wayline-gadget.xml');
    const page = new DOMParser().parseFromString(gadget.querySelector('Content')?.textContent ?? '', 'text/html');
    const scripts = [...page.querySelectorAll('script')].map(({ src }) => src);
    expect(scripts.map((src) => src.split('/').at(-1))).to.deep.equal([
      'jquery.min.js',
      'finesse.min.js',
      'wayline.js',
      'finesse.js',
    ]);
    const excluded = gadget.querySelector('Param[name=exclude-url]')?.textContent ?? 'none';
    for (const script of scripts.slice(2)) expect(script).to.match(new RegExp(`^https://${excluded}/`));
    expect(page.querySelectorAll('wayline-journey')).to.have.lengthOf(1);
    expect(page.querySelectorAll('wayline-journey[customer], script:not([src])')).to.have.lengthOf(0);
  });

  it("declare the gadget's preferences that are in the URLs of its scripts", async () => {
    const gadget = await readXml('finesse/wayline-gadget.xml');
    const names = [...gadget.querySelectorAll('UserPref')].map((preference) => preference.getAttribute('name'));
    const used = new Set(
      [...(gadget.querySelector('Content')?.textContent ?? '').matchAll(/__UP_(\w+?)__/g)].map(([, name]) => name),
    );
    expect([...used].sort()).to.deep.equal(names.sort());
  });

  const salesforce = 'salesforce/force-app/main/default';
  for (const path of [
    'lwc/waylineJourney/waylineJourney.js-meta.xml',
    'staticresources/waylineHost.resource-meta.xml',
    'callCenters/Wayline.callCenter-meta.xml',
    'classes/WaylineContext.cls-meta.xml',
    'classes/WaylineOpenCti.cls-meta.xml',
    'classes/WaylineContextTest.cls-meta.xml',
  ]) {
    it(`are XML: ${path}`, async () => {
      const { namespaceURI } = (await readXml(`${salesforce}/${path}`)).documentElement;
      expect(namespaceURI).to.equal('http://soap.sforce.com/2006/04/metadata');
    });
  }

  it("trust Wayline's origin in Salesforce for frames only", async () => {
    const site = await readXml(`${salesforce}/cspTrustedSites/Wayline.cspTrustedSite-meta.xml`);
    const open = [...site.documentElement.children].filter(({ textContent }) => textContent === 'true');
    expect(open.map(({ tagName }) => tagName).sort()).to.deep.equal(['isActive', 'isApplicableToFrameSrc']);
  });

  it('have the same example address everywhere', async () => {
    const paths = [
      'finesse/wayline-gadget.xml',
      'dynamics/panel.html',
      `${salesforce}/lwc/waylineJourney/waylineJourney.js-meta.xml`,
      `${salesforce}/cspTrustedSites/Wayline.cspTrustedSite-meta.xml`,
      `${salesforce}/callCenters/Wayline.callCenter-meta.xml`,
    ];
    for (const text of await Promise.all(paths.map(read))) {
      expect(new Set(text.match(/https:\/\/[\w.-]+/g))).to.deep.equal(new Set(['https://journey.example.com']));
    }
  });
});

interface Panel extends Window {
  setFormContext(form: object): void;
}

/** The panel of a form in a frame, with a host helper that records the calls. */
async function panelWith(told: unknown[][]): Promise<{ panel: Panel; getToken: () => unknown }> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const panel = frame.contentWindow as unknown as Panel;
  let getToken = (): unknown => undefined;
  Object.assign(panel, {
    Wayline: {
      connect(_frame: unknown, options: { readonly getToken: () => unknown }) {
        ({ getToken } = options);
        return { show: (identities: unknown[]) => told.push(identities), addEventListener: () => undefined };
      },
    },
  });
  panel.document.body.innerHTML = '<p role="alert" hidden></p><iframe id="wayline"></iframe>';
  Object.defineProperty(panel.document.getElementById('wayline'), 'src', {
    value: 'https://journey.example.com/embed.html',
  });
  const script = panel.document.createElement('script');
  script.textContent = await read('dynamics/panel.js');
  panel.document.head.append(script);
  return { panel, getToken: () => getToken() };
}

/** A form with these values; `change` calls its handlers for a changed value. */
function formWith(values: Readonly<Record<string, string>>) {
  const changes: (() => void)[] = [];
  const form = {
    getAttribute: (name: string) =>
      name in values
        ? { getValue: () => values[name], addOnChange: (handler: () => void) => changes.push(handler) }
        : null,
  };
  return { form, change: () => changes.forEach((handler) => handler()) };
}

describe('the panel in a form of Dynamics', () => {
  afterEach(() => document.querySelector('iframe')?.remove());

  it("sends the form's customer, again when a value changes, and not from a form that was closed", async () => {
    const told: unknown[][] = [];
    const { panel } = await panelWith(told);
    const ann = formWith({ telephone1: '+14155550132', emailaddress1: 'ann@example.com' });
    const bob = formWith({ telephone1: '+49301234567' });
    panel.setFormContext(ann.form);
    ann.change();
    panel.setFormContext(bob.form);
    ann.change();
    const hers = [
      { kind: 'phone', value: '+14155550132' },
      { kind: 'email', value: 'ann@example.com' },
    ];
    // One call of `change` runs the handlers of both columns
    expect(JSON.stringify(told)).to.equal(
      JSON.stringify([hers, hers, hers, [{ kind: 'phone', value: '+49301234567' }]]),
    );
  });

  it('signs the agent in, in a window, and accepts the token from it only', async () => {
    const { panel, getToken } = await panelWith([]);
    const opened = { closed: false, close: () => void (opened.closed = true) };
    const addresses: string[] = [];
    panel.open = (address) => {
      addresses.push(String(address));
      return opened as unknown as Window;
    };
    panel.setFormContext(formWith({}).form);
    const asked = getToken();
    const say = (value: string, origin = 'https://journey.example.com', source: unknown = opened) => {
      const data = { app: 'wayline', v: 1, kind: 'token', body: { value, expiresAt: 1 } };
      panel.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
    };
    say('evil', 'https://journey.example.com.evil.test');
    say('evil', undefined, {});
    say('good');
    expect(await asked).to.deep.equal({ value: 'good', expiresAt: 1 });
    const address = new URL(addresses[0] ?? '');
    expect(address.origin + address.pathname).to.equal('https://journey.example.com/api/sign-in');
    expect(address.searchParams.has('for')).to.equal(true);
  });

  it('has no token if the browser blocks the window, or the agent closes it', async () => {
    const { panel, getToken } = await panelWith([]);
    panel.setFormContext(formWith({}).form);
    panel.open = () => null;
    expect(await getToken()).to.equal(undefined);
    panel.open = () => ({ closed: true, close: () => undefined }) as unknown as Window;
    expect(await getToken()).to.equal(undefined);
  });
});
