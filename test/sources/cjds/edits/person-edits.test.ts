import { expect } from '@open-wc/testing';
import type { Alias } from '../../../../src/domain/person/person.js';
import type { PersonEdit } from '../../../../src/domain/person/person-edit.js';
import { createPersonEdits } from '../../../../src/sources/cjds/edits/person-edits.js';
import { readPersons } from '../../../../src/sources/cjds/wire/person-wire.js';
import { createHttp } from '../../../../src/sources/http/http.js';
import { failureOf, fakeFetch, json } from '../../../support/fake-fetch.js';
import { signedIn } from '../../../support/signed-in.js';

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
  const signIn = signedIn('agent');
  const desk = createPersonEdits({ http, projectId: 'p', signIn, wait });
  const aliases = (): readonly Alias[] => readPersons({ data: [{ id: 'p1', ...now }] })[0]!.aliases;
  const edit = (change: PersonEdit) =>
    desk.edit({ id: 'p1', firstName: '', lastName: '', aliases: aliases() }, change, never);
  return { edit, aliases, signIn, waits };
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

describe('permissions to change persons', () => {
  const person = { id: 'p1', firstName: '', lastName: '', aliases: [] };

  /** A service that answers each merge with the next status, the last one for good. */
  function merging(...statuses: readonly number[]) {
    let merges = 0;
    const { fetch } = fakeFetch(({ init }) => {
      if (init.method !== 'POST') {
        return json({
          data: [
            { id: 'p1', customerId: ['c'] },
            { id: 'p2', phone: ['1'] },
          ],
        });
      }
      merges += 1;
      return json({}, statuses[Math.min(merges, statuses.length) - 1] ?? 200);
    });
    const signIn = signedIn('agent');
    const http = createHttp({ hosts: ['https://journeys.example'], token: signIn.token, fetch, retries: 0 });
    const desk = createPersonEdits({ http, projectId: 'p', signIn, wait: () => Promise.resolve() });
    return { desk, signIn, merges: () => merges };
  }

  for (const [status, may] of [
    [200, true],
    [400, true],
    [401, false],
    [403, false],
    [404, false],
  ] as const) {
    it(`are ${String(may)} for merging after a ${status}, asked once per token`, async () => {
      const { desk, merges, signIn } = merging(status);
      expect(await Promise.all([desk.mayMerge(person, never), desk.mayMerge(person, never)])).to.deep.equal([may, may]);
      expect(await desk.mayMerge(person, never)).to.equal(may);
      expect([merges(), signIn.may('merge-persons', 'p')]).to.deep.equal([1, may]);
      signIn.set('another');
      expect([signIn.may('merge-persons', 'p'), await desk.mayMerge(person, never), merges()]).to.deep.equal([
        undefined,
        may,
        2,
      ]);
    });
  }

  it('are asked for again after an answer that says nothing', async () => {
    const { desk, merges, signIn } = merging(500, 400);
    expect(await failureOf(desk.mayMerge(person, never))).to.include({ kind: 'server' });
    expect(signIn.may('merge-persons', 'p')).to.equal(undefined);
    expect([await desk.mayMerge(person, never), merges()]).to.deep.equal([true, 2]);
  });

  it('are asked for again when another token comes before the answer', async () => {
    const { desk, merges, signIn } = merging(403, 400);
    const asked = desk.mayMerge(person, never);
    signIn.set('another');
    expect([await asked, merges(), signIn.may('merge-persons', 'p')]).to.deep.equal([true, 2, true]);
  });

  it('are learned from a refused merge and a refused edit, and not from one that failed', async () => {
    const { desk, signIn } = merging(403);
    await failureOf(
      desk.merge(
        { ...person, aliases: [{ kind: 'customerId', value: 'c' }] },
        { ...person, id: 'p2', aliases: [{ kind: 'phone', value: '1' }] },
        never,
      ),
    );
    expect(signIn.may('merge-persons', 'p')).to.equal(false);
    for (const [status, may] of [
      [403, false],
      [400, undefined],
    ] as const) {
      const { edit, signIn } = stage({ phone: [], customerId: ['a', 'b'] }, () => json({}, status));
      await failureOf(edit(remove('a')));
      expect(signIn.may('edit-person', 'p')).to.equal(may);
    }
  });
});
