import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import { readAddress, type Address } from '../../src/domain/address/address.js';
import { JourneyError, type JourneyErrorKind } from '../../src/domain/base/journey-error.js';
import type { Person, PersonMatch } from '../../src/domain/person/person.js';
import type { Interaction } from '../../src/domain/interaction/interaction.js';
import type { Profile, ProfileAttribute } from '../../src/domain/profile/profile.js';
import type { Loadable } from '../../src/domain/status/loadable.js';
import type { Task } from '../../src/domain/task/task.js';
import { define } from '../../src/elements/shared/loading/define.js';
import { errorNote } from '../../src/elements/shared/notes/error-note.js';
import type { RetryEvent, SectionName } from '../../src/elements/shared/events/retry-event.js';
import { WaylineHeader } from '../../src/elements/header/wayline-header.js';
import type { WaylineNow } from '../../src/elements/header/wayline-now.js';
import type { WaylineNote } from '../../src/elements/shared/notes/wayline-note.js';
import type { WaylineProfile } from '../../src/elements/profile/wayline-profile.js';
import { en } from '../support/english.js';
import '../support/whole-widget.js';
import { putOnGround } from '../support/ground.js';
import { button, deepAll, textIn } from '../support/shadow-text.js';
import { waitUntil } from '../support/wait-until.js';
import type { Leg } from '../../src/domain/interaction/leg.js';
import { displayOf } from '../support/display.js';

const ten = Date.parse('2026-11-20T10:00:00Z');
const ready = <T>(value: T | undefined): Loadable<T> => ({ status: 'ready', value, error: undefined, asOf: ten });
const loading = { status: 'loading', value: undefined, error: undefined, asOf: undefined } as const;
const failed = <T>(kind: JourneyErrorKind, value?: T): Loadable<T> => ({
  status: 'failed',
  value,
  error: new JourneyError(kind, { trackingId: 'trk-1' }),
  asOf: value === undefined ? undefined : ten,
});

const phone = readAddress('+14155550132')!;
const anais: Person = {
  id: 'p1',
  firstName: 'Anaïs',
  lastName: 'Moreau-O’Neill',
  aliases: [
    { kind: 'email', value: 'anais@example.com' },
    { kind: 'customerId', value: 'C-884120' },
    { kind: 'phone', value: '+14155550132' },
  ],
};
const li: Person = { id: 'p2', firstName: 'Li', lastName: 'Okafor', aliases: [{ kind: 'phone', value: '+493055501' }] };
const match = (...persons: readonly Person[]): PersonMatch => ({ persons, address: '+14155550132' });
const task: Task = {
  interactionId: 't',
  channel: 'voice',
  direction: 'inbound',
  queueName: 'Billing',
  address: phone,
  addressFrom: 'ani',
  ended: false,
  stage: { kind: 'talk', since: undefined, acceptedAt: undefined },
  division: undefined,
  defaultFilter: undefined,
};
const hostile = '<img src=x onerror=alert(1)>\u202Eevil';
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('<wayline-header>', () => {
  const cases: readonly [
    string,
    Loadable<PersonMatch>,
    hideName: boolean,
    avatar: string,
    name: string,
    line: string,
  ][] = [
    [
      'a known customer',
      ready(match(anais)),
      false,
      'AM',
      'Anaïs Moreau-O’Neill',
      '+14155550132 · matched by phone · 3 aliases',
    ],
    ['a customer whose name is hidden', ready(match(anais)), true, '?', '+14155550132', 'matched by phone · 3 aliases'],
    [
      'a customer without a name',
      ready(match({ ...anais, firstName: '', lastName: '' })),
      false,
      '?',
      '+14155550132',
      'matched by phone · 3 aliases',
    ],
    ['an unknown customer', ready(match()), false, '?', '+14155550132', 'phone · no person has this number yet'],
    ['several persons', ready(match(anais, li)), false, '2', 'Who is it?', '2 persons share \u2068+14155550132\u2069'],
    ['a failed look-up', failed<PersonMatch>('server'), false, '?', '+14155550132', 'name not available right now'],
    [
      'a customer that it could not look up again',
      failed('server', match(anais)),
      false,
      'AM',
      'Anaïs Moreau-O’Neill',
      '+14155550132 · matched by phone · 3 aliases · as of 10:00',
    ],
    [
      'an unknown customer that it could not look up again',
      failed('server', match()),
      false,
      '?',
      '+14155550132',
      'phone · no person has this number yet · as of 10:00',
    ],
    ['a look-up on its way', loading, false, '', '+14155550132', ''],
  ];
  for (const [who, person, hideName, avatar, name, line] of cases) {
    it(`shows ${who}`, async () => {
      const element = await fixture<WaylineHeader>(
        html`<wayline-header
          .person=${person}
          .address=${phone}
          .hideName=${hideName}
          .display=${displayOf()}
        ></wayline-header>`,
      );
      const text = (selector: string) => spaced(element.shadowRoot!.querySelector(selector)!.textContent ?? '');
      expect([text('.avatar'), text('h2'), text('p')]).to.deep.equal([avatar, name, line]);
      for (const scheme of ['light', 'dark']) {
        putOnGround(element, scheme);
        await expect(element).to.be.accessible();
      }
    });
  }

  const forms: readonly [shown: string, matched: string, words: string, change?: Partial<Address>][] = [
    ['+14155550132', '+14155550132', 'matched by phone'],
    ['+14155550132', '14155550132', 'matched by phone as \u206814155550132\u2069'],
    ['(415) 555-0132', '+14155550132', 'matched by phone as \u2068+14155550132\u2069'],
    ['tel:+14155550132', '+14155550132', 'matched by phone'],
    ['+14155550132', '14155550132', 'matched by phone', { shown: '+1 ••• ••• 0132' }],
    ['+14155550132', '14155550132', 'matched by phone', { shown: '••••0132' }],
    ['+14155550132', '14155550132', 'matched by phone', { shown: '+1******0132' }],
    ['+14155550132', '14155550132', 'matched by phone', { shown: 'anonymous' }],
    ['Ann@Example.org', 'ann@example.org', 'matched by email as \u2068ann@example.org\u2069'],
    ['Ann@Example.org', 'ann@example.org', 'matched by email', { shown: 'a••@•••' }],
  ];
  for (const [given, matched, words, change] of forms) {
    it(`says "${words}" when ${change?.shown ?? given} is shown and ${matched} matched`, async () => {
      const person = ready<PersonMatch>({ persons: [{ ...anais, aliases: [] }], address: matched });
      const address = { ...readAddress(given)!, ...change };
      const element = await fixture<WaylineHeader>(
        html`<wayline-header .person=${person} .address=${address}></wayline-header>`,
      );
      expect(spaced(element.shadowRoot!.querySelector('p')!.textContent ?? '').split(' · ')[1]).to.equal(words);
    });
  }

  it('shows an anonymous caller with the known facts of the contact', async () => {
    const element = await fixture(html`<wayline-header .task=${{ ...task, address: undefined }}></wayline-header>`);
    expect(spaced(textIn(element))).to.equal('? Anonymous caller Voice · inbound');
  });

  const clocks: readonly [agent: string, customer: string | undefined, words: string][] = [
    ['Europe/Berlin', 'America/Los_Angeles', '02:00 there (Los Angeles)'],
    ['America/Los_Angeles', 'Pacific/Auckland', '23:00 there (Auckland)'],
    ['America/Los_Angeles', 'Pacific/Kiritimati', '00:00 there (Kiritimati), tomorrow'],
    ['Pacific/Auckland', 'Pacific/Honolulu', '00:00 there (Honolulu)'],
    ['Pacific/Kiritimati', 'Pacific/Honolulu', '00:00 there (Honolulu), yesterday'],
    ['Europe/Berlin', 'Europe/Paris', ''],
    ['Europe/Berlin', undefined, ''],
  ];
  for (const [agent, customer, words] of clocks) {
    it(`says "${words}" to an agent in ${agent} of a customer in ${customer}`, async () => {
      const element = await fixture<WaylineHeader>(
        html`<wayline-header
          .person=${ready(match(anais))}
          .address=${phone}
          .now=${ten}
          .display=${displayOf({ customerZone: customer, zone: agent })}
        ></wayline-header>`,
      );
      const line = spaced(element.shadowRoot!.querySelector('p')!.textContent ?? '');
      const rest = line.replace('+14155550132 · matched by phone · 3 aliases', '').replace(/^ · /, '');
      expect(rest).to.equal(words);
    });
  }

  it('keeps the plus sign in front of a number in a right-to-left language', async () => {
    for (const person of [ready(match(anais)), ready(match(anais, li)), ready(match())]) {
      const element = await fixture<WaylineHeader>(
        html`<wayline-header dir="rtl" .person=${person} .address=${phone}></wayline-header>`,
      );
      const places = (characters: string) => {
        const walker = document.createTreeWalker(element.shadowRoot!.querySelector('.who')!, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const text = walker.currentNode as Text;
          const start = text.data.indexOf('+14155550132');
          if (start < 0) continue;
          return [...characters].map((character) => {
            const range = document.createRange();
            const at = text.data.indexOf(character, start);
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            return range.getBoundingClientRect().left;
          });
        }
        return [];
      };
      const [plus = NaN, one = NaN] = places('+1');
      expect(plus).to.be.below(one);
    }
  });

  it('asks for a refresh', async () => {
    const element = await fixture<WaylineHeader>(html`<wayline-header .address=${phone}></wayline-header>`);
    setTimeout(() => deepAll<HTMLButtonElement>(element, 'button')[0]!.click());
    const asked = await oneEvent(element, 'wayline-refresh');
    expect([asked.bubbles, asked.composed]).to.deep.equal([true, true]);
  });

  it('never shows the plain form of an address that the desktop masks', async () => {
    const masked = { ...phone, shown: '+1 415 *** 0132' };
    const element = await fixture(
      html`<div>
        <wayline-header .person=${ready(match(anais))} .address=${masked}></wayline-header>
        <wayline-identity .person=${ready(match(anais))} .address=${masked}></wayline-identity>
      </div>`,
    );
    expect(textIn(element)).to.contain('+1 415 *** 0132').and.not.contain('+14155550132');
  });
});

describe('<wayline-now>', () => {
  const cases: readonly [Partial<Task> | undefined, string][] = [
    [{}, 'On the line · Billing queue · inbound'],
    [{ queueName: 'Billing Queue', direction: 'outbound' }, 'On the line · Billing Queue · outbound'],
    [{ channel: 'chat', queueName: undefined }, 'In chat · inbound'],
    [{ channel: 'email', queueName: undefined, direction: undefined }, 'Open email'],
    [{ ended: true }, 'Contact ended · Billing queue · inbound'],
    [undefined, ''],
  ];
  for (const [parts, words] of cases) {
    it(`says "${words}"`, async () => {
      const shown = parts && { ...task, ...parts };
      const element = await fixture(html`<wayline-now .task=${shown}></wayline-now>`);
      expect(spaced(textIn(element))).to.equal(words);
      await expect(element).to.be.accessible();
    });
  }
});

describe('the clock of <wayline-now>', () => {
  const second = 1000;
  const at = (kind: Task['stage']['kind'], since: number | undefined, ended = false): Task => ({
    ...task,
    ended,
    stage: { kind, since, acceptedAt: undefined },
  });
  const interaction = (...legs: readonly (readonly [Leg['kind'], from: number, to?: number])[]) =>
    ({
      endedAt: undefined,
      legs: legs.map(([kind, from, to]) => ({
        kind,
        from: ten + from * second,
        to: to === undefined ? undefined : ten + to * second,
        agent: undefined,
      })),
    }) as unknown as Interaction;
  const shown = (parts: Task, after: number, known?: Interaction) =>
    fixture<WaylineNow>(
      html`<wayline-now .task=${parts} .interaction=${known} .clock=${() => ten + after}></wayline-now>`,
    );
  const served = interaction(['queue', 0, 60], ['talk', 60]);
  const over = { ...interaction(['queue', 0, 60], ['talk', 60, 252], ['wrap-up', 252]), endedAt: ten + 252 * second };

  const cases: readonly [Task, seconds: number, Interaction | undefined, words: string][] = [
    [at('talk', undefined), 252, served, 'On the line · Billing queue · inbound 03:12'],
    [at('talk', undefined), 60, served, 'On the line · Billing queue · inbound 00:00'],
    [at('talk', undefined), 3661 + 60, served, 'On the line · Billing queue · inbound 1:01:01'],
    [at('talk', undefined), 252, undefined, 'On the line · Billing queue · inbound'],
    [at('hold', ten), 75, undefined, 'On hold · Billing queue · inbound 01:15'],
    [at('hold', undefined), 75, served, 'On hold · Billing queue · inbound'],
    [at('consult', ten), 5, served, 'In consultation · Billing queue · inbound 00:05'],
    [at('conference', undefined), 5, served, 'In conference · Billing queue · inbound'],
    [at('wrap-up', ten + 252 * second, true), 260, over, 'Wrap-up · Billing queue · inbound · took 3:12 00:08'],
    [at('talk', undefined, true), 260, over, 'Contact ended · Billing queue · inbound · took 3:12'],
    [at('hold', ten + 3 * 86_400_000), 5, undefined, 'On hold · Billing queue · inbound'],
  ];
  for (const [parts, seconds, known, words] of cases) {
    it(`says "${words}" after ${seconds} s, accessible in both schemes`, async () => {
      const element = await shown(parts, seconds * second, known);
      expect(spaced(textIn(element))).to.equal(words);
      for (const scheme of ['light', 'dark']) {
        putOnGround(element, scheme);
        await expect(element).to.be.accessible();
      }
    });
  }

  const time = (element: Element) => element.shadowRoot!.querySelector('[role=timer]')?.textContent;

  it('ticks with each full second, and screen readers do not read it', async () => {
    let now = ten + 800;
    const element = await fixture<WaylineNow>(
      html`<wayline-now .task=${at('hold', ten)} .clock=${() => now}></wayline-now>`,
    );
    expect(time(element)).to.equal('00:00');
    now = ten + 1000;
    await waitUntil(() => time(element) === '00:01', undefined, { interval: 5 });
    expect(element.shadowRoot!.querySelector('[aria-live]')).to.equal(null);
  });

  it('stops while it is not visible, and continues when it is', async () => {
    const asked = { seen: 0, hidden: 0, removed: 0 };
    const one = (name: keyof typeof asked) =>
      html`<wayline-now .task=${at('hold', ten)} .clock=${() => ten + 950 + 1000 * asked[name]++}></wayline-now>`;
    const pane = await fixture(
      html`<div>
        <p>${one('seen')}</p>
        <p hidden>${one('hidden')}</p>
        <p>${one('removed')}</p>
      </div>`,
    );
    const [, hidden, removed] = [...pane.children] as HTMLElement[];
    const away = removed!.firstElementChild as WaylineNow;
    away.remove();
    away.requestUpdate(); // may have been under way
    await away.updateComplete;
    await waitUntil(() => asked.seen > 5);
    const [before, since] = [{ ...asked }, asked.seen];
    await waitUntil(() => asked.seen > since + 5);
    expect([asked.hidden, asked.removed]).to.deep.equal([before.hidden, before.removed]);
    hidden!.hidden = false;
    removed!.append(away);
    await waitUntil(() => asked.hidden > before.hidden + 1 && asked.removed > before.removed + 1);
  });
});

describe('<wayline-profile>', () => {
  const attribute = (label: string, value: string, error?: string) => ({ label, value, error });
  const profile: Profile = {
    templateName: 'default',
    attributes: [
      attribute('Contacts', '0'),
      attribute('Plan', ''),
      attribute('Score', '', 'no data'),
      attribute('Note', hostile),
      attribute('Products', 'Router X2, Cable, Premium Fibre, Phone case'),
    ],
  };
  const shown = (section: Loadable<Profile>) =>
    fixture(html`<wayline-profile .profile=${section} .display=${displayOf()}></wayline-profile>`);

  it('shows each value, describes a missing one in words, and shows markup as text', async () => {
    const element = await shown(ready(profile));
    const values = [...element.shadowRoot!.querySelectorAll('dd')].map((value) => value.textContent);
    expect(values).to.deep.equal([
      '0',
      'none',
      'not available',
      hostile,
      'Router X2, Cable, Premium Fibre, Phone case',
    ]);
  });

  it('shows four values in a narrow pane until the agent unfolds it, and all values in a wide pane', async () => {
    for (const [width, folded] of [
      ['380px', 4],
      ['980px', 5],
    ] as const) {
      const pane = await fixture(html`<div><wayline-profile .profile=${ready(profile)}></wayline-profile></div>`);
      (pane as HTMLElement).style.cssText = `container-type:inline-size;inline-size:${width}`;
      const visible = () =>
        deepAll<HTMLElement>(pane, '.fact').filter((fact) => getComputedStyle(fact).display !== 'none').length;
      expect(visible()).to.equal(folded);
      button(pane, 'Show all 5')!.click();
      await (pane.firstElementChild as HTMLElementTagNameMap['wayline-profile']).updateComplete;
      expect(visible()).to.equal(5);
      expect(button(pane, 'Show fewer')!.getAttribute('aria-expanded')).to.equal('true');
    }
  });

  it('keeps its values when a request fails, shows their age, and offers to try again', async () => {
    const element = await shown(failed('server', profile));
    const words = textIn(element);
    for (const part of ['as of 10:00', 'The profile could not be loaded', 'Contacts']) expect(words).to.contain(part);
    setTimeout(() => button(element, 'Try again')!.click());
    expect((await oneEvent<RetryEvent>(element, 'wayline-retry')).section).to.equal('profile');
  });

  it('shows the age of its values while the connection is down', async () => {
    const element = (await shown(ready(profile))) as WaylineProfile;
    expect(textIn(element)).not.to.contain('as of');
    element.connection = { status: 'reconnecting', retryAt: undefined, error: undefined };
    await element.updateComplete;
    expect(textIn(element)).to.contain('as of 10:00');
  });

  const states: readonly [string, Loadable<Profile>, words: string][] = [
    ['with values', ready(profile), 'Contacts'],
    ['without values', ready<Profile>(undefined), 'No profile values yet'],
    ['on its way', loading, 'Loading'],
    ['refused', failed<Profile>('forbidden'), 'cjp:user'],
  ];
  for (const [state, section, words] of states) {
    it(`shows its state and is accessible: ${state}`, async () => {
      const element = (await shown(section)) as HTMLElement;
      expect(textIn(element)).to.contain(words);
      for (const scheme of ['light', 'dark']) {
        putOnGround(element, scheme);
        await expect(element).to.be.accessible();
      }
    });
  }
});

describe('the values of <wayline-profile>', () => {
  const attribute = (label: string, value: string, aggregation = 'value') => ({
    label,
    value,
    error: undefined,
    query: { aggregation, type: 'string', field: 'x', limit: aggregation === 'distinct' ? 0 : 1 },
  });
  const known = (...attributes: readonly ProfileAttribute[]) => ready<Profile>({ templateName: 'T', attributes });
  const shown = (section: Loadable<Profile>, locale = 'en-GB') =>
    fixture<WaylineProfile>(
      html`<wayline-profile .profile=${section} .now=${ten} .display=${displayOf({ locale })}></wayline-profile>`,
    );
  const cells = (element: WaylineProfile) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('dl .fact')];
  const values = (element: WaylineProfile) =>
    cells(element).map((cell) => spaced(cell.querySelector('dd')!.textContent ?? ''));
  const some = known(
    attribute('Contacts', '1234', 'count'),
    attribute('Customer since', '2019-04-02'),
    attribute('Last payment', '2026-11-20T07:00:00Z'),
    attribute('Customer', '8841207'),
    attribute('Products', 'Router,Cable', 'distinct'),
    attribute('Mail', 'anais@example.com'),
    attribute('Page', 'https://example.com/a'),
    attribute('Trap', 'javascript:alert(1)'),
  );

  it('use the format of the locale and show the age of dates', async () => {
    const rest = ['8841207', 'RouterCable', 'anais@example.com', 'https://example.com/a', 'javascript:alert(1)'];
    const english = ['1,234', '2 Apr 2019 7 years ago', '20 Nov 2026, 07:00 3 hours ago', ...rest];
    expect(values(await shown(some))).to.deep.equal(english);
    const german = ['1.234', '02.04.2019 vor 7 Jahren', '20.11.2026, 07:00 vor 3 Stunden', ...rest];
    expect(values(await shown(some, 'de'))).to.deep.equal(german);
  });

  it('show the original text when their button is pressed, and the formatted text again', async () => {
    const element = await shown(some);
    const pressed = () => [...element.shadowRoot!.querySelectorAll('.written')].map((one) => one.ariaPressed);
    expect(pressed()).to.deep.equal(['false', 'false', 'false']);
    const second = cells(element)[1]!;
    second.querySelector('button')!.focus();
    second.querySelector('button')!.click();
    await element.updateComplete;
    expect([values(element)[0], values(element)[1], pressed()[1]]).to.deep.equal(['1,234', '2019-04-02', 'true']);
    expect(element.shadowRoot!.activeElement === second.querySelector('button')).to.equal(true);
    await expect(element).to.be.accessible();
    second.querySelector('button')!.click();
    await element.updateComplete;
    expect(values(element)[1]).to.equal('2 Apr 2019 7 years ago');
  });

  it('are large enough for a finger and no higher than plain text', async () => {
    const element = await shown(known(attribute('A', '1234', 'count'), attribute('B', 'Chat'), attribute('C', '7')));
    const [formatted, , plain] = cells(element);
    expect(formatted!.querySelector('button')!.getBoundingClientRect().height).to.be.at.least(24);
    expect(formatted!.getBoundingClientRect().height).to.equal(plain!.getBoundingClientRect().height);
  });

  it('link only safe addresses', async () => {
    const links = [...(await shown(some)).shadowRoot!.querySelectorAll('a')];
    expect(links.map(({ href }) => href)).to.deep.equal(['mailto:anais@example.com', 'https://example.com/a']);
    for (const link of links) expect([...link.relList]).to.have.members(['noopener', 'noreferrer']);
  });

  it('break a compound name between its words, and take no time for a long text that looks like one', async () => {
    const breaksIn = async (value: string) =>
      (await shown(known(attribute('Zone', value)))).shadowRoot!.querySelectorAll('wbr').length;
    expect(await breaksIn('America/Los_Angeles')).to.equal(3);
    for (const value of [`${'_'.repeat(32)}!`, `${'a_'.repeat(16)}!`, 'a_'.repeat(100_000) + 'a']) {
      expect(await breaksIn(value)).to.equal(0);
    }
  });

  it('show several values as a list', async () => {
    const items = [...(await shown(some)).shadowRoot!.querySelectorAll('ul[role=list] > li')];
    expect(items.map(({ textContent }) => textContent)).to.deep.equal(['Router', 'Cable']);
  });

  const before = known(attribute('Contacts', '5', 'count'), attribute('Plan', 'Fibre'));
  const after = known(attribute('Contacts', '6', 'count'), attribute('Plan', 'Fibre'));
  const marked = (element: WaylineProfile) => cells(element).map((cell) => cell.matches('.changed'));
  const set = async (element: WaylineProfile, section: Loadable<Profile> | undefined) => {
    element.profile = section;
    await element.updateComplete;
  };

  it('mark a change for a short time, also in words, without moving anything', async () => {
    const element = await shown(before);
    expect(marked(element)).to.deep.equal([false, false]);
    const places = () => cells(element).map((cell) => JSON.stringify(cell.getBoundingClientRect()));
    const old = places();
    await set(element, after);
    expect(marked(element)).to.deep.equal([true, false]);
    expect(spaced(cells(element)[0]!.textContent ?? '')).to.equal('Contacts · changed 6');
    expect(places()).to.deep.equal(old);
    for (const scheme of ['light', 'dark']) {
      putOnGround(element, scheme);
      await expect(element).to.be.accessible();
    }
    await set(element, ready(after.value));
    expect(marked(element)).to.deep.equal([true, false]);
    await waitUntil(() => !marked(element)[0]);
    expect(spaced(cells(element)[0]!.textContent ?? '')).to.equal('Contacts 6');
  });

  const unmarked: readonly [string, readonly (Loadable<Profile> | undefined)[]][] = [
    ['the first values', [loading, after]],
    ['the same values again', [before, ready(before.value)]],
    ['a failure that keeps them', [before, failed('server', before.value)]],
    ['another customer', [before, loading, after]],
    ['another template', [before, ready<Profile>({ ...after.value!, templateName: 'Other' })]],
  ];
  for (const [what, sections] of unmarked) {
    it(`mark nothing for ${what}`, async () => {
      const element = await shown(sections[0]!);
      for (const section of sections) await set(element, section);
      expect(marked(element)).to.deep.equal([false, false]);
    });
  }

  it('mark nothing for another person whose values arrive at once', async () => {
    const element = await shown(before);
    await set(element, after);
    element.person = 'somebody else';
    await set(element, before);
    expect(marked(element)).to.deep.equal([false, false]);
  });

  it('lose their marks with the next customer', async () => {
    const element = await shown(before);
    for (const section of [after, loading, after]) await set(element, section);
    expect(marked(element)).to.deep.equal([false, false]);
  });

  it('keep the space that the last customer’s values needed', async () => {
    const element = await shown(some);
    const height = element.getBoundingClientRect().height;
    await set(element, loading);
    expect(element.getBoundingClientRect().height).to.equal(height);
  });
});

describe('<wayline-identity>', () => {
  const shown = (section: Loadable<PersonMatch>) =>
    fixture(html`<wayline-identity .person=${section} .address=${phone}></wayline-identity>`);

  it('lists the aliases, the matched one first and marked', async () => {
    const element = await shown(ready(match(anais)));
    expect(deepAll(element, '.alias').map((alias) => spaced(textIn(alias)))).to.deep.equal([
      '+14155550132 phone · matched',
      'anais@example.com email',
      'C-884120 customer ID',
    ]);
  });

  it('folds the aliases in a narrow pane', async () => {
    const element = await shown(ready(match(anais)));
    const list = element.shadowRoot!.querySelector('ul')!;
    expect(getComputedStyle(list).display).to.equal('none');
    button(element, 'Aliases')!.click();
    await (element as HTMLElementTagNameMap['wayline-identity']).updateComplete;
    expect(getComputedStyle(list).display).not.to.equal('none');
    await expect(element).to.be.accessible();
  });

  it('offers to try again when the look-up failed', async () => {
    const element = await shown(failed('network'));
    setTimeout(() => button(element, 'Try again')!.click());
    expect((await oneEvent<RetryEvent>(element, 'wayline-retry')).section).to.equal('person');
  });

  it('is empty for an unknown customer', async () => {
    expect(spaced(textIn(await shown(ready(match()))))).to.equal('');
  });
});

describe('the note of a failure', () => {
  const headings: Readonly<Record<SectionName, string>> = {
    person: en.identity.failed,
    profile: en.profile.failed,
    history: en.timeline.failed,
    part: en.partFailed.title,
    live: en.timeline.notLive,
  };
  const note = async (section: SectionName, error: JourneyError, extra = '') => {
    const holder = await fixture<HTMLElement>(
      html`<div>${errorNote(headings[section], error, section, displayOf(), extra)}</div>`,
    );
    return holder.firstElementChild as WaylineNote;
  };
  const advice: Readonly<Record<JourneyErrorKind, string>> = {
    unauthorized:
      'The service no longer accepts this sign-in. The journey continues when the desktop renews the sign-in. If it does not, sign out of the desktop and sign in again.',
    forbidden:
      'You have no permission to read this data. Ask an administrator for the scope cjp:user (agents have it) or cjp:config_read.',
    'not-found':
      'The service did not find the requested data. If the problem continues, ask an administrator to check project-id, template-id and data-center in the desktop layout.',
    conflict: 'Another change to this data is in progress. Try again in a moment.',
    'alias-taken':
      'An address can belong to one person only. Look up that person. If both are the same customer, a user with the permission can merge them.',
    'alias-limit':
      'The service cannot store more addresses of this kind for one person. Remove an address that is no longer in use. Then add this one again.',
    rejected: 'The service did not accept the request. If the problem continues, contact support.',
    'rate-limited': 'The service is receiving too many requests. Wait a moment, then try again.',
    server: 'The service returned an error. If the problem continues, contact support.',
    network: 'The service did not respond. Check the network, then try again.',
    malformed: 'The response of the service cannot be read. If the problem continues, contact support.',
    'project-unknown':
      'No journey project of this organization is connected to the contact center, so no events are collected. Ask an administrator to create a project in Control Hub and to turn on its contact center connector.',
    'task-unreadable':
      'The desktop sent a contact that Wayline cannot read. Select the contact again. If the problem continues, contact an administrator.',
    'project-forbidden':
      'You have no permission to list projects, or the sign-in has expired. Ask an administrator to set project-id in the desktop layout.',
    'host-unknown':
      'No service address is known for this data center. Ask an administrator to correct data-center or set base-url in the desktop layout.',
    'host-refused':
      'base-url must be an https address. Ask an administrator to correct base-url in the desktop layout.',
  };
  const forbiddenLive =
    'You have no permission to read this data. Ask an administrator to check your scope (cjp:user or cjp:config_read). Live journey events must be on for the organization (wxcc-cjds-event-stream-toggle-visibility).';

  for (const kind of Object.keys(advice) as JourneyErrorKind[]) {
    for (const section of Object.keys(headings) as SectionName[]) {
      it(`explains what happened to ${section} and what to do: ${kind}`, async () => {
        const element = await note(section, new JourneyError(kind, { trackingId: 'trk-1' }));
        const words = section === 'live' && kind === 'forbidden' ? forbiddenLive : advice[kind];
        expect(spaced(textIn(element))).to.equal(`${headings[section]} ${words} Tracking ID trk-1 Copy Try again`);
        setTimeout(() => button(element, 'Try again')!.click());
        expect((await oneEvent<RetryEvent>(element, 'wayline-retry')).section).to.equal(section);
      });
    }
  }

  it('offers nothing to copy without a tracking ID', async () => {
    expect(textIn(await note('history', new JourneyError('network')))).not.to.match(/Tracking|Copy/);
  });

  it('names the data that is still shown, between the problem and the next step', async () => {
    const words = spaced(textIn(await note('history', new JourneyError('server'), 'Showing events as of 10:42.')));
    expect(words).to.contain('returned an error. Showing events as of 10:42. If the problem continues');
  });

  it('counts down the pause that the service asks for, silently, and sends no request before its end', async () => {
    let now = ten;
    const element = await note(
      'profile',
      new JourneyError('rate-limited', { retryAfter: 40_000, trackingId: 'trk-1' }),
    );
    const again = () => button(element, 'Try again')!;
    element.clock = () => now;
    element.pause = 2000;
    await element.updateComplete;
    expect([spaced(again().innerText), again().ariaDisabled]).to.deep.equal(['Try again in 2 s', 'true']);
    expect(again().closest('[role]')).to.equal(null);
    let asked = 0;
    element.addEventListener('wayline-retry', () => asked++);
    again().click();
    now += 1000;
    await waitUntil(() => again().innerText.includes('in 1 s'));
    now += 1000;
    await waitUntil(() => spaced(again().innerText) === 'Try again');
    again().click();
    expect([asked, again().ariaDisabled]).to.deep.equal([1, 'false']);
  });

  it('shows a long pause in minutes', async () => {
    const element = await note('live', new JourneyError('rate-limited', { retryAfter: 3_600_000 }));
    expect(button(element, 'Try again')!.innerText.trim()).to.equal('Try again in 60 min');
  });
});

describe('<wayline-state>', () => {
  const kinds = Object.keys(en.errors) as JourneyErrorKind[];
  for (const kind of kinds) {
    it(`explains ${kind}: what, why and the next step`, async () => {
      const element = await fixture(
        html`<wayline-state .error=${new JourneyError(kind, { trackingId: 'trk-1' })}></wayline-state>`,
      );
      const words = textIn(element);
      const { title, text, next } = en.errors[kind];
      for (const part of [title, text, next, 'trk-1']) expect(words).to.contain(part);
      setTimeout(() => button(element, 'Try again')!.click());
      await oneEvent(element, 'wayline-refresh');
    });
  }

  for (const state of ['no-task', 'anonymous', 'masked', 'signing-in'] as const) {
    it(`explains ${state}, in both schemes accessible, and offers no retry`, async () => {
      const element = await fixture<HTMLElement>(html`<wayline-state .state=${state}></wayline-state>`);
      expect(textIn(element)).to.contain(en.states[state].title);
      expect(button(element, 'Try again')).to.equal(undefined);
      for (const scheme of ['light', 'dark']) {
        putOnGround(element, scheme);
        await expect(element).to.be.accessible();
      }
    });
  }
});

describe('define', () => {
  it('does not replace an element that the page has already defined', () => {
    expect(() => define('wayline-header', class extends HTMLElement {})).not.to.throw();
    expect(customElements.get('wayline-header') === WaylineHeader).to.equal(true);
  });
});
