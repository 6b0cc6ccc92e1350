import type { Finesse, Gadgets } from './finesse-api.js';
import { startGadget, type JourneyElement } from './finesse-gadget.js';

/*
 * Entry of `dist/finesse.js`, the script of integrations/finesse/wayline-gadget.xml. A classic script; load it after
 * Finesse's library, before or after the widget's script.
 */

const { finesse, gadgets } = globalThis as unknown as { readonly finesse: Finesse; readonly gadgets: Gadgets };

gadgets.HubSettings.onConnect = () => {
  const journey = document.querySelector<JourneyElement>('wayline-journey');
  if (journey !== null) startGadget({ finesse, gadgets, journey, page: new URL(location.href) });
};
