import { expect } from '@open-wc/testing';
import { ConfigError, readConfig } from '../../../src/embed/guest/guest-config.js';

const hosts = ['https://acme.lightning.force.com'];

describe('the settings of the page in the frame', () => {
  it('are read completely', () => {
    const config = readConfig({ hosts, dataCenter: 'produs1', projectId: 'p', readOnly: true, patience: 5 });
    expect([...config.hosts]).to.deep.equal(hosts);
    expect(config.patience).to.equal(5);
    expect(config.properties).to.deep.equal({ dataCenter: 'produs1', projectId: 'p', readOnly: true });
  });

  it('can leave out the hosts if an adapter connects to the CRM', () => {
    expect(readConfig({ adapter: 'zendesk', adapterSettings: { sdk: 'https://x.example' } })).to.deep.include({
      adapter: 'zendesk',
      adapterSettings: { sdk: 'https://x.example' },
    });
  });

  const origins = [
    ...['https://*.my.salesforce.com', '*', 'https://crm.example.com/', 'https://crm.example.com/path', 'null', ''],
    ...['crm.example.com', 'http://crm.example.com', 'https://CRM.example.com', 'https://crm.example.com:443'],
    ...['https://a:b@crm.example.com', 'file:///etc', 'https://crm.example.com?x', ' https://crm.example.com'],
    ...[7, null, {}, ['https://crm.example.com']],
  ];
  for (const origin of origins) {
    it(`report the host that is not an exact origin: ${JSON.stringify(origin)}`, () => {
      expect(() => readConfig({ hosts: [...hosts, origin] })).to.throw(ConfigError, `hosts: ${JSON.stringify(origin)}`);
    });
  }

  for (const origin of ['http://localhost:5173', 'http://127.0.0.1:8080', 'https://crm.example.com:8443']) {
    it(`accept ${origin}`, () => expect(readConfig({ hosts: [origin] }).hosts.has(origin)).to.equal(true));
  }

  const broken: readonly (readonly [value: unknown, entry: string])[] = [
    [undefined, '{}'],
    [[], '{}'],
    [{}, 'hosts: []'],
    [{ hosts: [] }, 'hosts: []'],
    [{ hosts: 'https://crm.example.com' }, 'hosts'],
    [{ hosts, dataCentre: 'produs1' }, 'dataCentre'],
    [{ hosts, dataCenter: 7 }, 'dataCenter: 7'],
    [{ hosts, readOnly: 'yes' }, 'readOnly: "yes"'],
    [{ hosts, patience: -1 }, 'patience: -1'],
    [{ hosts, adapter: '../evil' }, 'adapter: "../evil"'],
    [{ hosts, adapterSettings: { sdk: 7 } }, 'adapterSettings: {"sdk":7}'],
    [JSON.parse('{"hosts": ["https://crm.example.com"], "__proto__": {}}'), '__proto__'],
  ];
  for (const [value, entry] of broken) {
    it(`report the entry that cannot be used: ${entry}`, () => {
      expect(() => readConfig(value)).to.throw(ConfigError, entry);
    });
  }
});
