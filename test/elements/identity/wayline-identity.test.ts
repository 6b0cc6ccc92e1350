import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import 'axe-core/axe.min.js';
import { JourneyError, type JourneyErrorKind } from '../../../src/domain/base/journey-error.js';
import type { EditOutcome, PersonEdit } from '../../../src/domain/person/person-edit.js';
import type { Person, PersonMatch } from '../../../src/domain/person/person.js';
import type { Loadable } from '../../../src/domain/status/loadable.js';
import type { WaylineIdentity } from '../../../src/elements/identity/wayline-identity.js';
import { announced } from '../../support/announced.js';
import { answerAt, done, edited, matchOf, type PersonDesk } from '../../support/person-desk.js';
import { waitUntil } from '../../support/wait-until.js';
import '../../support/whole-widget.js';

const anais: Person = {
  id: 'p1',
  firstName: 'Anaïs',
  lastName: "Moreau-O'Neill",
  aliases: [
    { kind: 'email', value: 'anais.moreau@example.com' },
    { kind: 'customerId', value: 'C-884120' },
    { kind: 'phone', value: '+14155550132' },
    { kind: 'temporaryId', value: 'cookie-77' },
    { kind: 'email', value: 'amo@example.org' },
    { kind: 'phone', value: '+14155550177' },
  ],
};
const ready = (value: PersonMatch): Loadable<PersonMatch> => ({ status: 'ready', value, error: undefined, asOf: 0 });

interface Desk extends Partial<PersonDesk> {
  /** The changed person is shown some time after the answer. */
  readonly late?: true;
}

/** The element with a person and mock answers. It shows the changed person, as the store would. */
async function stage(desk: Desk = {}, parts: Partial<WaylineIdentity> = {}, person = anais) {
  const element = await fixture<WaylineIdentity>(html`<wayline-identity></wayline-identity>`);
  let time = 1_000_000;
  Object.assign(element, { person: ready(matchOf(person)), clock: () => time, ...parts });
  const become = (outcome: EditOutcome): EditOutcome => {
    const show = () => (element.person = ready(matchOf(outcome.person)));
    if (desk.late) setTimeout(show);
    else show();
    return outcome;
  };
  const asked = answerAt(element, {
    mayMerge: () => Promise.resolve(true),
    ...desk,
    edit: async (edit) =>
      become(await (desk.edit ?? ((one) => Promise.resolve(done(edited(shownPerson(), one)))))(edit)),
  });
  const shownPerson = (): Person => element.person!.value!.persons[0]!;
  const root = element.shadowRoot!;
  await element.updateComplete;
  return {
    element,
    root,
    asked,
    pass: async (milliseconds: number) => {
      time += milliseconds;
      element.requestUpdate();
      await element.updateComplete;
    },
    rows: () =>
      [...root.querySelectorAll<HTMLElement>('.alias')].map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim()),
    row: (value: string) =>
      [...root.querySelectorAll<HTMLElement>('.alias')].find(({ textContent }) => textContent.includes(value))!,
    button: (words: string) =>
      [...root.querySelectorAll('button')].find(
        (button) => button.checkVisibility() && (button.ariaLabel ?? button.textContent).includes(words),
      ),
    edit: async () => {
      root.querySelector<HTMLElement>('.edit')!.click();
      await element.updateComplete;
      await Promise.all(
        [...root.querySelectorAll<HTMLElementTagNameMap['wayline-rename']>('wayline-rename, wayline-add-alias')].map(
          (form) => form.updateComplete,
        ),
      );
    },
    form: (name: 'wayline-rename' | 'wayline-add-alias') => root.querySelector(name)!.shadowRoot!,
    focused: () => root.activeElement,
  };
}

type Stage = Awaited<ReturnType<typeof stage>>;

const fail = (kind: JourneyErrorKind) => () => Promise.reject(new JourneyError(kind, { trackingId: 'trk-1' }));

/** Types into a form and sends it. */
function send(root: ShadowRoot, ...texts: readonly string[]): void {
  [...root.querySelectorAll('input')].forEach((input, place) => {
    input.value = texts[place] ?? '';
    input.dispatchEvent(new Event('input'));
  });
  root.querySelector<HTMLElement>('.button:not([type])')!.click();
}

const textOf = (root: ShadowRoot): string =>
  [...root.querySelectorAll('p, wayline-note')]
    .map((one) =>
      'heading' in one
        ? `${String(one.heading)}: ${String((one as unknown as { text: string }).text)}`
        : one.textContent,
    )
    .join(' ')
    .replace(/\s+/g, ' ');

const remove = async (on: Stage, value: string): Promise<void> => {
  on.row(value).querySelector<HTMLElement>('.remove')!.click();
  await waitUntil(() => on.row(value).matches('.gone'));
};

describe('<wayline-identity>, its list', () => {
  it('lists aliases by kind with their number of events, the matched one first and marked', async () => {
    const on = await stage(
      {},
      {
        counts: new Map([
          ['+14155550132', 113],
          ['anais.moreau@example.com', 1],
        ]),
      },
    );
    expect(on.rows()).to.deep.equal([
      '+14155550132 phone · matched · 113 events',
      '+14155550177 phone · 0 events',
      'anais.moreau@example.com email · 1 event',
      'amo@example.org email · 0 events',
      'C-884120 customer ID · 0 events',
      'cookie-77 temporary ID · 0 events',
    ]);
    const lists = [...on.root.querySelectorAll('ul ul')].map(({ ariaLabel }) => ariaLabel);
    expect(lists).to.deep.equal(['phone', 'email', 'customer ID', 'temporary ID']);
  });

  it('shows no counts while no events are known', async () => {
    const on = await stage();
    expect(on.rows()[0]).to.equal('+14155550132 phone · matched');
  });
});

describe('<wayline-identity>, its editing', () => {
  for (const [what, parts] of [
    ['read-only', { readOnly: true }],
    ['a permission is missing', { permissions: { edit: false } }],
    ['the look-up failed', { person: { ...ready(matchOf(anais)), status: 'failed' } }],
  ] as const) {
    it(`offers no editing while ${what}`, async () => {
      const on = await stage({}, parts);
      expect(on.root.querySelector('.edit')).to.equal(null);
      expect(on.rows()).to.have.lengthOf(6);
    });
  }

  it('closes the edit mode when it becomes read-only', async () => {
    const on = await stage();
    await on.edit();
    on.element.readOnly = true;
    await on.element.updateComplete;
    expect(on.root.querySelector('.edit, .remove, wayline-rename, wayline-add-alias')).to.equal(null);
  });

  it('offers neither undo nor merge after it becomes read-only', async () => {
    const on = await stage();
    await on.edit();
    await remove(on, 'amo@');
    await waitUntil(() => on.button('Merge with another') !== undefined);
    on.button('Merge with another')!.click();
    await waitUntil(() => on.root.querySelector('wayline-merge') !== null);
    on.element.readOnly = true;
    await on.element.updateComplete;
    expect(on.root.querySelectorAll('.undo, wayline-merge')).to.have.lengthOf(0);
  });

  it('reports a failed or conflicting change after the agent has closed the form', async () => {
    const ways: readonly (readonly [() => Promise<EditOutcome>, string, string])[] = [
      [fail('server'), 'The name was not saved', 'The alias was not added'],
      [
        () => Promise.resolve(done(anais, { kind: 'changed' })),
        'Another user changed this person. Your change was not saved',
        'Another user changed this person. Your change was not saved',
      ],
    ];
    for (const [answer, ofName, ofAlias] of ways) {
      for (const form of ['wayline-rename', 'wayline-add-alias'] as const) {
        let end!: () => void;
        const held = new Promise<void>((resolve) => (end = resolve));
        const on = await stage({ edit: () => held.then(answer) });
        await on.edit();
        if (form === 'wayline-rename') send(on.form(form), 'Anna', 'Moreau');
        else send(on.form(form), '+14155550199');
        on.root.querySelector<HTMLElement>('.edit')!.click();
        await on.element.updateComplete;
        end();
        await waitUntil(() => on.root.querySelector('wayline-note') !== null);
        expect(textOf(on.root)).to.contain(form === 'wayline-rename' ? ofName : ofAlias);
      }
    }
  });

  it('reports a failed merge after the agent has closed the dialog', async () => {
    let end!: () => void;
    const held = new Promise<void>((resolve) => (end = resolve));
    const second: Person = { id: 'p2', firstName: 'A.', lastName: 'M.', aliases: [] };
    const on = await stage({
      find: () => Promise.resolve(matchOf(second)),
      merge: () => held.then(() => Promise.reject(new JourneyError('server'))),
    });
    await on.edit();
    await waitUntil(() => on.button('Merge with another') !== undefined);
    on.button('Merge with another')!.click();
    await waitUntil(() => on.root.querySelector('wayline-merge') !== null);
    const { shadowRoot: dialog } = on.root.querySelector('wayline-merge')!;
    await waitUntil(() => dialog?.querySelector('form') !== null);
    dialog!.querySelector<HTMLInputElement>('input[name=address]')!.value = 'a@example.com';
    dialog!.querySelector('form')!.requestSubmit();
    await waitUntil(() => dialog!.querySelector<HTMLInputElement>('[type=checkbox]') !== null);
    dialog!.querySelector<HTMLInputElement>('[type=checkbox]')!.checked = true;
    dialog!.querySelector<HTMLElement>('.primary')!.click();
    dialog!.querySelector('dialog')!.close();
    await waitUntil(() => on.root.querySelector('wayline-merge') === null);
    end();
    await waitUntil(() => on.root.querySelector('wayline-note') !== null);
    expect(textOf(on.root)).to.contain('not merged');
  });

  it('can remove phones, emails and customer IDs, and no other kinds', async () => {
    const on = await stage();
    await on.edit();
    expect([...on.root.querySelectorAll('.remove')].map(({ ariaLabel }) => ariaLabel)).to.deep.equal(
      ['+14155550132', '+14155550177', 'anais.moreau@example.com', 'amo@example.org', 'C-884120'].map(
        (value) => `Remove ${value}`,
      ),
    );
  });

  it('removes an alias, offers undo for ten seconds, and counts down in the same row', async () => {
    const on = await stage();
    await on.edit();
    on.row('amo@').querySelector<HTMLElement>('.remove')!.focus();
    await remove(on, 'amo@');
    expect(on.asked.edits).to.deep.equal([{ kind: 'remove', alias: anais.aliases[4] }]);
    expect(on.rows()[3]).to.match(/^.amo@example\.org. was removed\. Undo \(10 s\)$/);
    expect(on.focused()?.ariaLabel).to.equal('Undo removing amo@example.org');
    await on.pass(1500);
    expect(on.rows()[3]).to.contain('Undo (9 s)');
    await on.pass(8400);
    expect(on.rows()[3]).to.contain('Undo (1 s)');
    await on.pass(100);
    expect(on.rows()).to.have.lengthOf(5);
    expect(on.focused()?.className).to.equal('edit');
    expect(announced(on.element)).to.deep.equal(['amo@example.org was removed.']);
  });

  it('keeps the focus in the row when the changed person arrives later than the answer', async () => {
    let known: Person = anais;
    const on = await stage({
      late: true,
      edit: (edit) => Promise.resolve(done((known = edited(known, edit)))),
    });
    await on.edit();
    on.row('amo@').querySelector<HTMLElement>('.remove')!.focus();
    on.row('amo@').querySelector<HTMLElement>('.remove')!.click();
    await waitUntil(() => on.focused()?.ariaLabel === 'Undo removing amo@example.org');
    on.button('Undo')!.click();
    await waitUntil(() => on.focused()?.ariaLabel === 'Remove amo@example.org');
  });

  it('does not move the focus when the agent has moved it', async () => {
    const on = await stage({ late: true });
    const elsewhere = await fixture<HTMLInputElement>(html`<input />`);
    await on.edit();
    on.row('amo@').querySelector<HTMLElement>('.remove')!.click();
    elsewhere.focus();
    await waitUntil(() => on.button('Undo') !== undefined);
    expect(document.activeElement === elsewhere).to.equal(true);
  });

  it('restores an alias with the same kind', async () => {
    const on = await stage();
    await on.edit();
    await remove(on, 'C-884120');
    on.button('Undo')!.click();
    await waitUntil(() => on.button('Undo') === undefined);
    expect(on.asked.edits[1]).to.deep.equal({ kind: 'add', alias: { kind: 'customerId', value: 'C-884120' } });
    expect(on.rows()[4]).to.equal('C-884120 customer ID');
    await waitUntil(() => announced(on.element).includes('C-884120 was restored.'));
  });

  it('gives each of several removals its own ten seconds to undo', async () => {
    const on = await stage();
    await on.edit();
    await remove(on, 'amo@');
    await on.pass(4000);
    await remove(on, 'C-884120');
    await remove(on, 'anais.moreau@');
    const kept = on.rows().map((text) => text.replace(/[\u2068\u2069]/g, ''));
    expect(kept.slice(2, 5)).to.deep.equal([
      'anais.moreau@example.com was removed. Undo (10 s)',
      'amo@example.org was removed. Undo (6 s)',
      'C-884120 was removed. Undo (10 s)',
    ]);
    await on.pass(6000);
    expect(on.rows().filter((row) => row.includes('removed'))).to.have.lengthOf(2);
    await on.pass(4000);
    expect(on.rows().filter((row) => row.includes('removed'))).to.have.lengthOf(0);
  });

  it('explains the effect before it removes the matched alias or the last one', async () => {
    const on = await stage();
    await on.edit();
    on.row('0132').querySelector<HTMLElement>('.remove')!.click();
    await on.element.updateComplete;
    expect(on.asked.edits).to.have.lengthOf(0);
    expect(on.row('0132').innerText).to.contain('Its events will no longer be shown here');
    expect(on.focused()?.textContent.trim()).to.equal('Keep');
    await sendKeys({ press: 'Escape' });
    await on.element.updateComplete;
    expect(on.root.querySelector('.doubt')).to.equal(null);
    expect(on.focused()?.ariaLabel).to.equal('Remove +14155550132');
    (on.focused() as HTMLElement).click();
    await on.element.updateComplete;
    on.root.querySelector<HTMLElement>('.doubt .bad')!.click();
    await waitUntil(() => on.asked.edits.length === 1);
    await waitUntil(() => on.focused()?.className === 'undo');
    const last = await stage({}, {}, { ...anais, aliases: [{ kind: 'email', value: 'a@example.com' }] });
    await last.edit();
    last.row('a@').querySelector<HTMLElement>('.remove')!.click();
    await last.element.updateComplete;
    expect(last.row('a@').innerText).to.contain('This is the last alias.');
    expect(last.asked.edits).to.have.lengthOf(0);
  });

  it('sends a removal once for several presses', async () => {
    const on = await stage({ edit: () => new Promise(() => undefined) });
    await on.edit();
    const button = on.row('amo@').querySelector<HTMLElement>('.remove')!;
    button.click();
    await on.element.updateComplete;
    button.click();
    expect([on.asked.edits.length, button.ariaBusy]).to.deep.equal([1, 'true']);
  });

  it('keeps an alias that could not be removed or restored, explains why, and tries again', async () => {
    let works = false;
    const on = await stage({
      edit: (edit) => (works ? Promise.resolve(done(edited(anais, edit))) : fail('network')()),
    });
    await on.edit();
    on.row('amo@').querySelector<HTMLElement>('.remove')!.click();
    await waitUntil(() => on.root.querySelector('wayline-note') !== null);
    expect(textOf(on.root)).to.contain('amo@example.org was not removed: The service did not respond');
    works = true;
    on.root.querySelector('wayline-note')!.shadowRoot!.querySelector<HTMLElement>('.button')!.click();
    await waitUntil(() => on.row('amo@').matches('.gone'));
    works = false;
    on.button('Undo')!.click();
    await waitUntil(() => on.root.querySelector('wayline-note') !== null);
    await on.pass(20_000);
    expect(textOf(on.root)).to.contain('amo@example.org could not be restored: The service did not respond');
  });

  it('cancels open edits when another customer is shown', async () => {
    const on = await stage();
    await on.edit();
    on.form('wayline-rename').querySelector('input')!.value = 'half a na';
    await remove(on, 'amo@');
    on.element.person = ready(matchOf({ ...anais, id: 'p2' }));
    await on.element.updateComplete;
    expect(on.root.querySelector('.undo, wayline-rename, wayline-add-alias, wayline-note')).to.equal(null);
  });

  it('reports aliases that another user’s change removed or moved at the same time', async () => {
    const on = await stage({
      edit: (edit) =>
        Promise.resolve(done(edited(anais, edit), { restored: [anais.aliases[1]!], lost: [anais.aliases[5]!] })),
    });
    await on.edit();
    await remove(on, 'amo@');
    expect(textOf(on.root)).to.contain('Another user’s change removed C-884120 at the same time. It was restored.');
    expect(textOf(on.root)).to.contain('Another user moved +14155550177 to another person at the same time.');
  });

  it('reports a change that is overwritten later, unless another customer is shown by then', async () => {
    for (const left of [false, true]) {
      let overtake!: (person: Person) => void;
      const overtaken = new Promise<Person>((resolve) => (overtake = resolve));
      const on = await stage({ edit: (edit) => Promise.resolve(done(edited(anais, edit), { overtaken })) });
      await on.edit();
      await remove(on, 'amo@');
      if (left) on.element.person = ready(matchOf({ ...anais, id: 'p2' }));
      await on.element.updateComplete;
      overtake(anais);
      await overtaken;
      await on.element.updateComplete;
      const words = 'Another user changed this person at the same time and overwrote your change.';
      expect(textOf(on.root).includes(words)).to.equal(!left);
      expect(announced(on.element).filter((each) => each.startsWith(words))).to.have.lengthOf(left ? 0 : 1);
    }
  });

  it('hides editing after the sign-in was refused, and offers it again to another sign-in', async () => {
    const on = await stage({ edit: fail('forbidden') });
    await on.edit();
    on.row('amo@').querySelector<HTMLElement>('.remove')!.click();
    await waitUntil(() => on.root.querySelector('.edit') === null);
    await waitUntil(() => on.focused()?.id === 'heading');
    expect(textOf(on.root)).to.contain(
      'Not saved: no permission: You can view customers, but have no permission to change them.',
    );
    const next = await stage({}, { permissions: on.element.permissions });
    expect(next.root.querySelector('.edit')).to.equal(null);
    next.element.permissions = {};
    await next.element.updateComplete;
    expect(next.root.querySelector('.edit')).not.to.equal(null);
  });

  it('offers editing to a new sign-in after the previous one was refused', async () => {
    let end!: () => void;
    const held = new Promise<void>((resolve) => (end = resolve));
    const on = await stage({ edit: () => held.then(fail('forbidden')) });
    await on.edit();
    on.row('amo@').querySelector<HTMLElement>('.remove')!.click();
    on.element.permissions = {};
    await on.element.updateComplete;
    end();
    await waitUntil(() => on.focused()?.id === 'heading');
    expect(on.root.querySelector('.edit')).not.to.equal(null);
  });

  it('is accessible while editing, in both schemes, and stays within 240 pixels', async () => {
    for (const scheme of ['light', 'dark']) {
      const on = await stage();
      on.element.style.cssText = `display: block; color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#1b1d20' : '#fff'}; inline-size: 240px`;
      await on.edit();
      await waitUntil(() => on.root.querySelector('.merge') !== null);
      await remove(on, 'amo@');
      on.row('0132').querySelector<HTMLElement>('.remove')!.click();
      await on.element.updateComplete;
      await expect(on.element).to.be.accessible();
      expect(on.element.scrollWidth).to.be.at.most(240);
    }
  });
});

describe('<wayline-add-alias>', () => {
  const add = async (on: Stage, kind: string, value: string) => {
    const form = on.form('wayline-add-alias');
    const select = form.querySelector('select')!;
    select.value = kind;
    select.dispatchEvent(new Event('change'));
    send(form, value);
    await on.root.querySelector('wayline-add-alias')!.updateComplete;
    return form;
  };

  for (const [kind, typed, value] of [
    ['phone', '+44 20 7946 0958', '+442079460958'],
    ['phone', '0044 20 7946 0958', '+442079460958'],
    ['email', ' Jo.Berg@Example.com ', 'Jo.Berg@Example.com'],
    ['customerId', 'Ä-Kunde 7/é', 'Ä-Kunde 7/é'],
  ] as const) {
    it(`adds the ${kind} "${typed}" as "${value}"`, async () => {
      const on = await stage();
      await on.edit();
      const form = await add(on, kind, typed);
      await waitUntil(() => on.rows().length === 7);
      expect(on.asked.edits).to.deep.equal([{ kind: 'add', alias: { kind, value } }]);
      await waitUntil(() => textOf(form).includes(`${value} was added.`));
      expect(form.querySelector('input')!.value).to.equal('');
      expect(announced(on.element)).to.deep.equal([`${value} was added.`]);
    });
  }

  for (const [kind, typed, words] of [
    ['phone', '  ', 'Enter a number, an address or an ID.'],
    ['phone', 'call me', 'not a valid phone number'],
    ['phone', '4155550132', 'not a valid phone number'],
    ['email', 'anais.example.com', 'not a valid email address'],
    ['email', 'AMO@example.org', 'This person already has this alias.'],
    ['phone', '1 (415) 555-0132', 'This person already has this alias.'],
    ['customerId', 'C-884120', 'This person already has this alias.'],
  ] as const) {
    it(`explains what is wrong with the ${kind} "${typed}", and sends nothing`, async () => {
      const on = await stage();
      await on.edit();
      const form = await add(on, kind, typed);
      expect(form.querySelector('.problem')!.textContent).to.contain(words);
      expect(form.activeElement?.ariaInvalid).to.equal('true');
      expect(on.asked.edits).to.have.lengthOf(0);
      expect(announced(on.element)[0]).to.contain(words);
      form.querySelector('input')!.dispatchEvent(new Event('input'));
      await on.root.querySelector('wayline-add-alias')!.updateComplete;
      expect(form.querySelector('.problem')).to.equal(null);
    });
  }

  it('warns at five aliases of a kind that the service might refuse, and still sends the request', async () => {
    const five = {
      ...anais,
      aliases: [1, 2, 3, 4, 5].map((n) => ({ kind: 'email', value: `a${n}@example.com` }) as const),
    };
    const on = await stage({}, {}, five);
    await on.edit();
    const form = on.form('wayline-add-alias');
    expect(form.querySelector('.hint')).to.equal(null);
    await add(on, 'email', '');
    form.querySelector('input')!.dispatchEvent(new Event('input'));
    await on.root.querySelector('wayline-add-alias')!.updateComplete;
    expect(form.querySelector('.hint')!.textContent).to.contain('There are already 5 of the kind email');
    await add(on, 'email', 'a6@example.com');
    expect(on.asked.edits).to.have.lengthOf(1);
  });

  for (const [kind, words] of [
    ['alias-limit', 'The service cannot store more addresses of this kind'],
    ['server', 'The service returned an error.'],
    ['network', 'The service did not respond'],
    ['unauthorized', 'The service no longer accepts this sign-in.'],
    ['rejected', 'The service did not accept the request.'],
    ['not-found', 'Another user merged or deleted this person.'],
  ] as const) {
    it(`keeps the typed value when it fails with ${kind}, and explains why`, async () => {
      const on = await stage({ edit: fail(kind) });
      await on.edit();
      const form = await add(on, 'email', 'new@example.com');
      await waitUntil(() => form.querySelector('wayline-note') !== null);
      expect(textOf(form)).to.contain(`The alias was not added: ${words}`);
      expect(form.querySelector('input')!.value).to.equal('new@example.com');
      const again = form.querySelector('wayline-note')!.retry !== undefined;
      expect(again).to.equal(['server', 'network', 'unauthorized'].includes(kind));
    });
  }

  it('offers to merge with the owner of the alias, or names the missing permission', async () => {
    const other = {
      ...anais,
      id: 'p9',
      firstName: 'Li',
      aliases: [{ kind: 'email', value: 'li@example.com' }],
    } as const;
    for (const may of [true, false]) {
      const on = await stage({
        edit: fail('alias-taken'),
        mayMerge: () => Promise.resolve(may),
        find: () => Promise.resolve(matchOf(other)),
      });
      await on.edit();
      await waitUntil(() => on.element.permissions.merge === may);
      const form = await add(on, 'email', 'li@example.com');
      await waitUntil(() => form.querySelector('wayline-note') !== null);
      expect(textOf(form)).to.contain(
        may ? 'If both are the same customer, merge them.' : 'ask a supervisor or administrator',
      );
      const offer = form.querySelector<HTMLElement>('.actions .button');
      expect(offer !== null).to.equal(may);
      if (offer === null) continue;
      offer.click();
      await waitUntil(() => Boolean(on.root.querySelector('wayline-merge')?.shadowRoot?.querySelector('.card')));
      expect(on.root.querySelector('wayline-merge')!.shadowRoot!.querySelectorAll('.card')[1]!.textContent).to.contain(
        'Li',
      );
    }
  });
});

describe('<wayline-rename>', () => {
  const rename = (on: Stage, first: string, last: string) => send(on.form('wayline-rename'), first, last);

  it('shows the name, and saves another name in any script without spaces at its ends', async () => {
    const on = await stage();
    await on.edit();
    const form = on.form('wayline-rename');
    expect([...form.querySelectorAll('input')].map(({ value }) => value)).to.deep.equal(['Anaïs', "Moreau-O'Neill"]);
    rename(on, '  محمد ', '王小明-Ní Bhriain 3rd');
    await waitUntil(() => textOf(form).includes('Name saved'));
    const before = { firstName: 'Anaïs', lastName: "Moreau-O'Neill" };
    expect(on.asked.edits).to.deep.equal([
      { kind: 'rename', firstName: 'محمد', lastName: '王小明-Ní Bhriain 3rd', before },
    ] satisfies PersonEdit[]);
    expect(announced(on.element)).to.deep.equal(['Name saved: \u2068محمد 王小明-Ní Bhriain 3rd\u2069']);
  });

  it('allows an empty name, and explains what is shown instead', async () => {
    const on = await stage();
    await on.edit();
    const form = on.form('wayline-rename');
    rename(on, ' ', '');
    await waitUntil(() => textOf(form).includes('The name was removed.'));
    expect(on.asked.edits).to.have.lengthOf(1);
  });

  it('sends nothing when nothing was changed', async () => {
    const on = await stage();
    await on.edit();
    rename(on, 'Anaïs ', "Moreau-O'Neill");
    await waitUntil(() => textOf(on.form('wayline-rename')).includes('This is already the name.'));
    expect(on.asked.edits).to.have.lengthOf(0);
  });

  it('shows the name that another user saved, keeps the typed name, and saves it on demand', async () => {
    const theirs = { ...anais, firstName: 'Anna' };
    const on = await stage({
      edit: (edit) =>
        Promise.resolve(
          edit.kind === 'rename' && edit.before.firstName === 'Anna'
            ? done(edited(theirs, edit))
            : done(theirs, { kind: 'changed' }),
        ),
    });
    await on.edit();
    const form = on.form('wayline-rename');
    rename(on, 'Anaëlle', 'Moreau');
    await waitUntil(() => textOf(form).includes("Another user changed the name to \u2068Anna Moreau-O'Neill\u2069."));
    expect([...form.querySelectorAll('input')].map(({ value }) => value)).to.deep.equal(['Anaëlle', 'Moreau']);
    const button = form.querySelector<HTMLElement>('.button')!;
    expect(button.textContent.trim()).to.equal('Save again');
    button.click();
    await waitUntil(() => textOf(form).includes('Name saved: \u2068Anaëlle Moreau\u2069'));
    expect(form.querySelector('.button')!.textContent.trim()).to.equal('Save name');
  });

  it('follows a changed name while the agent does not type, and keeps a typed name', async () => {
    const on = await stage();
    await on.edit();
    const form = on.form('wayline-rename');
    const [first] = form.querySelectorAll('input');
    on.element.person = ready(matchOf({ ...anais, firstName: 'Anna' }));
    await waitUntil(() => first!.value === 'Anna');
    first!.value = 'Ann';
    first!.dispatchEvent(new Event('input'));
    on.element.person = ready(matchOf({ ...anais, firstName: 'Anita' }));
    await on.element.updateComplete;
    await on.root.querySelector('wayline-rename')!.updateComplete;
    expect(first!.value).to.equal('Ann');
  });

  it('keeps the typed name when saving fails, and tries again', async () => {
    const on = await stage({ edit: fail('server') });
    await on.edit();
    const form = on.form('wayline-rename');
    rename(on, 'Anna', 'Moreau');
    await waitUntil(() => form.querySelector('wayline-note') !== null);
    expect(textOf(form)).to.contain('The name was not saved: The service returned an error.');
    expect(form.querySelector('input')!.value).to.equal('Anna');
    await waitUntil(() => form.querySelector('wayline-note')!.shadowRoot!.querySelector('.button') !== null);
    form.querySelector('wayline-note')!.shadowRoot!.querySelector<HTMLElement>('.button')!.click();
    await waitUntil(() => on.asked.edits.length === 2);
  });
});
