import { expect } from '@open-wc/testing';
import type { InteractionRecord } from '../../src/domain/interaction/interaction-record.js';
import { JourneyError } from '../../src/domain/base/journey-error.js';
import type { JourneyEvent } from '../../src/domain/event/event.js';
import { settled } from '../support/channel.js';
import { event } from '../support/events.js';
import { anna, bo, customer, customerIn, noon, profile, setUp } from './stage-by-hand.js';

/** The service may store an event this much later than it happened: events this new may be incomplete. */
const lateness = 5 * 60_000;

describe('the journey store', () => {
  it('requests stream, history and person at once, and the profile once the person is known', async () => {
    const { store, source, histories, lives, persons, profiles, liveProfiles } = setUp();
    store.open(source, customer('+1', '1'));
    expect([lives.length, persons.length, histories.length]).to.deep.equal([1, 1, 0]);
    expect(persons[0]!.address).to.equal('+1,1');

    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    expect(histories.map(({ address }) => address)).to.deep.equal(['+1']);
    expect(store.state.connection.status).to.equal('live');

    persons[0]!.answer.push({ persons: [anna], address: '+1' });
    await settled();
    expect(profiles.map(({ address }) => address)).to.deep.equal(['anna +1']);
    profiles[0]!.answer.push(profile);
    await settled();
    expect(store.state.profile.value).to.equal(profile);
    expect(liveProfiles).to.have.lengthOf(1);
  });

  it('does not wait for a slow stream, and loads the newest page again once it is open', async () => {
    const { store, source, histories, lives, endGrace, ids } = setUp();
    store.open(source, customer('+1'));
    endGrace();
    await settled();
    histories[0]!.answer.push([event('b', 2), event('a', 1)]);
    await settled();
    expect(ids()).to.equal('b,a');

    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    histories[0]!.answer.end();
    await settled();
    expect(histories).to.have.lengthOf(2);
    expect(store.state.connection.status).to.equal('catching-up');
    histories[1]!.answer.push([event('c', 3), event('b', 2), event('older', -10)]);
    await settled();
    expect(ids()).to.equal('c,b,a,older');
    expect(store.state.connection.status).to.equal('live');
  });

  it('shows history page by page as it arrives', async () => {
    const { store, source, histories, endGrace, ids } = setUp();
    store.open(source, customer('+1'));
    endGrace();
    await settled();
    histories[0]!.answer.push([event('b', 2)]);
    await settled();
    expect(ids()).to.equal('b');
    expect(store.state.events.status).to.equal('loading');
    histories[0]!.answer.push([event('a', 1)]);
    histories[0]!.answer.end();
    await settled();
    expect(ids()).to.equal('b,a');
    expect(store.state.events.status).to.equal('ready');
  });

  it('shows an event once, in its place, if history and stream both have it', async () => {
    const { store, source, histories, lives, drawFrame, ids } = setUp();
    store.open(source, customer('+1'));
    lives[0]!.answer.push({ kind: 'open' });
    lives[0]!.answer.push({ kind: 'message', value: event('b', 2) });
    lives[0]!.answer.push({ kind: 'message', value: event('d', 4) });
    await settled();
    histories[0]!.answer.push([event('c', 3), event('b', 2), event('a', 1)]);
    await settled();
    drawFrame();
    expect(ids()).to.equal('d,c,b,a');
  });

  it('applies several live events once per frame', async () => {
    const { store, source, lives, drawFrame, ids } = setUp();
    store.open(source, customer('+1'));
    let changes = 0;
    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    store.subscribe(() => changes++);
    for (let minute = 1; minute <= 100; minute++) {
      lives[0]!.answer.push({ kind: 'message', value: event(`e${minute}`, minute) });
    }
    await settled();
    expect(changes).to.equal(0);
    drawFrame();
    expect(changes).to.equal(1);
    expect(ids().split(',')).to.have.lengthOf(100);
  });

  it('does nothing when the same customer is opened again', () => {
    const { store, source, lives } = setUp();
    store.open(source, customer('+1', '1'));
    store.open(source, customer('+1', '1'));
    expect(lives).to.have.lengthOf(1);
  });

  it('compares customers only by their key', () => {
    const { store, source, lives } = setUp();
    store.open(source, customer('+1'));
    store.open(source, { ...customer('+1'), candidates: ['+1', '1'] });
    expect(lives).to.have.lengthOf(1);
    store.open(source, customerIn('next', '+1'));
    expect(lives).to.have.lengthOf(2);
  });

  it('connects again when streams are switched off or on', () => {
    const { store, source, lives } = setUp();
    store.open(source, customer('+1'));
    store.open(source, { ...customer('+1'), live: false });
    expect([lives.length, lives[0]!.signal.aborted]).to.deep.equal([1, true]);
    store.open(source, customer('+1'));
    expect(lives).to.have.lengthOf(2);
  });

  it('drops all data of a customer who is no longer shown, even if it arrives late', async () => {
    const { store, source, histories, lives, persons, endGrace, drawFrame, ids } = setUp();
    store.open(source, customer('+1'));
    endGrace();
    await settled();
    lives[0]!.answer.push({ kind: 'message', value: event('anna-live', 5) });
    await settled();
    store.open(source, customer('+2'));
    expect([lives[0]!.signal.aborted, histories[0]!.signal.aborted, persons[0]!.signal.aborted]).to.deep.equal([
      true,
      true,
      true,
    ]);
    histories[0]!.answer.push([event('anna-old', 1)]);
    persons[0]!.answer.push({ persons: [anna], address: '+1' });
    await settled();
    drawFrame();
    expect(ids()).to.equal('');
    expect(store.state.person.value).to.equal(undefined);

    persons[1]!.answer.push({ persons: [bo], address: '+2' });
    await settled();
    expect(store.state.person.value?.persons).to.deep.equal([bo]);
  });

  it('drops a profile that arrives late', async () => {
    const { store, source, persons, profiles } = setUp();
    store.open(source, customer('+1'));
    persons[0]!.answer.push({ persons: [anna], address: '+1' });
    await settled();
    store.open(source, customer('+2'));
    profiles[0]!.answer.push(profile);
    await settled();
    expect(store.state.profile.value).to.equal(undefined);
  });

  it('closes every connection when the customer is closed', async () => {
    const { store, source, lives, liveProfiles, persons, profiles } = setUp();
    store.open(source, customer('+1'));
    persons[0]!.answer.push({ persons: [anna], address: '+1' });
    await settled();
    profiles[0]!.answer.push(profile);
    await settled();
    expect([lives[0]!.answer.readers, liveProfiles[0]!.answer.readers]).to.deep.equal([1, 1]);
    store.close();
    await settled();
    expect([lives[0]!.answer.readers, liveProfiles[0]!.answer.readers]).to.deep.equal([0, 0]);
    expect(store.state.events.value).to.equal(undefined);
  });

  it('requests the journey by the form of the address that matched the person', async () => {
    const { store, source, histories, lives, persons, endGrace } = setUp();
    store.open(source, customer('+1', '1'));
    endGrace();
    await settled();
    persons[0]!.answer.push({ persons: [anna], address: '1' });
    await settled();
    endGrace();
    await settled();
    expect(lives.map(({ address, signal }) => `${address} ${signal.aborted}`)).to.deep.equal(['+1 true', '1 false']);
    expect(histories.map(({ address, signal }) => `${address} ${signal.aborted}`)).to.deep.equal([
      '+1 true',
      '1 false',
    ]);
  });

  it('keeps the loaded sections when another one fails', async () => {
    const { store, source, histories, persons, endGrace, ids } = setUp();
    store.open(source, customer('+1'));
    endGrace();
    await settled();
    histories[0]!.answer.push([event('a', 1)]);
    persons[0]!.answer.fail(new JourneyError('server', { status: 500, trackingId: 'trk-1' }));
    await settled();
    expect(store.state.person.status).to.equal('failed');
    expect(store.state.person.error?.trackingId).to.equal('trk-1');
    expect(ids()).to.equal('a');
  });

  it('loads the profile by the address alone if the person could not be loaded', async () => {
    const { store, source, persons, profiles } = setUp();
    store.open(source, customer('+1'));
    persons[0]!.answer.fail(new JourneyError('server'));
    await settled();
    expect(profiles.map(({ address }) => address)).to.deep.equal([' +1']);
    profiles[0]!.answer.push(profile);
    await settled();
    expect([store.state.profile.value, store.state.person.status]).to.deep.equal([profile, 'failed']);
  });

  it('keeps the pages before a failure and loads all of them again on retry', async () => {
    const { store, source, histories, endGrace, ids, tick } = setUp();
    store.open(source, customer('+1'));
    endGrace();
    await settled();
    histories[0]!.answer.push([event('b', 2)]);
    await settled();
    tick(500);
    histories[0]!.answer.fail(new JourneyError('server'));
    await settled();
    expect([ids(), store.state.events.status, store.state.events.asOf]).to.deep.equal(['b', 'failed', noon]);

    store.retry();
    await settled();
    expect(histories).to.have.lengthOf(2);
    histories[1]!.answer.push([event('b', 2)]);
    histories[1]!.answer.push([event('a', 1)]);
    histories[1]!.answer.end();
    await settled();
    expect([ids(), store.state.events.status]).to.deep.equal(['b,a', 'ready']);
  });

  it('loads missed events after every reconnect, back to the known ones', async () => {
    const { store, source, histories, lives, ids, tick } = setUp();
    store.open(source, customer('+1'));
    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    histories[0]!.answer.push([event('b', 10), event('a', 0)]);
    histories[0]!.answer.end();
    await settled();

    tick(60_000);
    lives[0]!.answer.push({ kind: 'retrying', inMs: 4000, error: new JourneyError('network') });
    await settled();
    expect(store.state.connection).to.include({ status: 'reconnecting', retryAt: noon + 64_000 });
    expect(store.state.events.asOf).to.equal(noon + 60_000);

    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    expect(store.state.connection.status).to.equal('catching-up');
    histories[1]!.answer.push([event('d', 14), event('c', 12)]);
    await settled();
    expect(histories[1]!.answer.readers).to.equal(1);
    histories[1]!.answer.push([event('b', 10)]);
    await settled();
    expect(histories[1]!.answer.readers, 'what is stored late may still come').to.equal(1);
    histories[1]!.answer.push([event('late', 8), event('a', 0)]);
    await settled();
    expect(ids()).to.equal('d,c,b,late,a');
    expect(histories[1]!.answer.readers).to.equal(0);
    expect(store.state.connection.status).to.equal('live');
    expect(store.state.gap).to.equal(undefined);
  });

  it('marks the gap if missed events cannot be loaded, and closes it on retry', async () => {
    const { store, source, histories, lives, ids } = setUp();
    store.open(source, customer('+1'));
    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    histories[0]!.answer.push([event('b', 10), event('a', 0)]);
    histories[0]!.answer.end();
    await settled();
    lives[0]!.answer.push({ kind: 'retrying', inMs: 1, error: undefined });
    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    histories[1]!.answer.push([event('f', 40), event('e', 30)]);
    histories[1]!.answer.fail(new JourneyError('server'));
    await settled();
    expect(store.state.gap).to.deep.equal({ from: event('b', 10).time - lateness, to: event('e', 30).time });
    expect([store.state.events.status, store.state.connection.status]).to.deep.equal(['failed', 'live']);

    // Another break makes the gap longer and does not hide it.
    lives[0]!.answer.push({ kind: 'retrying', inMs: 1, error: undefined });
    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    histories[2]!.answer.push([event('g', 50)]);
    histories[2]!.answer.fail(new JourneyError('server'));
    await settled();
    expect(store.state.gap).to.deep.equal({ from: event('b', 10).time - lateness, to: event('g', 50).time });

    store.retry();
    await settled();
    histories[3]!.answer.push([event('g', 50), event('f', 40), event('e', 30), event('d', 20)]);
    histories[3]!.answer.push([event('c', 15), event('b', 10), event('a', 0)]);
    await settled();
    expect(ids()).to.equal('g,f,e,d,c,b,a');
    expect([store.state.gap, store.state.events.status]).to.deep.equal([undefined, 'ready']);
  });

  it('leaves a gap for the agent to load if there are too many missed events', async () => {
    const { store, source, histories, lives } = setUp();
    store.open(source, customer('+1'));
    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    histories[0]!.answer.push([event('a', 0)]);
    histories[0]!.answer.end();
    await settled();
    lives[0]!.answer.push({ kind: 'retrying', inMs: 1, error: undefined });
    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    for (let page = 0; page < 20; page++) histories[1]!.answer.push([event(`p${page}`, 100 - page)]);
    await settled();
    expect(store.state.gap).to.deep.equal({ from: event('a', 0).time - lateness, to: event('p19', 81).time });
    expect([store.state.connection.status, histories[1]!.answer.readers]).to.deep.equal(['live', 0]);

    store.retry();
    await settled();
    for (let page = 0; page < 30; page++) histories[2]!.answer.push([event(`p${page}`, 100 - page)]);
    histories[2]!.answer.push([event('a', 0)]);
    histories[2]!.answer.end();
    await settled();
    expect([store.state.gap, store.state.events.value?.size]).to.deep.equal([undefined, 31]);
  });

  it('polls the newest page every 30 seconds if the service does not stream, and says so', async () => {
    const { store, source, histories, lives, ids, endWaits } = setUp();
    store.open(source, customer('+1'));
    lives[0]!.answer.fail(new JourneyError('forbidden', { status: 403 }));
    await settled();
    expect(store.state.connection.status).to.equal('polling');
    expect(store.state.connection.error?.kind).to.equal('forbidden');
    endWaits(250);
    await settled();
    histories[0]!.answer.push([event('a', 0)]);
    histories[0]!.answer.end();
    await settled();
    endWaits(30_000);
    await settled();
    histories[1]!.answer.push([event('b', 20), event('a', 0)]);
    histories[1]!.answer.end();
    await settled();
    expect(ids()).to.equal('b,a');
    expect(store.state.connection.status).to.equal('polling');
    endWaits(30_000);
    await settled();
    expect(histories).to.have.lengthOf(3);
    store.close();
    endWaits(30_000);
    await settled();
    expect(histories).to.have.lengthOf(3);
  });

  it('keeps the profile current if only its stream is refused', async () => {
    const { store, source, persons, profiles, liveProfiles, endWaits } = setUp();
    store.open(source, customer('+1'));
    persons[0]!.answer.push({ persons: [anna], address: '+1' });
    await settled();
    profiles[0]!.answer.push(profile);
    await settled();
    liveProfiles[0]!.answer.fail(new JourneyError('forbidden'));
    await settled();
    expect(store.state.profile.status).to.equal('ready');
    endWaits(30_000);
    await settled();
    expect(profiles).to.have.lengthOf(2);
    profiles[1]!.answer.push({ ...profile, templateName: 'newer' });
    await settled();
    expect(store.state.profile.value?.templateName).to.equal('newer');
    expect(liveProfiles).to.have.lengthOf(1);
  });

  it('closes every connection in a pause, and loads missed events afterwards', async () => {
    const { store, source, histories, lives, ids } = setUp();
    store.open(source, customer('+1'));
    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    histories[0]!.answer.push([event('b', 10), event('a', 0)]);
    histories[0]!.answer.end();
    await settled();
    store.pause();
    await settled();
    expect([store.state.connection.status, lives[0]!.answer.readers]).to.deep.equal(['paused', 0]);
    expect(ids()).to.equal('b,a');
    store.reconnect();
    expect(lives).to.have.lengthOf(1);
    store.resume();
    lives[1]!.answer.push({ kind: 'open' });
    await settled();
    histories[1]!.answer.push([event('c', 30), event('b', 10), event('a', 0)]);
    await settled();
    expect([ids(), store.state.connection.status]).to.deep.equal(['c,b,a', 'live']);
  });

  it('opens no connection for a customer who is opened in a pause', async () => {
    const { store, source, lives } = setUp();
    store.pause();
    store.open(source, customer('+1'));
    await settled();
    expect([lives[0]!.answer.readers, store.state.connection.status]).to.deep.equal([0, 'paused']);
    store.resume();
    expect(lives).to.have.lengthOf(2);
  });

  it('reads past known events if pages are not newest first', async () => {
    const { store, source, histories, lives, ids } = setUp();
    store.open(source, customer('+1'));
    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    histories[0]!.answer.push([event('a', 0), event('b', 1)]);
    histories[0]!.answer.push([event('c', 20)]);
    histories[0]!.answer.end();
    await settled();
    lives[0]!.answer.push({ kind: 'retrying', inMs: 1, error: undefined });
    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    histories[1]!.answer.push([event('a', 0), event('b', 1)]);
    histories[1]!.answer.push([event('c', 20), event('d', 30)]);
    histories[1]!.answer.end();
    await settled();
    expect(ids()).to.equal('d,c,b,a');
  });

  it('shows that the agent is signed out when the stream refuses the token, and reconnects on retry', async () => {
    const { store, source, lives } = setUp();
    store.open(source, customer('+1'));
    lives[0]!.answer.fail(new JourneyError('unauthorized', { status: 401 }));
    await settled();
    expect(store.state.connection.status).to.equal('signed-out');
    store.retry();
    await settled();
    expect(lives).to.have.lengthOf(2);
    expect(store.state.connection.status).to.equal('connecting');
  });

  it('opens no stream if streams are switched off', async () => {
    const { store, source, histories, lives, persons, profiles, liveProfiles } = setUp();
    store.open(source, { ...customer('+1'), live: false });
    await settled();
    persons[0]!.answer.push({ persons: [anna], address: '+1' });
    await settled();
    profiles[0]!.answer.push(profile);
    await settled();
    expect([histories.length, lives.length, liveProfiles[0]?.answer.readers ?? 0]).to.deep.equal([1, 0, 0]);
    expect(store.state.connection.status).to.equal('off');
  });

  it('looks for an unknown person again after the first event', async () => {
    const { store, source, lives, persons, drawFrame } = setUp();
    store.open(source, customer('+1'));
    persons[0]!.answer.push({ persons: [], address: '+1' });
    await settled();
    expect(store.state.profile.status).to.equal('ready');
    lives[0]!.answer.push({ kind: 'message', value: event('first', 1) });
    await settled();
    drawFrame();
    expect(persons).to.have.lengthOf(2);
    persons[1]!.answer.push({ persons: [anna], address: '+1' });
    await settled();
    expect(store.state.person.value?.persons).to.deep.equal([anna]);
  });

  it('shows no person if several share the address, until the agent chooses', async () => {
    const { store, source, histories, lives, persons, profiles, endGrace, ids } = setUp();
    store.open(source, customer('shared@example.org'));
    endGrace();
    await settled();
    histories[0]!.answer.push([event('whose', 1)]);
    persons[0]!.answer.push({ persons: [anna, bo], address: 'shared@example.org' });
    await settled();
    expect([ids(), lives[0]!.answer.readers, profiles.length]).to.deep.equal(['', 0, 0]);

    store.choose(bo.id);
    expect(store.state.person.value?.persons).to.deep.equal([bo]);
    endGrace();
    await settled();
    expect([lives[1]!.address, histories.at(-1)!.address, profiles[0]!.address]).to.deep.equal(['+2', '+2', 'bo +2']);

    store.refresh();
    persons[1]!.answer.push({ persons: [anna, bo], address: 'shared@example.org' });
    await settled();
    expect(store.state.person.value?.persons).to.deep.equal([bo]);
  });

  describe('the journey store while several persons share the address', () => {
    const asked = async () => {
      const stage = setUp();
      stage.store.open(stage.source, customer('shared@example.org'));
      stage.persons[0]!.answer.push({ persons: [anna, bo], address: 'shared@example.org' });
      await settled();
      return stage;
    };
    const call = (id: string, minutes: number) =>
      event(id, minutes, { type: 'task:ended', identityType: 'phone', data: { channelType: 'telephony' } });
    const page = (id: string, minutes: number) => event(id, minutes, { type: 'Page Visit' });
    const told = ({ store }: Awaited<ReturnType<typeof asked>>) =>
      [...store.state.lastContacts].map(([id, { channel, time }]) => `${id} ${channel} ${time}`);

    it('shows when each was last in contact, from the first page if possible', async () => {
      const stage = await asked();
      expect(stage.histories.map(({ address }) => address)).to.deep.equal(['+1']);
      stage.histories[0]!.answer.push([page('viewed', 9), call('newest', 7), call('older', 5)]);
      await settled();
      expect(told(stage)).to.deep.equal([`anna voice ${call('', 7).time}`]);
      expect(stage.histories.map(({ address }) => address)).to.deep.equal(['+1', '+2']);
      stage.histories[1]!.answer.push([call('only', 3)]);
      stage.histories[1]!.answer.end();
      await settled();
      expect(told(stage)[1]).to.equal(`bo voice ${call('', 3).time}`);
      expect([stage.ids(), stage.store.state.events.status]).to.deep.equal(['', 'idle']);
    });

    it('shows nothing if the service sends old events first and does not reach the end', async () => {
      const stage = await asked();
      for (let read = 0; read < 5; read++) {
        stage.histories[0]!.answer.push([call(`${read} a`, read * 2), call(`${read} b`, read * 2 + 1)]);
      }
      await settled();
      expect(stage.histories).to.have.lengthOf(2);
      expect(told(stage)).to.deep.equal([]);
    });

    it('continues with the next person if one cannot be read, without an error', async () => {
      const stage = await asked();
      stage.histories[0]!.answer.fail(new JourneyError('server'));
      await settled();
      stage.histories[1]!.answer.push([call('b', 2), call('a', 1)]);
      await settled();
      expect(told(stage)).to.deep.equal([`bo voice ${call('', 2).time}`]);
      expect(stage.store.state.events.error).to.equal(undefined);
    });

    it('reads at most six of them, and none without an address of their own', async () => {
      const stage = setUp();
      const many = Array.from({ length: 30 }, (_, index) => ({
        ...anna,
        id: `p${index}`,
        aliases: index === 1 ? [] : [{ kind: 'phone' as const, value: `+9${index}` }],
      }));
      stage.store.open(stage.source, customer('shared@example.org'));
      stage.persons[0]!.answer.push({ persons: many, address: 'shared@example.org' });
      for (let person = 0; person < 6; person++) {
        await settled();
        stage.histories.at(-1)!.answer.end();
      }
      await settled();
      expect(stage.histories.map(({ address }) => address)).to.deep.equal(['+90', '+92', '+93', '+94', '+95']);
    });

    it('stops when the agent chooses, and when another customer is shown', async () => {
      const chosen = await asked();
      chosen.store.choose('bo');
      chosen.histories[0]!.answer.push([call('b', 2), call('a', 1)]);
      await settled();
      expect([chosen.histories[0]!.signal.aborted, told(chosen)]).to.deep.equal([true, []]);
      const left = await asked();
      left.store.open(left.source, customer('+3'));
      left.histories[0]!.answer.push([call('b', 2), call('a', 1)]);
      await settled();
      expect([left.histories[0]!.signal.aborted, told(left)]).to.deep.equal([true, []]);
    });

    it('lets the agent choose again after a wrong choice', async () => {
      const { store, histories, persons, lives, endGrace, ids } = await asked();
      expect(store.state.chosen).to.equal(false);
      store.choose('bo');
      endGrace();
      await settled();
      histories.at(-1)!.answer.push([event('of bo', 1, { identity: '+2' })]);
      await settled();
      expect([store.state.chosen, ids()]).to.deep.equal([true, 'of bo']);

      store.refresh();
      persons.at(-1)!.answer.push({ persons: [anna, bo], address: 'shared@example.org' });
      await settled();
      expect(store.state.chosen).to.equal(true);

      store.chooseAgain();
      await settled();
      expect(store.state.person.value?.persons).to.deep.equal([anna, bo]);
      expect([store.state.chosen, ids(), store.state.profile.status]).to.deep.equal([false, '', 'idle']);
      expect(lives.map(({ answer }) => answer.readers)).to.deep.equal(lives.map(() => 0));
      store.chooseAgain();
      expect(store.state.person.value?.persons).to.have.lengthOf(2);
    });
  });

  it('shows that it is loading while everything is loaded again', async () => {
    const { store, source, histories, lives } = setUp();
    store.open(source, customer('+1'));
    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    histories[0]!.answer.push([event('a', 0)]);
    histories[0]!.answer.end();
    await settled();
    store.refresh();
    lives[1]!.answer.push({ kind: 'open' });
    await settled();
    expect(store.state.events.status).to.equal('loading');
  });

  it('shows nothing of the shared address for the chosen person, not even after a refresh', async () => {
    const { store, source, histories, persons, endGrace, ids } = setUp();
    store.open(source, customer('shared@example.org'));
    persons[0]!.answer.push({ persons: [anna, bo], address: 'shared@example.org' });
    await settled();
    store.refresh();
    endGrace();
    await settled();
    for (const { answer } of histories) answer.push([event('bo-only', 1, { identity: '+2' })]);
    store.choose(anna.id);
    await settled();
    expect(ids()).to.equal('');
  });

  it("requests the chosen person's journey by the searched form, if no other person has it", async () => {
    const { store, source, histories, persons, endGrace } = setUp();
    const holding = (...values: readonly string[]) => values.map((value) => ({ kind: 'unknown', value }) as const);
    const tomasz = { ...bo, aliases: holding('tomasz@example.org', '12', '+12') };
    const zofia = { ...anna, aliases: holding('+12') };
    store.open(source, customer('+12', '12'));
    await settled();
    persons[0]!.answer.push({ persons: [zofia, tomasz], address: '+12' });
    await settled();
    store.choose(tomasz.id);
    endGrace();
    await settled();
    expect(histories.at(-1)!.address).to.equal('12');
    expect(store.state.person.value?.address).to.equal('12');
  });

  it('lets the agent choose again in the next contact from a shared address', async () => {
    const { store, source, persons } = setUp();
    store.open(source, customerIn('one', 'shared@example.org'));
    persons[0]!.answer.push({ persons: [anna, bo], address: 'shared@example.org' });
    await settled();
    store.choose(anna.id);
    store.open(source, customerIn('two', 'shared@example.org'));
    persons[1]!.answer.push({ persons: [anna, bo], address: 'shared@example.org' });
    await settled();
    expect(store.state.person.value?.persons).to.have.lengthOf(2);
  });

  it('drops profile and events when the address belongs to another person', async () => {
    const { store, source, histories, persons, profiles, endGrace, ids } = setUp();
    store.open(source, customer('+1'));
    endGrace();
    await settled();
    histories[0]!.answer.push([event('anna-old', 1)]);
    persons[0]!.answer.push({ persons: [anna], address: '+1' });
    await settled();
    profiles[0]!.answer.push(profile);
    await settled();
    store.refresh();
    persons[1]!.answer.push({ persons: [bo], address: '+1' });
    await settled();
    expect([store.state.profile.value, ids()]).to.deep.equal([undefined, '']);
    expect(profiles.at(-1)!.address).to.equal('bo +1');
  });

  it('shows all persons again when the chosen one does not exist any more', async () => {
    const { store, source, persons } = setUp();
    store.open(source, customer('shared@example.org'));
    persons[0]!.answer.push({ persons: [anna, bo], address: 'shared@example.org' });
    await settled();
    store.choose(anna.id);
    store.refresh();
    persons[1]!.answer.push({ persons: [bo], address: 'shared@example.org' });
    await settled();
    expect(store.state.person.value?.persons).to.deep.equal([bo]);
  });

  it('shows no events of an address that the chosen person shares with others', async () => {
    const { store, source, histories, persons } = setUp();
    const twin = { ...anna, id: 'twin', aliases: [{ kind: 'email', value: 'shared@example.org' }] as const };
    store.open(source, customer('shared@example.org'));
    persons[0]!.answer.push({ persons: [twin, bo], address: 'shared@example.org' });
    await settled();
    const before = histories.length;
    store.choose(twin.id);
    await settled();
    expect([histories.length, store.state.events.status]).to.deep.equal([before, 'failed']);
  });

  it('looks for an unknown person less and less often while events arrive', async () => {
    const { store, source, lives, persons, drawFrame, tick } = setUp();
    store.open(source, customer('+1'));
    for (let second = 0; second < 100; second++) {
      persons.at(-1)!.answer.push({ persons: [], address: '+1' });
      lives[0]!.answer.push({ kind: 'message', value: event(`e${second}`, second) });
      await settled();
      drawFrame();
      tick(1000);
    }
    expect(persons.length).to.be.within(3, 8);
  });

  it('opens no connection while paused, whichever responses arrive', async () => {
    const { store, source, lives, liveProfiles, persons, profiles } = setUp();
    store.open(source, customer('+1', '1'));
    store.pause();
    persons[0]!.answer.push({ persons: [anna], address: '1' });
    await settled();
    profiles[0]!.answer.push(profile);
    await settled();
    store.refresh();
    await settled();
    expect([lives.at(-1)!.answer.readers, liveProfiles.length]).to.deep.equal([0, 0]);
  });

  it("loads the profile again after its stream was broken, and shows the stream's profiles", async () => {
    const { store, source, persons, profiles, liveProfiles } = setUp();
    store.open(source, customer('+1'));
    persons[0]!.answer.push({ persons: [anna], address: '+1' });
    await settled();
    profiles[0]!.answer.push(profile);
    await settled();
    liveProfiles[0]!.answer.push({ kind: 'open' });
    liveProfiles[0]!.answer.push({ kind: 'message', value: { ...profile, templateName: 'changed' } });
    await settled();
    expect(store.state.profile.value?.templateName).to.equal('changed');
    liveProfiles[0]!.answer.push({ kind: 'retrying', inMs: 1, error: undefined });
    liveProfiles[0]!.answer.push({ kind: 'open' });
    await settled();
    expect(profiles).to.have.lengthOf(2);
  });
});

describe('contact records in the journey store', () => {
  const second = 1000;
  const minute = 60 * second;

  const contact = (taskId: string, at: number, type = 'task:new') =>
    event(`${taskId} ${type}`, at, { type, data: { taskId } });
  const record = (taskId: string, wrapUp?: string): InteractionRecord => ({
    taskId,
    turns: [],
    lastAgent: undefined,
    wrapUp,
    csat: undefined,
    queue: undefined,
    endedBy: undefined,
    totals: { all: undefined, queue: undefined, talk: undefined, hold: undefined, wrapUp: undefined },
  });

  /** A customer with these events in their history, which is loaded. */
  async function read(...history: readonly JourneyEvent[]) {
    const stage = setUp();
    const { store, source, lives, histories, records } = stage;
    store.open(source, customer('+1'));
    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    histories[0]!.answer.push(history);
    await settled();
    expect(records, 'before the history was read').to.have.lengthOf(0);
    histories[0]!.answer.end();
    await settled();
    const readAgain = async (): Promise<void> => {
      lives[0]!.answer.push({ kind: 'retrying', inMs: 1, error: undefined });
      lives[0]!.answer.push({ kind: 'open' });
      await settled();
      histories.at(-1)!.answer.end();
      await settled();
    };
    const live = async (...events: readonly JourneyEvent[]): Promise<void> => {
      for (const value of events) lives[0]!.answer.push({ kind: 'message', value });
      await settled();
      stage.drawFrame();
    };
    return {
      ...stage,
      readAgain,
      live,
      asked: () => records.map(({ contacts }) => contacts.map(({ taskId }) => taskId).join()),
      known: () => [...store.state.records.keys()].join(),
      answer: async (index: number, ...answers: readonly InteractionRecord[]): Promise<void> => {
        records[index]!.answer.push(answers);
        records[index]!.answer.end();
        await settled();
      },
    };
  }

  it('are requested after the history, newest contact first, and shown per portion', async () => {
    const { records, asked, known, store } = await read(
      contact('c', 9, 'task:ended'),
      contact('c', 8),
      event('page', 7, { source: 'web', type: 'page:viewed', data: { taskId: 'page' } }),
      contact('b', 5),
      contact('a', 1),
    );
    expect(asked()).to.deep.equal(['c,b,a']);
    expect(records[0]!.contacts.map(({ startedAt }) => startedAt - (noon - 120 * minute))).to.deep.equal([
      8 * minute,
      5 * minute,
      minute,
    ]);
    const before = store.state.records;
    records[0]!.answer.push([record('c')]);
    await settled();
    expect([known(), before.size]).to.deep.equal(['c', 0]);
    records[0]!.answer.push([record('a')]);
    records[0]!.answer.end();
    await settled();
    expect(known()).to.equal('c,a');
  });

  it('are requested once, even if there are none', async () => {
    const { asked, answer, readAgain } = await read(contact('b', 5), contact('a', 1));
    await answer(0, record('a'));
    await readAgain();
    expect(asked()).to.deep.equal(['b,a']);
  });

  it('are requested for the newest hundred automatically, and for an older one when it is opened', async () => {
    const contacts = Array.from({ length: 120 }, (_, n) => contact(`c${n}`, -n));
    const { store, asked, answer } = await read(...contacts);
    expect(asked()).to.deep.equal([Array.from({ length: 100 }, (_, n) => `c${n}`).join()]);
    await answer(0);
    store.readRecord('c5');
    store.readRecord('c110');
    store.readRecord('nobody');
    await settled();
    expect(asked().slice(1)).to.deep.equal(['c110']);
  });

  it('are requested first for an opened contact, even while history is loading', async () => {
    const { store, source, lives, histories, records } = setUp();
    store.open(source, customer('+1'));
    lives[0]!.answer.push({ kind: 'open' });
    await settled();
    histories[0]!.answer.push([contact('c', 8), contact('b', 5), contact('a', 1)]);
    await settled();
    store.readRecord('b');
    store.readRecord('a');
    histories[0]!.answer.push([contact('older', 0)]);
    histories[0]!.answer.end();
    await settled();
    const asked = () => records.map(({ contacts }) => contacts.map(({ taskId }) => taskId).join());
    expect(asked()).to.deep.equal(['b,c,a']);
    records[0]!.answer.end();
    await settled();
    expect(asked().slice(1)).to.deep.equal(['older']);
  });

  it('are requested again shortly after a contact has ended', async () => {
    const { asked, answer, live, tick, endWaits, readAgain } = await read(contact('b', 119), contact('a', 1));
    await answer(0, record('b'));
    tick(10 * second);
    await live(contact('b', 120, 'task:ended'));
    await readAgain();
    expect(asked()).to.deep.equal(['b,a']);
    tick(80 * second);
    endWaits(90 * second);
    await settled();
    expect(asked()).to.deep.equal(['b,a', 'b']);
    await answer(1, record('b', 'Resolved'));
    tick(10 * minute);
    await readAgain();
    expect(asked()).to.have.lengthOf(2);
  });

  it('are requested for a contact that starts and ends during a request', async () => {
    const { asked, live, tick, endWaits } = await read();
    await live(contact('a', 120), contact('a', 121, 'task:ended'));
    tick(3 * minute);
    endWaits(90 * second);
    await settled();
    expect(asked()).to.deep.equal(['a']);
  });

  it('cause no error, no automatic retry and no poll without the permission', async () => {
    const { store, records, asked, known, readAgain, endWaits } = await read(contact('a', 1));
    records[0]!.answer.fail(new JourneyError('forbidden', { status: 403 }));
    await settled();
    const { events, person, profile: shown, connection, gap } = store.state;
    for (const { error } of [events, person, shown, connection]) expect(error).to.equal(undefined);
    expect([events.status, connection.status, gap, known()]).to.deep.equal(['ready', 'live', undefined, '']);
    endWaits(30 * second);
    await settled();
    expect(asked()).to.have.lengthOf(1);
    await readAgain(); // after a permanent refusal, no request is sent
    expect(asked()).to.have.lengthOf(2);
  });

  it('are dropped if they arrive late, for another customer', async () => {
    const { store, source, records, known, histories, lives } = await read(contact('a', 1));
    store.open(source, customer('+2'));
    expect(records[0]!.signal.aborted).to.equal(true);
    records[0]!.answer.push([record('a')]);
    await settled();
    expect(known()).to.equal('');

    lives[1]!.answer.push({ kind: 'open' });
    await settled();
    histories[1]!.answer.push([contact('b', 1)]);
    histories[1]!.answer.end();
    await settled();
    records[1]!.answer.push([record('b')]);
    await settled();
    expect(known()).to.equal('b');
    store.close();
    expect(known()).to.equal('');
  });

  it('are dropped if the address turns out to be shared', async () => {
    const { records, known, persons } = await read(contact('a', 1));
    records[0]!.answer.push([record('a')]);
    await settled();
    expect(known()).to.equal('a');
    persons[0]!.answer.push({ persons: [anna, bo], address: '+1' });
    await settled();
    expect([known(), records[0]!.signal.aborted]).to.deep.equal(['', true]);
    records[0]!.answer.push([record('a')]);
    await settled();
    expect(known()).to.equal('');
  });

  it('are not requested in a pause', async () => {
    const { store, records, known, live, endWaits, tick } = await read(contact('b', 119), contact('a', 1));
    await live(contact('b', 120, 'task:ended'));
    store.pause();
    expect(records[0]!.signal.aborted).to.equal(true);
    records[0]!.answer.push([record('a')]);
    tick(5 * minute);
    endWaits(90 * second);
    await settled();
    expect([known(), records.length]).to.deep.equal(['', 1]);
  });

  it('are requested again on a refresh', async () => {
    const { store, asked, answer, histories, lives } = await read(contact('a', 1));
    await answer(0);
    store.refresh();
    lives[1]!.answer.push({ kind: 'open' });
    await settled();
    histories[1]!.answer.push([contact('a', 1)]);
    histories[1]!.answer.end();
    await settled();
    expect(asked()).to.deep.equal(['a', 'a']);
  });
});
