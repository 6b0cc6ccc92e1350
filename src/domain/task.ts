import type { Address } from './address.js';
import type { Channel } from './channel.js';

/** What the desktop's selected task says, whatever shape it came in. */
export interface Task {
  readonly interactionId: string | undefined;
  readonly channel: Channel | undefined;
  readonly direction: 'inbound' | 'outbound' | undefined;
  readonly queueName: string | undefined;
  /** Who may be on the line; `undefined` for an anonymous caller. */
  readonly address: Address | undefined;
  /** Where the address was found, e.g. `ani` or `cad.customerId`. */
  readonly addressFrom: string | undefined;
  readonly ended: boolean;
}
