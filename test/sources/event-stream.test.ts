import { expect } from '@open-wc/testing';
import { JourneyError } from '../../src/domain/error.js';
import { reconnecting, serverSentEvents } from '../../src/sources/event-stream.js';
import { sharedRead } from '../../src/sources/shared-read.js';
import type { LiveSignal } from '../../src/sources/source.js';
import { wait as realWait } from '../../src/sources/wait.js';
import { settled } from '../support/channel.js';
import { all, failureOf, handFed, noWaiting } from '../support/fake-fetch.js';

const never = new AbortController().signal;

/** A body of exactly these chunks. */
const chunked = (...chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(chunk));
      controller.close();
    },
  });

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
    it(`reads the same messages wherever the bytes are cut (${name})`, async () => {
      const bytes = bytesOf(stream.join(end));
      for (let cut = 0; cut <= bytes.length; cut++) {
        const body = chunked(bytes.subarray(0, cut), bytes.subarray(cut));
        expect(await all(serverSentEvents(body, never)), `cut at ${cut}`).to.deep.equal(messages);
      }
      const single = [...bytes].map((byte) => Uint8Array.of(byte));
      expect(await all(serverSentEvents(chunked(...single), never))).to.deep.equal(messages);
    });

    it(`gives a message as soon as it is complete (${name})`, async () => {
      const line = handFed();
      const reading = serverSentEvents(line.body, never);
      line.send(`data: now${end}${end}`);
      expect(await reading.next()).to.deep.equal({ done: false, value: 'now' });
      line.send(`data: again${end}${end}`);
      expect(await reading.next()).to.deep.equal({ done: false, value: 'again' });
    });
  }

  it('loses nothing when the reader is slow', async () => {
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

  it('ends quietly on abort, while waiting and between messages, and lets go of the body', async () => {
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

  it('lets go of the body when its reader stops', async () => {
    const line = handFed();
    line.send('data: a\n\n');
    for await (const message of serverSentEvents(line.body, never)) {
      expect(message).to.equal('a');
      break;
    }
    await settled();
    expect(line.cancelled).to.equal(true);
  });

  it('throws a network failure when the line breaks', async () => {
    const line = handFed();
    const reading = all(serverSentEvents(line.body, never));
    line.cut();
    expect(await failureOf(reading))
      .to.be.instanceOf(JourneyError)
      .and.include({ kind: 'network' });
  });

  it('throws a network failure when nothing comes for too long, and hangs up', async () => {
    const line = handFed();
    expect(await failureOf(all(serverSentEvents(line.body, never, 5)))).to.include({ kind: 'network' });
    expect(line.cancelled).to.equal(true);
  });

  it('takes a comment for a sign of life', async () => {
    const line = handFed();
    const beat = setInterval(() => line.send(':\n'), 10);
    const reading = serverSentEvents(line.body, never, 60);
    const next = reading.next();
    const silent = handFed();
    // Twice the limit has passed without a message, and this line still stands.
    await failureOf(serverSentEvents(silent.body, never, 120).next());
    line.send('data: here\n\n');
    expect(await next).to.deep.equal({ done: false, value: 'here' });
    clearInterval(beat);
    await reading.return();
  });
});

describe('reconnecting', () => {
  type Script = readonly (JourneyError | Error | readonly string[])[];

  /** Plays a script of connections: each fails, or brings messages and ends; aborts when the script is over. */
  async function play(script: Script, random = () => 1) {
    const controller = new AbortController();
    const pause = noWaiting();
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

  it('says when it is open, what came, and when it will try again', async () => {
    const { signals } = await play([['a', 'b'], network]);
    expect(signals).to.deep.equal([
      { kind: 'open' },
      { kind: 'message', value: 'a' },
      { kind: 'message', value: 'b' },
      { kind: 'retrying', inMs: 1000, error: undefined },
      { kind: 'retrying', inMs: 2000, error: network },
    ]);
  });

  it('waits a second, doubles up to half a minute, and waits as long as it says', async () => {
    const { delays, waits } = await play(times(7, network));
    expect(delays).to.deep.equal([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(waits).to.deep.equal(delays);
  });

  it('leaves half of each wait to chance', async () => {
    const { delays } = await play(times(3, network), () => 0);
    expect(delays).to.deep.equal([500, 1000, 2000]);
  });

  it('is not reassured by being accepted, only by a message', async () => {
    expect((await play(times(4, []))).delays).to.deep.equal([1000, 2000, 4000, 8000]);
    expect((await play([network, network, ['a'], network])).delays).to.deep.equal([1000, 2000, 1000, 2000]);
  });

  it('waits at least as long as the service asks', async () => {
    const busy = new JourneyError('rate-limited', { retryAfter: 45_000 });
    expect((await play([busy, network])).delays).to.deep.equal([45_000, 2000]);
    const patient = new JourneyError('server', { retryAfter: 1 });
    expect((await play([patient])).delays).to.deep.equal([1000]);
  });

  it('tries again after not found: perhaps nobody has the address yet', async () => {
    const { signals } = await play([new JourneyError('not-found'), ['a']]);
    expect(signals.map(({ kind }) => kind)).to.deep.equal(['retrying', 'open', 'message', 'retrying']);
  });

  for (const kind of ['unauthorized', 'forbidden', 'conflict', 'rejected', 'malformed'] as const) {
    it(`throws what no retry can mend: ${kind}`, async () => {
      const error = new JourneyError(kind);
      const { failure, connections } = await play([network, error, ['a']]);
      expect(failure).to.equal(error);
      expect(connections).to.equal(2);
    });
  }

  it('lets an error it does not know surface', async () => {
    const bug = new TypeError('bug');
    expect((await play([bug])).failure).to.equal(bug);
  });

  it('ends quietly when there is nothing to listen to', async () => {
    expect(await all(reconnecting(() => Promise.resolve(undefined), never))).to.deep.equal([]);
  });

  it('ends quietly when aborted before, while connecting, while listening and while waiting', async () => {
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

  it('hangs up when its reader stops', async () => {
    const line = handFed();
    line.send('data: a\n\n');
    for await (const { kind } of reconnecting(() => Promise.resolve(serverSentEvents(line.body, never)), never)) {
      if (kind === 'message') break;
    }
    await settled();
    expect(line.cancelled).to.equal(true);
  });
});

describe('wait', () => {
  it('rejects at once with the reason of a signal that has aborted', async () => {
    expect(await failureOf(realWait(60_000, AbortSignal.abort('left')))).to.equal('left');
  });
});

describe('sharedRead', () => {
  it('reads once for everybody, and again after a failure', async () => {
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

  it('reads again for the others when the first one leaves', async () => {
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
