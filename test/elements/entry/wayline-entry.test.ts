import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type { LitElement } from 'lit';
import { entryOfEvent, entryOfInteraction, type Entry } from '../../../src/domain/timeline/entry.js';
import type { InteractionRecord } from '../../../src/domain/interaction/interaction-record.js';
import type { JourneyEvent } from '../../../src/domain/event/event.js';
import { taskIdOfInteraction, interactionFrom } from '../../../src/domain/interaction/interaction.js';
import { termsOf } from '../../../src/domain/search/search.js';
import { noTerms } from '../../../src/domain/search/no-terms.js';
import { rawKey, type ToggleEntryEvent } from '../../../src/elements/shared/events/toggle-entry-event.js';
import type { WaylineEntry } from '../../../src/elements/entry/wayline-entry.js';
import '../../support/whole-widget.js';
import { event } from '../../support/events.js';
import { putOnGround } from '../../support/ground.js';
import { button, deepAll, textIn } from '../../support/shadow-text.js';
import { displayOf } from '../../support/display.js';

const ten = Date.parse('2026-11-20T10:00:00Z');
const hostile = '<img src=x onerror=alert(1)>\u202Eevil';
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

function entryOf(events: readonly JourneyEvent[]): Entry | undefined {
  const [first] = events;
  if (first === undefined) return undefined;
  return taskIdOfInteraction(first) === undefined
    ? entryOfEvent(first)
    : entryOfInteraction(interactionFrom(events, ten + 600_000));
}

async function settled(element: WaylineEntry): Promise<void> {
  await element.updateComplete;
  for (const inner of ['wayline-event', 'wayline-details']) {
    await Promise.all(deepAll<LitElement>(element, inner).map(({ updateComplete }) => updateComplete));
  }
}

async function shownWith(parts: Partial<WaylineEntry>, ...events: readonly JourneyEvent[]): Promise<WaylineEntry> {
  const element = await fixture<WaylineEntry>(
    html`<wayline-entry .entry=${entryOf(events)} .now=${ten + 600_000} .display=${displayOf()}></wayline-entry>`,
  );
  Object.assign(element, parts);
  await settled(element);
  return element;
}

const shown = (...events: readonly JourneyEvent[]) => shownWith({}, ...events);

async function opened(...events: readonly JourneyEvent[]) {
  const element = await shown(...events);
  element.shadowRoot!.querySelector<HTMLElement>('.title')!.click();
  await settled(element);
  return element;
}

const inside = <T extends Element = HTMLElement>(element: WaylineEntry, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector)!;

const call = (id: string, minute: number, type: string, data: object = {}) =>
  event(id, minute, { type, data: { taskId: 't', zero: 0, ...data }, raw: { id, type } });
const order = (data: object, parts: Partial<JourneyEvent> = {}) =>
  event('o', 0, { source: 'shop', type: 'order:shipped', data: { ...data }, raw: {}, ...parts });
const answered = [call('c3', 4, 'task:ended'), call('c2', 1, 'task:connected'), call('c1', 0, 'task:new')];

describe('<wayline-entry>', () => {
  it('draws its details only while open, from a button that says so', async () => {
    const element = await shown(event('a', 0, { source: 'shop', type: 'order:shipped', data: { parcels: 0 } }));
    const title = element.shadowRoot!.querySelector<HTMLButtonElement>('button.title')!;
    expect([title.ariaExpanded, deepAll(element, '.details').length]).to.deep.equal(['false', 0]);
    setTimeout(() => title.click());
    await oneEvent(element, 'wayline-toggle-entry');
    await element.updateComplete;
    expect([title.ariaExpanded, deepAll(element, '.details').length]).to.deep.equal(['true', 1]);
    title.click();
    await element.updateComplete;
    expect(deepAll(element, '.details')).to.have.lengthOf(0);
  });

  it('shows every field, also 0, false, null and nested ones, and the raw data', async () => {
    const data = { parcels: 0, insured: false, gift: null, box: { size: { width: 3 } } };
    const element = await opened(
      event('a', 0, { source: 'shop', type: 'order:shipped', data, raw: { id: 'a', mark: 7, data } }),
    );
    const words = spaced(textIn(element));
    for (const part of ['parcels 0', 'insured false', 'gift null', 'box › size › width 3', 'mark 7']) {
      expect(words).to.contain(part);
    }
    button(element, 'Raw data')!.click();
    const [details] = deepAll<WaylineEntry>(element, 'wayline-event');
    await details!.updateComplete;
    expect(deepAll(element, 'pre')[0]!.textContent).to.contain('"mark": 7');
  });

  it('shows the exact time, its age, and the local time of the customer', async () => {
    const parts = { display: displayOf({ customerZone: 'Asia/Tokyo' }), open: true };
    const began = 'Friday, 20 November 2026 at 10:00:00 UTC · 10 minutes ago · 19:00 there (Tokyo)';
    const contact = spaced(textIn(await shownWith(parts, ...answered)));
    expect(contact).to.contain(`Started ${began}`);
    expect(contact).to.contain('at 10:04:00 UTC · 6 minutes ago · 19:04 there (Tokyo)');
    expect(spaced(textIn(await shownWith(parts, order({}))))).to.contain(`Time ${began}`);
    const other = await shownWith({ ...parts, display: displayOf({ customerZone: 'Pacific/Kiritimati' }) }, order({}));
    expect(spaced(textIn(other))).to.contain('00:00 there (Kiritimati), 21 Nov 2026');
    expect(textIn(await shownWith({ open: true }, order({})))).not.to.contain('there');
  });

  it('shows the same in the tooltip of the time, and opens when the time is pressed', async () => {
    const element = await shownWith({ display: displayOf({ customerZone: 'Asia/Tokyo' }) }, order({}));
    const time = inside(element, 'time');
    expect(time.title).to.equal('Friday, 20 November 2026 at 10:00:00 UTC');
    const { left, top, width } = time.getBoundingClientRect();
    expect(element.shadowRoot!.elementFromPoint(left + width / 2, top + 4) === time).to.equal(true);
    time.dispatchEvent(new PointerEvent('pointerenter'));
    expect(time.title).to.match(/^Friday, 20 November 2026 at 10:00:00 UTC · .+ · 19:00 there \(Tokyo\)$/);
    time.click();
    await element.updateComplete;
    expect(element.open).to.equal(true);
  });

  it('opens each event of a contact within two steps', async () => {
    const element = await opened(
      call('c3', 2, 'task:ended'),
      call('c2', 1, 'task:connected'),
      call('c1', 0, 'task:new'),
    );
    expect(deepAll(element, '.event')).to.have.lengthOf(3);
    button(element, 'Contact started')!.click();
    await element.updateComplete;
    const [details] = deepAll<WaylineEntry>(element, 'wayline-event');
    await details!.updateComplete;
    expect(spaced(textIn(details!)))
      .to.contain('zero 0')
      .and.contain('id c1');
  });

  it('draws the legs in proportion, without a style attribute in any template', async () => {
    const element = await shown(
      call('c3', 4, 'task:ended'),
      call('c2', 1, 'task:connected'),
      call('c1', 0, 'task:new'),
    );
    const grow = deepAll<HTMLElement>(element, '.bar i').map(({ style }) => style.flexGrow);
    expect(grow).to.deep.equal(['60', '180']);
  });

  it('links only safe addresses', async () => {
    const data = {
      good: 'https://example.com/t',
      bad: 'javascript:alert(1)',
      mixed: '[go](javascript:alert(1)) [mail](mailto:a@example.org)',
    };
    const element = await opened(event('a', 0, { source: 'shop', type: 'order:shipped', data, raw: {} }));
    const links = deepAll<HTMLAnchorElement>(element, 'a');
    expect(links.map(({ href, rel }) => `${href} ${rel}`)).to.deep.equal([
      'https://example.com/t noopener noreferrer',
      'mailto:a@example.org noopener noreferrer',
    ]);
    expect(textIn(element)).to.contain('javascript:alert(1)');
  });

  it('shows external markup, direction marks and megabytes as text', async () => {
    const uiData = { title: hostile, subTitle: 'x'.repeat(1_000_000) };
    const element = await opened(
      event('a', 0, { source: 'shop', type: 'order:shipped', data: { uiData, note: hostile } }),
    );
    expect(deepAll(element, 'img')).to.have.lengthOf(0);
    expect(spaced(textIn(element.shadowRoot!.querySelector('.title')!))).to.equal(hostile);
    expect(element.shadowRoot!.querySelector('.title bdi')).to.be.instanceOf(HTMLElement);
    expect(element.shadowRoot!.querySelector('.subtitle')!.textContent).to.have.lengthOf(240);
  });

  it('shows the raw text of unreadable data', async () => {
    const element = await opened(event('a', 0, { readable: false, type: '', source: '', raw: '{"half": "a' }));
    expect(textIn(element)).to.contain('Unreadable event').and.contain('{"half": "a');
  });

  it('accepts a time that no Date can hold', async () => {
    const element = await shown(event('a', Infinity, { source: 'shop', type: 'order:shipped' }));
    expect(element.shadowRoot!.querySelector('time')!.hasAttribute('datetime')).to.equal(false);
  });

  it('lists a hundred events of a contact that has thousands, and all of them on request', async () => {
    const holds = Array.from({ length: 3000 }, (_, index) => call(`h${index}`, index, 'task:on-hold'));
    const element = await opened(...holds);
    const listed = () => element.shadowRoot!.querySelectorAll('.event').length;
    expect(listed()).to.equal(100);
    const whole = [...element.shadowRoot!.querySelectorAll('button')].find(({ innerText }) =>
      /Show all 3,000/.test(innerText),
    );
    whole!.click();
    await element.updateComplete;
    expect(listed()).to.equal(3000);
  });
});

describe('a contact in <wayline-entry>', () => {
  const state = (id: string, minute: number, agentId: string, currentState: string) =>
    event(id, minute, { type: 'agent:state_change', data: { taskId: 't1', agentId, currentState } });
  const handedOn = [
    call('e', 9, 'task:ended', { terminatingParty: 'Customer', reason: 'Customer Left', queueName: 'Retention' }),
    state('d', 5, 'a2', 'connected'),
    call('c', 5, 'task:connected', { queueName: 'Retention' }),
    call('b', 4, 'task:connect', { queueName: 'Retention' }),
    state('a', 1, 'a1', 'connected'),
    call('2', 1, 'task:connected', { queueName: 'Billing' }),
    call('1', 0, 'task:new'),
  ];
  const legend = (element: WaylineEntry) =>
    deepAll<HTMLElement>(element, '.legend li').map(({ textContent }) => spaced(textContent));
  const record = {
    turns: [
      { at: ten + 61_000, agentId: 'a1', agentName: 'Maria Silva' },
      { at: ten + 301_000, agentId: undefined, agentName: 'Tom Baker' },
    ],
  } as unknown as InteractionRecord;

  it('shows each agent’s talk, with the name if it is known', async () => {
    expect(legend(await shown(...handedOn))).to.deep.equal(['IVR 1:00', 'Talk 3:00', 'Ringing 1:00', 'Talk 4:00']);
    const named = await shownWith({ agentName: (id) => (id === 'a2' ? 'Ann' : undefined) }, ...handedOn);
    expect(legend(named).at(-1)).to.equal('Ann 4:00');
    expect(legend(await shownWith({ record }, ...handedOn))).to.include.members(['Maria Silva 3:00', 'Tom Baker 4:00']);
  });

  it('shows who ended it, who handled it, how it was transferred, and its direction', async () => {
    const words = spaced(textIn(await opened(...handedOn)));
    for (const row of [
      'Reason Customer left',
      'Agent a1 · a2',
      '10:04:00 · cold · Retention',
      'Queue Billing › Retention',
    ])
      expect(words).to.contain(row);
  });
});

describe('a search in <wayline-entry>', () => {
  const marked = (node: Element) => deepAll<HTMLElement>(node, 'mark').map(({ textContent }) => textContent);
  const found = (element: WaylineEntry) =>
    deepAll<HTMLElement>(element, '.found').map((list) => spaced(list.innerText));
  const search = (query: string, ...events: readonly JourneyEvent[]) => shownWith({ terms: termsOf(query) }, ...events);

  it('marks title and subtitle', async () => {
    const element = await search(
      'parcel BERLIN',
      order({ uiData: { title: 'A parcel', subTitle: 'Parcels to Berlin' } }),
    );
    expect(marked(inside(element, '.title'))).to.deep.equal(['parcel']);
    expect(marked(inside(element, '.subtitle'))).to.deep.equal(['Parcel', 'Berlin']);
    expect(found(element)).to.deep.equal([]);
  });

  it('marks a tag', async () => {
    const element = await search('going', call('c2', 1, 'task:connected'), call('c1', 0, 'task:new'));
    expect(marked(inside(element, '.tag'))).to.deep.equal(['going']);
  });

  it('marks nothing, and finds nothing, without terms', async () => {
    const element = await search('', order({ orderNumber: 'A-1009' }));
    expect([element.terms === noTerms, marked(element), found(element)]).to.deep.equal([true, [], []]);
  });

  it('shows the matching text in a closed entry, unless it is visible already', async () => {
    const uiData = { title: 'A parcel', subTitle: 'on its way' };
    const parcel = order({ orderNumber: 'A-1009', uiData });
    expect(found(await search('a-1009', parcel))).to.deep.equal(['orderNumber A-1009']);
    expect(marked(await search('a-1009', parcel))).to.deep.equal(['A-1009']);
    expect(found(await search('parcel', parcel))).to.deep.equal([]);
    expect(found(await search('parcel 1009', parcel))).to.deep.equal(['orderNumber A-1009']);
  });

  it('shows at most three fields', async () => {
    const data = { uiData: { title: 'A parcel', subTitle: 'x' }, a: 'hit', b: 'hit', c: 'hit', d: 'hit' };
    expect(found(await search('hit', order(data)))).to.deep.equal(['a hit b hit c hit']);
  });

  it('marks the matching events of an open contact', async () => {
    const events = [
      call('c2', 1, 'task:connected', { queueName: 'Retention', note: 'about A-1009' }),
      call('c1', 0, 'task:new'),
    ];
    const element = await shownWith({ open: true, terms: termsOf('retention 1009 accepted') }, ...events);
    const rows = [...inside(element, 'ol').children].map((row) => spaced(textIn(row)));
    expect(rows).to.deep.equal(['Agent accepted 10:01:00 queueName Retention', 'Contact started 10:00:00']);
    expect(marked(inside(element, '.definitions'))).to.deep.equal(['Retention']);
    expect(marked(inside(element, '.event'))).to.deep.equal(['accepted']);
  });

  it('marks details, links and raw data', async () => {
    const data = { page: 'https://example.com/parcels', note: '[my parcel](https://example.com)', n: 1009 };
    const element = await shownWith(
      { open: true, terms: termsOf('parcel 1009') },
      order(data, { raw: { id: 'p-1009', data } }),
    );
    const links = deepAll<HTMLAnchorElement>(element, 'a');
    expect(links.map((link) => [link.href, ...marked(link)])).to.deep.equal([
      ['https://example.com/parcels', 'parcel'],
      ['https://example.com/', 'parcel'],
    ]);
    button(element, 'Raw data')!.click();
    await settled(element);
    expect(marked(deepAll(element, 'pre')[0]!)).to.deep.equal(['1009', 'parcel', 'parcel', '1009']);
    expect(marked(element)).to.include.members(['1009']);
  });

  it('follows the query', async () => {
    const element = await search('parcel', order({ uiData: { title: 'A parcel for Ann', subTitle: 'x' } }));
    element.terms = termsOf('ann');
    await settled(element);
    expect(marked(element)).to.deep.equal(['Ann']);
  });

  it('marks external markup as text', async () => {
    const element = await search('src', order({ uiData: { title: hostile, subTitle: 'x' } }));
    expect([marked(element), deepAll(element, 'img').length]).to.deep.equal([['src'], 0]);
    expect(spaced(textIn(inside(element, '.title')))).to.equal(hostile);
  });

  it('does not draw thousands of marks', async () => {
    const text = 'e '.repeat(4_000);
    const element = await shownWith({ open: true, terms: termsOf('e') }, order({ text }));
    const value = deepAll<HTMLElement>(element, 'dd bdi')[0]!;
    expect([marked(value).length, value.textContent === text]).to.deep.equal([100, true]);
  });

  for (const scheme of ['light', 'dark']) {
    it(`is accessible in ${scheme}: marks in titles, tags, links and fields can be read`, async () => {
      const events = [call('c2', 1, 'task:connected', { page: 'https://t.example' }), call('c1', 0, 'task:new')];
      const element = await shownWith({ terms: termsOf('ongoing c1 t'), position: 1, setSize: 2 }, ...events);
      putOnGround(element, scheme);
      await expect(element).to.be.accessible();
      element.open = true;
      element.openEvents = new Set(events.map(({ key }) => key));
      await settled(element);
      expect(marked(element).length).to.be.above(9);
      await expect(element).to.be.accessible();
    });
  }
});

describe('<wayline-entry> in a feed', () => {
  const inFeed = (parts: Partial<WaylineEntry> = {}) =>
    shownWith({ position: 3, setSize: 7, ...parts }, order({ uiData: { title: 'A parcel', subTitle: 'x' } }));
  const item = (element: WaylineEntry) => inside(element, '.item');

  it('is an article with its position, labelled by its title and time', async () => {
    const element = await inFeed();
    const { ariaPosInSet, ariaSetSize, role } = item(element);
    expect([role, ariaPosInSet, ariaSetSize]).to.deep.equal(['article', '3', '7']);
    const label = item(element).getAttribute('aria-labelledby')!.split(' ');
    expect(label.map((id) => spaced(inside(element, `#${id}`).textContent))).to.deep.equal(['A parcel', '10:00']);
    await expect(element).to.be.accessible();
  });

  it('says that the length of the feed is unknown', async () => {
    const element = await shownWith({ position: 1 }, order({}));
    expect(item(element).ariaSetSize).to.equal('-1');
  });

  it('is a plain row outside of a feed', async () => {
    const { attributes } = item(await shown(order({})));
    expect([...attributes].map(({ name }) => name)).to.deep.equal(['class']);
  });

  it('takes the focus as a whole; outside of a feed its button does', async () => {
    const article = await inFeed();
    article.focus();
    expect(article.shadowRoot!.activeElement === item(article)).to.equal(true);
    const line = await shown(order({}));
    line.focus();
    expect(line.shadowRoot!.activeElement === inside(line, '.title')).to.equal(true);
  });

  it('takes the focus as soon as it is drawn', async () => {
    const element = document.createElement('wayline-entry');
    Object.assign(element, { entry: entryOf([order({})]), position: 1 });
    (await fixture(html`<div></div>`)).append(element);
    element.focus();
    await element.updateComplete;
    expect(element.shadowRoot!.activeElement === item(element)).to.equal(true);
  });

  it('is a stop for Tab only where the feed says so', async () => {
    expect([item(await inFeed()).tabIndex, item(await inFeed({ current: true })).tabIndex]).to.deep.equal([-1, 0]);
  });

  it('starts with the day heading, if it is the first of a day', async () => {
    const heading = 'Yesterday Thursday 19 November';
    const [plain, first] = [await inFeed(), await inFeed({ heading })];
    expect([inside(plain, 'h3'), inside(first, 'h3').textContent]).to.deep.equal([null, heading]);
    expect(item(first).firstElementChild === inside(first, 'h3')).to.equal(true);
    expect(inside(first, 'h3').getBoundingClientRect().height).to.be.below(2);
    await expect(first).to.be.accessible();
  });

  it('looks the same at any time, unless a part of it is ongoing', async () => {
    const after = async (...events: readonly JourneyEvent[]) => {
      const element = await shownWith({ now: 0 }, ...events);
      const before = textIn(element);
      element.now = ten + 3_600_000;
      await settled(element);
      return textIn(element) === before;
    };
    expect(await after(...answered)).to.equal(true);
    expect(await after(...answered.slice(1))).to.equal(false);
  });

  it('reports the parts that are opened, and opens the parts that are set', async () => {
    const element = await shownWith({ open: true }, ...answered);
    const told: [string, boolean][] = [];
    element.addEventListener('wayline-toggle-entry', ({ key, open }: ToggleEntryEvent) => told.push([key, open]));
    button(element, 'Contact started')!.click();
    await settled(element);
    button(element, 'Raw data')!.click();
    await settled(element);
    button(element, 'Contact started')!.click();
    const one = answered[2]!;
    expect(told).to.deep.equal([
      [one.key, true],
      [rawKey(one), true],
      [one.key, false],
    ]);

    const another = await shownWith({ open: true, openEvents: new Set([one.key, rawKey(one)]) }, ...answered);
    expect(deepAll(another, 'wayline-event')).to.have.lengthOf(1);
    expect(deepAll(another, 'pre')).to.have.lengthOf(1);
    another.entry = entryOf([order({})]);
    await settled(another);
    expect(deepAll(another, 'pre')).to.have.lengthOf(0);
  });

  it('needs few elements while it is closed', async () => {
    const count = (element: WaylineEntry) => 1 + deepAll(element, '*').length;
    expect(count(await inFeed({ heading: 'Today' }))).to.be.at.most(13);
    expect(count(await shown(...answered))).to.be.at.most(16);
  });
});
