import type { Finesse, Gadgets } from './finesse-api.js';
import { startGadget, type JourneyElement } from './finesse-gadget.js';

/*
 * `dist/finesse.js`, the bootstrap of integrations/finesse/wayline-gadget.xml: a classic script, after Finesse's library
 * and before or after the widget's.
 */

const { finesse, gadgets } = globalThis as unknown as { readonly finesse: Finesse; readonly gadgets: Gadgets };

gadgets.HubSettings.onConnect = () => {
  const journey = document.querySelector<JourneyElement>('wayline-journey');
  if (journey !== null) startGadget({ finesse, gadgets, journey, page: new URL(location.href) });
};
