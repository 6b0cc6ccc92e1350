import { createParser } from 'eventsource-parser';
import { isRecord } from '../../src/domain/base/json.js';
import { parseJson, textFrom } from '../../src/domain/base/parse-json.js';

/** What a stream sent while the check listened. */
export interface Heard {
  /** How it ended: we closed it (`left`), the service did (`closed`), or the connection broke (`broken`). */
  readonly end: 'left' | 'closed' | 'broken';
  /** Whether it sent anything, for example a heartbeat. */
  readonly anything: boolean;
  /** IDs of the awaited events, in the order in which they arrived. */
  readonly ids: readonly string[];
  /** The number of messages with incomplete JSON. */
  readonly unreadable: number;
}

/** How to listen to a stream. */
export interface Listening {
  /** Milliseconds. */
  readonly most: number;
  /** IDs of the events to wait for. If empty, any message is enough. */
  readonly awaited: readonly string[];
  /** Runs once the stream is open. */
  readonly opened: () => Promise<unknown>;
}

/**
 * Listens for at most `most` milliseconds. Stops earlier, after a short wait for duplicates, once all awaited events
 * arrived.
 */
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
      // Duplicates arrive within a short time.
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
