import { expect } from '@open-wc/testing';
import { JourneyError } from '../../../src/domain/base/journey-error.js';
import { serverSentEvents } from '../../../src/sources/stream/event-stream.js';
import { reconnecting } from '../../../src/sources/stream/reconnecting.js';
import { sharedRead } from '../../../src/sources/shared-read.js';
import type { LiveSignal } from '../../../src/sources/journey-source.js';
import { abortable, wait as realWait } from '../../../src/platform/wait.js';
import { onOnline, onOnlineOrVisible, type Wake } from '../../../src/platform/connectivity.js';
import { settled } from '../../support/channel.js';
import { all, failureOf, handFed, noWaiting } from '../../support/fake-fetch.js';
import { createVirtualClock, quiet } from '../../support/virtual-clock.js';

const never = new AbortController().signal;

/** A body with exactly these chunks. */
const chunked = (...chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(chunk));
      controller.close();
    },
  });

/** An event target that counts its listeners. */
class CountingTarget extends EventTarget {
  listeners = 0;
  visibilityState: DocumentVisibilityState = 'visible';

  override addEventListener(type: string, listener: EventListener, options: AddEventListenerOptions): void {
    super.addEventListener(type, listener, options);
    if (options.signal?.aborted) return;
    this.listeners += 1;
    const gone = () => {
      over.abort();
      this.listeners -= 1;
    };
    const over = new AbortController();
    options.signal?.addEventListener('abort', gone, { once: true, signal: over.signal });
    if (options.once) super.addEventListener(type, gone, { once: true, signal: over.signal });
  }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('serverSentEvents', () => {
  const stream = [
    '\uFEFF: welcome',
    'retry: 5000',
    'id: 7',
    'event: journey',
    'data: {"name":"Zoë ☃ 😀",',
    'data: "n":0}',
    '',
    ':',
    'data:no space',
    '',
    'unknown: field',
    '',
    'data',
    '',
    'data:  two spaces',
    '',
    'data: never finished',
  ];
  const messages = ['{"name":"Zoë ☃ 😀",\n"n":0}', 'no space', '', ' two spaces'];

  for (const [name, end] of [
    ['LF', '\n'],
    ['CR', '\r'],
    ['CRLF', '\r\n'],
  ] as const) {
    it(`reads the same messages wherever the bytes are split (${name})`, async () => {
      const bytes = bytesOf(stream.join(end));
      for (let cut = 0; cut <= bytes.length; cut++) {
        const body = chunked(bytes.subarray(0, cut), bytes.subarray(cut));
        expect(await all(serverSentEvents(body, never)), `cut at ${cut}`).to.deep.equal(messages);
      }
      const single = [...bytes].map((byte) => Uint8Array.of(byte));
      expect(await all(serverSentEvents(chunked(...single), never))).to.deep.equal(messages);
    });

    it(`yields a message as soon as it is complete (${name})`, async () => {
      const line = handFed();
      const reading = serverSentEvents(line.body, never);
      line.send(`data: now${end}${end}`);
      expect(await reading.next()).to.deep.equal({ done: false, value: 'now' });
      line.send(`data: again${end}${end}`);
      expect(await reading.next()).to.deep.equal({ done: false, value: 'again' });
    });
  }

  it('loses nothing if the reader is slow', async () => {
    const line = handFed();
    const reading = serverSentEvents(line.body, never);
    const seen: string[] = [];
    for (let n = 0; n < 50; n++) line.send(`data: ${n}\n\n${n % 7 ? '' : `data: ${n}b\n\n`}`);
    line.end();
    for await (const message of reading) {
      await settled();
      seen.push(message);
    }
    const expected = Array.from({ length: 50 }, (_, n) => (n % 7 ? [`${n}`] : [`${n}`, `${n}b`])).flat();
    expect(seen).to.deep.equal(expected);
  });

  it('ends without an error on abort, while waiting and between messages, and cancels the body', async () => {
    for (const wanted of [0, 1]) {
      const line = handFed();
      const controller = new AbortController();
      const reading = serverSentEvents(line.body, controller.signal);
      line.send('data: a\n\ndata: b\n\n');
      for (let n = 0; n < wanted; n++) await reading.next();
      if (wanted === 0) {
        await reading.next();
        await reading.next();
      }
      const next = wanted === 0 ? reading.next() : undefined;
      controller.abort();
      expect(await (next ?? reading.next())).to.deep.equal({ done: true, value: undefined });
      await settled();
      expect(line.cancelled).to.equal(true);
    }
  });

  it('cancels the body when its reader stops', async () => {
    const line = handFed();
    line.send('data: a\n\n');
    for await (const message of serverSentEvents(line.body, never)) {
      expect(message).to.equal('a');
      break;
    }
    await settled();
    expect(line.cancelled).to.equal(true);
  });

  it('throws a network failure when the connection breaks', async () => {
    const line = handFed();
    const reading = all(serverSentEvents(line.body, never));
    line.cut();
    expect(await failureOf(reading))
      .to.be.instanceOf(JourneyError)
      .and.include({ kind: 'network' });
  });

  it('reads the same messages wherever the bytes are split twice', async () => {
    const bytes = bytesOf('\uFEFFdata: é😀\r\n\r\n: ☃\r\r\ndata:\n\ndata: end\r\r');
    const whole = await all(serverSentEvents(chunked(bytes), never));
    expect(whole).to.deep.equal(['é😀', '', 'end']);
    for (let first = 0; first <= bytes.length; first++) {
      for (let second = first; second <= bytes.length; second++) {
        const body = chunked(bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second));
        expect(await all(serverSentEvents(body, never)), `cut at ${first} and ${second}`).to.deep.equal(whole);
      }
    }
  });
});

describe('serverSentEvents: broken connections', () => {
  const second = 1_000;
  const minute = 60 * second;

  /** A connection with a virtual clock; `failure` is the error of its reader so far. */
  function listen(onOnline?: Wake) {
    const clock = createVirtualClock(0);
    const line = handFed();
    const controller = new AbortController();
    const messages: string[] = [];
    const result: { failure: unknown; over: boolean } = { failure: undefined, over: false };
    void (async () => {
      const { wait, now } = clock;
      try {
        for await (const message of serverSentEvents(line.body, controller.signal, { wait, now, onOnline }))
          messages.push(message);
      } catch (error) {
        result.failure = error;
      }
      result.over = true;
    })();
    return { clock, line, messages, result, abort: () => controller.abort() };
  }

  /** Waits for the timeout and returns after how many milliseconds the connection counted as broken. */
  async function silenceOf({ clock, result }: ReturnType<typeof listen>): Promise<number> {
    await clock.advance(0);
    for (let ms = 0; ms <= 20 * minute; ms += second / 2) {
      if (result.over) return ms;
      await clock.advance(second / 2);
    }
    throw new Error('still trusted');
  }

  const habits: readonly (readonly [string, readonly (readonly [number, string])[], number])[] = [
    ['five minutes before a rhythm is known', [], 5 * minute],
    ['five minutes after one beat', [[20_000, ': beat\n\n']], 5 * minute],
    [
      'three beats of twenty seconds',
      [
        [20_000, ':\n'],
        [20_000, ':\n'],
      ],
      minute,
    ],
    [
      'three of the longest gap',
      [
        [20_000, ':\n'],
        [20_000, ':\n'],
        [40_000, ':\n'],
        [20_000, ':\n'],
      ],
      2 * minute,
    ],
    [
      'half a minute at least',
      [
        [2_000, ':\n'],
        [2_000, ':\n'],
        [2_000, ':\n'],
      ],
      minute / 2,
    ],
    [
      'five minutes at most',
      [
        [0, ':\n'],
        [4 * minute, ':\n'],
      ],
      5 * minute,
    ],
    [
      'blank messages are beats',
      [
        [0, 'data:\n\n'],
        [20_000, 'data:\n\n'],
      ],
      minute,
    ],
    [
      'words are beats',
      [
        [0, 'data: ping\n\n'],
        [20_000, 'data: "ping"\n\n'],
      ],
      minute,
    ],
    [
      'events teach no rhythm',
      [
        [0, 'data: {}\n\n'],
        [2_000, 'data: {}\n\n'],
        [2_000, 'data: []\n\n'],
      ],
      5 * minute,
    ],
    [
      'a greeting and its padding are one beat',
      [
        [0, ': hello\n'],
        [900, ': padding\n'],
        [59_100, ':\n'],
      ],
      3 * minute,
    ],
    ['fast beats are a rhythm too', Array.from({ length: 5 }, () => [500, ':\n'] as const), minute / 2],
  ];
  for (const [name, signs, limit] of habits) {
    it(`a silent connection counts as broken after ${limit / second} s: ${name}`, async () => {
      const heard = listen();
      for (const [after, text] of signs) {
        await heard.clock.advance(after);
        heard.line.send(text);
        await quiet();
      }
      expect(await silenceOf(heard)).to.equal(limit);
      expect(heard.result.failure).to.be.instanceOf(JourneyError).and.include({ kind: 'network' });
      await settled();
      expect(heard.line.cancelled).to.equal(true);
      expect(heard.clock.waiting).to.equal(0);
    });
  }

  it('a comment, half a line and a message all count as activity', async () => {
    const { clock, line, result, messages } = listen();
    for (const text of [': still here\n', 'da', 'ta: {}', '\n\n', ':\n', 'retry: 1\n']) {
      await clock.advance(4.9 * minute);
      expect(result.over).to.equal(false);
      line.send(text);
      await quiet();
    }
    expect(messages).to.deep.equal(['{}']);
  });

  it('a connection does not time out while its reader is busy', async () => {
    const { now, wait, advance } = createVirtualClock(0);
    const line = handFed();
    const reading = serverSentEvents(line.body, never, { now, wait });
    line.send('data: a\n\n');
    expect((await reading.next()).value).to.equal('a');
    await advance(10 * minute);
    line.send('data: b\n\n');
    expect((await reading.next()).value).to.equal('b');
    await reading.return();
  });

  for (const [name, jump] of [
    ['slept', 10 * minute],
    ['set its clock back', -10 * minute],
  ] as const) {
    it(`half a minute after the machine ${name}, the timeout follows the clock`, async () => {
      const clock = createVirtualClock(0);
      let offset = 0;
      const line = handFed();
      const now = () => clock.now() + offset;
      const reading = failureOf(all(serverSentEvents(line.body, never, { wait: clock.wait, now })));
      await clock.advance(10 * second);
      offset = jump;
      await clock.advance(20 * second);
      expect(await reading).to.include({ kind: 'network' });
    });
  }

  it('closes connections from before the network went offline, and removes its listeners', async () => {
    const world = new CountingTarget();
    const { line, messages, result } = listen(onOnline(world));
    line.send('data: {"n":1}\n\n');
    await quiet();
    expect([messages.length, result.over]).to.deep.equal([1, false]);
    world.dispatchEvent(new Event('online'));
    await quiet();
    expect(result.failure).to.be.instanceOf(JourneyError).and.include({ kind: 'network' });
    expect([line.cancelled, world.listeners]).to.deep.equal([true, 0]);

    const left = listen(onOnline(world));
    await quiet();
    expect(world.listeners).to.equal(1);
    left.abort();
    await quiet();
    expect([left.result.failure, left.result.over, world.listeners]).to.deep.equal([undefined, true, 0]);
  });
});

describe('reconnecting', () => {
  type Script = readonly (JourneyError | Error | readonly string[])[];

  /** Plays a list of connections: each fails, or yields messages and ends; aborts after the last. */
  async function play(script: Script, random = () => 1) {
    const controller = new AbortController();
    const pause = noWaiting([]);
    let next = 0;
    const connect = () => {
      const step = script[next++];
      if (step === undefined) {
        controller.abort();
        return Promise.reject(controller.signal.reason as Error);
      }
      if (step instanceof Error) return Promise.reject(step);
      return Promise.resolve(
        (async function* () {
          yield* step;
        })(),
      );
    };
    const signals: LiveSignal<string>[] = [];
    let failure: unknown;
    try {
      for await (const signal of reconnecting(connect, controller.signal, { wait: pause.wait, random }))
        signals.push(signal);
    } catch (error) {
      failure = error;
    }
    const delays = signals.flatMap((signal) => (signal.kind === 'retrying' ? [signal.inMs] : []));
    return { signals, delays, failure, waits: pause.waits, connections: next };
  }

  const network = new JourneyError('network');
  const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

  it('signals when it is open, each message, and when it will retry', async () => {
    const { signals } = await play([['a', 'b'], network]);
    expect(signals).to.deep.equal([
      { kind: 'open' },
      { kind: 'message', value: 'a' },
      { kind: 'message', value: 'b' },
      { kind: 'retrying', inMs: 1000, error: undefined },
      { kind: 'retrying', inMs: 2000, error: network },
    ]);
  });

  it('waits a second, doubles up to half a minute, and waits as long as it signals', async () => {
    const { delays, waits } = await play(times(7, network));
    expect(delays).to.deep.equal([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(waits).to.deep.equal(delays);
  });

  it('randomizes half of each wait', async () => {
    const { delays } = await play(times(3, network), () => 0);
    expect(delays).to.deep.equal([500, 1000, 2000]);
  });

  it('resets the wait after a message, not after an open connection', async () => {
    expect((await play(times(4, []))).delays).to.deep.equal([1000, 2000, 4000, 8000]);
    expect((await play([network, network, ['a'], network])).delays).to.deep.equal([1000, 2000, 1000, 2000]);
  });

  it('waits at least as long as the service asks', async () => {
    const busy = new JourneyError('rate-limited', { retryAfter: 45_000 });
    expect((await play([busy, network])).delays).to.deep.equal([45_000, 2000]);
    const patient = new JourneyError('server', { retryAfter: 1 });
    expect((await play([patient])).delays).to.deep.equal([1000]);
  });

  it('retries after not found: the next event may add the address', async () => {
    const { signals } = await play([new JourneyError('not-found'), ['a']]);
    expect(signals.map(({ kind }) => kind)).to.deep.equal(['retrying', 'open', 'message', 'retrying']);
  });

  for (const kind of ['unauthorized', 'forbidden', 'conflict', 'rejected', 'malformed'] as const) {
    it(`throws errors that no retry can fix: ${kind}`, async () => {
      const error = new JourneyError(kind);
      const { failure, connections } = await play([network, error, ['a']]);
      expect(failure).to.equal(error);
      expect(connections).to.equal(2);
    });
  }

  it('throws unknown errors', async () => {
    const bug = new TypeError('bug');
    expect((await play([bug])).failure).to.equal(bug);
  });

  it('ends without an error if there is nothing to listen to', async () => {
    expect(await all(reconnecting(() => Promise.resolve(undefined), never))).to.deep.equal([]);
  });

  it('ends without an error when aborted before, while connecting, while listening and while waiting', async () => {
    const aborted = AbortSignal.abort();
    expect(await all(reconnecting(() => Promise.reject(new Error('not asked')), aborted))).to.deep.equal([]);

    const connecting = new AbortController();
    const hung = all(
      reconnecting(
        () =>
          new Promise<undefined>((_, reject) => {
            connecting.signal.addEventListener('abort', () => reject(connecting.signal.reason as Error));
          }),
        connecting.signal,
      ),
    );
    connecting.abort();
    expect(await hung).to.deep.equal([]);

    const listening = new AbortController();
    const line = handFed();
    const open = reconnecting(() => Promise.resolve(serverSentEvents(line.body, listening.signal)), listening.signal);
    expect((await open.next()).value).to.deep.equal({ kind: 'open' });
    const next = open.next();
    listening.abort();
    expect((await next).done).to.equal(true);

    const waiting = new AbortController();
    const later = reconnecting(() => Promise.reject(network), waiting.signal, { wait: realWait });
    expect((await later.next()).value).to.include({ kind: 'retrying' });
    const after = later.next();
    waiting.abort();
    expect((await after).done).to.equal(true);
  });

  it('aborts the signal of a connection whose reader stops before its first message', async () => {
    const given: AbortSignal[] = [];
    const connect = (signal: AbortSignal) => {
      given.push(signal);
      return Promise.resolve(serverSentEvents(handFed().body, signal));
    };
    for await (const { kind } of reconnecting(connect, never)) {
      expect(kind).to.equal('open');
      expect(given[0]?.aborted).to.equal(false);
      break;
    }
    expect(given.map(({ aborted }) => aborted)).to.deep.equal([true]);
  });

  it('closes the connection when its reader stops', async () => {
    const line = handFed();
    line.send('data: a\n\n');
    for await (const { kind } of reconnecting(() => Promise.resolve(serverSentEvents(line.body, never)), never)) {
      if (kind === 'message') break;
    }
    await settled();
    expect(line.cancelled).to.equal(true);
  });
});

describe('reconnecting: wake-ups', () => {
  /** Attempts that fail as listed, with a virtual clock; `attempts` are the times of the attempts. */
  function reconnect(failures: (attempt: number) => JourneyError, failsAfter = 0) {
    const clock = createVirtualClock(0);
    const world = new CountingTarget();
    const controller = new AbortController();
    const attempts: number[] = [];
    const connect = async (signal: AbortSignal): Promise<undefined> => {
      attempts.push(clock.now());
      const failure = failures(attempts.length);
      if (failsAfter > 0) await clock.wait(failsAfter, signal);
      throw failure;
    };
    const { wait } = clock;
    const wake = onOnlineOrVisible({ window: world, document: world });
    const over = all(reconnecting(connect, controller.signal, { wait, random: () => 1, wake }));
    const leave = async () => {
      controller.abort();
      await over;
      await quiet();
      return { listeners: world.listeners, timers: clock.waiting };
    };
    return { clock, world, attempts, leave };
  }

  const network = () => new JourneyError('network');
  const online = (world: EventTarget) => world.dispatchEvent(new Event('online'));

  it('retries at once when the network is back, and removes its listeners', async () => {
    const { clock, world, attempts, leave } = reconnect(network);
    await clock.advance(20_000);
    expect(attempts).to.deep.equal([0, 1_000, 3_000, 7_000, 15_000]);
    online(world);
    await clock.advance(0);
    expect(attempts.at(-1)).to.equal(20_000);
    expect(await leave()).to.deep.equal({ listeners: 0, timers: 0 });
  });

  it('tries again when the page becomes visible, not when it is hidden', async () => {
    const { clock, world, attempts } = reconnect(network);
    await clock.advance(20_000);
    const before = attempts.length;
    world.visibilityState = 'hidden';
    world.dispatchEvent(new Event('visibilitychange'));
    await clock.advance(0);
    expect(attempts.length).to.equal(before);
    world.visibilityState = 'visible';
    world.dispatchEvent(new Event('visibilitychange'));
    await clock.advance(0);
    expect(attempts.length).to.equal(before + 1);
  });

  it('never tries twice in a second, for any number of wake-ups', async () => {
    const { clock, world, attempts } = reconnect(network);
    await clock.advance(20_000);
    for (let n = 0; n < 100; n++) {
      online(world);
      await clock.advance(100);
    }
    const gaps = attempts.slice(5).map((at, index) => at - (attempts[index + 4] ?? 0));
    expect(Math.min(...gaps)).to.be.at.least(1_000);
    expect(attempts.length).to.be.within(14, 16);
  });

  it('waits as long as the service asks, even after a wake-up', async () => {
    const busy = new JourneyError('rate-limited', { retryAfter: 5_000 });
    const { clock, world, attempts } = reconnect((attempt) => (attempt === 5 ? busy : network()));
    await clock.advance(15_500);
    online(world);
    await clock.advance(4_400);
    expect(attempts.at(-1)).to.equal(15_000);
    await clock.advance(100);
    expect(attempts.at(-1)).to.equal(20_000);
  });

  it('counts a wake-up during an attempt', async () => {
    const { clock, world, attempts } = reconnect(network, 10_000);
    await clock.advance(60_000);
    const last = attempts.at(-1) ?? 0;
    await clock.advance(last + 9_000 - clock.now());
    online(world);
    await clock.advance(2_000);
    expect(attempts.at(-1)).to.equal(last + 11_000);
  });
});

describe('wakeOn', () => {
  it('listens until it resolves or its signal aborts', async () => {
    const world = new CountingTarget();
    const wake = onOnlineOrVisible({ window: world, document: world });
    const woken = wake(never);
    expect(world.listeners).to.equal(2);
    world.dispatchEvent(new Event('online'));
    await woken;
    expect(world.listeners).to.equal(0);

    const controller = new AbortController();
    void wake(controller.signal);
    expect(world.listeners).to.equal(2);
    controller.abort();
    expect(world.listeners).to.equal(0);
    void wake(controller.signal);
    expect(world.listeners).to.equal(0);
  });
});

describe('wait', () => {
  it('rejects at once with the reason of a signal that has aborted', async () => {
    expect(await failureOf(realWait(60_000, AbortSignal.abort('left')))).to.equal('left');
  });

  it('removes its listeners when the signal aborts', async () => {
    const controller = new AbortController();
    expect(await abortable(Promise.resolve(1), controller.signal)).to.equal(1);
    expect(await failureOf(abortable(Promise.reject(new Error('no')), controller.signal))).to.be.an('error');
    const endless = failureOf(abortable(new Promise(() => undefined), controller.signal));
    controller.abort('left');
    expect(await endless).to.equal('left');
    expect(await failureOf(abortable(Promise.resolve(1), controller.signal))).to.equal('left');
  });
});

describe('sharedRead', () => {
  it('reads once for all callers, and again after a failure', async () => {
    let reads = 0;
    const read = sharedRead(() => {
      reads += 1;
      return reads === 1 ? Promise.reject(new JourneyError('server')) : Promise.resolve(reads);
    });
    const failures = await Promise.all([failureOf(read(never)), failureOf(read(never))]);
    expect(failures.map((error) => (error as JourneyError).kind)).to.deep.equal(['server', 'server']);
    expect(reads).to.equal(1);
    expect(await Promise.all([read(never), read(never)])).to.deep.equal([2, 2]);
    expect(await read(never)).to.equal(2);
  });

  it('reads again for the others when the first caller aborts', async () => {
    const first = new AbortController();
    let reads = 0;
    const read = sharedRead((signal) => {
      reads += 1;
      return new Promise<string>((resolve, reject) => {
        if (signal === never) resolve('read');
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    });
    const leaving = failureOf(read(first.signal));
    const staying = read(never);
    first.abort('left');
    expect(await leaving).to.equal('left');
    expect(await staying).to.equal('read');
    expect(reads).to.equal(2);
  });
});
