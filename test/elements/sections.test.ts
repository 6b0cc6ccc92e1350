import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import { readAddress } from '../../src/domain/address.js';
import { JourneyError, type JourneyErrorKind } from '../../src/domain/error.js';
import type { Person, PersonMatch } from '../../src/domain/person.js';
import type { Profile } from '../../src/domain/profile.js';
import type { Section } from '../../src/domain/section.js';
import type { Task } from '../../src/domain/task.js';
import type { ChooseEvent } from '../../src/elements/choose-event.js';
import { define } from '../../src/elements/define.js';
import { errorNote } from '../../src/elements/error-note.js';
import type { RetryEvent, SectionName } from '../../src/elements/retry-event.js';
import { WaylineHeader } from '../../src/elements/wayline-header.js';
import type { WaylineNote } from '../../src/elements/wayline-note.js';
import type { WaylineProfile } from '../../src/elements/wayline-profile.js';
import { en } from '../../src/i18n/en.js';
import '../../src/index.js';
import { putOnGround } from '../support/ground.js';
import { button, deepAll, textIn } from '../support/shadow-text.js';

const ten = Date.parse('2026-11-20T10:00:00Z');
const ready = <T>(value: T | undefined): Section<T> => ({ status: 'ready', value, error: undefined, asOf: ten });
const loading = { status: 'loading', value: undefined, error: undefined, asOf: undefined } as const;
const failed = <T>(kind: JourneyErrorKind, value?: T): Section<T> => ({
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
  division: undefined,
  defaultFilter: undefined,
};
const hostile = '<img src=x onerror=alert(1)>\u202Eevil';
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('<wayline-header>', () => {
  const cases: readonly [
    string,
    Section<PersonMatch>,
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
    ['an unknown customer', ready(match()), false, '?', '+14155550132', 'phone · no person holds this number yet'],
    ['several persons', ready(match(anais, li)), false, '2', 'Who is it?', '2 persons share +14155550132'],
    ['a failed look-up', failed<PersonMatch>('server'), false, '?', '+14155550132', 'name not available right now'],
    [
      'a customer whom it could not look up again',
      failed('server', match(anais)),
      false,
      'AM',
      'Anaïs Moreau-O’Neill',
      '+14155550132 · matched by phone · 3 aliases · as of 10:00',
    ],
    [
      'a stranger whom it could not look up again',
      failed('server', match()),
      false,
      '?',
      '+14155550132',
      'phone · no person holds this number yet · as of 10:00',
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
          .zone=${'UTC'}
          .locale=${'en-GB'}
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

  it('shows an anonymous caller by what is known of the contact', async () => {
    const element = await fixture(html`<wayline-header .task=${{ ...task, address: undefined }}></wayline-header>`);
    expect(spaced(textIn(element))).to.equal('? Anonymous caller Voice · inbound');
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
  const shown = (section: Section<Profile>) =>
    fixture(html`<wayline-profile .profile=${section} .zone=${'UTC'} .locale=${'en-GB'}></wayline-profile>`);

  it('shows each value, an absent one in words, and markup as the text it is', async () => {
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

  it('shows four values in a narrow pane until unfolded, all of them in a wide one', async () => {
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

  it('keeps what is known when it fails, says as of when, and asks for another try', async () => {
    const element = await shown(failed('server', profile));
    const words = textIn(element);
    for (const part of ['as of 10:00', 'The profile could not be loaded', 'Contacts']) expect(words).to.contain(part);
    setTimeout(() => button(element, 'Try again')!.click());
    expect((await oneEvent<RetryEvent>(element, 'wayline-retry')).section).to.equal('profile');
  });

  it('says as of when while the line is down that would change it', async () => {
    const element = (await shown(ready(profile))) as WaylineProfile;
    expect(textIn(element)).not.to.contain('as of');
    element.connection = { status: 'reconnecting', retryAt: undefined, error: undefined };
    await element.updateComplete;
    expect(textIn(element)).to.contain('as of 10:00');
  });

  const states: readonly [string, Section<Profile>, words: string][] = [
    ['with values', ready(profile), 'Contacts'],
    ['without values', ready<Profile>(undefined), 'No profile values yet'],
    ['on its way', loading, 'Loading'],
    ['refused', failed<Profile>('forbidden'), 'cjp:user'],
  ];
  for (const [state, section, words] of states) {
    it(`says how it stands and is accessible: ${state}`, async () => {
      const element = (await shown(section)) as HTMLElement;
      expect(textIn(element)).to.contain(words);
      for (const scheme of ['light', 'dark']) {
        putOnGround(element, scheme);
        await expect(element).to.be.accessible();
      }
    });
  }
});

describe('<wayline-identity>', () => {
  const shown = (section: Section<PersonMatch>) =>
    fixture(html`<wayline-identity .person=${section} .address=${phone}></wayline-identity>`);

  it('lists the aliases, the matched one first and marked', async () => {
    const element = await shown(ready(match(anais)));
    expect(deepAll(element, '.alias').map((alias) => spaced(textIn(alias)))).to.deep.equal([
      '+14155550132 phone · matched',
      'anais@example.com email',
      'C-884120 customer ID',
    ]);
  });

  it('folds the aliases away in a narrow pane', async () => {
    const element = await shown(ready(match(anais)));
    const list = element.shadowRoot!.querySelector('ul')!;
    expect(getComputedStyle(list).display).to.equal('none');
    button(element, 'Aliases')!.click();
    await (element as HTMLElementTagNameMap['wayline-identity']).updateComplete;
    expect(getComputedStyle(list).display).not.to.equal('none');
    await expect(element).to.be.accessible();
  });

  it('asks which of several persons it is', async () => {
    const element = await shown(ready(match(anais, li)));
    await expect(element).to.be.accessible();
    const choose = deepAll<HTMLButtonElement>(element, 'button');
    expect(choose.map((one) => one.ariaLabel)).to.deep.equal(['Choose Anaïs Moreau-O’Neill', 'Choose Li Okafor']);
    setTimeout(() => choose[1]!.click());
    const chosen = await oneEvent<ChooseEvent>(element, 'wayline-choose');
    expect([chosen.person.id, chosen.bubbles, chosen.composed]).to.deep.equal(['p2', true, true]);
  });

  it('asks for another try when the look-up failed', async () => {
    const element = await shown(failed('network'));
    setTimeout(() => button(element, 'Try again')!.click());
    expect((await oneEvent<RetryEvent>(element, 'wayline-retry')).section).to.equal('person');
  });

  it('is empty for somebody nobody knows', async () => {
    expect(spaced(textIn(await shown(ready(match()))))).to.equal('');
  });
});

describe('the note of a failure', () => {
  const headings: Readonly<Record<SectionName, string>> = {
    person: en.identity.failed,
    profile: en.profile.failed,
    history: en.timeline.failed,
    live: en.timeline.notLive,
  };
  const note = async (section: SectionName, error: JourneyError, extra = '') => {
    const holder = await fixture<HTMLElement>(
      html`<div>${errorNote(headings[section], error, section, en, extra)}</div>`,
    );
    return holder.firstElementChild as WaylineNote;
  };
  const advice: Readonly<Record<JourneyErrorKind, string>> = {
    unauthorized:
      'The service no longer accepts this sign-in. It goes on by itself as soon as the desktop renews the sign-in. If it does not, sign out of the desktop and in again.',
    forbidden:
      'Your account lacks the right to read this. An administrator gives your user the scope cjp:user (agents have it) or cjp:config_read.',
    'not-found':
      'The service does not know what was asked for. If it stays, an administrator checks project-id, template-id and data-center in the desktop layout.',
    conflict: 'The service says that this data is being changed right now. Try again in a moment.',
    rejected: 'The service did not accept the request. If it stays, tell support.',
    'rate-limited': 'The service gets too many requests and asks for a pause. Try again after the pause.',
    server: 'The service answered with an error. If it stays, tell support.',
    network: 'No answer came from the service. Check the network, then try again.',
    malformed: 'The service answered with something that cannot be read. If it stays, tell support.',
    'project-unknown':
      'No journey project of this organization is connected to the contact center, so no events are collected. An administrator creates a project in Control Hub and turns on its contact center connector.',
    'task-unreadable':
      'The desktop handed over a contact that Wayline does not understand. Select the contact again; if it stays, tell an administrator.',
    'project-forbidden':
      'This sign-in may not list projects, or has expired. An administrator sets project-id in the desktop layout.',
    'host-unknown':
      'No service address is known for this data center. An administrator corrects data-center, or sets base-url, in the desktop layout.',
    'host-refused':
      'A sign-in may only be sent to an https address, and base-url is none. An administrator sets base-url to an https address in the desktop layout.',
  };
  const forbiddenLive =
    'Your account lacks the right to read this. An administrator checks your user’s scope (cjp:user or cjp:config_read), and that live journey events are on for the organization (wxcc-cjds-event-stream-toggle-visibility).';

  for (const kind of Object.keys(advice) as JourneyErrorKind[]) {
    for (const section of Object.keys(headings) as SectionName[]) {
      it(`says what happened to ${section} and what to do: ${kind}`, async () => {
        const element = await note(section, new JourneyError(kind, { trackingId: 'trk-1' }));
        const words = section === 'live' && kind === 'forbidden' ? forbiddenLive : advice[kind];
        expect(spaced(textIn(element))).to.equal(`${headings[section]} ${words} Tracking ID trk-1 Copy Try again`);
        setTimeout(() => button(element, 'Try again')!.click());
        expect((await oneEvent<RetryEvent>(element, 'wayline-retry')).section).to.equal(section);
      });
    }
  }

  it('offers nothing to copy where there is no tracking id', async () => {
    expect(textIn(await note('history', new JourneyError('network')))).not.to.match(/Tracking|Copy/);
  });

  it('says what is still shown between what happened and what to do', async () => {
    const words = spaced(textIn(await note('history', new JourneyError('server'), 'Showing events as of 10:42.')));
    expect(words).to.contain('with an error. Showing events as of 10:42. If it stays');
  });

  it('counts down to the end of the pause that the service asks for, silently, and asks no earlier', async () => {
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
    await waitUntil(() => again().innerText.includes('in 1 s'), undefined, { timeout: 3000 });
    now += 1000;
    await waitUntil(() => spaced(again().innerText) === 'Try again', undefined, { timeout: 3000 });
    again().click();
    expect([asked, again().ariaDisabled]).to.deep.equal([1, 'false']);
  });

  it('tells a long pause in minutes', async () => {
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
  it('leaves an element alone that the page has already', () => {
    expect(() => define('wayline-header', class extends HTMLElement {})).not.to.throw();
    expect(customElements.get('wayline-header') === WaylineHeader).to.equal(true);
  });
});
