import { expect } from '@open-wc/testing';
import type { AdapterModule } from '../../src/embed/adapter-kit/host-adapter.js';

interface Config {
  readonly hosts?: readonly string[];
  readonly adapter?: string;
  readonly adapterSettings?: Readonly<Record<string, string>>;
}

const pages = ['dynamics', 'finesse', 'hubspot', 'salesforce', 'servicenow', 'zendesk'];
const shared = ['headers', 'own-host', 'tokens'];

const read = async (name: string): Promise<string> => (await fetch(`/docs/crm/${name}.md`)).text();

const configsIn = (page: string): readonly Config[] =>
  [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text) as Config);

const adapterNamed = async (name: string) => (await import(`../../src/embed/adapters/${name}.ts`)) as AdapterModule;

describe('the how-tos', () => {
  it('show settings with which each adapter can be created', async () => {
    const named = new Set<string>();
    for (const page of await Promise.all(pages.map(read))) {
      for (const { adapter, adapterSettings = {} } of configsIn(page)) {
        if (adapter === undefined) continue;
        named.add(adapter);
        expect((await adapterNamed(adapter)).createAdapter(adapterSettings).name).to.equal(adapter);
      }
    }
    expect([...named].sort()).to.deep.equal([
      'dynamics-cif',
      'hubspot-code',
      'salesforce-open-cti',
      'servicenow-openframe',
      'zendesk',
    ]);
  });

  for (const name of [...pages, ...shared]) {
    it(`say what is tested and what is not: ${name}`, async () => {
      expect(await read(name))
        .to.match(/^\*\*Tested:\*\* /m)
        .and.to.match(/^\*\*Not tested:\*\* /m);
    });
  }

  for (const name of pages) {
    it(`name a mismatch of frame-ancestors as a cause of an empty frame, and how to see it: ${name}`, async () => {
      const [, after = ''] = (await read(name)).split(/^## When the (?:frame|gadget) is empty$/m);
      expect(after).to.include('frame-ancestors').and.to.include('location.origin').and.to.include('Console');
    });
  }
});
