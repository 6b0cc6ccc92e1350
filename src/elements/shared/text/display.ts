import { fullEnglish } from '../../../i18n/messages-in.js';
import type { FirstMessages, Messages } from '../../../i18n/messages.js';

/** How all elements show what they show. Another object whenever a part of it changes. */
export interface Display<Words extends FirstMessages = Messages> {
  readonly messages: Words;
  /** BCP 47 tag: decides how dates and numbers are written. */
  readonly locale: string;
  /** IANA zone of the agent; the browser's own when undefined. */
  readonly zone: string | undefined;
  /** IANA zone of the customer, where it is known. */
  readonly customerZone: string | undefined;
  /** Whether addresses and aliases are masked. */
  readonly masked: boolean;
}

/** English, the browser's time zone, nothing masked: for an element that is used alone. */
export const defaultDisplay: Display = Object.freeze({
  messages: fullEnglish,
  locale: 'en',
  zone: undefined,
  customerZone: undefined,
  masked: false,
});
