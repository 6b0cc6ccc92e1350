import { expect } from '@open-wc/testing';
import { JourneyError } from '../../src/domain/base/journey-error.js';
import type { JourneyEvent } from '../../src/domain/event/event.js';
import type { EditOutcome, PersonEdit } from '../../src/domain/person/person-edit.js';
import type { Alias, Person } from '../../src/domain/person/person.js';
import { staleSince } from '../../src/domain/status/staleness.js';
import { settled } from '../support/channel.js';
import { event } from '../support/events.js';
import { done, edited } from '../support/person-desk.js';
import { anna, bo, customer, customerIn, noon, profile, setUp } from './stage-by-hand.js';

const mail: Alias = { kind: 'email', value: 'shared@example.org' };
const phone: Alias = { kind: 'phone', value: '+1' };
const work: Alias = { kind: 'email', value: 'work@example.org' };
const adding = (alias: Alias): PersonEdit => ({ kind: 'add', alias });
const removing = (alias: Alias): PersonEdit => ({ kind: 'remove', alias });

type Stage = ReturnType<typeof setUp>;

/** Anna with the events `old` and `kept`, both loaded, and an open connection. */
async function shown(): Promise<Stage> {
  const stage = setUp();
  stage.store.open(stage.source, customer('+1'));
  stage.persons[0]!.answer.push({ persons: [anna], address: '+1' });
  await settled();
  stage.profiles[0]!.answer.push(profile);
  await connect(stage);
  await answer(stage, [event('old', 1), event('kept', 0)]);
  expect([stage.ids(), stage.store.state.connection.status]).to.deep.equal(['old,kept', 'live']);
  return stage;
}

async function connect({ lives }: Stage): Promise<void> {
  lives.at(-1)!.answer.push({ kind: 'open' });
  await settled();
}

/** The pages of the current read, and its end. */
async function answer({ histories }: Stage, ...pages: readonly (readonly JourneyEvent[])[]): Promise<void> {
  for (const page of pages) histories.at(-1)!.answer.push(page);
  histories.at(-1)!.answer.end();
  await settled();
}

/** One of the possible steps, in alphabetical order. */
const fresh = (id: string) => event(id, 10 + 'abcdefghijklmnopqrstuvwxyz'.indexOf(id.charAt(0)));

async function live(stage: Stage, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) stage.lives.at(-1)!.answer.push({ kind: 'message', value: fresh(id) });
  await settled();
  stage.drawFrame();
}

/** The person was changed, and the service has confirmed it. */
async function change(stage: Stage, edit: PersonEdit, parts: Partial<EditOutcome> = {}): Promise<Person> {
  const before = stage.store.state.person.value!.persons[0]!;
  const outcome = stage.store.edit(edit);
  const after = edited(before, edit);
  stage.edits.at(-1)!.answer.push(done(after, parts));
  await outcome;
  await settled();
  return after;
}

const look = ({ store, ids }: Stage) => [ids(), store.state.events.status, store.state.connection.status];

describe('the journey store after a change of aliases', () => {
  for (const [what, act] of [
    ['an alias is added', (stage: Stage) => change(stage, adding(work))],
    ['an alias is removed', (stage: Stage) => change(stage, removing(mail))],
    [
      'another user also changed them',
      (stage: Stage) =>
        change(
          stage,
          { kind: 'rename', firstName: 'Ann', lastName: 'Berg', before: anna },
          { person: { ...anna, firstName: 'Ann', aliases: [phone, work] } },
        ),
    ],
    [
      'another person was merged',
      async (stage: Stage) => {
        const merged = stage.store.merge(bo);
        stage.merges[0]!.answer.push({ ...anna, aliases: [...anna.aliases, { kind: 'phone', value: '+2' }] });
        await merged;
        await settled();
      },
    ],
    [
      'they turn out to be others on a refresh',
      async (stage: Stage) => {
        stage.store.refresh();
        await connect(stage);
        stage.persons.at(-1)!.answer.push({ persons: [{ ...anna, aliases: [phone, work] }], address: '+1' });
        await settled();
      },
    ],
  ] as const) {
    it(`loads everything again when ${what}, and shows the old events until then`, async () => {
      const stage = await shown();
      const { histories, lives, profiles, store } = stage;
      const before = { histories: histories.length, profiles: profiles.length, list: store.state.events.value };
      await act(stage);
      await connect(stage);
      expect(histories.length).to.be.above(before.histories);
      const { status } = store.state.events;
      histories.at(-1)!.answer.push([event('added', 5)]);
      await settled();
      expect(look(stage)).to.deep.equal(['old,kept', status, 'catching-up']);
      expect(store.state.events.value === before.list).to.equal(true);
      await answer(stage, [event('kept', 0)]);
      expect(look(stage)).to.deep.equal(['added,kept', 'ready', 'live']);
      expect(store.state.events.value!.generation).to.be.above(before.list!.generation);
      expect([lives.at(-1)!.address, histories.at(-1)!.address]).to.deep.equal(['+1', '+1']);
      expect(lives.filter(({ answer: { readers } }) => readers > 0)).to.have.lengthOf(1);
      expect(profiles.length).to.be.above(before.profiles);
      expect(store.state.profile).to.include({ status: 'ready', value: profile });
    });
  }

  it('shows no loading and no stale state during that', async () => {
    const stage = await shown();
    const { store } = stage;
    for (const step of [() => change(stage, adding(work)), () => connect(stage), () => live(stage, 'x')]) {
      await step();
      const { connection, events, gap, profile: view } = store.state;
      expect([events.status, view.status, events.error, gap]).to.deep.equal(['ready', 'ready', undefined, undefined]);
      expect(staleSince(events, connection)).to.equal(undefined);
    }
  });

  it('loads nothing for a new name, or for a change that was already made', async () => {
    const stage = await shown();
    const asked = () => [stage.histories, stage.lives, stage.profiles, stage.liveProfiles].map(({ length }) => length);
    const before = asked();
    await change(stage, { kind: 'rename', firstName: 'Ann', lastName: 'Berg', before: anna });
    await change(stage, adding(mail), { kind: 'already', person: anna });
    expect(asked()).to.deep.equal(before);
    expect(look(stage)).to.deep.equal(['old,kept', 'ready', 'live']);
  });

  it('shows live events at once and afterwards, each once', async () => {
    const stage = await shown();
    await live(stage, 'early');
    stage.lives.at(-1)!.answer.push({ kind: 'message', value: fresh('in flight') });
    await settled();
    await change(stage, removing(mail));
    await connect(stage);
    await live(stage, 'x', 'y', 'x');
    expect(look(stage)).to.deep.equal(['y,x,in flight,early,old,kept', 'ready', 'catching-up']);
    await answer(stage, [fresh('x'), fresh('early')], [event('kept', 0)]);
    expect(look(stage)).to.deep.equal(['y,x,early,kept', 'ready', 'live']);
    await live(stage, 'z', 'y');
    expect(stage.ids()).to.equal('z,y,x,early,kept');
  });

  it('ignores the old connection, and loads events that the new one may have missed', async () => {
    const stage = await shown();
    const old = stage.lives.at(-1)!;
    await change(stage, removing(mail));
    expect(old.signal.aborted).to.equal(true);
    old.answer.push({ kind: 'message', value: event('by the alias that has gone', 8) });
    await settled();
    stage.drawFrame();
    stage.endGrace();
    await settled();
    await connect(stage);
    await answer(stage, [event('kept', 0)]);
    expect(look(stage)).to.deep.equal(['kept', 'ready', 'catching-up']);
    await answer(stage, [event('missed', 2), event('kept', 0)]);
    expect(look(stage)).to.deep.equal(['missed,kept', 'ready', 'live']);
  });

  it('keeps the old events if loading fails, shows the error, and loads everything again on retry', async () => {
    const stage = await shown();
    const { histories, store } = stage;
    await change(stage, removing(mail));
    await connect(stage);
    histories.at(-1)!.answer.push([event('added', 5)]);
    await settled();
    const failure = new JourneyError('server');
    histories.at(-1)!.answer.fail(failure);
    await settled();
    expect(look(stage)).to.deep.equal(['old,kept', 'failed', 'live']);
    expect([store.state.events.error, store.state.events.asOf]).to.deep.equal([failure, noon]);
    await live(stage, 'meanwhile');
    expect(stage.ids()).to.equal('meanwhile,old,kept');

    const before = histories.length;
    store.retry();
    await settled();
    expect(histories).to.have.lengthOf(before + 1);
    expect(look(stage)).to.deep.equal(['meanwhile,old,kept', 'loading', 'live']);
    await answer(stage, [event('added', 5)], [event('kept', 0)]);
    expect(look(stage)).to.deep.equal(['meanwhile,added,kept', 'ready', 'live']);
  });

  it('keeps the gap of the shown events until everything is loaded again', async () => {
    const stage = await shown();
    const { histories, lives, store, tick } = stage;
    tick(3_600_000);
    lives.at(-1)!.answer.push({ kind: 'retrying', inMs: 1, error: undefined });
    await connect(stage);
    histories.at(-1)!.answer.fail(new JourneyError('server'));
    await settled();
    const { gap } = store.state;
    expect(gap).not.to.equal(undefined);
    await change(stage, removing(mail));
    await connect(stage);
    histories.at(-1)!.answer.fail(new JourneyError('server'));
    await settled();
    expect(store.state.gap).to.equal(gap);
    store.retry();
    await settled();
    await answer(stage, [event('missed', 60), event('kept', 0)]);
    expect([stage.ids(), store.state.gap]).to.deep.equal(['missed,kept', undefined]);
  });

  it('starts again when another change follows', async () => {
    const stage = await shown();
    const { histories } = stage;
    await change(stage, adding(work));
    await connect(stage);
    const first = histories.at(-1)!;
    first.answer.push([event('at work', 5)]);
    await settled();
    await change(stage, removing(work));
    expect(first.signal.aborted).to.equal(true);
    first.answer.push([event('late', 4)]);
    first.answer.end();
    await connect(stage);
    expect(look(stage)).to.deep.equal(['old,kept', 'ready', 'catching-up']);
    await answer(stage, [event('old', 1), event('kept', 0)]);
    expect(look(stage)).to.deep.equal(['old,kept', 'ready', 'live']);
  });

  it('continues after a pause, from the newest page', async () => {
    const stage = await shown();
    const { histories, store } = stage;
    await change(stage, adding(work));
    await connect(stage);
    histories.at(-1)!.answer.push([event('at work', 5)]);
    await settled();
    store.pause();
    expect(histories.at(-1)!.signal.aborted).to.equal(true);
    await answer(stage, [event('late', 4)]);
    expect(look(stage)).to.deep.equal(['old,kept', 'ready', 'paused']);
    store.resume();
    await connect(stage);
    expect(look(stage)).to.deep.equal(['old,kept', 'ready', 'catching-up']);
    await answer(stage, [event('meanwhile', 6), event('at work', 5)], [event('old', 1), event('kept', 0)]);
    expect(look(stage)).to.deep.equal(['meanwhile,at work,old,kept', 'ready', 'live']);
  });

  it('opens no connection while paused, and loads everything again afterwards', async () => {
    const stage = await shown();
    const { lives, store } = stage;
    store.pause();
    const before = lives.length;
    await change(stage, removing(mail));
    stage.endGrace();
    await settled();
    expect([lives.length, ...look(stage)]).to.deep.equal([before, 'old,kept', 'ready', 'paused']);
    store.resume();
    await connect(stage);
    await answer(stage, [event('kept', 0)]);
    expect(look(stage)).to.deep.equal(['kept', 'ready', 'live']);
  });

  it('continues when the connection breaks', async () => {
    const stage = await shown();
    const { histories, lives } = stage;
    await change(stage, removing(mail));
    await connect(stage);
    lives.at(-1)!.answer.push({ kind: 'retrying', inMs: 1, error: undefined });
    await settled();
    expect(look(stage)).to.deep.equal(['old,kept', 'ready', 'reconnecting']);
    await connect(stage);
    await answer(stage, [event('kept', 0)]);
    expect(look(stage)).to.deep.equal(['kept', 'ready', 'catching-up']);
    histories.at(-1)!.answer.push([event('missed', 2), event('kept', 0)]);
    await answer(stage);
    expect(look(stage)).to.deep.equal(['missed,kept', 'ready', 'live']);
  });

  it('shows the same list after a refresh', async () => {
    const stage = await shown();
    const after = await change(stage, removing(mail));
    await connect(stage);
    stage.store.refresh();
    stage.persons.at(-1)!.answer.push({ persons: [after], address: '+1' });
    await connect(stage);
    expect(stage.ids()).to.equal('old,kept');
    await answer(stage, [event('kept', 0)]);
    expect(look(stage)).to.deep.equal(['kept', 'ready', 'live']);
  });

  it('shows nothing of it for another customer, or for a following contact', async () => {
    for (const next of [customer('+2'), customerIn('next', '+1')]) {
      const stage = await shown();
      const { histories, lives, profiles, store } = stage;
      await change(stage, removing(mail));
      await connect(stage);
      const [history, line, view] = [histories.at(-1)!, lives.at(-1)!, profiles.at(-1)!];
      store.open(stage.source, next);
      expect([history.signal, line.signal, view.signal].every(({ aborted }) => aborted)).to.equal(true);
      history.answer.push([event('late', 4)]);
      history.answer.end();
      view.answer.push(profile);
      await settled();
      expect([stage.ids(), store.state.profile.value]).to.deep.equal(['', undefined]);
      await connect(stage);
      await answer(stage, [event('theirs', 4)]);
      expect(stage.ids()).to.equal('theirs');
    }
  });

  it('shows no customer once it is closed', async () => {
    const stage = await shown();
    await change(stage, removing(mail));
    await connect(stage);
    const history = stage.histories.at(-1)!;
    stage.store.close();
    history.answer.push([event('late', 4)]);
    history.answer.end();
    await settled();
    expect(look(stage)).to.deep.equal(['', 'idle', 'off']);
    expect(history.signal.aborted).to.equal(true);
  });

  it('starts with nothing when the agent chooses another person', async () => {
    const stage = setUp();
    const { histories, persons, store } = stage;
    const cato: Person = { ...bo, aliases: [mail, { kind: 'phone', value: '+2' }, { kind: 'phone', value: '+3' }] };
    store.open(stage.source, customer(mail.value));
    persons[0]!.answer.push({ persons: [anna, cato], address: mail.value });
    await settled();
    store.choose(cato.id);
    await connect(stage);
    await answer(stage, [event('of bo', 1)]);
    await change(stage, removing({ kind: 'phone', value: '+3' }));
    await connect(stage);
    const history = histories.at(-1)!;
    history.answer.push([event('of bo', 1)]);
    await settled();
    expect([history.address, stage.ids()]).to.deep.equal(['+2', 'of bo']);
    store.chooseAgain();
    history.answer.push([event('late', 4)]);
    history.answer.end();
    await settled();
    store.choose(anna.id);
    await connect(stage);
    expect([histories.at(-1)!.address, stage.ids()]).to.deep.equal(['+1', '']);
    await answer(stage, [event('of anna', 1)]);
    expect(look(stage)).to.deep.equal(['of anna', 'ready', 'live']);
  });

  it('follows another alias when the address itself is removed, and the address when that is undone', async () => {
    const stage = await shown();
    const { histories, lives, liveProfiles, profiles, store } = stage;
    const asked = () => [histories, lives, profiles].map((list) => list.at(-1)!.address);
    await change(stage, removing(phone));
    await connect(stage);
    expect(asked()).to.deep.equal([mail.value, mail.value, `anna ${mail.value}`]);
    profiles.at(-1)!.answer.push(profile);
    await answer(stage, [event('by mail', 0)]);
    expect([liveProfiles.at(-1)!.address, ...look(stage)]).to.deep.equal([mail.value, 'by mail', 'ready', 'live']);
    expect(store.state.person.value).to.deep.equal({ persons: [{ ...anna, aliases: [mail] }], address: '+1' });

    await change(stage, adding(phone));
    await connect(stage);
    expect(asked()).to.deep.equal(['+1', '+1', 'anna +1']);
    await answer(stage, [event('old', 1), event('by mail', 0)]);
    expect(look(stage)).to.deep.equal(['old,by mail', 'ready', 'live']);
  });

  it('lets the agent choose again on a refresh, if the address was removed', async () => {
    const stage = await shown();
    await change(stage, removing(phone));
    await connect(stage);
    stage.store.refresh();
    stage.persons.at(-1)!.answer.push({ persons: [], address: '+1' });
    await settled();
    await connect(stage);
    expect([stage.store.state.person.value!.persons, stage.ids()]).to.deep.equal([[], '']);
    expect(stage.histories.at(-1)!.address).to.equal('+1');
  });

  it('loads nothing if no alias is left, and everything if one is added back', async () => {
    const stage = await shown();
    const { histories, lives, store } = stage;
    await change(stage, removing(mail));
    const before = histories.length;
    await change(stage, removing(phone));
    stage.endGrace();
    await settled();
    expect(look(stage)).to.deep.equal(['', 'ready', 'off']);
    expect(lives.at(-1)!.signal.aborted).to.equal(true);
    store.pause();
    store.resume();
    store.refresh();
    stage.endGrace();
    await settled();
    expect([histories.length, lives.every(({ answer: { readers } }) => readers === 0)]).to.deep.equal([before, true]);
    await change(stage, adding(phone));
    await connect(stage);
    await answer(stage, [event('old', 1)]);
    expect(look(stage)).to.deep.equal(['old', 'ready', 'live']);
  });

  it('shows the current person if another change overtook the edit, unless a later one shows it', async () => {
    for (const later of [false, true]) {
      const stage = await shown();
      let overtake!: (person: Person) => void;
      const overtaken = new Promise<Person>((resolve) => (overtake = resolve));
      const after = await change(stage, adding(work), { overtaken });
      if (later) await change(stage, { kind: 'rename', firstName: 'Ann', lastName: 'Berg', before: after });
      overtake(anna);
      await settled();
      const [now] = stage.store.state.person.value!.persons;
      expect(now!.aliases).to.deep.equal(later ? [...anna.aliases, work] : anna.aliases);
      await connect(stage);
      await answer(stage, [event('old', 1), event('kept', 0)]);
      expect(look(stage)).to.deep.equal(['old,kept', 'ready', 'live']);
    }
  });

  it('shows no overtaken edit for another customer, or for another person', async () => {
    for (const leave of ['choose', 'open'] as const) {
      const stage = setUp();
      const { persons, store } = stage;
      store.open(stage.source, customer(mail.value));
      persons[0]!.answer.push({ persons: [anna, bo], address: mail.value });
      await settled();
      store.choose(anna.id);
      let overtake!: (person: Person) => void;
      const overtaken = new Promise<Person>((resolve) => (overtake = resolve));
      await change(stage, adding(work), { overtaken });
      if (leave === 'open') store.open(stage.source, customer('+2'));
      else store.chooseAgain();
      persons.at(-1)!.answer.push({ persons: leave === 'open' ? [bo] : [anna, bo], address: mail.value });
      await settled();
      if (leave === 'choose') store.choose(bo.id);
      overtake(anna);
      await settled();
      expect(store.state.person.value!.persons).to.deep.equal([bo]);
    }
  });

  it("drops the records of contacts that are not the person's any more, and loads the new ones", async () => {
    const stage = setUp();
    const { records, store } = stage;
    const contact = (taskId: string, at: number) => event(taskId, at, { data: { taskId } });
    const record = (taskId: string) => ({ taskId, turns: [], totals: {} }) as never;
    store.open(stage.source, customer('+1'));
    stage.persons[0]!.answer.push({ persons: [anna], address: '+1' });
    await connect(stage);
    await answer(stage, [contact('gone', 1), contact('kept', 0)]);
    records[0]!.answer.push([record('gone'), record('kept')]);
    records[0]!.answer.end();
    await settled();
    expect([...store.state.records.keys()]).to.deep.equal(['gone', 'kept']);
    await change(stage, removing(mail));
    await connect(stage);
    expect([...store.state.records.keys()]).to.deep.equal(['gone', 'kept']);
    await answer(stage, [contact('new', 1), contact('kept', 0)]);
    expect([...store.state.records.keys()]).to.deep.equal(['kept']);
    expect(records.at(-1)!.contacts.map(({ taskId }) => taskId)).to.deep.equal(['new', 'kept']);
  });

  it('polls every 30 seconds if the service does not stream, as before', async () => {
    const stage = await shown();
    const { histories, lives, endWaits } = stage;
    await change(stage, removing(mail));
    lives.at(-1)!.answer.fail(new JourneyError('forbidden'));
    stage.endGrace();
    await settled();
    histories.at(-1)!.answer.fail(new JourneyError('server'));
    await settled();
    expect(look(stage)).to.deep.equal(['old,kept', 'failed', 'polling']);
    endWaits(30_000);
    await settled();
    await answer(stage, [event('kept', 0)]);
    expect(look(stage)).to.deep.equal(['kept', 'ready', 'polling']);
  });
});
