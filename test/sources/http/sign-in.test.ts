import { expect } from '@open-wc/testing';
import { JourneyError } from '../../../src/domain/base/journey-error.js';
import { createHttp } from '../../../src/sources/http/http.js';
import { learnFrom } from '../../../src/sources/http/learn-from.js';
import type { SignIn } from '../../../src/sources/http/sign-in.js';
import { failureOf, fakeFetch, json, noWaiting } from '../../support/fake-fetch.js';
import { signedIn, waitingSignIn } from '../../support/signed-in.js';
import { quiet } from '../../support/virtual-clock.js';

const never = new AbortController().signal;

/** A sign-in, and the outcomes of renewals so far. */
function setUp(onAsk?: Parameters<typeof waitingSignIn>[0]) {
  const stage = waitingSignIn(onAsk);
  const outcomes: string[] = [];
  const renew = (name: string, signal = never) =>
    void stage.signIn.renew('old', signal).then(
      () => outcomes.push(name),
      (reason: unknown) => outcomes.push(`${name}: ${String(reason)}`),
    );
  return { ...stage, outcomes, renew };
}

describe('sign-in: its token', () => {
  for (const [given, held] of [
    [' a ', 'a'],
    ['', undefined],
    ['  ', undefined],
    [undefined, undefined],
  ] as const) {
    it(`is ${JSON.stringify(held)} when the host sets ${JSON.stringify(given)}`, () => {
      const { signIn } = setUp();
      signIn.set(given);
      expect(signIn.token()).to.equal(held);
    });
  }
});

describe('sign-in: renewal', () => {
  it('asks the host once however many need a newer token, and wakes them all when it comes', async () => {
    const { clock, signIn, outcomes, renew, asks } = setUp();
    ['a', 'b', 'c'].forEach((name) => renew(name));
    await clock.advance(9_999);
    expect([asks(), outcomes]).to.deep.equal([1, []]);
    signIn.set('new');
    await quiet();
    expect(outcomes).to.deep.equal(['a', 'b', 'c']);
    renew('late');
    await quiet();
    expect([asks(), outcomes.at(-1), clock.waiting]).to.deep.equal([1, 'late', 0]);
  });

  it('gives up after ten seconds; neither the same token nor none is a newer one', async () => {
    const { clock, signIn, outcomes, renew, asks } = setUp();
    renew('a');
    signIn.set('old');
    signIn.set('');
    signIn.set('old');
    await clock.advance(9_999);
    expect(outcomes).to.deep.equal([]);
    await clock.advance(1);
    expect([asks(), outcomes, clock.waiting]).to.deep.equal([1, ['a'], 0]);
    renew('b');
    await quiet();
    expect([asks(), outcomes]).to.deep.equal([2, ['a']]);
    signIn.set('new');
    await quiet();
  });

  it('takes a token from a host that sets it at once', async () => {
    const { signIn, outcomes, renew, clock } = setUp((asked) => asked.set('new'));
    renew('a');
    await quiet();
    expect([signIn.token(), outcomes, clock.waiting]).to.deep.equal(['new', ['a'], 0]);
  });

  it('lets one leave without the others', async () => {
    const { clock, signIn, outcomes, renew, asks } = setUp();
    const controller = new AbortController();
    renew('a', controller.signal);
    renew('b');
    controller.abort('left');
    await quiet();
    expect(outcomes).to.deep.equal(['a: left']);
    renew('c', controller.signal);
    signIn.set('new');
    await quiet();
    expect([asks(), outcomes, clock.waiting]).to.deep.equal([1, ['a: left', 'c: left', 'b'], 0]);
  });

  it('asks again about the next token', async () => {
    const { signIn, renew, asks } = setUp();
    renew('a');
    signIn.set('new');
    void signIn.renew('new', never);
    await quiet();
    expect(asks()).to.equal(2);
    signIn.set('newer');
    await quiet();
  });

  it('brings a thousand requests through with one question', async () => {
    const { signIn, asks } = setUp((asked) => void setTimeout(() => asked.set('new')));
    const { fetch, asked } = fakeFetch(({ headers }) =>
      headers.get('authorization') === 'Bearer new' ? json(1) : json({}, 401),
    );
    const http = createHttp({
      hosts: ['https://one.example'],
      fetch,
      wait: noWaiting().wait,
      token: signIn.token,
      renewToken: signIn.renew,
    });
    const answers = await Promise.all(Array.from({ length: 1000 }, () => http.json('/x', { signal: never })));
    expect(answers.every((answer) => answer === 1)).to.equal(true);
    expect([asks(), asked.length]).to.deep.equal([1, 2000]);
  });
});

describe('sign-in: a host that promises a token', () => {
  interface Promised {
    readonly signIn: SignIn;
    readonly answer: (token: string | undefined) => void;
    readonly fail: (reason: Error) => void;
  }
  const outcomes: Readonly<Record<string, readonly [(host: Promised) => void, string | undefined]>> = {
    'the promised token': [({ answer }) => answer(' new '), 'new'],
    'none when none is promised': [({ answer }) => answer(undefined), 'old'],
    'none when the host fails': [({ fail }) => fail(new Error('no')), 'old'],
    'a token that is set before the promise ends': [({ signIn }) => signIn.set('set'), 'set'],
  };
  for (const [what, [act, token]] of Object.entries(outcomes)) {
    it(`is waited for without another clock, and brings ${what}`, async () => {
      let answer!: Promised['answer'];
      let fail!: Promised['fail'];
      const promised = new Promise<string | undefined>((resolve, reject) => {
        answer = resolve;
        fail = reject;
      });
      const { asks, clock, outcomes, renew, signIn } = setUp(() => promised);
      renew('a');
      renew('b');
      await clock.advance(3_600_000);
      expect([outcomes, clock.waiting, asks()]).to.deep.equal([[], 0, 1]);
      act({ signIn, answer, fail });
      await quiet();
      expect([outcomes, signIn.token()]).to.deep.equal([['a', 'b'], token]);
    });
  }

  it('does not replace a token that came first', async () => {
    let answer!: (token: string) => void;
    const { renew, signIn } = setUp(() => new Promise((resolve) => (answer = resolve)));
    renew('a');
    signIn.set('set');
    answer('late');
    await quiet();
    expect(signIn.token()).to.equal('set');
  });
});

describe('sign-in: permissions', () => {
  type Step = (signIn: SignIn) => void;
  const refused: Step = (signIn) => signIn.learn('edit-person', 'p', false, signIn.token());
  const set =
    (token: string | undefined): Step =>
    (signIn) =>
      signIn.set(token);

  const table: readonly (readonly [string, readonly Step[], boolean | undefined])[] = [
    ['unknown at first', [], undefined],
    ['false when refused', [refused], false],
    ['true when allowed', [(signIn) => signIn.learn('edit-person', 'p', true, 'old')], true],
    ['what was learned last', [refused, (signIn) => signIn.learn('edit-person', 'p', true, 'old')], true],
    ['unknown again with another token', [refused, set('new')], undefined],
    ['kept when the host sets the same token', [refused, set(' old ')], false],
    ['unknown without a token', [refused, set('')], undefined],
    ['kept when the same token comes back', [refused, set(''), set('old')], false],
    [
      'unknown when the request was sent with an older token',
      [set('new'), (s) => s.learn('edit-person', 'p', false, 'old')],
      undefined,
    ],
    ['nothing that a request without a token taught', [set(''), refused, set('old')], undefined],
    ['kept apart from other permissions', [(s) => s.learn('merge-persons', 'p', false, 'old')], undefined],
    ['kept apart from other projects', [(s) => s.learn('edit-person', 'q', false, 'old')], undefined],
    [
      'unknown with another token that taught something else',
      [refused, set('new'), (s) => s.learn('read-records', 'h', false, 'new')],
      undefined,
    ],
    [
      'unknown when the old token comes back after another one taught something',
      [refused, set('new'), (s) => s.learn('read-records', 'h', false, 'new'), set('old')],
      undefined,
    ],
  ];
  for (const [what, steps, allowed] of table) {
    it(`are ${what}`, () => {
      const signIn = signedIn('old');
      for (const step of steps) step(signIn);
      expect(signIn.may('edit-person', 'p')).to.equal(allowed);
    });
  }

  it('are shared with other widgets of the page that have the same token, and nobody else', () => {
    const { memory, signIn } = setUp();
    const [same, other] = [signedIn('old', memory), signedIn('other', memory)];
    let told = 0;
    const stop = same.subscribe(() => (told += 1));
    refused(signIn);
    expect([told, same.may('edit-person', 'p'), other.may('edit-person', 'p')]).to.deep.equal([1, false, undefined]);
    stop();
    refused(same);
    expect(told).to.equal(1);
  });

  for (const [kind, allowed] of [
    ['forbidden', false],
    ['unauthorized', undefined],
    ['rejected', undefined],
    ['server', undefined],
  ] as const) {
    it(`are ${String(allowed)} after a request that failed as ${kind}`, async () => {
      const signIn = signedIn('old');
      const send = () => Promise.reject(new JourneyError(kind));
      expect(await failureOf(learnFrom(signIn, 'edit-person', 'p', send))).to.include({ kind });
      expect(signIn.may('edit-person', 'p')).to.equal(allowed);
    });
  }

  it('are not learned from a request when another token came while it was sent', async () => {
    const signIn = signedIn('old');
    const send = () => {
      signIn.set('new');
      return Promise.reject(new JourneyError('forbidden'));
    };
    await failureOf(learnFrom(signIn, 'edit-person', 'p', send));
    expect(signIn.may('edit-person', 'p')).to.equal(undefined);
    expect(await learnFrom(signIn, 'edit-person', 'p', () => Promise.resolve(1))).to.equal(1);
  });
});
