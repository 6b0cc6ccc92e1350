import { createParser } from 'eventsource-parser';
import { isRecord } from '../../src/domain/base/json.js';
import { parseJson, textFrom } from '../../src/domain/base/parse-json.js';

/** What a stream said while it was listened to. */
export interface Heard {
  /** How it ended: we left, the service closed the line, or it broke. */
  readonly end: 'left' | 'closed' | 'broken';
  /** Anything at all, such as a heartbeat. */
  readonly anything: boolean;
  /** Ids of the events we wait for, as they came. */
  readonly ids: readonly string[];
  /** Messages that began as JSON and broke off. */
  readonly unreadable: number;
}

export interface Listening {
  /** Milliseconds. */
  readonly most: number;
  /** Ids that have to come; without any, anything will do. */
  readonly awaited: readonly string[];
  /** Runs once the line is open. */
  readonly opened: () => Promise<unknown>;
}

/** Listens until what is awaited has come and a little longer for what is too much, or for `most`. */
export async function listen(stream: ReadableStream<Uint8Array>, { most, awaited, opened }: Listening): Promise<Heard> {
  const ids: string[] = [];
  let anything = false;
  let unreadable = 0;
  const parser = createParser({
    onComment: () => (anything = true),
    onEvent: ({ data }) => {
      anything = true;
      const value = parseJson(data);
      if (value === undefined && /^\s*[{[]/.test(data)) unreadable++;
      const id = isRecord(value) ? textFrom(value['id']) : '';
      if (awaited.includes(id)) ids.push(id);
    },
  });
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let left = false;
  const leave = () => {
    left = true;
    void reader.cancel().catch(() => undefined);
  };
  const timer = setTimeout(leave, most);
  let last: ReturnType<typeof setTimeout> | undefined;
  void opened();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { end: left ? 'left' : 'closed', anything, ids, unreadable };
      parser.feed(decoder.decode(value, { stream: true }));
      const enough = awaited.length === 0 ? anything : awaited.every((id) => ids.includes(id));
      // What comes twice comes at once.
      if (enough) last ??= setTimeout(leave, 250);
    }
  } catch {
    return { end: left ? 'left' : 'broken', anything, ids, unreadable };
  } finally {
    clearTimeout(timer);
    clearTimeout(last);
    leave();
  }
}
