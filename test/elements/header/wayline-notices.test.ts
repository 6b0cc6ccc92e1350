import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import { createEmulator, type Emulator } from '../../../demo/emulator/emulator.js';
import { emulatorFetch } from '../../../demo/emulator/respond.js';
import { demoProjectId, seedDemoWorld } from '../../../demo/scenarios/customers.js';
import { contact, course, idFor } from '../../../demo/scenarios/happenings.js';
import { addressKey } from '../../../src/domain/address/customer-key.js';
import type { Insight } from '../../../src/domain/timeline/insight.js';
import { insightText } from '../../../src/elements/shared/text/describe-insight.js';
import { InsightsModel } from '../../../src/elements/journey/insights-model.js';
import type { NoticeEvent } from '../../../src/elements/shared/events/notice-event.js';
import type { WaylineJourney } from '../../../src/elements/journey/wayline-journey.js';
import { WaylineNotices } from '../../../src/elements/header/wayline-notices.js';
import { en } from '../../support/english.js';
import { createTimeline } from '../../../src/domain/timeline/timeline.js';
import { event } from '../../support/events.js';
import '../../support/whole-widget.js';
import { waitUntil } from '../../support/wait-until.js';

const one: readonly string[] = ['a'];
const three: readonly string[] = ['a', 'b', 'c'];

const texts: readonly (readonly [insight: Insight, text: string])[] = [
  [{ kind: 'open', count: 1, keys: one }, 'Contact still open'],
  [{ kind: 'open', count: 3, keys: three }, '3 contacts still open'],
  [{ kind: 'repeat', count: 1, days: 7, keys: one }, '1st contact in 7 days'],
  [{ kind: 'repeat', count: 2, days: 7, keys: one }, '2nd contact in 7 days'],
  [{ kind: 'repeat', count: 3, days: 7, keys: three }, '3rd contact in 7 days'],
  [{ kind: 'repeat', count: 11, days: 14, keys: three }, '11th contact in 14 days'],
  [{ kind: 'low-csat', score: 2, best: 5, keys: one }, 'Last CSAT 2 of 5'],
  [{ kind: 'low-nps', score: 0, best: 10, keys: one }, 'Last NPS 0 of 10'],
  [{ kind: 'negative-sentiment', keys: one }, 'Last sentiment negative'],
  [{ kind: 'transferred', count: 2, days: 7, keys: one }, 'Transferred 2 times in 7 days'],
  [{ kind: 'no-reply', count: 1, keys: one }, 'Email without a reply'],
  [{ kind: 'no-reply', count: 2, keys: three }, '2 emails without a reply'],
  [{ kind: 'held', duration: 412_000, keys: one }, 'On hold for 6:52'],
  [{ kind: 'abandoned', count: 1, daysAgo: 0, keys: one }, 'Abandoned today'],
  [{ kind: 'abandoned', count: 1, daysAgo: 1, keys: one }, 'Abandoned yesterday'],
  [{ kind: 'abandoned', count: 2, daysAgo: 3, keys: three }, 'Abandoned 2 times, last 3 days ago'],
  [{ kind: 'switched', from: 'chat', to: 'voice', keys: one }, 'Switched from Chat to Voice'],
  [{ kind: 'since-looked', count: 1, keys: one }, '1 entry since you last looked'],
  [{ kind: 'since-spoken', count: 3, keys: three }, '3 entries since your last contact'],
  [{ kind: 'first-contact', keys: one }, 'First contact'],
];

const [repeat, csat, transferred, held] = [texts[4]![0], texts[6]![0], texts[9]![0], texts[12]![0]] as const;

const notices = (parts: Partial<WaylineNotices>): Promise<WaylineNotices> =>
  fixture<WaylineNotices>(html`<wayline-notices></wayline-notices>`).then(async (element) => {
    Object.assign(element, parts);
    await element.updateComplete;
    return element;
  });
const buttonsIn = (element: Element): readonly HTMLButtonElement[] => [
  ...(element.shadowRoot?.querySelectorAll('button') ?? []),
];
const textsIn = (element: Element): readonly string[] => buttonsIn(element).map((button) => button.innerText);

describe('<wayline-notices>', () => {
  for (const [insight, text] of texts) {
    it(`says "${text}"`, () => {
      expect(insightText(insight, en)).to.equal(text);
    });
  }

  it('shows the three most urgent notices, each named by its text and its entries', async () => {
    const element = await notices({ insights: [repeat, csat, transferred] });
    expect(textsIn(element)).to.deep.equal([
      '3rd contact in 7 days',
      'Last CSAT 2 of 5',
      'Transferred 2 times in 7 days',
    ]);
    expect(buttonsIn(element).map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      '3rd contact in 7 days, show the 3 entries',
      'Last CSAT 2 of 5, show the entry',
      'Transferred 2 times in 7 days, show the entry',
    ]);
    expect(buttonsIn(element).map(({ className }) => className)).to.deep.equal(['warn', 'bad', 'plain']);
  });

  it('folds all notices after the third, and moves the focus to the unfolded ones', async () => {
    const element = await notices({ insights: [repeat, csat, transferred, held] });
    const more = buttonsIn(element)[3]!;
    expect([more.textContent.trim(), more.title]).to.deep.equal(['+1, 1 more notice', '1 more notice']);
    more.focus();
    more.click();
    await element.updateComplete;
    expect(textsIn(element)).to.have.lengthOf(4);
    expect(textsIn(element)[3]).to.contain('On hold');
    await waitUntil(() => element.shadowRoot!.activeElement === buttonsIn(element)[3]);
  });

  it('is accessible in both schemes, its buttons large enough, and wraps within 240 pixels', async () => {
    for (const scheme of ['light', 'dark']) {
      const element = await notices({ insights: [repeat, csat, transferred], shown: 'low-csat' });
      element.style.cssText = `color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#1b1d20' : '#fff'}; inline-size: 240px`;
      await expect(element).to.be.accessible();
      for (const button of buttonsIn(element)) {
        const { height, right } = button.getBoundingClientRect();
        expect(height).to.be.at.least(24);
        expect(right).to.be.at.most(element.getBoundingClientRect().right);
      }
    }
  });

  it('reports the notice that the agent chose, also by keyboard, and marks the notice whose entries are shown', async () => {
    const element = await notices({ insights: [repeat, csat], shown: 'repeat' });
    expect(buttonsIn(element).map(({ ariaPressed }) => ariaPressed)).to.deep.equal(['true', 'false']);
    buttonsIn(element)[1]!.focus();
    const told = oneEvent<NoticeEvent>(element, 'wayline-notice');
    await sendKeys({ press: 'Enter' });
    expect((await told).insight).to.equal(csat);
  });

  it('keeps the height of one notice free while loading', async () => {
    const element = await notices({ loading: true });
    const loading = element.getBoundingClientRect().height;
    element.insights = [csat];
    await element.updateComplete;
    expect(element.getBoundingClientRect().height).to.equal(loading);
    expect(loading).to.be.above(0);
    Object.assign(element, { insights: [], loading: false });
    await element.updateComplete;
    expect(element.getBoundingClientRect().height).to.equal(0);
  });
});

describe('what came since the agent last looked', () => {
  const ten = Date.parse('2026-11-20T10:00:00Z');
  const minute = 60_000;
  const page = (id: string, at: number) => event(id, at, { source: 'shop', type: 'page:seen' });
  const keyOf = (value: string) => addressKey([{ kind: 'opaque', value }]);
  const stage = () => {
    const watch = new InsightsModel(undefined);
    const timelines = new Map<string, ReturnType<typeof createTimeline>>();
    const holder = { of: 'person 1' };
    const show = (customer: string, at: number, ...ids: readonly (readonly [id: string, at: number])[]) => {
      const timeline = timelines.get(customer) ?? createTimeline(() => true);
      timelines.set(customer, timeline);
      timeline.add(
        ids.map(([id, time]) => page(id, time)),
        ten + at * minute,
      );
      watch.start(keyOf(customer), ten + at * minute);
      const context = { now: ten + at * minute, zone: 'UTC', task: undefined, agentId: '', complete: true };
      watch.follow(timeline.known, { ...context, person: holder.of, thresholds: undefined });
      return watch.insights.map((insight) => ('count' in insight ? insight.count : 0));
    };
    return { holder, watch, show };
  };

  it('is nothing the first time, then the events since the last look, then nothing again', () => {
    const { show } = stage();
    expect(show('ann', 0, ['a', -5], ['b', -3])).to.deep.equal([]);
    expect(show('bob', 1, ['x', -5])).to.deep.equal([]);
    expect(show('ann', 10, ['c', 2], ['d', 9])).to.deep.equal([2]);
    expect(show('ann', 11)).to.deep.equal([]);
  });

  it('is cleared with the customer and with another agent', () => {
    const { show, watch } = stage();
    show('ann', 0, ['a', -5]);
    show('bob', 0, ['x', -5]);
    watch.forget(keyOf('ann'));
    expect(show('ann', 10, ['c', 2])).to.deep.equal([]);
    expect(show('bob', 10, ['y', 2])).to.deep.equal([1]);
    watch.forgetAll();
    expect(show('bob', 20, ['z', 12])).to.deep.equal([]);
  });

  it('is nothing for a person who got the address while the agent was with other customers', () => {
    const { holder, show } = stage();
    show('ann', 0, ['a', -5]);
    holder.of = 'person 2';
    expect(show('ann', 10, ['b', 2])).to.deep.equal([]);
    expect(show('ann', 20, ['c', 12])).to.deep.equal([1]);
    holder.of = '';
    expect(show('ann', 30, ['d', 22]), 'while nobody knows who it is').to.deep.equal([]);
  });

  it('is remembered for a hundred customers', () => {
    const { show } = stage();
    for (let index = 0; index <= 100; index++) show(`customer ${index}`, 0, [`a ${index}`, -5]);
    expect(show('customer 0', 10, ['new', 2])).to.deep.equal([]);
    expect(show('customer 2', 10, ['news', 2])).to.deep.equal([1]);
  });
});

describe('<wayline-journey> with notices', function () {
  this.timeout(20_000);

  const realFetch = globalThis.fetch;
  let emulator: Emulator;

  beforeEach(() => {
    localStorage.clear();
    emulator = createEmulator({ seed: seedDemoWorld });
    globalThis.fetch = emulatorFetch(emulator.handlers);
  });

  afterEach(() => {
    globalThis.fetch = realFetch;
    localStorage.clear();
  });

  const call = (ani: string) => ({
    interactionId: `task ${ani}`,
    mediaType: 'telephony',
    contactDirection: 'INBOUND',
    ani,
  });

  async function journey(properties: object = {}): Promise<WaylineJourney> {
    const element = document.createElement('wayline-journey');
    Object.assign(element, {
      bearerToken: 'one',
      dataCenter: 'produs1',
      interactionData: call('+14155550132'),
      ...properties,
    });
    await fixture(html`<div style="block-size: 800px">${element}</div>`);
    await waitUntil(() => timelineIn(element)?.history?.status === 'ready');
    return element;
  }
  const timelineIn = (element: WaylineJourney) => element.shadowRoot!.querySelector('wayline-timeline')!;
  const noticesIn = (element: WaylineJourney) => element.shadowRoot!.querySelector('wayline-notices');
  const notice = (element: WaylineJourney, words: RegExp) =>
    buttonsIn(noticesIn(element)!).find((button) => words.test(button.innerText))!;
  const shownIn = (element: WaylineJourney) => timelineIn(element).view!.shown;
  const chipsIn = (element: WaylineJourney) => [
    ...timelineIn(element)
      .shadowRoot!.querySelector('wayline-filters')!
      .shadowRoot!.querySelectorAll<HTMLButtonElement>('.chip'),
  ];
  const chip = (element: WaylineJourney, words: RegExp) => chipsIn(element).find((one) => words.test(one.textContent));
  async function settle(element: WaylineJourney): Promise<void> {
    await element.updateComplete;
    await timelineIn(element).updateComplete;
  }
  async function press(element: WaylineJourney, button: HTMLButtonElement): Promise<void> {
    button.click();
    await settle(element);
  }

  it('shows the notices of the demo’s first customer', async () => {
    const element = await journey();
    expect(textsIn(noticesIn(element)!)).to.deep.equal([
      '5th contact in 7 days',
      'Last CSAT 2 of 5',
      'Transferred 2 times in 7 days',
      '+2\n, 2 more notices',
    ]);
  });

  it('shows exactly the entries of a notice, goes to the newest, and restores the previous filter', async () => {
    const element = await journey({ timeFrame: '30-days' });
    const before = shownIn(element).length;
    const total = timelineIn(element).view!.total;
    await press(element, notice(element, /^Transferred/));
    expect(shownIn(element).map(({ facets }) => facets.outcome[0])).to.deep.equal(['transferred', 'transferred']);
    expect(chip(element, /of \d+ match/)!.textContent).to.include(`2 of ${total} match`);
    await waitUntil(() => timelineIn(element).shadowRoot!.activeElement?.localName === 'wayline-entry');
    const focused = timelineIn(element).shadowRoot!.activeElement as HTMLElementTagNameMap['wayline-entry'];
    expect([focused.entry?.key, focused.open]).to.deep.equal([shownIn(element).at(-1)!.key, false]);
    await press(element, chip(element, /Transferred 2 times in 7 days/)!);
    expect(shownIn(element).length).to.equal(before);
    expect(timelineIn(element).filter.frame).to.equal('30-days');
  });

  it('opens a single entry at once, and the same notice shows all entries again', async () => {
    const element = await journey();
    await press(element, notice(element, /^Last CSAT/));
    await waitUntil(() => timelineIn(element).shadowRoot!.activeElement?.localName === 'wayline-entry');
    const entry = timelineIn(element).shadowRoot!.activeElement as HTMLElementTagNameMap['wayline-entry'];
    expect(entry.open).to.equal(true);
    expect(notice(element, /^Last CSAT/).ariaPressed).to.equal('true');
    await press(element, notice(element, /^Last CSAT/));
    expect(shownIn(element).length).to.equal(timelineIn(element).view!.total);
    expect(notice(element, /^Last CSAT/).ariaPressed).to.equal('false');
  });

  it('does not save the notice’s filter, and clears it with another customer', async () => {
    const element = await journey({ agentId: 'maria' });
    await press(element, notice(element, /^Last CSAT/));
    chip(element, /Custom/)!.click();
    await settle(element);
    expect(localStorage.length).to.equal(0);
    element.interactionData = call('+447700900481');
    await element.updateComplete;
    await waitUntil(() => timelineIn(element)?.history?.status === 'ready');
    expect(timelineIn(element).filter.only).to.equal(undefined);
    expect(localStorage.length).to.equal(0);
  });

  it('follows live events: an answered contact leaves, with its notice and chip', async () => {
    const element = await journey({ insightThresholds: { transfers: 9, repeatContacts: 99, lowCsat: 0 } });
    const world = emulator.world;
    const letter = idFor('anais letter');
    await press(element, notice(element, /^Email without/));
    expect(shownIn(element).map(({ key }) => key)).to.deep.equal([`task ${letter}`]);
    const about = {
      taskId: letter,
      at: Date.now(),
      identity: 'anais.moreau@example.com',
      identityType: 'email',
      channelType: 'email',
      line: 'billing@example.com',
    };
    for (const one of contact(about, course('0 connected'))) world.publish(demoProjectId, one);
    await waitUntil(() => timelineIn(element).filter.only === undefined);
    await settle(element);
    expect(shownIn(element).length).to.equal(timelineIn(element).view!.total);
    expect(chip(element, /Email without/)).to.equal(undefined);
  });

  it('takes no space and no element without notices', async () => {
    const element = await journey({
      interactionData: call('+447700900481'),
      insightThresholds:
        '{"transfers": 99, "repeatContacts": 99, "lowCsat": 0, "lowNps": 0, "satisfactionDays": 1, "noReplyDays": 1, "switchHours": 1, "recentDays": 2}',
    });
    expect(noticesIn(element)).to.equal(null);
  });

  it('warns once about invalid thresholds, and uses the others', async () => {
    const warnings: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => warnings.push(text);
    try {
      const element = await journey();
      for (let time = 0; time < 2; time++) {
        element.setAttribute('insight-thresholds', '{"repeatContacts": 6, "tranfers": 1}');
        await element.updateComplete;
        element.removeAttribute('insight-thresholds');
        await element.updateComplete;
        expect(textsIn(noticesIn(element)!)[0]).to.equal('5th contact in 7 days');
      }
      element.setAttribute('insight-thresholds', '{"repeatContacts": 6, "tranfers": 1}');
      await element.updateComplete;
      await noticesIn(element)!.updateComplete;
      expect(textsIn(noticesIn(element)!)[0]).to.equal('Last CSAT 2 of 5');
    } finally {
      console.warn = warn;
    }
    expect(warnings.filter((text) => text.includes('insight-thresholds'))).to.have.lengthOf(1);
    expect(warnings.join()).to.include('tranfers');
  });
});
