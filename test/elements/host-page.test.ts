import { expect, fixture, html } from '@open-wc/testing';
import type { JourneyEvent } from '../../src/domain/event/event.js';
import { noFilter } from '../../src/domain/timeline/filter.js';
import type { Loadable } from '../../src/domain/status/loadable.js';
import { createTimeline } from '../../src/domain/timeline/timeline.js';
import type { EntryOrder } from '../../src/elements/shared/events/filter-event.js';
import type { WaylineTimeline } from '../../src/elements/timeline/wayline-timeline.js';
import '../support/whole-widget.js';
import { event } from '../support/events.js';
import { displayOf } from '../support/display.js';

const ten = Date.parse('2026-11-20T10:00:00Z');
const ready: Loadable<unknown> = { status: 'ready', value: undefined, error: undefined, asOf: ten };
const frame = () => new Promise(requestAnimationFrame);

/** A feed in a panel of its own, on a page that scrolls as well. */
async function onLongPage(order: EntryOrder) {
  const known = createTimeline(() => true);
  known.choose(noFilter, 'UTC', ten);
  const add = (...events: JourneyEvent[]) => {
    known.add(events, ten);
    return known.view;
  };
  const first = add(...Array.from({ length: 100 }, (_, index) => event(`e${index}`, index - 200, { type: 'a:b' })));
  const page = await fixture<HTMLElement>(
    html`<div style="block-size: 5000px">
      <div style="block-size: 400px; overflow: auto">
        <wayline-timeline
          .view=${first}
          .order=${order}
          .history=${ready}
          .now=${ten}
          .display=${displayOf()}
        ></wayline-timeline>
      </div>
    </div>`,
  );
  const element = page.querySelector<WaylineTimeline>('wayline-timeline')!;
  const drawn = async () => {
    for (let paint = 0; paint < 4; paint++) await frame();
  };
  await drawn();
  const happens = async (id: string, minute: number) => {
    element.view = add(event(id, minute, { type: 'a:b' }));
    await drawn();
  };
  return { element, panel: element.parentElement!, drawn, happens };
}

describe('a feed on a page that scrolls', () => {
  afterEach(() => scrollTo(0, 0));

  it('follows new events at its end without moving the page', async () => {
    const { panel, drawn, happens } = await onLongPage('oldest-first');
    for (let turn = 0; turn < 3; turn++) {
      panel.scrollTop = panel.scrollHeight;
      await drawn();
    }
    scrollTo(0, 1500);
    await drawn();
    await happens('new', 1);
    expect(scrollY).to.equal(1500);
    expect(panel.scrollHeight - panel.clientHeight - panel.scrollTop, 'left below').to.be.below(20);
  });

  it('keeps the reader’s place when the page has scrolled half of the panel away', async () => {
    const { element, panel, drawn, happens } = await onLongPage('newest-first');
    panel.scrollTop = 1500;
    await drawn();
    scrollTo(0, 250);
    await drawn();
    const lines = () => [...element.shadowRoot!.querySelectorAll('wayline-entry')];
    const read = lines().find((line) => line.getBoundingClientRect().top > 50)!;
    const { key } = read.entry!;
    const before = read.getBoundingClientRect().top;
    await happens('new', 1);
    const after = lines().find(({ entry }) => entry?.key === key)!;
    expect(after.getBoundingClientRect().top).to.be.closeTo(before, 1);
  });
});
