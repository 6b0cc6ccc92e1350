import { expect } from '@open-wc/testing';
import type { TokenReason } from '../../../src/embed/protocol/protocol.js';
import {
  createTokenRenewal,
  type TokenRenewal,
  type TokenRenewalOptions,
} from '../../../src/embed/protocol/token-renewal.js';
import { waitUntil } from '../../support/wait-until.js';

function setUp(patience: number) {
  const asked: TokenReason[] = [];
  const used: (string | undefined)[] = [];
  const stage = { asked, used, missed: 0 };
  const renewal = createTokenRenewal({
    ask: (reason) => asked.push(reason),
    use: (value) => used.push(value),
    missing: () => stage.missed++,
    patience,
  });
  return { renewal, stage };
}

const token = { value: 'one', expiresAt: Date.now() + 3_600_000 };

// The timed request is tested with a clock in test/e2e/embed/embed.spec.ts.
describe('the renewal of a token', () => {
  it('sends one request at a time', () => {
    const { renewal, stage } = setUp(60_000);
    for (const reason of ['start', 'refused', 'start'] as const) void renewal.need(reason);
    expect(stage.asked).to.deep.equal(['start']);
    renewal.take(token);
    expect(renewal.held).to.equal(true);
    void renewal.need('refused');
    expect(stage.asked).to.deep.equal(['start', 'refused']);
    renewal.end();
  });

  it('reports a timeout, and accepts a token that arrives later', async () => {
    const { renewal, stage } = setUp(1);
    void renewal.need('start');
    await waitUntil(() => stage.missed === 1);
    expect(renewal.held).to.equal(false);
    renewal.take(token);
    expect(stage.used).to.deep.equal(['one']);
    renewal.end();
  });

  it('stops waiting once there is no token, and asks again on request', () => {
    const { renewal, stage } = setUp(60_000);
    void renewal.need('start');
    renewal.none();
    expect(stage.missed).to.equal(1);
    renewal.none();
    expect(stage.missed, 'nothing was asked').to.equal(1);
    void renewal.need('start');
    expect(stage.asked).to.deep.equal(['start', 'start']);
    renewal.end();
  });

  it('keeps the current token if there is no newer one yet', () => {
    const { renewal, stage } = setUp(60_000);
    renewal.take(token);
    void renewal.need('expiry');
    renewal.none();
    expect([renewal.held, stage.missed, stage.used.at(-1)]).to.deep.equal([true, 0, 'one']);
    renewal.end();
  });

  it('drops the token at the end', () => {
    const { renewal, stage } = setUp(60_000);
    renewal.take(token);
    renewal.end();
    expect(stage.used).to.deep.equal(['one', undefined]);
    expect(renewal.held).to.equal(false);
  });

  const outcomes: Readonly<Record<string, readonly [(renewal: TokenRenewal) => void, string | undefined]>> = {
    'the token that comes': [(renewal) => renewal.take(token), 'one'],
    'nothing when there is none': [(renewal) => renewal.none(), undefined],
    'nothing in the end': [(renewal) => renewal.end(), undefined],
  };
  for (const [what, [act, answer]] of Object.entries(outcomes)) {
    it(`answers all callers with ${what}`, async () => {
      const { renewal } = setUp(60_000);
      const answers = [renewal.need('expiry'), renewal.need('refused')];
      act(renewal);
      expect(await Promise.all(answers)).to.deep.equal([answer, answer]);
      renewal.end();
    });
  }

  it('answers with undefined if no token arrives in time', async () => {
    const { renewal } = setUp(1);
    expect(await renewal.need('refused')).to.equal(undefined);
    renewal.end();
  });

  it('reports a missing token if a refused token waited for the request at its end', () => {
    const { renewal, stage } = setUp(60_000);
    renewal.take(token);
    void renewal.need('expiry');
    void renewal.need('refused');
    renewal.none();
    expect([stage.asked, stage.missed]).to.deep.equal([['expiry'], 1]);
    renewal.end();
  });

  const minute = 60_000;
  const plans: readonly (readonly [
    string,
    Partial<TokenRenewalOptions>,
    (renewal: TokenRenewal) => void,
    readonly number[],
  ])[] = [
    ['a minute before the end', {}, (r) => r.take({ value: 'a', expiresAt: 10 * minute }), [9 * minute]],
    ['after the pause when the end is near', {}, (r) => r.take({ value: 'a', expiresAt: minute }), [30_000]],
    ['after its own pause', { pause: minute }, (r) => r.take({ value: 'a', expiresAt: minute }), [minute]],
    ['after the pause when there is no newer one', {}, (r) => (void r.need('expiry'), r.none()), [30_000]],
    ['not again when there is none at all', {}, (r) => (void r.need('start'), r.none()), []],
    ['again when it insists', { insist: true }, (r) => (void r.need('start'), r.none()), [30_000]],
    ['no later than a timer can wait', {}, (r) => r.take({ value: 'a', expiresAt: 2 ** 40 }), [2 ** 31 - 1]],
  ];
  for (const [when, options, act, expected] of plans) {
    it(`asks ${when}`, () => {
      const asked: TokenReason[] = [];
      const timers: { readonly call: () => void; readonly inMs: number }[] = [];
      const renewal = createTokenRenewal({
        ask: (reason) => asked.push(reason),
        use: () => undefined,
        missing: () => undefined,
        now: () => 0,
        schedule: (call, inMs) => timers.push({ call, inMs }),
        ...options,
      });
      act(renewal);
      expect(timers.map(({ inMs }) => inMs)).to.deep.equal(expected);
      const before = asked.length;
      timers[0]?.call();
      expect(asked.slice(before)).to.deep.equal(expected.map(() => 'expiry'));
      renewal.end();
      timers[0]?.call();
      expect(asked.length - before).to.equal(expected.length);
    });
  }
});
