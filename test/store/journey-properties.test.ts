import { changeThrough, liveThrough } from './journey-properties.js';
import { createStage, customers, randomFrom } from './stage.js';

const [anna] = customers;
const second = 1000;
const minute = 60 * second;
const habits = { pageBase: 0, pageSize: 100, order: 'newest' } as const;

// Many more courses, with new seeds: `npm run soak`.
describe('the promises of the journey store', function () {
  this.timeout(180 * second);

  it('are kept in 500 random courses of bad days (seed 20261120)', () => liveThrough(500, 20_261_120));

  it('are kept in 250 random courses in which aliases are added and removed (seed 20261121)', () =>
    changeThrough(250, 20_261_121));

  it('hold over 10,000 events, a fifth of them repeated, a fifth out of order, with 100 reconnects', async () => {
    const stage = createStage(habits, 1);
    const random = randomFrom(2);
    stage.show(anna);
    await stage.clock.advance(5 * second);
    for (let event = 1; event <= 10_000; event++) {
      stage.emit(anna, {
        times: random() < 0.2 ? 2 : 1,
        hold: random() < 0.2,
        late: random() < 0.2 ? Math.floor(random() * 4 * minute) : 0,
      });
      if (event % 20 === 0) await stage.clock.advance(500);
      if (event % 100 === 50) stage.service.cut();
      if (event % 500 === 0) stage.check(`event ${event}`, false);
    }
    stage.service.release();
    await stage.clock.advance(2 * minute);
    stage.check('in the end', true);
    // So many events in a short time leave a gap, which the agent loads.
    stage.store.retry();
    await stage.clock.advance(minute);
    stage.checkComplete('in the end');
    if (stage.recordsSeen() === 0) throw new Error('there was no contact record to look at');
    await stage.checkNothingLeft();
  });

  it('hold through 1,000 renewals of the token, each used at once and asked for once', async () => {
    const stage = createStage(habits, 3);
    const { clock, service, signIn } = stage;
    stage.show(anna);
    await clock.advance(5 * second);
    const renewedAt: number[] = [];
    for (let renewal = 1; renewal <= 1000; renewal++) {
      // Every tenth time, the old token is refused before the desktop has a new one.
      const late = renewal % 10 === 0;
      if (late) {
        service.accept([`token-${renewal}`]);
        service.cut();
        await clock.advance(3 * second);
      }
      signIn.set(`token-${renewal}`);
      renewedAt[renewal] = clock.now();
      if (!late) service.accept([`token-${renewal}`, `token-${renewal - 1}`]);
      stage.emit(anna);
      await clock.advance(10 * second);
      stage.check(`renewal ${renewal}`, true);
    }
    stage.checkComplete('in the end');
    for (const { token, at } of service.tokensSeen) {
      const next = renewedAt[Number(token.replace('token-', '')) + 1] ?? Infinity;
      if (at > next + second) throw new Error(`${token} was used ${at - next} ms after its renewal`);
    }
    if (stage.timesAsked() > 100) throw new Error(`The host was asked ${stage.timesAsked()} times for 100 refusals`);
    const connects = service.connects();
    if (connects > 1 + 100) throw new Error(`${connects} connections for 100 cuts`);
    await stage.checkNothingLeft();
  });

  for (const [name, ms] of [
    ['1 s', second],
    ['60 s', minute],
    ['10 minutes', 10 * minute],
  ] as const) {
    it(`hold after an outage of ${name}: complete within 2 s after the network is back`, async () => {
      const stage = createStage(habits, 5);
      const { clock, service } = stage;
      for (let event = 0; event < 300; event++) stage.emit(anna, { late: event * minute });
      stage.show(anna);
      await clock.advance(10 * second);
      stage.checkComplete('before');
      service.unplug();
      for (let event = 0; event < 150; event++) {
        stage.emit(anna);
        await clock.advance(ms / 150);
      }
      service.plug();
      stage.wake();
      await clock.advance(2 * second);
      stage.check('after', true);
      stage.checkComplete('after');
      await stage.checkNothingLeft();
    });
  }

  it('hold when a connection breaks silently: it is detected, and missed events are loaded', async () => {
    const stage = createStage(habits, 7);
    stage.show(anna);
    await stage.clock.advance(10 * second);
    stage.silence();
    for (let event = 0; event < 20; event++) stage.emit(anna);
    await stage.clock.advance(6 * minute);
    stage.heal();
    stage.check('after', true);
    stage.checkComplete('after');
    await stage.checkNothingLeft();
  });
});
