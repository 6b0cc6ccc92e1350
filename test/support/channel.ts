/** An async iterable that a test feeds by hand. */
export interface Channel<T> {
  push(value: T): void;
  end(): void;
  fail(reason: unknown): void;
  /** Ends quietly when `signal` aborts, as every source does. */
  read(signal: AbortSignal): AsyncGenerator<T>;
  readonly readers: number;
}

export function channel<T>(): Channel<T> {
  const waiting: (() => void)[] = [];
  const values: T[] = [];
  let over = false;
  let failure: { reason: unknown } | undefined;
  let readers = 0;
  const wake = (): void => waiting.splice(0).forEach((resume) => resume());

  async function* read(signal: AbortSignal): AsyncGenerator<T> {
    signal.addEventListener('abort', wake);
    readers += 1;
    try {
      for (;;) {
        if (signal.aborted) return;
        if (values.length > 0) yield values.shift()!;
        else if (failure !== undefined) throw failure.reason;
        else if (over) return;
        else await new Promise<void>((resume) => waiting.push(resume));
      }
    } finally {
      readers -= 1;
    }
  }

  return {
    push: (value) => {
      values.push(value);
      wake();
    },
    end: () => {
      over = true;
      wake();
    },
    fail: (reason) => {
      failure = { reason };
      wake();
    },
    read,
    get readers() {
      return readers;
    },
  };
}

/** Runs everything that waits only for promises. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
