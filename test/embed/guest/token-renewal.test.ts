import { expect } from '@open-wc/testing';
import type { TokenReason } from '../../../src/embed/protocol/protocol.js';
import { createTokenRenewal } from '../../../src/embed/guest/token-renewal.js';
import { waitUntil } from '../../support/wait-until.js';

function setUp(patience: number) {
  const asked: TokenReason[] = [];
  const used: (string | undefined)[] = [];
  const stage = { asked, used, missed: 0 };
  const life = createTokenRenewal({
    ask: (reason) => asked.push(reason),
    use: (value) => used.push(value),
    missing: () => stage.missed++,
    patience,
  });
  return { life, stage };
}

const token = { value: 'one', expiresAt: Date.now() + 3_600_000 };

// The timed request is tested with a clock in test/e2e/embed/embed.spec.ts.
describe('the token renewal', () => {
  it('sends one request at a time', () => {
    const { life, stage } = setUp(60_000);
    for (const reason of ['start', 'refused', 'start'] as const) life.need(reason);
    expect(stage.asked).to.deep.equal(['start']);
    life.take(token);
    expect(life.held).to.equal(true);
    life.need('refused');
    expect(stage.asked).to.deep.equal(['start', 'refused']);
    life.end();
  });

  it('reports a timeout, and accepts a token that arrives later', async () => {
    const { life, stage } = setUp(1);
    life.need('start');
    await waitUntil(() => stage.missed === 1);
    expect(life.held).to.equal(false);
    life.take(token);
    expect(stage.used).to.deep.equal(['one']);
    life.end();
  });

  it('stops waiting once there is no token, and asks again on request', () => {
    const { life, stage } = setUp(60_000);
    life.need('start');
    life.none();
    expect(stage.missed).to.equal(1);
    life.none();
    expect(stage.missed, 'nothing was asked').to.equal(1);
    life.need('start');
    expect(stage.asked).to.deep.equal(['start', 'start']);
    life.end();
  });

  it('keeps the current token if there is no newer one yet', () => {
    const { life, stage } = setUp(60_000);
    life.take(token);
    life.need('expiry');
    life.none();
    expect([life.held, stage.missed, stage.used.at(-1)]).to.deep.equal([true, 0, 'one']);
    life.end();
  });

  it('drops the token at the end', () => {
    const { life, stage } = setUp(60_000);
    life.take(token);
    life.end();
    expect(stage.used).to.deep.equal(['one', undefined]);
    expect(life.held).to.equal(false);
  });
});
