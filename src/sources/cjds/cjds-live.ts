import { reconnecting } from '../stream/reconnecting.js';
import type { JourneySource } from '../journey-source.js';
import type { CjdsOptions } from './cjds-source.js';
import { readStreamMessage } from './wire/event-wire.js';
import { openCjdsStream } from './cjds-stream.js';
import { paths } from './wire/paths.js';

/** Live events of an address, in one project of Cisco's Customer Journey Data Service (CJDS). */
export function createCjdsLive(options: CjdsOptions): Required<Pick<JourneySource, 'live'>> {
  const { projectId, now = Date.now } = options;
  const listen = openCjdsStream(options);

  return {
    live: (address, signal) => {
      const read = (text: string) => readStreamMessage(text, now());
      const connect = (line: AbortSignal) => listen(paths.eventStream(projectId, address), read, line);
      return reconnecting(connect, signal, options);
    },
  };
}
