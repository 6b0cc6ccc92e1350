import type { OpenStream } from '../../../demo/emulator/streams.js';

/** The connections that the journey service at `service` holds open now. */
export const openStreams = async (service: string): Promise<readonly OpenStream[]> =>
  (await (await fetch(`${service}/emulator/streams`)).json()) as OpenStream[];
