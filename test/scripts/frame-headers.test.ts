import { expect } from '@open-wc/testing';
import { formats, headersFor } from '../../scripts/frame-headers.js';

const options = {
  hosts: ['https://acme.lightning.force.com', 'https://desktop.wxcc-us1.cisco.com'],
  services: ['https://api.wxcc-us1.cisco.com'],
};

describe('the headers of the page in the frame', () => {
  it('let the named origins frame it, and allow requests to itself and the service', () => {
    const headers = new Map(headersFor(options));
    expect(headers.get('Content-Security-Policy')?.split('; ')).to.deep.equal([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self' https://api.wxcc-us1.cisco.com",
      "base-uri 'none'",
      "form-action 'none'",
      'frame-ancestors https://acme.lightning.force.com https://desktop.wxcc-us1.cisco.com',
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ]);
    expect(headers.get('Referrer-Policy')).to.equal('no-referrer');
  });

  it("let an adapter load its CRM's script", () => {
    const policy = new Map(headersFor({ ...options, scripts: ['https://static.zdassets.com'] })).get(
      'Content-Security-Policy',
    );
    expect(policy).to.contain("script-src 'self' https://static.zdassets.com; ");
    expect(policy).to.contain('trusted-types lit-html wayline-embed');
  });

  const strange = [
    ...['https://*.example.com', 'https://crm.example.com/', 'crm.example.com', 'http://crm.example.com', '*', ''],
    ...["https://a.example; script-src 'unsafe-inline'", 'https://a.example" always;', 'https://a.example\nX: y'],
  ];
  for (const origin of strange) {
    it(`refuse ${JSON.stringify(origin)} in every option`, () => {
      expect(() => headersFor({ ...options, hosts: [origin] })).to.throw(TypeError);
      expect(() => headersFor({ ...options, services: [origin] })).to.throw(TypeError);
      expect(() => headersFor({ ...options, scripts: [origin] })).to.throw(TypeError);
    });
  }

  it('do not exist without a host', () => {
    expect(() => headersFor({ ...options, hosts: [] })).to.throw(TypeError);
  });

  it('have the format of each kind of host', () => {
    const headers = headersFor(options);
    expect(formats.nginx(headers, '/wayline/')).to.match(
      /^location \/wayline\/ \{\n {2}add_header \S+ "[^"]+" always;/,
    );
    expect(formats.netlify(headers, '/wayline/')).to.match(/^\/wayline\/\*\n {2}Content-Security-Policy: default-src/);
    const node = formats.node(headers, '/');
    const written = JSON.parse(/\{[^]*?\}(?=;)/.exec(node)![0]) as object;
    expect(Object.entries(written)).to.deep.equal(headers);
  });
});
