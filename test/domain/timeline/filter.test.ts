import { expect } from '@open-wc/testing';
import { entryOfEvent, entryOfInteraction } from '../../../src/domain/timeline/entry.js';
import type { JourneyEvent } from '../../../src/domain/event/event.js';
import {
  dimensions,
  facetsOfEvent,
  noFacets,
  type Dimension,
  type Facets,
} from '../../../src/domain/timeline/facets.js';
import { isActive, noFilter, startOf, timeFrames, toggled, type Filter } from '../../../src/domain/timeline/filter.js';
import { interactionFrom } from '../../../src/domain/interaction/interaction.js';
import { initialFilter, agentChoices, type InitialFilterValues } from '../../../src/domain/timeline/initial-filter.js';
import { createFacetCounts, matchesFacets, type FacetCounts } from '../../../src/domain/timeline/facet-counts.js';
import { event } from '../../support/events.js';

const hour = 3_600_000;
const choose = (chosen: Partial<Facets>, filter: Filter = noFilter): Filter => ({
  ...filter,
  chosen: { ...filter.chosen, ...chosen },
});

describe('the facets of an entry', () => {
  const shop = { source: 'shop', type: 'order:shipped' };
  const tagged = (uiData: object): Partial<JourneyEvent> => ({ ...shop, data: { uiData } });
  const cases: readonly (readonly [what: string, parts: Partial<JourneyEvent>, facets: Partial<Facets>])[] = [
    ['an event without a customer', shop, { channel: ['custom'], kind: ['event'] }],
    ['an event of an agent', { type: 'agent:login' }, { channel: ['agent'], kind: ['agent'] }],
    ['an event that names its channel', { ...shop, source: 'Website' }, { channel: ['web'], kind: ['event'] }],
    ['a tag', tagged({ filterTags: ['Claims'] }), { channel: ['custom'], kind: ['#claims'] }],
    ['a tag that is no list', tagged({ filterTags: ' Claims ' }), { channel: ['custom'], kind: ['#claims'] }],
    [
      'several tags, one of them twice in another case',
      tagged({ filterTags: ['Claims', 'web', 'CLAIMS', '', 7] }),
      { channel: ['custom'], kind: ['#claims', '#web'] },
    ],
    ['tags of an agent', { ...tagged({ filterTags: ['x'] }), type: 'agent:x' }, { channel: ['agent'], kind: ['#x'] }],
    ['unreadable tags', tagged({ filterTags: {} }), { channel: ['custom'], kind: ['event'] }],
    ['a division', tagged({ division: 'Retail' }), { channel: ['custom'], kind: ['event'], division: ['retail'] }],
  ];
  for (const [what, parts, facets] of cases) {
    it(`are those of ${what}`, () => {
      expect(entryOfEvent(event('e', 0, parts)).facets).to.deep.equal({ ...noFacets, ...facets });
    });
  }

  it('have the channel, direction and outcome of a contact', () => {
    const data = { taskId: 't', channelType: 'chat', direction: 'INBOUND' };
    const events = [event('a', 0, { data }), event('b', 1, { type: 'task:ended', data })];
    expect(entryOfInteraction(interactionFrom(events, events[1]!.time)).facets).to.deep.equal({
      channel: ['chat'],
      kind: ['contact'],
      direction: ['inbound'],
      outcome: ['abandoned'],
      division: [],
    });
    const unnamed = interactionFrom([event('a', 0, { data: { taskId: 't' } })], events[1]!.time);
    expect(entryOfInteraction(unnamed).facets.direction).to.deep.equal([]);
  });

  it('are at most fifty tags, for any number of tags', () => {
    const filterTags = Array.from({ length: 100_000 }, (_, index) => `tag ${index}`);
    expect(facetsOfEvent(event('a', 0, tagged({ filterTags }))).kind).to.have.lengthOf(50);
  });
});

describe('an entry matches', () => {
  const call: Facets = { ...noFacets, channel: ['voice'], kind: ['contact'], direction: ['inbound'] };
  const claim: Facets = { ...noFacets, channel: ['web'], kind: ['#claims', '#web'], division: ['retail'] };
  const cases: readonly (readonly [when: string, Facets, Partial<Facets>, boolean])[] = [
    ['when nothing is chosen', call, {}, true],
    ['with what is chosen', call, { channel: ['voice'] }, true],
    ['with one of what is chosen', call, { channel: ['chat', 'voice'] }, true],
    ['not with something else', call, { channel: ['chat'] }, false],
    ['with every dimension', call, { channel: ['voice'], direction: ['inbound'] }, true],
    ['not with one dimension of two', call, { channel: ['voice'], direction: ['outbound'] }, false],
    ['not without a value where one is chosen', call, { outcome: ['answered'] }, false],
    ['with any of its values', claim, { kind: ['#web'] }, true],
    ['with two of its values, counted once', claim, { kind: ['#web', '#claims'], division: ['retail'] }, true],
    ['not with a part of a value', claim, { kind: ['#claim'] }, false],
    ['not with a value of another dimension', call, { division: ['voice'] }, false],
  ];
  for (const [when, facets, chosen, is] of cases) {
    it(when, () => expect(matchesFacets(facets, { ...noFacets, ...chosen })).to.equal(is));
  }
});

describe('the counts of values', () => {
  const call = (direction: 'inbound' | 'outbound'): Facets => ({
    ...noFacets,
    channel: ['voice'],
    kind: ['contact'],
    direction: [direction],
    outcome: ['answered'],
  });
  const claim: Facets = { ...noFacets, channel: ['web'], kind: ['#claims', '#web'], division: ['retail'] };
  const said = (tally: FacetCounts, chosen: Partial<Facets> = {}): string => {
    const counts = tally.counts({ ...noFacets, ...chosen });
    return dimensions.flatMap((dimension) => [...counts[dimension]].map((each) => each.join(' '))).join(', ');
  };
  const given = (): FacetCounts => {
    const tally = createFacetCounts();
    for (const facets of [call('inbound'), call('inbound'), call('outbound'), claim]) tally.add(facets, true, 1);
    return tally;
  };
  const cases: readonly (readonly [when: string, Partial<Facets>, counts: string])[] = [
    [
      'with nothing chosen: all there are',
      {},
      'voice 3, web 1, contact 3, #claims 1, #web 1, inbound 2, outbound 1, answered 3, retail 1',
    ],
    [
      'within its own dimension as if only it were chosen there',
      { channel: ['web'] },
      'voice 3, web 1, contact 0, #claims 1, #web 1, inbound 0, outbound 0, answered 0, retail 1',
    ],
    [
      'in another dimension what the choice leaves',
      { direction: ['outbound'] },
      'voice 1, web 0, contact 1, #claims 0, #web 0, inbound 2, outbound 1, answered 1, retail 0',
    ],
    [
      'with choices in two dimensions',
      { channel: ['web'], direction: ['inbound'] },
      'voice 2, web 0, contact 0, #claims 0, #web 0, inbound 0, outbound 0, answered 0, retail 0',
    ],
    [
      'with two values in one dimension',
      { kind: ['#web', '#claims'] },
      'voice 0, web 1, contact 3, #claims 1, #web 1, inbound 0, outbound 0, answered 0, retail 1',
    ],
    [
      'with a value that nothing has',
      { division: ['business'] },
      'voice 0, web 0, contact 0, #claims 0, #web 0, inbound 0, outbound 0, answered 0, retail 1',
    ],
  ];
  for (const [when, chosen, counts] of cases) {
    it(`are right ${when}`, () => expect(said(given(), chosen)).to.equal(counts));
  }

  it('are 0 for values of entries that another filter hides', () => {
    const tally = createFacetCounts();
    tally.add(claim, false, 1);
    tally.add(call('inbound'), true, 1);
    expect(said(tally)).to.equal('web 0, voice 1, #claims 0, #web 0, contact 1, inbound 1, answered 1, retail 0');
  });

  it('lose a value with its last entry, and do not depend on object identity', () => {
    const tally = given();
    tally.add({ ...claim }, true, -1);
    tally.add({ ...call('outbound') }, true, -1);
    expect(said(tally)).to.equal('voice 2, contact 2, inbound 2, answered 2');
  });

  it('keep entries apart that differ in one dimension only', () => {
    for (const dimension of dimensions) {
      const tally = createFacetCounts();
      for (const value of ['a', 'b', 'b']) tally.add({ ...noFacets, [dimension]: [value] }, true, 1);
      expect(said(tally)).to.equal('a 1, b 2');
    }
  });

  it('start again after clear', () => {
    const tally = given();
    tally.clear();
    expect(said(tally)).to.equal('');
    tally.add(claim, true, 1);
    expect(said(tally)).to.equal('web 1, #claims 1, #web 1, retail 1');
  });

  it('do not change later', () => {
    const tally = given();
    const counts = tally.counts(noFacets);
    tally.add(claim, true, 1);
    expect(counts.channel.get('web')).to.equal(1);
  });
});

describe('a filter', () => {
  it('has frames that move with now', () => {
    const now = Date.parse('2026-11-20T12:34:56Z');
    expect(timeFrames.map((frame) => (now - startOf(frame, now)) / hour)).to.deep.equal([
      Infinity,
      24,
      7 * 24,
      30 * 24,
      90 * 24,
    ]);
  });

  const active: readonly (readonly [string, Filter, boolean])[] = [
    ['not when nothing is set', noFilter, false],
    ['not with spaces to search for', { ...noFilter, query: '  ' }, false],
    ['with a query', { ...noFilter, query: 'a' }, true],
    ['with a frame', { ...noFilter, frame: '24-hours' }, true],
    ['with a range', { ...noFilter, range: { from: 0, to: 1 } }, true],
    ...dimensions.map((dimension) => [`with a ${dimension}`, choose({ [dimension]: ['x'] }), true] as const),
  ];
  for (const [when, filter, is] of active) it(`is active ${when}`, () => expect(isActive(filter)).to.equal(is));

  it('toggles a value', () => {
    const filter: Filter = { ...noFilter, query: 'a', frame: '7-days' };
    const one = toggled(filter, 'channel', 'voice');
    const two = toggled(one, 'channel', 'chat');
    const other = toggled(two, 'direction', 'inbound');
    expect(other).to.deep.equal(choose({ channel: ['voice', 'chat'], direction: ['inbound'] }, filter));
    const none = toggled(toggled(toggled(other, 'channel', 'voice'), 'channel', 'chat'), 'direction', 'inbound');
    expect(none).to.deep.equal(filter);
    expect(one.chosen.channel).to.deep.equal(['voice']);
    expect(one.chosen.kind).to.equal(filter.chosen.kind);
  });
});

describe('the initial filter', () => {
  const remembered: Filter = choose({ channel: ['chat'], kind: ['contact'], outcome: ['failed'] });
  const nothing: InitialFilterValues = { frame: 'all', defaultFilter: undefined, division: undefined };
  const cases: readonly (readonly [what: string, Partial<InitialFilterValues>, Partial<Filter['chosen']>])[] = [
    ['is what is remembered when nothing else is said', {}, {}],
    ['has the channel that the contact names, and nothing else of that', { defaultFilter: 'Telephony' }, only('voice')],
    ['knows a channel in any spelling', { defaultFilter: 'apple-messages' }, only('social')],
    ['takes other words for a tag', { defaultFilter: 'Claims' }, { channel: [], kind: ['#claims'] }],
    ['shows all channels and kinds on demand', { defaultFilter: 'All' }, { channel: [], kind: [] }],
    ['shows all on demand in more words', { defaultFilter: 'all events' }, { channel: [], kind: [] }],
    ['does not take every word with all in it for all', { defaultFilter: 'Allianz' }, tag('#allianz')],
    ['has the division of the contact, in lower case', { division: 'Retail' }, { division: ['retail'] }],
    [
      'has both',
      { division: 'Retail', defaultFilter: 'email' },
      { channel: ['email'], kind: [], division: ['retail'] },
    ],
  ];
  for (const [what, values, chosen] of cases) {
    it(what, () => {
      expect(initialFilter(remembered, { ...nothing, ...values })).to.deep.equal(choose(chosen, remembered));
    });
  }

  it('has the saved frame, else that of the layout', () => {
    const frames = (['all', '24-hours'] as const).map(
      (frame) => initialFilter({ ...noFilter, frame }, { ...nothing, frame: '90-days' }).frame,
    );
    expect(frames).to.deep.equal(['90-days', '24-hours']);
  });

  function only(channel: 'voice' | 'social'): Partial<Facets> {
    return { channel: [channel], kind: [] };
  }
  function tag(kind: string): Partial<Facets> {
    return { channel: [], kind: [kind] };
  }
});

describe('the saved choices of a filter', () => {
  const remembered: Filter = choose({ channel: ['chat'], outcome: ['failed'] }, { ...noFilter, frame: '7-days' });
  const before = initialFilter(remembered, { frame: 'all', defaultFilter: 'email', division: 'Retail' });
  const changed = (dimension: Dimension, values: readonly string[]): Filter => choose({ [dimension]: values }, before);
  const cases: readonly (readonly [what: string, after: Filter, Filter])[] = [
    ['is nothing new when the agent changes nothing', before, remembered],
    ['leaves out a query', { ...before, query: 'secret' }, remembered],
    [
      'leaves out what came with the contact',
      changed('outcome', ['answered']),
      choose({ outcome: ['answered'] }, remembered),
    ],
    [
      'has what the agent chose instead of what came with it',
      changed('channel', ['voice']),
      choose({ channel: ['voice'] }, remembered),
    ],
    ['has what the agent took away', changed('outcome', []), choose({ outcome: [] }, remembered)],
    ['has the frame when the agent changed it', { ...before, frame: 'all' }, { ...remembered, frame: 'all' }],
    ['forgets everything when the agent clears everything', noFilter, noFilter],
  ];
  for (const [what, after, expected] of cases) {
    it(what, () => expect(agentChoices(remembered, before, after)).to.deep.equal(expected));
  }

  it('do not include the frame of the layout', () => {
    const fresh = initialFilter(noFilter, { frame: '30-days', defaultFilter: undefined, division: undefined });
    expect(agentChoices(noFilter, fresh, toggled(fresh, 'channel', 'voice')).frame).to.equal('all');
  });
});
