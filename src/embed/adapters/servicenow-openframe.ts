import type { AdapterSettings, HostAdapter } from '../adapter-kit/host-adapter.js';
import { loadScript } from '../../platform/load-script.js';
import { readContext, type JourneyContext } from '../protocol/protocol.js';
import { contextOf, fieldOf, identity, unpacked } from '../adapter-kit/adapter-context.js';
import { withTimeout, type Wait } from '../adapter-kit/with-timeout.js';
import { wait as realWait } from '../../platform/wait.js';
import { addressSetting } from '../adapter-kit/adapter-settings.js';
import { createTokenSource, type TokenSource } from '../adapter-kit/token-source.js';

type OpenFrameHandler = (context: unknown) => void;

/** The parts of `openFrameAPI` that we use. */
export interface OpenFrame {
  init(frame: object, succeeded: (config: unknown) => void, failed: (error: unknown) => void): void;
  subscribe(event: string, handler: OpenFrameHandler): void;
  show(): void;
  readonly EVENTS?: Readonly<Record<string, string>>;
}

/** Options of the ServiceNow adapter. */
export interface ServiceNowOptions {
  /** Resolves when the library is loaded. */
  readonly sdk: () => Promise<OpenFrame>;
  readonly token: TokenSource;
  /** Waits for some milliseconds; default: a timer. */
  readonly wait?: Wait;
}

/** Size in CSS pixels: the usual width of panels in an agent workspace. */
const frame = { height: 640, width: 500, title: 'Wayline' };

/**
 * Shows the customer that the instance's script sends (see docs/crm/servicenow.md), or the one the agent calls by a
 * click. Other messages of the same event are ignored.
 */
export function serviceNow({ sdk, token, wait = realWait }: ServiceNowOptions): HostAdapter {
  let stopped = false;
  return {
    name: 'servicenow-openframe',
    token,
    stop() {
      stopped = true; // OpenFrame cannot end a subscription
    },
    async start(update) {
      const openFrame = await withTimeout(sdk(), 'ServiceNow', wait);
      const began = new Promise<void>((resolve, reject) => {
        openFrame.init(
          frame,
          () => resolve(),
          () =>
            reject(
              new Error('ServiceNow did not accept the frame. Check the OpenFrame configuration of the instance.'),
            ),
        );
      });
      await withTimeout(began, 'ServiceNow', wait);
      const events = openFrame.EVENTS;
      // The event's name is not documented, so several are tried.
      const told = events?.COMMUNICATION_EVENT ?? events?.CALL_EVENT ?? 'openframe_communication';
      openFrame.subscribe(told, (said) => {
        const context = readSaid(said);
        if (context !== undefined && !stopped) update(context);
      });
      openFrame.show();
    },
  };
}

/** Reads our contexts, and the number of "click to call" in `metaData`. The message can be JSON text or an object. */
function readSaid(said: unknown): JourneyContext | undefined {
  const outer = unpacked(said);
  const payload = unpacked(fieldOf(outer, 'payload')) ?? outer;
  const ours = readContext(unpacked(fieldOf(payload, 'wayline')));
  if (ours !== undefined) return ours;
  const number = fieldOf(fieldOf(fieldOf(payload, 'data'), 'metaData'), 'phoneNumber');
  const phone = identity('phone', number);
  return phone.length > 0 ? contextOf(phone) : undefined;
}

interface OpenFrameWindow {
  openFrameAPI?: OpenFrame;
}

/** Creates the adapter. Throws an Error that names the wrong setting. */
export function createAdapter(settings: AdapterSettings): HostAdapter {
  const library = new URL('/scripts/openframe/latest/openFrameAPI.min.js', addressSetting(settings, 'instanceUrl'));
  return serviceNow({
    sdk: async () => {
      await loadScript(library.href);
      const { openFrameAPI } = globalThis as OpenFrameWindow;
      if (openFrameAPI === undefined) throw new Error(`${library.href} is not the OpenFrame library.`);
      return openFrameAPI;
    },
    token: createTokenSource(settings),
  });
}
