import type { Messages } from '../i18n/messages.js';

/** "Billing queue"; a name that says so itself stays as it is. */
export const queueNamed = (name: string, { details, now }: Messages): string =>
  name.toLowerCase().includes(details.queue.toLowerCase()) ? name : now.queue({ name });
