import type { FirstMessages } from '../../../i18n/messages.js';

/** "Billing queue"; a name that already contains the word "queue" stays as it is. */
export const queueDisplayName = (name: string, { legs, now }: FirstMessages): string =>
  name.toLowerCase().includes(legs.queue.toLowerCase()) ? name : now.queue({ name });
