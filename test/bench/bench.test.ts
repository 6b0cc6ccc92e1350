import { expect } from '@open-wc/testing';
import type { CloudEvent } from '../../demo/emulator/cloud-event';
import { channelOf } from '../../src/domain/event/channel.js';
import { taskIdOfInteraction } from '../../src/domain/interaction/interaction.js';
import { readHistoryPage } from '../../src/sources/cjds/wire/event-wire.js';
import { generatedJourney, liveEvents } from './generated-journey.js';
import { median, quantile, ratio, spread } from './statistics.js';

const until = Date.parse('2026-11-20T10:00:00Z');
const year = 365 * 24 * 3_600_000;

const journey = (seed: number, count: number) => generatedJourney({ seed, count, until });
const times = (events: readonly CloudEvent[]) => events.map(({ time }) => Date.parse(time ?? ''));

describe('generated journey', () => {
  it('is the same for the same seed, and different for another', () => {
    expect(journey(1, 300)).to.deep.equal(journey(1, 300));
    expect(journey(1, 300)).not.to.deep.equal(journey(2, 300));
  });

  it('has as many events as requested, newest first, over years, none in the future', () => {
    for (const count of [1, 100, 5_000]) {
      const all = times(journey(7, count));
      expect(all).to.have.length(count);
      expect(all).to.deep.equal([...all].sort((a, b) => b - a));
      expect(Math.max(...all)).to.be.at.most(until);
    }
    const all = times(journey(7, 5_000));
    expect(until - Math.min(...all)).to.be.within(4 * year, 6 * year);
  });

  it('has unique events, which are read as contacts on every channel and as single events', () => {
    const events = readHistoryPage({ data: journey(3, 3_000) }, until);
    expect(new Set(events.map(({ key }) => key)).size).to.equal(3_000);
    expect(events.every(({ readable }) => readable)).to.be.true;
    const ofContacts = events.filter((event) => taskIdOfInteraction(event) !== undefined);
    const contacts = new Set(ofContacts.map(taskIdOfInteraction));
    expect(new Set(ofContacts.map(channelOf))).to.have.all.keys('voice', 'chat', 'email', 'social');
    expect(ofContacts.length / contacts.size).to.be.within(4, 8);
    const alone = events.length - ofContacts.length;
    expect(alone / (alone + contacts.size)).to.be.within(0.4, 0.7);
  });

  it('continues with live events, oldest first', () => {
    const events = liveEvents({ seed: 4, count: 50, from: until, every: 10 });
    expect(times(events)).to.deep.equal(Array.from({ length: 50 }, (_, index) => until + index * 10));
  });
});

describe('statistics of the bench', () => {
  it('have the median and any other quantile of values in any order', () => {
    expect(median([3, 1, 2])).to.equal(2);
    expect(median([4, 1, 2, 3])).to.equal(2.5);
    expect(quantile([10, 20, 30, 40, 50], 0.95)).to.be.closeTo(48, 1e-9);
    expect(quantile([7], 0.95)).to.equal(7);
    expect(median([])).to.be.NaN;
  });

  it('have the spread of values', () => {
    expect(spread([90, 100, 120])).to.be.closeTo(0.3, 1e-9);
  });

  it('only compare measured values that are not zero', () => {
    expect(ratio(3, 2)).to.equal(1.5);
    expect([ratio(3, 0), ratio(undefined, 2), ratio(3, undefined)]).to.deep.equal([undefined, undefined, undefined]);
  });
});
