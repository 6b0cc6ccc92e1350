import { expect } from '@open-wc/testing';
import type { Alias } from '../../../../src/domain/person/person.js';
import type { PersonEdit } from '../../../../src/domain/person/person-edit.js';
import { createPersonEdits } from '../../../../src/sources/cjds/edits/person-edits.js';
import { readPersons } from '../../../../src/sources/cjds/wire/person-wire.js';
import { createHttp } from '../../../../src/sources/http/http.js';
import { fakeFetch, json } from '../../../support/fake-fetch.js';

type Lists = Readonly<Record<'phone' | 'customerId', readonly string[]>>;
type Operation = Readonly<Record<'op' | 'path' | 'value', string>>;

const never = new AbortController().signal;
const unless = (list: readonly string[], place: number) => list.filter((_, index) => index !== place);

/** A service with one person. `patch` decides the result of each change; default: the change is made. */
function stage(lists: Lists, patch: (operation: Operation, lists: Lists) => Response | Lists | undefined) {
  let now = lists;
  const waits: number[] = [];
  const { fetch } = fakeFetch(({ init, url }) => {
    if (url.pathname.includes('/aliases/')) return json({ data: [] });
    if (init.method === 'PATCH') {
      const [operation] = JSON.parse(init.body as string) as readonly [Operation];
      const [, kind, place] = operation.path.split('/') as ['', keyof Lists, string];
      const answer = patch(operation, now);
      if (answer instanceof Response) return answer;
      now = answer ?? { ...now, [kind]: unless(now[kind], Number(place)) };
    }
    return json({ data: [{ id: 'p1', ...now }] });
  });
  /** A pause of a day ends at once. */
  const wait = (ms: number) =>
    new Promise<void>((resolve) => (waits.push(ms), ms < 86_400_000 ? resolve() : undefined));
  const http = createHttp({ hosts: ['https://journeys.example'], token: () => 'agent', fetch, retries: 0 });
  const desk = createPersonEdits({ http, projectId: 'p', token: () => 'agent', rights: new Map(), wait });
  const aliases = (): readonly Alias[] => readPersons({ data: [{ id: 'p1', ...now }] })[0]!.aliases;
  const edit = (change: PersonEdit) =>
    desk.edit({ id: 'p1', firstName: '', lastName: '', aliases: aliases() }, change, never);
  return { edit, aliases, waits };
}

const remove = (value: string, kind: keyof Lists = 'customerId'): PersonEdit => ({
  kind: 'remove',
  alias: { kind, value },
});

describe('a change of a person', () => {
  it('removes the right one of two aliases with almost the same value', async () => {
    const { aliases, edit } = stage({ phone: ['4711'], customerId: ['4711'] }, () => undefined);
    const { kind } = await edit(remove('4711'));
    expect([kind, aliases()]).to.deep.equal(['done', [{ kind: 'phone', value: '4711' }]]);
  });

  it('works even if one of the aliases cannot be in a URL', async () => {
    for (const value of ['..', 'half a sign \ud83d']) {
      const { aliases, edit } = stage({ phone: ['+14155550132'], customerId: [value] }, () => undefined);
      const { kind } = await edit(remove('+14155550132', 'phone'));
      expect([kind, aliases()]).to.deep.equal(['done', [{ kind: 'customerId', value }]]);
    }
  });

  it('reports the lost alias if the service asks for a long wait, and blocks no other change', async () => {
    const { edit, waits } = stage({ phone: [], customerId: ['A-1', 'B-2'] }, ({ op }) =>
      // Another agent was faster, so another alias has the position.
      op === 'add' ? json({}, 429, { 'retry-after': '86400' }) : { phone: [], customerId: ['A-1'] },
    );
    const outcome = await edit(remove('A-1'));
    expect(outcome.lost).to.deep.equal([{ kind: 'customerId', value: 'B-2' }]);
    expect(Math.max(0, ...waits)).to.be.at.most(60_000);
  });
});
